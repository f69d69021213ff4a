"""Waves, who was asked, and answers that nobody can trace to a person."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Table, and_, bindparam, delete, func, insert, select, update

from domain.notices import OwedStatus, Progress
from domain.suppression import MIN_GROUP
from domain.survey_results import AskedIn, Closed, Given, Words
from domain.surveys import ASKED_AS, Question, Wave, subject_of
from storage.pilot_tables import questions
from storage.repository import Repository
from storage.rows import Row, row_of, value_of
from storage.statements import Statement, Upsert
from storage.survey_tables import answers, participation, survey_words, wave_questions, waves
from storage.tables import outbox

_CLAIM = Upsert(waves, lambda row: row.on_conflict_do_nothing(index_elements=["month"]).returning(waves.c.month))
_QUESTIONS = Statement(select(questions).order_by(questions.c.position, questions.c.code))
_WAVE = Statement(select(waves).where(waves.c.month == bindparam("of")))
_IS_THEIRS = and_(participation.c.month == bindparam("of"), participation.c.person == bindparam("by"))
# What was asked stands as the wave has it, and the rest as the rota does.
_AS_ASKED = (*(each for each in wave_questions.c if each.key in {"indicator", "text_sv", "text_en", "answer"}),)
_OF_ROTA = (*(each for each in questions.c if each.key not in {each.key for each in _AS_ASKED}),)
_ASKED = Statement(
    select(*_OF_ROTA, *_AS_ASKED, participation.c.is_answered)
    .join(questions, participation.c.question == questions.c.code)
    .join(
        wave_questions,
        and_(
            wave_questions.c.month == participation.c.month,
            wave_questions.c.question == participation.c.question,
        ),
    )
    .select_from(participation)
    .where(_IS_THEIRS)
)
_ASK = Upsert(participation, lambda row: row.on_conflict_do_nothing())
_PUT_QUESTION = Upsert(wave_questions, lambda row: row.on_conflict_do_nothing())
_PUT_ANSWER = Upsert(
    answers,
    lambda row: row.on_conflict_do_update(
        index_elements=["month", "question", "key"], set_={"unit": row.excluded.unit, "answer": row.excluded.answer}
    ),
)
_IS_KEYED = and_(
    answers.c.month == bindparam("of"),
    answers.c.question == bindparam("asked"),
    answers.c.key == bindparam("by_key"),
)
_OWN = Statement(select(answers.c.answer).where(_IS_KEYED))
_COUNTS = Statement(
    select(participation.c.question, participation.c.is_answered, func.count().label("count"))
    .where(participation.c.month == bindparam("of"))
    .group_by(participation.c.question, participation.c.is_answered)
)

# By the key that each is owed under: the outbox keeps what was owed for long, and in no other order.
_SENDINGS = Statement(
    select(outbox.c.status, func.count().label("count"), func.min(outbox.c.due).label("first"))
    .where(outbox.c.dedup >= bindparam("first"), outbox.c.dedup < bindparam("last"), outbox.c.kind == ASKED_AS)
    .group_by(outbox.c.status)
)
_OPEN = Statement(select(waves).where(waves.c.secret.is_not(None)).order_by(waves.c.month))


_RESULTS = Statement(
    select(answers.c.question, answers.c.answer)
    .where(answers.c.month == bindparam("month"))
    .order_by(answers.c.question, answers.c.answer)
)


class Surveys(Repository):
    """Keeps participation apart from the answers, and destroys at closing what could join them."""

    async def questions(self) -> Sequence[Question]:
        """Return the rota, in the order of its file."""
        return [value_of(Question, row) for row in await self._all(_QUESTIONS)]

    async def put_question(self, question: Question) -> None:
        """Store the question in place of what it was, or as a new one after all others."""
        row = row_of(question)
        if not await self._do(update(questions).where(questions.c.code == question.code).values(row)):
            last = await self._scalar(select(func.max(questions.c.position)))
            await self._do(insert(questions), row | {"position": (last or 0) + 1})

    async def claim_wave(self, wave: Wave) -> bool:
        """Store the wave; False when the month has one."""
        return await self._scalar(_CLAIM, row_of(wave)) is not None

    async def open_waves(self) -> Sequence[Wave]:
        """Return the waves that have not been closed, by month."""
        return [value_of(Wave, row) for row in await self._all(_OPEN)]

    async def find_wave(self, month: str) -> Wave | None:
        """Return the wave of the month, or None."""
        row = await self._first(_WAVE, {"of": month})
        return None if row is None else value_of(Wave, row)

    async def progress(self, month: str, *, at: datetime) -> Progress:
        """Return how far the questions of *month* have come; they go out while any is due, or being sent."""
        subject = subject_of(month)
        values = {"first": f"{subject}:", "last": f"{subject};"}
        rows = {row["status"]: row for row in await self._all(_SENDINGS, values)}
        pending = rows.get(OwedStatus.PENDING)
        return Progress(
            sent=rows[OwedStatus.SENT]["count"] if OwedStatus.SENT in rows else 0,
            of=sum(row["count"] for row in rows.values()),
            is_going=OwedStatus.SENDING in rows or (pending is not None and pending["first"] <= at),
        )

    async def find_wave_held(self, month: str) -> Wave | None:
        """Return it as `find_wave` does, held open until this transaction ends; others may hold it too."""
        row = await self._first(select(waves).where(waves.c.month == month).with_for_update(read=True))
        return None if row is None else value_of(Wave, row)

    async def ask(self, month: str, asked: Mapping[str, Question]) -> None:
        """Note what each person is asked in the wave, and in which words; the first question stands."""
        kept = {each.code: each for each in asked.values()}
        await self._do_each(_PUT_QUESTION, [_as_asked(month, each) for each in kept.values()])
        rows = [{"month": month, "person": person, "question": each.code} for person, each in asked.items()]
        await self._do_each(_ASK, [{**row, "is_answered": False} for row in rows])

    async def find_asked(self, month: str, person: str) -> tuple[Question, bool] | None:
        """Return what the person was asked, as it was asked, and whether they have answered, or None.

        Once the wave is closed nobody has: who answered is forgotten.
        """
        row = await self._first(_ASKED, {"of": month, "by": person})
        return None if row is None else (value_of(Question, row), bool(row["is_answered"]))

    async def asked_in(self, month: str) -> Sequence[AskedIn]:
        """Return the questions of the wave with how many were asked and have answered, by code."""
        counts: dict[str, Counter[bool]] = defaultdict(Counter)
        for row in await self._all(_COUNTS, {"of": month}):
            counts[row["question"]][bool(row["is_answered"])] = row["count"]
        of_month = select(wave_questions).where(wave_questions.c.month == month).order_by(wave_questions.c.question)
        found = []
        for row in await self._all(of_month):
            live = counts[row["question"]]
            asked, answered = row["asked"], row["answered"]
            told = (live.total(), live[True]) if asked is None else (asked, answered)
            found.append(value_of(AskedIn, row, asked=told[0], answered=told[1]))
        return found

    async def participants(self, month: str) -> Mapping[str, str]:
        """Return the question of each person who was asked in the wave."""
        of_month = select(participation.c.person, participation.c.question).where(participation.c.month == month)
        return {row["person"]: row["question"] for row in await self._all(of_month)}

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

    async def own_answer(self, month: str, question: str, *, key: str) -> str | None:
        """Return what was answered under *key*, or None."""
        found: str | None = await self._scalar(_OWN, {"of": month, "asked": question, "by_key": key})
        return found

    async def add_words(self, month: str, question: str, *, key: str, words: str | None) -> bool:
        """Keep *words* beside the answer under *key*, in place of earlier ones; False when there is no answer."""
        kept = update(answers).where(_IS_KEYED).values(words=words)
        return bool(await self._do(kept, {"of": month, "asked": question, "by_key": key}))

    async def closing(self, month: str) -> Sequence[Given] | None:
        """Return the answers of the wave, held so that none is added; None when it is closed or was never opened."""
        wave = await self._first(select(waves).where(waves.c.month == month).with_for_update())
        if wave is None or wave["secret"] is None:
            return None
        return [value_of(Given, row) for row in await self._all(select(answers).where(answers.c.month == month))]

    async def close_wave(self, month: str, closed: Sequence[Closed]) -> None:
        """Destroy the secret, keep of the answers what *closed* says under new keys, and forget who answered.

        Both tables are written anew in the order of their keys: where a row lies in the file, and which transaction
        wrote it, would tell in what order people answered.
        """
        await self._do(update(waves).where(waves.c.month == month).values(secret=None))
        for each in closed:
            is_it = (wave_questions.c.month == month) & (wave_questions.c.question == each.question)
            await self._do(update(wave_questions).where(is_it).values(asked=each.asked, answered=each.answered))
        kept = [row_of(each, "words") | {"month": month} for question in closed for each in question.answers]
        await self._write_anew(answers, month, lambda _: _under_new_keys(kept))
        await self._write_anew(participation, month, _forgetting)
        said = [row_of(each) for question in closed for each in question.words]
        await self._do_each(insert(survey_words), _under_new_keys(said))

    async def _write_anew(self, table: Table, month: str, change: Callable[[Sequence[Row]], Sequence[Row]]) -> None:
        rows = change(await self._all(select(table).where(table.c.month == month)))
        await self._do(delete(table).where(table.c.month == month))
        await self._do_each(insert(table), rows)

    async def show_waiting_words(self) -> None:
        """Let the words of small groups be shown, together, of each question of which enough have come."""
        waiting = select(survey_words).where(~survey_words.c.is_shown)
        found: dict[str, list[Row]] = defaultdict(list)
        for row in await self._all(waiting):
            found[row["question"]].append(row)
        for question, rows in found.items():
            is_waiting = (survey_words.c.question == question) & ~survey_words.c.is_shown
            if len(rows) >= MIN_GROUP:
                # Under new keys, or else their place would tell which came with which wave.
                await self._do(delete(survey_words).where(is_waiting))
                await self._do_each(insert(survey_words), _under_new_keys([{**row, "is_shown": True} for row in rows]))

    async def words(self, question: str, *, month: str | None) -> Sequence[Words]:
        """Return what was said of *question* and can be shown: in *month*, or with None at some time or other."""
        is_then = survey_words.c.month == month if month is not None else survey_words.c.month.is_(None)
        shown = select(survey_words).where(survey_words.c.question == question, is_then, survey_words.c.is_shown)
        return [value_of(Words, row) for row in await self._all(shown.order_by(survey_words.c.key))]

    async def results(self, month: str) -> Mapping[str, Sequence[str]]:
        """Return the answers per question, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in await self._all(_RESULTS, {"month": month}):
            found[row["question"]].append(row["answer"])
        return dict(found)


def _as_asked(month: str, question: Question) -> Row:
    kept = {"indicator": question.indicator, "text_sv": question.text_sv, "text_en": question.text_en}
    return {"month": month, "question": question.code, "answer": question.answer, **kept}


def _forgetting(rows: Sequence[Row]) -> Sequence[Row]:
    return [{**row, "is_answered": False} for row in sorted(rows, key=lambda row: str(row["person"]))]


def _under_new_keys(rows: Sequence[Row]) -> Sequence[Row]:
    """Return *rows* under keys that lead to nobody, in the order of these."""
    return sorted(({**row, "key": token_hex(16)} for row in rows), key=lambda row: str(row["key"]))
