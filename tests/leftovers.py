"""What a run of tests left when it was killed: its PostgreSQL servers and its folders, which in memory are missed."""

import os
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SERVERS = "vaktis-postgresql-"
_SERVER = re.compile(rf"{SERVERS}(\d+)-\w+")


def server_prefix() -> str:
    """Return how the folder of a server begins that this process starts."""
    return f"{SERVERS}{os.getpid()}-"


def is_gone(process: int) -> bool:
    """Tell whether no process has that id."""
    with suppress(PermissionError):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
    return False


def remove_leftovers(folder: Path) -> None:
    """End the servers in *folder* whose runs are gone, and remove what those runs have written."""
    for each in _left(folder):
        _end_server(each)
        shutil.rmtree(each, ignore_errors=True)


def _left(folder: Path) -> Iterator[Path]:
    for each in folder.glob(f"{SERVERS}*"):
        named = _SERVER.fullmatch(each.name)
        if named and is_gone(int(named[1])):
            yield each
    # pytest notes there whose a folder is, and takes it for alive for three days.
    for lock in folder.glob("pytest-of-*/pytest-*/.lock"):
        owner = lock.read_text(encoding="ascii")
        if owner.isdecimal() and is_gone(int(owner)):
            yield lock.parent


def _end_server(folder: Path) -> None:
    """End the server that runs on *folder*, if any does: without writing out what is removed next."""
    with suppress(OSError, ValueError):
        server = int((folder / "postmaster.pid").read_text(encoding="utf-8").split()[0])
        if f"{folder}" in Path(f"/proc/{server}/cmdline").read_text(encoding="utf-8"):
            os.kill(server, signal.SIGQUIT)
