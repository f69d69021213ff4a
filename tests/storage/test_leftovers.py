"""A run that is killed leaves its server and its folders; the next run removes them, and those of no other."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.leftovers import remove_leftovers, server_prefix

WAIT = "import time; time.sleep(60)"


@pytest.fixture
def gone() -> int:
    """The id of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def waiting(*arguments: str) -> subprocess.Popen[bytes]:
    # A run in the background of a script ignores this signal, and so would what it starts; a server does not.
    return subprocess.Popen([sys.executable, "-c", WAIT, *arguments], preexec_fn=_hear_quit)  # noqa: PLW1509, S603


def _hear_quit() -> None:
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)


def a_server(folder: Path) -> subprocess.Popen[bytes]:
    """Start what stands for a server of *folder*, and note it there as PostgreSQL does."""
    folder.mkdir()
    server = waiting("-D", str(folder))
    (folder / "postmaster.pid").write_text(f"{server.pid}\n{folder}\n", encoding="utf-8")
    return server


def test_servers_and_folders_of_a_killed_run_are_removed_and_those_of_this_run_stay(tmp_path: Path, gone: int) -> None:
    left = a_server(tmp_path / f"vaktis-postgresql-{gone}-abc")
    own = a_server(tmp_path / f"{server_prefix()}abc")
    for number, owner in enumerate((gone, os.getpid())):
        folder = tmp_path / "pytest-of-somebody" / f"pytest-{number}"
        folder.mkdir(parents=True)
        (folder / ".lock").write_text(str(owner), encoding="ascii")

    try:
        remove_leftovers(tmp_path)

        assert sorted(each.name for each in tmp_path.iterdir()) == ["pytest-of-somebody", f"{server_prefix()}abc"]
        assert [each.name for each in (tmp_path / "pytest-of-somebody").iterdir()] == ["pytest-1"]
        assert left.wait(5) == -signal.SIGQUIT
        assert own.poll() is None
    finally:
        for each in (left, own):
            each.kill()
            each.wait()


def test_what_has_another_name_by_now_is_not_ended(tmp_path: Path, gone: int) -> None:
    other = waiting()
    folder = tmp_path / f"vaktis-postgresql-{gone}-abc"
    folder.mkdir()
    (folder / "postmaster.pid").write_text(f"{other.pid}\n", encoding="utf-8")

    try:
        remove_leftovers(tmp_path)

        assert not folder.exists()
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()
