"""The pilot's files load as they are, and whatever is wrong with them is told with its place."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.loader import Fault, FaultsFound, read_pilot
from catalog.models import AgreementStatus, Category, Pilot, Severity
from domain.people import Holding, Role, Scope

PILOT = Path(__file__).parents[2] / "catalog" / "pilot"
DAY = date(2022, 3, 15)
UNREAD = {"utterances.csv"}
TABLES = sorted(path.name for path in PILOT.glob("*.csv") if path.name not in UNREAD)

Change = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "pilot"
    shutil.copytree(PILOT, copy)
    return copy


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path: Path, table: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)


def change(path: Path, *, line: int, column: str, value: str) -> None:
    table = read(path)
    table[line - 1][table[0].index(column)] = value
    write(path, table)


def faults_of(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(FaultsFound) as found:
        read_pilot(folder, day=DAY)
    return found.value.faults


def test_the_example_pilot_loads_whole() -> None:
    pilot = read_pilot(PILOT, day=DAY)

    counts = (
        len(pilot.catalogue.units),
        len(pilot.catalogue.places),
        len(pilot.catalogue.services),
        len(pilot.catalogue.boundary),
        len(pilot.catalogue.agreements),
        len(pilot.people),
        len(pilot.schedules),
        len(pilot.catalogue.indicators),
        len(pilot.commitments),
    )
    assert counts == (7, 37, 35, 26, 7, 56, 28, 15, 27)
    assert pilot.prices_from == DAY
    assert pilot.catalogue.services["VAK-LAM"].price_sek_per_hour == Decimal(420)


def test_cells_become_the_values_of_the_desk() -> None:
    pilot = read_pilot(PILOT, day=DAY)

    agreement = pilot.catalogue.agreements[6]
    assert (agreement.unit, agreement.status) == ("PV7", AgreementStatus.OFFERED)
    line = agreement.line(Category.CALL_OFF)
    assert line is not None
    assert line.hours_per_month == Decimal(20)
    electricity = pilot.catalogue.boundary["EL"]
    assert electricity.escalated_severity is Severity.EMERGENCY
    assert electricity.escalate_words[:2] == ("gnistor", "gnistrar")
    leo = next(person for person in pilot.people if person.code == "SER1")
    assert leo.holdings[-1] == Holding(competence="BRAND", valid_to=date(2023, 6, 30))
    assert pilot.catalogue.permissions.table["request.read"][Role.SERVICE_EMPLOYEE] is Scope.OWN
    assert Role.ADMINISTRATOR not in pilot.catalogue.permissions.table["order.create"]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    assert read_pilot(folder, day=DAY) == read_pilot(PILOT, day=DAY)


def test_columns_may_stand_in_another_order(folder: Path) -> None:
    table = read(folder / "units.csv")
    write(folder / "units.csv", [list(reversed(row)) for row in table])

    assert read_pilot(folder, day=DAY) == read_pilot(PILOT, day=DAY)


@pytest.mark.parametrize(
    ("file", "line", "column", "value", "code"),
    [
        ("services.csv", 3, "price_sek_per_hour", "385,50", "not-a-number"),
        ("services.csv", 3, "price_sek_per_hour", "", "missing-value"),
        ("services.csv", 3, "price_sek_per_hour", "0", "out-of-range"),
        ("services.csv", 3, "price_sek_per_hour", "NaN", "not-a-number"),
        ("services.csv", 3, "price_sek_per_hour", "٣", "not-a-number"),
        ("services.csv", 3, "category", "extra", "unknown-value"),
        ("services.csv", 3, "orderable", "maybe", "unknown-value"),
        ("services.csv", 3, "competences", "STAD|FLYGA", "unknown-reference"),
        ("services.csv", 3, "code", "LOK-REG", "duplicate"),
        ("services.csv", 3, "code", "LOK HYG", "bad-code"),
        ("services.csv", 3, "keywords_sv", "tvål||papper", "missing-value"),
        ("services.csv", 3, "description_sv", "x" * 1001, "too-long"),
        ("services.csv", 3, "description_sv", "a\x00b", "bad-character"),
        ("agreements.csv", 2, "start", "2022-02-30", "not-a-date"),
        ("agreements.csv", 3, "status", "draft", "inconsistent"),
        ("agreements.csv", 3, "category", "mandatory", "duplicate"),
        ("agreements.csv", 2, "unit", "PV99", "unknown-reference"),
        ("places.csv", 2, "unit", "PV99", "unknown-reference"),
        ("boundary.csv", 2, "service", "VAK-XXX", "unknown-reference"),
        ("boundary.csv", 17, "deviation_of", "VAK-XXX", "unknown-reference"),
        ("boundary.csv", 2, "municipal_party", "nobody", "unknown-reference"),
        ("boundary.csv", 4, "escalated_severity", "", "missing-value"),
        ("boundary.csv", 7, "first_aid_en", "", "missing-value"),
        ("people.csv", 2, "roles", "principal|king", "unknown-role"),
        ("people.csv", 2, "units", "PV99", "unknown-reference"),
        ("people.csv", 3, "aad_object_id", "00000000-0000-4000-8000-000000000001", "duplicate"),
        ("people.csv", 3, "aad_object_id", "me", "not-a-guid"),
        ("people.csv", 3, "email", "me", "not-an-email"),
        ("people.csv", 3, "language", "fi", "unknown-value"),
        ("people.csv", 40, "hours_per_week", "", "missing-value"),
        ("person_competences.csv", 2, "person", "SER99", "unknown-reference"),
        ("person_competences.csv", 2, "competence", "FLYGA", "unknown-reference"),
        ("schedules.csv", 2, "person", "SER99", "unknown-reference"),
        ("schedules.csv", 2, "rrule", "FREQ=WEEKLY;BYDAY=XX", "bad-rrule"),
        ("schedules.csv", 2, "rrule", "FREQ=DAILY;INTERVAL=0", "bad-rrule"),
        ("schedules.csv", 2, "start_time", "7:00", "not-a-time"),
        ("schedules.csv", 2, "start_time", "24:30", "not-a-time"),
        ("permissions.csv", 2, "requester", "everything", "unknown-value"),
        ("questions.csv", 2, "indicator", "K99", "unknown-reference"),
        ("questions.csv", 2, "months", "1|13", "out-of-range"),
        ("questions.csv", 2, "audience", "king", "unknown-role"),
        ("questions.csv", 2, "answer", "maybe", "unknown-value"),
        ("commitments.csv", 2, "recipients", "board|king", "unknown-reference"),
        ("commitments.csv", 2, "period_end", "2021-12-31", "end-before-start"),
        ("commitments.csv", 23, "risk", "9x9", "not-a-risk"),
        ("units.csv", 8, "unit_type", "harbour", "unknown-reference"),
        ("budget.csv", 2, "amount_sek", "-4 650 000", "not-a-number"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(
    folder: Path, *, file: str, line: int, column: str, value: str, code: str
) -> None:
    change(folder / file, line=line, column=column, value=value)

    found = faults_of(folder)

    assert (file, line, column, code) in {(each.file, each.line, each.column, each.code) for each in found}


def test_every_fault_of_every_file_is_told_at_once(folder: Path) -> None:
    (folder / "budget.csv").unlink()
    change(folder / "services.csv", line=3, column="price_sek_per_hour", value="much")
    change(folder / "services.csv", line=4, column="price_sek_per_hour", value="more")
    change(folder / "schedules.csv", line=5, column="unit", value="PV99")

    found = faults_of(folder)

    assert [(each.file, each.line, each.code, each.value) for each in found] == [
        ("budget.csv", 0, "missing-file", ""),
        ("schedules.csv", 5, "unknown-reference", "PV99"),
        ("services.csv", 3, "not-a-number", "much"),
        ("services.csv", 4, "not-a-number", "more"),
    ]


def test_a_fault_in_one_row_makes_no_noise_in_the_rows_that_name_it(folder: Path) -> None:
    change(folder / "units.csv", line=2, column="name_sv", value="")

    found = faults_of(folder)

    assert [(each.file, each.line, each.column) for each in found] == [("units.csv", 2, "name_sv")]


def test_a_folder_that_is_not_there_lacks_every_file(tmp_path: Path) -> None:
    found = faults_of(tmp_path / "nowhere")

    assert sorted(each.file for each in found) == TABLES
    assert {each.code for each in found} == {"missing-file"}


def test_a_header_must_have_the_columns_of_the_file_and_no_other(folder: Path) -> None:
    table = read(folder / "units.csv")
    table[0][2] = "name_fi"
    write(folder / "units.csv", table)

    found = faults_of(folder)

    assert {(each.line, each.column, each.code) for each in found} == {
        (1, "name_en", "missing-column"),
        (1, "name_fi", "unknown-column"),
    }


def test_a_line_with_a_field_too_many_is_told(folder: Path) -> None:
    table = read(folder / "units.csv")
    table[3].append("more")
    write(folder / "units.csv", table)

    assert Fault(file="units.csv", line=4, column="", code="wrong-field-count", value="9") in faults_of(folder)


def test_a_file_that_is_not_utf_8_is_told_with_the_line(folder: Path) -> None:
    path = folder / "units.csv"
    path.write_bytes(path.read_bytes().replace("ö".encode(), "ö".encode("latin-1")))

    found = [each for each in faults_of(folder) if each.file == "units.csv"]

    assert [(each.line, each.code) for each in found] == [(2, "bad-encoding")]


def test_an_unclosed_quote_is_told_with_the_line_it_opens_on(folder: Path) -> None:
    path = folder / "recipients.csv"
    path.write_text(path.read_text(encoding="utf-8") + 'x,"open,y,email,a@b.se\n\n', encoding="utf-8")

    found = [each for each in faults_of(folder) if each.file == "recipients.csv"]

    assert [(each.line, each.code) for each in found] == [(8, "bad-csv")]


def test_an_empty_file_is_told(folder: Path) -> None:
    (folder / "parties.csv").write_bytes(b"")

    assert Fault(file="parties.csv", line=1, column="", code="empty-file") in faults_of(folder)


def test_a_line_after_one_that_spans_several_keeps_its_number(folder: Path) -> None:
    table = read(folder / "services.csv")
    table[1][table[0].index("description_sv")] = "en rad\noch en till"
    table[2][table[0].index("orderable")] = "perhaps"
    write(folder / "services.csv", table)

    assert [(each.line, each.column) for each in faults_of(folder)] == [(4, "orderable")]


def test_two_signed_agreements_of_a_unit_may_not_overlap(folder: Path) -> None:
    with (folder / "agreements.csv").open("a", encoding="utf-8") as file:
        file.write("PV1,AVT-PV1-B,signed,2023-12-31,2024-12-31,mandatory,160,61600,2500\n")

    assert [(each.line, each.column, each.code) for each in faults_of(folder)] == [(23, "start", "overlapping")]


WRITTEN = st.one_of(
    st.text(max_size=20).filter(lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text)),
    st.sampled_from(
        ["", " ", "|", "0", "-1", "1e9", "Infinity", "2022-02-29", "2022-03-01", "PV1", "SER1", "STAD", "yes", "all"]
    ),
    st.sampled_from(
        ["FREQ=DAILY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=0", "=", '"', "\r", "a\nb"]
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), file=st.sampled_from(TABLES), value=WRITTEN)
def test_any_change_of_a_cell_loads_or_is_told_where_it_stands(
    folder: Path, data: st.DataObject, file: str, value: str
) -> None:
    table = read(PILOT / file)
    line = data.draw(st.integers(2, len(table)), label="line")
    column = data.draw(st.sampled_from(table[0]), label="column")
    before = table[line - 1][table[0].index(column)]
    change(folder / file, line=line, column=column, value=value)

    try:
        outcome: Pilot | tuple[Fault, ...] = read_pilot(folder, day=DAY)
    except FaultsFound as found:
        outcome = found.faults
    finally:
        shutil.copy(PILOT / file, folder / file)

    assert isinstance(outcome, Pilot) or all(
        is_about(fault, file=file, line=line, column=column) or names_the_old_value(fault, before) for fault in outcome
    )


# What decides which agreements meet: a change of these in one line is told at the later of the two.
OF_A_PERIOD = {"unit", "agreement", "status", "start", "end"}


def is_about(fault: Fault, *, file: str, line: int, column: str) -> bool:
    """The cell itself, its line, or another line of the agreements that is now at odds with it."""
    return (
        (fault.file == file and fault.line == line)
        or (fault.file == file and fault.code == "inconsistent" and fault.column == column)
        or (fault.file == file and fault.code == "duplicate" and fault.line > line)
        or (fault.file == file and fault.code == "overlapping" and column in OF_A_PERIOD)
    )


def names_the_old_value(fault: Fault, before: str) -> bool:
    """A line elsewhere still names what the changed cell no longer says."""
    return fault.code == "unknown-reference" and fault.value in before.split("|")
