"""Tries to find what a small group or a person answered, in all that the product shows and keeps; and fails to.

Whoever attacks knows who was asked, who has answered, and at which unit each of them works. They add and subtract
whatever is shown, and read the whole database once the wave is closed.
"""

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from actions.indicators import administrations, scopes_read_by
from actions.ports import Work
from actions.survey_words import say_beside
from actions.surveys import answer_question, close_waves, open_wave
from dialogs.present import present
from domain.indicators import ALL, UNIT
from domain.notices import Message
from domain.suppression import MIN_GROUP, Group
from domain.survey_results import scope_of, scope_parents, survey_value
from domain.surveys import AnswerKind
from storage.unit_of_work import Storage
from tests.domain.deriving import is_derivable, is_secret
from tests.factories import TODAY, example_pilot, the_person
from tests.stores import sqlite_at
from tests.surveys import AFTERNOON, MARCH
from web.exports import KINDS, export

FIRST = date(2022, 3, 1)
CLOSED = AFTERNOON + timedelta(days=14)
CATALOGUE = example_pilot().catalogue
PARENTS = scope_parents({code: unit.administration.sv for code, unit in CATALOGUE.units.items()})
ANSWERS = {"F3": ("sometimes", "often", "always"), "F4": ("1", "2.5"), "F5": ("green", "yellow", "red")}
KINDS_OF = {"F3": AnswerKind.FREQUENCY, "F4": AnswerKind.NUMBER_HOURS, "F5": AnswerKind.TRAFFIC_LIGHT}
INDICATORS = {"F3": "K3", "F4": "K7", "F5": "K12"}
READERS = ("PL1", "AGA1", "EK1", "SAM1", "REK1", "KON11", "SER1")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one person answered; `words` are theirs alone."""

    person: str
    question: str
    answer: str
    unit: str | None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Wave:
    """What was said, and whom each question was asked of, with the unit that they answer for."""

    said: Sequence[Said]
    asked: Mapping[str, Sequence[str | None]]

    def leaves(self, question: str) -> dict[str, Group]:
        """Return what each unit answered to *question*; those who answer for none are a group of their own."""
        units = self.asked.get(question, ())
        return {
            scope: Group(
                answers=Counter(each.answer for each in self.said if _is_of(each, question, scope)),
                asked=sum(scope_of(unit) == scope for unit in units),
            )
            for scope in {scope_of(unit) for unit in units}
        }


def _is_of(said: Said, question: str, scope: str) -> bool:
    return said.question == question and scope_of(said.unit) == scope


def unit_of(person: str) -> str | None:
    units = the_person(person).units
    return units[0] if len(units) == 1 else None


async def play(storage: Storage, chance: random.Random) -> Wave:
    """Let some of those who are asked answer, some of them with a word; close the wave."""
    await open_wave(TODAY, begin=storage.begin, at=AFTERNOON)
    async with storage.begin() as work:
        asked = await work.surveys.participants(MARCH)
    zeal, likeness = chance.choice([0.1, 0.5, 1]), chance.choice([1, 3])
    said = []
    for person, question in sorted(asked.items()):
        if chance.random() < zeal:
            answer = chance.choice(ANSWERS[question][:likeness])
            words = f"ordet{chance.randrange(10**9)}" if chance.random() < 0.3 else ""
            said.append(Said(person=person, question=question, answer=answer, unit=unit_of(person), words=words))
    for each in said:
        by = the_person(each.person)
        await answer_question(MARCH, each.answer, by=by, catalogue=CATALOGUE, begin=storage.begin, at=AFTERNOON)
        if each.words:
            await say_beside(MARCH, each.words, by=by, catalogue=CATALOGUE, begin=storage.begin)
    await close_waves(date(2022, 3, 29), begin=storage.begin, at=CLOSED)
    units = {code: [unit_of(person) for person, question in asked.items() if question == code] for code in ANSWERS}
    return Wave(said=said, asked=units)


async def cells_by_table(storage: Storage) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """Return every row of the database."""
    async with storage._database.engine().connect() as connection:
        tables = await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        found = {}
        for (name,) in tables.all():
            rows = await connection.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608  # its own tables
            found[name] = [dict(row) for row in rows.mappings()]
        return found


async def shown_by(work: Work) -> Mapping[str, str]:
    """Return all that cards and exports say of the wave, by who reads it."""
    found = {}
    for kind in KINDS:
        found[f"export {kind}"] = str(await export(kind, work=work, at=CLOSED))
    for code in READERS:
        reader = the_person(code)
        wanted = [Message(view=view, subject=f"survey:{MARCH}") for view in ("survey", "result")]
        scope = scopes_read_by(reader, CATALOGUE)[0]
        wanted.append(Message(view="indicators", values={"month": MARCH, "scope": scope}))
        for message in wanted:
            card = await present(
                message, work=work, reader=reader, catalogue=CATALOGUE, at=CLOSED, sign=lambda *_: "token"
            )
            found[f"{code} {message.view} {message.values.get('scope', '')}"] = f"{card.text} {card.card}"
    return found


async def attack(file: Path, seed: int) -> list[str]:
    storage = Storage.open(sqlite_at(file), is_durable=False)
    try:
        wave = await play(storage, random.Random(seed))  # chance, not secrecy
        rows = await cells_by_table(storage)
        async with storage.begin() as work:
            shown = await shown_by(work)
            scopes = [ALL, *administrations(CATALOGUE), *(f"{UNIT}{code}" for code in CATALOGUE.units)]
            outcomes = await work.indicators.current(scopes, FIRST, FIRST)
            answers = await work.surveys.results(MARCH)
    finally:
        await storage.close()
    faults = [*of_people(rows, wave), *of_words(rows, shown, wave)]
    for question in ANSWERS:
        values = {each.scope: each.value for each in outcomes if each.indicator == INDICATORS[question]}
        own = [row for row in rows["answers"] if row["question"] == question]
        faults += of_groups(question, wave, values, own)
        if len(own) != len(answers.get(question, ())):
            faults.append(f"{question}: others are counted than are kept")
    return faults


def of_groups(
    question: str, wave: Wave, values: Mapping[str, object], kept: Sequence[Mapping[str, object]]
) -> Iterator[str]:
    """Yield each secret group whose answers follow from the outcomes and from the rows that are kept."""
    leaves = wave.leaves(question)
    sums = {scope for scope, value in values.items() if value is not None}
    for scope in sorted(sums):
        whole = sum((leaves[leaf] for leaf in below(scope, leaves)), Group())
        if survey_value(KINDS_OF[question], list(whole.answers.elements())) != values[scope]:
            yield f"{question}: the outcome of {scope} is not what was answered there"
    own = {f"{UNIT}{row['unit']}" for row in kept if row["unit"] is not None}
    known = [below(scope, leaves) for scope in sorted(sums | own | ({ALL} if kept else set()))]
    held = sorted(leaves)
    for size in range(1, len(held) + 1):
        for group in combinations(held, size):
            is_hidden = is_secret(sum((leaves[leaf] for leaf in group), Group()))
            if is_hidden and known and is_derivable(frozenset(group), known, held):
                yield f"{question}: {group} follows from {sorted(sums)}"


def below(scope: str, leaves: Collection[str]) -> frozenset[str]:
    """Return the leaves of *scope*."""
    return frozenset(leaf for leaf in leaves if scope in {leaf, PARENTS.get(leaf), ALL})


def of_people(rows: Mapping[str, Sequence[Mapping[str, object]]], wave: Wave) -> Iterator[str]:
    """Yield each row that names a person beside an answer or a sign that they gave one."""
    said = {each.answer for each in wave.said} - {"1"}
    for table, found in rows.items():
        for row in found:
            cells = {str(cell) for cell in row.values()}
            if cells & {each.person for each in wave.said} and cells & said:
                yield f"{table}: {row}"
    if any(row["is_answered"] for row in rows["participation"]):
        yield "who has answered is still known"
    if any(row["secret"] for row in rows["waves"]):
        yield "the secret is still there"


def of_words(rows: Mapping[str, Sequence[Mapping[str, object]]], shown: Mapping[str, str], wave: Wave) -> Iterator[str]:
    """Yield each word that stands where it leads to few people, or that others than the project leader read."""
    for question in ANSWERS:
        told = [each for each in wave.said if each.question == question and each.words]
        by_unit = Counter(each.unit for each in told)
        for each in told:
            for table, row in standing(each.words, rows):
                if table != "survey_words":
                    yield f"{each.words} stands in {table}"
                elif len(told) < MIN_GROUP and (row["month"] or row["unit"] or row["is_shown"]):
                    yield f"{each.words} is of {len(told)} people"
                elif row["unit"] is not None and by_unit[each.unit] < MIN_GROUP:
                    yield f"{each.words} is of {by_unit[each.unit]} people of {row['unit']}"
            readers = [reader for reader, words in shown.items() if each.words in words]
            if [reader for reader in readers if reader != "PL1 result "] or (readers and len(told) < MIN_GROUP):
                yield f"{each.words} is read by {readers}"


def standing(
    words: str, rows: Mapping[str, Sequence[Mapping[str, object]]]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield each row in which *words* stand, with its table."""
    for table, found in rows.items():
        for row in found:
            if any(words in str(cell) for cell in row.values()):
                yield table, row


@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**6))
def test_nothing_that_is_shown_or_kept_tells_what_few_or_one_have_answered(loaded_template: Path, seed: int) -> None:
    with TemporaryDirectory() as folder:
        file = Path(shutil.copy(loaded_template, Path(folder) / "desk.db"))

        assert asyncio.run(attack(file, seed)) == []


def test_the_attack_finds_what_is_told_too_much() -> None:
    said = [Said(person=f"P{nth}", question="F3", answer="often", unit="PV1") for nth in range(6)]
    said += [Said(person="Q", question="F3", answer="always", unit="PV2")]
    wave = Wave(said=said, asked={"F3": ["PV1"] * 9 + ["PV2"] * 3})
    often = survey_value(AnswerKind.FREQUENCY, ["often"])

    found = of_groups("F3", wave, {ALL: often, "unit:PV1": often}, [])

    assert [each for each in found if "('unit:PV2',)" in each]
