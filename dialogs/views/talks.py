"""The view of a talk with a human being: the words for the two who talk, and who has it for the others asked."""

from collections.abc import Sequence
from datetime import datetime

from dialogs.cards.elements import Shown
from dialogs.cards.talk import TalkPage, taken_card, talk_card
from dialogs.views.asked import Asked, Hidden
from domain.talks import Talk, TalkLine
from texts import say


async def show_talk(asked: Asked) -> Shown:
    """Return the talk up to the line that the message names, or to its last."""
    talk = await asked.work.talks.get(asked.id)
    reader = asked.reader.code
    if not talk.knows(reader):
        raise Hidden
    said = await asked.work.talks.lines(talk.id) if talk.is_of(reader) else ()
    lines = _shown(asked, said)
    names = await asked.names([talk.person, talk.coordinator or talk.asked[0], *(each.person for each in lines)])
    unknown = say("person-unknown", asked.language)
    page = TalkPage(
        talk=talk,
        asker=names.get(talk.person, unknown),
        coordinator=names.get(talk.coordinator or talk.asked[0], unknown),
        lines=tuple((names.get(each.person, unknown), each.words) for each in lines),
        is_asker=reader == talk.person,
        waits_since=_waits_since(asked, talk, said),
        about=(talk.about or "").partition(":")[2],
    )
    card = talk_card if talk.is_of(reader) else taken_card
    return card(page, asked.frame(talk.version))


def _shown(asked: Asked, said: Sequence[TalkLine]) -> Sequence[TalkLine]:
    last = asked.value("line")
    return said[: int(last)] if last else said


def _waits_since(asked: Asked, talk: Talk, said: Sequence[TalkLine]) -> datetime | None:
    """Return since when an answer is waited for, on the card that reminds of it."""
    is_owed = talk.is_live and bool(said) and said[-1].person == talk.person
    return said[-1].at if is_owed and asked.value("reminder") else None
