"""Real processes for the proofs: started, asked, killed, and always ended, with what they said kept in files."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.nursery import Forked, nursery

ROOT = Path(__file__).parent.parent.parent
PILOT = ROOT / "catalog" / "pilot"
START = "2022-03-15T10:00:00+01:00"
COMMAND_SECONDS = 400
GRACE_SECONDS = 15
_KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "TZ")


def environment(**settings: str) -> dict[str, str]:
    """Return what a process of the product is told: *settings*, and nothing of the machine's own."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **settings}


def free_port() -> int:
    """Return a port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert isinstance(port, int)
    return port


class CommandFailed(AssertionError):
    """A command ended with something else than 0."""


def run_forked(arguments: Sequence[str], *, folder: Path, settings: Mapping[str, str]) -> str:
    """Do what `run` does by a fork of the nursery, which is the quicker for it."""
    with TemporaryDirectory() as held:
        files = (Path(held) / "output", Path(held) / "log")
        begun = nursery().fork(arguments, folder=folder, told=environment(**settings), files=files)
        try:
            code = begun.wait(COMMAND_SECONDS)
        finally:
            begun.kill()
        output, log = (each.read_text(encoding="utf-8") for each in files)
    if code != 0:
        raise CommandFailed(f"{' '.join(arguments)} ended with {code}:\n{log[-6000:]}")
    return output


def run(arguments: Sequence[str], *, folder: Path, settings: Mapping[str, str]) -> str:
    """Run `python -m …` to its end in *folder* and return what it wrote on stdout."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise CommandFailed(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-6000:]}")
    return done.stdout


@dataclass(kw_only=True)
class Program:
    """One process, started as `python -m …` in *folder*; it can be started again after its end.

    One that `is_forked` begins with its modules read.
    """

    name: str
    arguments: Sequence[str]
    folder: Path
    is_forked: bool = False
    process: subprocess.Popen[bytes] | Forked | None = None

    @property
    def output(self) -> Path:
        """Where its stdout goes."""
        return self.folder / f"{self.name}.out"

    @property
    def log(self) -> Path:
        """Where its stderr goes; a restart writes on in the same file."""
        return self.folder / f"{self.name}.log"

    @property
    def is_running(self) -> bool:
        """Tell whether it was started and has not ended."""
        return self.process is not None and self.process.poll() is None

    def start(self, settings: Mapping[str, str] | None = None) -> None:
        """Start it with *settings* in its environment; it must not be running."""
        assert not self.is_running, f"{self.name} is running already"
        told, files = environment(**(settings or {})), (self.output, self.log)
        if self.is_forked:
            self.process = nursery().fork(self.arguments, folder=self.folder, told=told, files=files)
            return
        with self.output.open("ab") as output, self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self.arguments],
                cwd=self.folder,
                env=told,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=log,
            )

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        assert self.process is not None
        assert self.process.poll() is None, f"{self.name} ended by itself:\n{self.said()}"
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int | None:
        """Ask it to end, make it end when it does not, and return its exit code."""
        if self.process is None:
            return None
        self.process.terminate()
        try:
            return self.process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def said(self, characters: int = 6000) -> str:
        """Return the end of what it wrote to its log."""
        return self.log.read_text(errors="replace")[-characters:] if self.log.exists() else ""
