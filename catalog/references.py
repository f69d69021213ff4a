"""What must hold between the lines and files of a pilot: nothing twice, nothing unknown, nothing at odds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from catalog.faults import Fault
from catalog.models import AgreementStatus
from catalog.rows import Row
from catalog.sheets import Line, Sheet
from domain.people import Role

Sheets = Mapping[str, Sheet[Row]]


@dataclass(frozen=True, slots=True)
class Reference:
    """Each value of *column* in *file*, between bars or alone, stands in `target_column` of `target`."""

    file: str
    column: str
    target: str
    target_column: str = "code"


KEYS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "units": (("code",),),
    "places": (("code",),),
    "services": (("code",),),
    "boundary": (("code",),),
    "parties": (("code",),),
    "agreements": (("agreement", "category"),),
    "schedules": (("unit", "service", "rrule", "start_time", "person"),),
    "people": (("code",), ("aad_object_id",)),
    "competences": (("code",),),
    "person_competences": (("person", "competence"),),
    "permissions": (("action",),),
    "indicators": (("code",),),
    "questions": (("code",),),
    "commitments": (("code",),),
    "recipients": (("code",),),
    "budget": (("year", "unit", "account"),),
}

REFERENCES = (
    # A unit of a type for which no service is meant could order nothing.
    Reference("units", "unit_type", "services", "unit_types"),
    Reference("places", "unit", "units"),
    Reference("services", "competences", "competences"),
    Reference("boundary", "municipal_party", "parties"),
    Reference("boundary", "external_party", "parties"),
    Reference("boundary", "service", "services"),
    Reference("boundary", "competences", "competences"),
    Reference("boundary", "deviation_of", "services"),
    Reference("agreements", "unit", "units"),
    Reference("schedules", "unit", "units"),
    Reference("schedules", "service", "services"),
    Reference("schedules", "person", "people"),
    Reference("people", "units", "units"),
    Reference("person_competences", "person", "people"),
    Reference("person_competences", "competence", "competences"),
    Reference("indicators", "units", "units"),
    Reference("questions", "indicator", "indicators"),
    Reference("commitments", "recipients", "recipients"),
    Reference("budget", "unit", "units"),
)

# What stands on every line of an agreement and must be the same on each.
OF_THE_AGREEMENT = ("unit", "status", "start", "end")


def check_all(sheets: Sheets) -> Iterator[Fault]:
    """Yield every fault between lines and files; a file that could not be read is not held against the others."""
    readable = {name: sheet for name, sheet in sheets.items() if sheet.is_readable}
    for name, sheet in readable.items():
        for columns in KEYS[name]:
            yield from _duplicates(sheet, columns)
        for check in _CHECKS.get(name, ()):
            yield from check(sheet)
    for reference in REFERENCES:
        if {reference.file, reference.target} <= readable.keys():
            yield from _unknown(readable, reference)


def _duplicates(sheet: Sheet[Row], columns: tuple[str, ...]) -> Iterator[Fault]:
    seen: set[tuple[str, ...]] = set()
    for line in sheet.lines:
        # A directory id is the same in small and capital letters.
        fold = str.lower if columns == ("aad_object_id",) else str
        key = tuple(fold(line.cells[column]) for column in columns)
        if key in seen and any(key):
            yield sheet.fault(line, columns[-1], "duplicate", " ".join(key))
        seen.add(key)


def _unknown(sheets: Sheets, reference: Reference) -> Iterator[Fault]:
    target = sheets[reference.target]
    known = {value for line in target.lines for value in line.listed(reference.target_column)}
    sheet = sheets[reference.file]
    for line in sheet.lines:
        for value in line.listed(reference.column):
            if value not in known:
                yield sheet.fault(line, reference.column, "unknown-reference", value)


def _each_line(check: Callable[[Sheet[Row], Line], Iterator[Fault]]) -> Callable[[Sheet[Row]], Iterator[Fault]]:
    return lambda sheet: (fault for line in sheet.lines for fault in check(sheet, line))


def _employee(sheet: Sheet[Row], line: Line) -> Iterator[Fault]:
    """An employee's day and cost are counted on, so they must be told."""
    if Role.SERVICE_EMPLOYEE in line.listed("roles"):
        for column in ("hours_per_week", "cost_sek_per_hour"):
            if not line.cells[column]:
                yield sheet.fault(line, column, "missing-value")


def _escalation(sheet: Sheet[Row], line: Line) -> Iterator[Fault]:
    """Words that escalate need something to escalate to, and the other way round."""
    columns = ("escalate_words", "escalated_severity")
    filled = [column for column in columns if line.cells[column]]
    if len(filled) == 1:
        empty = next(column for column in columns if column not in filled)
        yield sheet.fault(line, empty, "missing-value")


def _both_languages(sheet: Sheet[Row], line: Line) -> Iterator[Fault]:
    for filled, empty in (("first_aid_sv", "first_aid_en"), ("first_aid_en", "first_aid_sv")):
        if line.cells[filled] and not line.cells[empty]:
            yield sheet.fault(line, empty, "missing-value")


def _period(start: str, end: str) -> Callable[[Sheet[Row], Line], Iterator[Fault]]:
    def check(sheet: Sheet[Row], line: Line) -> Iterator[Fault]:
        first, last = _date(line.cells[start]), _date(line.cells[end])
        if first is not None and last is not None and last < first:
            yield sheet.fault(line, end, "end-before-start")

    return check


def _inconsistent(sheet: Sheet[Row]) -> Iterator[Fault]:
    first: dict[str, Line] = {}
    for line in sheet.lines:
        agreed = first.setdefault(line.cells["agreement"], line)
        for column in OF_THE_AGREEMENT:
            if line.cells[column] != agreed.cells[column]:
                yield sheet.fault(line, column, "inconsistent")


def _overlapping(sheet: Sheet[Row]) -> Iterator[Fault]:
    """Two signed agreements of one unit on one day would leave open which of them holds."""
    signed = {
        line.cells["agreement"]: line
        for line in reversed(sheet.lines)
        if line.cells["status"] == AgreementStatus.SIGNED and line.cells["agreement"]
    }
    for later, earlier in combinations(signed.values(), 2):
        if later.cells["unit"] == earlier.cells["unit"] and _meet(earlier, later):
            yield sheet.fault(later, "start", "overlapping")


def _meet(one: Line, other: Line) -> bool:
    days = [_date(line.cells[column]) for line in (one, other) for column in ("start", "end")]
    if None in days:
        return False
    one_start, one_end, other_start, other_end = (day for day in days if day is not None)
    return one_start <= other_end and other_start <= one_end


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


_CHECKS: Mapping[str, tuple[Callable[[Sheet[Row]], Iterator[Fault]], ...]] = {
    "people": (_each_line(_employee),),
    "boundary": (_each_line(_escalation), _each_line(_both_languages)),
    "agreements": (_each_line(_period("start", "end")), _inconsistent, _overlapping),
    "commitments": (_each_line(_period("period_start", "period_end")),),
}
