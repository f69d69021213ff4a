"""A commitment of the year wheel is found by its title as by its code, and what is no title changes nothing."""

from datetime import date

import pytest

from actions.ports import Begin
from dialogs.commitments import answer_commitments
from domain.commitments import CommitmentStatus
from tests.dialogs.test_commitments import U1, snoozed, status
from tests.dialogs.turns import says, texts_of


@pytest.mark.parametrize(
    ("person", "said", "expected"),
    [
        ("PL1", "slutrapporten är klar", {"S1": CommitmentStatus.FINISHED}),
        ("PL1", "delårsrapport 1 2022 är klar", {"U1": CommitmentStatus.FINISHED}),
        ("PL1", "utvärderingsrapport 2 pågår: halva är skriven", {"V2": CommitmentStatus.ONGOING}),
        ("PL1", "beslut om kategorisering av tjänster är klart", {"M2": CommitmentStatus.FINISHED}),
        ("PL1", "the final report is done", {"S1": CommitmentStatus.FINISHED}),
        ("EK1", "stickprovet på debitering väntar", {"KM2": CommitmentStatus.WAITING}),
    ],
)
async def test_a_commitment_is_found_by_its_title(
    begin: Begin, person: str, said: str, expected: dict[str, CommitmentStatus]
) -> None:
    await answer_commitments(says(person, said), begin=begin)

    async with begin() as work:
        changed = {each.code: each.status for each in await work.commitments.all()}
    assert {code: each for code, each in changed.items() if each is not CommitmentStatus.NOT_STARTED} == expected


async def test_a_title_goes_before_what_was_spoken_of(begin: Begin) -> None:
    await answer_commitments(says("PL1", "slutrapporten är klar", focus=U1), begin=begin)

    assert await status(begin) is CommitmentStatus.NOT_STARTED
    assert await status(begin, "S1") is CommitmentStatus.FINISHED


async def test_of_several_titles_the_one_spoken_of_is_meant(begin: Begin) -> None:
    await answer_commitments(says("PL1", "delårsrapport 1 är klar", focus=U1), begin=begin)

    assert await status(begin) is CommitmentStatus.FINISHED
    assert await status(begin, "U5") is CommitmentStatus.NOT_STARTED


async def test_of_several_titles_it_is_asked_which_and_nothing_changes(begin: Begin) -> None:
    reply = await answer_commitments(says("PL1", "delårsrapport 1 är klar"), begin=begin)

    assert texts_of(reply) == ["commitment-which-title"]
    assert reply is not None
    assert "U1 Uppföljningsrapport delår 1 2022 eller U5" in str(reply.messages[0].values["names"])
    assert {await status(begin, code) for code in ("U1", "U5")} == {CommitmentStatus.NOT_STARTED}


@pytest.mark.parametrize("focus", [None, U1])
async def test_a_title_that_there_is_not_is_told_with_the_wheel(begin: Begin, focus: str | None) -> None:
    reply = await answer_commitments(says("PL1", "delårsrapport 9 är klar", focus=focus), begin=begin)

    assert texts_of(reply) == ["commitment-not-found", "wheel"]
    assert await status(begin) is CommitmentStatus.NOT_STARTED


@pytest.mark.parametrize(
    ("said", "until"),
    [("skjut upp den till v15", date(2022, 4, 19)), ("påminn mig om den till v15", date(2022, 4, 19))],
)
async def test_until_a_week_names_no_commitment(begin: Begin, said: str, until: date) -> None:
    await answer_commitments(says("PL1", said, focus=U1), begin=begin)

    assert await snoozed(begin) == until


@pytest.mark.parametrize("said", ["vad är klart i årshjulet?", "visa rapporter som är klara", "visa årshjulet"])
async def test_a_question_about_the_wheel_says_nothing_of_one_not_found(begin: Begin, said: str) -> None:
    assert "commitment-not-found" not in texts_of(await answer_commitments(says("PL1", said), begin=begin))


async def test_work_that_a_coordinator_calls_done_is_no_commitment(begin: Begin) -> None:
    reply = await answer_commitments(says("SAM1", "lokalvården är klar"), begin=begin)

    assert reply is None
    assert await status(begin, "AT1") is CommitmentStatus.NOT_STARTED


@pytest.mark.parametrize(
    "said",
    ["lägg till åtagande städa", "nytt åtagande: rapport i maj", "lägg till ett möte i årshjulet", "add a commitment"],
)
async def test_who_wants_another_commitment_is_told_where_they_come_from(begin: Begin, said: str) -> None:
    assert texts_of(await answer_commitments(says("PL1", said), begin=begin)) == ["commitment-add-how"]
