"""Messages put in words: values become names, days and sums, and a card shows its subject as it is now."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogs.cards.elements import Frame, Writer
from dialogs.cards.standing import StandingFacts, standing_card
from dialogs.cards.when import wanted
from dialogs.present import Presented, present, version_of
from domain.assignments import AssignmentStatus
from domain.errors import NotFound
from domain.notices import Message, Value
from domain.requests import RequestStatus
from tests.dialogs.cards.sample import sign
from tests.dialogs.cards.samples import (
    BEFORE_8,
    LAMP_DRAFT,
    LAMP_ORDER,
    SAMPLES,
    on_issue,
    on_lamp,
    order,
    working,
)
from tests.dialogs.cards.shelf import Shelf
from tests.dialogs.cards.survey_samples import survey
from tests.dialogs.cards.walk import inputs, of_type
from tests.dialogs.cards.wheel_samples import WHEEL, commitment
from tests.factories import NOW, TODAY, example_pilot, the_person
from texts import MissingText

S, A = RequestStatus, AssignmentStatus


async def worded(text: str, **values: Value) -> Presented:
    return await present(
        Message(text=text, values=values),
        work=Shelf().as_work(),
        reader=the_person("REK1"),
        catalogue=example_pilot().catalogue,
        at=NOW,
        sign=sign,
    )


async def verbs(sample_name: str) -> set[str]:
    presented = await SAMPLES[sample_name].shown()
    return {each["verb"] for each in of_type(presented.card, "Action.Execute")}


async def test_a_sentence_has_no_card() -> None:
    presented = await worded("order-dropped")

    assert (presented.text, presented.card) == ("Beställningen är borttagen", None)


async def test_a_sentence_that_is_missing_raises() -> None:
    with pytest.raises(MissingText):
        await worded("no-such-sentence")


@pytest.mark.parametrize(
    ("text", "name", "value", "words"),
    [
        ("request-planned", "moment", "plain", "Planerat till plain"),
        ("list-more", "count", 3, "Det finns 3 till."),
        ("survey-paused", "until_on", "2022-03-16", "i morgon"),
        ("asked-person", "to_person", "SER3", "Omar Lind"),
        ("asked-person", "to_person", "GONE", "någon som inte finns kvar"),
    ],
)
async def test_a_value_is_worded_as_its_name_ends(text: str, name: str, value: Value, words: str) -> None:
    presented = await worded(text, **{"request": "B-2022-0001", name: value})

    assert words in presented.text


async def test_the_version_is_that_of_the_row() -> None:
    work = Shelf(drafts=(replace(LAMP_DRAFT, version=3),), requests=(replace(LAMP_ORDER, version=7),)).as_work()

    assert await version_of("draft:draft-1", work=work) == 3
    assert await version_of("request:B-2022-0001", work=work) == 7
    assert await version_of("survey:2022-03", work=work) == await version_of(None, work=work) == 1
    with pytest.raises(NotFound):
        await version_of("request:B-2022-9999", work=work)


async def test_a_placed_draft_shows_its_request() -> None:
    draft = replace(LAMP_DRAFT, person="KON11", request="B-2022-0001")
    sample = order("KON11")
    sample = replace(sample, shelf=Shelf(drafts=(draft,), requests=(LAMP_ORDER,)))

    presented = await sample.shown()

    assert "Beställning B-2022-0001" in presented.text


async def test_an_order_says_its_cost_before_it_is_ordered() -> None:
    presented = await SAMPLES["order-shared"].shown()

    assert "1\u00a0720 kr: 860 kr ingår och 860 kr debiteras" in presented.text
    assert "4 timmar × 430 kr" in presented.text
    assert "0 av 12 timmar" in presented.text


async def test_a_wish_before_the_promise_is_said_to_be_none() -> None:
    presented = await SAMPLES["order-wished"].shown()

    assert "Önskad, inte utlovad" in presented.text
    assert "Klart senast: tisdag 15 mars 14:00" in presented.text


async def test_an_order_that_cannot_be_placed_keeps_what_was_written_and_names_whom_to_ask() -> None:
    presented = await SAMPLES["order-no-agreement"].shown()

    assert "order.place" not in await verbs("order-no-agreement")
    assert "Jonas Enbär" in presented.text
    assert "Sal B214" in presented.text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("order", {"order.place", "order.change", "order.drop"}),
        ("order-dropped", set()),
        ("choice", {"order.change", "catalogue.show"}),
        ("request-queued", {"request.cancel", "request.comment", "request.change"}),
        ("request-done", {"request.rate", "request.reopen", "request.again"}),
        ("request-cancelled", {"request.again"}),
        ("requests", {"request.show", "requests.show"}),
        ("requests-last", {"request.show", "requests.show"}),
        ("requests-none", {"catalogue.show"}),
        ("approval", {"request.approve", "request.reject", "request.ask"}),
        ("approval-given", set()),
        ("queue", {"assignment.offer", "assignment.assign", "assignment.split"}),
        ("queue-part-missing", {"assignment.assign"}),
        ("queue-offered", set()),
        ("queue-done", set()),
        ("queue-nobody", set()),
        ("assignment-offered", {"assignment.accept", "assignment.decline"}),
        ("assignment-accepted", {"assignment.start", "assignment.decline", "assignment.done", "assignment.wait"}),
        ("assignment-started", {"assignment.done", "assignment.pause", "assignment.handover", "assignment.wait"}),
        ("assignment-paused", {"assignment.done", "assignment.start", "assignment.handover", "assignment.wait"}),
        ("assignment-done", set()),
        ("assignments-none", {"absence.report", "issue.found"}),
        ("absence", {"absence.end"}),
        ("absence-over", set()),
        ("rating", {"request.rate", "request.reopen"}),
        ("survey-frequency", {"survey.answer", "survey.pause"}),
        ("survey-paused", {"survey.answer", "survey.resume"}),
        ("survey-left", {"survey.answer", "survey.comment", "survey.resume"}),
        ("survey-closed", set()),
        (
            "commitment",
            {f"commitment.{each}" for each in ("fill", "status", "snooze", "move", "handover")} | {"cause.log"},
        ),
        ("commitment-finished", set()),
    ],
)
async def test_a_card_has_the_buttons_of_its_state(name: str, expected: set[str]) -> None:
    assert await verbs(name) == expected


async def test_a_reader_gets_only_the_buttons_that_the_table_allows() -> None:
    colleague = await on_lamp("request", "KON12", S.DONE, done_at=BEFORE_8).shown()
    leader = await on_lamp("queue", "PL1", S.QUEUED).shown()

    assert {each["verb"] for each in of_type(colleague.card, "Action.Execute")} == {"request.reopen", "request.again"}
    assert of_type(leader.card, "Action.Execute") == []


async def test_the_suggested_person_stands_chosen_with_the_reasons() -> None:
    presented = await SAMPLES["queue"].shown()

    person = next(each for each in inputs(presented.card) if each["id"] == "person")

    assert person["value"] == "SER3"
    assert "Har minst att göra den dagen: 2 av 8 timmar" in presented.text


async def test_hours_are_prefilled_from_the_time_worked() -> None:
    presented = await SAMPLES["assignment-started"].shown()

    assert next(each["value"] for each in inputs(presented.card) if each["id"] == "hours") == 0.5


async def test_an_assignment_of_somebody_else_has_no_buttons() -> None:
    presented = await replace(working(A.ACCEPTED), reader="SAM1").shown()

    assert "Omar Lind" in presented.text
    assert of_type(presented.card, "Action.Execute") == []


async def test_an_emergency_begins_with_first_aid_and_phone() -> None:
    presented = await on_issue("receipt", "REK1").shown()

    first = presented.text.split("\n")[:5]

    assert "Stäng av vattnet" in first[1]
    assert "112" in first[2]
    assert "040-628 04 21" in first[4]


async def test_a_question_shows_no_trace_of_what_was_answered() -> None:
    asked = await survey("REK1", "F3").shown()
    answered = await survey("REK1", "F3", answered=frozenset({"REK1"})).shown()

    assert {each["data"]["answer"] for each in of_type(asked.card, "Action.Execute") if "answer" in each["data"]} == {
        "never",
        "seldom",
        "sometimes",
        "often",
        "always",
    }
    assert "till och med tisdag 29 mars" in answered.text


async def test_who_was_not_asked_sees_no_question() -> None:
    presented = await replace(survey("REK1", "F3"), reader="KON11").shown()

    assert presented.card is None


async def test_a_reminder_counts_the_days() -> None:
    on_the_day = await commitment(at=datetime(2022, 5, 31, 6, 0, tzinfo=UTC)).shown()
    day_before = await commitment(at=datetime(2022, 5, 30, 6, 0, tzinfo=UTC)).shown()
    day_after = await commitment(at=datetime(2022, 6, 1, 6, 0, tzinfo=UTC)).shown()

    assert "Sista dagen är i dag" in on_the_day.text
    assert "En dag kvar" in day_before.text
    assert "En dag försenat" in day_after.text


async def test_reminders_of_several_say_what_comes_first_before_they_are_opened() -> None:
    presented = await replace(WHEEL["wheel"], values={"commitments": "U1|M1|M2"}).shown()

    assert presented.summary == (
        "3 åtaganden att följa upp. Först Fastställda nyckeltal och uppföljningsmetoder: 15 dagar försenat"
    )


@pytest.mark.parametrize(
    ("count", "language", "words"),
    [
        (1, "sv", "En dag till är inte bekräftad: tisdag 1 mars"),
        (3, "sv", "3 dagar till är inte bekräftade: tisdag 1 mars, onsdag 2 mars och torsdag 3 mars"),
        (9, "sv", "9 dagar till är inte bekräftade. De äldsta är tisdag 1 mars, onsdag 2 mars och torsdag 3 mars"),
        (2, "en", "2 more days are not confirmed: Tuesday 1 March and Wednesday 2 March"),
        (
            9,
            "en",
            "9 more days are not confirmed. The oldest are Tuesday 1 March, Wednesday 2 March and Thursday 3 March",
        ),
    ],
)
def test_days_that_wait_are_named_or_only_the_oldest_of_many(count: int, language: str, words: str) -> None:
    facts = StandingFacts(on=TODAY, lines=(), earlier=[date(2022, 3, nth) for nth in range(1, count + 1)])

    shown = standing_card(facts, Frame(language=language, today=TODAY, sign=sign, subject="", version=1))

    assert words in shown.text


@pytest.mark.parametrize(
    ("kind", "start", "end", "words"),
    [
        ("before", None, "2022-03-16T07:00", "senast onsdag 16 mars 08:00"),
        ("at", "2022-03-18T12:00", None, "fredag 18 mars 13:00"),
        ("from", "2022-03-18T12:00", None, "från fredag 18 mars 13:00"),
        ("between", "2022-03-21T07:00", "2022-03-21T11:00", "måndag 21 mars 08:00–12:00"),
        ("day", "2022-03-18T06:00", "2022-03-18T15:00", "fredag 18 mars"),
        ("week", "2022-04-11T05:00", "2022-04-15T14:00", "måndag 11 april till fredag 15 april"),
        ("asap", None, None, "så snart som möjligt"),
        ("none", None, None, "ingen särskild tid"),
    ],
)
def test_a_wanted_time_is_told_as_it_was_meant(kind: str, start: str | None, end: str | None, words: str) -> None:
    first, last = (datetime.fromisoformat(each).replace(tzinfo=UTC) if each else None for each in (start, end))

    assert wanted(first, last, "sv", TODAY, kind=kind) == words


def test_a_card_without_buttons_has_no_actions() -> None:
    write = Writer(Frame(language="sv", today=TODAY, sign=sign))
    write.heading("Hej")

    shown = write.finish("Hej")

    assert "actions" not in shown.card
    assert shown.text == "Hej."


async def test_the_unreached_are_named_with_what_they_did_not_get() -> None:
    text = (await SAMPLES["undeliverable"].shown()).text

    assert "Omar Lind: fråga om uppdrag för B-2022-0001" in text
    assert "Ida Tall: beställningskort B-2022-0002" in text
    assert "Någon som inte finns i registret: ett svar på det som skrevs" in text
    assert "Någon som inte finns kvar: fråga om betyg för B-2022-0001" in text


@pytest.mark.parametrize("name", ["requests", "assignments"])
async def test_a_line_of_what_is_late_says_so_in_one_word(name: str) -> None:
    late = await SAMPLES[f"{name}-late"].shown()
    runs = [each for each in of_type(late.card, "TextRun") if each["text"].endswith(" · Försenad")]

    assert {each["color"] for each in runs} == {"attention"}


async def test_a_line_of_the_list_opens_its_request() -> None:
    shown = await SAMPLES["requests"].shown()
    opened = [each["selectAction"] for each in of_type(shown.card, "Container") if "selectAction" in each]

    assert [each["data"]["request"] for each in opened][:2] == ["B-2022-0001", "B-2022-0002"]
    assert {each["verb"] for each in opened} == {"request.show"}


@pytest.mark.parametrize("name", ["request", "queue", "assignment"])
async def test_what_is_past_its_promised_time_says_so_in_a_word(name: str) -> None:
    late = await SAMPLES[f"{name}-late"].shown()
    runs = [each for each in of_type(late.card, "TextRun") if "Försenad sedan onsdag 16 mars 08:00" in each["text"]]

    assert {each["color"] for each in runs} == {"attention"}
    assert "Försenad sedan onsdag 16 mars 08:00" in late.text


@pytest.mark.parametrize("name", ["request-done", "queue", "requests-over", "assignment-done"])
async def test_what_is_in_time_or_over_is_not_late(name: str) -> None:
    assert "Försenad" not in (await replace(SAMPLES[name], at=BEFORE_8).shown()).text


@pytest.mark.parametrize("name", ["request-reopened", "queue-reopened"])
async def test_what_was_opened_again_tells_who_did_it_last_and_plans_nobody(name: str) -> None:
    text = (await SAMPLES[name].shown()).text

    assert "Gjordes senast av: Omar Lind" in text
    assert "Utförare" not in text
    assert "Planerat" not in text


async def test_an_order_without_a_place_asks_where_in_the_open_and_can_be_placed() -> None:
    presented = await SAMPLES["order-no-place"].shown()
    assert presented.card is not None
    shown = [each.get("id") for each in presented.card["body"]]  # type: ignore[attr-defined]

    assert "place" in shown
    assert len([each for each in inputs(presented.card) if each["id"] == "place"]) == 1
    assert "Var?" in presented.text
    assert "order.place" in await verbs("order-no-place")
    assert "Plats: inte angiven" in (await SAMPLES["queue-no-place"].shown()).text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "Utanför arbetstid – samordnaren hör av sig"),
        ("en", "Outside working hours – the coordinator will be in touch"),
    ],
)
async def test_a_day_off_is_no_promised_time(language: str, words: str) -> None:
    text = (await SAMPLES["order-good-friday"].shown(language)).text

    assert words in text
    assert "Utlovad tid" not in text
    assert "Promised time" not in text


async def test_what_a_welcome_suggests_is_about_places_of_the_own_unit() -> None:
    text = (await SAMPLES["welcome-care-home"].shown()).text
    named = [place.name.sv for place in example_pilot().catalogue.places_of("PV5")]

    assert {"Köket", "Förrådet"} <= set(named)
    assert "i köket" in text
    assert "i förrådet" in text
    assert "i reception " not in text
