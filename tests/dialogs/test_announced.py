"""Which announcements there are, and who has read one, asked in words: whoever may see it does, others are told why."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest

from dialogs.understanding import Intent
from dialogs.understanding.announced_words import Wanted, announced_asked
from dialogs.understanding.announcement_words import audiences_in
from dialogs.understanding.command_words import is_command
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, TODAY

Chats = Callable[[str], Chat]
READERS, LIST, LOOSE = Wanted.READERS, Wanted.LIST, Wanted.ONE_OR_LIST


SAID: Mapping[Wanted | None, str] = {
    READERS: """
        vem har läst? | Vem har läst informationen | hur många har läst | vilka har inte läst den än? | vem läste den
        har alla läst? | vem har läsr | hur många hr läst infomationen än så länge | vem har läst I-2022-0001?
        visa vilka som har läst informationen | vilka har fått informationen? | läskvitton | hur gick det med utskicket?
        who has read it | who hasn't read the announcement yet? | how many have read it | has everybody read it?
        how many have received the announcement | show me who has not read | read receipts
    """,
    LIST: """
        lista informationen | vilken information har gått ut? | visa all information | visa informationerna
        min information | vilken information har jag fått | vilka utskick har vi skickat | vad har gått ut?
        finns det någon ny information? | lista infromationen | list announcements | list the announcements
        show all announcements | my announcements | what announcements have been sent? | any new announcements?
    """,
    LOOSE: "visa informationen | informationen | visa infomationen | show the announcement",
    None: """
        vem har läst min beställning? | vem har fått den? | har du läst? | läst | jag har läst | who has the key
        vem har nyckeln | visa senaste informationen | vilken information behöver ni? | lista mina ärenden
        är det någon information om städning? | skicka informationen | ny information till chefer: Hej | hur går det?
        visa informationen I-2022-0001 | informationstavlan är trasig | påminn dem som inte har läst
    """,
}


@pytest.mark.parametrize("wanted", SAID)
def test_what_is_asked_about_announcements_is_told_from_other_words(wanted: Wanted | None) -> None:
    sentences = [each.strip() for each in re.split(r"[|\n]", SAID[wanted]) if each.strip()]

    assert {each: announced_asked(each) for each in sentences} == dict.fromkeys(sentences, wanted)


@pytest.mark.parametrize(
    ("said", "is_for_the_desk"),
    [("lista informationen", True), ("show all announcements", True), ("informationen kan vänta", False)],
)
def test_the_list_is_the_desks_also_in_the_middle_of_a_talk(said: str, is_for_the_desk: bool) -> None:  # noqa: FBT001
    assert is_command(said, Intent.UNKNOWN, today=TODAY) is is_for_the_desk


@pytest.mark.parametrize(
    ("who", "audiences"),
    [
        ("alla chefer", ["principal"]),
        ("samtliga servicemedarbetare och alla rektorer", ["service_employee", "principal"]),
        ("all the principals", ["principal"]),
        ("alla de fackliga", ["unions"]),
        ("alla stolar", None),
    ],
)
def test_who_is_to_read_may_be_said_with_all_before_it(who: str, audiences: list[str] | None) -> None:
    assert audiences_in(who, ["unions"]) == audiences


async def _send(chat: Chat, *texts: str) -> None:
    for each in texts:
        await chat.says(f"ny information till {each}")
        await chat.says("skicka informationen")


async def _elsewhere(chat: Chat) -> None:
    """Leave what was talked of."""
    await chat.says("hjälp")
    async with chat.begin() as work:
        await work.conversations.save_state(chat.conversation, {})


async def test_what_was_written_in_lines_is_read_in_lines(chat_of: Chats) -> None:
    sender, chat = chat_of("PL1"), chat_of("REK1")
    many = "\n".join(f"Sak {number}." for number in range(40))

    drafted = await sender.says(f"ny information till chefer: Vi börjar.\n\n- Ta med nyckeln.\n{many}")
    await sender.says("skicka informationen")

    for shown in (*await sender.reads(drafted), *await chat.reads(await chat.says("visa informationen"))):
        lines = shown.split("\n")
        assert lines.index("Vi börjar.") == lines.index("- Ta med nyckeln.") - 1
        assert [each for each in lines if "Sak 38. Sak 39." in each]


async def test_the_sender_sees_who_has_read_the_newest_or_says_which_of_several(chat_of: Chats) -> None:
    sender, chat = chat_of("PL1"), chat_of("REK1")
    none = await sender.says("vem har läst?")
    await _send(sender, "chefer: Nu börjar vi")
    await chat.says("läst")
    await _elsewhere(sender)
    one = await sender.says("hur många har läst?")
    await _send(sender, "samordnare: Snart")
    talked_of = await sender.says("vem har läst?")
    await _elsewhere(sender)
    which = await sender.says("who has read it")
    named = await sender.says("vem har läst I-2022-0001?")
    await _elsewhere(sender)
    sender.at = NOW + timedelta(days=8)
    later = await sender.says("vem har läst?")

    assert texts_of(none) == ["announcement-none-sent"]
    assert "av 7 har fått den, 1 har läst" in (await sender.reads(one))[0]
    assert (texts_of(which), views_of(which)) == (["announcement-which-read"], [("announcements", None)])
    shown = [views_of(each)[0][1] for each in (one, talked_of, named, later)]
    assert shown == [f"announcement:I-2022-000{nth}" for nth in (1, 2, 1, 2)]


@pytest.mark.parametrize(
    ("who", "words", "answer"),
    [
        ("REK1", "vem har läst?", "Vem som har läst ser bara den som har skickat informationen. Fråga Sara Kastanj."),
        ("REK1", "vem har läst I-2022-0001", "Fråga Sara Kastanj"),
        ("SAM1", "vem har läst I-2022-0001", "Fråga Sara Kastanj"),
        ("SAM1", "vem har läst?", "Du har inte skickat någon information än"),
        ("KON11", "hur många har läst?", "Vem som har läst informationen ser bara den som har skickat den"),
        ("ADM1", "who has read it", "Vem som har läst informationen ser bara"),
        ("KON11", "lista informationen", "Du har inte fått någon information än"),
        ("SAM1", "list announcements", "Ingen information har gått ut än"),
    ],
)
async def test_who_may_not_see_it_is_told_kindly_who_does(chat_of: Chats, *, who: str, words: str, answer: str) -> None:
    await _send(chat_of("PL1"), "chefer: Nu börjar vi")
    (said,) = await chat_of(who).reads(await chat_of(who).says(words))

    assert answer in said
    assert "Nu börjar vi" not in said


async def test_each_sees_their_own_list_and_opens_it_by_press_or_by_words(chat_of: Chats) -> None:
    sender, reader = chat_of("PL1"), chat_of("REK1")
    await _send(sender, "chefer: Nu börjar vi", "beställare och chefer: Vi fortsätter", "samordnare: Snart")
    await sender.says("ny information till chefer: Inte än")
    await sender.says("be Karin godkänna informationen")
    await reader.says("läst I-2022-0002")

    (own,) = await sender.reads(await sender.says("lista informationen"))
    (theirs,) = await reader.reads(await reader.says("visa informationen"))
    (to_approve,) = await chat_of("SAM1").reads(await chat_of("SAM1").says("list announcements"))
    pressed = await reader.presses("announcement.show", "", announcement="I-2022-0001")
    typed = await reader.says("visa I-2022-0001")
    hidden = await reader.reads(await reader.presses("announcement.show", "", announcement="I-2022-0003"))

    assert "Vi fortsätter I-2022-0002: Skickad tisdag 15 mars 10:00. 1 av 38 har läst" in own
    assert "Inte än I-2022-0004: Väntar på att Karin Vide godkänner" in own
    assert "Vi fortsätter I-2022-0002: Från Sara Kastanj tisdag 15 mars 10:00. Du har läst" in theirs
    assert "Nu börjar vi I-2022-0001: Från Sara Kastanj tisdag 15 mars 10:00. Inte läst" in theirs
    assert "Snart" not in theirs
    assert to_approve.index("Väntar på ditt godkännande") < to_approve.index("Inte än") < to_approve.index("Snart")
    assert views_of(pressed) == views_of(typed) == [("information", "information:I-2022-0001")]
    assert "Snart" not in hidden[0]


WRITTEN = "ny information till chefer: Nu börjar vi"


@pytest.mark.parametrize(
    ("who", "before", "words", "answer"),
    [
        ("PL1", [], "ny information", "ny information till chefer: Nu börjar vi"),
        ("PL1", [], "ny information till chefer:", "Skriv vem den är till och texten"),
        ("PL1", [], "ny information till chefer i PV9: hej", "vilken verksamhet du menar"),
        ("PL1", [WRITTEN], "skicka informationen den 30 februari kl 8", "30 februari finns inte"),
        ("PL1", [WRITTEN], "ändra texten till: Vi väntar", "Vi väntar"),
        ("PL1", [WRITTEN, "till fackliga: Hej"], "ändra texten till: Vi väntar", "olika texter"),
        (
            "PL1",
            [WRITTEN, "skicka informationen", "återkalla informationen, det var fel dag"],
            "skicka informationen",
            "är återkallad",
        ),
        ("REK3", [], "fråga om informationen:", "Vad vill du fråga?"),
        ("AGA1", [], "skicka information till alla", "projektledaren som skickar information"),
        ("KON21", [], "recall the announcement", "sent by the coordinator and the project leader"),
    ],
)
async def test_what_is_missing_or_can_not_be_is_said_and_nothing_is_sent(
    chat_of: Chats, *, who: str, before: list[str], words: str, answer: str
) -> None:
    chat = chat_of(who)
    for each in before:
        await chat.says(each)
    async with chat.begin() as work:
        owed = len(await work.outbox.list_notices())

    said = "\n".join(await chat.reads(await chat.says(words)))

    async with chat.begin() as work:
        assert len(await work.outbox.list_notices()) == owed
    assert answer in said
