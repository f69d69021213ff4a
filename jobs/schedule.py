"""The one table of ticks: what runs by itself, when, and what becomes of a slot that was missed."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from actions.agreements import expire_agreements
from actions.announcements import next_announcement, run_announcements
from actions.approvals import next_reminder, remind_approvers
from actions.briefs import send_briefs
from actions.closing import close_done_requests
from actions.commitments import remind_commitments
from actions.erasing import erase_outlived_files
from actions.forgotten import ask_forgotten, close_month
from actions.indicators import settle_month
from actions.offers import move_offers_on, next_move
from actions.ports import Begin
from actions.series import make_orders_ahead
from actions.service_levels import next_watch, watch_promises
from actions.standing import make_standing_ahead
from actions.surveys import run_surveys
from actions.talks import end_silent_talks, forget_words, remind_of_talks
from actions.training import warn_expiring
from domain.day import TOLD_AT
from domain.worktime import CLOSES
from jobs.rhythm import Daily, Every, Slot
from jobs.ticks import Missed, Tick


async def tend_surveys(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Open, remind of and close the month's survey, as its plan says for the day."""
    for slot in slots:
        await run_surveys(slot.day, begin=begin, at=at)


async def remind_of_commitments(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Send the reminders of the day, or of all the days that were missed, each commitment once."""
    await remind_commitments(slots[-1].day, since=slots[0].day, begin=begin, at=at)


async def remind_who_owe_an_answer(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Remind the coordinators of the talks that wait for them; how many mornings were missed makes no difference."""
    await remind_of_talks(slots[-1].day, begin=begin, at=at)


async def close_requests(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Close what has been done for long enough by now; how many mornings were missed makes no difference."""
    await close_done_requests(begin=begin, at=max(slots[-1].due, at))


async def make_recurring_orders(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Make the orders of every series that have come within reach by now; how many mornings were missed is all one."""
    await make_orders_ahead(begin=begin, at=max(slots[-1].due, at))


async def make_standing_work(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """End the agreements that are over, and make the standing work of a week ahead and of mornings that were missed."""
    await expire_agreements(begin=begin, at=max(slots[-1].due, at))
    await make_standing_ahead(begin=begin, at=max(slots[-1].due, at), since=slots[0].day)


async def close_standing_month(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Let go of what nobody confirmed before its month closed; how many mornings were missed makes no difference."""
    await close_month(begin=begin, at=max(slots[-1].due, at))


async def settle_indicators(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Keep the outcomes of the month that can't be corrected any more, on the day that this is so."""
    for slot in slots:
        await settle_month(slot.day, begin=begin, at=max(slot.due, at))


async def tell_of_the_day(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Tell everybody what there is to do on the day that begins."""
    await send_briefs(slots[-1].day, begin=begin, at=at)


async def warn_of_competences(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Warn of the competences that run out, with what was missed; how many mornings that were makes no difference."""
    await warn_expiring(slots[-1].day, begin=begin, at=max(slots[-1].due, at))


async def ask_about_standing_work(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """Ask about the standing work of the day that has just ended."""
    await ask_forgotten(slots[-1].day, begin=begin, at=at)


async def tend_the_desk(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:  # noqa: ARG001 - as all actions
    """Let offers that nobody took move on, watch over what is promised, and remind of what waits for approval."""
    await move_offers_on(begin=begin, at=at)
    await watch_promises(begin=begin, at=at)
    await remind_approvers(begin=begin, at=at)


async def tend_announcements(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:  # noqa: ARG001 - as above
    """Send the announcements whose time has come, and remind those who have not read one."""
    await run_announcements(begin=begin, at=at)


async def next_at_the_desk(*, begin: Begin, after: datetime) -> datetime | None:
    """Return when an offer next moves on, a promise comes in danger, or somebody is reminded."""
    found = [await upcoming(begin=begin, after=after) for upcoming in (next_move, next_watch, next_reminder)]
    return min((each for each in found if each is not None), default=None)


async def end_and_erase(slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
    """End talks in which nobody writes, and erase words and files whose time is over."""
    now = max(slots[-1].due, at)
    await end_silent_talks(begin=begin, at=now)
    await forget_words(begin=begin, at=now)
    await erase_outlived_files(begin=begin, at=now)


TICKS: tuple[Tick, ...] = (
    Tick(
        name="erasing",
        rhythm=Daily(at=time(4)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=end_and_erase,
    ),
    Tick(
        name="standing",
        rhythm=Daily(at=time(5)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=make_standing_work,
    ),
    Tick(
        name="standing-month",
        rhythm=Daily(at=time(5)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=close_standing_month,
    ),
    Tick(
        name="indicators",
        rhythm=Daily(at=time(5)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=settle_indicators,
    ),
    Tick(
        name="closing",
        rhythm=Daily(at=time(6)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=close_requests,
    ),
    Tick(
        name="series",
        rhythm=Daily(at=time(6)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=make_recurring_orders,
    ),
    Tick(
        name="brief",
        rhythm=Daily(at=TOLD_AT),
        missed=Missed.SKIP,
        oldest=timedelta(hours=4),
        action=tell_of_the_day,
    ),
    Tick(
        name="competences",
        rhythm=Daily(at=time(7)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=warn_of_competences,
    ),
    Tick(
        name="commitments",
        rhythm=Daily(at=time(8)),
        missed=Missed.MERGE,
        oldest=timedelta(days=31),
        action=remind_of_commitments,
    ),
    Tick(
        name="talks",
        rhythm=Daily(at=time(9)),
        missed=Missed.MERGE,
        oldest=timedelta(days=7),
        action=remind_who_owe_an_answer,
    ),
    Tick(
        name="surveys",
        rhythm=Daily(at=time(15)),
        missed=Missed.CATCH_UP,
        oldest=timedelta(days=20),
        action=tend_surveys,
    ),
    Tick(
        name="standing-forgotten",
        rhythm=Daily(at=CLOSES),
        missed=Missed.SKIP,
        oldest=timedelta(hours=4),
        action=ask_about_standing_work,
    ),
    Tick(
        name="desk",
        rhythm=Every(period=timedelta(minutes=15)),
        missed=Missed.SKIP,
        oldest=timedelta(minutes=15),
        action=tend_the_desk,
        upcoming=next_at_the_desk,
    ),
    Tick(
        name="announcements",
        rhythm=Every(period=timedelta(minutes=15)),
        missed=Missed.SKIP,
        oldest=timedelta(minutes=15),
        action=tend_announcements,
        upcoming=next_announcement,
    ),
)
"""In the order that slots of the same moment run."""
