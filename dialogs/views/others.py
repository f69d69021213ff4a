"""The views of help and the year wheel."""

from collections.abc import Mapping

from actions.commitments import get_commitment, last_comment, what_is_missing
from actions.moving import could_hold
from actions.risks import last_assessment
from dialogs.cards.commitment import CommitmentFacts, commitment_card
from dialogs.cards.elements import Shown
from dialogs.cards.roles import help_card, welcome_card
from dialogs.views.asked import Asked, Hidden
from domain.commitments import Commitment
from domain.notices import Event
from texts import has, say
from texts.format import day, local_day


async def show_help(asked: Asked) -> Shown:
    """Return what the reader can do here."""
    return help_card(asked.reader.roles, asked.frame(), places=_places(asked))


async def show_welcome(asked: Asked) -> Shown:
    """Return the first card that the reader gets."""
    return welcome_card(asked.reader.name, asked.reader.roles, asked.frame(), places=_places(asked))


def _places(asked: Asked) -> list[str]:
    """Return the known places of the reader's first unit."""
    unit = next(iter(asked.reader.units), "")
    return [each.name.of(asked.language) for each in asked.catalogue.places_of(unit)]


async def show_commitment(asked: Asked) -> Shown:
    """Return the reminder of something due."""
    commitments = asked.work.commitments
    commitment = await get_commitment(asked.id, asked.work)
    is_own = commitment.is_of(asked.reader)
    may_edit = asked.allows("commitment.edit", is_own=is_own)
    if not (may_edit or asked.allows("commitment.read", is_own=is_own)):
        raise Hidden
    said = await last_comment(commitment.code, asked.work)
    indicators = asked.catalogue.indicators.values()
    names = {each.code: f"{each.name.of(asked.language)} ({each.code})" for each in indicators}
    notes = await commitments.notes_of(commitment.code)
    assessed = await last_assessment(commitment.code, asked.work)
    facts = CommitmentFacts(
        commitment=commitment,
        missing=tuple(_missing(asked, each, names) for each in await what_is_missing(commitment, asked.work)),
        comment=(said.reason or "") if said else "",
        said_by=await _said_by(asked, said) if said else "",
        recipients=tuple(_recipient(asked, code) for code in commitment.recipients),
        filled_count=len(notes),
        snoozed_until=await commitments.snoozed_until(commitment.code, asked.reader.code),
        risk_was=(assessed.before or "") if assessed else "",
        risk_since=local_day(assessed.at) if assessed else None,
        holder=await _holder(asked, commitment),
        holders=await _holders(asked, commitment) if may_edit else (),
        may_edit=may_edit,
    )
    return commitment_card(facts, asked.frame())


async def _holder(asked: Asked, commitment: Commitment) -> str:
    """Return who has it, where it was handed over to somebody."""
    return (await asked.names([commitment.holder or ""])).get(commitment.holder or "", "")


async def _holders(asked: Asked, commitment: Commitment) -> tuple[tuple[str, str], ...]:
    people = await could_hold(asked.work, asked.catalogue)
    gone = {commitment.holder, None if commitment.holder else asked.reader.code}
    return tuple((each.code, each.name) for each in people if each.code not in gone)


async def _said_by(asked: Asked, said: Event) -> str:
    names = await asked.names([said.person or ""])
    name = names.get(said.person or "") or say("person-unknown", asked.language)
    return f"{name}, {day(local_day(said.at), asked.language, local_day(asked.at))}"


def _missing(asked: Asked, written: str, names: Mapping[str, str]) -> tuple[str, str]:
    """Return the code of one missing thing, and it in words; it is written as `outcome:K1` or `unit:PV1`."""
    kind, _, code = written.partition(":")
    unit = asked.catalogue.units.get(code)
    name = unit.name.of(asked.language) if unit is not None else names.get(code, code)
    return code, say(f"missing-{kind}", asked.language, name=name)


def _recipient(asked: Asked, code: str) -> str:
    key = f"recipient-{code}"
    return say(key, asked.language) if has(key) else code
