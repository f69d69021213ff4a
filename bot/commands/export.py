"""`export`: what the desk knows, as JSON or rows."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.commands.frame import Command, Refused, demand_database
from bot.opening import opened
from bot.settings import Settings
from web.exports import FIELDS, Row, export

FORMATS = ("json", "csv")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help="requests, assignments, time, notices, …")
    parser.add_argument("--format", choices=("csv", "xlsx", "json"), default="json", help="default json")
    parser.add_argument("-o", dest="output", metavar="FILE", type=Path, help="file to write (default: stdout)")


async def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    if arguments.format not in FORMATS:
        raise Refused("--format xlsx: not made yet; csv and json are")
    fields = FIELDS.get(arguments.kind)
    if fields is None:
        raise Refused(f"no export is called {arguments.kind}; there are {', '.join(FIELDS)}")
    demand_database(settings)
    async with opened(settings) as (storage, clock), storage.begin() as work:
        rows = await export(arguments.kind, work=work, at=clock.now())
    _put(_json(rows) if arguments.format == "json" else _csv(rows, fields), arguments.output)
    return 0


def _put(written: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(written)
        return
    try:
        output.write_text(written, encoding="utf-8", newline="")
    except OSError as fault:
        raise Refused(f"-o: can't write {output}: {fault.strerror}") from None


def _json(rows: Sequence[Row]) -> str:
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"


def _csv(rows: Sequence[Row], fields: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: "" if value is None else value for name, value in row.items()} for row in rows)
    return out.getvalue()


COMMAND = Command(add_arguments=_add_arguments, run=_run)
