from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import text

from actions.ports import Begin, Work
from domain.notices import Progress
from domain.survey_results import Closed, Given, Words
from storage.unit_of_work import Storage
from tests.factories import NOW, a_wave, an_owed, example_pilot

MONTH = "2022-03"
HOUR = timedelta(hours=1)
F1, F2 = example_pilot().questions[:2]


async def answer(work: Work, unit: str | None, count: int, *, value: str = "8") -> None:
    for number in range(count):
        await work.surveys.put_answer(MONTH, "F1", key=f"{unit}-{number:03d}", unit=unit, answer=value)


async def test_a_month_has_one_wave(begin: Begin) -> None:
    async with begin() as work:
        assert await work.surveys.claim_wave(a_wave())
        assert not await work.surveys.claim_wave(a_wave(is_paused=True))

        assert await work.surveys.find_wave(MONTH) == a_wave()
        assert await work.surveys.find_wave("2022-04") is None
        assert await work.surveys.open_waves() == [a_wave()]


async def test_who_was_asked_and_has_not_answered_is_known(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        for person in ("REK2", "REK1", "SER1"):
            await work.surveys.ask(MONTH, {person: F1})
        await work.surveys.ask(MONTH, {"REK1": F2})
        await work.surveys.mark_answered(MONTH, "REK2")

        assert await work.surveys.unanswered(MONTH) == ["REK1", "SER1"]
        assert await work.surveys.participants(MONTH) == dict.fromkeys(("REK1", "REK2", "SER1"), "F1")
        assert [(each.question, each.asked, each.answered) for each in await work.surveys.asked_in(MONTH)] == [
            ("F1", 3, 1),
            ("F2", 0, 0),
        ]


async def test_how_far_the_questions_of_a_wave_have_come_counts_those_of_its_month_alone(begin: Begin) -> None:
    async with begin() as work:
        asked = [an_owed(kind="survey.question", dedup=f"survey:{MONTH}:{code}", recipient=code) for code in "ABC"]
        other = an_owed(kind="survey.question", dedup="survey:2022-04:A", recipient="A", due=NOW + HOUR)
        reminder = an_owed(kind="survey.reminder", dedup=f"survey:{MONTH}:A:reminder:1", recipient="A")
        await work.outbox.put_all([*asked, other, reminder])
        assert await work.surveys.progress(MONTH, at=NOW) == Progress(sent=0, of=3, is_going=True)
        assert await work.surveys.progress(MONTH, at=NOW - HOUR) == Progress(sent=0, of=3, is_going=False)

        taken = await work.outbox.claim(now=NOW, owner="w", lease=HOUR, limit=3)
        await work.outbox.settle_sent([each.id or 0 for each in taken[:2]], at=NOW)
        assert await work.surveys.progress(MONTH, at=NOW) == Progress(sent=2, of=3, is_going=True)
        await work.outbox.retry(taken[2].id or 0, due=NOW + HOUR, error="502")
        assert await work.surveys.progress(MONTH, at=NOW) == Progress(sent=2, of=3, is_going=False)


async def test_an_answer_can_be_changed_and_counts_once(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        await work.surveys.put_answer(MONTH, "F1", key="k1", unit="PV1", answer="3")
        await work.surveys.put_answer(MONTH, "F1", key="k1", unit="PV1", answer="9")
        await work.surveys.put_answer(MONTH, "F1", key="k2", unit="PV1", answer="10")
        await work.surveys.put_answer(MONTH, "F2", key="k1", unit="PV1", answer="5")

        assert await work.surveys.results(MONTH) == {"F1": ["10", "9"], "F2": ["5"]}


def closed(answers: Sequence[Given], *, words: Sequence[Words] = ()) -> Closed:
    return Closed(question="F1", values={}, answers=answers, words=words, asked=9, answered=7)


def given(unit: str | None, count: int) -> list[Given]:
    return [Given(question="F1", unit=unit, answer="8") for _ in range(count)]


async def test_closing_destroys_the_secret_and_who_answered_and_keeps_what_can_be_kept(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        await work.surveys.ask(MONTH, {"REK1": F1, "REK2": F1})
        await answer(work, "PV1", 7)
        await work.surveys.mark_answered(MONTH, "REK2")
        held = await work.surveys.closing(MONTH)
        await work.surveys.close_wave(MONTH, [closed(given("PV1", 5))])

    assert held == given("PV1", 7)
    async with begin() as work:
        assert await work.surveys.find_wave(MONTH) == a_wave(secret=None)
        assert await work.surveys.open_waves() == []
        assert await work.surveys.closing(MONTH) is None
        assert await work.surveys.closing("2030-01") is None
        assert await work.surveys.results(MONTH) == {"F1": ["8"] * 5}
        assert await work.surveys.unanswered(MONTH) == ["REK1", "REK2"]
        assert [(each.asked, each.answered) for each in await work.surveys.asked_in(MONTH)] == [(9, 7)]


async def kept(storage: Storage, query: str) -> Sequence[tuple[object, ...]]:
    async with storage._database.engine().begin() as connection:
        return [tuple(row) for row in await connection.execute(text(query))]


async def test_after_closing_no_key_is_what_it_was_and_rows_lie_in_the_order_of_the_new(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.surveys.claim_wave(a_wave())
        await answer(work, "PV1", 12)
    before = {key for (key,) in await kept(storage, "SELECT key FROM answers")}
    async with storage.begin() as work:
        await work.surveys.close_wave(MONTH, [closed([*given("PV1", 6), *given(None, 6)])])

    after = [key for (key,) in await kept(storage, "SELECT key FROM answers")]
    assert len(after) == 12
    assert not before & set(after)
    assert after == sorted(after, key=str)


async def test_words_are_kept_beside_an_answer_and_apart_from_it_after_closing(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        await work.surveys.ask(MONTH, {"REK1": F1})
        assert not await work.surveys.add_words(MONTH, "F1", key="k1", words="Hej")
        await work.surveys.put_answer(MONTH, "F1", key="k1", unit="PV1", answer="8")
        assert await work.surveys.add_words(MONTH, "F1", key="k1", words="Hej")
        await work.surveys.put_answer(MONTH, "F1", key="k1", unit="PV1", answer="9")
        assert await work.surveys.own_answer(MONTH, "F1", key="k1") == "9"
        assert await work.surveys.closing(MONTH) == [Given(question="F1", unit="PV1", answer="9", words="Hej")]
        told = Words(question="F1", words="Hej", month=MONTH, is_shown=True)
        await work.surveys.close_wave(MONTH, [closed([], words=[told])])

    async with begin() as work:
        assert await work.surveys.words("F1", month=MONTH) == [told]
        assert await work.surveys.words("F1", month=None) == []
        assert await work.surveys.results(MONTH) == {}


async def test_words_of_few_wait_until_there_are_five_of_them(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        shown = []
        for nth in range(1, 7):
            words = Words(question="F1", words=f"ord {nth}")
            await work.surveys.close_wave(MONTH, [closed([], words=[words])])
            await work.surveys.show_waiting_words()
            shown.append(len(await work.surveys.words("F1", month=None)))

    assert shown == [0, 0, 0, 0, 5, 5]


async def test_what_somebody_was_asked_is_found_with_whether_they_have_answered(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        await work.surveys.ask(MONTH, {"REK1": F2, "KON11": F1})
        await work.surveys.mark_answered(MONTH, "KON11")

        assert await work.surveys.find_asked(MONTH, "REK1") == (F2, False)
        assert await work.surveys.find_asked(MONTH, "KON11") == (F1, True)
        assert await work.surveys.find_asked(MONTH, "SAM1") is None
