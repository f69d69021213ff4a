"""The limits of Teams on sending: how often to one conversation, and how often in all."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

CONVERSATION_WINDOWS: Sequence[tuple[int, float]] = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""(sends, seconds) for each conversation."""
MOST_CONVERSATIONS = 20_000
LONGEST_WAIT_SECONDS = 3.0
"""What has to wait longer for its place goes back, so that its lease does not run out meanwhile."""


class NoPlace(Exception):  # an error is named by what happened
    """No place for a call became free in time; `wait_seconds` is when to ask again."""

    def __init__(self, wait_seconds: float) -> None:
        super().__init__(wait_seconds)
        self.wait_seconds = wait_seconds


class SlidingWindows:
    """Remembers when something was sent, and tells when the next may be. Pure: the clock is given.

    A send counts for a whole window after it, which is stricter than any way Teams may count.
    """

    def __init__(self, windows: Sequence[tuple[int, float]]) -> None:
        self._windows = windows
        self._times: deque[float] = deque(maxlen=max(count for count, _ in windows))

    def wait_seconds(self, now: float) -> float:
        """Return how long from *now* the next send has to wait; 0 when it may go."""
        waits = [self._times[-count] + seconds - now for count, seconds in self._windows if len(self._times) >= count]
        return max(0.0, *waits) if waits else 0.0

    def note(self, at: float) -> None:
        """Remember a send."""
        self._times.append(at)


class Places:
    """As many places as Teams takes calls in a *second*. Each is free again a second after its call was answered.

    Teams counts a call when it comes, which is before it answers: no second can hold more, however long the calls are
    under way, and none is refused. One that is not answered within a second is taken to have come by then, or else a
    connector that is slow for all would stop everything.
    """

    def __init__(self, count: int, *, second: float = 1.0) -> None:
        self._free = count
        self._second = second
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def take(self, *, is_first: bool, seconds: float) -> AsyncGenerator[None]:
        """Hold a place for one call, before all who are not *is_first*.

        Raises:
            NoPlace: none became free within *seconds*.
        """
        await self._wait(self._first if is_first else self._others, seconds)
        loop = asyncio.get_running_loop()
        unanswered = loop.call_later(2 * self._second, self._give_back)
        try:
            yield
        finally:
            free_at = loop.time() + self._second
            if free_at < unanswered.when():
                unanswered.cancel()
                loop.call_at(free_at, self._give_back)

    async def _wait(self, line: "deque[asyncio.Future[None]]", seconds: float) -> None:
        if self._free > 0:
            self._free -= 1
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(place)
        try:
            async with asyncio.timeout(seconds):
                await asyncio.shield(place)
        except BaseException as ended:
            if place.done():
                self._give_back()
            place.cancel()
            if isinstance(ended, TimeoutError):
                raise NoPlace(seconds) from None
            raise

    def _give_back(self) -> None:
        for line in (self._first, self._others):
            while line:
                place = line.popleft()
                if not place.done():
                    return place.set_result(None)
        self._free += 1
        return None


class Limits:
    """Gives each send its place in time, by conversation and for the whole app. *clock* counts seconds, monotonic."""

    def __init__(self, *, per_second: int, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._places = Places(per_second)
        self._conversations: OrderedDict[str, SlidingWindows] = OrderedDict()

    async def wait_for(self, conversation: str) -> None:
        """Wait until a send to *conversation* fits its own limits; it takes no place that others could use meanwhile.

        Raises:
            NoPlace: that is too long.
        """
        if (seconds := self.wait_seconds(conversation)) > LONGEST_WAIT_SECONDS:
            raise NoPlace(seconds)
        if seconds > 0:
            await asyncio.sleep(seconds)

    def wait_seconds(self, conversation: str) -> float:
        """Return how long a send to *conversation* has to wait for the conversation's own limits."""
        windows = self._conversations.get(conversation)
        return windows.wait_seconds(self._clock()) if windows else 0.0

    def place(self, *, is_first: bool) -> AbstractAsyncContextManager[None]:
        """Hold one of the app's places for a call; what somebody waits for *is_first*.

        Raises:
            NoPlace: none became free in time.
        """
        return self._places.take(is_first=is_first, seconds=LONGEST_WAIT_SECONDS)

    def note(self, conversation: str) -> None:
        """Remember a send to *conversation* that has been answered."""
        windows = self._conversations.pop(conversation, None) or SlidingWindows(CONVERSATION_WINDOWS)
        windows.note(self._clock())
        self._conversations[conversation] = windows
        # The chat unused for longest is forgotten: it has been quiet for far longer than any window that binds.
        if len(self._conversations) > MOST_CONVERSATIONS:
            self._conversations.popitem(last=False)
