"""The cards of the rota: every question with whom and when it is asked, and each with the ways to change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from actions.questions import ASKED
from dialogs.cards.elements import GOOD, OVER, Choices, Frame, Shown, Tone, Writer
from domain.questions import LONGEST_QUESTION
from domain.surveys import AnswerKind, Question
from texts.format import listed, month

YEAR = "2022"
"""Months are named without their year; any will do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionFacts:
    """The rota, in the order that it is shown; `indicators` are the names of those that questions give outcomes."""

    questions: Sequence[Question]
    indicators: Mapping[str, str] = field(default_factory=dict)


def questions_card(facts: QuestionFacts, frame: Frame) -> Shown:
    """Return all questions, each a way to its own card, and a form for one more."""
    write = Writer(frame)
    heading = write.words("questions-heading")
    write.heading(heading)
    for each in facts.questions:
        tone, status = _standing(write, each)
        press = write.press("question.show", _text(write, each), question=each.code)
        write.entry(_text(write, each), _details(write, each), number=each.code, tone=tone, status=status, press=press)
    write.also(write.words("way-question-show", code=facts.questions[0].code if facts.questions else "F1"))
    write.toggle(write.words("question-new"), "new")
    with write.section("new", is_hidden=True, style="emphasis"):
        _form(write, facts)
    return write.finish(heading)


def _form(write: Writer, facts: QuestionFacts) -> None:
    _texts(write, "", "")
    roles: Choices = [(role.value, write.words(f"audience-{role.replace('_', '-')}")) for role in ASKED]
    write.choice_input("audience", write.words("question-audience"), roles, value=roles[0][0])
    kinds: Choices = [(kind.name.lower(), write.words(f"question-kind-{_name(kind)}")) for kind in AnswerKind]
    write.choice_input("answer", write.words("question-answer"), kinds, value=kinds[0][0])
    months: Choices = [(str(nth), _month(nth, write.language)) for nth in range(1, 13)]
    write.choice_input("months", write.words("question-months"), months, value="", is_many=True)
    chosen: Choices = [("none", write.words("question-no-indicator")), *facts.indicators.items()]
    write.choice_input("indicator", write.words("question-indicator"), chosen, value="none")
    write.button_here("question.add", style="positive")


def question_card(question: Question, facts: QuestionFacts, frame: Frame) -> Shown:
    """Return one question, with the ways to word it anew and to ask it no more."""
    write = Writer(frame)
    text = _text(write, question)
    write.heading(text, over=question.code)
    write.status(*_standing(write, question))
    write.line(_details(write, question))
    if question.indicator is not None:
        name = facts.indicators.get(question.indicator, question.indicator)
        write.row(write.words("question-indicator"), name)
    if not question.is_retired:
        write.hint(write.words("question-how"))
        write.toggle(write.words("question-change"), "change")
        with write.section("change", is_hidden=True, style="emphasis"):
            _texts(write, question.text_sv, question.text_en)
            way = write.words("way-question-change", code=question.code)
            write.button_here("question.change", style="positive", way=way)
        write.also(write.words("way-questions"))
        write.button("question.retire", way=write.words("way-question-retire", code=question.code))
    return write.finish(f"{question.code} {text}")


def _texts(write: Writer, text_sv: str, text_en: str) -> None:
    write.text_input("text-sv", write.words("question-text-sv"), text_sv, longest=LONGEST_QUESTION)
    write.text_input("text-en", write.words("question-text-en"), text_en, longest=LONGEST_QUESTION)


def _standing(write: Writer, question: Question) -> tuple[Tone, str]:
    if question.is_retired:
        return OVER, write.words("question-retired")
    return GOOD, write.words("question-live")


def _details(write: Writer, question: Question) -> str:
    whom = write.words(f"audience-{question.audience.replace('_', '-')}")
    when = listed([_month(nth, write.language) for nth in sorted(question.months)], write.language)
    return " · ".join([whom, when, write.words(f"question-kind-{_name(question.answer)}")])


def _text(write: Writer, question: Question) -> str:
    return question.text_en if write.language == "en" else question.text_sv


def _month(nth: int, language: str) -> str:
    return month(f"{YEAR}-{nth:02}", language).removesuffix(f" {YEAR}")


def _name(kind: AnswerKind) -> str:
    return kind.name.lower().replace("_", "-")
