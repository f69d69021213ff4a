"""The boundary list at work: who gets a reported fault, how urgent it is, and by when it is answered."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations

from catalog.escalation import in_both_languages
from catalog.models import BoundaryRow, Catalogue, Severity, Unit
from domain.worktime import WorkCalendar

OUR_PARTY = "service"
"""The party of the boundary list that is ourselves."""
_RANK = {Severity.NORMAL: 0, Severity.URGENT: 1, Severity.EMERGENCY: 2}
_EMERGENCY_ANSWER = timedelta(hours=1)
_ANSWER_WORKING_TIME = {Severity.URGENT: timedelta(hours=4), Severity.NORMAL: timedelta(hours=16)}
_ENDINGS = (
    *("a", "ad", "ade", "ar", "at", "d", "de", "e", "en", "er", "et", "ig", "iga", "igt", "is", "it", "n", "na", "nat"),
    *("or", "orna", "r", "rna", "s", "t", "ed", "es", "ing"),
)
_SHORTEST_STEM = 3
_WORDS_BETWEEN = 2
_WORD = re.compile(r"\w+")


class JudgementKind(StrEnum):
    """What becomes of a reported fault."""

    ORDER = "order"
    ASSIGNMENT = "assignment"
    FORWARD = "forward"


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """What the boundary list says of one fault. `service` is set for an order only; `party` is who answers for it."""

    kind: JudgementKind
    service: str | None
    party: str
    severity: Severity
    is_deviation: bool


def judge_issue(row: BoundaryRow, unit: Unit, text: str, catalogue: Catalogue) -> Judgement:
    """Return what becomes of a fault in the object of *row*, reported at *unit* in the words of *text*.

    An object with a service becomes an order for it. One of ours without becomes an assignment, and a deviation when
    it names a service that the unit's agreement is about. Any other goes to the party of the property's owner.
    """
    severity = severity_of(row, text)
    if row.service is not None:
        return _judgement(JudgementKind.ORDER, OUR_PARTY, severity, service=row.service)
    party = row.party_for(unit.property_owner)
    if party != OUR_PARTY:
        return _judgement(JudgementKind.FORWARD, party, severity)
    is_deviation = row.deviation_of is not None and row.deviation_of in catalogue.services
    return _judgement(JudgementKind.ASSIGNMENT, party, severity, is_deviation=is_deviation)


def severity_of(row: BoundaryRow, text: str) -> Severity:
    """Return the severity of *row*, raised when *text* holds one of its words that escalate, in either language.

    It is never lowered.
    """
    words = in_both_languages(row.escalate_words)
    if row.escalated_severity is None or not any(is_said(word, text) for word in words):
        return row.severity
    return max(row.severity, row.escalated_severity, key=_RANK.__getitem__)


def severity_rank(severity: Severity) -> int:
    """Return how severe it is, from 0 up."""
    return _RANK[severity]


def is_said(phrase: str, text: str) -> bool:
    """Tell whether *text* says *phrase*: its words in order, inflected or not, at most two others in between them all.

    Whole words are compared, so *hot* (threat) is said by *hotet* and not by *hotell*.
    """
    wanted = [_stems(word) for word in _WORD.findall(phrase.casefold())]
    said = [_stems(word) for word in _WORD.findall(text.casefold())]
    return bool(wanted) and any(
        all(ours & theirs for ours, theirs in zip(wanted, chosen, strict=True))
        for start in range(len(said))
        for chosen in combinations(said[start : start + len(wanted) + _WORDS_BETWEEN], len(wanted))
        if chosen[0] is said[start]
    )


def answer_by(severity: Severity, reported: datetime, calendar: WorkCalendar) -> datetime:
    """Return the moment, in UTC, by which an issue reported at the aware moment *reported* must be answered.

    An emergency is answered within an hour by the clock, whatever the day; the others within 4 and 16 working hours.
    """
    if severity is Severity.EMERGENCY:
        return calendar.add_working_time(reported, timedelta(0)) + _EMERGENCY_ANSWER
    return calendar.add_working_time(reported, _ANSWER_WORKING_TIME[severity])


def _judgement(
    kind: JudgementKind, party: str, severity: Severity, *, service: str | None = None, is_deviation: bool = False
) -> Judgement:
    return Judgement(kind=kind, service=service, party=party, severity=severity, is_deviation=is_deviation)


def _stems(word: str) -> frozenset[str]:
    """Return the word and what is left of it without each ending that Swedish or English inflects by."""
    cut = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return frozenset([word, *(stem for stem in cut if len(stem) >= _SHORTEST_STEM)])
