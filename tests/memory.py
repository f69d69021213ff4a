"""Where the files of tests lie: in memory when there is plenty of it, since thousands of databases come and go."""

import os
import shutil
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108  # what is made in it has a name of its own, as below /tmp
_PLENTY = 8 * 2**30
"""In bytes: several times what the databases of a run take."""


def quick_folder() -> Path | None:
    """Return a folder in memory with room for all, or None."""
    is_roomy = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _PLENTY
    return _MEMORY if is_roomy else None
