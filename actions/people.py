"""What a person can have changed about themselves."""

from datetime import datetime

from actions.ports import Begin
from domain.notices import Event
from domain.people import Person


async def choose_language(person: Person, language: str, *, begin: Begin, at: datetime) -> None:
    """Speak *language* (``sv`` or ``en``) with *person* from now on."""
    async with begin() as work:
        await work.people.set_language(person.code, language)
        changed = {"language": [person.language, language]}
        subject = f"person:{person.code}"
        event = Event(subject=subject, what="language-chosen", person=person.code, at=at, changed=changed)
        await work.events.put(event)
