"""Training plans and what runs out, by words and by press."""

from actions.ports import Begin
from dialogs.listening import only_of
from dialogs.staff import employees_called, said_for
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.training_words import is_asking_for_plan, is_asking_what_expires
from domain.errors import BadInput, NotAllowed
from domain.people import Role

LEADING = frozenset({Role.COORDINATOR, Role.PROJECT_LEADER})


@only_of(Role.SERVICE_EMPLOYEE, *LEADING)
async def training_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "min utbildningsplan", "utbildningsplanen för Leo", "vilka kompetenser går ut"; None for other words."""
    is_leading = bool(LEADING & turn.person.roles)
    if is_leading and is_asking_what_expires(turn.text):
        return Reply(messages=(show("expiring"),))
    what, name = said_for(turn.text)
    if not is_asking_for_plan(what):
        return None
    if not name and turn.person.has_role(Role.SERVICE_EMPLOYEE):
        return _shown(turn.person.code)
    if not is_leading:
        return None
    named = await employees_called(name, begin=begin) if name else ()
    return _shown(named[0].code) if len(named) == 1 else Reply(messages=(say("training-who"),))


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - all dialogs are called alike
    """Show the plan of the person that the button names; who may see it is said by the card.

    Raises:
        NotAllowed: it is somebody else's, and the presser leads nobody.
    """
    person = press.text("person")
    if person is None:
        raise BadInput(field="person", lowest="", highest="")
    if person != turn.person.code and not LEADING & turn.person.roles:
        raise NotAllowed(action="request.assign")
    return _shown(person)


def _shown(person: str) -> Reply:
    subject = f"training:{person}"
    return Reply(messages=(show("training", subject),), state={"focus": subject})
