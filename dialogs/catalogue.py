"""Looking at what can be ordered, and beginning an order from there: by press on one card, or in words."""

from dataclasses import replace

from actions.ports import Begin
from catalog.models import Category
from catalog.search import index_of
from dialogs import order
from dialogs.cards.catalogue import LONGEST_QUERY
from dialogs.turn import Press, Reply, Turn, show
from dialogs.understanding import Intent, Understood
from dialogs.understanding.asides import category_in
from dialogs.understanding.browsing import page_in, search_in
from domain.errors import BadInput
from domain.notices import Message
from texts import say as worded

PAGE = "page"
"""What a conversation remembers of the page that is shown: category, number and what was searched for."""
SERVICE = "service"


async def show_catalogue(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - every intent is answered alike
    """Show the service that was named, else the category, else the whole catalogue."""
    understood = turn.understood
    if understood is not None and understood.service is not None:
        return _service(turn, understood.service)
    return _page(turn, category=category_in(turn.text) or "")


async def answer_catalogue(turn: Turn, *, begin: Begin) -> Reply | None:
    """Search for what is asked for, turn the page, or begin an order of the service that is shown; else None."""
    query = search_in(turn.text)
    if query is not None:
        return _found(turn, query)
    step = page_in(turn.text)
    if step and isinstance(turn.state.get(PAGE), str):
        category, number, query = _kept(str(turn.state[PAGE]))
        return _page(turn, category=category, query=query, number=max(1, number + step))
    service = turn.state.get(SERVICE)
    if isinstance(service, str) and service in turn.catalogue.services and order.is_order_word(turn):
        return await _start(turn, service, begin=begin)
    return None


async def press_catalogue(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - as all presses
    """Show one service, a page of a category or of what was found, or the whole catalogue, in place of the card.

    In a chat of several people it is a new message: the card that stands there is everybody's.
    """
    _, _, subject = (press.text("subject") or "").partition(":")
    is_elsewhere = any(name in press.data for name in ("service", "category", "page", "search"))
    code = press.text("service") or ("" if is_elsewhere else subject)
    if code:
        if code not in turn.catalogue.services:
            raise BadInput(field="service", lowest="", highest="")
        return _in_place(turn, _service(turn, code))
    if "search" in press.data:
        return _in_place(turn, _page(turn, query=press.text("query") or ""))
    number, category = press.text("page") or "1", press.text("category") or ""
    if category and category not in set(Category):
        raise BadInput(field="category", lowest="", highest="")
    number_read = int(number) if number.isascii() and number.isdigit() and len(number) < len("10000") else 1
    query = press.text("query_kept") or ""
    return _in_place(turn, _page(turn, category=category, query=query, number=number_read))


async def press_start(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Begin an order of a service; its card takes the place of the service's."""
    code = press.text("service") or (press.text("subject") or "").partition(":")[2]
    if code not in turn.catalogue.services:
        raise BadInput(field="service", lowest="", highest="")
    return _in_place(turn, await _start(turn, code, begin=begin))


async def _start(turn: Turn, code: str, *, begin: Begin) -> Reply:
    """Keep an order of the service; what is asked first, such as for which unit, is asked as of a sentence."""
    name = turn.catalogue.services[code].name.of(turn.language).lower()
    words = worded("service-order-words", turn.language, name=name)
    wish = Understood(text="", intent=Intent.ORDER, service=code, confidence=1.0)
    return await order.start_order(replace(turn, text=words), wish, 0, begin=begin)


def _found(turn: Turn, query: str) -> Reply:
    """Show the only service that was found, or a page of what was."""
    found = index_of(turn.catalogue).search(query, limit=2)
    return _service(turn, found[0]) if len(found) == 1 else _page(turn, query=query)


def _service(turn: Turn, code: str) -> Reply:
    return Reply(messages=(show("service", f"catalogue:{code}"),), state=_remembered(turn) | {SERVICE: code})


def _page(turn: Turn, *, category: str = "", query: str = "", number: int = 1) -> Reply:
    query = query[:LONGEST_QUERY]
    message = show("catalogue", None, category=category, query=query, page=number)
    return Reply(messages=(message,), state=_remembered(turn) | {PAGE: f"{category}|{number}|{query}"})


def _remembered(turn: Turn) -> dict[str, object]:
    """Return what the conversation remembers beside what is shown of the catalogue: an order begun stays."""
    return {name: each for name, each in turn.state.items() if name not in {PAGE, SERVICE, "awaiting", "text"}}


def _kept(page: str) -> tuple[str, int, str]:
    category, number, query = page.split("|", 2)
    return category, int(number), query


def _in_place(turn: Turn, reply: Reply) -> Reply:
    """Return the reply with its card in place of the one that was pressed, where that is one person's own."""
    cards: tuple[Message, ...] = tuple(each for each in reply.messages if each.view is not None)
    if not turn.is_personal or len(cards) != 1 or len(reply.messages) != 1:
        return reply
    return Reply(card=cards[0], state=reply.state)
