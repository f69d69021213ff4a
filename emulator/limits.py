"""How many sends Teams takes from one bot in one conversation."""

import math
import time
from collections import deque
from collections.abc import Callable

# Most sends, and in how many seconds.
WINDOWS = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
_LONGEST_SECONDS = max(seconds for _, seconds in WINDOWS)


class SendLimits:
    """Counts the sends of each conversation; what is refused is not counted."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Read seconds from *clock*."""
        self._clock = clock
        self._sends: dict[str, deque[float]] = {}

    def take(self, conversation_id: str) -> int:
        """Count a send and return 0, or return after how many whole seconds, at least 1, to try again."""
        now = self._clock()
        sends = self._sends.setdefault(conversation_id, deque())
        while sends and sends[0] <= now - _LONGEST_SECONDS:
            sends.popleft()
        wait = max(_wait(sends, now, most=most, seconds=seconds) for most, seconds in WINDOWS)
        if wait > 0:
            return math.ceil(wait)
        sends.append(now)
        return 0

    def clear(self) -> None:
        """Forget all sends."""
        self._sends.clear()


def _wait(sends: "deque[float]", now: float, *, most: int, seconds: float) -> float:
    if len(sends) < most:
        return 0.0
    return sends[-most] + seconds - now
