"""What has been said and done before a way is played: a chat of whoever is to write next."""

from collections.abc import Awaitable, Callable

from actions.assignments import pause_assignment
from actions.standing import make_standing_ahead
from actions.surveys import open_wave
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.factories import NOW, TODAY, the_person

Chats = Callable[[str], Chat]
Before = Callable[[Desk, Chats], Awaitable[Chat]]


async def speaking(chat: Chat, language: str) -> Chat:
    async with chat.begin() as work:
        await work.people.set_language(chat.person, language)
    return chat


def _saying(person: str, *sentences: str) -> Before:
    async def said(_: Desk, chat_of: Chats) -> Chat:
        chat = chat_of(person)
        for each in sentences:
            await chat.says(each)
        return chat

    return said


draft = _saying("KON11", "byt lampan i sal B214 på torsdag")
recurring_draft = _saying("KON11", "byt lysrör i B214 varje tisdag kl 8")
stood_in_for = _saying("REK1", "Emil godkänner åt mig")
away = _saying("SER1", "jag är sjuk idag")
in_doubt = _saying("KON11", "det kanske läcker i taket")
late = _saying("KON11", "vad är försenat?")
nothing = _saying("KON11")
on_round = _saying("SER1", "rond")
logged = _saying("PL1", "problem: damm orsak: torrt åtgärd: våtmoppa")
written = _saying("PL1", "ny information till chefer: Nu börjar vi")
wheel = _saying("PL1")
agreed = _saying("ADM1")
drafted = _saying("ADM1", "ändra AVT-PV1 från 1 maj")
to_sign = _saying("CHE7")


async def series(desk: Desk, chat_of: Chats) -> Chat:
    chat = await recurring_draft(desk, chat_of)
    await chat.presses("order.place", f"draft:{await chat.focus()}")
    return chat


async def order(desk: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says((await desk.order()).id)
    return chat


async def done(desk: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says((await desk.done()).id)
    return chat


async def waiting(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order(service="SAN-KLO")
    return chat_of("REK1")


async def asked_about(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order(service="SAN-KLO")
    await chat_of("REK1").says("fråga: kan det vänta?")
    return chat_of("KON11")


async def queue(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order()
    return chat_of("SAM1")


async def two_queued(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order()
    return await queue(desk, chat_of)


async def handed_on(desk: Desk, chat_of: Chats) -> Chat:
    await desk.offer(await desk.order(), "SER1", by=the_person("SAM1"))
    chat = chat_of("SAM1")
    await chat.says("flytta allt som Leo har till Omar")
    return chat


async def free(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order()
    chat = chat_of("SER1")
    await chat.says("lediga uppdrag")
    return chat


async def offered(desk: Desk, chat_of: Chats) -> Chat:
    await desk.offer(await desk.order(), "SER1", by=the_person("SAM1"))
    return chat_of("SER1")


async def accepted(desk: Desk, chat_of: Chats) -> Chat:
    chat = await offered(desk, chat_of)
    await chat.says("jag tar det")
    return chat


async def begun(desk: Desk, chat_of: Chats) -> Chat:
    await desk.under_way()
    return chat_of("SER1")


async def paused(desk: Desk, chat_of: Chats) -> Chat:
    _, started = await desk.under_way()
    await pause_assignment(started.id, by=the_person("SER1"), begin=desk.begin, at=NOW)
    return chat_of("SER1")


async def gone(_: Desk, chat_of: Chats) -> Chat:
    await chat_of("SER1").says("jag är sjuk idag")
    return chat_of("SAM1")


async def worked(desk: Desk, chat_of: Chats) -> Chat:
    await desk.done()
    return chat_of("SER1")


async def coordinated(desk: Desk, chat_of: Chats) -> Chat:
    await desk.done()
    return chat_of("SAM1")


async def standing(desk: Desk, chat_of: Chats) -> Chat:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    return chat_of("SER10")


async def uncovered(desk: Desk, chat_of: Chats) -> Chat:
    await standing(desk, chat_of)
    await chat_of("SER10").says("jag är sjuk idag")
    return chat_of("SAM1")


async def coordinating(desk: Desk, chat_of: Chats) -> Chat:
    await standing(desk, chat_of)
    return chat_of("SAM1")


async def asked_if_same(desk: Desk, chat_of: Chats) -> Chat:
    await desk.report("EJSTAD", who="KON12")
    chat = chat_of("KON11")
    await chat.says("ingen har städat")
    return chat


async def listed(desk: Desk, chat_of: Chats) -> Chat:
    for _ in range(10):
        await desk.order()
    chat = chat_of("KON11")
    await chat.says("mina ärenden")
    return chat


async def second_page(desk: Desk, chat_of: Chats) -> Chat:
    chat = await listed(desk, chat_of)
    await chat.presses("requests.show", "", page=2, which="", scope="")
    return chat


async def catalogue(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.presses("catalogue.show", "", category="call_off", page=1)
    return chat


async def catalogues_second(desk: Desk, chat_of: Chats) -> Chat:
    chat = await catalogue(desk, chat_of)
    await chat.presses("catalogue.show", "", category="call_off", page=2)
    return chat


async def asked(desk: Desk, chat_of: Chats) -> Chat:
    await open_wave(TODAY, begin=desk.begin, at=NOW)
    chat = chat_of("SER1")
    await chat.says("visa frågan")
    return chat


async def resting(desk: Desk, chat_of: Chats) -> Chat:
    chat = await asked(desk, chat_of)
    await chat.says("pausa frågorna")
    return chat


async def asking(desk: Desk, chat_of: Chats) -> Chat:
    await asked(desk, chat_of)
    return chat_of("PL1")


async def answered(desk: Desk, chat_of: Chats) -> Chat:
    chat = await asked(desk, chat_of)
    await chat.says("röd")
    return chat


async def commitment(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("PL1")
    await chat.presses("commitment.show", "commitment:U1")
    return chat


async def told(desk: Desk, chat_of: Chats) -> Chat:
    await (await written(desk, chat_of)).says("skicka informationen")
    return chat_of("REK1")


async def followed(desk: Desk, chat_of: Chats) -> Chat:
    await told(desk, chat_of)
    return chat_of("PL1")


async def to_approve(desk: Desk, chat_of: Chats) -> Chat:
    await (await written(desk, chat_of)).says("be Karin godkänna informationen")
    chat = chat_of("SAM1")
    await chat.says("visa I-2022-0001")
    return chat


async def talking(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("jag vill prata med en människa")
    await chat_of("SAM1").says("vad gäller det?")
    return chat
