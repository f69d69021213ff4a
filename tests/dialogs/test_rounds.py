"""What an employee finds on a round: object and place on a card and sent, or said in a sentence."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from dialogs.understanding.round_words import asks_for_round
from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW

Chats = Callable[[str], Chat]
ASKED = {"asked": NOW.isoformat()}


async def reported(desk: Desk) -> list[ServiceRequest]:
    async with desk.begin() as work:
        return list(await work.requests.all())


@pytest.mark.parametrize(
    ("code", "status", "party", "deviation_of"),
    [
        ("STADKVAL", RequestStatus.QUEUED, "service", "LOK-REG"),
        ("VENT", RequestStatus.FORWARDED, "property", None),
        # An employee orders nothing, so a lamp goes to the queue.
        ("LJUS", RequestStatus.QUEUED, "service", None),
    ],
)
async def test_an_object_at_a_place_is_reported_by_one_press_on_the_card(
    chat_of: Chats, desk: Desk, *, code: str, status: RequestStatus, party: str, deviation_of: str | None
) -> None:
    chat = chat_of("SER1")
    assert views_of(await chat.says("rond")) == [("round", "round:SER1")]

    reply = await chat.presses("issue.found", "round:SER1", version=1, object=code, place="PV1-02", note="", **ASKED)

    (issue,) = await reported(desk)
    assert reply.card is not None
    assert (reply.card.view, reply.card.subject) == ("receipt", f"request:{issue.id}")
    assert (issue.unit, issue.place, issue.requester) == ("PV1", "Aulan", "SER1")
    assert (issue.status, issue.party, issue.deviation_of) == (status, party, deviation_of)


async def test_pressing_again_shows_what_was_reported_and_the_next_round_reports_anew(
    chat_of: Chats, desk: Desk
) -> None:
    chat = chat_of("SER1")
    found = {"object": "STADKVAL", "place": "PV1-02", "note": "Klibbigt"}

    await chat.presses("issue.found", "round:SER1", version=1, **found, **ASKED)
    reply = await chat.presses("issue.found", "round:SER1", version=1, **found, **ASKED)
    later = (NOW + timedelta(hours=1)).isoformat()
    await chat.presses("issue.found", "round:SER1", version=1, object="INVENT", place="PV1-03", note="", asked=later)

    assert reply.card is not None
    assert [(each.object, each.note) for each in await reported(desk)] == [
        ("STADKVAL", "Klibbigt"),
        ("INVENT", "Trasig möbel eller inventarie"),
    ]


@pytest.mark.parametrize("asked", ["", "2022-03-16", "i går"])
async def test_a_card_that_names_no_moment_reports_nothing(chat_of: Chats, desk: Desk, asked: str) -> None:
    found = {"object": "STADKVAL", "place": "PV1-02", "asked": asked}
    reply = await chat_of("SER1").presses("issue.found", "round:SER1", version=1, **found)

    assert reply.toast is not None
    assert (reply.toast.text, reply.toast.values["field"]) == ("error-bad-input", "asked")
    assert await reported(desk) == []


async def test_what_somebody_has_reported_already_is_asked_about(chat_of: Chats, desk: Desk) -> None:
    first = chat_of("KON11")
    await first.says("dåligt städat i aulan")

    reply = await chat_of("SER1").presses(
        "issue.found", "round:SER1", version=1, object="STADKVAL", place="PV1-02", note="", **ASKED
    )

    assert reply.card is not None
    assert reply.card.view == "same"
    assert len(await reported(desk)) == 1


@pytest.mark.parametrize(
    "inputs",
    [{"object": "FINNSINTE", "place": "PV1-02"}, {"object": "VENT", "place": " "}, {"object": "", "place": ""}],
)
async def test_what_there_is_not_is_refused(chat_of: Chats, desk: Desk, inputs: dict[str, str]) -> None:
    reply = await chat_of("SER1").presses("issue.found", "round:SER1", version=1, note="", **inputs, **ASKED)

    assert texts_of(reply) == ["error-bad-input"]
    assert await reported(desk) == []


@pytest.mark.parametrize(("who", "refused"), [("SER1", []), ("SER3", ["error-bad-input"])])
async def test_a_place_that_nobody_knows_is_of_the_only_unit_that_they_have(
    chat_of: Chats, desk: Desk, who: str, refused: list[str]
) -> None:
    reply = await chat_of(who).presses(
        "issue.found", f"round:{who}", version=1, object="VENT", place="Sal B214", note="", **ASKED
    )

    assert texts_of(reply) == refused
    assert [each.place for each in await reported(desk)] == ([] if refused else ["Sal B214"])


async def test_a_place_of_a_unit_that_is_not_theirs_is_refused(chat_of: Chats) -> None:
    reply = await chat_of("SER1").presses(
        "issue.found", "round:SER1", version=1, object="VENT", place="PV6-01", note="", **ASKED
    )

    assert texts_of(reply) == ["error-not-allowed"]


async def test_an_employee_reports_a_broken_lamp_in_a_sentence(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("SER1").says("lampan i sal B214 är trasig")

    (issue,) = await reported(desk)
    assert views_of(reply) == [("receipt", f"request:{issue.id}")]
    assert (issue.object, issue.status, issue.service) == ("LJUS", RequestStatus.QUEUED, None)


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("rond", True),
        ("jag går rond", True),
        ("Jag har hittat ett fel", True),
        ("I found something broken", True),
        ("jag hittade en trasig stol i aulan", False),
        ("beställ en rond", False),
    ],
)
def test_only_who_names_nothing_that_was_found_asks_for_the_card(text: str, *, is_asked: bool) -> None:
    assert asks_for_round(text) is is_asked


async def test_who_may_order_a_round_is_understood_so(chat_of: Chats) -> None:
    assert ("round", "round:KON11") not in views_of(await chat_of("KON11").says("rond"))
