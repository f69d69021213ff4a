"""Asking the requester while the work rests, by press and by a word: "väntar på svar: vilken färg?"."""

import re

from actions.ports import Begin
from actions.waiting import wait_for_requester
from dialogs.listening import only_of
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say
from dialogs.work import ask_which, find_meant
from domain.assignments import AssignmentStatus
from domain.people import Role

TAKEN_ON = frozenset({AssignmentStatus.ACCEPTED, AssignmentStatus.STARTED, AssignmentStatus.PAUSED})
_ASKED = re.compile(
    r"^\s*(?:jag\s+|vi\s+|i.?m\s+)?(?:väntar?\s+på\s+(?:svar|beställaren)|fråga\s+beställaren|"
    r"wait(?:ing)?\s+for\s+(?:an\s+)?answer|ask\s+the\s+requester|(?:fråga|ask)(?:\s+(?!beställaren|the)[^\W\d_][\w-]*){0,2})(?:\s+[BFU]-20[0-9]{2}-[0-9]{4,6})?\s*:\s*(\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


_WONDERS = re.compile(r"^\s*(?:vilken|vilket|vilka|vad|var|which|what|where)\b.*\?\s*$", re.IGNORECASE | re.DOTALL)


def is_wondering(text: str) -> bool:
    """Tell whether *text* asks which or what: "vilken lampa är det?", which reports no fault."""
    return _WONDERS.match(text) is not None


async def press_wait(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Ask what was filled in, and let the work of the card rest."""
    await wait_for_requester(
        id_in(press, "assignment"),
        press.text("comment"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply()


@only_of(Role.SERVICE_EMPLOYEE)
async def wait_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Ask what the sentence asks, and let the work rest that it means; None when it asks nothing."""
    found = _ASKED.match(turn.text)
    if found is None:
        return None
    meant = await find_meant(turn, TAKEN_ON, begin=begin)
    if len(meant) != 1:
        return await ask_which(turn, meant, "nothing-started", begin=begin)
    asked = await wait_for_requester(
        meant[0].id, found[1].strip(), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    told = say("waiting-asked", request=asked.id, to_person=asked.requester)
    return Reply(messages=(told,), state={"focus": f"assignment:{meant[0].id}"})
