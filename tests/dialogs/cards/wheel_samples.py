"""The year wheel in its main states, as messages to the project leader."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from domain.commitments import CommitmentStatus
from domain.notices import Event
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, example_pilot

LATE = datetime(2022, 6, 15, 8, 0, tzinfo=UTC)


def commitment_said(sample: Sample) -> Sample:
    """Return the sample with words about how it goes."""
    said = Event(
        subject=sample.subject or "", what="commitment.status", person="PL1", at=NOW, reason="Väntar på två enheter"
    )
    return replace(sample, shelf=replace(sample.shelf, events=(said,)))


def commitment(code: str = "U1", reader: str = "PL1", *, at: datetime = NOW, **but: object) -> Sample:
    """Return the reminder of a commitment that is as in the pilot *but* for something."""
    held = next(each for each in example_pilot().commitments if each.code == code)
    shelf = Shelf(commitments=(replace(held, **but),))  # type: ignore[arg-type]
    return Sample(view="commitment", reader=reader, subject=f"commitment:{code}", shelf=shelf, at=at)


WHEEL: Mapping[str, Sample] = {
    "commitment": commitment(at=datetime(2022, 5, 25, 6, 0, tzinfo=UTC)),
    "commitment-late": commitment_said(commitment("M1", status=CommitmentStatus.ONGOING)),
    "commitment-finished": commitment(status=CommitmentStatus.FINISHED),
    "wheel": Sample(view="wheel", reader="PL1"),
    "wheel-month": Sample(view="wheel", reader="PL1", values={"month": "2022-05"}),
    "wheel-late": Sample(view="wheel", reader="PL1", values={"late": True}, at=LATE),
    "wheel-none-late": Sample(view="wheel", reader="PL1", values={"late": True}),
}
