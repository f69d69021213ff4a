"""How people speak about the monthly question: pause it, show it, answer it, ask what became of it. In folded text."""

import re

# Folded text has no diacritics and is as long as what was written.
ABOUT = r"(?:fraga\w*|fragor\w*|enkat\w*|undersokning\w*|question\w*|surveys?)"
PAUSE = re.compile(rf"^(?:pausa|pause|stoppa|stop)\b.*\b{ABOUT}", re.DOTALL)
RESUME = re.compile(rf"^(?:fortsatt|ateruppta|starta|resume|continue)\b.*\b{ABOUT}", re.DOTALL)
LEAVE = re.compile(
    r"^(?:jag\s+vill\s+inte\s+(?:vara\s+med|svara|fa)\b.*\b(?:fragor\w*|fragan|enkat\w*)|"
    r"(?:fraga\s+mig\s+(?:aldrig|inte)\s+(?:mer|igen))|sluta\s+fraga(?:\s+mig)?|(?:jag\s+vill\s+ha\s+)?inga\s+fler\s+"
    r"fragor|sluta\s+(?:skicka|stalla)(?:\s+mig)?\s+(?:fragor\w*|fragan|enkat\w*)(?:\s+till\s+mig)?|no\s+more\s+questions|"
    r"(?:never|don.?t)\s+ask\s+me\s+(?:again|any\s*more)|stop\s+(?:asking(?:\s+me)?|sending\s+(?:me\s+)?questions))\W*$",
    re.DOTALL,
)
ALL = re.compile(r"\b(?:alla|allas|all|everybody\w*|everyone\w*)\b")
# A coordinator's bare "fråga" asks somebody to take work.
SHOW = re.compile(
    rf"^(?!fraga\W*$)(?:(?:visa|show|svara pa|answer)\s+)?(?:(?:min|manadens|the|my|this month.?s)\s+)?{ABOUT}\W*$"
)
ANSWER = re.compile(
    r"^(?:(?:kan\s+du\s+)?(?:andra|byt)\s+(?:mitt\s+)?svar(?:et)?\s+till|change\s+(?:my|the)\s+answer\s+to|"
    r"(?:(?:mitt|my)\s+)?(?:svar|svarar|svara|answer)(?:\s+(?:ar|is))?\s*[:=]?)\s+(?P<answer>\S.*)$"
)
OWN = re.compile(r"^(?:vad|what)\s+(?:svarade|har|did|have)\s+(?:jag|i)(?:\s+(?:svarat|answer(?:ed)?))?\W*$")
"""Somebody asks what they answered themselves."""
_OF_IT = r"(?:av|pa|fran|for|i|of|to|in|from)\s+.*"
_RESULT = (
    r"(?:enkat\w*\s+|surveys?\s+)?"
    r"(?:enkatresultat\w*|resultat\w*|results?|svarsfrekvens\w*|response\s+rate|svaren|answers)"
    rf"\s*(?:{_OF_IT})?"
)
_MANY = r"(?:manga|many)\s+(?:som\s+)?(?:har\s+|have\s+)?(?:svarat|answered)\b.*"
RESULT = re.compile(
    rf"^(?:(?:visa|show|se|see|vad|what|hur|how|blev|var|was|were|is|ar|the|me)\s+)*(?:{_RESULT}|"
    rf"(?:gick|gar|did|is|going)\s+.*\b{ABOUT}.*|{_MANY})\W*$",
    re.DOTALL,
)
WORDS = re.compile(
    r"^(?:ett\s+ord\s+om\s+fragan|kommentar\s+till\s+(?:fragan|svaret|mitt\s+svar)|"
    r"(?:a\s+word\s+on|comment\s+on)\s+(?:the\s+question|my\s+answer))\s*[:,-]?\s+(?P<words>\S.*)$",
    re.DOTALL,
)
TALK = re.compile(
    r"^(?:ja\W+)?(?:jag\s+vill|i\s+want\s+to|i.?d\s+like\s+to)\s+(?:garna\s+)?(?:prata|talk)\s+(?:om|about)\s+"
    r"(?:hur\s+jag\s+har\s+det|min\s+arbetsmiljo|my\s+work\s+environment|how\s+i\s+am\s+doing)\W*$"
)
