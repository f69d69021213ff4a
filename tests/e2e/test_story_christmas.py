"""An order that recurs over Christmas: which days are left out is known beforehand, one more is skipped, and it ends.

In 2024 Christmas Day and New Year's Day are Wednesdays and Epiphany is a Monday; the pilot's agreements go on so long.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

from playwright.async_api import Locator, expect

from tests.e2e.conftest import BuildTown, load
from tests.e2e.programs import PILOT
from tests.e2e.screen import PHONE, Screen, browsing, screen_in
from tests.e2e.town import Town

BEFORE_CHRISTMAS = "2024-12-20T09:00:00+01:00"
MAJA, JAMES = "REK1", "KON21"
WATERING = "Vattna blommorna i biblioteket varje måndag och onsdag kl 9 från 23 december till 15 januari"
IN_ENGLISH = "Water the plants in the library every Monday and Wednesday at 9 from 23 December until 15 January"
LEFT_OUT = (
    "onsdag 25 december (juldagen), onsdag 1 januari 2025 (nyårsdagen) och måndag 6 januari 2025 (trettondedag jul)"
)


def longer_pilot(folder: Path) -> Path:
    """Return a copy of the pilot whose agreements hold two years longer."""
    pilot = Path(shutil.copytree(PILOT, folder / "pilot"))
    agreements = pilot / "agreements.csv"
    agreements.write_text(agreements.read_text(encoding="utf-8").replace("2023-12-31", "2025-12-31"), encoding="utf-8")
    return pilot


async def order_over_christmas(desk: Screen) -> None:
    """Maja orders what recurs; which days are left out stands on the card before she presses."""
    await desk.write(MAJA, WATERING)
    card = await desk.see(MAJA, "Skötsel av inomhusväxter", "Beställ")
    for words in ("varje måndag och onsdag 09:00", "inte på helgdagar", "Hoppas över", LEFT_OUT):
        await expect(card).to_contain_text(words)
    await desk.picture("christmas-1-card")
    await desk.press(card, "Beställ")
    await expect(card).to_contain_text("S-2024-0001")


async def skip_two(desk: Screen) -> Locator:
    """One day is skipped by typing, the next by press; return the card of the series."""
    await desk.write(MAJA, "hoppa över den 8 januari")
    await desk.see(MAJA, "onsdag 8 januari 2025 hoppas över")
    await desk.write(MAJA, "mina återkommande beställningar")
    series = await desk.see(MAJA, "Återkommande beställning S-2024-0001", "Hoppas över")
    await desk.press(series, "Hoppa över nästa")
    await expect(series).to_contain_text("måndag 30 december, måndag 13 januari 2025 och onsdag 15 januari 2025")
    await desk.picture("christmas-2-series")
    return series


async def test_an_order_that_recurs_over_christmas_leaves_the_days_off_out_and_says_so(
    build_town: BuildTown, tmp_path: Path
) -> None:
    address = f"sqlite+aiosqlite:///{tmp_path}/desk.db"
    load(tmp_path, address, longer_pilot(tmp_path), start=BEFORE_CHRISTMAS)
    town = await build_town(address)
    async with (
        browsing() as browser,
        screen_in(browser, town.url, tmp_path, size=PHONE) as phone,
        screen_in(browser, town.url, tmp_path) as desk,
    ):
        await phone.show(JAMES, language="en")
        await desk.show(MAJA, "SAM1")

        await phone.write(JAMES, IN_ENGLISH)
        card = await phone.see(JAMES, "Indoor plant care", "Left out")
        await expect(card).to_contain_text("Wednesday 25 December (Christmas Day)")
        await phone.picture("christmas-4-phone")
        await order_over_christmas(desk)
        series = await skip_two(desk)
        await hold_orders(town, {"2024-12-23": "cancelled", "2024-12-30": "queued"})

        await desk.write(MAJA, "avsluta S-2024-0001")
        await desk.see(MAJA, "S-2024-0001 är avslutad")
        await expect(series).to_contain_text("Avslutad")
        await desk.picture("christmas-3-ended")
        await expect(desk.messages("SAM1", "måndag 30 december 09:00", "Avbokad")).to_have_count(1)


async def hold_orders(town: Town, days: Mapping[str, str]) -> None:
    """Hold that of the two weeks within reach just these *days* have an order, and what one costs."""
    requests = await town.export("requests")
    assert {each["wanted_start"][:10]: each["status"] for each in requests} == days
    assert {(each["service"], each["hours"], each["included"], each["charged"]) for each in requests} == {
        ("VAX-INN", "0.5", "192.50", "0.00")
    }
