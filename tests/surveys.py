"""The wave of March as tests of surveys find it: just opened, and what has been answered."""

from datetime import datetime

import pytest

from actions.ports import Begin
from actions.surveys import open_wave
from tests.factories import TODAY

MARCH = "2022-03"
AFTERNOON = datetime.fromisoformat("2022-03-15T15:00+01:00")


async def results(begin: Begin, month: str = MARCH) -> dict[str, list[str]]:
    """Return the answers of *month* by the code of their question."""
    async with begin() as work:
        return {code: list(answers) for code, answers in (await work.surveys.results(month)).items()}


@pytest.fixture
async def wave(begin: Begin) -> Begin:
    """The desk when REK1 (hours), KON11 (how often), SER1 (traffic light) and others have just been asked."""
    await open_wave(TODAY, begin=begin, at=AFTERNOON)
    return begin
