"""Every way that a card's text twin promises does what its button does, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from fluent.syntax import ast

from dialogs.turn import Reply
from tests.actions.desk import Desk
from tests.dialogs import ways
from tests.dialogs.ways import Before, Chats
from tests.factories import example_pilot
from texts import LANGUAGES, say
from texts.sentences import parse

SERVICES = example_pilot().catalogue.services


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """Where a way stands, and what answers it: the names of the sentences and cards, in order."""

    before: Before
    answers: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)


def _window_cleaning(language: str) -> str:
    return SERVICES["LOK-FON"].name.of(language).lower()


WAYS: Mapping[str, Way] = {
    "way-order-place": Way(before=ways.draft, answers=("request",)),
    "way-order-change": Way(before=ways.draft, answers=("change-how",)),
    "way-order-drop": Way(before=ways.draft, answers=("draft-dropped",)),
    "way-order-drop-also": Way(before=ways.draft, answers=("draft-dropped",)),
    "way-order-start": Way(before=ways.nothing, answers=("order",)),
    "way-daysoff": Way(before=ways.recurring_draft, answers=("order",)),
    "way-issue-report": Way(before=ways.in_doubt, answers=("receipt",)),
    "way-round": Way(before=ways.on_round, answers=("round",)),
    "way-issue-found": Way(before=ways.on_round, answers=("receipt",), values={"object": "hiss", "place": "Aulan"}),
    "way-request-approve": Way(before=ways.waiting, answers=("request-approved",)),
    "way-request-reject": Way(before=ways.waiting, answers=("request-rejected",)),
    "way-agreed-show": Way(before=ways.waiting, answers=("agreed",), values={"month": "april 2022"}),
    "way-agreed-show-of": Way(before=ways.queue, answers=("agreed",), values={"month": "april 2022", "unit": "PV1"}),
    "way-promises-show": Way(before=ways.queue, answers=("promises",), values={"month": "februari 2022"}),
    "way-indicator-show": Way(before=ways.queue, answers=("indicators",), values={"month": "februari 2022"}),
    "way-questions": Way(before=ways.wheel, answers=("questions",)),
    "way-question-show": Way(before=ways.wheel, answers=("question",), values={"code": "F3"}),
    "way-question-change": Way(before=ways.wheel, answers=("question-now-changed", "question"), values={"code": "F3"}),
    "way-question-retire": Way(before=ways.wheel, answers=("question-now-retired", "question"), values={"code": "F3"}),
    "way-question-add": Way(before=ways.wheel, answers=("question-now-added", "question")),
    "way-survey-result": Way(before=ways.wheel, answers=("result",), values={"month": "februari 2022"}),
    "way-survey-progress": Way(before=ways.asking, answers=("result",)),
    "way-survey-comment": Way(before=ways.answered, answers=("survey-words-noted",)),
    "way-survey-talk": Way(before=ways.asked, answers=("survey-talk-told",)),
    "way-indicator-one": Way(
        before=ways.queue,
        answers=("indicator",),
        values={"code": "K4", "scope": "Pilotverksamhet 2", "month": "februari 2022"},
    ),
    "way-indicator-show-of": Way(
        before=ways.queue, answers=("indicators",), values={"scope": "Pilotverksamhet 2", "month": "februari 2022"}
    ),
    "way-indicator-enter": Way(
        before=ways.wheel,
        answers=("outcome-noted", "indicator"),
        values={"code": "K10", "scope": "Pilotverksamhet 2", "month": "februari 2022"},
    ),
    "way-calendar-renew": Way(before=ways.wheel, answers=("calendar",)),
    "way-audit-show": Way(before=ways.agreed, answers=("audit",)),
    "way-audit-page": Way(before=ways.agreed, answers=("audit",), values={"number": "B-2022-0001", "page": "2"}),
    "way-audit-page-all": Way(before=ways.agreed, answers=("audit",), values={"page": "2"}),
    "way-request-ask": Way(before=ways.waiting, answers=("approval-question-sent",)),
    "way-request-answer": Way(before=ways.asked_about, answers=("approval-answer-sent",)),
    "way-request-cancel": Way(before=ways.order, answers=("request-cancelled",)),
    "way-request-join": Way(before=ways.asked_if_same, answers=("issue-joined", "request")),
    "way-same-another": Way(before=ways.asked_if_same, answers=("receipt",)),
    "way-request-comment": Way(before=ways.order, answers=("comment-what",)),
    "way-remark": Way(before=ways.queue, answers=("remark-kept",), values={"id": "B-2022-0001"}),
    "way-request-change": Way(before=ways.order, answers=("request-changed", "request")),
    "way-request-again": Way(before=ways.order, answers=("order",)),
    "way-request-reopen": Way(before=ways.done, answers=("request-reopened",)),
    "way-request-rate": Way(before=ways.done, answers=("rating-thanks",)),
    "way-requests-next": Way(before=ways.listed, answers=("requests",)),
    "way-requests-previous": Way(before=ways.second_page, answers=("requests",)),
    "way-requests-all": Way(before=ways.late, answers=("requests",)),
    "way-requests-all-unit": Way(before=ways.late, answers=("requests",)),
    "way-wheel-show": Way(before=ways.wheel, answers=("wheel",)),
    "way-wheel-month": Way(before=ways.wheel, answers=("wheel",), values={"month": "april 2022"}),
    "way-agreement-show": Way(before=ways.to_sign, answers=("agreement",)),
    "way-agreement-sign": Way(before=ways.to_sign, answers=("agreement",)),
    "way-agreement-decline": Way(before=ways.to_sign, answers=("agreement",)),
    "way-agreement-change": Way(before=ways.drafted, answers=("agreement",)),
    "way-agreement-offer": Way(before=ways.drafted, answers=("agreement",), values={"code": "AVT-PV1-2"}),
    "way-agreement-withdraw": Way(before=ways.drafted, answers=("agreement",), values={"code": "AVT-PV1-2"}),
    "way-agreement-amend": Way(before=ways.agreed, answers=("agreement",), values={"code": "AVT-PV1"}),
    "way-agreement-end": Way(before=ways.agreed, answers=("agreement",), values={"code": "AVT-PV1"}),
    "way-agreement-draft": Way(before=ways.agreed, answers=("agreement",), values={"unit": "Pilotverksamhet 3"}),
    "way-approval-substitute": Way(before=ways.waiting, answers=("substitute",), values={"name": "Emil Gran"}),
    "way-approval-back": Way(before=ways.stood_in_for, answers=("substitute",)),
    "way-assignment-offer": Way(before=ways.queue, answers=("asked-person",)),
    "way-assignment-assign": Way(before=ways.queue, answers=("given-person",)),
    "way-assignment-accept": Way(before=ways.offered, answers=("assignment",)),
    "way-assignment-claim": Way(before=ways.free, answers=("assignment",)),
    "way-assignment-claim-number": Way(before=ways.free, answers=("assignment",), values={"id": "B-2022-0001"}),
    "way-assignment-decline": Way(before=ways.offered, answers=("assignment",)),
    "way-assignment-start": Way(before=ways.accepted, answers=("assignment",)),
    "way-assignment-pause": Way(before=ways.begun, answers=("assignment",)),
    "way-assignment-wait": Way(before=ways.begun, answers=("waiting-asked",)),
    "way-assignment-done": Way(before=ways.begun, answers=("assignment",)),
    "way-assignment-done-hours": Way(before=ways.accepted, answers=("assignment",)),
    "way-assignment-handover": Way(before=ways.begun, answers=("assignment",)),
    "way-absence-report": Way(before=ways.offered, answers=("absence",)),
    "way-absence-end": Way(before=ways.away, answers=("absence",)),
    "way-absence-end-of": Way(before=ways.gone, answers=("absence",), values={"name": "Leo Sälg"}),
    "way-time-correct": Way(before=ways.worked, answers=("hours-corrected",)),
    "way-board-show": Way(before=ways.queue, answers=("board",)),
    "way-board-unassigned": Way(before=ways.queue, answers=("board",)),
    "way-board-late": Way(before=ways.queue, answers=("board",)),
    "way-board-open": Way(before=ways.queue, answers=("board",)),
    "way-board-mine": Way(before=ways.queue, answers=("board",)),
    "way-board-unit": Way(before=ways.queue, answers=("board",), values={"code": "PV1"}),
    "way-time-confirm": Way(before=ways.standing, answers=("standing",)),
    "way-standing-show": Way(before=ways.standing, answers=("standing",)),
    "way-time-confirm-day": Way(before=ways.standing, answers=("standing",), values={"day": "15 mars"}),
    "way-plan-show": Way(before=ways.coordinating, answers=("plan",), values={"day": "17 mars", "name": "Leo Sälg"}),
    "way-assignment-bundle": Way(
        before=ways.two_queued, answers=("given-bundle",), values={"numbers": "B-2022-0001, B-2022-0002", "name": "Leo"}
    ),
    "way-assignment-move": Way(before=ways.handed_on, answers=("handing-done",)),
    "way-assignment-split": Way(
        before=ways.queue, answers=("given-split",), values={"id": "B-2022-0001", "first": "Leo", "second": "Omar"}
    ),
    "way-training-show": Way(before=ways.coordinating, answers=("training",), values={"name": "Leo"}),
    "way-time-confirm-for": Way(
        before=ways.coordinating, answers=("standing",), values={"way": "bekräfta dagen", "name": "Ellen Rosen"}
    ),
    "way-standing-assign": Way(
        before=ways.uncovered, answers=("given-person",), values={"code": "PV1-POST-IN-1300", "name": "Omar"}
    ),
    "way-time-correct-of": Way(before=ways.coordinated, answers=("hours-corrected",), values={"name": "Leo Sälg"}),
    "way-hours-of-before": Way(before=ways.coordinated, answers=("hours",), values={"name": "Leo Sälg"}),
    "way-hours-of-now": Way(before=ways.coordinated, answers=("hours",), values={"name": "Leo Sälg"}),
    "way-hours-before": Way(before=ways.worked, answers=("hours",)),
    "way-hours-now": Way(before=ways.worked, answers=("hours",)),
    "way-resume": Way(before=ways.paused, answers=("assignment",)),
    "way-survey-pause": Way(before=ways.asked, answers=("survey-paused",)),
    "way-survey-resume": Way(before=ways.resting, answers=("survey-resumed",)),
    "way-commitment-fill": Way(before=ways.commitment, answers=("commitment-fill-how", "commitment")),
    "way-commitment-snooze": Way(before=ways.commitment, answers=("commitment-put-off",)),
    "way-commitment-status": Way(before=ways.commitment, answers=("commitment-status-how", "commitment")),
    "way-announcement-write": Way(before=ways.written, answers=("announcement",)),
    "way-announcement-affects": Way(before=ways.written, answers=("announcement",)),
    "way-announcement-approval": Way(
        before=ways.written, answers=("announcement-asked-person",), values={"name": "Karin"}
    ),
    "way-announcement-reject": Way(before=ways.to_approve, answers=("announcement-is-rejected",)),
    "way-announcement-approve": Way(before=ways.to_approve, answers=("announcement-is-approved",)),
    "way-announcement-send": Way(before=ways.written, answers=("announcement-is-sent",)),
    "way-announcement-schedule": Way(before=ways.written, answers=("announcement-is-scheduled",)),
    "way-announcement-recall": Way(before=ways.followed, answers=("announcement-is-recalled",)),
    "way-announcement-remind": Way(before=ways.followed, answers=("announcement-is-reminded",)),
    "way-announcement-show": Way(before=ways.told, answers=("information",), values={"id": "I-2022-0001"}),
    "way-announcement-readers": Way(before=ways.followed, answers=("announcement",)),
    "way-announcement-read": Way(before=ways.told, answers=("information-thanks",)),
    "way-announcement-ask": Way(before=ways.told, answers=("information-asked",)),
    "way-commitment-move": Way(before=ways.commitment, answers=("commitment-is-moved",), values={"code": "U1"}),
    "way-commitment-handover": Way(
        before=ways.commitment, answers=("commitment-handed-over",), values={"code": "U1", "name": "Karin"}
    ),
    "way-wheel-risks": Way(before=ways.wheel, answers=("wheel",)),
    "way-commitment-assess": Way(before=ways.commitment, answers=("commitment-assessed",), values={"code": "KM1"}),
    "way-cause-log": Way(before=ways.wheel, answers=("cause-logged",)),
    "way-cause-effect": Way(before=ways.logged, answers=("cause-effect-noted",), values={"number": "O-2022-0001"}),
    "wheel-way-fill": Way(before=ways.wheel, answers=("commitment-fill-how", "commitment"), values={"code": "U1"}),
    "wheel-way-snooze": Way(before=ways.wheel, answers=("commitment-put-off",), values={"code": "U1"}),
    "wheel-way-finish": Way(before=ways.wheel, answers=("commitment-now-finished",), values={"code": "U1"}),
    "way-catalogue-show": Way(before=ways.draft, answers=("catalogue",)),
    "way-catalogue-search": Way(before=ways.nothing, answers=("catalogue",)),
    "way-catalogue-next": Way(before=ways.catalogue, answers=("catalogue",)),
    "way-catalogue-previous": Way(before=ways.catalogues_second, answers=("catalogue",)),
    "way-category-mandatory": Way(before=ways.nothing, answers=("catalogue",)),
    "way-category-call-off": Way(before=ways.nothing, answers=("catalogue",)),
    "way-category-add-on": Way(before=ways.nothing, answers=("catalogue",)),
    "way-human-answer": Way(before=ways.talking, answers=("passed-on",), values={"name": "Karin"}),
    "way-human-done": Way(before=ways.talking, answers=("talk-ended",)),
    "way-series-end": Way(before=ways.series, answers=("series-ended",), values={"id": "S-2022-0001"}),
    "way-series-skip": Way(before=ways.series, answers=("series-skipped",)),
    "way-series-daysoff": Way(before=ways.series, answers=("series-changed",), values={"id": "S-2022-0001"}),
    "way-series-change": Way(before=ways.series, answers=("series-changed",), values={"id": "S-2022-0001"}),
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
    chat = await ways.speaking(await played.before(desk, chat_of), language)
    values = played.values or {"name": _window_cleaning(language)}

    reply = await chat.says(say(way, language, **values))

    assert _answers(reply) == played.answers
    assert all(await chat.reads(reply))
