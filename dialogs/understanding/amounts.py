"""How many things, how many hours, which request, which mark."""

import re
from collections.abc import Sequence
from decimal import Decimal

from dialogs.understanding.folding import Token
from dialogs.understanding.numerals import NUMBER_PATTERN, WORD_PATTERN, WORDS, number_of
from dialogs.understanding.wordsets import words_of

Span = tuple[int, int]

_HALF_HOUR = r"(?P<half>(?:en\s+)?halvtimme|(?:en\s+)?halv\s+timme|half\s+an\s+hour|a\s+half\s+hour)"
_HOUR_UNIT = r"(?:h|tim|timme|timmar|timmars|hours?|hrs?)"
_HOURS = (
    re.compile(
        rf"(?<![\w.,/-])(?P<number>{NUMBER_PATTERN}|an?)\s*(?:(?P<more>och\s+en\s+halv|and\s+a\s+half)\s+){_HOUR_UNIT}\b"
    ),
    re.compile(r"\b(?P<oneandhalf>halvannan\s+timme|an\s+hour\s+and\s+a\s+half|en\s+timme\s+och\s+en\s+halv)\b"),
    re.compile(rf"\b{_HALF_HOUR}\b"),
    re.compile(
        rf"(?<![\w.,/-])(?P<number>{NUMBER_PATTERN}|an?)\s*-?{_HOUR_UNIT}\b"
        rf"(?:\s*(?:och|and|&)?\s*(?P<minutes>[0-9]{{1,2}}|{WORD_PATTERN})\s*(?:min\w*))?"
    ),
    re.compile(rf"(?<![\w.,/-])(?P<onlyminutes>[0-9]{{1,3}}|{WORD_PATTERN})\s*(?:min|minuter|minutes)\b"),
    re.compile(r"\b(?P<quarters>tre\s+kvart|(?:en\s+)?kvart(?!\s+(?:i|over)\b))\b"),
)
_COUNT = re.compile(
    rf"(?<![\w.,:/-])(?P<number>[0-9]{{1,4}}|{WORD_PATTERN}|ett\s+dussin|a\s+dozen|(?:ett|en)\s+par|a\s+couple\s+of)"
    r"(?:\s*(?:st|stycken|pcs|pieces)\b\.?(?:\s+of)?|\s*x)?\s+(?P<noun>[^\W\d_]{2,}(?:-[^\W\d_]+)*)"
)
# "Duka för 60", "coffee for ten tomorrow": so many people, where nothing that is counted comes after.
_PEOPLE = re.compile(
    rf"\b(?:duka\w*|fika\w*|kaffe|lunch\w*|middag|frukost|mat|buffe|bullar|smorgas\w*|coffee|tea|breakfast|dinner|food|"
    rf"sandwich\w*|cater\w*|table)\b[^.!?0-9]*?\b(?:for|till)\s+(?P<number>[0-9]{{1,4}}|{WORD_PATTERN})"
    r"(?=\W*$|\s*[,!?]|\.\s|\s+(?:pa|i|den|kl|klockan|imorgon|idag|nasta|v|vecka|on|at|in|tomorrow|today|next|och|and)\b)"
)
# "0 stolar", "-5 bord": of what is counted one by one only, and not of what there is: "vi har 0 stolar".
_WRONG_COUNT = re.compile(
    r"(?<![\w.,:/+-])(?P<number>-[0-9]+|0+|[1-9][0-9]{4,})\s*(?:st|stycken|pcs)?\s+"
    r"(?P<noun>[^\W\d_]*(?:[aoe]r(?:na)?|bord(?:en)?|haften|chairs|tables|copies|lamps|bulbs|boxes|desks|benches))\b"
)
_THERE_IS = re.compile(r"\b(?:har|finns|ar|kvar|have|has|is|are|left|there)\b|\n")
_NOT_COUNTED = words_of("""
    timme timmar tim h hour hours hrs minut minuter minutes min dag dagar days day vecka veckor week weeks manad
    manader months month ar years year grader degrees kr kronor sek procent percent meter m cm mm kg liter dygn
    ganger gang times och eller i pa vid till fran for om som av and or in on at to from for of by am pm st the
    imorgon idag om senast fore efter innan tack please nu kan ska behover januari februari mars april maj juni juli
    augusti september oktober november december january february march may june july august october grad tiden kvart
    over den det jag vi ni ar har blir is are was not inte tomorrow today every varje mycket bra daligt stjarnor
    stars ok okej okay ganska toppen great good fine excellent poor terrible perfekt perfect nice utmarkt fint kanon
    jattebra superbra jattedaligt usel uselt sadar godkant fantastiskt nojd missnojd happy quite very really rather not
    riktigt inte
""")
_LABELS = words_of("""
    sal rum room plan vaning avdelning avd hus house ward kl klockan v vecka week ak arskurs klass grade nr no
    nummer number vid kvart halv bara betyg rate rating korridor trapphus grupprum klassrum building floor entre
""")
_DIGIT = re.compile(r"[0-9]")
_FIGURE_WORDS = frozenset(WORDS) | words_of("""
    halvtimme timme timmar hour hours half halv halvannan kvart dussin dozen par couple a an
""")
_NUMBER = re.compile(r"\b(?P<kind>[bf])[- ]?(?P<year>20[0-9]{2})[- ](?P<serial>[0-9]{1,6})\b")
_RATING = re.compile(
    r"^\W*(?:(?:betyg(?:et)?|betygsatter|jag\s+ger(?:\s+(?:det|er|dig))?|ger|rating|rate|i\s+(?:give|"
    r"rate)(?:\s+(?:it|you))?|score)\W*(?:med\s+)?(?:en\s+|ett\s+|a\s+)?)?"
    r"(?P<mark>[1-5]|ett|en|etta|tva|tvaa|tre|trea|fyra|fem|femma|one|two|three|four|five)(?P<of>\s*(?:/|av|"
    r"of|out\s+of)\s*(?:5|fem|five))?"
    r"(?P<stars>\s*(?:stjarn\w*|stars?))?\b(?P<rest>.*)$"
)
_RATING_WORDS = re.compile(
    r"^(?:\s*[,.:;-]+\s*[a-z])|^\W*(?:$|(?:mycket|jatte\w*|super\w*|riktigt|ganska|inte|helt|very|really|quite|"
    r"rather|not)?\s*(?:bra\w*|dalig\w*|ok\w*|toppen|utmarkt|"
    r"nojd\w*|missnojd\w*|perfekt|fint|snabbt|snabb\w*|kanon|good|bad|great|excellent|poor|terrible|fine|"
    r"happy|perfect|nice|"
    r"tack\w*|thanks?|fantastisk\w*|trevlig\w*|proffsig\w*|usel\w*|sadar|godkant|fast)"
    # Before a thing it is no mark: "3 bra stolar", "5 fina bord".
    r"(?=\W*$|\s*[,.!;:()-]|\s+(?:men|but|och|and|tack|thanks|jobb\w*|job|work|service\w*|gjort|done|pa|med|with|"
    r"sa|for|faktiskt|tycker|det|it|dock|though|trots|although|fast|hjalp|help|bemot\w*|lite|much|mycket|this|den)\b))"
)
_MARKS = {"etta": 1, "tvaa": 2, "trea": 3, "femma": 5}


def has_figures(folded: str, tokens: Sequence[Token]) -> bool:
    """Tell whether the text can name an amount at all; what it can't name need not be looked for."""
    return any(token.folded in _FIGURE_WORDS for token in tokens) or _DIGIT.search(folded) is not None


def find_hours(folded: str, taken: Sequence[Span]) -> tuple[Decimal, Span] | None:
    """Return how many hours the text names outside of the spans *taken*, and where; at most 999."""
    for pattern in _HOURS:
        for match in pattern.finditer(folded):
            hours = _hours(match)
            if _is_free(match.span(), taken) and hours is not None and 0 < hours < 1000:  # noqa: PLR2004
                return hours, match.span()
    return None


def find_count(folded: str, taken: Sequence[Span]) -> tuple[int, Span] | None:
    """Return how many things the text names outside of the spans *taken*, and where the figure stands.

    A figure after "sal" or "vecka" is a name, and one before "timmar" or "grader" measures.
    """
    for match in _COUNT.finditer(folded):
        before = folded[: match.start()].split()
        # "Nr. 30" is a name, "no, 30 chairs" is not.
        if (before and before[-1].rstrip(".:") in _LABELS) or match["noun"] in _NOT_COUNTED:
            continue
        count = _count(match["number"])
        if count is not None and count > 1 and _is_free(match.span("number"), taken):
            return count, match.span("number")
    people = _PEOPLE.search(folded)
    count = _count(people["number"]) if people else None
    if people is None or count is None or count < 2 or not _is_free(people.span("number"), taken):  # noqa: PLR2004
        return None
    return count, people.span("number")


def wrongly_counted(folded: str) -> str | None:
    """Return the word of a folded text that is counted by a number which no order has: "stolar" of "0 stolar".

    None for a right number, for a name ("sal 10000 stolar") and for what is told of. A dash that begins a line in a
    list is no minus.
    """
    match = _WRONG_COUNT.search(folded)
    if match is None or match["noun"] in _NOT_COUNTED or _THERE_IS.search(folded):
        return None
    before = folded[: match.start()].split()
    is_name = bool(before) and (before[-1].rstrip(".:") in _LABELS or before[-1][-1].isdigit())
    return None if is_name else match["noun"]


def find_number(folded: str) -> str | None:
    """Return the number of a request that the text names, as people see it (B-2022-0001), or None."""
    match = _NUMBER.search(folded)
    return f"{match['kind'].upper()}-{match['year']}-{int(match['serial']):04d}" if match else None


def find_rating(folded: str) -> int | None:
    """Return the mark from 1 to 5 when the whole text is one, perhaps with a word about it; otherwise None."""
    match = _RATING.match(folded)
    if match is None:
        return None
    is_marked = (
        match["of"]
        or match["stars"]
        or re.match(r"^\W*(?:betyg|rating|rate|score|ger\b|jag ger|i give|i rate)", folded)
    )
    if match["mark"] in {"en", "ett", "one"} and not is_marked:
        return None
    if not is_marked and not _RATING_WORDS.match(match["rest"]):
        return None
    return _MARKS.get(match["mark"]) or int(number_of(match["mark"]) or 0) or None


def _hours(match: re.Match[str]) -> Decimal | None:
    said = match.groupdict()
    if said.get("half"):
        return Decimal("0.5")
    if said.get("oneandhalf"):
        return Decimal("1.5")
    if said.get("quarters"):
        return Decimal("0.75") if said["quarters"].startswith("tre") else Decimal("0.25")
    if said.get("onlyminutes"):
        return _quotient(number_of(said["onlyminutes"]))
    number = Decimal(1) if said["number"] in {"a", "an"} else number_of(said["number"])
    if number is None:
        return None
    if said.get("more"):
        return number + Decimal("0.5")
    return number + (_quotient(number_of(said.get("minutes") or "")) or 0)


def _quotient(minutes: Decimal | None) -> Decimal | None:
    return None if minutes is None else (minutes / 60).quantize(Decimal("0.01")).normalize()


def _count(written: str) -> int | None:
    if written.endswith(("dussin", "dozen")):
        return 12
    if re.match(r"(?:ett|en)\s+par|a\s+couple", written):
        return 2
    number = number_of(written)
    return None if number is None else int(number)


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)
