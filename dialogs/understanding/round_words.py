"""How somebody says that they are on a round, or have found something. Read in folded text."""

import re

from dialogs.understanding.folding import fold

_ASKED = re.compile(
    r"\W*(?:(?:visa|show|starta|start|ga|gar|jag|i|am|i.m|ar|pa|on|en|a|my|min|the)\s+)*"
    r"(?:rond(?:en)?|runda(?:n)?|rounds?)\W*"
    r"|\W*(?:(?:jag|vi|i|we)\s+)?(?:har\s+|have\s+|just\s+)*(?:hittat|hittade|sett|sag|found|seen|saw)\s+"
    r"(?:ett\s+fel|nagot|nagot\s+(?:fel|trasigt)|a\s+fault|something(?:\s+(?:wrong|broken))?)\W*"
)


def asks_for_round(text: str) -> bool:
    """Tell whether *text* asks for the card on which what is found is reported, and names nothing that was found."""
    return _ASKED.fullmatch(fold(text)) is not None
