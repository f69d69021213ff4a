"""How people speak about the monthly question: pause it, show it, answer it, ask what became of it. In folded text."""

import re

# Folded text has no diacritics and is as long as what was written.
ABOUT = r"(?:fraga\w*|fragor\w*|enkat\w*|undersokning\w*|question\w*|surveys?)"
PAUSE = re.compile(rf"^(?:pausa|pause|stoppa|stop)\b.*\b{ABOUT}", re.DOTALL)
_WAVE = (
    r"\s+(?:(?:the|alla|all|manadens|this\s+month.?s)\s+)*"
    r"(?:omgang(?:en|ar|arna)?|utskick(?:et|en)?|waves?|rounds?|mailings?|sendings?)(?:\s+(?:igen|again))?\W*$"
)
PAUSE_WAVE = re.compile(rf"^(?:pausa|pause|stoppa|stop){_WAVE}")
"""The same, as only those speak who run the questions: to anybody else a round is another one."""
RESUME_WAVE = re.compile(rf"^(?:fortsatt(?:\s+med)?|ateruppta|starta|resume|continue|restart){_WAVE}")
FOR_GOOD = re.compile(r"\b(?:for\s+(?:alltid|gott|good|ever)|forever|tills\s+vidare|until\s+further\s+notice)\b")
REASONED = re.compile(
    r"^(?P<answer>[a-z]+)(?:\s*[,:–-]\s*|\s+(?=(?:eftersom|darfor|for\s+att|because|since)\b))(?P<why>\S.+)$", re.DOTALL
)
"""An answer and why: "röd eftersom det är kallt"."""
FELT = re.compile(
    r"^(?:(?:jag\s+(?:kanner\s+mig|mar|sager|svarar|tycker|ar)|i\s+(?:feel|am|say|answer)|i.?m|det\s+(?:ar|blir|kanns)|"
    r"it\s+(?:is|feels)|it.?s)\s+)?(?P<answer>.*?)(?:\W+(?:i\s*dag|idag|just\s+nu|nu|today|right\s+now|now))?\W*$"
)
"""An answer with words around it, said where the question is what one speaks of: "jag mår grönt i dag"."""
NUMBER = re.compile(r"[-\u2212]?[0-9]{1,6}(?:[.,][0-9]{1,6})?\W*")
RESUME = re.compile(
    rf"^(?:fortsatt|ateruppta|starta|resume|continue)\b.*\b{ABOUT}|"
    rf"^(?:jag\s+vill\s+(?:ha|fa|svara\s+pa)|ge\s+mig|give\s+me|i\s+want|send\s+me|skicka(?:\s+mig)?)\s+(?:the\s+)?{ABOUT}\s+(?:igen|again)\W*$|"
    r"^(?:(?:fraga\s+mig|ask\s+me)\s+(?:igen|again)|(?:borja\s+fraga|start\s+asking)(?:\s+(?:mig|me))?(?:\s+(?:igen|again))?)\W*$",
    re.DOTALL,
)
LEAVE = re.compile(
    r"^(?:(?:jag\s+)?vill\s+inte\s+(?:vara\s+med|svara|fa|ha)\b.*\b(?:fragor\w*|fragan|enkat\w*)|"
    r"(?:fraga\s+mig\s+(?:aldrig|inte)\s+(?:mer|igen))|sluta\s+fraga(?:\s+mig)?|(?:jag\s+vill\s+ha\s+)?inga\s+fler\s+"
    r"fragor|sluta\s+(?:skicka|stalla)(?:\s+mig)?\s+(?:fragor\w*|fragan|enkat\w*)(?:\s+till\s+mig)?|no\s+more\s+questions|"
    r"(?:never|don.?t)\s+ask\s+me\s+(?:again|any\s*more)|stop\s+(?:asking(?:\s+me)?|sending\s+(?:me\s+)?questions))\W*$",
    re.DOTALL,
)
ALL = re.compile(r"\b(?:alla|allas|all|everybody\w*|everyone\w*)\b")
# A coordinator's bare "fråga" asks somebody to take work.
SHOW = re.compile(
    rf"^(?!fraga\W*$)(?:(?:visa|show|svara pa|answer|vad\s+(?:ar|var)|vilken\s+ar|what\s+(?:is|was)|what.?s)\s+)?"
    rf"(?:(?:min|manadens|the|my|this month.?s)\s+)?{ABOUT}"
    r"(?:\s+(?:of|for)\s+(?:the|this)\s+month|\s+for\s+manaden)?\W*$"
)
ANSWER = re.compile(
    r"^(?:(?:kan\s+du\s+)?(?:andra|byt)\s+(?:mitt\s+)?svar(?:et)?\s+till|change\s+(?:my|the)\s+answer\s+to|"
    r"(?:(?:mitt|my)\s+)?(?:svar|svarar|svara|answer)(?:\s+(?:ar|is))?\s*[:=]?)\s+(?P<answer>\S.*)$"
)
INSTEAD = re.compile(
    r"^(?:(?:nej|oj|no|oops)\W+)?(?:(?:andra|byt)(?:\s+(?:det|den))?\s+till|jag\s+menar|jag\s+menade|change\s+(?:it\s+)?to|"
    r"make\s+it|i\s+meant?|nej|no)[\s,:]+(?P<answer>\S.*)$"
)
"""Another answer, said right after the first one: "nej, 9", "ändra till 9"."""
_SEES = r"(?:ser|se|vet|veta|sees?|knows?)"
WHO_SEES = re.compile(
    rf"^(?:(?:kan|far|can|does|will)\s+(?:min\s+|my\s+)?\w+\s+{_SEES}|(?:vem|vilka|who)(?:\s+(?:kan|far|can))?\s+{_SEES})\s+"
    r"(?:(?:vad|what)\s+(?:just\s+)?(?:jag|i)\s+(?:har\s+|have\s+)?(?:svara\w*|answer\w*)|(?:mitt|mina|my)\s+(?:svar|answers?))\W*$|"
    r"^(?:ar\s+(?:det|fragan|svaren|enkaten)\s+(?:verkligen\s+)?anonym\w*|is\s+(?:it|this|the\s+survey)\s+(?:really\s+)?anonymous)\W*$"
)
CHANGE = re.compile(
    r"^(?:(?:jag\s+(?:vill|maste|behover|skulle\s+vilja)|kan\s+jag|far\s+jag|hur\s+kan\s+jag|hur\s+andrar\s+jag|i\s+want\s+to|"
    r"i.?d\s+like\s+to|can\s+i|may\s+i|how\s+(?:can|do)\s+i)\s+)?(?:(?:andra|byta?|ratta|change|correct)\s+)?(?:pa\s+)?"
    r"(?:mitt|my)\s+(?:svar|answer)(?:et)?(?:\s+(?:pa|to|on)\s+(?:fragan|enkaten|the\s+(?:question|survey)))?\W*$|"
    r"^(?:jag\s+(?:svarade|har\s+svarat|tryckte)\s+fel|i\s+(?:answered|pressed)\s+(?:the\s+)?wrong(?:\s+one)?)\W*$"
)
"""Somebody wants to change their answer, and does not say to what."""
MIND = re.compile(r"^(?:kan|far|can|may)\s+(?:jag|i)\s+(?:andra\s+mig|angra\s+mig|change\s+my\s+mind)\W*$")
"""The same, where the question is what one speaks of."""
WHY = re.compile(
    r"^(?:varfor|why)\s+(?:fragar|undrar|skickar|far|do|did|am|are)\b.*$|"
    r"^(?:vad\s+(?:ska|skall)\s+(?:det|svaren|ni)\b.*\btill|what\s+(?:is|are)\s+(?:this|it|they|the\s+answers)\s+for)\W*$"
)
"""Somebody wonders what the question that they speak of is for."""
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
    rf"(?:gick|gar|did|(?<!what )is|going)\s+.*\b{ABOUT}.*|{_MANY})\W*$",
    re.DOTALL,
)
WORDS = re.compile(
    r"^(?:ett\s+ord\s+om\s+fragan|kommentar\s+till\s+(?:fragan|svaret|mitt\s+svar)|"
    r"(?:a\s+word\s+on|comment\s+on)\s+(?:the\s+question|my\s+answer))\s*[:,-]?\s+(?P<words>\S.*)$",
    re.DOTALL,
)
_UNWELL = r"(?:daligt?|jobbigt|tungt|svart|stressigt|stressade?|utbrand|ledsen|bad|awful|terrible|stressed|miserable)"
_NOT_WELL = r"(?:(?:inte|not)\s+(?:\w+\s+)?(?:bra|well|good))"
WORRIED = re.compile(
    rf"^(?:jag|i).*\b(?:har\s+det\s+(?:\w+\s+)?(?:{_UNWELL}|{_NOT_WELL})|"
    rf"(?:mar|kanner\s+mig|feel|am|.m)\s+(?:\w+\s+){{0,2}}?(?:{_UNWELL}|{_NOT_WELL})(?=.*\b(?:jobbet|arbetet|work)\b))"
    r"(?:\s+(?:pa\s+(?:jobbet|arbetet)|at\s+work|just\s+nu|nu|idag|today|right\s+now))*\W*$"
)
"""Somebody tells that they are not well at work, and has not asked for anybody yet."""
TALK = re.compile(
    r"^(?:ja\W+)?(?:jag\s+vill|i\s+want\s+to|i.?d\s+like\s+to)\s+(?:garna\s+)?(?:prata|talk)\s+(?:om|about)\s+"
    r"(?:hur\s+jag\s+har\s+det|min\s+arbetsmiljo|my\s+work\s+environment|how\s+i\s+am\s+doing)\W*$"
)
