"""The cause log: an entry written, and what came of its measure."""

from datetime import datetime

from actions.ports import Begin, Work
from actions.telling import clean
from catalog.models import Catalogue
from domain.causes import LONGEST, Cause
from domain.errors import BadInput
from domain.notices import Event
from domain.people import Person
from domain.worktime import local_date

WRITE, READ = "commitment.edit", "commitment.read"
SUBJECT = "causes:"
"""The log has one card, which shows its newest entries."""


async def log_cause(
    problem: str | None,
    cause: str | None,
    measure: str | None,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    about: str | None = None,
) -> Cause:
    """Write an entry, personal identity numbers masked; the same as the newest one is written once.

    *about* is the subject of the commitment or the indicator that it was written beside; any other is left out.

    Raises:
        NotFound: there is no such commitment.
        NotAllowed: they may change nothing in the year wheel.
        BadInput: one of the three is empty or too long.
    """
    catalogue.permissions.demand(by, WRITE, is_own=True)
    said = [_said(name, words) for name, words in (("problem", problem), ("cause", cause), ("measure", measure))]
    async with begin() as work:
        about = await _known(about, work)
        for newest in await work.causes.newest(1):
            if [newest.problem, newest.cause, newest.measure, newest.person, newest.about] == [*said, by.code, about]:
                return newest
        number = await work.causes.next_id(local_date(at).year)
        entry = Cause(id=number, problem=said[0], cause=said[1], measure=said[2], person=by.code, at=at, about=about)
        await work.causes.add(entry)
        await _note(work, entry, "cause.logged", by=by, at=at)
        return entry


async def note_effect(
    number: str, effect: str | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Cause:
    """Keep what came of the measure; the latest word counts.

    Raises:
        NotFound: there is no such entry.
        NotAllowed: it is not theirs to change.
        BadInput: the effect is empty or too long.
    """
    said = _said("effect", effect)
    async with begin() as work:
        before = await work.causes.get_locked(number)
        catalogue.permissions.demand(by, WRITE, is_own=before.person == by.code)
        after = before.with_effect(said, at=at)
        if after is not before:
            await work.causes.save(after)
            await _note(work, after, "cause.effect", by=by, at=at)
        return after


async def _known(about: str | None, work: Work) -> str | None:
    kind, _, code = (about or "").partition(":")
    if kind == "commitment":
        await work.commitments.get(code)
    return about if kind in {"commitment", "indicator"} else None


def _said(name: str, words: str | None) -> str:
    said = clean(words)
    if said is None or len(said) > LONGEST:
        raise BadInput(field=name, lowest=1, highest=LONGEST)
    return said


async def _note(work: Work, entry: Cause, what: str, *, by: Person, at: datetime) -> None:
    await work.events.put(Event(subject=f"cause:{entry.id}", what=what, person=by.code, at=at))
    await work.outbox.refresh(SUBJECT, at=at)
