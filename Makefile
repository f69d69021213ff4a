# The commands of the project; `make help` lists them. Each works in a fresh clone and sets up what it needs.

SHELL := /bin/sh
.DEFAULT_GOAL := help
BIN := .venv/bin
# One test file or folder: make test T=tests/domain/test_worktime.py
T ?= tests
# The first Python that is new enough; PYTHON=… names another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
# Compiled modules are kept, also where the machine is told otherwise: each of hundreds of processes would compile anew.
export PYTHONDONTWRITEBYTECODE :=
UNTESTED_HERE := --ignore=tests/e2e --ignore=tests/fuzz --ignore=tests/soak
# One worker a processor, but not for a single file: its start would cost more than it saves.
WORKERS = $(if $(filter tests,$(T)),--numprocesses=logical --dist=worksteal)

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## make .venv and the emulator's node modules from the lock files
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found. Install one, or name it: make setup PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) deploy/setup_env.py

.PHONY: run
run: setup ## load the example pilot, start bot and emulator, print the address to open; VAKTIS_PORT=3978 EMULATOR_PORT=3979
	@exec sh deploy/run.sh

.PHONY: test
test: setup ## run the tests that need no browser, root or system package; T=path runs one file
	@$(BIN)/python -m pytest $(WORKERS) $(UNTESTED_HERE) $(T)

.PHONY: check
check: setup ## run the gates: lint, format, types, imports, migrations, lock files
	@$(BIN)/python deploy/check.py

.PHONY: e2e
e2e: setup ## play stories in a browser, kills, faults and made-up activities; needs Chromium
	@$(BIN)/python deploy/find_chromium.py
	@$(BIN)/python -m pytest --numprocesses=3 --dist=load --maxschedchunk=1 -o faulthandler_timeout=600 tests/e2e tests/fuzz

.PHONY: witness
witness: setup ## play the order story in Microsoft's Agents Playground too, and compare; needs Chromium and npm
	@$(BIN)/python deploy/find_chromium.py
	@$(BIN)/python -m tests.witness

.PHONY: bench
bench: setup ## measure the figures of the design into bench.json
	@test -f tests/bench/__main__.py || { echo "make bench: no benchmarks yet (tests/bench)" >&2; exit 1; }
	@$(BIN)/python -m tests.bench

.PHONY: soak
soak: setup ## long fault and load runs, evidence under docs/evidence
	@$(BIN)/python -m pytest -s -o faulthandler_timeout=0 tests/soak

.PHONY: lock
lock: setup ## write the lock files anew; keeps what they hold unless UPGRADE=--upgrade
	@sh deploy/lock.sh $(UPGRADE)

.PHONY: clean
clean: ## remove what setup and the tools made; the database under var/ stays
	rm -rf .venv emulator/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist *.egg-info
