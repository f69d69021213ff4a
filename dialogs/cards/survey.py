"""The monthly question: one press answers it. The card never shows, keeps or sends back what was answered."""

from dataclasses import dataclass
from datetime import date

from dialogs.cards.elements import GOOD, OVER, STANDING, Frame, Shown, Writer
from domain.surveys import AnswerKind, Question
from texts.format import day, month

K = AnswerKind
LONGEST_ANSWER = 1000
BUTTONS: dict[AnswerKind, tuple[str, ...]] = {
    K.SCALE_1_5: ("1", "2", "3", "4", "5"),
    K.FREQUENCY: ("never", "seldom", "sometimes", "often", "always"),
    K.TRAFFIC_LIGHT: ("green", "yellow", "red"),
}
SCALE_10 = tuple(str(mark) for mark in range(10, 0, -1))
MIDDLE_OF_10 = "5"


@dataclass(frozen=True, kw_only=True, slots=True)
class SurveyFacts:
    """What the card of a question shows: `month` as 2022-03, and whether the reader has answered it.

    `paused_until` is until when they are asked nothing more, `date.max` for good. `wants_talk` asks whether they would
    like to talk with somebody; nobody else sees that it was asked.
    """

    question: Question
    month: str
    closes_on: date
    is_answered: bool = False
    is_closed: bool = False
    wants_talk: bool = False
    paused_until: date | None = None


def survey_card(facts: SurveyFacts, frame: Frame) -> Shown:
    """Return the question with its answers to press; answered, a thank-you where it can be changed."""
    write = Writer(frame)
    question = facts.question
    text = question.text_en if frame.language == "en" else question.text_sv
    write.heading(text, over=write.words("survey-over", month=month(facts.month, frame.language)))
    closes = day(facts.closes_on, frame.language, frame.today)
    if facts.is_closed:
        write.status(OVER, write.words("survey-closed"))
        write.hint(write.words("survey-closed-more"))
    elif facts.is_answered:
        _thanks(write, facts, closes)
    else:
        _answers(write, question.answer)
        write.hint(write.words("survey-anonymous", day=closes))
    if not facts.is_closed:
        _pausing(write, facts)
    return write.finish(write.words("survey-summary", text=text))


def _pausing(write: Writer, facts: SurveyFacts) -> None:
    """Put a way to be left in peace, or where they are, that they are and a way to be asked again."""
    if facts.paused_until is None:
        if not facts.is_answered:
            write.button("survey.pause")
        return
    is_for_good = facts.paused_until == date.max
    until = "" if is_for_good else day(facts.paused_until, write.language, write.frame.today)
    write.status(STANDING, write.words("survey-is-left" if is_for_good else "survey-is-paused", day=until))
    write.button("survey.resume")


def _thanks(write: Writer, facts: SurveyFacts, closes: str) -> None:
    write.status(GOOD, write.words("survey-thanks"))
    write.line(write.words("survey-changeable", day=closes))
    if facts.wants_talk:
        write.title(write.words("survey-talk-ask"))
        write.hint(write.words("survey-talk-how"))
        write.button_here("survey.talk", style="positive")
    write.toggle(write.words("survey-change"), "change")
    is_words = facts.question.answer is K.TEXT
    if not is_words:
        write.toggle(write.words("survey-words"), "words")
    with write.section("change", is_hidden=True, style="emphasis"):
        _answers(write, facts.question.answer)
    if not is_words:
        with write.section("words", is_hidden=True, style="emphasis"):
            write.text_input("comment", write.words("survey-words-label"), longest=LONGEST_ANSWER, lines=True)
            write.hint(write.words("survey-words-how"))
            write.button_here("survey.comment")


def _answers(write: Writer, kind: AnswerKind) -> None:
    label = write.words("survey-answer")
    if kind in BUTTONS:
        if kind is K.SCALE_1_5:
            write.hint(write.words(f"survey-say-{_name(kind)}"))
        else:
            write.speak(write.words(f"survey-say-{_name(kind)}"))
        choices = [(each, _answer(write, kind, each)) for each in BUTTONS[kind]]
        write.choices_here("survey.answer", "answer", choices)
        return
    write.hint(write.words(f"survey-say-{_name(kind)}"))
    if kind is K.SCALE_1_10:
        choices = [(each, each) for each in SCALE_10]
        write.choice_input("answer", label, choices, value=MIDDLE_OF_10)
    elif kind is K.NUMBER_HOURS:
        write.number_input("answer", write.words("survey-hours"), "0", least=0, most=168)
    else:
        write.text_input("answer", label, longest=LONGEST_ANSWER, lines=True)
    write.button_here("survey.answer", style="positive", way="-")


def _answer(write: Writer, kind: AnswerKind, answer: str) -> str:
    return answer if kind is K.SCALE_1_5 else write.words(f"answer-{_name(kind)}-{answer}")


def _name(kind: AnswerKind) -> str:
    return kind.name.lower().replace("_", "-")
