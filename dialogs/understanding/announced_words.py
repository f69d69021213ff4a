"""How people ask which announcements there are, and who has read one. Read in folded text."""

import re
from enum import StrEnum

from dialogs.understanding.folding import fold

LONGEST = 120
# Long words are slipped in: "infomationen", "informaton", "anouncements".
_INFORMATION = r"inf[a-z]{0,2}m[a-z]{0,2}t[a-z]{0,2}on(?:en|er|erna|s)?|infon?|utskick(?:et|en)?|an+ou?n{0,2}c?e?ments?"
_SEVERAL = r"inf[a-z]{0,2}m[a-z]{0,2}t[a-z]{0,2}on(?:er|erna|s)|utskicken|an+ou?n{0,2}c?e?ments"
_NUMBER = r"i-20[0-9]{2}-[0-9]{4,6}"
_SHOW = r"(?:kan\s+(?:jag|du)|can\s+(?:i|you)|visa|lista|se|show|list|see|tell|mig|me)"
_ITS = r"(?:den|det|the|this|that|min|mitt|var|my|our|senaste|sista|latest|last|har|om|about|av|of)"
_NAMED = rf"(?:\s+{_ITS}){{0,4}}\s+(?:(?:{_INFORMATION})(?:\s+{_NUMBER})?|{_NUMBER})"
_IT = rf"(?:{_NAMED}|(?:\s+(?:den|det|it|this|that))?)"
_WHO = (
    r"(?:(?:vem|vilka|hur\s+m(?:an|n)ga|who|how\s+many)(?:\s+(?:ar|det|som|are|is|it|that|people|av\s+dem|of\s+them))*|"
    r"har\s+(?:alla|nagon|nagra)|(?:has|have)\s+(?:everybody|everyone|all|anybody|anyone|they\s+all))"
)
_NOT = r"(?:\s+(?:har|hr|hade|ha|inte|ej|annu|an|redan|have|has|had|haven.?t|hasn.?t|not|yet|already|actually))*"
_SO_FAR = r"(?:\s+(?:(?:an\s+)?sa\s+lange|an|annu|yet|hittills|so\s+far|nu|now|idag|today))*"
_READ = rf"(?:las[tr]|laste|lest|read){_IT}"
_GOT = rf"(?:fatt|sett|oppnat|got|gotten|received|seen|opened){_NAMED}"
_READERS = re.compile(
    rf"\W*(?:{_SHOW}\s+)*(?:{_WHO}{_NOT}\s+(?:{_READ}|{_GOT}){_SO_FAR}|"
    rf"(?:has\s+it\s+been|har\s+den\s+blivit|ar\s+den)\s+(?:last|read)|"
    rf"(?:las)?kvitt(?:on(?:a)?|enser(?:na)?)(?:\s+(?:for|pa)(?:{_NAMED}))?|(?:the\s+)?read\s+receipts|"
    rf"(?:hur\s+(?:gar|gick)\s+(?:det\s+(?:med|for))?|how\s+(?:is|did)){_NAMED}(?:\s+(?:going|doing|go))?)\W*"
)
_WHOSE = r"(?:den|the|alla|all|min|mina|my|var|vara|our|tidigare|gamla|earlier|(?:ut)?skickade?|sent|recent)"
_GONE = (
    r"(?:\s+(?:som|har|ar|finns|skickades|skickats|skickat|gick|gatt|ut|vi|jag|ni|du|fatt|gjorts|kommit|that|have|has|"
    r"had|are|is|were|was|been|gone|went|sent|out|there|we|i|you|received|got|hittills|nyligen|so|far|lately|recently|"
    r"till|mig|oss|to|me|us))*"
)
_LIST = re.compile(
    rf"\W*(?:(?:kan\s+jag\s+(?:fa\s+)?se\s+|can\s+i\s+see\s+)?(?:(?:lista|list)(?:\s+over|\s+of)?(?:\s+{_WHOSE})*\s+"
    rf"(?:{_INFORMATION})|(?:{_SHOW}\s+)*(?:{_WHOSE}\s+)+(?:{_SEVERAL})|(?:{_SHOW}\s+)+(?:{_SEVERAL})|"
    rf"(?:{_SHOW}\s+)*(?:all|alla|mina?|my|var|vara|our|tidigare|earlier)\s+(?:{_WHOSE}\s+)*(?:{_INFORMATION})|"
    rf"(?:vilken|vilka|vad\s+for|what|which)\s+(?:{_INFORMATION})(?=\s)){_GONE}|(?:{_SEVERAL})|"
    r"vad\s+har\s+(?:(?:vi|jag)\s+)?(?:gatt|skickats?)\s+ut|"
    r"(?:har\s+det\s+kommit|finns\s+det)\s+(?:(?:nagon|ny)\s+){1,2}information|"
    rf"(?:(?:are|is)\s+there\s+)?(?:any|new|a)\s+(?:new\s+)?(?:{_SEVERAL}|announcement))\W*"
)
_LOOSE = re.compile(rf"\W*(?:{_SHOW}\s+)*(?:(?:the|den)\s+)?(?:{_INFORMATION})\W*")


class Wanted(StrEnum):
    """What is asked about announcements: who has read one, a list of them, or one or several, as there are."""

    READERS = "readers"
    LIST = "list"
    ONE_OR_LIST = "one-or-list"


def announced_asked(text: str) -> Wanted | None:
    """Return what *text* asks about announcements; None where it asks no such thing."""
    folded = fold(text.strip())
    if len(folded) > LONGEST:
        return None
    patterns = {Wanted.READERS: _READERS, Wanted.LIST: _LIST, Wanted.ONE_OR_LIST: _LOOSE}
    return next((wanted for wanted, pattern in patterns.items() if pattern.fullmatch(folded)), None)
