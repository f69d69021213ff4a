"""What all tests share: no settings of the machine, no deadline on a shared one, and nothing skipped in CI."""

import gc
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.leftovers import remove_leftovers
from tests.memory import quick_folder

pytest_plugins = ["tests.stores", "tests.surveys"]

# Those that say how to test, not what the desk is set to.
KEPT = ("VAKTIS_TEST_", "VAKTIS_CHROMIUM", "VAKTIS_SEED", "VAKTIS_PICTURES", "VAKTIS_SOAK_MINUTES")

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)


LONGEST = frozenset(
    {"test_kill.py", "test_fuzz.py", "test_faults.py", "test_clock.py", "test_story.py", "test_month.py"}
)
"""Files whose tests take minutes: begun first, so that none of them runs alone at the end."""


def is_ci() -> bool:
    return os.environ.get("CI", "").lower() == "true"


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("ci" if is_ci() else "here")
    for name in [name for name in os.environ if name.startswith("VAKTIS_") and not name.startswith(KEPT)]:
        del os.environ[name]
    if folder := quick_folder():
        # Where pytest makes the folders of tests; it asks no option that says so, but this.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))
    if not hasattr(config, "workerinput"):
        remove_leftovers(folder or Path(tempfile.gettempdir()))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish() -> None:
    """Leave what stays until the end, thousands of tests and the libraries, out of each look for garbage."""
    gc.collect()
    gc.freeze()


def skipped(terminal: pytest.TerminalReporter | None) -> int:
    """Return how many tests did not run; in CI that counts as failed."""
    return len(terminal.stats.get("skipped", [])) if terminal is not None and is_ci() else 0


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if skipped(session.config.pluginmanager.get_plugin("terminalreporter")):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if count := skipped(terminalreporter):
        terminalreporter.write_line(f"{count} skipped: nothing may be skipped in CI.", red=True)
