"""What can be done with an announcement from each state, and whom it goes to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.announcements import Announcement, AnnouncementStatus, Piece, next_quarter, reach_of, readers_of
from domain.errors import DeskError, NotAllowed, WrongState
from domain.people import Role
from domain.worktime import WorkCalendar
from tests.factories import NOW, example_pilot

S = AnnouncementStatus
PIECE = Piece(audience="principal", words="Nu börjar vi")
DRAFT = Announcement(id="I-2022-0001", sender="PL1", created_at=NOW, pieces=(PIECE,))
DEEDS: dict[str, Callable[[Announcement], Announcement]] = {
    "write": lambda held: held.write(replace(PIECE, words="Något annat")),
    "ask": lambda held: held.ask("AGA1"),
    "schedule": lambda held: held.schedule(NOW + timedelta(days=1)),
    "send": lambda held: held.send(at=NOW),
    "remind": lambda held: held.remind(at=NOW),
    "recall": lambda held: held.recall(at=NOW),
}
MAY = {
    S.DRAFT: {"write", "ask", "schedule", "send", "recall"},
    S.ASKED: {"write", "ask", "recall"},
    S.SCHEDULED: {"write", "schedule", "send", "recall"},
    S.SENT: {"send", "remind", "recall"},
    S.RECALLED: {"recall"},
}


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("deed", DEEDS)
def test_each_step_is_taken_from_the_states_that_it_can_be_taken_from(status: AnnouncementStatus, deed: str) -> None:
    held = replace(DRAFT, status=status)

    def is_done() -> bool:
        try:
            DEEDS[deed](held)
        except DeskError:
            return False
        return True

    assert is_done() == (deed in MAY[status])


def test_what_was_approved_and_then_rewritten_is_no_longer_approved() -> None:
    approved = DRAFT.ask("AGA1").approve("AGA1", at=NOW)

    assert approved.send(at=NOW).status is S.SENT
    assert approved.write(replace(PIECE, words="Något annat")).approved_at is None


def test_what_is_scheduled_and_rewritten_goes_out_as_it_was_to_unless_somebody_had_approved_it() -> None:
    other, tomorrow = replace(PIECE, words="Något annat"), NOW + timedelta(days=1)
    mine, approved = DRAFT.schedule(tomorrow), DRAFT.ask("AGA1").approve("AGA1", at=NOW).schedule(tomorrow)

    assert (mine.write(other).status, mine.write(other).send_at) == (S.SCHEDULED, mine.send_at)
    assert (approved.write(other).status, approved.write(other).send_at) == (S.DRAFT, None)


def test_who_was_asked_says_no_once_and_may_be_asked_again_and_nobody_else_can() -> None:
    refused = DRAFT.ask("AGA1").reject("AGA1")

    assert refused.is_rejected
    assert refused.reject("AGA1") is refused
    assert not refused.ask("AGA1").is_rejected
    assert not refused.write(replace(PIECE, words="Något annat")).is_rejected
    with pytest.raises(NotAllowed):
        DRAFT.ask("AGA1").reject("SAM1")
    with pytest.raises(WrongState):
        DRAFT.ask("AGA1").approve("AGA1", at=NOW).reject("AGA1")


def test_it_goes_to_each_once_by_the_first_text_that_they_are_meant_by_and_not_to_who_wrote_it() -> None:
    people = example_pilot().people
    pieces = tuple(Piece(audience=each, words="x") for each in ("coordinator", "principal", "unions", "project_leader"))
    found = readers_of(replace(DRAFT, pieces=pieces, units=("PV1", "PV2")), people)

    principals = {each.code for each in people if each.has_role(Role.PRINCIPAL) and {"PV1", "PV2"} & set(each.units)}
    by_audience: dict[str, set[str]] = {}
    for reader in found:
        by_audience.setdefault(reader.audience, set()).add(reader.recipient)
    assert by_audience["principal"] == principals - by_audience["coordinator"]
    assert by_audience["unions"] == {"recipient:unions"}
    assert "PL1" not in {each.recipient for each in found}
    assert len({each.recipient for each in found}) == len(found)


def test_a_principal_reads_what_is_written_for_principals_though_all_who_order_come_first() -> None:
    pieces = (Piece(audience="requester", words="Beställ senast tolv"), Piece(audience="principal", words="Säg till"))
    found = {
        each.recipient: each.audience for each in readers_of(replace(DRAFT, pieces=pieces), example_pilot().people)
    }

    assert (found["REK1"], found["KON11"]) == ("principal", "requester")


def test_the_table_counts_who_got_it_and_who_has_read_it_and_names_who_has_not() -> None:
    held = replace(DRAFT, pieces=(PIECE, Piece(audience="unions", words="x")))
    readers = [
        replace(each, read_at=NOW if each.recipient == "REK1" else None)
        for each in readers_of(held, example_pilot().people)
    ]

    inside, outside = reach_of(held, readers, frozenset({"REK2", "recipient:unions"}))

    assert (inside.reached, inside.read, inside.sent - len(inside.unread)) == (2, 1, 1)
    assert "REK1" not in inside.unread
    assert (outside.sent, outside.reached, outside.read, outside.unread) == (1, 1, 0, ())


def test_who_has_not_read_is_reminded_on_the_third_working_day_also_over_easter() -> None:
    sent = replace(DRAFT, status=S.SENT, sent_at=datetime(2022, 4, 13, 8, tzinfo=UTC))

    assert sent.reminder_due(WorkCalendar()) == datetime(2022, 4, 20, 7, tzinfo=UTC)
    assert sent.remind(at=NOW).reminder_due(WorkCalendar()) is None


@given(moment=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_quarter_is_never_before_the_moment_and_less_than_a_quarter_after_it(moment: datetime) -> None:
    found = next_quarter(moment)

    assert found.timestamp() % 900 == 0
    assert timedelta() <= found - moment < timedelta(minutes=15)
