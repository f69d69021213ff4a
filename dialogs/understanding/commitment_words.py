"""How people speak about the year wheel: fill in, put off, say how far it has come. Read in folded text."""

import re
from collections.abc import Mapping

from domain.commitments import CommitmentStatus

# A code stands alone: the U of U-2022-0001 is an assignment, and until week 2 ("till v2") is none.
CODE = re.compile(r"(?<![\w-])(?!(?<=till )[Vv]|(?<=to )[VvWw])([A-Za-z]{1,2}[0-9]{1,2})(?![\w-])")
LIKE_CODE = re.compile(r"(?<![\w-])(?<!till )(?<!to )(?P<code>(?P<prefix>[a-z]{1,2})[0-9]{1,6})(?![\w-])")
"""What looks like a code, in folded text, also where none is that long; until week 15 ("till v15") is none."""
# Read in folded text, which has no diacritics and is as long as what was written.
FILL = re.compile(r"^(?:fyll\s+i|fill\s+in|komplettera)\b[\s:]*(?P<note>.*)$", re.DOTALL)
STATUS: Mapping[CommitmentStatus, re.Pattern[str]] = {
    CommitmentStatus.NOT_STARTED: re.compile(r"\b(?:inte\s+(?:pa)?borja[dt]\w*|not\s+started)\b"),
    CommitmentStatus.WAITING: re.compile(r"\b(?:vantar|vantande|waiting|on\s+hold)\b"),
    CommitmentStatus.ONGOING: re.compile(r"\b(?:pagar|pagaende|(?:pa)?borja[dt]\w*|ongoing|started|under\s+way)\b"),
    CommitmentStatus.FINISHED: re.compile(r"\b(?:klar|klart|klara|fardig\w*|done|finished|completed?)\b"),
}
ASKING = re.compile(
    r"^\W*(?:vad|vilk\w+|nar|hur|vem|varfor|ar|har|what|which|when|how|who|why|is|are|has|have|does|did)\b|\?\s*$"
)
"""Whoever asks whether something is done has not said that it is."""
NEARLY = re.compile(r"\b(?:nastan|snart|halv\w*|delvis|almost|nearly|soon|half\w*|partly)\b")
NOT_YET = re.compile(r"\b(?:inte|ej|aldrig|allt|alla|not|isn.?t|never|all|everything)\b")
"""Words with which it is not done, or nobody knows what is."""
ADD = re.compile(
    r"^(?:jag\s+vill\s+|kan\s+(?:du|jag)\s+|i\s+want\s+to\s+|can\s+(?:you|i)\s+)?(?:(?:lagg\w*\s+(?:till|in|upp)|skapa|"
    r"registrera|ny|nytt|add|create|new)\s+)+(?:(?:ett|en|a|an|nytt|ny|new|the)\s+)*"
    r"(?:atagande\w*|milstolp\w*|commitments?|milestones?)\b|"
    r"^(?:lagg\w*\s+(?:till|in)|add)\s+.{1,80}\s(?:i|till|to|in)\s+(?:arshjulet|the\s+year\s+wheel)\W*$"
)
"""Somebody wants another one in the year wheel."""
SHOWING = re.compile(r"^\W*(?:visa|se|lista|show|see|list|kan|can|ar|is)\b")
MERE_CODE = re.compile(r"[a-z]{1,3}[0-9]{1,3}\W*")
GONE = re.compile(r"\b(?:igar|i\s+gar|i\s+forrgar|forra|yesterday)\b")
"""A day that has been: nothing is put off until then."""
MOVE_HOW = re.compile(r"^(?:flytta|skjut\s+fram|move|postpone)\s+[a-z]{1,2}[0-9]{1,2}\W*$")
HAND_OVER_HOW = re.compile(r"^(?:lamna\s+over|overlamna|hand\s+over)\s+[a-z]{1,2}[0-9]{1,2}\W*$")
ONE = re.compile(r"^(?:(?:visa|oppna|show|open)\s+)?[a-z]{1,2}[0-9]{1,2}\W*$")
"""One that is asked for by its code and nothing else."""
SAID = re.compile(r"\s*[:,–]\s*|\s+-\s+")
"""What parts how far it has come from what is said about it: "U1 pågår: väntar på siffror"."""
SNOOZE = re.compile(r"\b(?:paminn\w*|snooz[ae]\w*|remind\w*|skjut\s+upp|senare|later)\b")
MOVE = re.compile(
    r"^(?:(?:kan\s+du\s+)?(?:flytta|skjut(?:\s+fram)?|andra\s+datum(?:et)?\s+(?:for|pa))|move|postpone)\s+"
    r"(?P<code>[a-z]{1,2}[0-9]{1,2}|den|det|it)\s+(?:till|to)\s+(?P<day>[^:]{2,60})(?::\s*(?P<why>.+))?$",
    re.DOTALL,
)
ASSESS = re.compile(
    r"(?:(?:bedom|omvardera|andra|satt|assess|rate|change|set)\s+)?(?:the\s+)?risk(?:en)?\s+(?:(?:for|of|i|in)\s+)?"
    r"(?P<code>[a-z]{1,2}[0-9]{1,2}|den|det|it)\s*(?:[:,]|till\b|to\b|som\b|as\b)?\s*"
    r"(?:(?:sannolikhet(?:en)?|likelihood)\s*)?(?P<likelihood>[0-9]+)\s*(?:[x*,]|och\b|and\b)?\s*"
    r"(?:(?:konsekvens(?:en)?|consequence)\s*)?(?P<consequence>[0-9]+)(?:\s*[:.,]\s*(?P<why>\S.*?))?\W*",
    re.DOTALL,
)
HAND_OVER = re.compile(
    r"^(?:lamna\s+over|overlamna|hand\s+over|hand)\s+(?P<code>[a-z]{1,2}[0-9]{1,2}|den|det|it)\s+(?:over\s+)?"
    r"(?:till|to)\s+(?P<name>[^:,]{2,60}?)(?:(?:\s*[:,–]\s*|\s+(?=(?:eftersom|because|since)\b))(?P<why>\S.*?))?\W*$",
    re.DOTALL,
)
OUTCOME = re.compile(
    r"(?P<indicator>[A-Z][0-9]{1,3})[:\s]+(?P<value>-?[0-9]+(?:[.,][0-9]+)?)\s*%?(?:[\s,.:;]+(?P<comment>.+))?",
    re.DOTALL,
)
"""A note that tells an outcome first, as it is written: "K10: 94,2"."""
CHANGE = re.compile(r"\b(?:andra\s+laget|change\s+(?:the\s+)?status)\b")
