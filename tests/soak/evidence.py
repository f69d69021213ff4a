"""Writes down what a long run has shown, as a short JSON file under docs/evidence."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "evidence"


def write_evidence(name: str, found: Mapping[str, object]) -> None:
    """Write *found* with the commit and the machine; the newest run replaces the one before it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    machine = {"processors": os.cpu_count(), "python": platform.python_version()}
    text = json.dumps({**found, "commit": _commit(), "machine": machine}, indent=2, ensure_ascii=False)
    (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def _commit() -> str:
    said = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return said.stdout.strip() or "unknown"
