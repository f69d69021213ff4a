"""Whoever waits for a human being's answer is not forgotten: the coordinators are reminded of them, twice."""

from datetime import datetime

from actions.talks import ask_for_human, write_in_talk
from domain.worktime import STOCKHOLM, local_date
from tests.factories import NOW, the_person
from tests.jobs.desk import Desk

KON11, SAM1 = the_person("KON11"), the_person("SAM1")
THURSDAY = datetime(2022, 3, 17, 16, tzinfo=STOCKHOLM)
NEXT_FRIDAY = datetime(2022, 3, 25, 16, tzinfo=STOCKHOLM)


async def reminded(desk: Desk) -> list[tuple[str, str | None]]:
    """Return the local day of each reminder and to whom it goes."""
    return [(local_date(each.due).isoformat(), each.recipient) for each in await desk.notices("human.reminder")]


async def test_who_asks_on_a_thursday_is_spoken_of_on_friday_and_on_tuesday(desk: Desk) -> None:
    await ask_for_human(KON11, about=None, said="kan ni ringa?", begin=desk.begin, at=THURSDAY)

    await desk.run_until(NEXT_FRIDAY, start=THURSDAY)

    assert await reminded(desk) == [("2022-03-18", "SAM1"), ("2022-03-22", "SAM1")]


async def test_an_answer_is_waited_for_no_more_and_a_question_after_it_is(desk: Desk) -> None:
    talk = await ask_for_human(KON11, about=None, said="kan ni ringa?", begin=desk.begin, at=NOW)
    assert talk is not None
    await write_in_talk(talk.id, "Jag ringer", by=SAM1, begin=desk.begin, at=NOW)
    await desk.run_until(THURSDAY, start=NOW)
    assert await reminded(desk) == []

    await write_in_talk(talk.id, "När?", by=KON11, begin=desk.begin, at=THURSDAY)
    await desk.run_until(datetime(2022, 3, 18, 16, tzinfo=STOCKHOLM), start=THURSDAY)

    assert await reminded(desk) == [("2022-03-18", "SAM1")]
