"""Every way that a card's text twin promises does what its button does, in both languages."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import pytest
from fluent.syntax import ast

from actions.assignments import pause_assignment
from actions.standing import make_standing_ahead
from actions.surveys import open_wave
from dialogs.turn import Reply
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.factories import NOW, TODAY, example_pilot, the_person
from texts import LANGUAGES, say
from texts.sentences import parse

Chats = Callable[[str], Chat]
SERVICES = example_pilot().catalogue.services


async def _speaking(chat: Chat, language: str) -> Chat:
    async with chat.begin() as work:
        await work.people.set_language(chat.person, language)
    return chat


async def _draft(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")
    return chat


async def _recurring_draft(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("byt lysrör i B214 varje tisdag kl 8")
    return chat


async def _series(desk: Desk, chat_of: Chats) -> Chat:
    chat = await _recurring_draft(desk, chat_of)
    await chat.presses("order.place", f"draft:{await chat.focus()}")
    return chat


async def _order(desk: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says((await desk.order()).id)
    return chat


async def _done(desk: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says((await desk.done()).id)
    return chat


async def _waiting(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order(service="SAN-KLO")
    return chat_of("REK1")


async def _asked_about(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order(service="SAN-KLO")
    await chat_of("REK1").says("fråga: kan det vänta?")
    return chat_of("KON11")


async def _stood_in_for(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("REK1")
    await chat.says("Emil godkänner åt mig")
    return chat


async def _queue(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order()
    return chat_of("SAM1")


async def _two_queued(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order()
    return await _queue(desk, chat_of)


async def _free(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order()
    chat = chat_of("SER1")
    await chat.says("lediga uppdrag")
    return chat


async def _offered(desk: Desk, chat_of: Chats) -> Chat:
    await desk.offer(await desk.order(), "SER1", by=the_person("SAM1"))
    return chat_of("SER1")


async def _accepted(desk: Desk, chat_of: Chats) -> Chat:
    chat = await _offered(desk, chat_of)
    await chat.says("jag tar det")
    return chat


async def _begun(desk: Desk, chat_of: Chats) -> Chat:
    await desk.under_way()
    return chat_of("SER1")


async def _paused(desk: Desk, chat_of: Chats) -> Chat:
    _, started = await desk.under_way()
    await pause_assignment(started.id, by=the_person("SER1"), begin=desk.begin, at=NOW)
    return chat_of("SER1")


async def _away(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("SER1")
    await chat.says("jag är sjuk idag")
    return chat


async def _gone(_: Desk, chat_of: Chats) -> Chat:
    await chat_of("SER1").says("jag är sjuk idag")
    return chat_of("SAM1")


async def _worked(desk: Desk, chat_of: Chats) -> Chat:
    await desk.done()
    return chat_of("SER1")


async def _coordinated(desk: Desk, chat_of: Chats) -> Chat:
    await desk.done()
    return chat_of("SAM1")


async def _standing(desk: Desk, chat_of: Chats) -> Chat:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    return chat_of("SER10")


async def _uncovered(desk: Desk, chat_of: Chats) -> Chat:
    await _standing(desk, chat_of)
    await chat_of("SER10").says("jag är sjuk idag")
    return chat_of("SAM1")


async def _coordinating(desk: Desk, chat_of: Chats) -> Chat:
    await _standing(desk, chat_of)
    return chat_of("SAM1")


async def _in_doubt(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("det kanske läcker i taket")
    return chat


async def _asked_if_same(desk: Desk, chat_of: Chats) -> Chat:
    await desk.report("EJSTAD", who="KON12")
    chat = chat_of("KON11")
    await chat.says("ingen har städat")
    return chat


async def _listed(desk: Desk, chat_of: Chats) -> Chat:
    for _ in range(10):
        await desk.order()
    chat = chat_of("KON11")
    await chat.says("mina ärenden")
    return chat


async def _late(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("vad är försenat?")
    return chat


async def _second_page(desk: Desk, chat_of: Chats) -> Chat:
    chat = await _listed(desk, chat_of)
    await chat.presses("requests.show", "", page=2, which="", scope="")
    return chat


async def _nothing(_: Desk, chat_of: Chats) -> Chat:
    return chat_of("KON11")


async def _on_round(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("SER1")
    await chat.says("rond")
    return chat


async def _catalogue(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.presses("catalogue.show", "", category="call_off", page=1)
    return chat


async def _catalogues_second(desk: Desk, chat_of: Chats) -> Chat:
    chat = await _catalogue(desk, chat_of)
    await chat.presses("catalogue.show", "", category="call_off", page=2)
    return chat


async def _asked(desk: Desk, chat_of: Chats) -> Chat:
    await open_wave(TODAY, begin=desk.begin, at=NOW)
    chat = chat_of("SER1")
    await chat.says("visa frågan")
    return chat


async def _commitment(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("PL1")
    await chat.presses("commitment.show", "commitment:U1")
    return chat


async def _wheel(_: Desk, chat_of: Chats) -> Chat:
    return chat_of("PL1")


async def _talking(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("jag vill prata med en människa")
    await chat_of("SAM1").says("vad gäller det?")
    return chat


async def _agreed(_: Desk, chat_of: Chats) -> Chat:
    return chat_of("ADM1")


async def _drafted(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("ADM1")
    await chat.says("ändra AVT-PV1 från 1 maj")
    return chat


async def _to_sign(_: Desk, chat_of: Chats) -> Chat:
    return chat_of("CHE7")


Before = Callable[[Desk, Chats], Awaitable[Chat]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """Where a way stands, and what answers it: the names of the sentences and cards, in order."""

    before: Before
    answers: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)


def _window_cleaning(language: str) -> str:
    return SERVICES["LOK-FON"].name.of(language).lower()


WAYS: Mapping[str, Way] = {
    "way-order-place": Way(before=_draft, answers=("request",)),
    "way-order-change": Way(before=_draft, answers=("change-how",)),
    "way-order-drop": Way(before=_draft, answers=("draft-dropped",)),
    "way-order-drop-also": Way(before=_draft, answers=("draft-dropped",)),
    "way-order-start": Way(before=_nothing, answers=("order",)),
    "way-daysoff": Way(before=_recurring_draft, answers=("order",)),
    "way-issue-report": Way(before=_in_doubt, answers=("receipt",)),
    "way-round": Way(before=_on_round, answers=("round",)),
    "way-issue-found": Way(before=_on_round, answers=("receipt",), values={"object": "hiss", "place": "Aulan"}),
    "way-request-approve": Way(before=_waiting, answers=("request-approved",)),
    "way-request-reject": Way(before=_waiting, answers=("request-rejected",)),
    "way-agreed-show": Way(before=_waiting, answers=("agreed",), values={"month": "april 2022"}),
    "way-promises-show": Way(before=_queue, answers=("promises",), values={"month": "februari 2022"}),
    "way-indicator-show": Way(before=_queue, answers=("indicators",), values={"month": "februari 2022"}),
    "way-calendar-renew": Way(before=_wheel, answers=("calendar",)),
    "way-audit-show": Way(before=_agreed, answers=("audit",)),
    "way-audit-page": Way(before=_agreed, answers=("audit",), values={"number": "B-2022-0001", "page": "2"}),
    "way-audit-page-all": Way(before=_agreed, answers=("audit",), values={"page": "2"}),
    "way-request-ask": Way(before=_waiting, answers=("approval-question-sent",)),
    "way-request-answer": Way(before=_asked_about, answers=("approval-answer-sent",)),
    "way-request-cancel": Way(before=_order, answers=("request-cancelled",)),
    "way-request-join": Way(before=_asked_if_same, answers=("issue-joined", "request")),
    "way-same-another": Way(before=_asked_if_same, answers=("receipt",)),
    "way-request-comment": Way(before=_order, answers=("comment-what",)),
    "way-request-change": Way(before=_order, answers=("request-changed", "request")),
    "way-request-again": Way(before=_order, answers=("order",)),
    "way-request-reopen": Way(before=_done, answers=("request-reopened",)),
    "way-request-rate": Way(before=_done, answers=("rating-thanks",)),
    "way-requests-next": Way(before=_listed, answers=("requests",)),
    "way-requests-previous": Way(before=_second_page, answers=("requests",)),
    "way-requests-all": Way(before=_late, answers=("requests",)),
    "way-requests-all-unit": Way(before=_late, answers=("requests",)),
    "way-wheel-show": Way(before=_wheel, answers=("wheel",)),
    "way-wheel-month": Way(before=_wheel, answers=("wheel",), values={"month": "april 2022"}),
    "way-agreement-show": Way(before=_to_sign, answers=("agreement",)),
    "way-agreement-sign": Way(before=_to_sign, answers=("agreement",)),
    "way-agreement-decline": Way(before=_to_sign, answers=("agreement",)),
    "way-agreement-change": Way(before=_drafted, answers=("agreement",)),
    "way-agreement-offer": Way(before=_drafted, answers=("agreement",), values={"code": "AVT-PV1-2"}),
    "way-agreement-withdraw": Way(before=_drafted, answers=("agreement",), values={"code": "AVT-PV1-2"}),
    "way-agreement-amend": Way(before=_agreed, answers=("agreement",), values={"code": "AVT-PV1"}),
    "way-agreement-end": Way(before=_agreed, answers=("agreement",), values={"code": "AVT-PV1"}),
    "way-agreement-draft": Way(before=_agreed, answers=("agreement",), values={"unit": "Pilotverksamhet 3"}),
    "way-approval-substitute": Way(before=_waiting, answers=("substitute",), values={"name": "Emil Gran"}),
    "way-approval-back": Way(before=_stood_in_for, answers=("substitute",)),
    "way-assignment-offer": Way(before=_queue, answers=("asked-person",)),
    "way-assignment-assign": Way(before=_queue, answers=("given-person",)),
    "way-assignment-accept": Way(before=_offered, answers=("assignment",)),
    "way-assignment-claim": Way(before=_free, answers=("assignment",)),
    "way-assignment-claim-number": Way(before=_free, answers=("assignment",), values={"id": "B-2022-0001"}),
    "way-assignment-decline": Way(before=_offered, answers=("assignment",)),
    "way-assignment-start": Way(before=_accepted, answers=("assignment",)),
    "way-assignment-pause": Way(before=_begun, answers=("assignment",)),
    "way-assignment-wait": Way(before=_begun, answers=("waiting-asked",)),
    "way-assignment-done": Way(before=_begun, answers=("assignment",)),
    "way-assignment-done-hours": Way(before=_accepted, answers=("assignment",)),
    "way-assignment-handover": Way(before=_begun, answers=("assignment",)),
    "way-absence-report": Way(before=_offered, answers=("absence",)),
    "way-absence-end": Way(before=_away, answers=("absence",)),
    "way-absence-end-of": Way(before=_gone, answers=("absence",), values={"name": "Leo Sälg"}),
    "way-time-correct": Way(before=_worked, answers=("hours-corrected",)),
    "way-board-show": Way(before=_queue, answers=("board",)),
    "way-board-unassigned": Way(before=_queue, answers=("board",)),
    "way-board-late": Way(before=_queue, answers=("board",)),
    "way-board-open": Way(before=_queue, answers=("board",)),
    "way-board-mine": Way(before=_queue, answers=("board",)),
    "way-board-unit": Way(before=_queue, answers=("board",), values={"code": "PV1"}),
    "way-time-confirm": Way(before=_standing, answers=("standing",)),
    "way-standing-show": Way(before=_standing, answers=("standing",)),
    "way-time-confirm-day": Way(before=_standing, answers=("standing",), values={"day": "15 mars"}),
    "way-plan-show": Way(before=_coordinating, answers=("plan",), values={"day": "17 mars", "name": "Leo Sälg"}),
    "way-assignment-bundle": Way(
        before=_two_queued, answers=("given-bundle",), values={"numbers": "B-2022-0001, B-2022-0002", "name": "Leo"}
    ),
    "way-assignment-split": Way(
        before=_queue, answers=("given-split",), values={"id": "B-2022-0001", "first": "Leo", "second": "Omar"}
    ),
    "way-training-show": Way(before=_coordinating, answers=("training",), values={"name": "Leo"}),
    "way-time-confirm-for": Way(
        before=_coordinating, answers=("standing",), values={"way": "bekräfta dagen", "name": "Ellen Rosen"}
    ),
    "way-standing-assign": Way(
        before=_uncovered, answers=("given-person",), values={"code": "PV1-POST-IN-1300", "name": "Omar"}
    ),
    "way-time-correct-of": Way(before=_coordinated, answers=("hours-corrected",), values={"name": "Leo Sälg"}),
    "way-hours-of-before": Way(before=_coordinated, answers=("hours",), values={"name": "Leo Sälg"}),
    "way-hours-of-now": Way(before=_coordinated, answers=("hours",), values={"name": "Leo Sälg"}),
    "way-hours-before": Way(before=_worked, answers=("hours",)),
    "way-hours-now": Way(before=_worked, answers=("hours",)),
    "way-resume": Way(before=_paused, answers=("assignment",)),
    "way-survey-pause": Way(before=_asked, answers=("survey-paused",)),
    "way-commitment-fill": Way(before=_commitment, answers=("commitment-fill-how", "commitment")),
    "way-commitment-snooze": Way(before=_commitment, answers=("commitment-put-off",)),
    "way-commitment-status": Way(before=_commitment, answers=("commitment-status-how", "commitment")),
    "wheel-way-snooze": Way(before=_wheel, answers=("commitment-put-off",), values={"code": "U1"}),
    "wheel-way-finish": Way(before=_wheel, answers=("commitment-now-finished",), values={"code": "U1"}),
    "way-catalogue-show": Way(before=_draft, answers=("catalogue",)),
    "way-catalogue-search": Way(before=_nothing, answers=("catalogue",)),
    "way-catalogue-next": Way(before=_catalogue, answers=("catalogue",)),
    "way-catalogue-previous": Way(before=_catalogues_second, answers=("catalogue",)),
    "way-category-mandatory": Way(before=_nothing, answers=("catalogue",)),
    "way-category-call-off": Way(before=_nothing, answers=("catalogue",)),
    "way-category-add-on": Way(before=_nothing, answers=("catalogue",)),
    "way-human-answer": Way(before=_talking, answers=("passed-on",), values={"name": "Karin"}),
    "way-human-done": Way(before=_talking, answers=("talk-ended",)),
    "way-series-end": Way(before=_series, answers=("series-ended",), values={"id": "S-2022-0001"}),
    "way-series-skip": Way(before=_series, answers=("series-skipped",)),
    "way-series-daysoff": Way(before=_series, answers=("series-changed",), values={"id": "S-2022-0001"}),
    "way-series-change": Way(before=_series, answers=("series-changed",), values={"id": "S-2022-0001"}),
}


def test_every_way_of_the_texts_is_played_here() -> None:
    keys = {each.id.name for each in parse("sv").body if isinstance(each, ast.Message)}

    assert set(WAYS) == {key for key in keys if key.startswith("way-") or "-way-" in key}


def _answers(reply: Reply) -> tuple[str, ...]:
    return tuple(str(each.text or each.view) for each in reply.messages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", list(WAYS))
async def test_what_a_card_says_that_one_can_write_is_done(desk: Desk, chat_of: Chats, way: str, language: str) -> None:
    played = WAYS[way]
    chat = await _speaking(await played.before(desk, chat_of), language)
    values = played.values or {"name": _window_cleaning(language)}

    reply = await chat.says(say(way, language, **values))

    assert _answers(reply) == played.answers
    assert all(await chat.reads(reply))
