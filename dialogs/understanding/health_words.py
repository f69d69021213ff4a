"""Words of somebody's health, which the desk neither asks for nor keeps."""

import re

from dialogs.understanding.folding import fold

LONGEST_REASON = 500
_HEALTH = re.compile(
    r"\b(?:(?:mag|svin|vinterkrak)?sjuk(?:a|t|an|dom|skriven|skrivning|anmal\w*)?|feber|forkyl\w*|krasslig|influensa|migran|"
    r"mar\s+(?:\w+\s+)?(?:illa|daligt|kasst|pyton|inte\s+bra)|ont\s+i|kraks|lakar\w*|doktorn?|sjukhus\w*|gravid\w*|vab\w*|"
    r"sick|ill|unwell|fever|flu|cold\s+and|migraine|doctor|hospital|pregnan\w*|not\s+feeling\s+well|feel(?:ing)?\s+bad)\b"
)


def reason_to_keep(text: str) -> str | None:
    """Return *text* as the reason of what somebody did with their work; None when it speaks of anybody's health."""
    return None if _HEALTH.search(fold(text)) else text[:LONGEST_REASON]
