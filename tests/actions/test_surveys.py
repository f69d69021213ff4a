from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from actions.ports import Begin
from actions.survey_results import list_survey_results
from actions.survey_words import AnswerFirst, say_beside
from actions.surveys import (
    NotAsked,
    SurveyClosed,
    answer_question,
    close_waves,
    open_wave,
    pause_all_surveys,
    pause_survey,
    resume_survey,
    run_surveys,
)
from domain.errors import BadInput, NotAllowed
from domain.notices import Message
from domain.surveys import answer_key, wave_plan
from domain.worktime import WorkCalendar
from storage.unit_of_work import Storage
from tests.factories import TODAY, a_card, a_conversation, example_pilot, the_person
from tests.surveys import AFTERNOON, MARCH, results

LATER = AFTERNOON + timedelta(days=1)
CATALOGUE = example_pilot().catalogue


async def answer(begin: Begin, person: str, said: str, *, month: str = MARCH, at: datetime = LATER) -> None:
    await answer_question(month, said, by=the_person(person), catalogue=CATALOGUE, begin=begin, at=at)


async def asked(begin: Begin) -> set[str | None]:
    async with begin() as work:
        return {owed.recipient for owed in await work.outbox.list_notices() if owed.kind == "survey.question"}


async def reminded(begin: Begin) -> list[str | None]:
    async with begin() as work:
        return [owed.recipient for owed in await work.outbox.list_notices() if owed.kind == "survey.reminder"]


async def test_a_wave_is_opened_on_its_day_only(begin: Begin) -> None:
    assert await open_wave(date(2022, 3, 14), begin=begin, at=AFTERNOON - timedelta(days=1)) is None
    assert await open_wave(date(2022, 3, 16), begin=begin, at=LATER) is None
    assert await asked(begin) == set()


async def test_opening_a_wave_twice_asks_once(wave: Begin) -> None:
    before = await asked(wave)

    assert await open_wave(TODAY, begin=wave, at=AFTERNOON) is None
    assert await asked(wave) == before


async def test_a_wave_with_nobody_to_ask_is_fine(empty_begin: Begin) -> None:
    assert await open_wave(TODAY, begin=empty_begin, at=AFTERNOON) is not None


async def test_a_wave_opened_late_in_the_evening_asks_the_next_morning_and_lasts_two_weeks(begin: Begin) -> None:
    friday_night = datetime.fromisoformat("2022-03-18T22:00+01:00")

    opened = await open_wave(TODAY, begin=begin, at=friday_night)

    async with begin() as work:
        dues = {owed.due for owed in await work.outbox.list_notices()}
    assert dues == {datetime.fromisoformat("2022-03-21T07:00+01:00")}
    assert opened is not None
    assert opened.closes_on == date(2022, 4, 4)


async def test_a_changed_answer_counts_once(wave: Begin) -> None:
    await answer(wave, "KON11", "ibland")
    await answer(wave, "KON11", "ofta")

    assert await results(wave) == {"F3": ["often"]}


async def test_everybody_answers_their_own_question(wave: Begin) -> None:
    await answer(wave, "REK1", "2,5")
    await answer(wave, "SER1", "grön")

    assert await results(wave) == {"F4": ["2.5"], "F5": ["green"]}


@pytest.mark.parametrize("said", ["", "11", "ibland", "vet inte"])
async def test_what_is_no_answer_is_refused_and_nothing_is_kept(wave: Begin, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        await answer(wave, "SER1", said)

    assert said == "" or said not in str(refused.value.values)
    assert await results(wave) == {}


async def test_who_was_not_asked_can_not_answer(wave: Begin) -> None:
    with pytest.raises(NotAllowed):
        await answer(wave, "PL1", "8")
    await resume_survey(by=the_person("SER1"), begin=wave, at=AFTERNOON)
    with pytest.raises(SurveyClosed):
        await answer(wave, "SER1", "grön", month="2022-02")


async def test_who_asked_to_be_left_in_peace_is_not_asked_and_not_reminded(begin: Begin) -> None:
    await pause_survey(by=the_person("SER1"), catalogue=CATALOGUE, begin=begin, at=AFTERNOON)
    await open_wave(TODAY, begin=begin, at=AFTERNOON)
    await pause_survey(by=the_person("SER2"), catalogue=CATALOGUE, begin=begin, at=AFTERNOON)

    await run_surveys(date(2022, 3, 18), begin=begin, at=AFTERNOON + timedelta(days=3))

    assert "SER1" not in await asked(begin)
    assert "SER2" in await asked(begin)
    assert not {"SER1", "SER2"} & set(await reminded(begin))
    with pytest.raises(NotAsked):
        await answer(begin, "SER1", "grön")


async def test_a_pause_ends_by_itself_or_when_it_is_taken_back(begin: Begin) -> None:
    for person in ("SER1", "SER2"):
        await pause_survey(by=the_person(person), catalogue=CATALOGUE, begin=begin, at=AFTERNOON)
    await resume_survey(by=the_person("SER1"), begin=begin, at=AFTERNOON)
    await pause_survey(by=the_person("SER3"), until=date(2022, 4, 19), catalogue=CATALOGUE, begin=begin, at=AFTERNOON)

    await open_wave(date(2022, 4, 19), begin=begin, at=datetime.fromisoformat("2022-04-19T15:00+02:00"))

    assert {"SER1", "SER3"} <= await asked(begin)
    assert "SER2" not in await asked(begin)


async def test_the_project_leader_can_pause_all_and_nobody_else_can(begin: Begin) -> None:
    with pytest.raises(NotAllowed):
        await pause_all_surveys(is_paused=True, by=the_person("REK1"), catalogue=CATALOGUE, begin=begin, at=AFTERNOON)
    await pause_all_surveys(is_paused=True, by=the_person("PL1"), catalogue=CATALOGUE, begin=begin, at=AFTERNOON)

    assert await open_wave(TODAY, begin=begin, at=AFTERNOON) is None


async def test_who_has_answered_is_not_reminded(wave: Begin) -> None:
    await answer(wave, "SER1", "gul")

    await run_surveys(date(2022, 3, 18), begin=wave, at=AFTERNOON + timedelta(days=3))

    assert "SER1" not in await reminded(wave)
    assert len(await reminded(wave)) == 49


async def test_after_a_long_stop_only_the_latest_reminder_goes_out(wave: Begin) -> None:
    late = AFTERNOON + timedelta(days=8)
    for day in range(16, 24):
        await run_surveys(date(2022, 3, day), begin=wave, at=late)

    assert len(await reminded(wave)) == len(set(await reminded(wave))) == 50


async def test_nobody_is_reminded_of_a_wave_that_is_to_be_closed(wave: Begin) -> None:
    late = AFTERNOON + timedelta(days=15)
    for day in range(16, 31):
        await run_surveys(date(2022, 3, day), begin=wave, at=late)

    assert await reminded(wave) == []


async def test_a_closed_wave_takes_no_answer_and_its_keys_lead_to_nobody(storage: Storage, wave: Begin) -> None:
    async with wave() as work:
        found = await work.surveys.find_wave(MARCH)
    assert found is not None
    assert found.secret is not None
    key = answer_key(found.secret, "KON11")
    await answer(wave, "KON11", "ofta")
    assert key in await every_cell(storage, "answers")

    await run_surveys(date(2022, 3, 29), begin=wave, at=AFTERNOON + timedelta(days=14))

    async with wave() as work:
        closed = await work.surveys.find_wave(MARCH)
    assert closed is not None
    assert closed.secret is None
    assert key not in await every_cell(storage, "answers")
    assert await results(wave) == {}
    with pytest.raises(SurveyClosed):
        await answer(wave, "KON11", "alltid")


async def test_a_closed_wave_gives_its_indicator_an_outcome_where_enough_have_answered(wave: Begin) -> None:
    said = {"KON11": "ofta", "KON12": "alltid", "KON13": "ofta", "KON14": "sällan", "KON15": "ofta", "KON21": "aldrig"}
    for person, words in said.items():
        await answer(wave, person, words)
    await answer(wave, "SER1", "röd")

    await run_surveys(date(2022, 3, 29), begin=wave, at=AFTERNOON + timedelta(days=14))

    scopes = ["all", "unit:PV1", "unit:PV2"]
    async with wave() as work:
        found = await work.indicators.current(scopes, date(2022, 3, 1), date(2022, 3, 1))
    assert {(each.indicator, each.scope): each.value for each in found if each.indicator in {"K3", "K12"}} == {
        ("K3", "all"): Decimal("66.67"),
        ("K3", "unit:PV1"): None,  # five of six: with all it would tell the sixth
        ("K3", "unit:PV2"): None,
        ("K12", "all"): None,
        ("K12", "unit:PV1"): None,
    }


async def test_results_go_back_to_those_who_were_asked_and_are_still_here(storage: Storage, wave: Begin) -> None:
    async with storage._database.engine().begin() as connection:
        await connection.execute(text("UPDATE people SET is_active = false WHERE code = 'KON11'"))

    await run_surveys(date(2022, 3, 29), begin=wave, at=AFTERNOON + timedelta(days=14))

    async with wave() as work:
        told = [owed for owed in await work.outbox.list_notices() if owed.kind == "survey.result"]
    assert {owed.recipient for owed in told} == await asked(wave) - {"KON11"}
    assert {owed.message.view for owed in told} == {"result"}


async def test_a_word_stands_beside_an_answer_and_needs_one(wave: Begin) -> None:
    said: dict[str, Any] = {"by": the_person("KON11"), "catalogue": CATALOGUE, "begin": wave}
    with pytest.raises(AnswerFirst):
        await say_beside(MARCH, "Snabbt", **said)
    await answer(wave, "KON11", "ofta")
    await say_beside(MARCH, "Snabbt, 811228-9874", **said)
    with pytest.raises(BadInput):
        await say_beside(MARCH, "  ", **said)

    async with wave() as work:
        given = await work.surveys.closing(MARCH)
    assert [(each.answer, each.words) for each in given or ()] == [("often", "Snabbt, ••••••-••••")]


async def every_cell(storage: Storage, table: str) -> set[str]:
    async with storage._database.engine().connect() as connection:
        rows = await connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - the tables are named below
        return {str(cell) for row in rows for cell in row}


async def test_no_table_joins_a_person_to_an_answer(storage: Storage, wave: Begin) -> None:
    async with wave() as work:
        await work.conversations.remember(a_conversation(person="KON11"))
        subject = f"survey:{MARCH}"
        await work.cards.register(a_card(person="KON11", message=Message(view="survey", subject=subject)))

    await answer(wave, "KON11", "alltid")

    assert {"KON11", "always"} & await every_cell(storage, "answers") == {"always"}
    for table in ("outbox", "events", "settings", "participation", "cards", "conversations"):
        cells = " ".join(await every_cell(storage, table))
        assert "always" not in cells
        assert "alltid" not in cells


async def _pauses(wave: Begin) -> None:
    await pause_survey(by=the_person("KON11"), catalogue=CATALOGUE, begin=wave, at=AFTERNOON)


async def _resumes(wave: Begin) -> None:
    async with wave() as work:
        await work.settings.put("survey-paused:KON11", "2022-06-13")
    await resume_survey(by=the_person("KON11"), begin=wave, at=AFTERNOON)


@pytest.mark.parametrize("act", [lambda wave: answer(wave, "KON11", "alltid"), _pauses, _resumes])
async def test_only_the_own_card_is_refreshed_after_an_answer_or_a_pause(
    storage: Storage, wave: Begin, act: Callable[[Begin], Awaitable[object]]
) -> None:
    message = Message(view="survey", subject=f"survey:{MARCH}")
    async with wave() as work:
        for chat, person in (("chat-1", "KON11"), ("chat-2", "KON12")):
            await work.conversations.remember(a_conversation(id=chat, person=person))
            await work.cards.register(a_card(conversation=chat, person=person, message=message))

    await act(wave)

    async with storage._database.engine().connect() as connection:
        owed = await connection.execute(text("SELECT conversation FROM outbox WHERE kind = 'refresh'"))
        assert [row[0] for row in owed] == ["chat-1"]


async def test_results_are_shown_of_closed_waves_and_five_answers_or_more(wave: Begin) -> None:
    async with wave() as work:
        await work.settings.put_if_absent("ticks-since", AFTERNOON.isoformat())
    for number, said in enumerate(("ofta", "ofta", "alltid", "ibland", "ofta"), start=11):
        await answer(wave, f"KON{number}", said)
    for person in ("REK1", "REK2", "REK3", "REK4"):
        await answer(wave, person, "3")
    async with wave() as work:
        assert await list_survey_results(work, at=LATER) == []

    await run_surveys(date(2022, 3, 29), begin=wave, at=AFTERNOON + timedelta(days=14))

    common = {"month": MARCH, "question": "F3", "indicator": "K3", "answers": "5"}
    async with wave() as work:
        assert await list_survey_results(work, at=AFTERNOON + timedelta(days=15)) == [
            {**common, "answer": "always", "count": "1"},
            {**common, "answer": "often", "count": "3"},
            {**common, "answer": "sometimes", "count": "1"},
        ]


@pytest.mark.parametrize(
    ("opens", "answered", "closes", "told"),
    [
        # The clocks go forward on 27 March; results are told at once, in summer time.
        ("2022-03-15T15:00+01:00", "2022-03-28T23:30+02:00", "2022-03-29T15:00+02:00", "2022-03-29T15:00+02:00"),
        # The clocks go back on 30 October.
        ("2022-10-17T15:00+02:00", "2022-10-30T02:30+01:00", "2022-10-31T15:00+01:00", "2022-10-31T15:00+01:00"),
        # It closes on the leap day.
        ("2024-02-15T15:00+01:00", "2024-02-29T08:00+01:00", "2024-02-29T15:00+01:00", "2024-02-29T15:00+01:00"),
        # Opened days late, it goes over New Year.
        ("2022-12-20T15:00+01:00", "2022-12-31T23:59+01:00", "2023-01-03T15:00+01:00", "2023-01-03T15:00+01:00"),
        # Opened late in the evening, it closes on the first of May: nobody is written to before the next morning.
        ("2024-04-16T22:00+02:00", "2024-04-30T12:00+02:00", "2024-05-01T15:00+02:00", "2024-05-02T07:00+02:00"),
    ],
)
async def test_a_wave_lasts_two_weeks_whatever_day_or_clock_they_go_over(
    begin: Begin, *, opens: str, answered: str, closes: str, told: str
) -> None:
    opening, closing = datetime.fromisoformat(opens), datetime.fromisoformat(closes)
    month = f"{opening:%Y-%m}"
    planned = wave_plan(month, WorkCalendar()).opens_on
    await open_wave(planned, begin=begin, at=opening)
    async with begin() as work:
        person, question = next(iter(sorted((await work.surveys.participants(month)).items())))
    said = {"F3": "ofta", "F5": "grön", "F7": "bra", "F6": "ofta"}.get(question, "5")

    await answer(begin, person, said, month=month, at=datetime.fromisoformat(answered))
    early = await close_waves(closing.date() - timedelta(days=1), begin=begin, at=closing - timedelta(days=1))
    closed = await close_waves(closing.date(), begin=begin, at=closing)

    async with begin() as work:
        dues = {owed.due for owed in await work.outbox.list_notices() if owed.kind == "survey.result"}
    assert (early, closed) == ([], [month])
    assert dues == {datetime.fromisoformat(told)}


async def test_a_wave_that_nobody_was_in_closes_and_tells_nobody(empty_begin: Begin) -> None:
    await open_wave(TODAY, begin=empty_begin, at=AFTERNOON)

    closed = await close_waves(date(2022, 3, 29), begin=empty_begin, at=AFTERNOON + timedelta(days=14))

    async with empty_begin() as work:
        assert list(await work.outbox.list_notices()) == []
        assert await work.indicators.all() == []
    assert closed == [MARCH]


async def test_who_has_left_is_not_reminded_nor_told_and_their_answer_still_counts(
    storage: Storage, wave: Begin
) -> None:
    for person in ("KON11", "KON12", "KON13", "KON14", "KON21", "KON22"):
        await answer(wave, person, "ofta" if person < "KON2" else "aldrig")
    async with storage._database.engine().begin() as connection:
        await connection.execute(text("UPDATE people SET is_active = false WHERE code IN ('KON11', 'KON15')"))

    await run_surveys(date(2022, 3, 18), begin=wave, at=AFTERNOON + timedelta(days=3))
    await run_surveys(date(2022, 3, 29), begin=wave, at=AFTERNOON + timedelta(days=14))

    assert "KON15" not in await reminded(wave)
    assert await results(wave) == {"F3": ["never"] * 2 + ["often"] * 4}


async def test_a_question_changed_between_waves_stands_in_each_as_it_was_asked(wave: Begin) -> None:
    pilot = example_pilot()
    changed = [replace(each, text_sv="Får du hjälp?") if each.code == "F3" else each for each in pilot.questions]
    async with wave() as work:
        await work.catalogues.load(replace(pilot, questions=tuple(changed)), prices_from=TODAY)
    await answer(wave, "KON11", "ofta")
    september = datetime.fromisoformat("2022-09-15T15:00+02:00")
    await open_wave(september.date(), begin=wave, at=september)

    async with wave() as work:
        told = [await work.surveys.find_asked(month, "KON11") for month in (MARCH, "2022-09")]
        indicators = {each.indicator for each in await work.surveys.asked_in("2022-09") if each.question == "F3"}
    assert [each[0].text_sv for each in told if each] == ["Hur ofta får du hjälp i rätt tid?", "Får du hjälp?"]
    assert indicators == {"K3"}
