"""How an employee asks for their day. Read in folded text."""

import re

from dialogs.understanding.folding import fold

_DAY = (
    r"(?:idag|i\s+dag|imorgon|i\s+morgon|i\s+overmorgon|(?:nu\s+)?pa\s+\w+dag(?:en)?|pa\s+(?:morgonen|formiddagen|eftermiddagen)|"
    r"today|tomorrow|on\s+\w+day|this\s+(?:morning|afternoon))"
)
_ASKED = (
    rf"(?:vad\s+(?:ska|skall|har)\s+jag\s+(?:att\s+)?(?:gora|jobba\s+med)\s+{_DAY})",
    rf"vad\s+(?:ar\s+det\s+som\s+|som\s+)?(?:hander|galler|ar\s+planerat|ar\s+pa\s+gang)(?:\s+for\s+mig)?\s+{_DAY}",
    rf"(?:visa\s+)?(?:mitt|dagens)\s+(?:arbets)?pass(?:\s+{_DAY})?",
    rf"(?:visa\s+)?(?:min\s+(?:arbets)?dag|mitt\s+(?:dags)?schema)(?:\s+{_DAY})?",
    rf"(?:what.?s|what\s+is)\s+(?:on|planned|up)(?:\s+for\s+me)?\s+{_DAY}",
    rf"what\s+(?:do\s+i\s+have|am\s+i\s+doing|should\s+i\s+do|shall\s+i\s+do|do\s+i\s+do)(?:\s+to\s+do)?\s+{_DAY}",
    rf"(?:show\s+)?my\s+(?:day|shift|schedule)(?:\s+{_DAY})?",
)
_IS_ASKING = re.compile("|".join(_ASKED))


def is_asking_for_day(text: str) -> bool:
    """Tell whether *text* asks what there is to do on a day: "vad ska jag göra idag", "mitt pass", "my shift"."""
    return _IS_ASKING.fullmatch(" ".join(fold(text).split()).strip(" .!?")) is not None
