"""The list of requests: which ones, and turning its pages, by press and by a word."""

import re

from actions.ports import Begin
from dialogs.turn import Press, Reply, Turn, show
from dialogs.understanding import Intent
from dialogs.understanding.late_words import LateKind, late_asked
from dialogs.understanding.request_words import read_list, read_turning
from domain.notices import Message
from domain.people import Role

PAGE = re.compile(r"[0-9]{1,4}")
OF_ORDER = ("focus", "charged", "others")
"""What a conversation remembers of the order whose card was shown last."""
WHICH = frozenset({"open", "over", "late"})


def list_message(*, which: str = "", is_of_unit: bool = False, page: int = 1) -> Message:
    """Return the message that shows a page of a list."""
    return show("requests", None, which=which, scope="unit" if is_of_unit else "", page=page)


def listed(turn: Turn, message: Message) -> Reply:
    """Return the list as a new message, remembered so that a word turns its page. A half-done order stays at hand."""
    is_ordering = (turn.focus or "").startswith("draft:")
    kept = {name: turn.state[name] for name in OF_ORDER if name in turn.state} if is_ordering else {}
    return Reply(messages=(message,), state=kept | {"listed": dict(message.values)})


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - all dialogs are called alike
    """Show the page that the button names, in place of the one that was pressed."""
    which = press.text("which") or ""
    message = list_message(
        which=which if which in WHICH else "",
        is_of_unit=press.text("scope") == "unit",
        page=_page(press.text("page")),
    )
    return Reply(card=message, state={**turn.state, "listed": dict(message.values)})


async def list_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - as above
    """Show the list that the sentence asks for, or another page of the one shown last; None for any other sentence."""
    is_of_work = turn.understood is not None and turn.understood.intent is Intent.ASSIGNMENTS
    asked = None if is_of_work else read_list(turn.text)
    if asked is not None:
        which = asked.which if asked.which in WHICH else ""
        return listed(turn, list_message(which=which, is_of_unit=asked.is_of_unit))
    step, shown = read_turning(turn.text), turn.state.get("listed")
    if step == 0 or not isinstance(shown, dict):
        return None
    page = _page(str(shown.get("page"))) + step
    return listed(
        turn,
        list_message(which=str(shown.get("which") or ""), is_of_unit=shown.get("scope") == "unit", page=max(1, page)),
    )


async def late_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - as above
    """Show what is late of what the person answers for, each kind on a card of its own; None for any other sentence.

    A requester sees their own requests, a principal and a coordinator those of their units, an employee their work,
    and whoever leads or owns the project what is late in the year wheel.
    """
    kind = late_asked(turn.text)
    if kind is None:
        return None
    reads_wheel = turn.catalogue.permissions.allows(turn.person, "commitment.read")
    if kind is LateKind.COMMITMENTS or (kind is LateKind.ANY and reads_wheel and not turn.person.units):
        turn.catalogue.permissions.demand(turn.person, "commitment.read", is_own=True)
        return Reply(messages=(show("wheel", late=True),))
    if turn.person.has_role(Role.SERVICE_EMPLOYEE):
        return Reply(messages=(show("assignments"),))
    is_of_unit = turn.person.has_role(Role.PRINCIPAL) or turn.person.has_role(Role.COORDINATOR)
    return listed(turn, list_message(which="late", is_of_unit=is_of_unit))


def _page(written: str | None) -> int:
    """Return a page's number, 1 for what is none."""
    is_number = written is not None and PAGE.fullmatch(written) is not None
    return max(int(written), 1) if written is not None and is_number else 1
