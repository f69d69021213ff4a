"""Every night silent talks end, and words and files go whose time is over."""

from datetime import timedelta

from actions.talks import ask_for_human
from tests.factories import NOW, a_file, the_person
from tests.jobs.desk import Desk


async def test_in_a_month_a_silent_talk_ends_once_its_words_go_and_so_do_files_of_nothing(desk: Desk) -> None:
    await ask_for_human(the_person("KON11"), about=None, said="hjälp", begin=desk.begin, at=NOW)
    async with desk.begin() as work:
        await work.files.add(a_file())

    await desk.run_until(NOW + timedelta(days=9))
    async with desk.begin() as work:
        assert [len(await work.talks.live()), len(await work.talks.lines("1"))] == [0, 1]
        assert await work.files.due(now=NOW + timedelta(days=9), limit=9) == []
    await desk.run_until(NOW + timedelta(days=40), start=NOW + timedelta(days=9))

    async with desk.begin() as work:
        assert await work.talks.lines("1") == []
    assert len(await desk.notices("human.ended")) == 2
