"""The log in a chat: "visa loggen för B-2022-0001", for whoever may read it."""

import re

from actions.ports import Begin
from dialogs.turn import Press, Reply, Turn, show
from dialogs.understanding.folding import fold
from domain.notices import Message

READ = "audit.read"
_ASKED = re.compile(
    r"^\W*(?:(?:kan\s+du\s+)?(?:visa|oppna|se|show|open|see)\s+)?(?:hela\s+|the\s+)?(?:andrings|change\s*|audit\s*)?"
    r"(?:logg(?:en|boken)?|log|audit(?:\s+trail)?)\b(?:\s+(?:for|over|om|av|of|about|på|pa|on))?"
    r"(?:\s+(?P<number>[a-z]+[a-z0-9]*(?:-[a-z0-9]+)*))?(?:\W+(?:sida|page)\s+(?P<page>[0-9]{1,4}))?\W*$"
)
PAGE = re.compile(r"[0-9]{1,4}")
NUMBER = re.compile(r"[A-Z]+[A-Z0-9]*(?:-[A-Z0-9]+)*|")
WORDS = frozenset({"sida", "page"})


async def audit_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Show the log that the sentence asks for; None for any other sentence.

    Raises:
        NotAllowed: the person may not read it.
    """
    found = _ASKED.match(fold(turn.text))
    if found is None or found["number"] in WORDS:
        return None
    turn.catalogue.permissions.demand(turn.person, READ)
    return Reply(messages=(_log((found["number"] or "").upper(), int(found["page"] or 1)),))


async def press_audit(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - as above
    """Show the page of the log that the button names, in place of the one that was pressed.

    Raises:
        NotAllowed: the person may not read it.
    """
    turn.catalogue.permissions.demand(turn.person, READ)
    number, page = press.text("number") or "", press.text("page") or ""
    return Reply(card=_log(number if NUMBER.fullmatch(number) else "", int(page) if PAGE.fullmatch(page) else 1))


def _log(number: str, page: int) -> Message:
    return show("audit", number=number, page=max(page, 1))
