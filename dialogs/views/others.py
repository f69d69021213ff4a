"""The views of help, the monthly question, the year wheel, and of messages that reached nobody."""

from actions.commitments import get_commitment, what_is_missing
from dialogs.cards.commitment import CommitmentFacts, commitment_card
from dialogs.cards.elements import Shown
from dialogs.cards.queue import Unreached, undeliverable_card
from dialogs.cards.roles import help_card, welcome_card
from dialogs.cards.survey import SurveyFacts, survey_card
from dialogs.views.asked import Asked, Hidden
from domain.notices import Owed
from domain.people import Role
from texts import has, say
from texts.format import local_day

MOST_UNREACHED = 8
MOST_COUNTED = 100
PARTY = "party:"


async def show_help(asked: Asked) -> Shown:
    """Return what the reader can do here."""
    return help_card(asked.reader.roles, asked.frame())


async def show_welcome(asked: Asked) -> Shown:
    """Return the first card that the reader gets."""
    return welcome_card(asked.reader.name, asked.reader.roles, asked.frame())


async def show_survey(asked: Asked) -> Shown:
    """Return the question that the reader was asked; those who were not asked see none."""
    surveys, month = asked.work.surveys, asked.id
    wave = await surveys.find_wave(month)
    code = await surveys.question_of(month, asked.reader.code)
    question = next((each for each in await surveys.questions() if each.code == code), None)
    if wave is None or question is None:
        raise Hidden
    facts = SurveyFacts(
        question=question,
        month=month,
        closes_on=wave.closes_on,
        is_answered=asked.reader.code not in await surveys.unanswered(month),
        is_closed=wave.secret is None or local_day(asked.at) > wave.closes_on,
    )
    return survey_card(facts, asked.frame())


async def show_commitment(asked: Asked) -> Shown:
    """Return the reminder of something due."""
    commitments = asked.work.commitments
    commitment = await get_commitment(asked.id, asked.work)
    is_own = asked.reader.has_role(commitment.responsible_role)
    if not asked.allows("commitment.read", is_own=is_own) and not is_own:
        raise Hidden
    notes = await commitments.notes_of(commitment.code)
    facts = CommitmentFacts(
        commitment=commitment,
        missing=tuple(_missing_words(asked, each) for each in await what_is_missing(commitment, asked.work)),
        recipients=tuple(_recipient(asked, code) for code in commitment.recipients),
        filled_count=len(notes),
        snoozed_until=await commitments.snoozed_until(commitment.code, asked.reader.code),
        may_edit=asked.allows("commitment.edit", is_own=is_own),
    )
    return commitment_card(facts, asked.frame())


def _missing_words(asked: Asked, written: str) -> str:
    """Return one missing thing in words; it is written as `outcome:K1`, `unit:PV1`, or a code of its own."""
    kind, _, code = written.partition(":")
    unit = asked.catalogue.units.get(code)
    name = unit.name.of(asked.language) if unit is not None else code
    return say(f"missing-{kind}", asked.language, name=name) if has(f"missing-{kind}") else written


def _recipient(asked: Asked, code: str) -> str:
    key = f"recipient-{code}"
    return say(key, asked.language) if has(key) else code


async def show_undeliverable(asked: Asked) -> Shown:
    """Return who could not be reached, for those who can do something about it."""
    if not any(asked.reader.has_role(role) for role in (Role.COORDINATOR, Role.ADMINISTRATOR)):
        raise Hidden
    rows = await asked.work.outbox.list_undeliverable(MOST_COUNTED)
    names = await asked.names([row.recipient or "" for row in rows])
    shown = [_unreached(asked, row, names) for row in rows[:MOST_UNREACHED]]
    return undeliverable_card(shown, len(rows), asked.frame())


def _unreached(asked: Asked, row: Owed, names: dict[str, str]) -> Unreached:
    recipient = row.recipient or ""
    party = asked.catalogue.parties.get(recipient.removeprefix(PARTY)) if recipient.startswith(PARTY) else None
    name = party.name.of(asked.language) if party else names.get(recipient) or say("person-unknown", asked.language)
    about = say(_kind(row.kind), asked.language)
    subject = (row.message.subject or "").partition(":")[2]
    return Unreached(name=name, about=f"{about} {subject}" if subject[:2] in {"B-", "F-", "U-"} else about)


def _kind(kind: str) -> str:
    """Return the key of what a message was about, by its kind or the first part of it."""
    dashed = kind.replace(".", "-").replace("_", "-")
    keys = (f"kind-{dashed}", f"kind-{dashed.partition('-')[0]}")
    return next((key for key in keys if has(key)), "kind-other")
