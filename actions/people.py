"""What a person can have changed or asked for about themselves."""

from datetime import datetime

from actions.ports import Begin, Work
from actions.telling import coordinators_of, tell
from domain.notices import Message
from domain.people import Person, Role

KNOWN_BY_NUMBER = frozenset({"request", "assignment"})


async def choose_language(person: Person, language: str, *, begin: Begin) -> None:
    """Speak *language* (``sv`` or ``en``) with *person* from now on."""
    async with begin() as work:
        await work.people.set_language(person.code, language)


async def ask_for_human(person: Person, *, about: str | None, begin: Begin, at: datetime) -> str | None:
    """Tell the coordinators that *person* wants to talk with somebody; return the one to expect, or None.

    *about* is the subject of the conversation; only what has a number that people know is told. Asking again within the
    same hour tells nobody twice.
    """
    kind, _, number = (about or "").partition(":")
    told = number if kind in KNOWN_BY_NUMBER else "none"
    async with begin() as work:
        coordinators = [each for each in await _coordinators_for(work, person) if each != person.code]
        message = Message(text="human-wanted", values={"by_person": person.code, "about": told})
        occasion = f"{person.code}:{at:%Y-%m-%dT%H}"
        await tell(work, "human.wanted", coordinators, message, occasion=occasion, at=at)
        return coordinators[0] if coordinators else None


async def _coordinators_for(work: Work, person: Person) -> list[str]:
    """Return who looks after the units of *person*; every coordinator for someone without a unit."""
    if not person.units:
        return [each.code for each in await work.people.with_role(Role.COORDINATOR)]
    found = [code for unit in person.units for code in await coordinators_of(work, unit)]
    return list(dict.fromkeys(found))
