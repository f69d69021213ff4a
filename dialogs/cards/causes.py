"""The card of the cause log: problem, cause, measure and effect, with a place to write the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.cards.elements import GOOD, STANDING, UNDER_WAY, Frame, Shown, Writer
from domain.causes import LONGEST, Cause
from texts.format import local_day, short_day

MOST_LISTED = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class CauseFacts:
    """The newest entries, newest first; `own` are those whose effect the reader may tell.

    `about` is what the subjects that entries are about are called.
    """

    entries: Sequence[Cause]
    names: Mapping[str, str]
    own: Sequence[Cause] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    may_write: bool = True


def causes_card(facts: CauseFacts, frame: Frame) -> Shown:
    """Return the log."""
    write = Writer(frame)
    heading = write.words("cause-heading")
    write.heading(heading)
    if not facts.entries:
        write.status(STANDING, write.words("cause-none"))
    for each in facts.entries[:MOST_LISTED]:
        _entry(write, each, facts)
    if len(facts.entries) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(facts.entries) - MOST_LISTED))
    if facts.may_write:
        _writing(write, facts)
    return write.finish(heading)


def _entry(write: Writer, entry: Cause, facts: CauseFacts) -> None:
    with write.section():
        write.line(entry.problem, weight="bolder", spacing="none")
        when = short_day(local_day(entry.at), write.language, write.frame.today)
        write.hint(f"{entry.id} · {facts.names.get(entry.person, entry.person)} · {when}")
        write.row(write.words("cause-about"), facts.about.get(entry.about or "", ""))
        write.row(write.words("cause-cause"), entry.cause)
        write.row(write.words("cause-measure"), entry.measure)
        write.row(write.words("cause-effect"), entry.effect or "")
        write.status(*((GOOD, write.words("cause-seen")) if entry.effect else (UNDER_WAY, write.words("cause-unseen"))))


def _writing(write: Writer, facts: CauseFacts) -> None:
    write.toggle(write.words("cause-log-open"), "log")
    with write.section("log", is_hidden=True, style="emphasis"):
        for name in ("problem", "cause", "measure"):
            write.text_input(name, write.words(f"cause-{name}"), longest=LONGEST, lines=True)
        write.button_here("cause.log")
    if not facts.own:
        return
    write.toggle(write.words("cause-effect-open"), "came")
    with write.section("came", is_hidden=True, style="emphasis"):
        choices = [(each.id, f"{each.id} {each.problem}") for each in facts.own]
        write.choice_input("entry", write.words("cause-which"), choices, value=choices[0][0])
        write.text_input("effect", write.words("cause-effect"), longest=LONGEST, lines=True)
        write.button_here("cause.effect", way=write.words("way-cause-effect", number=choices[0][0]))
