"""A person and a coordinator write to each other: by press and by typing, in Swedish and in English."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from actions.talks import end_silent_talks, forget_words
from dialogs.present import present
from dialogs.turn import Reply
from domain.notices import Owed
from domain.talks import Talk, TalkStatus
from domain.worktime import CALENDAR
from storage.unit_of_work import Storage
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, example_pilot

Chats = Callable[[str], Chat]
ASK = {"sv": "jag vill prata med en människa, det gäller nycklarna", "en": "I want to talk to a human about the keys"}
DONE = {"sv": "klart", "en": "done"}
SATURDAY = datetime(2022, 3, 19, 11, 0, tzinfo=UTC)


async def notices(desk: Desk, kind: str) -> list[Owed]:
    async with desk.begin() as work:
        return [each for each in await work.outbox.list_notices() if each.kind == kind]


async def told(desk: Desk, person: str, kind: str = "human") -> str:
    """Return the last that *person* was sent about a talk, in words."""
    async with desk.begin() as work:
        sent = [each for each in await work.outbox.list_notices() if each.recipient == person and kind in each.kind]
        reader = await work.people.get(person)
        shown = await present(
            sent[-1].message, work=work, reader=reader, catalogue=desk.catalogue, at=NOW, sign=lambda *_: "token"
        )
        return shown.text


async def the_talk(desk: Desk, number: str = "1") -> Talk:
    async with desk.begin() as work:
        return await work.talks.get(number)


async def words(desk: Desk) -> list[tuple[str, str]]:
    async with desk.begin() as work:
        return [(each.person, each.words) for each in await work.talks.lines("1")]


async def writes(chat: Chat, said: str, *, way: str) -> Reply:
    """Let the chat's person write *said* in the talk, by press or by typing."""
    return await (chat.presses("human.answer", "talk:1", answer=said) if way == "press" else chat.says(said))


async def ends(chat: Chat, *, way: str, language: str) -> Reply:
    return await (chat.presses("human.done", "talk:1") if way == "press" else chat.says(DONE[language]))


@pytest.mark.parametrize("ender", ["KON11", "SAM1"])
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("way", ["press", "type"])
async def test_two_write_to_each_other_until_one_is_done(
    desk: Desk, chat_of: Chats, *, way: str, language: str, ender: str
) -> None:
    asking, human = chat_of("KON11"), chat_of("SAM1")
    async with desk.begin() as work:
        for each in ("KON11", "SAM1"):
            await work.people.set_language(each, language)

    asked = await asking.says(ASK[language])
    wanted = await told(desk, "SAM1")
    there = await writes(human, "jag lägger nyckeln i receptionen", way=way)
    answered = await told(desk, "KON11")
    back = await writes(asking, "putsa fönstren i aulan på fredag också?", way=way)
    ended = await ends(chat_of(ender), way=way, language=language)

    assert texts_of(asked) == ["human-called"]
    assert views_of(asked) == [("talk", "talk:1")]
    assert ASK[language] in wanted
    assert "Emil" in wanted
    assert "Karin" in answered
    assert "receptionen" in answered
    unsure = ["passed-on"] if way == "press" else ["passed-on", "passed-on-unsure"]
    assert (texts_of(there), texts_of(back), texts_of(ended)) == (["passed-on"], unsure, ["talk-ended"])
    assert [who for who, _ in await words(desk)] == ["KON11", "SAM1", "KON11"]
    assert (await the_talk(desk)).status is TalkStatus.ENDED
    other = "SAM1" if ender == "KON11" else "KON11"
    assert [each.recipient for each in await notices(desk, "human.ended")] == [other]
    assert {"sv": "avslutat samtalet", "en": "ended the talk"}[language] in await told(desk, other)
    async with desk.begin() as work:
        assert await work.requests.all() == []


async def test_a_talk_survives_a_restart(sqlite_url: str) -> None:
    opened = Storage.open(sqlite_url, is_durable=False)
    await Chat(opened.begin, example_pilot().catalogue, "KON11").says(ASK["sv"])
    await Chat(opened.begin, example_pilot().catalogue, "SAM1").says("jag kommer klockan tio")
    await opened.close()

    again = Storage.open(sqlite_url, is_durable=False)
    reply = await Chat(again.begin, example_pilot().catalogue, "KON11").says("ja, det går bra")
    async with again.begin() as work:
        kept = [each.words for each in await work.talks.lines("1")]
    await again.close()

    assert texts_of(reply) == ["passed-on"]
    assert kept == [ASK["sv"], "jag kommer klockan tio", "ja, det går bra"]


@pytest.mark.parametrize("way", ["press", "type"])
async def test_of_two_coordinators_the_first_who_answers_has_it_and_the_other_sees_that(
    desk: Desk, chat_of: Chats, way: str
) -> None:
    await chat_of("PL1").says(ASK["sv"])
    assert "nycklarna" in await told(desk, "SAM1")

    await writes(chat_of("SAM2"), "jag ringer dig", way=way)
    late = chat_of("SAM1")
    refused = await writes(late, "jag med", way="press")
    typed = await late.says("svara PL1: jag med")

    assert (texts_of(refused), texts_of(typed)) == (["error-talk-taken"], ["error-talk-taken"])
    assert (await the_talk(desk)).coordinator == "SAM2"
    seen = await told(desk, "SAM1")
    assert "nycklarna" not in seen
    assert "svarar" in seen
    assert [who for who, _ in await words(desk)] == ["PL1", "SAM2"]
    await chat_of("PL1").says("vilken tid ringer du?")
    assert [each.recipient for each in await notices(desk, "human.said")] == ["PL1", "SAM2"]


async def test_the_cards_of_the_others_are_shown_anew_when_somebody_answers(desk: Desk, chat_of: Chats) -> None:
    await chat_of("PL1").says(ASK["sv"])
    before = (await the_talk(desk)).version

    await chat_of("SAM2").presses("human.answer", "talk:1", answer="hej")

    assert (await the_talk(desk)).version == before + 1
    old = await chat_of("SAM1").presses("human.done", "talk:1", version=before)
    assert texts_of(old) == ["error-talk-taken"]


@pytest.mark.parametrize("who", ["KON12", "SAM2", "REK1", "EK1"])
async def test_nobody_else_reads_writes_or_ends_a_talk(desk: Desk, chat_of: Chats, who: str) -> None:
    await chat_of("KON11").says(ASK["sv"])
    other = chat_of(who)

    async with desk.begin() as work:
        reader = await work.people.get(who)
        card = await present(
            (await work.outbox.list_notices())[0].message,
            work=work,
            reader=reader,
            catalogue=desk.catalogue,
            at=NOW,
            sign=lambda *_: "token",
        )
    written = await other.presses("human.answer", "talk:1", answer="hej")
    ended = await other.presses("human.done", "talk:1")

    assert "nycklarna" not in card.text
    assert (texts_of(written), texts_of(ended)) == (["error-not-found"], ["error-not-found"])
    assert (await the_talk(desk)).is_live


@pytest.mark.parametrize(("language", "when"), [("sv", "måndag 21 mars 07:00"), ("en", "Monday 21 March 07:00")])
async def test_out_of_hours_it_is_said_when_somebody_answers(chat_of: Chats, language: str, when: str) -> None:
    chat = chat_of("KON11")
    async with chat.begin() as work:
        await work.people.set_language("KON11", language)
    chat.at = SATURDAY

    reply = await chat.says(ASK[language])

    assert texts_of(reply) == ["human-called-closed"]
    assert when in (await chat.reads(reply))[0]


async def test_while_nobody_has_answered_the_desk_goes_on_as_before(desk: Desk, chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(ASK["sv"])

    added = await chat.says("de ligger nog kvar hos vaktmästaren")
    order = await chat.says("byt lampan i sal B214 på torsdag")

    assert texts_of(added) == ["passed-on"]
    assert [view for view, _ in views_of(order)] == ["order"]
    assert len(await words(desk)) == 2


async def test_in_the_middle_of_a_talk_help_lists_and_emergencies_are_the_desks(desk: Desk, chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(ASK["sv"])
    await chat_of("SAM1").says("jag kommer klockan tio")
    await chat.says("tack")

    helped = await chat.says("hjälp")
    fire = await chat.says("det brinner i köket!")

    assert ("help", None) in views_of(helped)
    assert "receipt" in [view for view, _ in views_of(fire)]
    assert len(await words(desk)) == 3


async def test_a_coordinator_with_several_who_wait_says_whom_the_answer_is_for(desk: Desk, chat_of: Chats) -> None:
    await chat_of("KON11").says(ASK["sv"])
    await chat_of("KON12").says(ASK["sv"])
    human = chat_of("SAM1")

    unclear = await human.says("jag kommer klockan tio")
    clear = await human.says("svara KON12: jag kommer klockan tio")
    on = await human.says("vänta vid receptionen")

    assert texts_of(unclear) == ["talk-which"]
    assert (texts_of(clear), texts_of(on)) == (["passed-on"], ["passed-on"])
    assert ((await the_talk(desk, "1")).coordinator, (await the_talk(desk, "2")).coordinator) == (None, "SAM1")


async def test_nothing_is_sent_without_words(chat_of: Chats) -> None:
    await chat_of("KON11").says(ASK["sv"])

    reply = await chat_of("SAM1").presses("human.answer", "talk:1", answer="   ")

    assert texts_of(reply) == ["error-bad-input"]


async def test_what_is_written_stands_in_no_event_and_in_no_outbox(desk: Desk, chat_of: Chats) -> None:
    await chat_of("KON11").says(ASK["sv"])
    await chat_of("SAM1").says("nycklarna ligger här")

    async with desk.begin() as work:
        kept = f"{await work.events.all()} {[each.message for each in await work.outbox.list_notices()]}"
    assert "nycklarna" not in kept


async def test_a_talk_in_which_nobody_writes_ends_and_its_words_go(desk: Desk, chat_of: Chats) -> None:
    await chat_of("KON11").says(ASK["sv"])

    early = await end_silent_talks(begin=desk.begin, at=NOW + timedelta(days=6))
    night = NOW + timedelta(days=7, hours=18)
    ended = await end_silent_talks(begin=desk.begin, at=night)
    again = await end_silent_talks(begin=desk.begin, at=NOW + timedelta(days=8))
    kept = await forget_words(begin=desk.begin, at=NOW + timedelta(days=36))
    erased = await forget_words(begin=desk.begin, at=NOW + timedelta(days=38))

    assert (early, ended, again) == (0, 1, 0)
    told_of = {each.recipient: each.message.values["with_person"] for each in await notices(desk, "human.ended")}
    assert told_of == {"KON11": "SAM1", "SAM1": "KON11"}
    assert {each.due for each in await notices(desk, "human.ended")} == {CALENDAR.next_opening(night)}
    assert (kept, erased) == (0, 1)
    assert await words(desk) == []


@pytest.fixture
async def leader(desk: Desk, chat_of: Chats) -> Chat:
    """The project leader in the middle of a talk with a coordinator."""
    del desk
    chat = chat_of("PL1")
    await chat.says(ASK["sv"])
    await chat_of("SAM1").says("svara PL1: jag ringer")
    await chat.says("tack, gör det")
    return chat


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("visa nyckeltalen", "indicators"),
        ("show the indicators for March", "indicators"),
        ("visa K10 för mars", "indicator"),
        ("årshjulet för mars", "wheel"),
        ("visa årshjulet", "wheel"),
        ("visa riskerna", "wheel"),
        ("show the risks", "wheel"),
        ("visa orsaksloggen", "causes"),
        ("visa U1", "commitment"),
        ("visa alla frågor", "questions"),
        ("Vaktis, vad finns det i katalogen?", "catalogue"),
    ],
)
async def test_a_command_in_the_middle_of_a_talk_is_carried_out_and_not_sent(
    desk: Desk, leader: Chat, said: str, view: str
) -> None:
    reply = await leader.says(said)
    on = await leader.says("passar det klockan tio?")

    assert [each for each, _ in views_of(reply)] == [view]
    assert texts_of(on)[0] == "passed-on"
    assert [each for _, each in await words(desk)][2:] == ["tack, gör det", "passar det klockan tio?"]


@pytest.mark.parametrize(
    "said",
    [
        *("kan du visa mig var nyckeln ligger?", "jag är borta på fredag", "visa henne dit"),
        *("show me where it is", "nyckeltalen kan vänta", "årshjulet är ditt bord", "är allt klart till mars?"),
    ],
)
async def test_what_is_said_to_a_human_being_is_sent(desk: Desk, leader: Chat, said: str) -> None:
    await leader.says(said)

    assert (await words(desk))[-1] == ("PL1", said)


@pytest.mark.parametrize("back", ["det var till Vaktis", "nej, det där var till Vaktis!", "that was for Vaktis"])
async def test_what_can_be_either_is_sent_with_a_way_back(desk: Desk, leader: Chat, back: str) -> None:
    sent = await leader.says("vad kostar fönsterputs?")
    count = len(await words(desk))
    done = await leader.says(back)

    assert texts_of(sent) == ["passed-on", "passed-on-unsure"]
    assert (await words(desk))[-1] == ("PL1", "vad kostar fönsterputs?")
    assert len(await words(desk)) == count
    assert views_of(done) == [("service", "catalogue:LOK-FON")]


@pytest.mark.parametrize(
    ("answer", "recall"),
    [("Ja, det gör det", "återkalla informationen"), ("No, not at all", "recall the announcement")],
)
async def test_who_sent_an_announcement_answers_by_a_mere_yes_and_takes_it_back_in_the_middle_of_that_talk(
    desk: Desk, chat_of: Chats, answer: str, recall: str
) -> None:
    leader = chat_of("PL1")
    await leader.says("ny information till chefer: Ny rutin")
    await leader.says("skicka informationen")
    await chat_of("REK1").says("fråga om informationen: Gäller det oss?")

    asked = await told(desk, "PL1", "announcement.asked")
    answered = await leader.says(answer)
    back = await leader.says(recall)

    assert "Väntar på ditt svar" in asked
    assert (texts_of(answered), texts_of(back)) == (["passed-on"], ["announcement-is-recalled"])
    assert [each for _, each in await words(desk)] == ["Gäller det oss?", answer]
