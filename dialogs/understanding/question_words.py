"""How the project leader changes the rota in words: shows it, words a question anew, adds one, asks one no more."""

import re
from dataclasses import dataclass

from dialogs.understanding.folding import fold
from dialogs.understanding.month_words import months_named

LONGEST = 800
_CODE = r"(?P<code>f[0-9]{1,3})"
_A = r"(?:(?:fraga(?:n)?|question)\s+)"
ROTA = re.compile(
    r"\W*(?:(?:visa|se|show|see|me)\s+)*(?:alla\s+fragor(?:na)?|fragebatteriet|frageschemat|all\s+(?:the\s+)?questions|"
    r"(?:the\s+)?question\s+rota)\W*"
)
ONE = re.compile(
    rf"\W*(?:(?:visa|se|oppna|andra|byt(?:\s+ut)?|formulera\s+om|ratta|show|see|open|change|edit|reword)\s+{_A}?|{_A}){_CODE}"
    r"(?:\s*[:,]\s*[^/]*)?\W*"
)
"""Also a change without its words in both languages: the card says how it is done, and does it."""
NEW = re.compile(
    r"\W*(?:lagg\s+(?:till|in)|add|gor|skapa|ny|new|create)\s+(?:(?:en|a)\s+)?(?:(?:ny|new)\s+)?(?:fraga|question)\b[^/]*"
)
"""A new question that is not said whole: it is written in the rota."""
_CHANGE = re.compile(rf"\W*(?:andra|change)\s+{_A}{_CODE}\s*[:,]\s*(?P<sv>[^/]+)/(?P<en>.+)", re.DOTALL)
_RETIRE = re.compile(
    rf"\W*(?:sluta\s+(?:stalla|med)|ta\s+bort|pensionera|retire|stop\s+asking|remove)\s+{_A}?{_CODE}\W*"
)
_ADD = re.compile(r"\W*(?:ny|new)\s+(?:fraga|question)\s+(?P<head>[^:]+):\s*(?P<sv>[^/]+)/(?P<en>.+)", re.DOTALL)
_AUDIENCES = {
    "requester": re.compile(r"\b(?:bestallar\w*|requesters?)\b"),
    "principal": re.compile(r"\b(?:chef\w*|rektor\w*|principals?)\b"),
    "service_employee": re.compile(r"\b(?:servicemedarbetar\w*|medarbetar\w*|(?:service\s+)?employees?)\b"),
}
_KINDS = {
    "scale_1_10": re.compile(r"\b(?:skala|scale)\s+1\W{1,3}10\b"),
    "scale_1_5": re.compile(r"\b(?:skala|scale)\s+1\W{1,3}5\b"),
    "frequency": re.compile(r"\b(?:hur\s+ofta|how\s+often)\b"),
    "number_hours": re.compile(r"\b(?:timmar|hours)\b"),
    "traffic_light": re.compile(r"\b(?:trafikljus|traffic\s+light)\b"),
    "text": re.compile(r"\b(?:fritext|egna\s+ord|free\s+text|own\s+words)\b"),
}
_INDICATOR = re.compile(r"\bk[0-9]{1,3}\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionSaid:
    """What is said of a question, in both languages; of a new one also whom, when and how it asks."""

    text_sv: str
    text_en: str
    code: str = ""
    audience: str = ""
    answer: str = ""
    months: frozenset[int] = frozenset()
    indicator: str | None = None


def change_said(text: str) -> QuestionSaid | None:
    """Return the question and its new words: "ändra fråga F3: svenska / engelska"; None for anything else."""
    found = _CHANGE.fullmatch(fold(text)) if len(text) <= LONGEST else None
    if found is None:
        return None
    return QuestionSaid(code=found["code"].upper(), text_sv=_part(text, found, "sv"), text_en=_part(text, found, "en"))


def retire_said(text: str) -> str | None:
    """Return the code of the question that is to be asked no more, or None."""
    found = _RETIRE.fullmatch(fold(text)) if len(text) <= LONGEST else None
    return None if found is None else found["code"].upper()


def addition_said(text: str) -> QuestionSaid | None:
    """Return the new question: "ny fråga till chefer i maj, skala 1-5: svenska / engelska"; None for anything else."""
    found = _ADD.fullmatch(fold(text)) if len(text) <= LONGEST else None
    if found is None:
        return None
    head = found["head"]
    indicator = _INDICATOR.search(head)
    return QuestionSaid(
        audience=next((code for code, words in _AUDIENCES.items() if words.search(head)), ""),
        answer=next((code for code, words in _KINDS.items() if words.search(head)), ""),
        months=months_named(head),
        indicator=indicator[0].upper() if indicator else None,
        text_sv=_part(text, found, "sv"),
        text_en=_part(text, found, "en"),
    )


def _part(text: str, found: re.Match[str], name: str) -> str:
    return text[found.start(name) : found.end(name)].strip()
