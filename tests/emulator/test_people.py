"""The people file."""

from pathlib import Path

import pytest

from emulator.people import PeopleFileError, load_people

HEAD = "code,name,email,aad_object_id,roles,units,hours_per_week,cost_sek_per_hour,language\n"


def a_file(folder: Path, *rows: str) -> Path:
    path = folder / "people.csv"
    path.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    return path


def test_people_are_read_with_their_roles_units_and_language(tmp_path: Path) -> None:
    (person,) = load_people(a_file(tmp_path, "SER1,Leo Sälg,x@y.z,a-1,service_employee|requester,PV1|PV2,40,295,en"))

    assert (person.code, person.name, person.aad_object_id) == ("SER1", "Leo Sälg", "a-1")
    assert (person.roles, person.units, person.locale) == (("service_employee", "requester"), ("PV1", "PV2"), "en-GB")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "nobody"),
        (["SER1,,x,a-1,,,,,sv"], "people.csv:2: no value for name"),
        (["SER1,Leo,x,a-1,,,,,sv", "SER1,Lea,x,a-2,,,,,sv"], "code given twice: SER1"),
    ],
)
def test_a_faulty_file_is_refused_with_where_and_why(tmp_path: Path, rows: list[str], said: str) -> None:
    with pytest.raises(PeopleFileError, match=said):
        load_people(a_file(tmp_path, *rows))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PeopleFileError, match=r"people\.csv"):
        load_people(tmp_path / "people.csv")
