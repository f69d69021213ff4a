"""What was sent to other parties and where our services fell short, asked in words and counted by month."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from actions.parties import PartySays, answer_for_party, make_party_link
from dialogs.understanding.counted_words import asks_for_deviations, asks_for_forwarded, parties_said
from domain.parties import PartyStep
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW

Chats = Callable[[str], Chat]
FORWARDED = [
    ("hur många fel har vi skickat till fastighetsägaren i mars?", "forwarded:2022-03", "landlord|property"),
    ("Hur många felanmälningar gick till hyresvärden förra månaden", "forwarded:2022-02", "landlord"),
    ("antal ärenden skickade till IT-supporten i januari", "forwarded:2022-01", "it"),
    ("how many faults were sent to the landlord in March", "forwarded:2022-03", "landlord"),
    ("how many issues did we forward... sent to the property owner", "forwarded:2022-03", "landlord|property"),
    ("how many faults did we send in February?", "forwarded:2022-02", ""),
    ("hur många fel skickade vi i februari?", "forwarded:2022-02", ""),
    ("visa vidareskickade fel", "forwarded:2022-03", ""),
    ("avvikelser", "deviations:2022-03", ""),
    ("hur många avvikelser har vi i februari?", "deviations:2022-02", ""),
    ("show deviations last month", "deviations:2022-02", ""),
]


@pytest.fixture
async def month(desk: Desk) -> Desk:
    """March: two faults of heating and one leak at PV1, one lift at PV6, missed cleaning twice; April: one more."""
    for code, who, unit in [
        ("VARME", "KON11", "PV1"),
        ("VARME", "REK1", "PV1"),
        ("VENT", "REK1", "PV1"),
        ("HISS", "CHE6", "PV6"),
        ("EJSTAD", "REK1", "PV1"),
        ("EJSTAD", "CHE6", "PV6"),
    ]:
        await desk.report(code, who=who, unit=unit)
    return desk


@pytest.mark.parametrize(("text", "subject", "party"), FORWARDED)
async def test_what_is_asked_for_is_counted_for_its_month_and_party(
    chat_of: Chats, text: str, subject: str, party: str
) -> None:
    reply = await chat_of("PL1").says(text)

    assert views_of(reply) == [(subject.partition(":")[0], subject)]
    assert reply.messages[0].values["party"] == party


@pytest.mark.parametrize(
    "text",
    ["avvikelse mot budget", "skicka fel till fastighetsägaren", "hur många stolar finns", "det är fel på värmen"],
)
def test_other_sentences_ask_for_no_count(text: str) -> None:
    assert not asks_for_forwarded(text)
    assert not asks_for_deviations(text)


def test_a_party_is_known_by_the_last_word_of_its_name() -> None:
    names = {"landlord": ("Extern hyresvärd", "External landlord"), "meals": ("Måltidsservice", "Meal service")}

    assert parties_said("till hyresvärdarna", names, owners=["a", "b"]) == ["landlord"]
    assert parties_said("till fastighetsägaren", names, owners=["a", "b"]) == ["a", "b"]
    assert parties_said("i mars", names, owners=["a", "b"]) == []


async def test_a_count_is_by_party_and_object_and_tells_what_waits_and_what_came_back(
    chat_of: Chats, month: Desk
) -> None:
    async with month.begin() as work:
        issue = await work.requests.get("F-2022-0003")
        token = await make_party_link(work, issue, "property", at=NOW)
    says = PartySays(step=PartyStep.RETURNED, form="1", words="Fläkten är er")
    await answer_for_party(token, says, begin=month.begin, at=NOW + timedelta(hours=1))
    chat = chat_of("PL1")

    (text,) = await chat.reads(await chat.says("hur många fel har vi skickat till fastighetsägaren i mars?"))

    for line in (
        "4 felanmälningar till Extern hyresvärd eller Lokalförvaltningen.",
        "Lokalförvaltningen: 3.",
        "Värme: 2",
        "Ventilation: 1",
        "Hiss: 1",
        "1 kom tillbaka till oss.",
    ):
        assert line in text
    (april,) = await chat.reads(await chat.says("hur många fel skickade vi i april?"))
    assert "Inga felanmälningar" in april


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize(
    ("who", "lines"), [("PL1", ("2 avvikelser", "Pilotverksamhet 6: 1")), ("REK1", ("En avvikelse",))]
)
async def test_deviations_are_counted_by_unit_and_the_open_ones_listed_to_who_may_see_them(
    chat_of: Chats, *, who: str, lines: tuple[str, ...]
) -> None:
    chat = chat_of(who)

    (text,) = await chat.reads(await chat.says("avvikelser i mars"))

    assert all(line in text for line in lines)
    assert ("F-2022-0006" in text) is (who == "PL1")
    assert "F-2022-0005" in text


async def test_who_sees_the_requests_of_no_unit_counts_none(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SER1").says("avvikelser")) == ["error-not-allowed"]
