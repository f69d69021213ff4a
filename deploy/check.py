"""Run the gates and say which failed: `check.py` runs all, `check.py NAME…` those named.

Each gate runs even when one before it failed, so that one run shows all there is to mend.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
NPM_LOCK = Path("emulator/package-lock.json")
# What pip and npm write when a lock remembers where it was made.
ADDRESS = re.compile(r"^\s*(-i|-f|--(extra-)?index-url|--find-links|--trusted-host)\b|://|^\s*\S+ @ ")
MIGRATIONS = Path("storage/migrations")


def runs(*command: str, env: dict[str, str] | None = None) -> list[str]:
    """Run a tool of the environment; no fault when it ends well."""
    done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, env=env, check=False)
    return [] if done.returncode == 0 else [f"{' '.join(command)} found the above"]


def lint() -> list[str]:
    """Hold the rules of pyproject.toml and the one layout."""
    return runs("ruff", "check", "--quiet") + runs("ruff", "format", "--check", "--quiet", ".")


def types() -> list[str]:
    """Hold the types, tests included."""
    return runs("mypy")


def imports() -> list[str]:
    """Hold the import contracts."""
    return runs("lint-imports", "--no-cache")


def migrations() -> list[str]:
    """Hold one head that builds the tables of the models from empty: `alembic heads`, `upgrade head`, `check`.

    storage/migrations/env.py takes the database from `-x url=…`.
    """
    if not (ROOT / MIGRATIONS / "env.py").exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "alembic.ini"
        config.write_text(f"[alembic]\nscript_location = {ROOT / MIGRATIONS}\n", encoding="utf-8")
        alembic = ("alembic", "-c", str(config), "-x", f"url=sqlite+aiosqlite:///{folder}/check.db")
        heads = subprocess.run(
            [BIN / "alembic", "-c", config, "heads"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        count = heads.stdout.count("(head)")
        faults = [] if count == 1 else [f"{MIGRATIONS}: {count} heads, not one. {heads.stderr[-500:]}"]
        return faults or runs(*alembic, "upgrade", "head") or runs(*alembic, "check")


def locks() -> list[str]:
    """Hold that the lock files name every package with its hash and no registry's address."""
    faults = []
    for name in LOCKS:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        faults += [f"{name}:{number}: names an address" for number, line in enumerate(lines, 1) if ADDRESS.search(line)]
        if sum("==" in line for line in lines) > sum("==" in line and line.endswith("\\") for line in lines):
            faults.append(f"{name}: a package without a hash")
    if '"resolved"' in (ROOT / NPM_LOCK).read_text(encoding="utf-8"):
        faults.append(f"{NPM_LOCK}: names an address; write it with make lock")
    return faults


GATES = {gate.__name__: gate for gate in (lint, types, imports, migrations, locks)}


def main(names: list[str]) -> int:
    """Run the gates named, or all."""
    if unknown := sorted(set(names) - set(GATES)):
        print(f"check: there is no {', '.join(unknown)}; there are {', '.join(GATES)}")
        return 2
    failed = []
    for name in names or list(GATES):
        began = time.perf_counter()
        faults = GATES[name]()
        for fault in faults:
            print(f"check: {name}: {fault}", flush=True)
        print(f"check: {name} {'FAILED' if faults else 'ok'} ({time.perf_counter() - began:.1f} s)", flush=True)
        failed += [name] if faults else []
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
