"""The card of a talk with a human being: what the two wrote last, a field to write back in, and an end to it."""

from dataclasses import dataclass
from datetime import datetime

from dialogs.cards.elements import OVER, STANDING, UNDER_WAY, URGENT, Frame, Shown, Writer
from domain.talks import Talk
from texts.format import moment

MOST_LINES = 5
LONGEST_LINE = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkPage:
    """A talk as one of the two reads it. *lines* are (name, words), oldest first; *about* is a number, or empty.

    `waits_since` is when the words were written that nobody has answered, on a card that reminds of them.
    """

    talk: Talk
    asker: str
    coordinator: str
    lines: tuple[tuple[str, str], ...]
    is_asker: bool
    waits_since: datetime | None = None
    about: str = ""

    @property
    def other(self) -> str:
        """Return the name of the one whom the reader talks with."""
        return self.coordinator if self.is_asker else self.asker


def talk_card(page: TalkPage, frame: Frame) -> Shown:
    """Return the talk's last words, with what the reader can do as long as it goes on."""
    write = Writer(frame)
    heading = write.words("talk-heading", name=page.other)
    write.heading(heading)
    _stand(write, page)
    write.row(write.words("talk-about"), page.about)
    for name, words in page.lines[-MOST_LINES:]:
        with write.section():
            write.line(name, spacing="none", weight="bolder", size="small")
            write.line(words, spacing="none", longest=LONGEST_LINE)
    if page.talk.is_live:
        write.text_input("answer", write.words("talk-answer", name=page.other), longest=LONGEST_LINE, lines=True)
        write.button("human.answer", style="positive", way=write.words("way-human-answer", name=_first(page.other)))
        write.button("human.done")
        write.hint(write.words("talk-hint", name=page.other))
    return write.finish(_summary(write, page, heading))


def _summary(write: Writer, page: TalkPage, heading: str) -> str:
    """Return the last line as a notification shows it, or who waits for an answer to it."""
    if page.waits_since is not None:
        return write.words("talk-waits", name=page.other)
    return ": ".join(page.lines[-1]) if page.lines and page.lines[-1][1] else heading


def _stand(write: Writer, page: TalkPage) -> None:
    if not page.talk.is_live:
        write.status(OVER, write.words("talk-over"))
    elif page.talk.coordinator is None:
        write.status(STANDING, write.words(_waiting(page)))
    else:
        write.status(UNDER_WAY, write.words("talk-taken", name=page.coordinator))
    if page.waits_since is not None:
        since = moment(page.waits_since, write.language, write.frame.today)
        write.status(URGENT, write.words("waiting-since", moment=since))


def _waiting(page: TalkPage) -> str:
    if page.is_asker:
        return "talk-waiting-asker"
    return "talk-waiting" if len(page.talk.asked) > 1 else "talk-waiting-you"


def taken_card(page: TalkPage, frame: Frame) -> Shown:
    """Return who answers: the card of the other coordinators, who don't read what is written."""
    write = Writer(frame)
    heading = write.words("talk-heading", name=page.asker)
    write.heading(heading)
    if page.talk.is_live:
        write.status(UNDER_WAY, write.words("talk-taken", name=page.coordinator))
    else:
        write.status(OVER, write.words("talk-over"))
    return write.finish(heading)


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]
