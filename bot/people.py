"""Who an activity is from, and what becomes of someone whom the desk does not know."""

import hashlib
from datetime import datetime

from actions.ports import Work
from domain.notices import Message, Owed
from domain.people import Person, Role
from texts.format import local_day

UNKNOWN_NOTICE = "person.unknown"


def stranger(language: str) -> Person:
    """Return a reader of whom only the language is known: no code, no roles."""
    return Person(code="", name="", email="", aad_object_id="", roles=frozenset(), language=language)


def language_of(locale: str, *, otherwise: str) -> str:
    """Return the language of a locale such as ``en-GB`` when there are texts in it, else *otherwise*."""
    language = locale.partition("-")[0].casefold()
    return language if language in {"sv", "en"} else otherwise


async def find_known(work: Work, aad_object_id: str | None) -> Person | None:
    """Return the active person with that directory object id, or None."""
    person = await work.people.find_by_aad(aad_object_id) if aad_object_id else None
    return person if person is not None and person.is_active else None


async def tell_administrators(work: Work, aad_object_id: str | None, *, at: datetime) -> None:
    """Owe each administrator a notice that someone unknown has written; once a day for each of them."""
    whom = hashlib.sha256((aad_object_id or "").encode()).hexdigest()[:16]
    for administrator in await work.people.with_role(Role.ADMINISTRATOR):
        await work.outbox.put(
            Owed(
                kind=UNKNOWN_NOTICE,
                dedup=f"{UNKNOWN_NOTICE}:{whom}:{local_day(at)}:{administrator.code}",
                due=at,
                recipient=administrator.code,
                message=Message(text="notice-person-unknown", values={"id": aad_object_id or "-"}),
            )
        )
