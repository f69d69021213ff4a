"""Writes down what a long run has shown, as a short JSON file under docs/evidence."""

import json
import os
import platform
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "evidence"


def write_evidence(name: str, found: Mapping[str, object]) -> None:
    """Write *found* with the commit and the machine; the newest run replaces the one before it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    machine = {"processors": os.cpu_count(), "python": platform.python_version()}
    text = json.dumps({**found, "commit": commit(), "machine": machine}, indent=2, ensure_ascii=False)
    for place in (ROOT, Path(sysconfig.get_path("stdlib"))):  # where a machine keeps them is no evidence
        text = text.replace(f"{place}/", "")
    (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def read_evidence(name: str) -> Mapping[str, Any]:
    """Return what stands in the file, nothing when there is none."""
    file = FOLDER / f"{name}.json"
    found: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return found


def commit() -> str:
    """Return the commit that the tree is at."""
    said = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return said.stdout.strip() or "unknown"
