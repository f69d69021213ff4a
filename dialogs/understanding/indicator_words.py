"""How people ask for the indicators, and of where. Read in folded text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.understanding.folding import fold
from dialogs.understanding.month_words import MONTH

LONGEST = 160
_NAME = r"nyckeltal(?:en|et)?|indikator(?:er|erna|n)?|indicators?|kpi(?:er|erna|n|s)?|matetal(?:en)?"
_ASKS = re.compile(
    rf"\W*(?:(?:visa|se|lista|hur|gar|ar|ser|ut|vad|mina|vara|alla|for|show|see|list|me|how|are|what|the|our|my|all)\s+)*"
    rf"(?:{_NAME})\b(?:(?!\b(?:andra|satt|change|set|chosen|valda)\b).)*",
    re.DOTALL,
)
_ONE = re.compile(
    r"\W*(?:(?:visa|se|hur|gar|gick|ar|var|blev|ser|ligger|till|med|mig|for|pa|av|vad|trend(?:en)?|prognos(?:en)?|"
    r"utfall(?:et)?|nyckeltal(?:et)?|show|see|me|how|is|was|what|the|of|forecast|outcome|indicator|doing)\s+)*"
    rf"(?P<code>k[0-9]{{1,3}})\b(?:\s+ut)?(?:\s+(?:sedan|sen|since))?"
    rf"(?:\s+(?:(?:for|i|in|pa|at|of|av)\s+[^:=]{{2,60}}|(?:{MONTH})(?:\s+20[0-9]{{2}})?))?\W*"
)
ENTERS = (
    r"satt|ange|fyll\s+i|for\s+in|ratta|andra|set|enter|correct|change|nyckeltal(?:et)?|indicator|utfall(?:et)?|"
    r"outcome|of|for"
)
_MEASURED = r"%|procent(?:enheter)?|per\s*cent|percent|kr(?:onor)?|sek|tim(?:mar)?|hours|h|av\s+(?:5|10)|of\s+(?:5|10)"
_MEASURES: Sequence[tuple[re.Pattern[str], frozenset[str]]] = (
    (re.compile(r"%|proc|per\s*c"), frozenset({"percent", "traffic_light"})),
    (re.compile(r"kr|sek"), frozenset({"sek"})),
    (re.compile(r"tim|h"), frozenset({"hours", "working_hours", "hours_per_week", "per_100_hours"})),
)
"""What an outcome is said to be measured in, and the units of indicators that it can be."""
_WHERE = r"[a-z][a-z0-9-]*(?:\s+(?:[a-z][a-z0-9-]*|20[0-9]{2})){0,6}?"
_IS = (
    r"(?:\b(?:till|to|ar|va|var|blev|blir|is|was|(?:ligger|lag|landade|hamnade)\s+pa|uppgick\s+till|ended\s+at)\b|[:=])"
)
_NO_YEAR = rf"(?!20[0-9]{{2}}(?![0-9.,]|\s*(?:{_MEASURED})))"
BECAME = rf"(?:\s*{_IS}\s*|\s+{_NO_YEAR})"
"""What stands before an outcome, as a pattern: a word for it, or nothing before a number that is no year."""
VALUE = r"[-\u2212]?[0-9]+(?:[ \u00a0][0-9]{3})*(?:[.,][0-9]+)?(?![0-9]|[.,][0-9])"
_WHY = (
    r"(?:for|eftersom|darfor|because|since)\s+\w|"
    r"(?:ratta[dt]|rattning|rattelse|korrigera[dt]|korrigering|justera[dt]|corrected|correction|revised|adjusted)\b"
)
"""How somebody begins to say why the outcome is so, as a pattern."""
_ENTRY = re.compile(
    rf"\W*(?:(?:{ENTERS})\s+)*(?P<code>k[0-9]{{1,3}})\b"
    # "K10 i mars: 94", "K10 blev 94", "K10 i mars 94,5 %"; "K10 i mars 2022" tells none.
    rf"(?:(?P<where>\s+[^:=]{{2,60}}?)?\s*{_IS}\s*|(?:\s+{_WHERE})??\s+{_NO_YEAR})"
    rf"(?P<value>{VALUE})"
    rf"(?:\s*(?P<measure>{_MEASURED})(?!\w))?"
    rf"(?P<after>\s+(?:for|i|in|pa|at|of)\s+(?!(?:vi|att|we)\b){_WHERE})?"
    rf"(?:\s*(?:[,;:.]|\b(?={_WHY}))\s*(?P<comment>\S.*))?\W*",
    re.DOTALL,
)
_CODE = re.compile(r"(?<![\w-])[A-Za-z]{1,3}[0-9]{1,3}(?![\w-])")
_NO_NUMBER = re.compile(
    r"\W*(?:(?:nyckeltal(?:et)?|indicator)\s+)?k[0-9]{1,3}(?:\s+[^:=]{2,60}?)?\s*[:=]\s*[^\W\d]+\W*"
)
LONGEST_ENTRY = 600
_ALL = re.compile(r"\b(?:alla|hela\s+piloten|totalt|samtliga|all|whole|total)\b(?!\s+(?:nyckeltal|indicators))")


def asks_for_indicators(text: str) -> bool:
    """Tell whether *text* asks to see indicators."""
    return len(text) <= LONGEST and _ASKS.fullmatch(fold(text)) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class EntrySaid:
    """An outcome that somebody enters in words: of what, where and when (`where`), which number of what, and why."""

    code: str
    where: str
    value: str
    comment: str | None
    measure: str | None = None

    def is_measured_as(self, unit: str) -> bool:
        """Tell whether what the number is said to be of, such as kr, can be of an indicator measured in *unit*."""
        units = next((each for said, each in _MEASURES if said.match(fold(self.measure or ""))), None)
        return units is None or unit in units


def entry_said(text: str, *, written: str | None = None) -> EntrySaid | None:
    """Return the outcome that *text* enters: "K10 i mars: 94,5, två fakturor saknades"; None for anything else.

    *written* is what was written, where *text* says the same in the codes of units: why is kept in its words.
    """
    found = _ENTRY.fullmatch(fold(text)) if len(text) <= LONGEST_ENTRY else None
    if found is None:
        return None
    why = written if written is not None else text
    comment = why[found.start("comment") : found.end("comment")].strip() if found["comment"] else None
    return EntrySaid(
        code=found["code"].upper(),
        where=text[: found.start("value")]
        + (text[found.start("after") : found.end("after")] if found["after"] else ""),
        value=found["value"],
        comment=comment or None,
        measure=text[found.start("measure") : found.end("measure")] if found["measure"] else None,
    )


def lacks_number(text: str) -> bool:
    """Tell whether *text* enters an outcome that is no number: "K10 = nittio"."""
    return _NO_NUMBER.fullmatch(fold(text)) is not None


def code_asked_for(text: str) -> str | None:
    """Return the code of the one indicator that *text* asks for: "visa K4 för mars"; None for anything else."""
    found = _ONE.fullmatch(fold(text)) if len(text) <= LONGEST else None
    return found["code"].upper() if found else None


def means_all(text: str) -> bool:
    """Tell whether *text* means all units together."""
    return _ALL.search(fold(text)) is not None


def units_in(where: str, *, beside: str) -> list[str]:
    """Return the codes that *where* names, such as PV3, but for *beside*, in capitals."""
    return [each.upper() for each in _CODE.findall(where) if each.upper() != beside]
