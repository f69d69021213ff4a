"""The log says in words what happened, also to assignments, absences and hours."""

import re
from collections.abc import Callable

from actions.standing import make_standing_ahead
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.factories import NOW

Chats = Callable[[str], Chat]
CODE = re.compile(r" · [a-z][a-z-]*$", re.MULTILINE)


async def test_no_event_of_a_day_at_the_desk_stands_there_as_a_code(chat_of: Chats, desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    await desk.under_way()
    for who, said in (
        ("SER1", "pausa"),
        ("SER1", "lämna över"),
        ("SER2", "klart med allt idag"),
        ("SER3", "jag är sjuk imorgon"),
        ("SER3", "jag är tillbaka"),
        ("SER1", "english"),
        ("REK1", "Emil godkänner åt mig"),
    ):
        await chat_of(who).says(said)
    chat = chat_of("ADM1")

    pages = [await chat.reads(await chat.says(f"visa loggen sida {page}")) for page in range(1, 4)]

    said = "\n".join(text for page in pages for text in page)
    assert "Lämnat över" in said
    codes = [each.strip(" ·") for each in CODE.findall(said.replace(".", ""))]
    assert codes == []
