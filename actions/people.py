"""What a person can have changed about themselves."""

from actions.ports import Begin
from domain.people import Person


async def choose_language(person: Person, language: str, *, begin: Begin) -> None:
    """Speak *language* (``sv`` or ``en``) with *person* from now on."""
    async with begin() as work:
        await work.people.set_language(person.code, language)
