"""Free work in the team's channel: where each unit's is shown, and the card that is owed there."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from actions.ports import Work
from actions.telling import occasion_of, subject_of
from domain.notices import Message, Owed
from domain.requests import RequestStatus, ServiceRequest

THREADS = "open-work:"
"""The setting, by unit, that holds the conversations in which its free work is shown."""
KIND = "assignment.open"


async def threads_of(work: Work, unit: str) -> Sequence[str]:
    """Return the conversations in which the free work of *unit* is shown, the oldest first."""
    stored = await work.settings.find(f"{THREADS}{unit}")
    return list(json.loads(stored)) if stored else []


async def show_in_thread(work: Work, units: Collection[str], conversation: str, *, is_shown: bool) -> bool:
    """Show the free work of *units* in the conversation from now on, or no more; tell whether that is new."""
    is_new = False
    for unit in sorted(units):
        before = await threads_of(work, unit)
        if (conversation in before) is is_shown:
            continue
        after = [*before, conversation] if is_shown else [each for each in before if each != conversation]
        await work.settings.put(f"{THREADS}{unit}", json.dumps(after))
        is_new = True
    return is_new


async def post_opening(work: Work, request: ServiceRequest, *, at: datetime) -> None:
    """Owe each of the unit's threads one card of *request*, where it is in the queue; the card follows it then."""
    if request.status is not RequestStatus.QUEUED:
        return
    for conversation in await threads_of(work, request.unit):
        owed = Owed(
            kind=KIND,
            dedup=f"{KIND}:{occasion_of(request)}:{conversation}",
            due=at,
            conversation=conversation,
            message=Message(view="claim", subject=subject_of(request)),
        )
        await work.outbox.put(owed)
