"""How people ask for a training plan, and for what runs out. Read in folded text."""

import re

from dialogs.understanding.folding import fold

_PLAN = (
    r"(?:utbildningsplan(?:en)?|kompetens(?:plan(?:en)?|er(?:na)?)|utbildningar(?:na)?|training\s+plan|competences|"
    r"certificates)"
)
_ASKED = re.compile(
    rf"(?:(?:visa|se|show|see|vilka|what|hur\s+ser)\s+)?(?:(?:min|mina|my|the|are\s+my)\s+)*{_PLAN}"
    r"(?:\s+(?:har\s+jag|do\s+i\s+have))?"
)
_EXPIRING = re.compile(
    r"(?:vilka\s+kompetenser|vad|which\s+competences|what)\s+(?:som\s+)?(?:gar\s+(?:snart\s+)?ut|loper\s+ut|expires?|runs?\s+out)"
    r"(?:\s+(?:snart|soon))?|(?:visa\s+)?kompetenser\s+som\s+(?:gar|loper)\s+ut|(?:show\s+)?expiring\s+competences"
)


def is_asking_for_plan(text: str) -> bool:
    """Tell whether *text* asks for a training plan, less whose: "min utbildningsplan", "show the training plan"."""
    return _ASKED.fullmatch(_plain(text)) is not None


def is_asking_what_expires(text: str) -> bool:
    """Tell whether *text* asks which competences run out."""
    return _EXPIRING.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!?")
