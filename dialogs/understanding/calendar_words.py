"""What asks for the year wheel in one's own calendar, and for another address of it."""

import re

from dialogs.understanding.folding import fold

_FEED = (
    r"(?:kalender(?:n|lank(?:en)?|flode(?:t)?|adress(?:en)?|prenumeration(?:en)?)?|calendar(?:\s+(?:link|feed|address|subscription))?|"
    r"ics(?:-?(?:fil(?:en)?|lank(?:en)?|file|link))?)"
)
_ASKED = re.compile(
    r"^\W*(?:(?:kan\s+(?:jag|du)|jag\s+vill|can\s+(?:i|you)|i\s+want\s+to|please)\s+)?"
    r"(?:(?:visa|ge\s+mig|fa|ha|prenumerera\s+pa|show|give\s+me|get|have|subscribe\s+to)\s+)?(?:mig\s+|me\s+)?(?:(?:min|mitt|en|the|my|a)\s+)?"
    rf"{_FEED}(?:\s+(?:for|med|till|to|of|with)\s+(?:(?:my|the)\s+)?(?:arshjul(?:et)?|year\s+wheel))?(?:\s+(?:tack|please))?\W*$"
    r"|^\W*(?:(?:lagg|ha|se|visa)\s+)?arshjulet\s+i\s+(?:min\s+)?(?:kalender(?:n)?|outlook)\W*$"
    r"|^\W*(?:put\s+)?the\s+year\s+wheel\s+in\s+(?:my\s+)?(?:calendar|outlook)\W*$"
)
_RENEW = re.compile(
    r"^\W*(?:(?:ge\s+mig|jag\s+vill\s+ha|skapa|byt(?:\s+till)?|byta|give\s+me|make|change\s+to|change)\s+)?(?:(?:en|ett|a|my|the|min)\s+)?"
    rf"(?:ny(?:tt)?|annan|new|another)\s+{_FEED}\W*$|^\W*(?:byt|byta|change|renew)\s+(?:min\s+|my\s+)?{_FEED}\W*$"
)


def asks_calendar(text: str) -> bool:
    """Tell whether the whole of *text* asks for the address of one's calendar: "kalenderlänk", "my calendar link"."""
    return _ASKED.match(fold(text)) is not None


def asks_new_address(text: str) -> bool:
    """Tell whether the whole of *text* asks for another address: "ny kalenderadress", "renew my calendar link"."""
    return _RENEW.match(fold(text)) is not None
