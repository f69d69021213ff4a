"""A principal says who approves while they are away, by typing or on a card, and when they do it themselves again."""

from collections.abc import Sequence
from datetime import date

from actions.ports import Begin
from actions.substitutes import could_substitute, end_substitution, name_substitute
from dialogs.absence import is_back, said_days
from dialogs.inputs import day_in
from dialogs.listening import only_of
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.folding import fold
from dialogs.understanding.substitute_words import approves_alone, is_substitute_asked, substitute_said
from domain.errors import BadInput
from domain.people import Person, Role
from domain.worktime import local_date


@only_of(Role.PRINCIPAL)
async def substitute_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "jag är borta 3-7 april, Anna godkänner", "ersättare" and "jag är tillbaka"; None for other words."""
    if approves_alone(turn.text) or is_back(turn.text):
        return await _back(turn, begin=begin)
    if is_substitute_asked(turn.text):
        return Reply(messages=(show("substitute"),))
    name = substitute_said(turn.text)
    if name is None:
        return None
    named = await _named(turn, name, begin=begin)
    if len(named) != 1:
        return Reply(messages=(say("substitute-who"), show("substitute")))
    first, last = said_days(turn)
    if first is None or last is None:
        return Reply(messages=(say("absence-until-when"),))
    return await _keep(turn, named[0].code, first, last, begin=begin)


async def press_substitute(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Name the substitute that was chosen, for the days that were filled in."""
    person = press.text("person")
    if person is None:
        raise BadInput(field="person", lowest="", highest="")
    first = day_in(press, "date") or local_date(turn.at)
    kept = await _keep(turn, person, first, day_in(press, "last") or first, begin=begin)
    return Reply(card=kept.messages[0])


async def press_back(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Approve alone again."""
    await end_substitution(id_in(press, "substitute"), by=turn.person, begin=begin, at=turn.at)
    return Reply()


async def _keep(turn: Turn, person: str, first: date, last: date, *, begin: Begin) -> Reply:
    named = await name_substitute(
        person, (first, last), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    return Reply(messages=(show("substitute", f"substitute:{named.id}"),))


async def _back(turn: Turn, *, begin: Begin) -> Reply | None:
    """End what holds today, or else what comes next; None when nothing does."""
    today = local_date(turn.at)
    async with begin() as work:
        mine = [each for each in await work.substitutions.of_days(today, date.max) if each.person == turn.person.code]
    if not mine:
        return None
    ending = [each for each in mine if each.covers(today)] or [min(mine, key=lambda each: each.first)]
    for each in ending:
        await end_substitution(each.id, by=turn.person, begin=begin, at=turn.at)
    return Reply(messages=(show("substitute", f"substitute:{ending[-1].id}"),))


async def _named(turn: Turn, name: str, *, begin: Begin) -> Sequence[Person]:
    """Return whom *name* can mean: by the whole name, by the first, or by its last word alone."""
    async with begin() as work:
        people = await could_substitute(work, turn.person, turn.person.units)
    for said in (name, name.rsplit(maxsplit=1)[-1]):
        found = [each for each in people if said in {fold(each.name), _first_name(each), each.code.casefold()}]
        if found:
            return found
    return []


def _first_name(person: Person) -> str:
    return fold(person.name).split(maxsplit=1)[0]
