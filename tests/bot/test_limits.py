import asyncio
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.limits import CONVERSATION_WINDOWS, LONGEST_WAIT_SECONDS, Limits, NoPlace, Places

SECOND = 0.03
"""A second of Teams in these tests."""
PATIENCE = 5.0


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def pass_one(limits: Limits, clock: Hand, conversation: str) -> float:
    """Send to *conversation* as soon as it may be; return when that was."""
    clock.now += limits.wait_seconds(conversation)
    limits.note(conversation)
    return clock.now


def most_within(times: list[float], seconds: float) -> int:
    """Return the largest number of *times* in any stretch that is shorter than *seconds*."""
    return max(sum(1 for each in times if start <= each < start + seconds - 1e-6) for start in times)


def test_a_chat_gets_seven_in_a_second_and_eight_in_two() -> None:
    clock = Hand()
    limits = Limits(per_second=1000, clock=clock)

    times = [round(pass_one(limits, clock, "a") - 100, 3) for _ in range(9)]

    assert times == [0, 0, 0, 0, 0, 0, 0, 1.0, 2.0]


def test_no_window_of_teams_is_ever_overrun() -> None:
    clock = Hand()
    limits = Limits(per_second=1000, clock=clock)

    times = [pass_one(limits, clock, "a") for _ in range(200)]

    for count, seconds in CONVERSATION_WINDOWS:
        assert most_within(times, seconds) <= count


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 3)), min_size=1, max_size=120))
def test_however_sends_come_the_limits_of_a_chat_hold(sends: list[tuple[int, float]]) -> None:
    clock = Hand()
    limits = Limits(per_second=10, clock=clock)
    times: dict[str, list[float]] = {}

    for chat, pause in sends:
        clock.now += pause
        times.setdefault(str(chat), []).append(pass_one(limits, clock, str(chat)))

    for of_chat in times.values():
        for count, seconds in CONVERSATION_WINDOWS:
            assert most_within(of_chat, seconds) <= count


async def test_a_chat_that_has_to_wait_for_long_is_told_so_and_holds_no_place() -> None:
    clock = Hand()
    limits = Limits(per_second=1, clock=clock)
    for _ in range(60):
        clock.now += limits.wait_seconds("busy")
        limits.note("busy")

    with pytest.raises(NoPlace) as full:
        await limits.wait_for("busy")

    assert full.value.wait_seconds > LONGEST_WAIT_SECONDS
    async with asyncio.timeout(PATIENCE), limits.place(is_first=False):
        await limits.wait_for("other")


async def test_no_second_of_teams_gets_more_calls_than_there_are_places_however_long_they_are_under_way() -> None:
    second, chance, came, loop = 0.2, random.Random(1), list[float](), asyncio.get_running_loop()
    places = Places(5, second=second)

    async def call() -> None:
        async with places.take(is_first=False, seconds=PATIENCE):
            await asyncio.sleep(chance.uniform(0, second / 4))
            came.append(loop.time())
            await asyncio.sleep(chance.uniform(0, second / 4))

    await asyncio.gather(*(call() for _ in range(15)))

    assert most_within(came, second) == 5


async def test_a_call_without_an_answer_keeps_its_place_for_two_seconds() -> None:
    places, loop = Places(1, second=SECOND), asyncio.get_running_loop()

    async with places.take(is_first=False, seconds=PATIENCE):
        begun = loop.time()
        with pytest.raises(NoPlace):
            async with places.take(is_first=False, seconds=SECOND):
                pass
        async with places.take(is_first=False, seconds=PATIENCE):
            assert loop.time() - begun >= 2 * SECOND


async def test_who_is_first_goes_before_all_who_wait_and_who_gives_up_takes_nothing_along() -> None:
    places, order = Places(1, second=SECOND), list[str]()

    async def call(name: str, *, is_first: bool = False) -> None:
        async with places.take(is_first=is_first, seconds=PATIENCE):
            order.append(name)

    waiting = [asyncio.create_task(call(name)) for name in ("a", "gives up", "b")]
    waiting.append(asyncio.create_task(call("reply", is_first=True)))
    await asyncio.sleep(0)
    waiting[1].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)

    assert order == ["a", "reply", "b"]
