"""A fault in a sentence is reported at once; what is missing is asked for, and nothing said is lost."""

from collections.abc import Callable

import pytest

from domain.requests import ServiceRequest
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]


async def the_issue(desk: Desk) -> ServiceRequest:
    async with desk.begin() as work:
        (issue,) = await work.requests.all()
    return issue


@pytest.mark.parametrize(
    "sentence", ["vatten läcker från taket i matsalen", "water is leaking from the roof in the canteen"]
)
async def test_a_leak_is_reported_and_its_receipt_says_what_to_do_at_once(
    chat_of: Chats, desk: Desk, sentence: str
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(sentence)

    issue = await the_issue(desk)
    assert (issue.object, issue.unit, issue.status, issue.note) == ("LACKA", "PV1", "forwarded", sentence)
    assert views_of(reply) == [("receipt", f"request:{issue.id}")]
    assert await desk.owed() == [("issue.forwarded", "party:property"), ("issue.emergency", "SAM1")]
    aid = (await chat.reads(reply))[0]
    assert "Stäng av vattnet" in aid
    assert "ring 112" in aid


async def test_words_of_a_light_source_are_an_order_and_no_fault(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("KON11").says("lampan är trasig i sal B214")

    assert [view for view, _ in views_of(reply)] == ["order"]
    async with desk.begin() as work:
        assert await work.requests.all() == []


async def test_missed_cleaning_is_a_deviation_in_our_queue(chat_of: Chats, desk: Desk) -> None:
    await chat_of("KON21").says("det har inte städats på två dagar i hus C")

    issue = await the_issue(desk)
    assert (issue.status, issue.deviation_of, issue.unit) == ("queued", "LOK-REG", "PV2")


@pytest.mark.parametrize("name", ["PV2", "pv2!", "Pilotverksamhet 2", "Det gäller PV2.", "pilot unit 2"])
async def test_who_has_several_units_is_asked_and_the_sentence_is_taken_up_again(
    chat_of: Chats, desk: Desk, name: str
) -> None:
    chat = chat_of("SAM1")

    asked = await chat.says("det har inte städats i korridoren")
    await chat.says(name)

    assert texts_of(asked) == ["which-unit"]
    issue = await the_issue(desk)
    assert (issue.unit, issue.object, issue.note) == ("PV2", "EJSTAD", "det har inte städats i korridoren")


async def test_an_order_waits_for_its_unit_too(chat_of: Chats) -> None:
    chat = chat_of("SAM1")

    asked = await chat.says("putsa fönstren på torsdag")
    await chat.says("PV3")

    assert texts_of(asked) == ["which-unit"]
    focus = await chat.focus()
    async with chat.begin() as work:
        draft = await work.drafts.get(focus)
    assert (draft.unit, draft.service, draft.note) == ("PV3", "LOK-FON", "putsa fönstren på torsdag")


async def test_a_unit_or_a_place_that_only_one_has_needs_no_question(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SAM1")

    for sentence in ("kvavt i PV4", "kvavt i slöjdsalen"):
        await chat.says(sentence)

    async with desk.begin() as work:
        assert [each.unit for each in await work.requests.all()] == ["PV4", "PV3"]


async def test_a_place_that_several_units_have_is_asked_for(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SAM1").says("kvavt i biblioteket")) == ["which-unit"]


async def test_first_aid_comes_before_the_question(chat_of: Chats) -> None:
    chat = chat_of("SAM1")

    reply = await chat.says("vatten läcker från taket")

    assert texts_of(reply) == ["first-aid-emergency", "which-unit"]
    aid = (await chat.reads(reply))[0]
    assert "Stäng av vattnet" in aid
    assert "ring 112" in aid


async def test_a_sentence_waits_for_the_next_one_only(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SAM1")
    await chat.says("det har inte städats")

    await chat.says("tack")
    await chat.says("PV2")

    async with desk.begin() as work:
        assert await work.requests.all() == []


async def test_an_unnamed_fault_is_asked_for_and_the_place_is_kept(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")

    asked = await chat.says("jag vill göra en felanmälan i sal B214")
    await chat.says("ventilationen")

    assert texts_of(asked) == ["which-fault"]
    issue = await the_issue(desk)
    assert issue.object == "VENT"
    assert "B214" in (issue.place or "")


async def test_oil_that_leaks_is_no_water_leak_and_is_asked_about(chat_of: Chats, desk: Desk) -> None:
    asked = await chat_of("KON11").says("Bilen läcker olja")

    assert texts_of(asked) == ["which-fault"]
    async with desk.begin() as work:
        assert await work.requests.all() == []


async def test_what_is_broken_too_is_reported_too(chat_of: Chats, desk: Desk) -> None:
    await chat_of("KON11").says("Skrivaren är sönder och kaffemaskinen också")

    async with desk.begin() as work:
        found = {each.object: each.note for each in await work.requests.all()}
    assert found == {"SKRIV": "Skrivaren är sönder och kaffemaskinen också", "MAT": "kaffemaskinen är sönder"}


async def test_an_employee_reports_and_an_administrator_names_the_unit(chat_of: Chats, desk: Desk) -> None:
    await chat_of("SER1").says("kvavt i aulan")
    asked = await chat_of("ADM1").says("hissen har stannat")
    await chat_of("ADM1").says("PV6")

    assert texts_of(asked) == ["which-unit"]
    async with desk.begin() as work:
        found = [(each.requester, each.unit, each.party) for each in await work.requests.all()]
    assert found == [("SER1", "PV1", "property"), ("ADM1", "PV6", "landlord")]


@pytest.mark.parametrize(
    "sentence", ["Det är ingen läcka längre", "ingen har ramlat", "vi har inte haft inbrott", "läckan är lagad"]
)
async def test_a_fault_in_doubt_is_asked_about_and_first_aid_is_told_at_once(
    chat_of: Chats, desk: Desk, sentence: str
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(sentence)

    assert texts_of(reply) == ["first-aid-emergency"]
    assert [view for view, _ in views_of(reply)] == ["unsure"]
    assert "Ska jag felanmäla det här?" in (await chat.reads(reply))[1]
    assert await desk.owed() == []


async def test_a_yes_reports_the_fault_that_was_asked_about(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says("det kanske läcker i sal B214")

    reply = await chat.says("ja")

    issue = await the_issue(desk)
    assert views_of(reply) == [("receipt", f"request:{issue.id}")]
    assert (issue.object, issue.note, issue.unit) == ("LACKA", "det kanske läcker i sal B214", "PV1")


async def test_a_no_or_anything_else_reports_nothing_later_either(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")

    for answer in ("nej", "tack"):
        await chat.says("det kanske läcker i taket")
        await chat.says(answer)
        await chat.says("ja")

    async with desk.begin() as work:
        assert await work.requests.all() == []


async def test_the_button_reports_once_however_often_it_is_pressed(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    asked = (await chat.says("det kanske läcker i taket")).messages[-1]
    carried = {name: str(value) for name, value in asked.values.items()}

    first = await chat.presses("issue.report", asked.subject or "", version=1, **carried)
    again = await chat.presses("issue.report", asked.subject or "", version=1, **carried)

    issue = await the_issue(desk)
    assert first.card == again.card
    assert first.card is not None
    assert first.card.subject == f"request:{issue.id}"


async def test_a_fault_in_doubt_is_asked_about_after_its_unit(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SAM1")

    await chat.says("det kanske läcker i taket")
    asked = await chat.says("PV2")
    await chat.says("ja")

    assert [view for view, _ in views_of(asked)] == ["unsure"]
    assert (await the_issue(desk)).unit == "PV2"


async def test_a_known_place_is_kept_by_its_swedish_name_in_whatever_language_it_was_said(
    chat_of: Chats, desk: Desk
) -> None:
    await chat_of("KON11").says("water is leaking from the roof in the library")

    assert (await the_issue(desk)).place == "Biblioteket"
