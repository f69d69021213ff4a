"""What stands in the log: an error that repeats itself does not fill it, and none of a single thing is left out."""

import io
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from bot.logs import REPEATED_SECONDS, JsonLines, Repeats

Write = Callable[..., Sequence[Mapping[str, Any]]]


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock) -> Write:
    """Writes an error, and returns all lines that the log has by then."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    handler.addFilter(Repeats(clock))
    logger = logging.getLogger("tests.logs")
    logger.propagate = False
    logger.setLevel(logging.INFO)
    logger.handlers[:] = [handler]

    def write(event: str, *, level: int = logging.ERROR, **fields: str) -> Sequence[Mapping[str, Any]]:
        logger.log(level, event, extra=fields)
        return [json.loads(line) for line in stream.getvalue().splitlines()]

    return write


def test_an_error_that_repeats_itself_is_told_once_a_minute_with_how_often_it_came(log: Write, clock: Clock) -> None:
    for second in range(int(REPEATED_SECONDS)):
        clock.now = float(second)
        assert len(log("delivery-fault", fault="Unavailable")) == 1

    clock.now = REPEATED_SECONDS
    first, second_line = log("delivery-fault", fault="Unavailable")

    assert "repeated" not in first
    assert second_line["repeated"] == REPEATED_SECONDS - 1


def test_another_event_and_another_fault_are_told_at_once(log: Write) -> None:
    log("delivery-fault", fault="Unavailable")
    log("fetching-fault", fault="Unavailable")
    lines = log("delivery-fault", fault="KeyError")

    assert [(each["event"], each["fault"]) for each in lines] == [
        ("delivery-fault", "Unavailable"),
        ("fetching-fault", "Unavailable"),
        ("delivery-fault", "KeyError"),
    ]


@pytest.mark.parametrize("field", ["activity", "path", "reference", "row"])
def test_what_is_of_one_thing_is_told_each_time(log: Write, field: str) -> None:
    log("turn-fault", fault="KeyError", **{field: "1"})

    assert len(log("turn-fault", fault="KeyError", **{field: "1"})) == 2


def test_what_is_no_error_is_told_each_time(log: Write) -> None:
    log("delivery", level=logging.INFO)

    assert len(log("delivery", level=logging.INFO)) == 2
