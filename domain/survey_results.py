"""What a closed wave tells: a number for its indicator, how many answered, and words that lead to nobody."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from domain.indicators import ADMINISTRATION, ALL, UNIT, Observation
from domain.suppression import MIN_GROUP, Group, pooled, showable_groups
from domain.surveys import AnswerKind

NO_UNIT = "no unit"
"""The group of those who answer for no unit; it is never shown."""
_HUNDRED, _CENT = Decimal(100), Decimal("0.01")
_COUNTED = {AnswerKind.FREQUENCY: frozenset({"often", "always"}), AnswerKind.TRAFFIC_LIGHT: frozenset({"green"})}


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedIn:
    """A question as it was asked in the wave of `month`; the counts are known once the wave is closed."""

    month: str
    question: str
    indicator: str | None
    text_sv: str
    text_en: str
    answer: AnswerKind
    asked: int | None = None
    answered: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """An answer of a wave that is being closed, without whom it is from; `words` are what was said beside it."""

    question: str
    unit: str | None
    answer: str
    words: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What somebody said in a closed wave. Of a small group `month` and `unit` are None, and it waits to be shown."""

    question: str
    words: str
    month: str | None = None
    unit: str | None = None
    is_shown: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Closed:
    """What a closed wave keeps of one question.

    `values` are by scope, None of a scope whose answers are not shown. `answers` are those that stay, with the unit
    where it can be shown; none when all of them are too few.
    """

    question: str
    values: Mapping[str, Decimal | None]
    answers: Sequence[Given]
    words: Sequence[Words]
    asked: int
    answered: int


def survey_value(kind: AnswerKind, answers: Sequence[str]) -> Decimal | None:
    """Return the number that *answers* come to: a mean, or the share that is often, always or green; None of none.

    Answers in words come to no number.
    """
    if kind is AnswerKind.TEXT or not answers:
        return None
    counted = _COUNTED.get(kind)
    if counted is not None:
        share = sum(each in counted for each in answers) * _HUNDRED / len(answers)
        return share.quantize(_CENT, rounding=ROUND_HALF_UP)
    mean = sum((Decimal(each) for each in answers), Decimal(0)) / len(answers)
    return mean.quantize(_CENT, rounding=ROUND_HALF_UP)


def close_question(
    question: AskedIn,
    given: Sequence[Given],
    asked_units: Sequence[str | None],
    administrations: Mapping[str, str],
) -> Closed:
    """Return what is kept of *given*, the answers to one question.

    Args:
        question: as it was asked.
        given: every answer to it in the wave.
        asked_units: of each person who was asked, the unit that they answer for.
        administrations: the name of the administration of each unit.
    """
    parents = scope_parents(administrations)
    leaves = {
        scope: Group(
            answers=Counter(each.answer for each in given if scope_of(each.unit) == scope),
            asked=sum(scope_of(unit) == scope for unit in asked_units),
        )
        for scope in {scope_of(unit) for unit in asked_units} | {scope_of(each.unit) for each in given}
    }
    is_words = question.answer is AnswerKind.TEXT
    shown = frozenset() if is_words else showable_groups(leaves, parents, never={NO_UNIT})
    kept = [_without(each, shown) for each in given] if ALL in shown else []
    values = {
        scope: survey_value(question.answer, list(group.answers.elements())) if scope in shown else None
        for scope, group in pooled(leaves, parents).items()
        if scope != NO_UNIT
    }
    said = [(each.unit, each.answer if is_words else each.words) for each in given]
    return Closed(
        question=question.question,
        values=values,
        answers=kept,
        words=_untied(question, [(unit, words) for unit, words in said if words], parents),
        asked=len(asked_units),
        answered=len(given),
    )


def outcomes_of(asked: Sequence[AskedIn], closed: Sequence[Closed], *, at: datetime) -> Sequence[Observation]:
    """Return what a closed wave tells of each indicator, by indicator and scope.

    Of two questions for one indicator the one that most have answered counts; of equals, the first by its code.

    Args:
        asked: the questions of the wave; one without an indicator tells of none.
        closed: what is kept of each of them.
        at: when the wave was closed.
    """
    kept = {each.question: each for each in closed}
    counting: dict[str, AskedIn] = {}
    for each in sorted(asked, key=lambda one: (-kept[one.question].answered, one.question)):
        if each.indicator is not None:
            counting.setdefault(each.indicator, each)
    return [
        Observation(indicator=indicator, month=date.fromisoformat(f"{each.month}-01"), scope=scope, value=value, at=at)
        for indicator, each in sorted(counting.items())
        for scope, value in sorted(kept[each.question].values.items())
    ]


def scope_of(unit: str | None) -> str:
    """Return the scope in which somebody answers."""
    return NO_UNIT if unit is None else f"{UNIT}{unit}"


def scope_parents(administrations: Mapping[str, str]) -> Mapping[str, str]:
    """Return the scope above each: of a unit its administration, of that all."""
    names = set(administrations.values())
    above = {f"{UNIT}{unit}": f"{ADMINISTRATION}{name}" for unit, name in administrations.items()}
    return above | {f"{ADMINISTRATION}{name}": ALL for name in names} | {NO_UNIT: ALL}


def _without(given: Given, shown: frozenset[str]) -> Given:
    """Return the answer without its words, and without its unit where that can't be shown."""
    unit = given.unit if scope_of(given.unit) in shown else None
    return Given(question=given.question, unit=unit, answer=given.answer)


def _untied(question: AskedIn, said: Sequence[tuple[str | None, str]], parents: Mapping[str, str]) -> Sequence[Words]:
    """Return the words of a wave as they are kept: of few people without month and unit, to wait for more.

    Who said something and who did not is known to nobody, so no more than their number is asked for.
    """
    if len(said) < MIN_GROUP:
        return [Words(question=question.question, words=words) for _, words in said]
    counts = Counter(scope_of(unit) for unit, _ in said)
    leaves = {scope: Group(answers=Counter({"": count}), asked=count + 1) for scope, count in counts.items()}
    shown = showable_groups(leaves, parents, never={NO_UNIT})
    return [
        Words(
            question=question.question,
            words=words,
            month=question.month,
            unit=unit if scope_of(unit) in shown else None,
            is_shown=True,
        )
        for unit, words in said
    ]
