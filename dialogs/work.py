"""A service employee's conversation: accept, decline, start, pause, finish, by press and by a word."""

from collections.abc import Collection, Sequence

from actions.assignments import (
    accept_assignment,
    decline_assignment,
    finish_assignment,
    pause_assignment,
    start_assignment,
    todays_assignments,
)
from actions.ports import Begin
from dialogs.claims import claim_by_words
from dialogs.inputs import read_hours
from dialogs.standing import todays_standing
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import WhenKind
from dialogs.understanding.health_words import reason_to_keep
from dialogs.understanding.request_words import says_all
from domain.assignments import LARGEST_HOURS, SMALLEST_HOURS, Assignment, AssignmentStatus
from domain.errors import BadInput, NotFound
from domain.worktime import STOCKHOLM

A = AssignmentStatus
OF_REQUESTS = ("B-", "F-")


async def show_assignments(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - every intent is answered alike
    """Show what the person has been offered or has under way."""
    return Reply(messages=(show("assignments"),))


async def press_accept(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Take on the work of the card."""
    await accept_assignment(id_in(press, "assignment"), by=turn.person, begin=begin, at=turn.at)
    return Reply()


async def press_decline(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Say no to the work of the card."""
    await decline_assignment(
        id_in(press, "assignment"), by=turn.person, begin=begin, at=turn.at, reason=press.text("reason")
    )
    return Reply()


async def press_start(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Begin the work of the card."""
    await start_assignment(id_in(press, "assignment"), by=turn.person, begin=begin, at=turn.at)
    return Reply()


async def press_pause(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Let the work of the card rest."""
    await pause_assignment(id_in(press, "assignment"), by=turn.person, begin=begin, at=turn.at)
    return Reply()


async def press_done(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Finish the work of the card with the hours that were filled in."""
    hours = press.text("hours")
    if hours is None:
        raise BadInput(field="hours", lowest=SMALLEST_HOURS, highest=LARGEST_HOURS)
    await finish_assignment(
        id_in(press, "assignment"),
        read_hours(hours),
        by=turn.person,
        begin=begin,
        at=turn.at,
        note=press.text("note"),
    )
    return Reply()


async def accept_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Take on what was offered, or what is free and named or was just shown.

    With nothing offered, a "klart" is the end of what is being worked on.
    """
    free = await _free_named(turn, begin=begin)
    if free is not None:
        return await claim_by_words(turn, free, begin=begin)
    meant = await find_meant(turn, {A.OFFERED}, begin=begin)
    kind, _, in_focus = (turn.focus or "").partition(":")
    if not meant and kind == "request":
        return await claim_by_words(turn, in_focus, begin=begin)
    if not meant and turn.text.strip(" .!").casefold() == "klart":
        return await finish_by_words(turn, begin=begin)
    taken = () if meant else await find_meant(turn, {A.ACCEPTED}, begin=begin)
    if len(taken) == 1:  # "på väg" to what they have taken on already
        return await shown(turn, taken[0], begin=begin)
    if len(meant) > 1 and says_all(turn.text):
        return await _accept_all(turn, meant, begin=begin)
    if len(meant) != 1:
        return await ask_which(turn, meant, "nothing-offered", begin=begin)
    after = await accept_assignment(meant[0].id, by=turn.person, begin=begin, at=turn.at)
    return await shown(turn, after, begin=begin)


async def _accept_all(turn: Turn, offered: Sequence[Assignment], *, begin: Begin) -> Reply:
    replies = []
    for each in offered:
        after = await accept_assignment(each.id, by=turn.person, begin=begin, at=turn.at)
        replies.append(await shown(turn, after, begin=begin))
    return Reply(messages=tuple(message for reply in replies for message in reply.messages), state=replies[-1].state)


async def _free_named(turn: Turn, *, begin: Begin) -> str | None:
    """Return the request whose number the sentence names, where it has not been offered to the person."""
    number = turn.number
    if number is None or not number.startswith(OF_REQUESTS):
        return None
    mine = await todays_assignments(turn.person, begin=begin)
    return None if any(each.request == number and each.status is A.OFFERED for each in mine) else number


async def decline_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Say no to what was offered, with the words as the reason.

    What was accepted is given back only when the conversation is about it or the sentence names it: a mere "nej" to
    something else must not lose it.
    """
    meant = await find_meant(turn, {A.OFFERED, A.ACCEPTED}, begin=begin)
    is_named = turn.number is not None
    if not is_named and not (len(meant) == 1 and turn.focus == f"assignment:{meant[0].id}"):
        meant = [each for each in meant if each.status is A.OFFERED and _is_of_day(turn, each)]
    if len(meant) != 1:
        is_away = turn.understood is not None and turn.understood.when is not None
        return await ask_which(turn, meant, "nothing-offered-away" if is_away else "nothing-offered", begin=begin)
    declined = await decline_assignment(
        meant[0].id, by=turn.person, begin=begin, at=turn.at, reason=reason_to_keep(turn.text)
    )
    return await shown(turn, declined, begin=begin)


def _is_of_day(turn: Turn, assignment: Assignment) -> bool:
    """Tell whether the assignment is of the day that the sentence names; of none named, or not planned yet, it is."""
    when = turn.understood.when if turn.understood else None
    if when is None or when.kind is not WhenKind.DAY or when.start is None or assignment.planned_start is None:
        return True
    return assignment.planned_start.astimezone(STOCKHOLM).date() == when.start.date()


async def start_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Begin what was accepted, or go on with what rests; with neither, whoever begins what is offered takes it on."""
    meant = await find_meant(turn, {A.ACCEPTED, A.PAUSED}, begin=begin)
    offered = () if meant else await find_meant(turn, {A.OFFERED}, begin=begin)
    if len(offered) == 1:
        meant = [await accept_assignment(offered[0].id, by=turn.person, begin=begin, at=turn.at)]
    if len(meant) != 1:
        return await ask_which(turn, meant, "nothing-to-start", begin=begin)
    after = await start_assignment(meant[0].id, by=turn.person, begin=begin, at=turn.at)
    return await shown(turn, after, begin=begin)


async def pause_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Let what is being worked on rest."""
    meant = await find_meant(turn, {A.STARTED}, begin=begin)
    if len(meant) != 1:
        return await ask_which(turn, meant, "nothing-started", begin=begin)
    after = await pause_assignment(meant[0].id, by=turn.person, begin=begin, at=turn.at)
    return await shown(turn, after, begin=begin)


async def finish_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Finish what is being worked on, with the hours that were said or else those that have passed.

    With nothing under way, what was accepted is begun and finished at once; nobody but its doer knows the hours then.
    With nothing but standing work, the day is shown to be confirmed.
    """
    meant = await _find_finished(turn, begin=begin)
    todays = None if meant else await todays_standing(turn, begin=begin)
    if todays is not None:
        return todays
    if len(meant) != 1:
        return await ask_which(turn, meant, "nothing-started", begin=begin)
    said = turn.understood.hours if turn.understood else None
    if said is None and meant[0].status is A.ACCEPTED:
        return Reply(messages=(say("finish-hours"),), state={"focus": f"assignment:{meant[0].id}"})
    hours = said if said is not None else meant[0].suggested_hours(turn.at)
    after = await finish_assignment(meant[0].id, hours, by=turn.person, begin=begin, at=turn.at)
    return await shown(turn, after, begin=begin)


async def _find_finished(turn: Turn, *, begin: Begin) -> Sequence[Assignment]:
    if turn.number is not None:
        return await find_meant(turn, {A.ACCEPTED, A.STARTED, A.PAUSED}, begin=begin)
    under_way = await find_meant(turn, {A.STARTED, A.PAUSED}, begin=begin)
    return under_way or await find_meant(turn, {A.ACCEPTED}, begin=begin)


async def shown(turn: Turn, assignment: Assignment, *, begin: Begin) -> Reply:
    """Tell in a sentence what the card in this chat shows already, or show the card where none stands."""
    subject = f"assignment:{assignment.id}"
    async with begin() as work:
        stands = any(each.conversation == turn.conversation for each in await work.cards.of_subject(subject))
    number = assignment.request or assignment.id
    told = say(f"worked-{assignment.status}", request=number) if stands else show("assignment", subject)
    return Reply(messages=(told,), state={"focus": subject})


async def find_meant(turn: Turn, statuses: Collection[AssignmentStatus], *, begin: Begin) -> Sequence[Assignment]:
    """Return the person's assignments in *statuses* that the sentence can mean: by number, by focus, or all."""
    mine = [each for each in await todays_assignments(turn.person, begin=begin) if each.status in statuses]
    number = turn.number
    if number is not None:
        named = [each for each in mine if number in {each.id, each.request}]
        if not named:
            raise NotFound(id=number)
        return named
    in_focus = [each for each in mine if turn.focus in {f"assignment:{each.id}", f"request:{each.request}"}]
    # Standing work that has not begun is confirmed a day at a time: it is meant only where it is named.
    return in_focus or [each for each in mine if each.schedule is None or each.status is not A.ACCEPTED]


async def ask_which(turn: Turn, meant: Sequence[Assignment], none: str, *, begin: Begin) -> Reply:
    """Ask which of the assignments the sentence means, or say *none* when there is none."""
    if not meant:
        return Reply(messages=(say(none),))
    reply = await show_assignments(turn, begin=begin)
    numbers = ", ".join(each.id for each in meant[:8])
    state = {**turn.state, "awaiting": "number", "text": turn.text}
    return Reply(messages=(say("which-assignment", numbers=numbers), *reply.messages), state=state)
