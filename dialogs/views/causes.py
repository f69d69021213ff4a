"""The view of the cause log."""

from collections.abc import Mapping

from actions.causes import READ, WRITE
from dialogs.cards.causes import CauseFacts, causes_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked, Hidden
from domain.causes import Cause

MOST = 25


async def show_causes(asked: Asked) -> Shown:
    """Return the newest entries: all of them to who may read the year wheel, else the reader's own."""
    may_write = asked.allows(WRITE, is_own=True)
    if not (may_write or asked.allows(READ, is_own=True)):
        raise Hidden
    newest = await asked.work.causes.newest(MOST)
    seen = [each for each in newest if _own(asked, each.person) or asked.allows(READ)]
    facts = CauseFacts(
        entries=seen,
        names=await asked.names([each.person for each in seen]),
        own=sorted((each for each in seen if asked.allows(WRITE, is_own=_own(asked, each.person))), key=_is_seen),
        about=await _about(asked, {each.about for each in seen if each.about}),
        may_write=may_write,
    )
    return causes_card(facts, asked.frame())


async def _about(asked: Asked, subjects: set[str]) -> Mapping[str, str]:
    """Return what the commitments and indicators of *subjects* are called, by subject."""
    if not subjects:
        return {}
    is_english = asked.language == "en"
    wheel = {f"commitment:{each.code}": each for each in await asked.work.commitments.all()}
    found = {subject: each.title_en if is_english else each.title_sv for subject, each in wheel.items()}
    found |= {f"indicator:{each.code}": each.name.of(asked.language) for each in asked.catalogue.indicators.values()}
    return {subject: f"{subject.partition(':')[2]} {found[subject]}" for subject in subjects if subject in found}


def _own(asked: Asked, person: str) -> bool:
    return person == asked.reader.code


def _is_seen(entry: Cause) -> bool:
    return entry.effect is not None
