"""Standing work in its main states, as messages to Ellen Rosen on Tuesday 15 March 2022, 10:00."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.assignments import AssignmentStatus
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, TODAY, a_standing_day, an_absence, an_assignment

A = AssignmentStatus


def standing(
    status: AssignmentStatus, *, view: str = "standing", subject: str = "", day: date = TODAY, at: datetime = NOW
) -> Sample:
    """Return Ellen Rosen's mail and waste of a day in *status*."""
    mail = a_standing_day(day=day)
    waste = a_standing_day(day=day, schedule="PV1-AVF-SORT-1330", service="AVF-SORT", start=mail.end)
    given = tuple(
        an_assignment(
            id=f"U-2022-000{nth}",
            person="SER10",
            status=status,
            schedule=each.schedule,
            planned_start=each.start,
            planned_end=each.end,
            **({"hours": each.hours, "done_at": at} if status is A.DONE else {}),
        )
        for nth, each in enumerate((mail, waste), 1)
    )
    shelf = Shelf(standing=(mail, waste), assignments=given)
    named = subject or f"standing:SER10@{day.isoformat()}"
    return Sample(view=view, reader="SER10", subject=named if view != "assignments" else None, shelf=shelf, at=at)


def uncovered(*statuses: AssignmentStatus) -> Sample:
    """Return what nobody has today of the mail and the waste, of which others were asked or have them."""
    given = standing(A.OFFERED).shelf
    held = tuple(
        replace(each, status=status, person="SER3") for each, status in zip(given.assignments, statuses, strict=False)
    )
    subject = f"uncovered:{TODAY.isoformat()}"
    return Sample(view="uncovered", reader="SAM1", subject=subject, shelf=replace(given, assignments=held))


STANDING: Mapping[str, Sample] = {
    "standing": standing(A.ACCEPTED),
    "standing-asked": replace(standing(A.ACCEPTED), values={"asked": "yes"}),
    "standing-before": standing(A.ACCEPTED, day=TODAY - timedelta(days=1)),
    "standing-soon-closed": replace(standing(A.ACCEPTED, at=NOW + timedelta(days=25)), values={"asked": "yes"}),
    "standing-confirmed": standing(A.DONE),
    "standing-closed": standing(A.ACCEPTED, at=NOW + timedelta(days=40)),
    "standing-let-go": standing(A.WITHDRAWN, at=NOW + timedelta(days=40)),
    "standing-of-another": replace(standing(A.ACCEPTED), reader="SAM1"),
    "standing-none": Sample(view="standing", reader="SER10", subject="standing:SER10@2022-03-15"),
    "assignments-standing": standing(A.ACCEPTED, view="assignments"),
    "assignments-forgotten": standing(A.ACCEPTED, view="assignments", day=TODAY - timedelta(days=1)),
    "assignments-standing-offered": standing(A.OFFERED, view="assignments"),
    "uncovered": uncovered(A.OFFERED, A.WITHDRAWN),
    "uncovered-none": uncovered(A.ACCEPTED, A.DONE),
    "absence-standing": replace(
        standing(A.WITHDRAWN),
        view="absence",
        reader="SAM1",
        subject="absence:1",
        values={"offered": "U-2022-0001=SER3", "uncovered": "U-2022-0002"},
        shelf=replace(standing(A.WITHDRAWN).shelf, absences=(an_absence(person="SER10"),)),
    ),
    "piece-offered": standing(A.OFFERED, view="assignment", subject="assignment:U-2022-0001"),
    "piece-accepted": standing(A.ACCEPTED, view="assignment", subject="assignment:U-2022-0001"),
    "piece-done": standing(A.DONE, view="assignment", subject="assignment:U-2022-0001"),
}
