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
    rf"(?:show\s+)?(?:me\s+)?my\s+(?:day|shift|schedule|list)(?:\s+{_DAY})?",
    rf"(?:vad\s+(?:har\s+jag|star|ar\s+det|finns)\s+pa\s+|(?:visa\s+)?)(?:min|dagens)\s+(?:att.gora.|arbets)?lista(?:n)?(?:\s+{_DAY})?",
    rf"(?:what.?s|what\s+is|what\s+do\s+i\s+have|show(?:\s+me)?)\s+on\s+my\s+(?:list|plate|schedule)(?:\s+{_DAY})?",
    rf"(?:var|vart)\s+(?:ska|skall)\s+jag(?:\s+(?:vara|jobba|ga|aka|borja))?(?:\s+{_DAY})?(?:\s+(?:nu|harnast|sen|forst))?",
    rf"where\s+(?:do\s+i\s+(?:go|start|work)|am\s+i(?:\s+(?:going|working|supposed\s+to\s+be))?)(?:\s+(?:next|first|now))?(?:\s+{_DAY})?",
    rf"(?:nar|vilken\s+tid|hur\s+dags)\s+(?:borjar|slutar|jobbar)\s+jag(?:\s+{_DAY})?|vilka\s+tider\s+(?:jobbar|har)\s+jag(?:\s+{_DAY})?",
    rf"(?:when|what\s+time)\s+do\s+i\s+(?:start|finish|work)(?:\s+{_DAY})?",
    rf"hur\s+ser\s+(?:min\s+dag|mitt\s+(?:schema|pass)|dagen|morgondagen|det)\s+ut(?:\s+for\s+mig)?(?:\s+{_DAY})?",
    rf"(?:how\s+does|what\s+does|how.?s|what.?s)\s+my\s+(?:day|shift)(?:\s+look(?:ing)?)?(?:\s+like)?(?:\s+{_DAY})?",
    rf"(?:hur\s+(?:manga|mycket)\s+(?:uppdrag\s+|jobb\s+)?har\s+jag|har\s+jag\s+(?:nagot|nagra\s+uppdrag|nagot\s+inplanerat))(?:\s+{_DAY})?",
    rf"(?:do\s+i\s+have\s+(?:anything|any\s+jobs|something)|how\s+many\s+jobs\s+do\s+i\s+have)(?:\s+{_DAY})?",
    rf"(?:what.?s|what\s+is)\s+the\s+plan(?:\s+{_DAY})?|vad\s+ar\s+planen(?:\s+{_DAY})?",
)
_IS_ASKING = re.compile("|".join(_ASKED))


def is_asking_for_day(text: str) -> bool:
    """Tell whether *text* asks what there is to do on a day: "vad ska jag göra idag", "mitt pass", "my shift"."""
    return _IS_ASKING.fullmatch(" ".join(fold(text).split()).strip(" .!?")) is not None
