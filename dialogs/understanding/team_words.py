"""How a coordinator asks who of the team is at work, has time or is away on a day. Read in folded text."""

import re

from dialogs.understanding.absence_words import DAYS
from dialogs.understanding.folding import fold

_WHO = r"\W*(?:(?:visa|vet\s+du|show|hej|hi)\W+)*(?:vem|vilka|vilken|who)\s*(?:(?:alla|i\s+teamet|all|of\s+us|som)\s+)*"
_WORKS = (
    r"(?:jobbar|arbetar|finns|kan\s+(?:jobba|arbeta|hjalpa\s+till|rycka\s+in)|har\s+(?:\w+\s+)?(?:tid|plats|utrymme|luckor|att\s+gora|"
    r"jour|pass)(?:\s+(?:over|kvar|att\s+gora))?|har\s+minst|ar\s+(?:pa\s+(?:jobbet|plats|plan|pass)|i\s+tjanst|inne|har|"
    r"tillganglig(?:a)?)|(?:.?s|is|are)\s+(?:working|at\s+work|in|on(?:\s+(?:duty|shift))?|here|available|free)|works?|"
    r"has\s+(?:time|room|(?:the\s+)?least(?:\s+to\s+do)?)|can\s+(?:work|help))"
)
_STAFFING = r"\W*(?:(?:visa|hur\s+ser|hur\s+ar|show|what.?s)\s+)?(?:the\s+)?(?:bemanning(?:en)?|staffing)(?:\s+ut)?"
_AT_WORK = re.compile(rf"(?:{_WHO}{_WORKS}|{_STAFFING}){DAYS}")
_AWAY = re.compile(
    rf"{_WHO}(?:ar|blir|is|are|.?s)\s+(?:borta|sjuk|sjuka|franvarande|lediga?|away|sick|ill|absent|off){DAYS}"
)


def asks_who_works(text: str) -> bool:
    """Tell whether *text* asks who is at work or has room: "vem jobbar idag?", "who has time on Friday?"."""
    return _AT_WORK.fullmatch(fold(text)) is not None


def asks_who_is_away(text: str) -> bool:
    """Tell whether *text* asks who is away: "vem är ledig på torsdag?"."""
    return _AWAY.fullmatch(fold(text)) is not None
