"""A coordinator sends an issue on to another party, or notes what a party has said by telephone."""

from collections.abc import Callable

import pytest

from actions.joining import join_request
from dialogs.understanding.party_words import sends_on, step_said
from domain.parties import PartyStep
from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of
from tests.factories import NOW, the_person

Chats = Callable[[str], Chat]
S = RequestStatus


async def the_issue(desk: Desk) -> ServiceRequest:
    async with desk.begin() as work:
        return await work.requests.get("F-2022-0001")


async def owed_since(desk: Desk, before: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    return (await desk.owed())[len(before) :]


@pytest.mark.parametrize(
    "words",
    ["skicka F-2022-0001 till hyresvärden", "Forward F-2022-0001 to the landlord", "skicka den till hyresvärden"],
)
async def test_an_issue_is_sent_on_to_the_party_that_is_named_and_once(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.report("VENT")
    before, chat = await desk.owed(), chat_of("SAM1")
    await chat.says("F-2022-0001")

    for _ in range(2):
        assert texts_of(await chat.says(words)) == ["issue-sent-on"]

    issue = await the_issue(desk)
    assert (issue.status, issue.party) == (S.FORWARDED, "landlord")
    assert await owed_since(desk, before) == [("issue.forwarded", "party:landlord"), ("issue.moved", "KON11")]


async def test_what_is_in_our_queue_is_sent_on_and_loses_its_promise(chat_of: Chats, desk: Desk) -> None:
    await desk.report("EJSTAD")

    await chat_of("SAM1").says("skicka F-2022-0001 till IT-supporten")

    issue = await the_issue(desk)
    assert (issue.status, issue.party, issue.promised_at) == (S.FORWARDED, "it", None)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ("lokalförvaltningen säger att F-2022-0001 är klar", S.DONE, "request.done"),
        ("the property management says F-2022-0001 has been fixed", S.DONE, "request.done"),
        ("Lokalförvaltningen säger att F-2022-0001 inte är deras, det är inte deras", S.QUEUED, "issue.returned"),
        ("lokalförvaltningen har börjat med F-2022-0001", S.FORWARDED, "issue.started"),
    ],
)
async def test_what_a_party_says_by_telephone_counts_as_its_answer_and_joiners_hear_it_too(
    chat_of: Chats, desk: Desk, *, words: str, status: RequestStatus, told: str
) -> None:
    issue = await desk.report("VENT")
    await join_request(issue.id, by=the_person("KON12"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    before = await desk.owed()

    assert texts_of(await chat_of("SAM1").says(words)) == ["issue-said-noted"]

    assert (await the_issue(desk)).status is status
    owed = await owed_since(desk, before)
    assert (told, "KON11") in owed
    assert "KON12" in [whom for _, whom in owed]
    async with desk.begin() as work:
        last = (await work.events.of_subject("request:F-2022-0001"))[-1]
    assert last.person == "SAM1"


async def test_only_who_gives_out_work_sends_on(chat_of: Chats, desk: Desk) -> None:
    await desk.report("VENT")
    before = await the_issue(desk)

    await chat_of("KON11").says("skicka F-2022-0001 till hyresvärden")
    reply = await chat_of("SAM2").says("skicka F-2022-0001 till hyresvärden")

    assert texts_of(reply) == ["error-request-not-found"]
    assert await the_issue(desk) == before


async def test_what_is_done_or_ordered_is_not_sent_on(chat_of: Chats, desk: Desk) -> None:
    await desk.report("VENT")
    chat = chat_of("SAM1")
    await chat.says("lokalförvaltningen säger att F-2022-0001 är klar")

    assert texts_of(await chat.says("skicka F-2022-0001 till hyresvärden")) == ["error-wrong-state"]


@pytest.mark.parametrize(
    ("text", "step", "is_sent"),
    [
        ("hyresvärden säger att den är lagad", PartyStep.DONE, False),
        ("the landlord has received it", PartyStep.RECEIVED, False),
        ("det är kallt i aulan", None, False),
        ("skicka räkningen", None, False),
        ("skicka vidare den till hyresvärden", None, True),
    ],
)
def test_a_coordinators_words_are_told_apart(text: str, *, step: PartyStep | None, is_sent: bool) -> None:
    assert (step_said(text), sends_on(text)) == (step, is_sent)
