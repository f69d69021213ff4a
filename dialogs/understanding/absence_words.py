"""How people say that they, or somebody else, are away or go home. Folded patterns; read in folded text."""

import re
from datetime import date, timedelta

from dialogs.understanding.folding import fold

_HELLO = r"^(?=[\s\S]{0,200}$)\W*(?:(?:hej|hejsan|hi|hello|sorry|tyvarr|forlat|obs|jo|du|och|and|so|sa)\b\W*)*"
_MONTHS = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
DAYS = (
    r"(?:[\s,.–-]*(?:\b(?:pa|i|hela|resten|av|nasta|denna|den|har|fran|till|tom|och|med|m|kl|klockan|vecka(?:n|orna)?|v|veckor|"
    r"redan|dagen|dagar|on|next|this|from|to|until|and|the|all|of|at|weeks?|for|days?|rest|whole|idag|imor(?:gon|ron|rn|n)|overmorgon|morgon|"
    r"dag|nu|now|today|tomorrow|formiddag(?:en)?|eftermiddag(?:en)?|morning|afternoon|(?:man|tis|ons|tors|fre|lor|son)"
    r"(?:dag(?:en|ar)?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|sommar(?:en)?|jul|pask|hosten|varen|tyvarr|sorry|tack|"
    rf"igen|ocksa|{_MONTHS})\b|[0-9][0-9.:/]*))*\W*$"
)
"""Words of days and times to the end of a sentence, or nothing."""
_I = r"(?:(?:jag|vi|i|i.?m|i\s+am|i.?ll|i\s+will)\s+)?"
_NOT_COMING = (
    r"kan\s+(?:\w+\s+)?inte\s+(?:komma(?:\s+in)?|jobba|arbeta)|kommer\s+(?:\w+\s+)?inte(?:\s+(?:in|till\s+jobbet|att\s+"
    r"(?:jobba|arbeta|komma)))?|(?:jobbar|arbetar)\s+(?:\w+\s+)?inte|ar\s+inte\s+(?:pa\s+(?:jobbet|plats)|i\s+tjanst|dar|inne)|"
    r"(?:can.?t|cannot|won.?t)\s+(?:come(?:\s+(?:in|to\s+work))?|work|be\s+(?:in|there))|(?:not|isn.?t)\s+(?:coming|working)(?:\s+in)?|"
    r"(?:doesn.?t|don.?t|does\s+not)\s+work"
)
_AWAY = (
    r"(?:(?:tjanst|foraldra|studie)?ledig|bortrest|borta|franvarande|hemma(?:\s+med\s+sjukt?\s+barn)?|"
    r"pa\s+(?:semester|kurs|utbildning|konferens|lakarbesok)|off(?:\s+(?:sick|work))?|away|absent|unwell|"
    r"on\s+(?:leave|vacation|holiday|parental\s+leave|a\s+course|training))"
)
_FREE = (
    r"(?:(?:har|tar|ska\s+ha|have|has|take|taking)\s+)?"
    r"(?:semester|ledigt|vacation|(?:a|the)\s+day\s+off|(?:a\s+)?holiday)"
)
_UNWELL = (
    r"mar\s+(?:\w+\s+)?(?:illa|daligt|kasst|inte\s+(?:sa\s+)?(?:bra|val))|"
    r"feel(?:s|ing)?\s+(?:\w+\s+)?(?:ill|bad|unwell|awful|terrible|poorly|rough|lousy)"
)
_HOME = (
    r"(?:(?:maste|behover|ar\s+tvungen\s+att|far|vill|ska|tanker|skulle\s+(?:vilja|behova)|have\s+to|has\s+to|need(?:s)?\s+to|must|"
    r"got\s+to|gotta|(?:am\s+)?going\s+to|will|would\s+like\s+to)\s+)*"
    r"(?:(?:ga|gar|gatt|sticka|sticker|aka|aker|akt|dra|drar|har\s+gatt|har\s+akt|leave|leaves|leaving|go|goes|going|gone|has\s+gone|went|"
    r"head(?:ing)?)\s+(?:hem|home|tidigare|tidigt|early|for\s+dagen|for\s+the\s+day)|"
    r"(?:hamtar?|pick\s+up|collect)\s+(?:(?:mina|my|the)\s+)?(?:barn(?:en)?|ungarna|kids?|children)|(?:slutar|sluta|stop(?:ping)?|finish(?:ing)?)\s+"
    r"(?:tidigare|tidigt|early))"
)
_GOES_AT = (
    r"(?:maste|behover|ska|have\s+to|has\s+to|need(?:s)?\s+to|must|got\s+to|gotta)\s+(?:ga|sticka|aka|dra|sluta|leave|go)"
    r"(?:\s+(?:redan|idag|i\s+dag|today))*\s+(?:kl(?:ockan)?\s*|at\s+)[0-9][0-9.:]*"
)
_STOPS_AT = r"(?:slutar|gar|aker|finishing|leaving)\s+(?:redan\s+)?(?:kl(?:ockan)?\s*|at\s+)[0-9][0-9.:]*"
_WHY = r"(?:[\s,.]*\b(?:for|pga|eftersom|da|because|due|to|med|with|mar|ska|has?|har|feel\w*|jag|i|min|mitt|my)\b.*)?$"
_NAME = r"[a-z][\w'-]*(?:\s+[a-z][\w'-]*)?"
_LEAVING = rf"(?:{_HOME}|{_GOES_AT})"
OWN = (
    rf"{_HELLO}{_I}(?:(?:ar|blir|vill\s+vara|am)\s+)?(?:{_NOT_COMING}|{_AWAY}|{_FREE}|{_UNWELL})"
    rf"(?:(?:[\s,.]+(?:och|sa|and|so|jag|i))*[\s,.]+(?:{_NOT_COMING}|{_AWAY}))?{DAYS}|"
    rf"{_HELLO}(?:mitt\s+|min\s+|my\s+)?(?:barn(?:et|en)?|unge|kid|child)\s+(?:ar|har|is|has)\s+(?:blivit\s+)?(?:sjuk\w*|feber|sick|ill|a\s+fever){DAYS}|"
    rf"{_HELLO}{_I}(?:{_LEAVING}|{_STOPS_AT})(?=[\s,.!]|$)(?:{DAYS}|[^?]*?{_WHY})"
)
"""What somebody says of themselves, and nothing else but when."""
OF_ANOTHER = (
    rf"{_HELLO}{_NAME}\s+(?:(?:ar|is|blir|will\s+be)\s+(?:\w+\s+)?{_AWAY}|{_NOT_COMING}|(?:has\s+)?called\s+in\s+sick|(?:har|has|tar|takes)\s+(?:semester|ledigt|vab|feber|"
    rf"sjukt\s+barn|a\s+day\s+off|the\s+day\s+off)|vabbar|{_UNWELL}|{_LEAVING}|{_STOPS_AT})(?:{DAYS}|\s+(?:och|and)\b.*)|"
    rf"{_HELLO}(?:idag|imorgon|i\s+(?:dag|morgon)|pa\s+\w+dag|today|tomorrow|on\s+\w+day)\s+(?:ar|is)\s+{_NAME}\s+(?:{_AWAY}|sjuk|sick){DAYS}"
)
"""What is said of somebody who has a name, and of nothing that the catalogue knows."""
LONGEST = 200
"""How many characters such a sentence has at most; a longer text says something else."""
_OF_ANOTHER = re.compile(OF_ANOTHER)
_LATE = re.compile(
    rf"{_HELLO}{_I}(?:(?:blir|ar|kommer|am|will\s+be|be|running|coming)\s+)+(?:(?:in|lite|ungefar|about|a|bit|[0-9]+|en|halv|kvart|timme|timmar|min(?:uter|utes)?|hours?)\s+)*"
    rf"(?:sen(?:t|are)?|forsenad|late)(?:\s+in)?{DAYS}|"
    rf"{_HELLO}{_I}(?:kommer|borjar|coming|starting|come|start)\s+(?:in\s+)?(?:forst\s+|inte\s+forran\s+)?(?:kl(?:ockan)?\s*|at\s+)[0-9][0-9.:]*{DAYS}"
)
_LEAVES = re.compile(rf"(?<!\bhar )(?<!\bhas )\b(?!har\b|has\s+gone)(?:{_LEAVING}|{_STOPS_AT})\b")
_REST_OF_WEEK = re.compile(
    r"\b(?:hela|resten\s+av)\s+(?:den\s+har\s+)?veckan\b|\b(?:all|(?:the\s+)?whole|(?:the\s+)?rest\s+of\s+the)\s+week\b"
)
_FRIDAY = 4
_RETURN = re.compile(
    r"(?:[\s,.;]+(?:och|men|and|but))?[\s,.;]*\b(?:(?:jag|han|hon|i|he|she)\s+|i.?(?:ll|m)\s+)?(?:(?:ar|kommer|blir|am|is|be|will\s+be)\s+)?"
    r"(?:tillbaka|back|(?:borjar|jobbar)\s+igen|i\s+tjanst\s+igen)\b(?:\s+(?:igen|again|pa\s+jobbet|at\s+work|in))*\s+(?=\w)"
)


def is_leaving(text: str) -> bool:
    """Tell whether *text* says that somebody goes home before the day is over: "måste gå hem kl 12"."""
    return len(text) <= LONGEST and _LEAVES.search(fold(text)) is not None


def is_late(text: str) -> bool:
    """Tell whether *text* says that its writer comes later to work: "jag blir sen", "kommer kl 10 imorgon"."""
    return _LATE.search(fold(text)) is not None


def is_of_another(text: str) -> bool:
    """Tell whether *text* may say that somebody with a name is away or goes home: "Leo är borta imorgon"."""
    return _OF_ANOTHER.search(fold(text)) is not None


def words_of_return(text: str) -> tuple[str, str] | None:
    """Return what stands before "tillbaka …" and "back …", and what stands after it, such as a day; else None."""
    found = _RETURN.search(fold(text)) if len(text) <= LONGEST else None
    return (text[: found.start()], text[found.end() :]) if found else None


def week_left(text: str, today: date) -> date | None:
    """Return the last working day of "hela veckan" and "the rest of the week", of a weekend *today*; else None."""
    if _REST_OF_WEEK.search(fold(text)) is None:
        return None
    return today + timedelta(days=max(0, _FRIDAY - today.weekday()))
