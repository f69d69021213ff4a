"""Talks with a human being: who has them, who may read them, and when they end."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from domain.errors import NotFound, TalkOver, TalkTaken
from domain.talks import Talk, TalkStatus
from tests.factories import NOW

Step = Callable[[Talk], Talk]


def a_talk() -> Talk:
    return Talk(id="1", person="PL1", asked=("SAM1", "SAM2"), created_at=NOW)


def test_the_first_coordinator_who_writes_has_the_talk() -> None:
    taken = a_talk().write("SAM2")

    assert (taken.status, taken.coordinator, taken.version) == (TalkStatus.TAKEN, "SAM2", 2)
    assert taken.write("SAM2") is taken
    assert taken.write("PL1") is taken
    with pytest.raises(TalkTaken) as refusal:
        taken.write("SAM1")
    assert refusal.value.values == {"person": "SAM2"}


def test_what_the_asker_writes_takes_nothing() -> None:
    assert a_talk().write("PL1") == a_talk()


def test_all_who_were_asked_are_told_until_somebody_answers() -> None:
    assert a_talk().others("PL1") == ("SAM1", "SAM2")
    assert a_talk().write("SAM2").others("PL1") == ("SAM2",)
    assert a_talk().write("SAM2").others("SAM2") == ("PL1",)


@pytest.mark.parametrize(
    ("reader", "before", "after"),
    [("PL1", True, True), ("SAM1", True, False), ("SAM2", True, True), ("EK1", False, False)],
)
def test_only_the_two_who_talk_may_read_it(reader: str, before: bool, after: bool) -> None:  # noqa: FBT001
    assert a_talk().is_of(reader) is before
    assert a_talk().write("SAM2").is_of(reader) is after


def test_the_other_coordinator_knows_of_it_and_nobody_else() -> None:
    taken = a_talk().write("SAM2")

    assert [each for each in ("PL1", "SAM1", "SAM2", "EK1") if taken.knows(each)] == ["PL1", "SAM1", "SAM2"]


@pytest.mark.parametrize("by", ["PL1", "SAM2", None])
def test_either_ends_it_and_ending_again_changes_nothing(by: str | None) -> None:
    ended = a_talk().write("SAM2").end(by, at=NOW)

    assert (ended.status, ended.ended_by, ended.ended_at) == (TalkStatus.ENDED, by, NOW)
    assert ended.end(by, at=NOW + timedelta(hours=1)) is ended
    with pytest.raises(TalkOver):
        ended.write("PL1")


def test_a_coordinator_who_ends_what_nobody_has_answered_has_it() -> None:
    assert a_talk().end("SAM1", at=NOW).coordinator == "SAM1"
    assert a_talk().end("PL1", at=NOW).coordinator is None


@pytest.mark.parametrize(
    "does", [lambda talk: talk.write("EK1"), lambda talk: talk.end("EK1", at=NOW)], ids=["write", "end"]
)
def test_to_everybody_else_there_is_no_such_talk(does: Step) -> None:
    with pytest.raises(NotFound):
        does(a_talk())


def test_the_other_coordinator_cannot_end_what_is_taken() -> None:
    with pytest.raises(TalkTaken):
        a_talk().write("SAM2").end("SAM1", at=NOW)
