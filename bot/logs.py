"""Log lines: one JSON object a line on stderr, an event name and its fields, no personal text."""

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from typing_extensions import override

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
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
    root: Any = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
