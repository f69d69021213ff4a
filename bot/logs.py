"""Log lines: one JSON object a line on stderr, an event name and its fields, no personal text."""

import json
import logging
import math
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from typing_extensions import override

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_OF_ONE = frozenset({"activity", "path", "reference", "row", "rows"})
"""Fields that tell of one thing, so that no two records of it are the same."""
REPEATED_SECONDS = 60.0
_TALKATIVE = ("aiohttp", "alembic", "apscheduler", "asyncio", "msal", "msrest", "sqlalchemy", "urllib3")


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object: time, level, event, and what was given as `extra`."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return the line. Of an error only its name and place are told: its words may be a person's."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _OWN}
        if record.exc_info and record.exc_info[1] is not None:
            line |= told(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


class Repeats(logging.Filter):
    """Lets an error that comes again and again through once a minute, with how often it came meanwhile (`repeated`).

    A database that is away makes each worker fail each second. What is of one activity, row or request is told each
    time.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._told: dict[tuple[str, str], float] = {}
        self._since: Counter[tuple[str, str]] = Counter()

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether the record is written."""
        if record.levelno < logging.ERROR or not _OF_ONE.isdisjoint(vars(record)):
            return True
        kind = record.exc_info[0] if record.exc_info else None
        key = (record.getMessage(), str(vars(record).get("fault") or (kind.__name__ if kind else "")))
        now = self._clock()
        if now - self._told.get(key, -math.inf) < REPEATED_SECONDS:
            self._since[key] += 1
            return False
        self._told[key] = now
        if count := self._since.pop(key, 0):
            vars(record)["repeated"] = count
        return True


def told(error: BaseException) -> Mapping[str, str]:
    """Return what may be logged of *error*: its name and where it came from, without what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__ or error.__context__
    caused = {"cause": type(cause).__name__} if cause is not None else {}
    return {"fault": type(error).__name__, "frames": " < ".join(reversed(places)), **caused}


def start_logging(level: str) -> None:
    """Send log lines to stderr from *level* on; libraries speak from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.addFilter(Repeats())
    root: Any = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
