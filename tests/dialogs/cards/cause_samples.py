"""The risk matrix and the cause log in their states."""

from collections.abc import Mapping
from dataclasses import replace

from domain.causes import Cause
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW

ENTRY = Cause(
    id="O-2022-0001",
    problem="Städningen hinns inte med på PV1",
    cause="Fler elever än när tiden räknades ut",
    measure="Se över lokalvårdens omfattning med enheten",
    person="PL1",
    at=NOW,
)
SEEN = replace(ENTRY, id="O-2022-0002", effect="Klagomålen har halverats", effect_at=NOW)


def log(*entries: Cause, reader: str = "PL1") -> Sample:
    """Return the log with *entries*, as *reader* sees it."""
    return Sample(view="causes", reader=reader, subject="causes:", shelf=Shelf(causes=entries))


CAUSES: Mapping[str, Sample] = {
    "causes": log(replace(SEEN, about="commitment:AT1"), replace(ENTRY, about="indicator:K15")),
    "wheel-risks": Sample(view="wheel", reader="PL1", values={"risks": True}),
}
RARER: Mapping[str, Sample] = {
    "causes-none": log(),
    "causes-read": log(SEEN, ENTRY, reader="EK1"),
    "causes-own": log(ENTRY, replace(SEEN, person="SAM1"), reader="SAM1"),
    "wheel-risks-none": Sample(view="wheel", reader="PL1", values={"risks": True}, shelf=Shelf(commitments=())),
}
