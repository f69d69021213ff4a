from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from actions.ports import Begin
from catalog.models import Catalogue, Pilot
from domain.commitments import CommitmentStatus
from domain.errors import NotFound
from domain.people import Holding, Role
from tests.factories import NOW, TODAY, a_person, example_pilot, the_person

DAY = timedelta(days=1)


def with_price(price: Decimal) -> Pilot:
    pilot = example_pilot()
    services = dict(pilot.catalogue.services)
    services["VAK-LAM"] = replace(services["VAK-LAM"], price_sek_per_hour=price)
    return replace(pilot, catalogue=replace(pilot.catalogue, services=services))


async def test_the_catalogue_comes_back_as_it_was_loaded(begin: Begin) -> None:
    async with begin() as work:
        stored = await work.catalogues.read(day=TODAY)

    loaded = example_pilot().catalogue
    for name in (each.name for each in fields(Catalogue) if each.name != "revision"):
        assert getattr(stored, name) == getattr(loaded, name)
    assert list(stored.services) == list(loaded.services)
    assert stored.revision == 1


async def test_a_second_load_changes_nothing(begin: Begin) -> None:
    async with begin() as work:
        assert await work.catalogues.load(example_pilot(), prices_from=TODAY + DAY) == 0
        assert await work.catalogues.revision() == 1


async def test_the_first_load_of_an_empty_database_counts_every_row(empty_begin: Begin) -> None:
    async with empty_begin() as work:
        assert await work.catalogues.revision() == 0
        assert await work.catalogues.load(example_pilot(), prices_from=TODAY) > 400
        assert await work.catalogues.revision() == 1


async def test_the_first_price_holds_from_the_beginning_and_a_changed_one_from_its_day(begin: Begin) -> None:
    old = example_pilot().catalogue.services["VAK-LAM"].price_sek_per_hour
    async with begin() as work:
        assert await work.catalogues.load(with_price(Decimal("450.50")), prices_from=TODAY) == 1
        assert await work.catalogues.revision() == 2
        prices = {
            day: (await work.catalogues.read(day=day)).services["VAK-LAM"].price_sek_per_hour
            for day in (date(1999, 1, 1), TODAY - DAY, TODAY, TODAY + DAY)
        }
        again = await work.catalogues.load(with_price(Decimal("450.50")), prices_from=TODAY)

    assert list(prices.values()) == [old, old, Decimal("450.50"), Decimal("450.50")]
    assert again == 0


async def test_a_price_changed_twice_for_one_day_is_the_last_one(begin: Begin) -> None:
    async with begin() as work:
        for price in (Decimal(450), Decimal(460)):
            assert await work.catalogues.load(with_price(price), prices_from=TODAY) == 1

        assert (await work.catalogues.read(day=TODAY)).services["VAK-LAM"].price_sek_per_hour == Decimal(460)


async def test_a_service_that_is_gone_from_the_files_stays(begin: Begin) -> None:
    pilot = example_pilot()
    services = {code: service for code, service in pilot.catalogue.services.items() if code != "VAK-LAM"}
    async with begin() as work:
        await work.catalogues.load(
            replace(pilot, catalogue=replace(pilot.catalogue, services=services)), prices_from=TODAY
        )

        assert "VAK-LAM" in (await work.catalogues.read(day=TODAY)).services


async def test_a_role_and_a_permission_taken_away_in_the_files_are_gone(begin: Begin) -> None:
    pilot = example_pilot()
    people = tuple(
        replace(person, roles=frozenset({Role.REQUESTER}), units=("PV2",)) if person.code == "REK1" else person
        for person in pilot.people
    )
    table = {action: roles for action, roles in pilot.catalogue.permissions.table.items() if action != "order.create"}
    permissions = replace(pilot.catalogue.permissions, table=table)
    changed = replace(pilot, people=people, catalogue=replace(pilot.catalogue, permissions=permissions))
    async with begin() as work:
        assert await work.catalogues.load(changed, prices_from=TODAY) > 0

        person = await work.people.get("REK1")
        assert (person.roles, person.units) == (frozenset({Role.REQUESTER}), ("PV2",))
        assert (await work.catalogues.read(day=TODAY)).permissions.table == table


async def test_people_come_back_with_roles_units_and_competences_in_order(begin: Begin) -> None:
    async with begin() as work:
        stored = await work.people.active()

        assert stored == sorted(example_pilot().people, key=lambda person: person.code)
        assert await work.people.get("SER1") == the_person("SER1")
        with pytest.raises(NotFound):
            await work.people.get("NOBODY")


async def test_a_person_s_every_competence_and_unit_is_kept_in_the_order_given(begin: Begin) -> None:
    holdings = tuple(
        Holding(competence=code, valid_to=until)
        for code, until in (("VAKT", None), ("STAD", date(2023, 6, 30)), ("GOLV", None))
    )
    person = a_person(units=("PV3", "PV1", "PV2"), holdings=holdings, cost_sek_per_hour=Decimal("295.50"))
    pilot = replace(example_pilot(), people=(*example_pilot().people, person))
    async with begin() as work:
        await work.catalogues.load(pilot, prices_from=TODAY)

        assert await work.people.get("NEW1") == person
        assert await work.people.find_by_aad(person.aad_object_id.upper()) == person


async def test_people_are_found_by_role_and_unit(begin: Begin) -> None:
    async with begin() as work:
        principals = await work.people.with_role(Role.PRINCIPAL)
        of_one = await work.people.with_role(Role.PRINCIPAL, unit="PV1")
        names = await work.people.names(["REK1", "NOBODY"])
        nobody = await work.people.find_by_aad("99999999-0000-4000-8000-000000000001")

    expected = [person.code for person in example_pilot().people if person.has_role(Role.PRINCIPAL)]
    assert [person.code for person in principals] == sorted(expected)
    assert [person.code for person in of_one] == ["REK1"]
    assert names == {"REK1": the_person("REK1").name}
    assert nobody is None


async def test_a_language_somebody_chose_survives_a_load(begin: Begin) -> None:
    async with begin() as work:
        await work.people.set_language("REK1", "en")
        assert await work.catalogues.load(example_pilot(), prices_from=TODAY) == 0

        assert (await work.people.get("REK1")).language == "en"


async def test_a_status_somebody_set_survives_a_load(begin: Begin) -> None:
    async with begin() as work:
        await work.commitments.set_status("U1", CommitmentStatus.ONGOING)
        assert await work.catalogues.load(example_pilot(), prices_from=TODAY) == 0

        assert (await work.commitments.get("U1")).status is CommitmentStatus.ONGOING
        with pytest.raises(NotFound):
            await work.commitments.set_status("NONE", CommitmentStatus.ONGOING)
        with pytest.raises(NotFound):
            await work.commitments.get("NONE")


async def test_the_year_wheel_is_told_by_due_day(begin: Begin) -> None:
    async with begin() as work:
        stored = await work.commitments.all()

    assert stored == sorted(example_pilot().commitments, key=lambda each: (each.due, each.code))


async def test_a_snooze_is_one_person_s_and_the_last_one_counts(begin: Begin) -> None:
    async with begin() as work:
        await work.commitments.snooze("U1", "PL1", until=TODAY + DAY)
        await work.commitments.snooze("U1", "PL1", until=TODAY)

        assert await work.commitments.snoozed_until("U1", "PL1") == TODAY
        assert await work.commitments.snoozed_until("U1", "PA1") is None


async def test_what_is_missing_is_kept_with_who_and_when(begin: Begin) -> None:
    async with begin() as work:
        await work.commitments.note("U1", "PL1", "K3 saknas", at=NOW)
        await work.commitments.note("U1", "REK1", "Kommentar från PV1", at=NOW + DAY)

        assert await work.commitments.notes_of("U1") == [
            ("PL1", "K3 saknas", NOW),
            ("REK1", "Kommentar från PV1", NOW + DAY),
        ]


async def test_the_rota_comes_back_as_it_was_loaded(begin: Begin) -> None:
    async with begin() as work:
        assert tuple(await work.surveys.questions()) == example_pilot().questions
