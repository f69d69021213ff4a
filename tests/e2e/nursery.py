"""One process that has the bot's modules read, and forks for each process that a proof begins.

A start takes seconds of processor, nearly all of it for reading modules, and the proofs start bots by the hundred. What
a fork begins as is what `python -m bot` is once it has read them; others start it the plain way
(tests/bot/test_commands.py, tests/bench).
"""

import gc
import json
import os
import runpy
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from threading import Condition, Thread
from typing import Any, NoReturn

READ = (
    *("bot.commands.serve", "bot.commands.clock", "bot.commands.export", "bot.commands.load", "bot.commands.jobs"),
    *("storage.postgresql", "storage.sqlite_driver", "emulator.__main__"),
)
LOOK_EVERY_SECONDS = 0.02
_ROOT = Path(__file__).parent.parent.parent


class Forked:
    """A process that the nursery began, with those methods of `subprocess.Popen` that the proofs use."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None
        self._ends = Condition()

    def ended(self, code: int) -> None:
        """Note its exit code, which is minus the signal that ended it."""
        with self._ends:
            self._code = code
            self._ends.notify_all()

    def poll(self) -> int | None:
        """Return its exit code, or None while it runs."""
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """Return its exit code when it has ended.

        Raises:
            subprocess.TimeoutExpired: it has not ended after *timeout* seconds.
        """
        with self._ends:
            if not self._ends.wait_for(lambda: self._code is not None, timeout):
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            assert self._code is not None
            return self._code

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it has not ended."""
        if self._code is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut does."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The process that forks, for as long as this one runs."""

    def __init__(self) -> None:
        told = {name: value for name, value in os.environ.items() if not name.startswith("VAKTIS_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=_ROOT,
            env={**told, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._begun: SimpleQueue[Forked] = SimpleQueue()
        self._forked: dict[int, Forked] = {}
        self._asking = Condition()
        Thread(target=self._listen, daemon=True).start()

    def fork(self, arguments: Sequence[str], *, folder: Path, told: Mapping[str, str], files: Sequence[Path]) -> Forked:
        """Begin `python -m` *arguments* in *folder* with no environment but *told*; it writes on to two *files*."""
        for each in files:
            each.touch()
        order = {"arguments": list(arguments), "folder": str(folder), "told": dict(told), "files": [*map(str, files)]}
        with self._asking:
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            return self._begun.get()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            pid, code = json.loads(line)
            if code is None:
                self._forked[pid] = Forked(pid)
                self._begun.put(self._forked[pid])
            else:
                self._forked.pop(pid).ended(code)


@cache
def nursery() -> Nursery:
    """Return the nursery of this process."""
    return Nursery()


def _work() -> None:
    """Fork for each order on stdin until that ends; tell on stdout who begins, and who ends how."""
    for each in READ:
        import_module(each)
    gc.freeze()
    alive: set[int] = set()
    orders = os.fdopen(os.dup(0), "rb", buffering=0)
    while True:
        if select.select([orders], [], [], LOOK_EVERY_SECONDS)[0]:
            line = orders.readline()
            if not line:
                break
            alive.add(child := _fork(json.loads(line)))
            _tell(child, None)
        for pid, code in _ended():
            alive.discard(pid)
            _tell(pid, code)
    for pid in alive:
        os.kill(pid, signal.SIGKILL)


def _tell(pid: int, code: int | None) -> None:
    os.write(1, f"{json.dumps([pid, code])}\n".encode())


def _ended() -> Iterator[tuple[int, int]]:
    try:
        while (found := os.waitpid(-1, os.WNOHANG))[0]:
            yield found[0], os.waitstatus_to_exitcode(found[1])
    except ChildProcessError:
        return


def _fork(order: Mapping[str, Any]) -> int:
    """Return the id of a new process that does what *order* says."""
    return os.fork() or _become(order)


def _become(order: Mapping[str, Any]) -> NoReturn:
    """Do what *order* says as a process of its own does that was started for it."""
    try:
        _take_files(*order["files"])
        os.environ.clear()
        os.environ.update(order["told"])
        os.chdir(order["folder"])
        sys.argv = list(order["arguments"])
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    except BaseException:  # noqa: BLE001  # as the interpreter does: told, and the end
        sys.excepthook(*sys.exc_info())
        _leave(1)
    _leave(0)


def _take_files(output: str, log: str) -> None:
    """Read from nothing, and write on to these files, with no other file open but those of the modules."""
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, file in ((1, output), (2, log)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644), number)


def _leave(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _work()
