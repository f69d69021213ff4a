"""The indicators of a month as they read with outcomes that rise, fall, are hidden and are missing."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from domain.indicators import ALL, Observation
from domain.months import month_after
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW

OCTOBER = date(2021, 10, 1)
SERIES: Mapping[str, Sequence[str | None]] = {
    "K1": ["6.9", "7.1", None, "7.4", "7.6", "7.8"],
    "K2": ["4.1", "4.2", "4.3", "4.2", "4.4", "4.4"],
    "K4": ["88", "90", "91.5", "93", "94", "96.33"],
    "K5": ["12", "13", "13.5", "14", "15.5", "17"],
    "K6": ["410", "395", "402.5", "380", "415", "401"],
    "K9": ["512.5", "498", "505", "520", "1240", "505"],
    "K10": ["93", "93"],
    "K12": ["71", "75", "62", "62", "80", None],
}


def observations(scope: str = ALL, *, only: Sequence[str] = tuple(SERIES)) -> tuple[Observation, ...]:
    """Return the outcomes from October to March; None is hidden."""
    found = []
    for code in only:
        month = OCTOBER
        for value in SERIES[code]:
            kept = None if value is None else Decimal(value)
            found.append(Observation(indicator=code, month=month, scope=scope, value=kept, at=NOW))
            month = month_after(month)
    return tuple(found)


def _indicators(reader: str, scope: str, held: tuple[Observation, ...]) -> Sample:
    values = {"month": "2022-03", "scope": scope}
    return Sample(view="indicators", reader=reader, values=values, shelf=Shelf(observations=held))


def _indicator(reader: str, code: str, scope: str, held: tuple[Observation, ...]) -> Sample:
    values = {"month": "2022-03", "scope": scope}
    shelf = Shelf(observations=held)
    return Sample(view="indicator", reader=reader, subject=f"indicator:{code}", values=values, shelf=shelf)


MARCH = date(2022, 3, 1)
CORRECTED = (
    Observation(
        indicator="K10", month=MARCH, scope=ALL, value=Decimal("93.5"), at=NOW, person="EK1", is_current=False, id=1
    ),
    Observation(
        indicator="K10",
        month=MARCH,
        scope=ALL,
        value=Decimal("94.1"),
        at=NOW,
        person="PL1",
        comment="Två fakturor saknades",
        id=2,
    ),
)

INDICATORS = {
    "indicator": _indicator("PL1", "K4", ALL, (*observations(), *observations("unit:PV1"), *observations("unit:PV2"))),
    "indicator-corrected": _indicator("PL1", "K10", ALL, CORRECTED),
    "indicator-empty": _indicator("REK1", "K10", "unit:PV1", ()),
    "indicator-survey": _indicator("KON11", "K12", "unit:PV1", observations("unit:PV1", only=("K12",))),
    "indicators": _indicators("PL1", ALL, observations()),
    "indicators-unit": _indicators("REK1", "unit:PV1", observations("unit:PV1", only=("K4", "K5", "K12"))),
    "indicators-none": _indicators("SAM1", "unit:PV2", ()),
}
