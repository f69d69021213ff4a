"""Teams' limits of sends in one conversation."""

import aiohttp
import pytest

from emulator.limits import CallLimits
from emulator.server import Settings, running
from tests.emulator.conftest import CHAT, KON21, REK1, Teams

HELLO = {"type": "message", "text": "Hej"}


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("taken", "pause", "wait"), [(7, 0.0, 1), (7, 1.0, 0), (6, 0.0, 0)])
def test_seven_sends_are_taken_in_a_second(taken: int, pause: float, wait: int) -> None:
    seconds = Seconds()
    limits = CallLimits(clock=seconds)
    assert [limits.take("a") for _ in range(taken)] == [0] * taken

    seconds.now += pause

    assert limits.take("a") == wait
    assert limits.take("b") == 0


def test_sixty_sends_fill_half_a_minute_and_refused_ones_do_not_count() -> None:
    seconds = Seconds()
    limits = CallLimits(clock=seconds)
    taken = 0
    for tenth in range(300):
        seconds.now = tenth / 10
        taken += limits.take("a") == 0

    assert taken == 60
    seconds.now = 30.0
    assert limits.take("a") == 0


async def test_the_limits_hold_in_each_chat_by_itself_and_say_when_to_try_again() -> None:
    settings = Settings(bot="http://127.0.0.1:9/api/messages", people=(REK1, KON21), has_limits=True)

    async with running(settings) as emulator, aiohttp.ClientSession() as session:
        teams = Teams(emulator.url, session)
        answers = [await teams.post(CHAT, HELLO) for _ in range(8)]
        other = await teams.post(f"/v3/conversations/{KON21.conversation_id}/activities", HELLO)

    assert [answer.status for answer in answers] == [201] * 7 + [429]
    assert (answers[-1].error_code, answers[-1].headers["Retry-After"]) == ("Throttled", "1")
    assert other.status == 201


async def test_without_the_option_nothing_is_limited(teams: Teams) -> None:
    assert {(await teams.post(CHAT, HELLO)).status for _ in range(20)} == {201}
