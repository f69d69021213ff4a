"""The example pilot's catalogue, read plainly from its files: what these tests need and no more."""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import catalog
from catalog.models import BoundaryRow, Catalogue, Category, Keywords, Place, Service, Severity, Words

FOLDER = Path(catalog.__file__).parent / "pilot"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def pilot_catalogue() -> Catalogue:
    return Catalogue(
        revision=1,
        services={row["code"]: _service(row) for row in rows("services")},
        boundary={row["code"]: _boundary(row) for row in rows("boundary")},
        places=tuple(
            Place(code=row["code"], unit=row["unit"], name=Words(sv=row["name_sv"], en=row["name_en"]))
            for row in rows("places")
        ),
    )


def _keywords(row: dict[str, str]) -> Keywords:
    return Keywords(sv=_listed(row["keywords_sv"]), en=_listed(row["keywords_en"]))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _service(row: dict[str, str]) -> Service:
    return Service(
        code=row["code"],
        name=Words(sv=row["name_sv"], en=row["name_en"]),
        category=Category(row["category"]),
        price_sek_per_hour=Decimal(row["price_sek_per_hour"]),
        service_level_hours=Decimal(row["service_level_working_hours"]),
        typical_hours=Decimal(row["typical_hours"]),
        competences=_listed(row["competences"]),
        unit_types=_listed(row["unit_types"]),
        is_orderable=row["orderable"] == "yes",
        keywords=_keywords(row),
        description=Words(sv=row["description_sv"], en=row["description_en"]),
    )


def _boundary(row: dict[str, str]) -> BoundaryRow:
    return BoundaryRow(
        code=row["code"],
        object=Words(sv=row["object_sv"], en=row["object_en"]),
        keywords=_keywords(row),
        municipal_party=row["municipal_party"],
        external_party=row["external_party"],
        severity=Severity(row["severity"]),
        escalate_words=_listed(row["escalate_words"]),
        escalated_severity=Severity(row["escalated_severity"]) if row["escalated_severity"] else None,
        service=row["service"] or None,
        deviation_of=row["deviation_of"] or None,
    )
