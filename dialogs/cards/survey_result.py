"""What became of a month's question: how many answered, and once it is closed what can be shown of the answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogs.cards.elements import GOOD, OVER, STANDING, UNDER_WAY, Frame, Shown, Writer
from domain.notices import Progress
from domain.suppression import MIN_GROUP
from domain.survey_results import AskedIn, Words, survey_value
from domain.surveys import AnswerKind, options
from texts.format import day, month, number

MOST_WORDS = 12
AGAIN_SECONDS = 5
"""How often the card of a wave that goes out is shown anew: seldom enough to take hardly any of what Teams allows."""
BLOCK, BLOCKS = "█", 10
"""The longest bar is ten blocks long."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionResult:
    """A question with its answers, none while they can't be shown, and the words that the reader may read."""

    question: AskedIn
    answers: Sequence[str] = ()
    words: Sequence[Words] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultFacts:
    """The wave of `month`; `closes_on` is None once it is closed.

    For who leads, `months` are others to turn to, and `progress` is how far the questions of an open wave have come.
    """

    month: str
    closes_on: date | None
    results: Sequence[QuestionResult]
    months: Sequence[str] = ()
    unit_names: Sequence[tuple[str, str]] = ()
    progress: Progress | None = None


def result_card(facts: ResultFacts, frame: Frame) -> Shown:
    """Return the results of the wave, question by question."""
    write = Writer(frame)
    heading = write.words("result-heading", month=month(facts.month, frame.language))
    write.heading(heading)
    if facts.closes_on is not None:
        write.status(STANDING, write.words("result-open", day=day(facts.closes_on, frame.language, frame.today)))
    is_going = facts.progress is not None and _progress(write, facts.progress)
    if not facts.results:
        is_ahead = facts.month > f"{frame.today:%Y-%m}"
        write.hint(write.words("result-ahead" if is_ahead else "result-none"))
    for each in facts.results:
        _question(write, each, facts)
    if is_going:
        label, way = write.words("button-survey-progress"), write.words("way-survey-progress")
        write.button("survey.result", label=label, way=way, month=facts.month)
    for each_month in facts.months:
        name = month(each_month, frame.language)
        way = write.words("way-survey-result", month=name)
        write.button("survey.result", label=name, way=way, month=each_month)
    return replace(write.finish(heading), again_seconds=AGAIN_SECONDS if is_going else 0)


def _progress(write: Writer, progress: Progress) -> bool:
    """Put how many have got their question, which tells nothing of answers; return whether more are going out."""
    key = "result-sent-all" if progress.sent == progress.of else "result-sent"
    tone = UNDER_WAY if progress.is_going else GOOD if progress.sent == progress.of else STANDING
    write.status(tone, write.words(key, sent=progress.sent, of=progress.of))
    return progress.is_going


def _question(write: Writer, result: QuestionResult, facts: ResultFacts) -> None:
    question = result.question
    write.title(question.text_en if write.language == "en" else question.text_sv)
    asked, answered = question.asked or 0, question.answered or 0
    if asked >= MIN_GROUP:
        percent = answered * 100 // asked
        write.line(write.words("result-rate", answered=answered, asked=asked, percent=percent))
    if facts.closes_on is None:
        _answers(write, result)
    _words(write, result, facts)


def _answers(write: Writer, result: QuestionResult) -> None:
    """Put what the answers come to, and how they lie; hours only as a mean, since a single one could be known."""
    kind = result.question.answer
    value = survey_value(kind, result.answers)
    if kind is AnswerKind.TEXT:
        write.hint(write.words("result-words"))
    elif value is None:
        write.status(OVER, write.words("indicator-too-few"))
    else:
        write.status(STANDING, write.words(f"result-{_name(kind)}", value=number(value, write.language)))
        most = max(result.answers.count(each) for each in result.answers)
        for each in reversed(options(kind)):
            _option(write, kind, (each, result.answers.count(each)), most)


def _option(write: Writer, kind: AnswerKind, option: tuple[str, int], most: int) -> None:
    answer, count = option
    is_word = kind in {AnswerKind.FREQUENCY, AnswerKind.TRAFFIC_LIGHT}
    if not count and not is_word:
        return
    label = write.words(f"answer-{_name(kind)}-{answer}") if is_word else answer
    bar = BLOCK * max(count * BLOCKS // most, 1 if count else 0)
    write.line(f"{bar}  {label}: {count}".strip(), is_silent=True, size="small", spacing="none")
    write.speak(f"{label}: {count}")


def _words(write: Writer, result: QuestionResult, facts: ResultFacts) -> None:
    if not result.words:
        return
    write.hint(write.words("result-said"))
    names = dict(facts.unit_names)
    for each in result.words[:MOST_WORDS]:
        write.points([each.words if each.unit is None else f"{each.words} ({names.get(each.unit, each.unit)})"])
    if len(result.words) > MOST_WORDS:
        write.hint(write.words("list-more", count=len(result.words) - MOST_WORDS))


def _name(kind: AnswerKind) -> str:
    return kind.name.lower().replace("_", "-")
