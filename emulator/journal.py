"""Every call of the bot and every delivery to it, for tests to check."""

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from emulator.wire import JsonObject, stamp

_KEPT = 200_000


def real_now() -> datetime:
    """Return the machine's time, which no clock button moves."""
    return datetime.now(UTC)


@dataclass(kw_only=True, slots=True)
class Journal:
    """The newest entries in order; each has a number `seq` that only grows, also across a reset."""

    entries: deque[JsonObject] = field(default_factory=lambda: deque(maxlen=_KEPT))
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def write(self, kind: str, **fields: object) -> None:
        """Add an entry of *kind* `connector` or `delivery`, stamped with the machine's time."""
        self.entries.append({"seq": next(self.numbers), "time": stamp(real_now()), "kind": kind, **fields})

    def read(self, *, since: int = 0, kind: str = "") -> list[JsonObject]:
        """Return entries numbered above *since*, of *kind* when one is given."""
        found = (entry for entry in self.entries if isinstance(entry["seq"], int) and entry["seq"] > since)
        return [entry for entry in found if not kind or entry["kind"] == kind]

    def clear(self) -> None:
        """Forget all entries."""
        self.entries.clear()
