"""`python -m tests.bench [ROW…]`: measure the rows, write `bench.json`, print a table; exit 1 when one is not met."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from tests.bench import growth, limited, process, push, sentences, turns
from tests.bench.rows import Row, Target

RESULT = Path("bench.json")
# `turn_vs_agents` belongs here: an echo of the Agents SDK beside tests/bench/echo.py, on a Python of its own.
ROWS: Mapping[str, tuple[Target, Callable[[Path], Awaitable[Row]]]] = {
    "turn_vs_botbuilder": (Target(must=3, aim=6), turns.measure),
    "push_free": (Target(must=5, aim=10), push.measure),
    "push_limited": (Target(must=0.95, aim=0.98), limited.measure),
    "growth": (Target(must=1.5, aim=1.1, is_less_better=True), growth.measure),
    "understand": (Target(must=5, aim=1, is_less_better=True), sentences.measure_few),
    "understand_5000": (Target(must=15, aim=5, is_less_better=True), sentences.measure_many),
    "start": (Target(must=3, aim=1, is_less_better=True), process.measure_start),
    "memory": (Target(must=200, aim=120, is_less_better=True), process.measure_memory),
}


def _written(row: Row) -> dict[str, object]:
    target, _ = ROWS[row.id]
    value = round(row.value, 3)
    told = {"id": row.id, "value": value, "must": target.must, "aim": target.aim, "met": target.is_met(row.value)}
    return {**told, "detail": row.detail}


async def _measure(names: list[str]) -> list[dict[str, object]]:
    rows = []
    for name in names:
        print(f"{name}", flush=True)
        with tempfile.TemporaryDirectory(prefix="vaktis-bench-") as folder:
            rows.append(_written(await ROWS[name][1](Path(folder))))
    return rows


def main() -> int:
    """Measure what was asked for, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("rows", metavar="ROW", nargs="*", choices=[*ROWS, []], help=f"of {', '.join(ROWS)}")
    parser.add_argument("--out", type=Path, default=RESULT, help="where the figures are written")
    given = parser.parse_args()
    rows = asyncio.run(_measure(given.rows or list(ROWS)))
    given.out.write_text(json.dumps({"rows": rows}, indent=1) + "\n", encoding="utf-8")
    print(f"{'row':<20} {'value':>10} {'must':>8} {'aim':>8}  met")
    for row in rows:
        print(f"{row['id']:<20} {row['value']:>10} {row['must']:>8} {row['aim']:>8}  {'yes' if row['met'] else 'NO'}")
    return 0 if all(row["met"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
