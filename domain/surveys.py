"""The monthly micro-survey: whom to ask what, when, and how an answer is kept apart from the person."""

import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from domain.people import Person, Role
from domain.privacy import mask_identity_numbers
from domain.worktime import WorkCalendar

SENT_AT = time(15)
ASKED_AS = "survey.question"
"""The kind of the notice by which somebody is asked."""
"""When questions and their reminders are sent, on the local clock: the work of the day is done, the desk still open."""
LONGEST_ANSWER = 500
"""Characters kept of an answer in words."""
_MIDDLE_OF_MONTH = 15
_REMINDER_DAYS = (3, 5)
_DAYS_OPEN = 14
_HOURS_A_WEEK = Decimal(168)


class AnswerKind(StrEnum):
    """What a question takes as its answer."""

    SCALE_1_10 = "scale_1_10"
    SCALE_1_5 = "scale_1_5"
    FREQUENCY = "never|seldom|sometimes|often|always"
    NUMBER_HOURS = "number_hours"
    TRAFFIC_LIGHT = "green|yellow|red"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question of the rota, for everybody with the role `audience` in each of `months` (1-12).

    One that `is_retired` is asked no more; `version` is above 1 once it was changed in the product.
    """

    code: str
    indicator: str | None
    audience: Role
    months: frozenset[int]
    priority: int
    text_sv: str
    text_en: str
    answer: AnswerKind
    is_retired: bool = False
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Wave:
    """One month's survey. `secret` is None once it has been closed and destroyed."""

    month: str
    opened_at: datetime
    closes_on: date
    secret: bytes | None
    is_paused: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class WavePlan:
    """The days of a wave; on each of them it acts at `SENT_AT`. All but `closes_on` are working days."""

    month: str
    opens_on: date
    reminds_on: tuple[date, ...]
    closes_on: date


def subject_of(month: str) -> str:
    """Return the subject of the cards and events of a wave."""
    return f"survey:{month}"


def month_of(day: date) -> str:
    """Return the month of *day* as a wave names it: 2022-03."""
    return f"{day:%Y-%m}"


def wave_plan(month: str, calendar: WorkCalendar, *, opened_on: date | None = None) -> WavePlan:
    """Return the days of the wave of *month* (2022-03).

    It opens on the first working day from the 15th: late enough to ask about the month, early enough for its two weeks
    to end before the next one's. It reminds 3 and 5 days after; a day off moves to the next working day, and two never
    share one. It closes after 14 days, working day or not, because nobody is written to then. *opened_on* is the day
    on which it did open, when that was a later one.

    Raises:
        ValueError: *month* is not a month.
    """
    opens_on = opened_on or calendar.working_day_on_or_after(date.fromisoformat(f"{month}-{_MIDDLE_OF_MONTH}"))
    reminds_on: list[date] = []
    for days in _REMINDER_DAYS:
        earliest = opens_on + timedelta(days=days)
        if reminds_on:
            earliest = max(earliest, reminds_on[-1] + timedelta(days=1))
        reminds_on.append(calendar.working_day_on_or_after(earliest))
    closes_on = opens_on + timedelta(days=_DAYS_OPEN)
    return WavePlan(month=month, opens_on=opens_on, reminds_on=tuple(reminds_on), closes_on=closes_on)


def question_for(person: Person, month: str, questions: Iterable[Question]) -> Question | None:
    """Return the one question that *person* is asked in *month* (2022-03), or None.

    The highest priority goes first, then the first code; an inactive person is asked nothing, and nobody what is
    retired.
    """
    number = date.fromisoformat(f"{month}-01").month
    live = [each for each in questions if number in each.months and not each.is_retired]
    asked = [each for each in live if person.has_role(each.audience)]
    if not person.is_active or not asked:
        return None
    return min(asked, key=lambda each: (-each.priority, each.code))


def answer_key(secret: bytes, person: str) -> str:
    """Return what an answer is kept under: the same for the same person while the wave's secret lives, then nobody's.

    Raises:
        ValueError: there is no secret, so anybody could make the key.
    """
    if not secret:
        raise ValueError("a wave without a secret takes no answers")
    return hmac.new(secret, person.encode(), hashlib.sha256).hexdigest()


def options(kind: AnswerKind) -> tuple[str, ...]:
    """Return the answers that a question of *kind* offers, in order; none when the answer is a number or words."""
    match kind:
        case AnswerKind.SCALE_1_10:
            return tuple(str(each) for each in range(1, 11))
        case AnswerKind.SCALE_1_5:
            return tuple(str(each) for each in range(1, 6))
        case AnswerKind.FREQUENCY | AnswerKind.TRAFFIC_LIGHT:
            return tuple(kind.value.split("|"))
        case AnswerKind.NUMBER_HOURS | AnswerKind.TEXT:
            return ()


def parse_answer(kind: AnswerKind, text: str) -> str | None:
    """Return what *text* says in the one form that is kept, or None when it is no answer to a question of *kind*.

    Digits and words of both languages are read: 8, åtta, 8/10; ofta, often; grön, green. Hours are from 0 to 168 with
    at most two decimals, kept with a point (2,5 timmar is 2.5). Answers in words are masked for personal identity
    numbers and cut at `LONGEST_ANSWER` characters.
    """
    match kind:
        case AnswerKind.TEXT:
            return mask_identity_numbers(text.strip()).text[:LONGEST_ANSWER] or None
        case AnswerKind.NUMBER_HOURS:
            return _hours(_plain(text))
        case AnswerKind.SCALE_1_10 | AnswerKind.SCALE_1_5:
            found = _SCALE.fullmatch(_plain(text))
            return _of(options(kind), found["mark"], found["most"]) if found else None
        case AnswerKind.FREQUENCY | AnswerKind.TRAFFIC_LIGHT:
            word = _plain(text)
            found_word = _WORDS.get(word, word)
            return found_word if found_word in options(kind) else None


def _plain(text: str) -> str:
    plain = " ".join(text.casefold().split()).strip(" .!")
    return _COURTESY.sub("", plain).strip(" .!")


def _of(scale: tuple[str, ...], mark: str, most: str | None) -> str | None:
    """Return the mark when it is on the scale, and the scale is the one the answer names, if it names one."""
    number = str(_NUMBERS.get(mark, mark))
    return number if number in scale and most in {None, scale[-1]} else None


def _hours(text: str) -> str | None:
    found = _HOURS.fullmatch(text)
    if found is None:
        return None
    written = found["number"].replace(",", ".")
    number = Decimal(str(_NUMBERS.get(written, written))) if written not in _HALVES else _HALVES[written]
    if found["half"]:
        number += Decimal("0.5")
    if found["unit"] and found["unit"].startswith("m"):
        number = (number / 60).quantize(Decimal("0.01"))
    return f"{number.normalize():f}" if number <= _HOURS_A_WEEK else None


_NUMBERS = {
    word: number
    for words in (
        "noll ett två tre fyra fem sex sju åtta nio tio elva tolv",
        "inga en",
        "zero one two three four five six seven eight nine ten eleven twelve",
        "none",
        "ingen",
    )
    for number, word in enumerate(words.split())
}
_HALVES = {each: Decimal("0.5") for each in ("en halv", "halv", "half", "half an", "half a", "a half")}
_NUMBER_WORDS = "|".join(sorted([*_NUMBERS, *_HALVES], key=len, reverse=True))
_SCALE = re.compile(rf"(?P<mark>[0-9]{{1,2}}|{_NUMBER_WORDS})(?: ?(?:/|av|of|out of) ?(?P<most>[0-9]+))?")
_COURTESY = re.compile(r"(?:[ ,.!]+(?:tack(?: så mycket)?|snälla|thanks|thank you|please))+$")
_HOURS = re.compile(
    rf"(?:(?:ungefär|cirka|ca|about|around) )?(?P<number>[0-9]{{1,5}}(?:[.,][0-9]{{1,2}})?|{_NUMBER_WORDS})"
    r"(?P<half> och en halv| and a half)? ?"
    r"(?P<unit>h|tim|timmar|timme|timma|hour|hours|hrs|min|minuter|minut|minutes|minute)?"
    r"(?: (?:i veckan|per vecka|a week|per week))?"
)
_WORDS = {
    "aldrig": "never",
    "sällan": "seldom",
    "rarely": "seldom",
    "ibland": "sometimes",
    "då och då": "sometimes",
    "ofta": "often",
    "alltid": "always",
    "grön": "green",
    "grönt": "green",
    "gröna": "green",
    "gul": "yellow",
    "gult": "yellow",
    "gula": "yellow",
    "amber": "yellow",
    "röd": "red",
    "rött": "red",
    "röda": "red",
}
