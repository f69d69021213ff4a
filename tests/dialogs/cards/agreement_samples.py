"""Agreements in their main states."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.agreements import Agreement, AgreementStatus
from domain.notices import Event
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, an_agreement, an_event, example_pilot

S = AgreementStatus
CHANGED = {"before": "call_off: 12 h", "after": "call_off: 20 h"}


def happened(code: str, *steps: str, **but: Any) -> tuple[Event, ...]:
    return tuple(
        an_event(subject=f"agreement:{code}", what=f"agreement.{each}", person="ADM1", **but) for each in steps
    )


def agreement(reader: str, held: Agreement, *events: Event) -> Sample:
    """Return an agreement as *reader* sees it, among those of the pilot."""
    others = tuple(each for each in example_pilot().catalogue.agreements if each.code != held.code)
    shelf = Shelf(agreements=(*others, held), events=events)
    return Sample(view="agreement", reader=reader, subject=f"agreement:{held.code}", shelf=shelf)


AMENDMENT = an_agreement(hours="20", indicators=("K1", "K3"), services=("LOK-FON", "LOK-REG", "NYC-KOR"))
SIGNED = replace(AMENDMENT, status=S.SIGNED, signed_by="REK1", signed_at=NOW)
PV1, PV7 = (next(each for each in example_pilot().catalogue.agreements if each.unit == unit) for unit in ("PV1", "PV7"))
AGREEMENTS: Mapping[str, Sample] = {
    "agreement-offered": agreement("CHE7", PV7, *happened(PV7.code, "drafted", "offered")),
    "agreement-offered-reader": agreement("KON71", PV7),
    "agreement-draft": agreement("ADM1", replace(AMENDMENT, status=S.DRAFT), *happened(AMENDMENT.code, "drafted")),
    "agreement-amends": agreement(
        "REK1", AMENDMENT, *happened(AMENDMENT.code, "drafted", "changed", "offered", **CHANGED)
    ),
    "agreement-signed": agreement("ADM1", PV1),
    "agreement-signed-later": agreement("REK1", SIGNED, *happened(AMENDMENT.code, "offered", "signed")),
    "agreement-ended": agreement("REK1", replace(PV1, status=S.ENDED, end=date(2022, 3, 1), ended_on=date(2022, 3, 1))),
    "agreements": Sample(view="agreements", reader="ADM1"),
    "agreements-unit": Sample(view="agreements", reader="REK1"),
}
