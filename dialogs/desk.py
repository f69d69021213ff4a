"""A coordinator's conversation: the queue, and giving work to people."""

from collections.abc import Sequence

from actions.assignments import assign_request, offer_assignment
from actions.ports import Begin
from actions.queue import suggestions_for
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from domain.errors import BadInput
from domain.people import Person, Role
from domain.requests import RequestStatus, ServiceRequest

MOST_SHOWN = 5


async def press_offer(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Offer the request of the card to the person chosen in it."""
    await offer_assignment(
        id_in(press, "request"),
        _chosen(press),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply()


async def press_assign(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Give the request of the card to the person chosen in it."""
    await assign_request(
        id_in(press, "request"),
        _chosen(press),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply()


def _chosen(press: Press) -> str:
    person = press.text("person")
    if person is None:
        raise BadInput(field="person", lowest="", highest="")
    return person


async def show_queue(turn: Turn, *, begin: Begin) -> Reply:
    """Show the first requests that nobody has been given yet, the soonest promised first."""
    queued = await _queue(turn, begin=begin)
    if not queued:
        return Reply(messages=(say("queue-empty"),))
    cards = tuple(show("queue", f"request:{each.id}") for each in queued[:MOST_SHOWN])
    more = len(queued) - len(cards)
    first = say("queue-more", shown=len(cards), more=more) if more else say("queue-shown", shown=len(cards))
    return Reply(messages=(first, *cards), state={"focus": f"request:{queued[0].id}"})


async def _queue(turn: Turn, *, begin: Begin) -> Sequence[ServiceRequest]:
    async with begin() as work:
        return await work.requests.in_status({RequestStatus.QUEUED}, units=turn.person.units, limit=20)


async def give_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Offer a queued request to the one that the sentence names ("ge B-2022-0001 till Omar"), or to the suggested one.

    None when the sentence points at nothing in the queue.
    """
    meant = await _find_meant(turn, begin=begin)
    if meant is None:
        return None
    person = await _find_named(turn, meant, begin=begin)
    if person is None:
        return Reply(messages=(say("nobody-suitable"), show("queue", f"request:{meant.id}")))
    offer = await offer_assignment(
        meant.id, person.code, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    told = say("asked-person", request=meant.id, to_person=offer.person)
    return Reply(messages=(told,), state={"focus": f"request:{meant.id}"})


async def _find_meant(turn: Turn, *, begin: Begin) -> ServiceRequest | None:
    queued = await _queue(turn, begin=begin)
    number = turn.understood.number if turn.understood else None
    if number is not None:
        return next((each for each in queued if each.id == number), None)
    in_focus = [each for each in queued if turn.focus == f"request:{each.id}"]
    return (in_focus or list(queued))[0] if in_focus or len(queued) == 1 else None


async def _find_named(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Person | None:
    """Return the employee named in the text by first name, whole name or code, or else the one suggested first."""
    async with begin() as work:
        employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
        suggested = await suggestions_for(request, work=work, catalogue=turn.catalogue, at=turn.at)
    words = set(turn.text.casefold().replace(",", " ").replace(".", " ").split())
    named = [each for each in employees if {each.code.casefold(), each.name.split()[0].casefold()} & words]
    by_whole_name = [each for each in named if each.name.casefold() in turn.text.casefold()]
    best = by_whole_name or named
    if best:
        in_team = [each for each in best if request.unit in each.units]
        return (in_team or best)[0]
    return suggested[0].person if suggested else None
