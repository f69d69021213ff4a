"""The view of the coordinator's board."""

from actions.board import Board, Row, Which, read_board, rows_of, with_holders
from dialogs.cards.board import MOST_LISTED, BoardFacts, BoardLine, board_card
from dialogs.cards.elements import Shown
from dialogs.cards.request import name_of
from dialogs.views.asked import Asked, Hidden
from dialogs.views.requests import MOST_COUNTED, plain_facts
from domain.people import Role
from domain.requests import Listing
from domain.standing import day_subject, uncovered_subject


async def show_board(asked: Asked) -> Shown:
    """Return a page of the board of the units that the reader coordinates, or of one of them."""
    own = tuple(unit for unit in asked.reader.units if asked.allows("request.assign", unit=unit))
    if not asked.reader.has_role(Role.COORDINATOR) or not own:
        raise Hidden
    unit = asked.value("unit") if asked.value("unit") in own else ""
    units = (unit,) if unit else own
    which = Which(asked.value("which"))
    board = await read_board(units, work=asked.work, at=asked.at)
    rows = await _rows(asked, which, units, board)
    page = min(max(1, int(asked.value("page") or 1)), -(-len(rows) // MOST_LISTED) or 1)
    first = (page - 1) * MOST_LISTED
    shown = await with_holders(rows[first : first + MOST_LISTED], work=asked.work, at=asked.at)
    names = await asked.names([*board.away, *(person for each in shown if (person := _holder(each)))])
    facts = BoardFacts(
        which=which.value,
        unit=unit,
        units=[(code, asked.catalogue.units[code].name.of(asked.language)) for code in own],
        page=page,
        count=len(rows),
        unassigned=len(board.unassigned),
        asked=len(board.asked),
        late=len(board.late),
        away=[names[code] for code in board.away if code in names],
        open=await asked.work.requests.count_listed(Listing(units=units, is_open=True), most=MOST_COUNTED),
        uncovered=sum(each.standing is not None for each in board.unassigned),
        lines=[_line(asked, each, names.get(_holder(each) or "", "")) for each in shown],
    )
    return board_card(facts, asked.frame())


async def _rows(asked: Asked, which: Which, units: tuple[str, ...], board: Board) -> list[Row]:
    if which is Which.ALL:
        return list(board.pressing)
    if which is Which.UNASSIGNED:
        return list(board.unassigned)
    if which is Which.LATE:
        return list(board.late)
    return list(await rows_of(which, units, by=asked.reader.code, work=asked.work, at=asked.at))


def _holder(row: Row) -> str | None:
    return row.assignment.person if row.assignment is not None else row.asked


def _line(asked: Asked, row: Row, holder: str) -> BoardLine:
    unit = asked.catalogue.units.get(row.unit)
    request, standing = row.request, row.standing
    about = plain_facts(asked, request) if request is not None else None
    service = asked.catalogue.services.get(standing.service) if standing is not None else None
    named = service.name.of(asked.language) if service is not None else ""
    return BoardLine(
        entry=_entry(row),
        number=request.id if request is not None else standing.schedule if standing is not None else "",
        name=name_of(about, asked.language) if about is not None else named,
        unit=unit.name.of(asked.language) if unit else row.unit,
        place=(about.request.place or "") if about is not None else "",
        due=request.promised_at if request is not None else standing.start if standing is not None else None,
        is_standing=standing is not None,
        is_late=row.is_late,
        is_asked=row.asked is not None,
        holder=holder,
        status=request.status if request is not None else None,
    )


def _entry(row: Row) -> str:
    """Return what opens the line."""
    if row.request is not None:
        return f"request:{row.request.id}"
    if row.assignment is not None and row.is_late and row.standing is not None:
        return day_subject(row.assignment.person, row.standing.day)
    if row.assignment is not None and row.asked is None:
        return f"assignment:{row.assignment.id}"
    return uncovered_subject(row.standing.day) if row.standing is not None else ""
