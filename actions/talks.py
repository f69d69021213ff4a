"""Talking with a human being: asking for one, writing to each other, ending it. The words stay between the two."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from actions.ports import Begin, Work
from actions.telling import clean, coordinators_for, tell
from domain.errors import BadInput, TalkTaken
from domain.notices import Event, Message
from domain.people import Person, Role
from domain.talks import SILENT_FOR, WORDS_KEPT_FOR, Talk, TalkLine
from domain.worktime import CALENDAR

KNOWN_BY_NUMBER = frozenset({"request", "assignment"})


async def ask_for_human(person: Person, *, about: str | None, said: str, begin: Begin, at: datetime) -> Talk | None:
    """Open a talk, and tell the coordinators of the person's units; None when there is nobody to tell.

    They get what was *said*, and the card of the request that the conversation is about. *about* is its subject; only
    what has a number that people know is told. While a talk goes on, asking again writes in it: the same words once.
    """
    kind = (about or "").partition(":")[0]
    known = about if kind in KNOWN_BY_NUMBER else None
    async with begin() as work:
        before = await _live_of(work, person)
        talk = before or await _open(work, person, known, at=at)
        if talk is None:
            return None
        if before is not None and known not in {None, before.about}:
            talk = replace(before, about=known, version=before.version + 1)
            await work.talks.save(talk)
        await _write_once(work, talk, person, said, at=at)
        if kind == "request" and (before is None or before.about != known):
            card, occasion = Message(view="request", subject=about), f"{talk.id}:{about}"
            await tell(work, "human.about", talk.others(person.code), card, occasion=occasion, at=at)
        return talk


async def _live_of(work: Work, person: Person) -> Talk | None:
    """Return the person's talk that goes on, held until this transaction ends."""
    for found in await work.talks.live():
        if found.person == person.code:
            held = await work.talks.get_locked(found.id)
            if held.is_live:
                return held
    return None


async def _open(work: Work, person: Person, about: str | None, *, at: datetime) -> Talk | None:
    asked = tuple(each for each in await coordinators_for(work, person) if each != person.code)
    if not asked:
        return None
    talk = Talk(id=await work.talks.next_id(), person=person.code, asked=asked, created_at=at, about=about)
    await work.talks.add(talk)
    await work.events.put(Event(subject=talk.subject, what="asked-for-human", person=person.code, at=at))
    return talk


async def _write_once(work: Work, talk: Talk, person: Person, said: str, *, at: datetime) -> None:
    """Write the first words of a talk, empty or not; later ones only if they say something new."""
    words, lines = clean(said) or "", await work.talks.lines(talk.id)
    if not lines or words not in {"", lines[-1].words}:
        await _put(work, talk, person.code, words, kind="human.said" if lines else "human.wanted", at=at)


async def write_in_talk(talk: str, words: str | None, *, by: Person, begin: Begin, at: datetime) -> Talk:
    """Write in the talk and tell the other one. The first coordinator who does has it; the others see that.

    Raises:
        BadInput: there are no words.
        NotFound: there is no such talk of theirs.
        TalkTaken: another coordinator answers already.
        TalkOver: it has ended.
    """
    said = clean(words)
    if said is None:
        raise BadInput(field="answer", lowest="", highest="")
    async with begin() as work:
        before = await work.talks.get_locked(talk)
        after = before.write(by.code)
        if after is not before:
            await work.talks.save(after)
            await work.events.put(Event(subject=after.subject, what="human-answered", person=by.code, at=at))
            await work.outbox.refresh(after.subject, at=at)
        await _put(work, after, by.code, said, kind="human.said", at=at)
        return after


async def _put(work: Work, talk: Talk, writer: str, words: str, *, kind: str, at: datetime) -> None:
    """Keep the words, and owe the other one the card that shows them; the outbox itself holds none of them."""
    nth = len(await work.talks.lines(talk.id)) + 1
    await work.talks.put_line(TalkLine(talk=talk.id, nth=nth, person=writer, words=words, at=at))
    card = Message(view="talk", subject=talk.subject, values={"line": nth})
    await tell(work, kind, talk.others(writer), card, occasion=f"{talk.id}:{nth}", at=at)


async def end_talk(talk: str, *, by: Person | None, begin: Begin, at: datetime) -> Talk:
    """End the talk and tell the other one; ended already, nothing happens. Without *by* it ends by itself.

    Raises:
        NotFound: there is no such talk of theirs.
        TalkTaken: another coordinator answers already.
    """
    async with begin() as work:
        before = await work.talks.get_locked(talk)
        after = before.end(by.code if by else None, at=at)
        if after is before:
            return after
        await work.talks.save(after)
        ender = by.code if by else None
        await work.events.put(Event(subject=after.subject, what="human-ended", person=ender, at=at))
        await work.outbox.refresh(after.subject, at=at)
        told = after.others(ender) if ender else (after.person, *after.others(after.person))
        text = "talk-ended-by" if ender else "talk-ended-silent"
        for each in told:
            other = after.person if each != after.person else after.coordinator or after.asked[0]
            message = Message(text=text, values={"by_person": ender, "with_person": other})
            # Silent talks are ended in the night, when nobody is to be woken.
            due = at if by else CALENDAR.next_opening(at)
            await tell(work, "human.ended", [each], message, occasion=after.id, at=due)
        return after


async def talks_of(person: Person, *, begin: Begin) -> Sequence[tuple[Talk, TalkLine]]:
    """Return the talks that go on and are the person's to write in, each with its last line, oldest first."""
    async with begin() as work:
        theirs = [each for each in await work.talks.live() if each.is_of(person.code)]
        return [(each, (await work.talks.lines(each.id))[-1]) for each in theirs]


async def remind_of_talks(day: date, *, begin: Begin, at: datetime) -> None:
    """Remind the coordinators who owe an answer on the working day *day*: after one working day, and after three."""
    if not CALENDAR.is_working_day(day):
        return
    async with begin() as work:
        for found in await work.talks.live():
            talk = await work.talks.get_locked(found.id)
            last = (await work.talks.lines(talk.id))[-1]
            days = talk.reminder_due(last, today=day)
            if days is None:
                continue
            card = Message(view="talk", subject=talk.subject, values={"line": last.nth, "reminder": days})
            asked = talk.others(talk.person)
            await tell(work, "human.reminder", asked, card, occasion=f"{talk.id}:{last.nth}:{days}", at=at)


async def end_silent_talks(*, begin: Begin, at: datetime) -> int:
    """End the talks in which nobody has written for long; return how many."""
    async with begin() as work:
        live = [each.id for each in await work.talks.live()]
    return sum([await _end_if_silent(each, begin=begin, at=at) for each in live])


async def _end_if_silent(talk: str, *, begin: Begin, at: datetime) -> bool:
    """End the talk unless somebody has written lately; it is held, so that nobody writes meanwhile."""
    async with begin() as work:
        before = await work.talks.get_locked(talk)
        is_silent = all(each.at + SILENT_FOR <= at for each in await work.talks.lines(talk))
        if not before.is_live or not is_silent:
            return False
        await end_talk(talk, by=None, begin=work.within(), at=at)
        return True


async def forget_words(*, begin: Begin, at: datetime) -> int:
    """Erase the words of talks that ended long ago; return how many lines."""
    async with begin() as work:
        return await work.talks.forget_words(ended_before=at - WORDS_KEPT_FOR)


async def pass_words_on(by: Person, name: str, words: str, *, begin: Begin, at: datetime) -> Sequence[str]:
    """Let a coordinator and somebody of their units write to each other; return the codes of those whom *name* fits.

    With exactly one the words are owed to them: in the talk of the two, or else on their own, kept until they have
    gone out.

    Raises:
        TalkTaken: another coordinator answers them already.
    """
    async with begin() as work:
        fitting = [each.code for each in await _reachable(work, by) if _is_called(each, name) and each.code != by.code]
        found = list(dict.fromkeys(fitting))
        if len(found) != 1:
            return found
        talk = next((each for each in await work.talks.live() if _joins(each, by.code, found[0])), None)
        if talk is not None:
            await write_in_talk(talk.id, words, by=by, begin=work.within(), at=at)
            return found
        message = Message(text="human-said", values={"by_person": by.code, "words": clean(words) or ""})
        await tell(work, "human.said", found, message, occasion=f"{by.code}:{at.isoformat()}", at=at)
        await work.events.put(Event(subject=f"person:{found[0]}", what="answered", person=by.code, at=at))
        return found


def _joins(talk: Talk, one: str, other: str) -> bool:
    """Tell whether the talk is of these two; to a coordinator also one that another has taken, so that they learn it.

    Raises:
        TalkTaken: another coordinator answers *other* already.
    """
    if talk.person == other and one in talk.asked and not talk.is_of(one):
        raise TalkTaken(person=talk.coordinator)
    return {one, other} in ({talk.person, each} for each in talk.others(talk.person))


async def _reachable(work: Work, by: Person) -> list[Person]:
    """Return whom *by* may write to: the coordinators of their units, as a coordinator everybody of the units.

    And whoever has asked them for a talk.
    """
    codes = await coordinators_for(work, by)
    codes += [each.person for each in await work.talks.live() if by.code in each.asked]
    found = [await work.people.get(code) for code in codes]
    if by.has_role(Role.COORDINATOR):
        for unit in by.units or (None,):
            for role in Role:
                found += await work.people.with_role(role, unit=unit)
    return found


def _is_called(person: Person, name: str) -> bool:
    said = name.strip().casefold()
    return said in {person.code.casefold(), person.name.casefold(), *person.name.casefold().split()}
