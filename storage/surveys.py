"""Waves, who was asked, and answers that nobody can trace to a person."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Table, and_, bindparam, delete, insert, select, update

from domain.surveys import Question, Wave
from storage.pilot_tables import questions
from storage.repository import Repository
from storage.rows import Row, row_of, value_of
from storage.statements import Statement, Upsert
from storage.tables import answers, participation, waves

SMALLEST_GROUP = 5
_CLAIM = Upsert(waves, lambda row: row.on_conflict_do_nothing(index_elements=["month"]).returning(waves.c.month))
_QUESTIONS = Statement(select(questions).order_by(questions.c.position))
_WAVE = Statement(select(waves).where(waves.c.month == bindparam("of")))
_IS_THEIRS = and_(participation.c.month == bindparam("of"), participation.c.person == bindparam("by"))
_QUESTION = Statement(select(participation.c.question).where(_IS_THEIRS))
_ASKED = Statement(
    select(questions, participation.c.is_answered)
    .join(participation, participation.c.question == questions.c.code)
    .where(_IS_THEIRS)
)
_ASK = Upsert(participation, lambda row: row.on_conflict_do_nothing())
_PUT_ANSWER = Upsert(
    answers,
    lambda row: row.on_conflict_do_update(
        index_elements=["month", "question", "key"], set_={"unit": row.excluded.unit, "answer": row.excluded.answer}
    ),
)


class Surveys(Repository):
    """Keeps participation apart from the answers, and destroys at closing what could join them."""

    async def questions(self) -> Sequence[Question]:
        """Return the rota, in the order of its file."""
        return [value_of(Question, row) for row in await self._all(_QUESTIONS)]

    async def claim_wave(self, wave: Wave) -> bool:
        """Store the wave; False when the month has one."""
        return await self._scalar(_CLAIM, row_of(wave)) is not None

    async def open_waves(self) -> Sequence[Wave]:
        """Return the waves that have not been closed, by month."""
        is_open = waves.c.secret.is_not(None)
        return [value_of(Wave, row) for row in await self._all(select(waves).where(is_open).order_by(waves.c.month))]

    async def find_wave(self, month: str) -> Wave | None:
        """Return the wave of the month, or None."""
        row = await self._first(_WAVE, {"of": month})
        return None if row is None else value_of(Wave, row)

    async def find_wave_held(self, month: str) -> Wave | None:
        """Return it as `find_wave` does, held open until this transaction ends; others may hold it too."""
        row = await self._first(select(waves).where(waves.c.month == month).with_for_update(read=True))
        return None if row is None else value_of(Wave, row)

    async def ask(self, month: str, questions: Mapping[str, str]) -> None:
        """Note what each person is asked in the wave; the first question stands."""
        rows = [{"month": month, "person": person, "question": code} for person, code in questions.items()]
        await self._do_each(_ASK, [{**row, "is_answered": False} for row in rows])

    async def question_of(self, month: str, person: str) -> str | None:
        """Return the code of what the person was asked, or None."""
        code: str | None = await self._scalar(_QUESTION, {"of": month, "by": person})
        return code

    async def find_asked(self, month: str, person: str) -> tuple[Question, bool] | None:
        """Return what the person was asked and whether they have answered, or None."""
        row = await self._first(_ASKED, {"of": month, "by": person})
        return None if row is None else (value_of(Question, row), bool(row["is_answered"]))

    async def mark_answered(self, month: str, person: str) -> None:
        """Note that the person has answered, not what."""
        is_theirs = (participation.c.month == month) & (participation.c.person == person)
        await self._do(update(participation).where(is_theirs).values(is_answered=True))

    async def unanswered(self, month: str) -> Sequence[str]:
        """Return the people who were asked and have not answered, by code."""
        is_missing = (participation.c.month == month) & ~participation.c.is_answered
        return await self._scalars(select(participation.c.person).where(is_missing).order_by(participation.c.person))

    async def put_answer(self, month: str, question: str, *, key: str, unit: str | None, answer: str) -> None:
        """Keep the answer under *key*, in place of an earlier one."""
        row = {"month": month, "question": question, "key": key, "unit": unit, "answer": answer}
        await self._do(_PUT_ANSWER, row)

    async def close_wave(self, month: str, *, at: datetime) -> None:
        """Destroy the secret, shuffle the keys, and drop the unit where fewer than 5 answers share it.

        Both tables are written anew in the order of their keys: where a row lies in the file, and which transaction
        wrote it, would tell in what order people answered. A wave that was closed before stays as it is; *at* is not
        kept, since a moment of closing is known from the wave.
        """
        del at
        wave = await self._first(select(waves).where(waves.c.month == month).with_for_update())
        if wave is None or wave["secret"] is None:
            return
        await self._do(update(waves).where(waves.c.month == month).values(secret=None))
        await self._write_anew(answers, month, _untraceable)
        await self._write_anew(participation, month, lambda rows: sorted(rows, key=lambda row: row["person"]))

    async def _write_anew(self, table: Table, month: str, change: Callable[[Sequence[Row]], Sequence[Row]]) -> None:
        rows = change(await self._all(select(table).where(table.c.month == month)))
        await self._do(delete(table).where(table.c.month == month))
        await self._do_each(insert(table), rows)

    async def results(self, month: str) -> Mapping[str, Sequence[str]]:
        """Return the answers per question, sorted."""
        of_month = select(answers.c.question, answers.c.answer).where(answers.c.month == month)
        found: dict[str, list[str]] = defaultdict(list)
        for row in await self._all(of_month.order_by(answers.c.question, answers.c.answer)):
            found[row["question"]].append(row["answer"])
        return dict(found)


def _untraceable(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the answers under new keys, in the order of these, with small groups made nobody's."""
    by_question: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_question[row["question"]].append(row)
    kept = {question: _units_to_keep([row["unit"] for row in found]) for question, found in by_question.items()}
    changed = [
        {**row, "key": token_hex(16), "unit": row["unit"] if row["unit"] in kept[row["question"]] else None}
        for row in rows
    ]
    return sorted(changed, key=lambda row: (row["question"], row["key"]))


def _units_to_keep(units: Sequence[str | None]) -> frozenset[str]:
    """Return the units with enough answers.

    Those without a unit are a group too: the whole less the units that are shown. While it is too small, the smallest
    unit joins it.
    """
    counts = Counter(units)
    large = [unit for unit, count in counts.items() if unit is not None and count >= SMALLEST_GROUP]
    kept = sorted(large, key=counts.__getitem__)
    while kept and 0 < len(units) - sum(counts[unit] for unit in kept) < SMALLEST_GROUP:
        kept = kept[1:]
    return frozenset(kept)
