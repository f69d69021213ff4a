from collections.abc import Sequence

import pytest
from sqlalchemy import text

from actions.ports import Begin, Work
from storage.surveys import _units_to_keep
from storage.unit_of_work import Storage
from tests.factories import NOW, a_wave

MONTH = "2022-03"


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
            await work.surveys.ask(MONTH, {person: "F1"})
        await work.surveys.ask(MONTH, {"REK1": "F2"})
        await work.surveys.mark_answered(MONTH, "REK2")

        assert await work.surveys.unanswered(MONTH) == ["REK1", "SER1"]
        assert await work.surveys.question_of(MONTH, "REK1") == "F1"
        assert await work.surveys.question_of(MONTH, "EKO1") is None


async def test_an_answer_can_be_changed_and_counts_once(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        await work.surveys.put_answer(MONTH, "F1", key="k1", unit="PV1", answer="3")
        await work.surveys.put_answer(MONTH, "F1", key="k1", unit="PV1", answer="9")
        await work.surveys.put_answer(MONTH, "F1", key="k2", unit="PV1", answer="10")
        await work.surveys.put_answer(MONTH, "F2", key="k1", unit="PV1", answer="5")

        assert await work.surveys.results(MONTH) == {"F1": ["10", "9"], "F2": ["5"]}


async def test_closing_destroys_the_secret_and_keeps_the_answers(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        await answer(work, "PV1", 5)
        await work.surveys.ask(MONTH, {"REK1": "F1"})
        await work.surveys.close_wave(MONTH, at=NOW)

        wave = await work.surveys.find_wave(MONTH)
        assert wave == a_wave(secret=None)
        assert await work.surveys.open_waves() == []
        assert await work.surveys.results(MONTH) == {"F1": ["8"] * 5}
        assert await work.surveys.unanswered(MONTH) == ["REK1"]


async def kept(storage: Storage, query: str) -> Sequence[tuple[object, ...]]:
    async with storage._database.engine().begin() as connection:
        return [tuple(row) for row in await connection.execute(text(query))]


async def test_after_closing_no_key_is_what_it_was_and_rows_lie_in_the_order_of_the_new(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.surveys.claim_wave(a_wave())
        await answer(work, "PV1", 12)
    before = {key for (key,) in await kept(storage, "SELECT key FROM answers")}
    async with storage.begin() as work:
        await work.surveys.close_wave(MONTH, at=NOW)

    after = [key for (key,) in await kept(storage, "SELECT key FROM answers")]
    assert len(after) == 12
    assert not before & set(after)
    assert after == sorted(after, key=str)


async def test_closing_twice_shuffles_once(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.surveys.claim_wave(a_wave())
        await answer(work, "PV1", 6)
        await work.surveys.close_wave(MONTH, at=NOW)
    first = await kept(storage, "SELECT key FROM answers ORDER BY key")
    async with storage.begin() as work:
        await work.surveys.close_wave(MONTH, at=NOW)
        await work.surveys.close_wave("2030-01", at=NOW)

    assert await kept(storage, "SELECT key FROM answers ORDER BY key") == first


async def test_a_unit_with_fewer_than_five_answers_is_dropped_at_closing(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.surveys.claim_wave(a_wave())
        for unit, count in (("PV1", 9), ("PV2", 4), ("PV3", 3)):
            await answer(work, unit, count)
        await work.surveys.close_wave(MONTH, at=NOW)

    counted = await kept(storage, "SELECT unit, count(*) FROM answers GROUP BY unit ORDER BY unit IS NULL")
    assert counted == [("PV1", 9), (None, 7)]


@pytest.mark.parametrize(
    ("units", "keeps"),
    [
        ({"A": 5}, {"A"}),
        ({"A": 4}, set()),
        ({"A": 9, "B": 5, "C": 4}, {"A"}),
        ({"A": 9, "B": 5, "C": 4, "D": 1}, {"A", "B"}),
        ({"A": 6, None: 2}, set()),
        ({"A": 6, None: 5}, {"A"}),
        ({}, set()),
    ],
)
def test_no_group_too_small_can_be_had_by_subtraction(units: dict[str | None, int], keeps: set[str]) -> None:
    given = [unit for unit, count in units.items() for _ in range(count)]

    assert _units_to_keep(given) == keeps


async def test_what_somebody_was_asked_is_found_with_whether_they_have_answered(begin: Begin) -> None:
    async with begin() as work:
        await work.surveys.claim_wave(a_wave())
        await work.surveys.ask(MONTH, {"REK1": "F2", "KON11": "F1"})
        await work.surveys.mark_answered(MONTH, "KON11")

        by_code = {each.code: each for each in await work.surveys.questions()}
        assert await work.surveys.find_asked(MONTH, "REK1") == (by_code["F2"], False)
        assert await work.surveys.find_asked(MONTH, "KON11") == (by_code["F1"], True)
        assert await work.surveys.find_asked(MONTH, "SAM1") is None
