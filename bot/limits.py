"""The limits of Teams on sending, as sliding windows. Pure: the clock is given, and nothing here sleeps."""

from collections import OrderedDict, deque
from collections.abc import Callable, Sequence

CONVERSATION_WINDOWS: Sequence[tuple[int, float]] = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""(sends, seconds) for each conversation."""
MOST_CONVERSATIONS = 20_000


class SlidingWindows:
    """Remembers when something was sent, and tells when the next may be.

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
        """Remember a send; *at* may lie ahead of now, when it has been promised its place."""
        self._times.append(at)


class Limits:
    """Gives each send its place in time, by conversation and for the whole app. *clock* counts seconds, monotonic."""

    def __init__(self, *, per_second: int, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._app = SlidingWindows([(per_second, 1.0)])
        self._conversations: OrderedDict[str, SlidingWindows] = OrderedDict()

    def wait_seconds(self, conversation: str) -> float:
        """Return how long a send to *conversation* has to wait for the conversation's own limits."""
        windows = self._conversations.get(conversation)
        return windows.wait_seconds(self._clock()) if windows else 0.0

    def reserve(self, conversation: str) -> float:
        """Take the app's next free place for a send to *conversation*; return the seconds to wait before it.

        Call it when `wait_seconds` is 0: a chat that has to wait must not hold a place that others could use.
        """
        now = self._clock()
        wait = self._app.wait_seconds(now)
        self._windows_of(conversation).note(now + wait)
        self._app.note(now + wait)
        return wait

    def _windows_of(self, conversation: str) -> SlidingWindows:
        windows = self._conversations.pop(conversation, None) or SlidingWindows(CONVERSATION_WINDOWS)
        self._conversations[conversation] = windows
        # The chat unused for longest is forgotten: it has been quiet for far longer than any window that binds.
        if len(self._conversations) > MOST_CONVERSATIONS:
            self._conversations.popitem(last=False)
        return windows
