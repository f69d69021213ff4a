"""Turns for tests of conversations: what somebody of the example pilot says or presses."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from actions.ports import Begin
from dialogs.routes import VERBS
from dialogs.turn import Press, Reply, Turn
from dialogs.understanding import Lexicon, understand
from domain.notices import Value
from tests.factories import NOW, example_pilot, the_person

CATALOGUE = example_pilot().catalogue


@cache
def lexicon() -> Lexicon:
    return Lexicon.of(CATALOGUE)


def says(person: str, text: str, *, at: datetime = NOW, focus: str | None = None) -> Turn:
    """Return *person* saying *text* in a chat that is about *focus*."""
    state = {"focus": focus} if focus else {}
    understood = understand(text, lexicon=lexicon(), places=(), now=at)
    return _turn(person, at=at, text=text, understood=understood, state=state)


def presses(person: str, verb: str, subject: str, *, at: datetime = NOW, **data: Value) -> Turn:
    """Return *person* pressing a button of *subject*."""
    return _turn(person, at=at, press=Press(verb=verb, data={"subject": subject, **data}))


async def pressed(turn: Turn, *, begin: Begin) -> Reply:
    """Return what the pressed button's dialog answers."""
    assert turn.press is not None
    return await VERBS[turn.press.verb](turn, turn.press, begin=begin)


def _turn(person: str, *, at: datetime, state: Mapping[str, object] | None = None, **given: object) -> Turn:
    return Turn(
        person=the_person(person),
        conversation=f"chat-{person}",
        is_personal=True,
        activity="activity-1",
        at=at,
        catalogue=CATALOGUE,
        state=state or {},
        **given,  # type: ignore[arg-type]
    )


def texts_of(reply: Reply | None) -> list[str | None]:
    """Return the names of the sentences or views of a reply, its toast last."""
    assert reply is not None
    said = [message.text or message.view for message in reply.messages]
    return [*said, reply.toast.text] if reply.toast else said
