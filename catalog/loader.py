"""Reading a whole pilot from its CSV files: everything is checked before anything is used."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from catalog import build, rows
from catalog.faults import Fault, FaultsFound
from catalog.models import Catalogue, Pilot
from catalog.references import check_all
from catalog.rows import Row
from catalog.sheets import Sheet, read_sheet

__all__ = ["Fault", "FaultsFound", "read_pilot"]


@dataclass(frozen=True, kw_only=True)
class _Files:
    """The files of a pilot, each named as its field with `.csv`."""

    units: Sheet[rows.UnitRow]
    places: Sheet[rows.PlaceRow]
    services: Sheet[rows.ServiceRow]
    boundary: Sheet[rows.BoundaryFileRow]
    parties: Sheet[rows.PartyRow]
    agreements: Sheet[rows.AgreementRow]
    schedules: Sheet[rows.ScheduleRow]
    people: Sheet[rows.PersonRow]
    competences: Sheet[rows.CompetenceRow]
    person_competences: Sheet[rows.HoldingRow]
    permissions: Sheet[rows.PermissionRow]
    indicators: Sheet[rows.IndicatorRow]
    questions: Sheet[rows.QuestionRow]
    commitments: Sheet[rows.CommitmentRow]
    recipients: Sheet[rows.RecipientRow]
    budget: Sheet[rows.BudgetRow]

    def by_name(self) -> Mapping[str, Sheet[Row]]:
        """Return the sheets by the names of their files, without `.csv`."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def read_pilot(directory: Path, *, day: date) -> Pilot:
    """Return the pilot in *directory*, its prices holding from *day*. The catalogue's revision is 0: not yet stored.

    Raises:
        FaultsFound: the files can't be used; it holds every fault of every file at once.
    """
    files = _read(directory)
    by_name = files.by_name()
    faults = [fault for sheet in by_name.values() for fault in sheet.faults]
    faults.extend(check_all(by_name))
    if faults:
        raise FaultsFound(faults)
    return _pilot(files, day)


def _read(directory: Path) -> _Files:
    return _Files(
        units=read_sheet(directory / "units.csv", rows.UnitRow),
        places=read_sheet(directory / "places.csv", rows.PlaceRow),
        services=read_sheet(directory / "services.csv", rows.ServiceRow),
        boundary=read_sheet(directory / "boundary.csv", rows.BoundaryFileRow),
        parties=read_sheet(directory / "parties.csv", rows.PartyRow),
        agreements=read_sheet(directory / "agreements.csv", rows.AgreementRow),
        schedules=read_sheet(directory / "schedules.csv", rows.ScheduleRow),
        people=read_sheet(directory / "people.csv", rows.PersonRow),
        competences=read_sheet(directory / "competences.csv", rows.CompetenceRow),
        person_competences=read_sheet(directory / "person_competences.csv", rows.HoldingRow),
        permissions=read_sheet(directory / "permissions.csv", rows.PermissionRow),
        indicators=read_sheet(directory / "indicators.csv", rows.IndicatorRow),
        questions=read_sheet(directory / "questions.csv", rows.QuestionRow),
        commitments=read_sheet(directory / "commitments.csv", rows.CommitmentRow),
        recipients=read_sheet(directory / "recipients.csv", rows.RecipientRow),
        budget=read_sheet(directory / "budget.csv", rows.BudgetRow),
    )


def _pilot(files: _Files, day: date) -> Pilot:
    return Pilot(
        prices_from=day,
        catalogue=_catalogue(files),
        people=build.people(files.people.rows, files.person_competences.rows),
        schedules=tuple(build.schedule(row) for row in files.schedules.rows),
        questions=tuple(build.question(row) for row in files.questions.rows),
        commitments=tuple(build.commitment(row) for row in files.commitments.rows),
        recipients=tuple(build.recipient(row) for row in files.recipients.rows),
        budget=tuple(build.budget_line(row) for row in files.budget.rows),
    )


def _catalogue(files: _Files) -> Catalogue:
    return Catalogue(
        revision=0,
        units={row.code: build.unit(row) for row in files.units.rows},
        places=tuple(build.place(row) for row in files.places.rows),
        services={row.code: build.service(row) for row in files.services.rows},
        boundary={row.code: build.boundary_row(row) for row in files.boundary.rows},
        parties={row.code: build.party(row) for row in files.parties.rows},
        agreements=build.agreements(files.agreements.rows),
        competences={row.code: build.competence(row) for row in files.competences.rows},
        indicators={row.code: build.indicator(row) for row in files.indicators.rows},
        permissions=build.permissions(files.permissions.rows),
    )
