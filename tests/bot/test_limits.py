from hypothesis import given
from hypothesis import strategies as st

from bot.limits import CONVERSATION_WINDOWS, Limits


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def pass_one(limits: Limits, clock: Hand, conversation: str) -> float:
    """Send to *conversation* as soon as it may be; return when that was."""
    clock.now += limits.wait_seconds(conversation)
    clock.now += limits.reserve(conversation)
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


def test_a_chat_that_waits_holds_no_other_up() -> None:
    clock = Hand()
    limits = Limits(per_second=25, clock=clock)
    for _ in range(7):
        limits.reserve("busy")

    assert limits.wait_seconds("busy") == 1.0
    assert limits.wait_seconds("other") == 0.0
    assert limits.reserve("other") == 0.0


def test_the_app_sends_no_more_than_its_rate_and_wastes_none_of_it() -> None:
    clock = Hand()
    limits = Limits(per_second=25, clock=clock)

    times = [clock.now + limits.reserve(f"chat-{number}") for number in range(250)]

    assert most_within(times, 1.0) <= 25
    assert times[-1] - times[0] <= 9.0 + 1e-6


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 3)), min_size=1, max_size=120))
def test_however_sends_come_the_limits_hold(sends: list[tuple[int, float]]) -> None:
    clock = Hand()
    limits = Limits(per_second=10, clock=clock)
    times: dict[str, list[float]] = {}

    for chat, pause in sends:
        clock.now += pause
        times.setdefault(str(chat), []).append(pass_one(limits, clock, str(chat)))

    for of_chat in times.values():
        assert most_within(of_chat, 1.0) <= 7
        assert most_within(of_chat, 2.0) <= 8
        assert most_within(of_chat, 30.0) <= 60
    assert most_within(sorted(each for of_chat in times.values() for each in of_chat), 1.0) <= 10
