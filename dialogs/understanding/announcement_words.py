"""How people speak of announcements: write to whom, send, approve, take back, read, ask. Read in folded text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogs.understanding.folding import fold
from domain.people import Role

NUMBER = re.compile(r"\bI-20[0-9]{2}-[0-9]{4,6}\b", re.IGNORECASE)
_IT = (
    r"(?:(?:den|det|the|this)\s+)?(?:(?:har\s+)?(?:information(?:en)?|announcement)|den|det|it)"
    r"(?:\s+i-20\d\d-\d{4,6})?"
)

_WHEN = (
    r"(?:idag|imorgon|i\s+dag|i\s+morgon|today|tomorrow|pa|on|den|at|kl|klockan|nasta|next|(?:man|tis|ons|tors|fre)dag|"
    r"(?:mon|tues|wednes|thurs|fri)day)\b[^:]{0,50}(?::[0-9]{2})?"
)


class Said(StrEnum):
    """What is said about an announcement."""

    NEW = "new"
    WRITE = "write"
    AFFECTS = "affects"
    LACKING = "lacking"
    REWRITE = "rewrite"
    APPROVAL = "approval"
    APPROVE = "approve"
    REJECT = "reject"
    SEND = "send"
    RECALL = "recall"
    REMIND = "remind"
    ASK = "ask"
    SHOW = "show"
    MINE = "mine"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnnouncementWords:
    """What a sentence says; `who` and `words` as they were written. `is_named`: it says "informationen"."""

    said: Said
    who: str = ""
    words: str = ""
    is_named: bool = True


_MAKE = (
    r"(?:(?:(?:skapa|gor|skriv|lagg\s+upp|create|make|write)\s+)?(?:(?:en|an|a)\s+)?(?:ny|new)|"
    r"(?:skapa|skriv|create|write|make)(?:\s+(?:en|an))?)"
)
"""How somebody begins a new one, as a pattern."""
_NAMING = r"(?:information(?:en)?|announcement)"
_PATTERNS: Mapping[Said, re.Pattern[str]] = {
    Said.NEW: re.compile(
        rf"(?:{_MAKE}\s+(?:information|announcement)\s+(?:till|to)|informera|inform)"
        r"\s+(?P<who>[^:]{2,160}):\s*(?P<words>.+)",
        re.DOTALL,
    ),
    Said.WRITE: re.compile(r"(?:till|to)\s+(?P<who>[^:]{2,160}):\s*(?P<words>.+)", re.DOTALL),
    Said.AFFECTS: re.compile(
        r"(?:sa\s+(?:har\s+)?beror(?:s|\s+det)\s+|(?:this\s+is\s+)?how\s+(?:it|this)\s+affects\s+)"
        r"(?P<who>[^:]{2,160}):\s*(?P<words>.+)",
        re.DOTALL,
    ),
    # Somebody begins, and says not to whom, or not what.
    Said.LACKING: re.compile(
        rf"(?:{_MAKE}\s+(?:information|announcement)(?:\s+(?:till|to)\b[^:]*)?|"
        r"(?:skicka(?:\s+ut)?|send(?:\s+out)?(?:\s+an)?)\s+(?:information|announcement)\s+(?:till|to)\b[^:]*|"
        r"(?P<it>(?:fraga|question)\s+(?:om|about)\s+(?:the\s+)?(?:information(?:en)?|announcement)))\W*"
    ),
    Said.REWRITE: re.compile(
        r"(?:(?:andra|byt)\s+texten|change\s+the\s+text)(?:\s+(?:till|to))?\s*:?\s+(?P<words>\S.*)", re.DOTALL
    ),
    Said.APPROVAL: re.compile(
        rf"(?:be|ask)\s+(?P<who>.{{2,60}}?)\s+(?:att\s+|to\s+)?(?:godkanna|approve)(?:\s+(?P<it>{_IT}))?\W*"
    ),
    Said.APPROVE: re.compile(rf"(?:jag\s+|i\s+)?(?:godkann(?:er)?|approve)(?:\s+(?P<it>{_IT}))?\W*"),
    Said.REJECT: re.compile(
        r"(?:jag\s+|i\s+)?(?:avsla\w*|underkann\w*|godkann(?:er)?\s+inte|reject|(?:do\s+not|don.?t)\s+approve|nej|no)"
        rf"(?:\s+(?P<it>{_IT}))?(?:\s*[:,–]\s*(?P<words>\S.*?))?\W*",
        re.DOTALL,
    ),
    Said.SEND: re.compile(rf"(?:skicka(?:\s+ut)?|send)(?:\s+(?P<it>{_IT})(?:\s+{_WHEN})?)?\W*"),
    Said.RECALL: re.compile(
        rf"(?:aterkalla|dra\s+tillbaka|slang|recall|withdraw|discard)\s+(?P<it>{_IT})"
        r"(?:\W+(?:for|eftersom|darfor|det\s+(?:var|ar|blev)|den\s+(?:var|ar|blev)|because|since|it\s+(?:was|is))\b[^?]*)?\W*|"
        # Of no announcement that is spoken of, what is sent out are the month's questions.
        r"(?:stoppa|avbryt|stop)\s+(?:utskicket|the\s+mailing)\W*"
    ),
    Said.REMIND: re.compile(
        r"(?:paminn|remind)\s+(?:(?:alla|dem|de|those|them|everybody|everyone|all)\s+)?(?:som\s+inte\s+(?:har\s+)?last|"
        rf"who\s+have\s*(?:n.?t|\s+not)\s+read)(?:\s+(?P<it>{_IT}))?\W*"
    ),
    Said.ASK: re.compile(
        r"(?:(?:jag\s+har\s+en\s+|i\s+have\s+a\s+)?(?:fraga|question)\s+(?:om|about)\s+"
        rf"(?P<it>{_IT}))\s*:\s*(?P<words>.+)",
        re.DOTALL,
    ),
    Said.SHOW: re.compile(
        rf"(?:(?:visa|oppna|show|open)\s+(?:(?:senaste|the\s+latest)\s+)?)?(?P<it>(?:(?:the|den)\s+)?{_NAMING})"
        r"(?:\s+i-20\d\d-\d{4,6})?\W*|(?:visa\s+|show\s+)?i-20\d\d-\d{4,6}\W*"
    ),
    Said.MINE: re.compile(
        r"hur\s+beror\s+(?:det|den|informationen)(?:\s+har)?\s+mig\W*|"
        r"how\s+does\s+(?:it|this|the\s+announcement)\s+affect\s+me\W*"
    ),
}


def read_announcement(text: str) -> AnnouncementWords | None:
    """Return what *text* says about an announcement, or None. What is not named is left to what is being talked of."""
    stripped = text.strip()
    folded = fold(stripped)
    for said, pattern in _PATTERNS.items():
        found = pattern.fullmatch(folded)
        if found is not None:
            named = found.groupdict()
            return AnnouncementWords(
                said=said,
                who=_as_written(stripped, found, "who"),
                words=_as_written(stripped, found, "words"),
                is_named=said in _CLEAR or re.search(_NAMING, named.get("it") or "") is not None or _numbered(text),
            )
    return None


OF_SENDER = frozenset({Said.NEW, Said.APPROVAL, Said.SEND, Said.RECALL, Said.REMIND, Said.SHOW})
"""What is said of an announcement to the desk, and to no human being."""
_CLEAR = frozenset({Said.NEW, Said.REMIND, Said.MINE})


_WHERE = re.compile(r"(?P<who>.+?)\s+(?:i|pa|vid|at|in|of)\s+(?P<where>\S.*)", re.DOTALL)


def split_where(who: str) -> tuple[str, str]:
    """Return who is meant and, apart, of which units: "chefer i PV3 och PV4"; nothing where none are named."""
    found = _WHERE.fullmatch(fold(who))
    return (who, "") if found is None else (who[: found.end("who")], who[found.start("where") :])


def _numbered(text: str) -> bool:
    return NUMBER.search(text) is not None


def _as_written(text: str, found: re.Match[str], name: str) -> str:
    if name not in found.re.groupindex or found[name] is None:
        return ""
    return text[found.start(name) : found.end(name)].strip()


_ROLES: Mapping[Role, str] = {
    Role.REQUESTER: r"bestallar\w*|medarbetar\w*|personal(?:en)?|requesters?|staff",
    Role.PRINCIPAL: r"chef\w*|rektor\w*|principals?|managers?|heads?",
    Role.SERVICE_EMPLOYEE: r"servicemedarbetar\w*|servicepersonal\w*|service\s+employees?",
    Role.COORDINATOR: r"samordnar\w*|coordinators?",
    Role.PROJECT_LEADER: r"projektledar\w*|project\s+leaders?",
    Role.ECONOMIST: r"ekonom\w*|economists?",
    Role.PROJECT_OWNER: r"projektagar\w*|project\s+owners?",
    Role.ADMINISTRATOR: r"(?:system)?forvaltare|administrators?",
}
_OUTSIDE: Mapping[str, str] = {
    "unions": r"(?:de\s+)?fack\w*(?:\s+organisation\w*)?|(?:the\s+)?(?:trade\s+)?unions?",
    "board": r"(?:service)?namnd\w*|(?:the\s+)?(?:service\s+)?board|politiker\w*|politicians?",
    "steering": r"styrgrupp\w*|(?:the\s+)?steering\s+group",
    "management": r"ledningsgrupp\w*|(?:the\s+)?management(?:\s+group)?",
    "executive": r"kommunledning\w*|(?:the\s+)?(?:municipal\s+)?executive",
    "administrations": r"(?:berorda\s+)?forvaltningar(?:na)?|(?:the\s+)?administrations(?:\s+concerned)?",
}
_EVERYBODY = re.compile(r"alla|everybody|everyone|all")
_ALL_OF = re.compile(r"(?:alla|samtliga|all(?:\s+the)?)\s+(?:de\s+)?(?=\S)")
"""What stands before those who are meant: "alla chefer"."""
_BETWEEN = re.compile(r"\s*,\s*(?:och\s+|and\s+)?|\s+(?:och|and|samt|&)\s+")
_KNOWN = {**{role.value: words for role, words in _ROLES.items()}, **_OUTSIDE}


def audiences_in(who: str, outside: Iterable[str]) -> Sequence[str] | None:
    """Return the codes of the audiences that *who* names, in order; None where a word names none."""
    codes = set(outside)
    found: list[str] = []
    for part in _BETWEEN.split(fold(who).strip()):
        if _EVERYBODY.fullmatch(part):
            found += [role.value for role in Role]
            continue
        meant = _ALL_OF.sub("", part, count=1) if _ALL_OF.match(part) else part
        named = next((code for code, words in _KNOWN.items() if re.fullmatch(words, meant)), meant)
        if named not in codes | set(Role):
            return None
        found.append(named)
    return list(dict.fromkeys(found))
