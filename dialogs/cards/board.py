"""The coordinator's board: how the desk stands, what needs somebody, and the ways to its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.cards.elements import GOOD, STANDING, UNDER_WAY, URGENT, WARNING, Frame, Shown, Tone, Writer
from dialogs.cards.story import TONES
from domain.requests import RequestStatus
from texts.format import day, listed, moment

MOST_LISTED = 7
PARTS = ("unassigned", "late", "open", "mine")


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardLine:
    """One line: `entry` opens it, `holder` is who has it or was asked."""

    entry: str
    number: str
    name: str
    unit: str
    place: str = ""
    due: datetime | None = None
    is_standing: bool = False
    is_late: bool = False
    is_asked: bool = False
    holder: str = ""
    status: RequestStatus | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardFacts:
    """A page of the board: `which` part of it, of `unit` or of all `units` (code, name); `count` lines in all.

    `open` counts the requests that are not over, `uncovered` the standing work of the week ahead that nobody has.
    """

    which: str
    unit: str
    units: Sequence[tuple[str, str]]
    page: int
    count: int
    unassigned: int
    asked: int
    late: int
    away: Sequence[str]
    open: int
    uncovered: int
    lines: Sequence[BoardLine]


def board_card(facts: BoardFacts, frame: Frame) -> Shown:
    """Return the page."""
    write = Writer(frame)
    where = dict(facts.units).get(facts.unit, "")
    over = write.words("board-over", day=day(frame.today, frame.language, frame.today))
    write.heading(" · ".join(each for each in (write.words(f"board-{facts.which or 'all'}"), where) if each), over=over)
    summary = _summary(write, facts)
    if not facts.which:
        write.row(write.words("board-open-requests"), str(facts.open) if facts.open else "")
        write.row(write.words("board-uncovered"), str(facts.uncovered) if facts.uncovered else "")
        write.row(write.words("board-asked"), str(facts.asked) if facts.asked else "")
        write.row(write.words("board-away"), listed(list(facts.away), write.language) if facts.away else "")
    for each in facts.lines:
        _line(write, each)
    if facts.count > MOST_LISTED:
        pages = -(-facts.count // MOST_LISTED)
        write.hint(write.words("board-page", page=str(facts.page), pages=str(pages)))
    _ways(write, facts)
    return write.finish(summary)


def _summary(write: Writer, facts: BoardFacts) -> str:
    """Put where the desk stands, and return it."""
    if facts.which:
        summary = write.words("board-count", count=facts.count)
        write.status((URGENT if facts.which == "late" else STANDING) if facts.count else GOOD, summary)
        return summary
    parts = [
        write.words(key, count=count)
        for key, count in (("board-late-count", facts.late), ("board-unassigned-count", facts.unassigned))
        if count
    ]
    summary = listed(parts, write.language) if parts else write.words("board-nothing")
    write.status((URGENT if facts.late else WARNING) if parts else GOOD, summary)
    return summary


def _line(write: Writer, line: BoardLine) -> None:
    detail = " · ".join(each for each in (line.unit, line.place, _due(write, line)) if each)
    press = write.press("board.show", write.words("requests-open", id=line.number), entry=line.entry)
    tone, status = _standing(write, line)
    write.entry(line.name, detail, number=line.number, tone=tone, status=status, press=press)


def _due(write: Writer, line: BoardLine) -> str:
    if line.due is None:
        return ""
    when = moment(line.due, write.language, write.frame.today)
    return when if line.is_standing else write.words("when-before", moment=when)


def _standing(write: Writer, line: BoardLine) -> tuple[Tone, str]:
    """Return how the line stands: who has it or is asked, and whether it is late."""
    if line.is_asked:
        tone, status = STANDING, write.words("board-line-asked", name=line.holder)
    elif line.holder:
        tone, status = UNDER_WAY, write.words("board-line-held", name=line.holder)
    elif line.status in {None, RequestStatus.QUEUED}:
        tone, status = WARNING, write.words("board-line-free")
    else:
        tone, status = TONES[line.status], write.words(f"status-{line.status.replace('_', '-')}")
    if not line.is_late:
        return tone, status
    late = "board-line-unconfirmed" if line.is_standing else "late-short"
    return URGENT, f"{status} · {write.words(late)}"


def _ways(write: Writer, facts: BoardFacts) -> None:
    """Put the ways to the other parts, pages and units."""
    if len(facts.units) > 1:
        others = [(code, name) for code, name in facts.units if code != facts.unit]
        choices = [("", write.words("board-every-unit")), *others] if facts.unit else others
        write.buttons_here([_unit(write, facts, code, name) for code, name in choices])
        write.also(write.words("way-board-unit", code=others[0][0]))
    pages = -(-facts.count // MOST_LISTED)
    if facts.page < pages:
        label, way = write.words("requests-next"), write.words("way-requests-next")
        write.button("board.show", label=label, way=way, **_at(facts, page=facts.page + 1))
    for part in PARTS:
        if part != facts.which:
            way = write.words(f"way-board-{part}")
            write.button("board.show", label=write.words(f"board-{part}"), way=way, **_at(facts, which=part))
    if not facts.which:
        write.button("plan.show", label=write.words("plan-open"), way="-")
    if facts.which:
        label, way = write.words("board-all"), write.words("way-board-show")
        write.button("board.show", label=label, way=way, **_at(facts, which=""))


def _unit(write: Writer, facts: BoardFacts, code: str, name: str) -> dict[str, object]:
    return write.press("board.show", name, **_at(facts, unit=code))


def _at(facts: BoardFacts, *, which: str | None = None, unit: str | None = None, page: int = 1) -> dict[str, str]:
    return {
        "which": facts.which if which is None else which,
        "unit": facts.unit if unit is None else unit,
        "page": str(page),
    }
