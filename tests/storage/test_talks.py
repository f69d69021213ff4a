"""Talks are kept as they are, and their words go when they have been over for long."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import OutOfDate
from domain.talks import Talk, TalkLine
from storage.unit_of_work import Storage
from tests.factories import NOW


def a_talk(number: str, *, minutes: int = 0) -> Talk:
    return Talk(
        id=number,
        person="PL1",
        asked=("SAM1", "SAM2"),
        created_at=NOW + timedelta(minutes=minutes),
        about="request:B-1",
    )


def a_line(talk: str, nth: int, words: str) -> TalkLine:
    return TalkLine(talk=talk, nth=nth, person="PL1", words=words, at=NOW)


async def test_a_talk_comes_back_as_it_was_and_the_live_ones_oldest_first(storage: Storage) -> None:
    async with storage.begin() as work:
        assert [await work.talks.next_id() for _ in range(3)] == ["1", "2", "3"]
        for number, minutes in (("1", 5), ("2", 0), ("3", 9)):
            await work.talks.add(a_talk(number, minutes=minutes))
        taken = a_talk("1", minutes=5).write("SAM2")
        await work.talks.save(taken)
        await work.talks.save(a_talk("3", minutes=9).end("PL1", at=NOW))

    async with storage.begin() as work:
        assert await work.talks.live() == [a_talk("2"), taken]
        assert await work.talks.get_locked("1") == taken
        with pytest.raises(OutOfDate):
            await work.talks.save(replace(taken, coordinator="SAM1"))


async def test_lines_come_back_in_order(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.talks.add(a_talk("1"))
        await work.talks.put_line(a_line("1", 2, "två"))
        await work.talks.put_line(a_line("1", 1, "ett"))

        assert await work.talks.lines("1") == [a_line("1", 1, "ett"), a_line("1", 2, "två")]
        assert await work.talks.lines("2") == []


async def test_the_words_of_what_ended_before_are_erased_and_the_talk_stays(storage: Storage) -> None:
    async with storage.begin() as work:
        for nth, number in enumerate("123"):
            await work.talks.add(a_talk(number))
            await work.talks.put_line(a_line(number, 1, "ord"))
            if nth:
                await work.talks.save(a_talk(number).end("PL1", at=NOW + timedelta(days=nth)))

        assert await work.talks.forget_words(ended_before=NOW + timedelta(days=2)) == 1
        assert [len(await work.talks.lines(each)) for each in "123"] == [1, 0, 1]
        assert (await work.talks.get("2")).ended_by == "PL1"
