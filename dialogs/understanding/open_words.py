"""How people ask for free work, and where a coordinator wants it shown. Read in folded text."""

import re
from enum import StrEnum

from dialogs.understanding.folding import fold


class OpenWork(StrEnum):
    """What is asked: to see it once, to have it `HERE` from now on, or no more."""

    SEE = "see"
    HERE = "here"
    NO_MORE = "no_more"


_FREE = r"(?:lediga|otilldelade|free|unassigned|unclaimed|available|open)"
_WORK = r"(?:uppdrag(?:en)?|jobb(?:en)?|arbeten?|pass|jobs?|assignments?|work)"
_LEAD = (
    r"visa|lista|se|mig|de|alla|vilka|vad|finns(?:\s+det)?|har\s+vi|ar|nagra|kan\s+du|show|list|see|me|the|all|which|"
    r"what|are|is|there|any|do\s+we\s+have|please|snalla"
)
_END = r"att\s+ta|just\s+nu|nu|idag|i\s+dag|to\s+take|now|today|for\s+me|for\s+mig|som\s+finns|tack|please"
_HERE = r"har|i\s+kanalen|i\s+traden|i\s+den\s+har\s+(?:kanalen|traden)|here|in\s+this\s+(?:channel|thread)"
_SEEN = re.compile(rf"\W*(?:(?:{_LEAD})\s+)*{_FREE}\s+{_WORK}(?:\s+(?:{_END}))*(?P<here>\s+(?:{_HERE}))?\W*")
_CAN_DO = re.compile(
    r"\W*(?:(?:ar|finns)\s+det\s+)?(?:nagot|nat|nagra|nagonting)\s+(?:(?:mer|annat|ledigt|jobb|uppdrag)\s+)*(?:som\s+)?"
    r"(?:jag\s+kan\s+(?:ta|gora|hjalpa\s+till\s+med)|att\s+(?:ta|gora))(?:\s+(?:nu|idag|just\s+nu))?\W*|"
    r"\W*(?:is\s+there\s+)?(?:anything|something)\s+(?:(?:else|free|more)\s+)*(?:(?:that\s+)?i\s+can\s+(?:take|do|help\s+with)|to\s+(?:do|take))"
    r"(?:\s+(?:now|today))?\W*|\W*vad\s+kan\s+jag\s+(?:ta|hjalpa\s+till\s+med)\W*"
)
_STOPPED = re.compile(
    rf"\W*(?:inga|visa\s+inte|sluta\s+visa|visa\s+inga|no|stop\s+showing|don.?t\s+show|do\s+not\s+show)"
    rf"(?:\s+(?:de|fler|the|any|more))*\s+{_FREE}\s+{_WORK}(?:\s+(?:{_HERE}|langre|mer|any\s*more))*\W*"
)


def open_work_asked(text: str) -> OpenWork | None:
    """Return what *text* wants of free work; None when it is about something else."""
    folded = fold(text)
    if _STOPPED.fullmatch(folded):
        return OpenWork.NO_MORE
    if _CAN_DO.fullmatch(folded):
        return OpenWork.SEE
    found = _SEEN.fullmatch(folded)
    if found is None:
        return None
    return OpenWork.HERE if found["here"] else OpenWork.SEE
