"""A coordinator's conversation: the queue, and giving work to people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions.assignments import assign_request, offer_assignment
from actions.ports import Begin
from actions.queue import suggestions_for
from actions.requests import read_request
from dialogs.claims import about
from dialogs.listening import only_of
from dialogs.my_requests import ask_which
from dialogs.staff import employees_called
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.folding import fold
from domain.errors import BadInput
from domain.people import Role
from domain.requests import RequestStatus, ServiceRequest

MOST_SHOWN = 5
SEEN = "seen"
"""What a conversation remembers of a request that its writer was told of: its number and version."""
_GIVES_THING = re.compile(
    r"(?:kan\s+du\s+|please\s+)?(?:ge|ger|tilldela|erbjud|give|assign|offer)\s+.+\s+(?:till|åt|to)\s+"
    r"(?P<name>[^\W\d_][\w .'-]{0,60}?)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"(?:kan\s+du\s+|please\s+)?(?:flytta|lägg|byt|ge|move|reassign|give)\s+(?:[BF]-20[0-9]{2}-[0-9]{4,6}|den|det|it|this)\s+(?:över\s+)?"
    r"(?:till|åt|på|to)\s+(?P<name>[^\W\d_][\w .'-]{0,60}?)",
    re.IGNORECASE,
)
_WHO_CAN = re.compile(r"\W*(?:vem|vilka|who)\b.*\b(?:kan|ska|hinner|har\s+tid|passar|can|could|should|has\s+time)\b")
OFFERING = frozenset({"ge", "erbjud", "fraga", "give", "offer", "ask"})
ASSIGNING = frozenset({"tilldela", "assign"})
POINTING = frozenset({"den", "det", "arendet", "uppdraget", "jobbet", "it", "this", "that"})
TOWARDS = frozenset({"till", "at", "to"})
"""Folded words by which a coordinator gives work to somebody, points at it, and leads over to a name."""


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


def is_giving(turn: Turn) -> bool:
    """Tell whether the sentence gives a request to somebody: "ge B-2022-0001 till Omar", "assign it to Omar"."""
    words = _words(turn.text)
    is_pointing = bool(words & POINTING) or (turn.number is not None)
    return bool(words & (OFFERING | ASSIGNING)) and (is_pointing or len(words) == 1)


async def give_named(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "ge lampan till Omar", of what waits in the queue; None where it is given to nobody of the team."""
    found = _GIVES_THING.fullmatch(turn.text.strip(" .!?"))
    wish = turn.understood
    if found is None or wish is None or wish.number is not None or not {wish.service, wish.object} - {None}:
        return None
    if len(await employees_called(found["name"], begin=begin)) != 1:
        return None
    meant = about(wish, await _queue(turn, begin=begin))
    if len(meant) != 1:
        return ask_which(turn, meant, "queue-empty")
    return await give_by_words(replace(turn, understood=replace(wish, number=meant[0].id)), begin=begin)


async def move_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "flytta B-2022-0001 till Omar" as giving it to Omar; None where it is moved to anything but a colleague."""
    found = _MOVES.fullmatch(turn.text.strip(" .!?"))
    named = await employees_called(found["name"], begin=begin) if found is not None else ()
    meant = await _find_meant(turn, begin=begin) if len(named) == 1 else None
    return None if meant is None else await _give(turn, meant, named[0].code, is_assigned=True, begin=begin)


@only_of(Role.COORDINATOR)
async def who_can_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show a coordinator who could take the request of a number: "vem kan ta B-2022-0002?"; None for other words."""
    number = turn.number
    if number is None or _WHO_CAN.match(fold(turn.text)) is None:
        return None
    request = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    view = "queue" if request.status is RequestStatus.QUEUED else "request"
    subject = f"request:{request.id}"
    return Reply(messages=(show(view, subject),), state={"focus": subject})


async def give_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Offer a request to the one that the sentence names ("ge B-2022-0001 till Omar"), or to the suggested one.

    "Tilldela" and "assign" give it without asking, as the other button does. Where somebody else was first and the
    writer can't know, that is told instead, as on a card that is out of date. None when the sentence points at nothing.
    """
    meant = await _find_meant(turn, begin=begin)
    if meant is None:
        return None
    if not is_giving(turn) and await _is_asked(meant, begin=begin):
        return None
    person = await _find_named(turn, meant, begin=begin)
    if person is None:
        return Reply(messages=(say("nobody-suitable"), show("queue", f"request:{meant.id}")))
    return await _give(turn, meant, person, is_assigned=bool(_words(turn.text) & ASSIGNING), begin=begin)


async def _give(turn: Turn, request: ServiceRequest, person: str, *, is_assigned: bool, begin: Begin) -> Reply:
    other = await _find_unknown(turn, request, person, begin=begin)
    if other is not None:
        return _truth(request, other)
    give = assign_request if is_assigned else offer_assignment
    given = await give(request.id, person, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    told = say("given-person" if is_assigned else "asked-person", request=request.id, to_person=given.person)
    return Reply(messages=(told,), state={"focus": f"request:{request.id}"})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Given:
    """That somebody else than the writer gave work to `to_person`, or took it; at `version` of its request."""

    by_person: str
    to_person: str
    version: int


async def _find_unknown(turn: Turn, request: ServiceRequest, person: str, *, begin: Begin) -> _Given | None:
    """Return who holds *request* where the writer can't know: another gave it, and they have not been told of it.

    The request is held first: whoever gives it at the same moment is waited for. What the desk asked by
    itself, and what the writer gave, is theirs to move.
    """
    async with begin() as work:
        held = await work.requests.get_locked(request.id)
        others = [each for each in await work.assignments.of_request(held.id) if each.is_live and each.person != person]
        if not others or turn.state.get(SEEN) == f"{held.id}:{held.version}":
            return None
        story = await work.events.of_subject(f"assignment:{others[-1].id}")
    giver = story[0].person if story else None
    if giver is None or giver == turn.person.code:
        return None
    return _Given(by_person=giver, to_person=others[-1].person, version=held.version)


def _truth(request: ServiceRequest, given: _Given) -> Reply:
    """Return who was first; said once more, what was wanted is done all the same."""
    values = {"request": request.id, "by_person": given.by_person, "to_person": given.to_person}
    is_taken = given.by_person == given.to_person
    subject = f"request:{request.id}"
    said = say("taken-before-you" if is_taken else "given-before-you", **values)
    return Reply(
        messages=(said, show("queue", subject)), state={"focus": subject, SEEN: f"{request.id}:{given.version}"}
    )


async def _is_asked(request: ServiceRequest, *, begin: Begin) -> bool:
    """Tell whether somebody has been asked already; a mere yes must not take it from them."""
    async with begin() as work:
        return any(each.is_live for each in await work.assignments.of_request(request.id))


async def _find_meant(turn: Turn, *, begin: Begin) -> ServiceRequest | None:
    """Return the request of the number, else that of the conversation, else the only one in the queue."""
    number = turn.number
    if number is not None:
        return await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    queued = await _queue(turn, begin=begin)
    in_focus = [each for each in queued if turn.focus == f"request:{each.id}"]
    return (in_focus or list(queued))[0] if in_focus or len(queued) == 1 else None


async def _find_named(turn: Turn, request: ServiceRequest, *, begin: Begin) -> str | None:
    """Return the code of the one employee that the sentence names, or of the suggested one where it names nobody.

    None where it names somebody else, or several: nobody gets work that was meant for another.
    """
    async with begin() as work:
        employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
        suggested = await suggestions_for(request, work=work, catalogue=turn.catalogue, at=turn.at)
    words = _words(turn.text)
    named = [each for each in employees if {fold(each.code), fold(each.name.split()[0])} & words]
    by_whole_name = [each for each in named if fold(each.name) in fold(turn.text)]
    best = by_whole_name or named
    if not best and not words & TOWARDS:
        return suggested[0].person.code if suggested else None
    in_team = [each for each in best if request.unit in each.units] if len(best) > 1 else best
    return in_team[0].code if len(in_team) == 1 else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", fold(text)))
