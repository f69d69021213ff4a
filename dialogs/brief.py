"""A service employee's day, by words, and opening one piece of it."""

from actions.ports import Begin
from dialogs.inputs import day_meant
from dialogs.listening import only_of
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, show
from dialogs.understanding.brief_words import is_asking_for_day
from domain.day import brief_subject
from domain.errors import NotAllowed
from domain.people import Role


@only_of(Role.SERVICE_EMPLOYEE)
async def brief_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Show an employee their day: "vad ska jag göra idag", "mitt pass", "what's on tomorrow"; None for other words."""
    if not is_asking_for_day(turn.text):
        return None
    subject = brief_subject(turn.person.code, day_meant(turn))
    return Reply(messages=(show("brief", subject),), state={"focus": subject})


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Show the work of a line, below the card that it stands on.

    Raises:
        NotAllowed: it is somebody else's.
    """
    async with begin() as work:
        found = await work.assignments.get(id_in(press, "assignment"))
    if found.person != turn.person.code:
        raise NotAllowed(action="assignment.work")
    subject = f"assignment:{found.id}"
    return Reply(messages=(show("assignment", subject),), state={"focus": subject})
