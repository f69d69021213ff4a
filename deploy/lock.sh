#!/bin/sh
# Writes requirements.txt (to run) and requirements-dev.txt (to run, build and test) from pyproject.toml, with hashes,
# for every Python that the project supports. `deploy/lock.sh --upgrade` takes newer versions; without it, what the
# files hold is kept.
#
# The resolver reads the public index only, by its own default and no configuration of the machine, and names no
# address in what it writes: the files are the same wherever they are made.
set -eu
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null 2>&1; then
    .venv/bin/python -m pip install -qq --target .venv/lock-tool uv
    PATH="$PWD/.venv/lock-tool/bin:$PATH"
fi

resolve() {
    uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header "$@"
}

resolve ${1:-} pyproject.toml -o requirements.txt
resolve ${1:-} --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
(cd emulator && npm install --package-lock-only --omit-lockfile-registry-resolved --silent)
.venv/bin/python deploy/check.py locks
