"""A month closes with a forgotten entry: it is asked about twice, then let go, and whoever it concerns is told."""

from tests.e2e.conftest import BuildTown

EMPLOYEE, COORDINATOR = "SER5", "SAM1"
"""Ali Bok goes his rounds at two units, two hours each, on Mondays alone."""


async def test_a_month_closes_with_a_forgotten_entry(build_town: BuildTown, sqlite_address: str) -> None:
    town = await build_town(sqlite_address)
    await town.open(EMPLOYEE, COORDINATOR)

    await town.clock_to("2022-03-21T16:30:00+01:00")
    await town.see(EMPLOYEE, "Stående arbete måndag 21 mars", "Har du glömt något?", verb="time.confirm")

    await town.clock_to("2022-03-28T15:00:00+02:00")
    await town.say(EMPLOYEE, "mina uppdrag")
    await town.see(EMPLOYEE, "Stående arbete i dag: 4 timmar", "En tidigare dag är inte bekräftad: måndag 21 mars")
    await town.say(EMPLOYEE, "klart med allt idag")
    await town.see(EMPLOYEE, "Stående arbete måndag 28 mars", "Bekräftat: 4 timmar")

    await town.clock_to("2022-04-08T16:30:00+02:00")
    asked = await town.see(EMPLOYEE, "Stående arbete måndag 21 mars", "Sista dagen att bekräfta", verb="time.confirm")
    assert asked.says("söndag 10 april")

    await town.clock_to("2022-04-11T06:00:00+02:00")
    await town.see(EMPLOYEE, "Nu är mars 2022 stängd. En dags stående arbete, måndag 21 mars, blev aldrig bekräftat.")
    await town.see(COORDINATOR, "Nu är mars 2022 stängd. Ali Bok bekräftade aldrig sitt stående arbete en dag")
    late = await town.see(EMPLOYEE, "Stående arbete måndag 21 mars", "Månaden är stängd")
    assert "time.confirm" not in late.verbs

    entries = [each for each in await town.export("time") if each["person"] == EMPLOYEE]
    assert [(each["unit"], each["date"], each["hours"], each["amount"]) for each in entries] == [
        ("PV3", "2022-03-28", "2", "840.00"),
        ("PV4", "2022-03-28", "2", "840.00"),
    ]
    rounds = [each for each in await town.export("assignments") if each["person"] == EMPLOYEE and each["schedule"]]
    statuses = {(each["planned_start"][:10], each["status"]) for each in rounds}
    assert {("2022-03-21", "withdrawn"), ("2022-03-28", "done"), ("2022-04-04", "accepted")} <= statuses
