"""How often Teams lets one bot call: in one conversation, and in all of them."""

import math
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from emulator.refusals import bad_argument
from emulator.wire import JsonObject

# Most calls, and in how many seconds.
Window: TypeAlias = tuple[int, float]
SENDS: tuple[Window, ...] = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
MEMBERS: tuple[Window, ...] = ((14, 1.0), (16, 2.0), (120, 30.0), (3600, 3600.0))
APP_PER_SECOND = 50


class CallLimits:
    """Counts the calls of each conversation within *windows*."""

    def __init__(self, windows: Sequence[Window] = SENDS, clock: Callable[[], float] = time.monotonic) -> None:
        """Read seconds from *clock*."""
        self._windows = windows
        self._clock = clock
        self._calls: dict[str, deque[float]] = {}

    def wait_seconds(self, name: str) -> float:
        """Return after how many seconds a call fits; 0 when it fits now."""
        now, calls = self._clock(), self._calls.setdefault(name, deque())
        longest = max((seconds for _, seconds in self._windows), default=0.0)
        while calls and calls[0] <= now - longest:
            calls.popleft()
        return max((_wait(calls, now, most=most, seconds=seconds) for most, seconds in self._windows), default=0.0)

    def count(self, name: str) -> None:
        """Count a call."""
        self._calls.setdefault(name, deque()).append(self._clock())

    def take(self, name: str) -> int:
        """Count a call and return 0, or return after how many whole seconds, at least 1, to try again."""
        wait = self.wait_seconds(name)
        if wait > 0:
            return math.ceil(wait)
        self.count(name)
        return 0


@dataclass(kw_only=True, slots=True)
class Limits:
    """All limits; off unless `is_on`, and the whole app's off when `app_per_second` is 0."""

    is_on: bool = False
    app_per_second: int = APP_PER_SECOND
    clock: Callable[[], float] = time.monotonic
    _sends: CallLimits | None = None
    _members: CallLimits | None = None
    _app: CallLimits | None = None

    def __post_init__(self) -> None:
        """Start counting."""
        self.reset()

    def reset(self) -> None:
        """Forget all calls."""
        windows: tuple[Window, ...] = ((self.app_per_second, 1.0),) if self.app_per_second else ()
        self._sends, self._members = CallLimits(SENDS, self.clock), CallLimits(MEMBERS, self.clock)
        self._app = CallLimits(windows, self.clock)

    def take(self, *, conversation: str, is_send: bool, is_members: bool) -> int:
        """Count a call and return 0, or return after how many whole seconds, at least 1, to try again.

        What is refused by one limit is counted by none.
        """
        if not self.is_on or self._sends is None or self._members is None or self._app is None:
            return 0
        kept = [(self._sends, conversation)] if is_send else [(self._members, conversation)] if is_members else []
        kept.append((self._app, ""))
        wait = max(calls.wait_seconds(name) for calls, name in kept)
        if wait > 0:
            return math.ceil(wait)
        for calls, name in kept:
            calls.count(name)
        return 0

    def set(self, body: JsonObject) -> None:
        """Turn them on or off, and set the app's own, as the API is asked to."""
        is_on, most = body.get("on", self.is_on), body.get("app_per_second", self.app_per_second)
        if not isinstance(is_on, bool):
            raise bad_argument("on: true or false")
        if not isinstance(most, int) or isinstance(most, bool) or most < 0:
            raise bad_argument("app_per_second: a whole number, 0 for none")
        self.is_on, self.app_per_second = is_on, most
        self.reset()

    def as_json(self) -> JsonObject:
        """Return them as the API gives them."""
        windows = {"sends": [list(each) for each in SENDS], "members": [list(each) for each in MEMBERS]}
        return {"on": self.is_on, "app_per_second": self.app_per_second, **windows}


def _wait(calls: "deque[float]", now: float, *, most: int, seconds: float) -> float:
    return calls[-most] + seconds - now if len(calls) >= most else 0.0
