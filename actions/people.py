"""What a person can have changed or asked for about themselves."""

from datetime import datetime

from actions.ports import Begin
from actions.telling import coordinators_of, tell
from domain.notices import Message
from domain.people import Person, Role


async def choose_language(person: Person, language: str, *, begin: Begin) -> None:
    """Speak *language* (``sv`` or ``en``) with *person* from now on."""
    async with begin() as work:
        await work.people.set_language(person.code, language)


async def ask_for_human(person: Person, *, about: str | None, begin: Begin, at: datetime) -> str | None:
    """Tell the coordinators that *person* wants to talk with somebody; return the one to expect, or None.

    Asking again within the same hour tells nobody twice.
    """
    async with begin() as work:
        if person.units:
            coordinators = await coordinators_of(work, person.units[0])
        else:
            coordinators = [each.code for each in await work.people.with_role(Role.COORDINATOR)]
        message = Message(text="human-wanted", values={"by_person": person.code, "about": (about or "none").rpartition(":")[2]})
        occasion = f"{person.code}:{at:%Y-%m-%dT%H}"
        await tell(work, "human.wanted", coordinators, message, occasion=occasion, at=at)
        return coordinators[0] if coordinators else None
