"""How often the pages of parties may be asked for, so that nobody tries links or floods one."""

import time
from collections import OrderedDict
from collections.abc import Callable

WINDOW_SECONDS = 60.0
MOST_OF_ADDRESS = 240
MOST_OF_LINK = 60
MOST_KEPT = 10_000


class PartyLimits:
    """Counts calls in a minute, of an address and of a link; a process of its own each."""

    pause_seconds = int(WINDOW_SECONDS)

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def allow(self, address: str, link: str) -> bool:
        """Count one call, and tell whether it is within both limits."""
        of_address = self._count(f"from:{address}") <= MOST_OF_ADDRESS
        return self._count(f"to:{link[:100]}") <= MOST_OF_LINK and of_address

    def _count(self, key: str) -> int:
        now = self._clock()
        since, count = self._seen.pop(key, (now, 0))
        since, count = (now, 1) if now - since >= WINDOW_SECONDS else (since, count + 1)
        self._seen[key] = (since, count)
        while len(self._seen) > MOST_KEPT:
            self._seen.popitem(last=False)
        return count
