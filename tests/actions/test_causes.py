"""The cause log: who writes in it, and that an entry that is sent twice is written once."""

import pytest

from actions.causes import log_cause, note_effect
from actions.ports import Begin
from domain.causes import Cause
from domain.errors import BadInput, NotAllowed
from tests.factories import NOW, example_pilot, the_person

CATALOGUE = example_pilot().catalogue


async def logged(begin: Begin, *, by: str = "PL1", problem: str = "Damm, tack till 811228-9874") -> Cause:
    return await log_cause(problem, "Torrt", "Moppa", by=the_person(by), catalogue=CATALOGUE, begin=begin, at=NOW)


async def noted(begin: Begin, effect: str, *, by: str = "PL1") -> Cause:
    return await note_effect("O-2022-0001", effect, by=the_person(by), catalogue=CATALOGUE, begin=begin, at=NOW)


async def test_an_entry_and_its_effect_are_kept_once_and_hold_no_identity_number(begin: Begin) -> None:
    first = await logged(begin)
    assert await logged(begin) == first
    after = await noted(begin, "Rent")
    assert await noted(begin, "Rent") == after

    assert "811228" not in first.problem
    async with begin() as work:
        assert list(await work.causes.newest(9)) == [after]
        story = await work.events.of_subject("cause:O-2022-0001")
    assert [each.what for each in story] == ["cause.logged", "cause.effect"]


@pytest.mark.parametrize(("by", "is_allowed"), [("PL1", True), ("SAM1", True), ("SAM2", False), ("REK1", False)])
async def test_the_effect_is_told_by_who_wrote_the_entry_and_by_the_leader(
    begin: Begin, by: str, *, is_allowed: bool
) -> None:
    await logged(begin, by="SAM1")

    if is_allowed:
        assert (await noted(begin, "Rent", by=by)).effect == "Rent"
    else:
        with pytest.raises(NotAllowed):
            await noted(begin, "Rent", by=by)


async def test_an_entry_without_words_or_from_who_does_not_follow_up_is_refused(begin: Begin) -> None:
    with pytest.raises(BadInput):
        await logged(begin, problem=" ")
    with pytest.raises(NotAllowed):
        await logged(begin, by="REK1")
