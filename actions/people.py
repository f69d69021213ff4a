"""What a person can have changed or asked for about themselves."""

from collections.abc import Sequence
from datetime import datetime

from actions.ports import Begin, Work
from actions.telling import clean, coordinators_of, tell
from domain.notices import Event, Message
from domain.people import Person, Role

KNOWN_BY_NUMBER = frozenset({"request", "assignment"})


async def choose_language(person: Person, language: str, *, begin: Begin) -> None:
    """Speak *language* (``sv`` or ``en``) with *person* from now on."""
    async with begin() as work:
        await work.people.set_language(person.code, language)


async def ask_for_human(person: Person, *, about: str | None, said: str, begin: Begin, at: datetime) -> str | None:
    """Tell the coordinators that *person* wants to talk with somebody; return the one to expect, or None.

    They get what was *said*, and the card of the request that the conversation is about. *about* is its subject; only
    what has a number that people know is told. Asking again within the
    same hour tells nobody twice.
    """
    kind, _, number = (about or "").partition(":")
    told = number if kind in KNOWN_BY_NUMBER else "none"
    async with begin() as work:
        coordinators = [each for each in await _coordinators_for(work, person) if each != person.code]
        values = {"by_person": person.code, "about": told, "words": clean(said) or ""}
        occasion = f"{person.code}:{at:%Y-%m-%dT%H}"
        await tell(
            work, "human.wanted", coordinators, Message(text="human-wanted", values=values), occasion=occasion, at=at
        )
        if kind == "request":
            card = Message(view="request", subject=about)
            await tell(work, "human.about", coordinators, card, occasion=f"{occasion}:{number}", at=at)
        return coordinators[0] if coordinators else None


async def pass_words_on(by: Person, name: str, words: str, *, begin: Begin, at: datetime) -> Sequence[str]:
    """Let a coordinator and somebody of their units write to each other; return the codes of those whom *name* fits.

    With exactly one the words are owed to them. What was said is kept by nobody: the event holds ids only.
    """
    async with begin() as work:
        fitting = [each.code for each in await _reachable(work, by) if _is_called(each, name) and each.code != by.code]
        found = list(dict.fromkeys(fitting))
        if len(found) == 1:
            message = Message(text="human-said", values={"by_person": by.code, "words": clean(words) or ""})
            await tell(work, "human.said", found, message, occasion=f"{by.code}:{at.isoformat()}", at=at)
            await work.events.put(Event(subject=f"person:{found[0]}", what="answered", person=by.code, at=at))
        return found


async def _reachable(work: Work, by: Person) -> list[Person]:
    """Return whom *by* may write to: the coordinators of their units, and as a coordinator everybody of the units."""
    codes = await _coordinators_for(work, by)
    found = [await work.people.get(code) for code in codes]
    if by.has_role(Role.COORDINATOR):
        for unit in by.units or (None,):
            for role in Role:
                found += await work.people.with_role(role, unit=unit)
    return found


def _is_called(person: Person, name: str) -> bool:
    said = name.strip().casefold()
    return said in {person.code.casefold(), person.name.casefold(), *person.name.casefold().split()}


async def _coordinators_for(work: Work, person: Person) -> list[str]:
    """Return who looks after the units of *person*; every coordinator for someone without a unit."""
    if not person.units:
        return [each.code for each in await work.people.with_role(Role.COORDINATOR)]
    found = [code for unit in person.units for code in await coordinators_of(work, unit)]
    return list(dict.fromkeys(found))
