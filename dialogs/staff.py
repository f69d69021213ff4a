"""Finding the service employee whom a sentence names."""

import re
from collections.abc import Sequence

from actions.ports import Begin
from dialogs.understanding.folding import fold
from domain.people import Person, Role

_WORD = re.compile(r"[^\W_]+")
_FOR = re.compile(r"(?P<what>.+?)\s+(?:för|åt|till|for|to)\s+(?P<name>[^\W\d_][\w .'-]{0,60})", re.IGNORECASE)


async def employees_called(name: str, *, begin: Begin) -> Sequence[Person]:
    """Return the service employees whose whole name, first name or code is *name*; of a whole name nobody else."""
    said = " ".join(fold(name).split()).strip(" .!?")
    async with begin() as work:
        employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
    whole = [each for each in employees if said in {fold(each.name), each.code.casefold()}]
    return whole or [each for each in employees if fold(each.name).split()[0] == said]


async def employees_in(text: str, *, begin: Begin) -> Sequence[Person]:
    """Return the service employees whom *text* names anywhere, also as whose: a first name where no whole is."""
    said = " ".join(("", *_WORD.findall(fold(text)), ""))
    async with begin() as work:
        employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
    whole = [each for each in employees if _stands(fold(each.name), said) or _stands(each.code.casefold(), said)]
    return whole or [each for each in employees if _stands(fold(each.name).split()[0], said)]


def _stands(name: str, said: str) -> bool:
    return f" {name} " in said or f" {name}s " in said


def said_for(text: str) -> tuple[str, str]:
    """Return what *text* asks and the name after its "för" or "for"; the name is empty where there is none."""
    found = _FOR.fullmatch(text.strip(" .!?"))
    return (found["what"], found["name"]) if found is not None else (text, "")
