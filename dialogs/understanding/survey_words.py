"""How people speak about the monthly question: pause it, show it, answer it. Read in folded text."""

import re

# Folded text has no diacritics and is as long as what was written.
ABOUT = r"(?:fraga\w*|fragor\w*|enkat\w*|undersokning\w*|question\w*|surveys?)"
PAUSE = re.compile(rf"^(?:pausa|pause|stoppa|stop)\b.*\b{ABOUT}", re.DOTALL)
RESUME = re.compile(rf"^(?:fortsatt|ateruppta|starta|resume|continue)\b.*\b{ABOUT}", re.DOTALL)
ALL = re.compile(r"\b(?:alla|allas|all|everybody\w*|everyone\w*)\b")
# A coordinator's bare "fråga" asks somebody to take work.
SHOW = re.compile(
    rf"^(?!fraga\W*$)(?:(?:visa|show|svara pa|answer)\s+)?(?:(?:min|manadens|the|my|this month.?s)\s+)?{ABOUT}\W*$"
)
ANSWER = re.compile(r"^(?:(?:mitt|my)\s+)?(?:svar|svarar|svara|answer)(?:\s+(?:ar|is))?\s*[:=]?\s+(?P<answer>\S.*)$")
