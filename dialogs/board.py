"""The coordinator's board: shown whole or in part, by press and by word, and its lines opened."""

from actions.board import Which
from actions.ports import Begin
from dialogs.inputs import read_day
from dialogs.listening import only_of
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.board_words import board_asked
from dialogs.understanding.brief_words import is_asking_for_day
from dialogs.understanding.folding import fold
from dialogs.understanding.request_words import read_turning
from domain.errors import BadInput
from domain.notices import Message
from domain.people import Role
from domain.standing import uncovered_subject


def board_message(which: str = "", unit: str = "", page: int = 1) -> Message:
    """Return the message that shows a page of the board."""
    return show("board", None, which=which, unit=unit, page=page)


@only_of(Role.COORDINATOR)
async def board_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Show a coordinator what of the board is asked for: "visa tavlan", "what's on today", "otilldelat på PV3"."""
    if not turn.is_personal:
        return None
    asked = ("", "") if is_asking_for_day(turn.text) else board_asked(turn.text)
    if asked is None:
        return _turned(turn)
    which, named = asked
    unit = _unit_named(turn, named)
    if named and unit is None:
        return Reply(messages=(say("board-which-unit"),))
    return _shown(board_message(which, unit or ""))


def _shown(message: Message) -> Reply:
    """Return the page, remembered so that a word turns it."""
    return Reply(messages=(message,), state={"board": dict(message.values)})


def _turned(turn: Turn) -> Reply | None:
    """Return the page after or before the one shown last, where the sentence asks for it."""
    step, shown = read_turning(turn.text), turn.state.get("board")
    if step == 0 or not isinstance(shown, dict):
        return None
    page = max(1, int(str(shown.get("page") or 1)) + step)
    return _shown(board_message(str(shown.get("which") or ""), str(shown.get("unit") or ""), page))


def _unit_named(turn: Turn, named: str) -> str | None:
    """Return the code of the one of the person's units that is called *named*, by its code or name."""
    units = [turn.catalogue.units[code] for code in turn.person.units if code in turn.catalogue.units]
    found = [each.code for each in units if named in {fold(each.code), fold(each.name.sv), fold(each.name.en)}]
    return found[0] if len(found) == 1 else None


async def press_board(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - as above
    """Show the part that the button names in place of the one before, or open the line that was touched below."""
    if not turn.person.has_role(Role.COORDINATOR):
        raise BadInput(field="verb", lowest="", highest="")
    entry = press.text("entry")
    if entry is not None:
        return _opened(entry)
    which, page = press.text("which") or "", press.text("page") or "1"
    if which not in set(Which):
        raise BadInput(field="which", lowest="", highest="")
    number = int(page) if page.isdecimal() and len(page) <= 3 else 1  # noqa: PLR2004 - no board is that long
    message = board_message(which, press.text("unit") or "", max(number, 1))
    return Reply(card=message, state={**turn.state, "board": dict(message.values)})


def _opened(entry: str) -> Reply:
    """Return the card of a line: a request to give, a day's standing work without anybody, or a piece of it."""
    kind, _, named = entry.partition(":")
    if kind == "uncovered":
        subject = uncovered_subject(read_day(named))
    elif kind in {"request", "assignment", "standing"}:
        subject = entry
    else:
        raise BadInput(field="entry", lowest="", highest="")
    view = "queue" if kind == "request" else kind
    return Reply(messages=(show(view, subject),), state={"focus": subject})
