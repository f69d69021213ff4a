"""The audit alone tells how things stand: replayed, it gives what is stored, whatever people did."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from typing_extensions import override

from actions.audit import read_audit
from actions.changes import change_request
from actions.hours import correct_hours
from actions.requests import cancel_request
from actions.series_changes import SeriesChange, change_series, end_series
from domain.audit import ENTERED_HOURS, Origin, changes_between
from domain.notices import Event, Value
from domain.people import PersonId
from tests.actions.desk import Desk
from tests.actions.test_any_steps import AnySteps
from tests.actions.trying import desks
from tests.factories import NOW, a_request, the_person
from web.exports import export

FOLLOWED = ("status", "hours", "charged", "approved_by", "rating", "requester", "unit", "service")


def replayed(events: Iterable[Event]) -> Mapping[str, Mapping[str, Value]]:
    """Return what stands after *events*, in their order: by subject, the value of each field that any of them set."""
    standing: dict[str, dict[str, Value]] = {}
    for event in events:
        held = standing.setdefault(event.subject, {})
        held.update({name: pair[1] for name, pair in (event.changed or {}).items()})
    return standing


class Replaying(AnySteps):
    """Random steps whose audit is replayed after each."""

    @override
    def _try(self, *args: Any, **kwargs: Any) -> None:
        super()._try(*args, **kwargs)
        self.runner.run(self._check_audit())

    async def _check_audit(self) -> None:
        async with self.storage.begin() as work:
            told = replayed(await work.events.all())
            requests, assignments = await work.requests.all(), await work.assignments.all()
            entries = await work.time_entries.all()
        for request in requests:
            kept, now = told[f"request:{request.id}"], changes_between(None, request)
            for name in FOLLOWED:
                assert kept.get(name) == (now[name][1] if name in now else None), f"{request.id}: {name}"
        for each in assignments:
            kept = told[f"assignment:{each.id}"]
            assert (kept["status"], kept["person"]) == (each.status.value, each.person)
            assert kept.get("hours") == (None if each.hours is None else f"{each.hours:f}")
        for entry in entries:
            work_done = told[f"assignment:{entry.assignment}"]
            corrected = told.get(f"time:{entry.id}", {})
            hours = corrected.get("hours") or work_done.get("hours") or work_done[ENTERED_HOURS]
            assert hours == f"{entry.hours:f}"


def test_the_audit_replayed_is_what_is_stored(request: pytest.FixtureRequest) -> None:
    machine = type("ReplayingHere", (Replaying,), {"fresh": staticmethod(desks("sqlite", request))})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=4, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


async def test_an_event_tells_where_it_came_from_and_what_changed(anywhere: Desk) -> None:
    request = await anywhere.done()
    async with anywhere.begin() as work:
        work.come_from(Origin.PRESS)
        entry = (await work.time_entries.all())[0]
        by, catalogue = the_person("SER1"), anywhere.catalogue
        await correct_hours(
            entry.id or 0, entry.hours * 2, "två", by=by, catalogue=catalogue, begin=work.within(), at=NOW
        )

    (told,) = await anywhere.events(f"time:{entry.id}")
    assert (told.origin, told.person, told.changed is not None and told.changed["hours"]) == (
        "press",
        "SER1",
        ["0.5", "1.0"],
    )
    assert told.changed is not None
    assert (told.changed["reason"], told.changed["assignment"][1]) == ([False, True], entry.assignment)
    assert {each.origin for each in await anywhere.events(f"request:{request.id}")} == {"command"}


@pytest.mark.parametrize("words", ["Emils rum", "Nyckeln ligger hos Karin"])
def test_what_people_wrote_is_told_to_have_changed_and_not_what_it_was(words: str) -> None:
    who: PersonId = "KON11"
    before = a_request(requester=who, place=None, note=None)

    changed = changes_between(before, a_request(requester=who, place=words, note=words))

    assert changed == {"place": [False, True], "note": [False, True]}


async def test_a_series_tells_what_it_was_made_changed_and_ended_as(anywhere: Desk) -> None:
    request = await anywhere.order(rrule="FREQ=WEEKLY;BYDAY=TU", wanted_start=NOW, hours=Decimal(1))
    desk = {"by": the_person("KON11"), "catalogue": anywhere.catalogue, "begin": anywhere.begin, "at": NOW}
    number = request.series or ""
    await change_series(number, SeriesChange(hours=Decimal(2)), **desk)  # type: ignore[arg-type]
    await end_series(number, **desk)  # type: ignore[arg-type]

    told = await anywhere.events(f"series:{number}")
    assert [(each.what, each.person) for each in told] == [
        ("series-begun", "KON11"),
        ("series-changed", "KON11"),
        ("series-ended", "KON11"),
    ]
    kept = replayed(told)[f"series:{number}"]
    assert (kept["status"], kept["hours"], kept["service"]) == ("ended", "2", request.service)


async def test_the_export_and_the_log_hold_no_words_of_anybody(anywhere: Desk) -> None:
    request = await anywhere.order(place="Emils rum", note="Nyckeln ligger hos Karin")
    desk = {"by": the_person("KON11"), "catalogue": anywhere.catalogue, "begin": anywhere.begin, "at": NOW}
    await change_request(request.id, {"place": "Karins rum", "note": "Ring Emil"}, **desk)  # type: ignore[arg-type]
    await cancel_request(request.id, reason="Karin är sjuk", **desk)  # type: ignore[arg-type]

    async with anywhere.begin() as work:
        rows = await export("audit", work=work, at=NOW)
        listed = await read_audit(request.id, work=work, limit=20)

    told = [row for row in rows if row["subject"] == f"request:{request.id}"]
    assert [row["what"] for row in told][:1] + [row["what"] for row in told][-1:] == ["placed", "cancelled"]
    assert not [word for word in ("Emil", "Karin") if word in f"{rows} {listed}"]
