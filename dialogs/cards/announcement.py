"""The cards of an announcement: as its sender writes and follows it, and as it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dialogs.cards.elements import GOOD, OVER, STANDING, STOP, UNDER_WAY, WARNING, Frame, Shown, Tone, Writer
from domain.announcements import LONGEST_TEXT, Announcement, AnnouncementStatus, Piece
from texts.format import moment, opening

S = AnnouncementStatus
MOST_UNREAD = 8
MOST_LINES = 24
"""How many lines of what was written stand as they were written, in all texts of a card together."""
AGAIN_SECONDS = 5
"""How often the card is shown anew while it goes out, so that it does not stay at how far it had come at once."""
EVERYWHERE, BETWEEN = "all", "|"
"""What is chosen for all units that may be written to, and what parts several."""
CHOICES = Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReachLine:
    """How far it has come with one audience; `unread` are names."""

    name: str
    sent: int
    reached: int
    read: int
    unread: tuple[str, ...] = ()
    is_outside: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AnnouncementFacts:
    """An announcement as its sender, or who is to approve it, sees it. `names` are those of its audiences.

    `places` are the units that it can be for, by code, and what it is for now. `is_going`: more are about to get it.
    """

    announcement: Announcement
    names: dict[str, str]
    units: str
    sender: str = ""
    approver: str = ""
    is_sender: bool = True
    may_approve: bool = False
    audiences: CHOICES = ()
    approvers: CHOICES = ()
    places: CHOICES = ()
    reach: Sequence[ReachLine] = ()
    is_going: bool = False


def announcement_card(facts: AnnouncementFacts, frame: Frame) -> Shown:
    """Return what each audience reads, where it stands, and what can be done with it."""
    write = Writer(frame)
    held = facts.announcement
    heading = write.words("announcement-heading", id=held.id)
    write.heading(heading)
    tone, status = status_of(write, held, facts.approver)
    if facts.may_approve and held.status is S.ASKED:
        status = write.words("announcement-asked-you")
    write.status(tone, status)
    write.row(write.words("announcement-units"), facts.units)
    if not facts.is_sender:
        write.row(write.words("announcement-from-label"), facts.sender)
    _reached(write, facts.reach)
    alike = _alike(held.pieces)
    for piece, audiences in alike.items():
        names = [opening(facts.names.get(each, each)) for each in audiences]
        _preview(write, ", ".join(names), piece, most=MOST_LINES // (2 * len(alike)) or 1)
    if facts.is_sender:
        _sending(write, facts)
    if facts.may_approve and held.status is S.ASKED:
        _answering(write, facts)
    return replace(write.finish(f"{heading}: {status}"), again_seconds=AGAIN_SECONDS if facts.is_going else 0)


def _answering(write: Writer, facts: AnnouncementFacts) -> None:
    write.toggle(write.words("announcement-reject-open"), "reject")
    with write.section("reject", is_hidden=True, style="emphasis"):
        label = write.words("announcement-reject-why", name=facts.sender)
        write.text_input("comment", label, longest=LONGEST_TEXT, lines=True)
        write.button_here("announcement.reject")
    write.button("announcement.approve", style="positive")


def _alike(pieces: Sequence[Piece]) -> dict[Piece, list[str]]:
    """Return each text once, with all who read it."""
    found: dict[Piece, list[str]] = {}
    for piece in pieces:
        found.setdefault(replace(piece, audience=""), []).append(piece.audience)
    return found


def status_of(write: Writer, held: Announcement, approver: str) -> tuple[Tone, str]:
    """Return how far *held* has come as it looks and in words; *approver* is the name of who was asked."""
    frame = write.frame
    at = held.recalled_at or held.sent_at or held.send_at
    key = f"announcement-{held.status}"
    if held.status is S.DRAFT and held.approved_at is not None:
        key = "announcement-approved"
    if held.is_rejected:
        key = "announcement-rejected"
    if held.status is S.RECALLED and held.sent_at is None:
        return OVER, write.words("announcement-discarded", when=moment(at, frame.language, frame.today) if at else "")
    when = moment(at, frame.language, frame.today) if at else ""
    said = write.words(key, when=when, name=approver)
    tones = {S.DRAFT: STANDING, S.ASKED: WARNING, S.SCHEDULED: UNDER_WAY, S.SENT: GOOD, S.RECALLED: STOP}
    return WARNING if held.is_rejected else tones[held.status], said


def _reached(write: Writer, reach: Sequence[ReachLine]) -> None:
    if reach:
        write.title(write.words("announcement-reach"))
    for line in reach:
        if not line.sent:
            continue
        key = "announcement-reached-outside" if line.is_outside else "announcement-reached"
        said = write.words(key, sent=line.sent, reached=line.reached, read=line.read)
        unread = list(line.unread[:MOST_UNREAD])
        if len(line.unread) > MOST_UNREAD:
            unread.append(write.words("list-more", count=len(line.unread) - MOST_UNREAD))
        with write.section():
            write.line(opening(line.name), weight="bolder", spacing="none")
            write.line(said, spacing="none")
            write.hint(write.words("announcement-unread", names=", ".join(unread)) if unread else "")


def _as_written(write: Writer, text: str, *, most: int, spacing: str = "small") -> None:
    """Put *text* with the lines that it was written in, at least one; of more than *most* the last takes the rest."""
    lines = [each for each in text.splitlines() if each.strip()]
    for each in [*lines[: most - 1], " ".join(lines[most - 1 :])]:
        write.line(each, spacing=spacing, longest=LONGEST_TEXT)


def _preview(write: Writer, name: str, piece: Piece, *, most: int) -> None:
    with write.section(style="emphasis"):
        write.line(write.words("announcement-to", name=name), weight="bolder", spacing="none")
        _as_written(write, piece.words, most=most)
        if piece.affects:
            write.line(write.words("announcement-affects"), weight="bolder", size="small")
            _as_written(write, piece.affects, most=most, spacing="none")


def _sending(write: Writer, facts: AnnouncementFacts) -> None:
    status = facts.announcement.status
    if status in {S.DRAFT, S.ASKED, S.SCHEDULED}:
        _writing(write, facts)
    if status in {S.DRAFT, S.SCHEDULED} and facts.announcement.pieces:
        write.toggle(write.words("announcement-later"), "later")
        with write.section("later", is_hidden=True, style="emphasis"):
            tomorrow = write.frame.today + timedelta(days=1)
            write.date_input("date", write.words("announcement-day"), tomorrow.isoformat())
            write.time_input("time", write.words("announcement-time"), "08:00")
            write.button_here("announcement.schedule")
        write.button("announcement.send", style="positive")
    if status is S.SENT:
        write.button("announcement.remind")
    if status is not S.RECALLED:
        key = "announcement-recall" if status is S.SENT else "announcement-discard"
        write.button("announcement.recall", label=write.words(key))


def _writing(write: Writer, facts: AnnouncementFacts) -> None:
    first = facts.announcement.pieces[0] if facts.announcement.pieces else None
    audience = first.audience if first else facts.audiences[0][0]
    write.toggle(write.words("announcement-rewrite-open" if first else "announcement-write-open"), "write")
    with write.section("write", is_hidden=True, style="emphasis"):
        write.choice_input("audience", write.words("announcement-audience"), facts.audiences, value=audience)
        if len(facts.places) > 1:
            here = BETWEEN.join(facts.announcement.units) or EVERYWHERE
            write.choice_input("unit", write.words("announcement-units"), facts.places, value=here)
        words = first.words if first else ""
        write.text_input("comment", write.words("announcement-words"), words, longest=LONGEST_TEXT, lines=True)
        affects = first.affects if first else ""
        write.text_input("note", write.words("announcement-affects"), affects, longest=LONGEST_TEXT, lines=True)
        write.button_here("announcement.write")
    if facts.approvers and facts.announcement.status is not S.SCHEDULED:
        write.toggle(write.words("announcement-approval-open"), "approval")
        with write.section("approval", is_hidden=True, style="emphasis"):
            who = facts.approvers
            write.choice_input("person", write.words("announcement-approver"), who, value=who[0][0])
            way = write.words("way-announcement-approval", name=who[0][1].split()[0])
            write.button_here("announcement.approval", way=way)


@dataclass(frozen=True, kw_only=True, slots=True)
class InformationFacts:
    """An announcement as one of those whom it was sent to reads it; `read` is when they said that they had."""

    announcement: Announcement
    piece: Piece
    sender: str
    read: str = ""
    is_reminder: bool = False


def information_card(facts: InformationFacts, frame: Frame) -> Shown:
    """Return the text for the reader's audience, how it affects them, a receipt and a way to ask."""
    write = Writer(frame)
    held = facts.announcement
    heading = write.words("information-heading", name=facts.sender)
    write.heading(heading, over=held.id)
    if held.status is S.RECALLED:
        when = moment(held.recalled_at, frame.language, frame.today) if held.recalled_at else ""
        said = write.words("information-recalled", when=when)
        write.status(OVER, said)
        return write.finish(f"{heading}: {said}")
    _as_written(write, facts.piece.words, most=MOST_LINES // 2)
    if facts.piece.affects:
        write.title(write.words("announcement-affects-you"))
        _as_written(write, facts.piece.affects, most=MOST_LINES // 2)
    if facts.read:
        write.status(GOOD, write.words("information-read", when=facts.read))
    elif facts.is_reminder:
        write.status(WARNING, write.words("information-reminder"))
    write.toggle(write.words("information-ask-open"), "ask")
    with write.section("ask", is_hidden=True, style="emphasis"):
        label = write.words("information-question", name=facts.sender)
        write.text_input("comment", label, longest=LONGEST_TEXT, lines=True)
        write.button_here("announcement.ask")
    if not facts.read:
        write.button("announcement.read", style="positive")
    return write.finish(f"{heading}: {facts.piece.words}")
