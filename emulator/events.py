"""What happens, told to every page that listens."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from emulator.wire import JsonObject

_QUEUE_LIMIT = 2000


class Events:
    """Gives each listener every event from the moment it began to listen."""

    def __init__(self) -> None:
        """Start with nobody listening."""
        self._queues: set[asyncio.Queue[JsonObject | None]] = set()
        self._watching: Counter[str] = Counter()

    @property
    def viewers(self) -> frozenset[str]:
        """The codes of those for whom somebody listens."""
        return frozenset(code for code, streams in self._watching.items() if streams > 0)

    def tell(self, kind: str, **fields: object) -> None:
        """Give all listeners an event; one who has fallen too far behind is cut off and reads everything anew."""
        event: JsonObject = {"type": kind, **fields}
        for queue in tuple(self._queues):
            if queue.qsize() >= _QUEUE_LIMIT:
                self._queues.discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait(event)

    def close(self) -> None:
        """End every listener's stream."""
        for queue in tuple(self._queues):
            queue.put_nowait(None)

    @contextmanager
    def listen(self, viewers: Sequence[str] = ()) -> Iterator[asyncio.Queue[JsonObject | None]]:
        """Give a queue of events, for *viewers*; None in it means that the stream is over."""
        queue: asyncio.Queue[JsonObject | None] = asyncio.Queue()
        self._queues.add(queue)
        self._watching.update(viewers)
        try:
            yield queue
        finally:
            self._queues.discard(queue)
            self._watching.subtract(viewers)
