"""Print the Chromium that the browser tests drive, or say what to install and fail."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

DEBIAN = Path("/usr/bin/chromium")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = """\
make e2e drives Chromium, and none is here. Install it and run the command again:
on Debian 'apt-get install chromium', on Fedora 'dnf install chromium'; or name one: VAKTIS_CHROMIUM=/path/to/it."""


def find_chromium() -> str | None:
    """Return the browser named by VAKTIS_CHROMIUM, else Debian's, else the first of its names on PATH, else None."""
    named = os.environ.get("VAKTIS_CHROMIUM")
    if named or DEBIAN.exists():
        return shutil.which(named or DEBIAN)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """Print the path, or what to do without one."""
    chromium = find_chromium()
    print(chromium or MISSING, file=sys.stdout if chromium else sys.stderr)
    return 0 if chromium else 1


if __name__ == "__main__":
    raise SystemExit(main())
