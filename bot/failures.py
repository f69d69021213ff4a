"""What becomes of a message that could not be sent: tried again later, or told to the coordinators."""

import logging
import random
from datetime import datetime, timedelta

from actions.ports import Work
from bot.connector import UNAUTHORIZED, Sent
from bot.parcels import Parcel
from bot.wire import Address
from domain.notices import REFRESH, Message, Owed, OwedStatus
from domain.people import Person, Role

NOT_FOUND = 404
FORBIDDEN = 403
BAD_GATEWAY = 502

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=30)
MOST_ATTEMPTS = 58
"""With pauses that double from 1 second to half an hour, that is about 24 hours."""

UNDELIVERABLE_NOTICE = "notice.undeliverable"

_log = logging.getLogger(__name__)


def pause_after(attempts: int, retry_after: timedelta | None) -> timedelta:
    """Return the pause after so many attempts: doubling, jittered by up to a quarter, at least what was asked for."""
    doubled: timedelta = min(FIRST_PAUSE * 2 ** min(max(attempts - 1, 0), 20), LONGEST_PAUSE)
    jitter: float = 1 + random.uniform(0, 0.25)  # noqa: S311  # spreads load; nothing secret
    pause: timedelta = max(doubled, retry_after or timedelta())
    return pause * jitter


async def note(work: Work, parcel: Parcel, *, sent: Sent, address: Address | None, at: datetime) -> datetime | None:
    """Write down that *parcel* was refused as *sent*; return when it is tried again, or None when it is given up."""
    is_passing = sent.is_worth_another_try or sent.status == UNAUTHORIZED
    if is_passing and parcel.owed.attempts < MOST_ATTEMPTS:
        pause = pause_after(parcel.owed.attempts, sent.retry_after)
        await work.outbox.retry(parcel.row, due=at + pause, error=sent.error)
        return at + pause
    if sent.status in {FORBIDDEN, NOT_FOUND} and address is not None:
        await work.conversations.deactivate(address.conversation)
    await give_up(work, parcel.owed, reader=parcel.reader, error=sent.error, at=at)
    return None


async def put_off(work: Work, owed: Owed, *, error: str, at: datetime) -> None:
    """Put a row that could not be worded back for later; give it up after a day of that."""
    if owed.id is None:
        return
    if owed.attempts < MOST_ATTEMPTS:
        await work.outbox.retry(owed.id, due=at + pause_after(owed.attempts, None), error=error)
    else:
        await give_up(work, owed, reader=None, error=error, at=at)


async def give_up(work: Work, owed: Owed, *, reader: Person | None, error: str, at: datetime) -> None:
    """Mark the row as undeliverable, and owe the coordinators a word about it.

    A card that can't be refreshed is let go: what it shows is old, but nobody is owed it. Nor is a notice about a
    notice that could not be delivered ever owed.
    """
    if owed.id is None:
        return
    is_owed = owed.kind not in {REFRESH, UNDELIVERABLE_NOTICE}
    status = OwedStatus.SKIPPED if owed.kind == REFRESH else OwedStatus.UNDELIVERABLE
    await work.outbox.settle(owed.id, status, at=at, error=error)
    _log.warning("undeliverable", extra={"row": owed.id, "kind": owed.kind, "error": error})
    if is_owed:
        await _tell_coordinators(work, owed, reader=reader, at=at)


async def _tell_coordinators(work: Work, owed: Owed, *, reader: Person | None, at: datetime) -> None:
    whom = owed.recipient or (reader.code if reader else "")
    message = Message(
        view="undeliverable",
        subject=owed.message.subject,
        values={"recipient": whom, "kind": owed.kind, "row": owed.id},
    )
    for coordinator in await _others(work, reader.units if reader else (), but=whom):
        dedup = f"undeliverable:{owed.id}:{coordinator.code}"
        notice = Owed(kind=UNDELIVERABLE_NOTICE, dedup=dedup, due=at, message=message, recipient=coordinator.code)
        await work.outbox.put(notice)


async def _others(work: Work, units: tuple[str, ...], *, but: str) -> list[Person]:
    """Return the coordinators of *units* except *but*; where none is left, those of other units: somebody must know."""
    own = [each for each in await coordinators_of(work, units) if each.code != but]
    return own or [each for each in await work.people.with_role(Role.COORDINATOR) if each.code != but]


async def coordinators_of(work: Work, units: tuple[str, ...]) -> list[Person]:
    """Return the coordinators of *units*, each once; all of them when the units have none."""
    found = {each.code: each for unit in units for each in await work.people.with_role(Role.COORDINATOR, unit=unit)}
    return list(found.values()) or list(await work.people.with_role(Role.COORDINATOR))
