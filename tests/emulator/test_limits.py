"""Teams' limits of sends in one conversation."""

import aiohttp
import pytest

from emulator.limits import CallLimits, Limits
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


def calls(limits: Limits, count: int, *, name: str = "", is_send: bool = False, is_members: bool = False) -> list[int]:
    return [
        limits.take(conversation=name or str(number), is_send=is_send, is_members=is_members) for number in range(count)
    ]


def test_fourteen_questions_about_members_are_taken_in_a_second_beside_the_sends() -> None:
    limits = Limits(is_on=True, clock=Seconds())

    asked = calls(limits, 15, name="a", is_members=True)
    sent = calls(limits, 8, name="a", is_send=True)

    assert asked == [0] * 14 + [1]
    assert sent == [0] * 7 + [1]


def test_the_whole_app_is_limited_over_all_chats_and_a_refused_call_counts_nowhere() -> None:
    seconds = Seconds()
    limits = Limits(is_on=True, clock=seconds)

    taken = calls(limits, 51, is_send=True)
    seconds.now = 1.0

    assert taken == [0] * 50 + [1]
    assert calls(limits, 50, is_send=True) == [0] * 50
    assert limits.take(conversation="50", is_send=True, is_members=False) == 1


def test_no_limit_of_the_app_leaves_those_of_each_chat() -> None:
    limits = Limits(is_on=True, app_per_second=0, clock=Seconds())

    assert set(calls(limits, 500, is_send=True)) == {0}
    assert calls(limits, 8, name="a", is_send=True)[-1] == 1


async def test_limits_are_set_while_it_runs(teams: Teams) -> None:
    was = await teams.get("/api/limits")
    await teams.post("/api/limits", {"on": True, "app_per_second": 2})
    answers = [await teams.get("/v3/conversations/19:desk@thread.tacv2/pagedmembers") for _ in range(3)]
    await teams.post("/api/limits", {"on": False})
    free = await teams.post(CHAT, HELLO)

    assert (was.body["on"], was.body["app_per_second"]) == (False, 50)
    assert was.body["members"] == [[14, 1.0], [16, 2.0], [120, 30.0], [3600, 3600.0]]
    assert [answer.status for answer in answers] == [200, 200, 429]
    assert (answers[-1].error_code, answers[-1].headers["Retry-After"]) == ("Throttled", "1")
    assert free.status == 201


@pytest.mark.parametrize("body", [{"on": "yes"}, {"app_per_second": -1}, {"app_per_second": True}])
async def test_limits_that_are_none_are_refused(teams: Teams, body: dict[str, object]) -> None:
    assert (await teams.post("/api/limits", body)).error_code == "BadArgument"


async def test_without_the_option_nothing_is_limited(teams: Teams) -> None:
    assert {(await teams.post(CHAT, HELLO)).status for _ in range(20)} == {201}
