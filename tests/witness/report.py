"""What the witness saw, in the terminal, as JSON and as a picture."""

import base64
import html
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.async_api import Browser

from tests.soak.evidence import write_evidence
from tests.witness.comparing import OWN_WAYS, apart, differences, fields_of, only_in
from tests.witness.fetching import PACKAGE, VERSION
from tests.witness.playing import Play
from tests.witness.seats import Sight

MOST_TOLD = 12
PICTURED = ("the order card", "the order is placed", "begun")
"""Moments of which the first sight is pictured."""
NOT_PLAYED = (
    "one page for several people: each has a Playground of their own, all before one bot",
    "what the story doesn't need and the Playground can't do: dialogs, views of one's own and refresh, file consent",
)
_STYLE = """body { margin: 0; padding: 16px; background: #e9e9ed; font: 13px sans-serif; width: 720px; }
figure { margin: 0 0 18px; display: grid; grid-template-columns: 1fr 1fr; gap: 6px 16px; align-items: start; }
figcaption { grid-column: 1 / 3; font-weight: 600; } img { width: 100%; border: 1px solid #ccc; }"""


def all_differences(theirs: Play, ours: Play) -> dict[str, list[str]]:
    """Return all that differs between the plays, by moment and person or by kind of stored row."""
    rows = {kind: list(apart(theirs.stored[kind], ours.stored[kind], kind)) for kind in theirs.stored}
    calls = [*(f"only in the Playground: {each}" for each in theirs.calls if each not in ours.calls)]
    calls += [f"only in the emulator: {each}" for each in ours.calls if each not in theirs.calls]
    found = {**differences(theirs.sights, ours.sights), **rows, "calls of the bot": calls}
    return {name: each for name, each in found.items() if each}


def tell(found: Mapping[str, Sequence[str]]) -> None:
    """Print the differences."""
    for name, each in found.items():
        print(f"{name}:")
        for line in each[:MOST_TOLD]:
            print(f"  {line}")
        if len(each) > MOST_TOLD:
            print(f"  and {len(each) - MOST_TOLD} more")


def write(theirs: Play, ours: Play, found: Mapping[str, Sequence[str]]) -> None:
    """Write docs/evidence/witness.json."""
    told, known = fields_of(theirs.sent), fields_of(ours.sent)
    evidence = {
        "command": "make witness",
        "witness": f"{PACKAGE} {VERSION}",
        "story": [f"{each.moment}, {each.person}" for each in theirs.sights],
        "differences": {name: list(each)[:MOST_TOLD] for name, each in found.items()},
        "stored": ours.stored,
        "calls_of_the_bot": ours.calls,
        "fields_that_only_the_playground_sends": only_in(told, known),
        "fields_that_only_the_emulator_sends": only_in(known, told),
        "the_playground_says": theirs.cannot,
        "fields_that_it_words_in_its_own_way": OWN_WAYS,
        "not_played": NOT_PLAYED,
    }
    write_evidence("witness", evidence)


async def draw(browser: Browser, theirs: Play, ours: Play, file: Path) -> None:
    """Write a picture with cards of both side by side."""
    page = await browser.new_page(viewport={"width": 752, "height": 400})
    pairs = [(_find(theirs, each), _find(ours, each)) for each in PICTURED]
    figures = "".join(_figure(left, right) for left, right in pairs)
    await page.set_content(f"<style>{_STYLE}</style>{figures}")
    await page.screenshot(path=file, full_page=True)
    await page.close()


def _find(play: Play, moment: str) -> Sight:
    return next(each for each in play.sights if each.moment == moment)


def _figure(left: Sight, right: Sight) -> str:
    words = html.escape(f"{left.moment}, {left.person}: the Agents Playground {VERSION}, and the emulator")
    pictures = "".join(
        f'<img src="data:image/png;base64,{base64.b64encode(each.picture).decode()}">' for each in (left, right)
    )
    return f"<figure><figcaption>{words}</figcaption>{pictures}</figure>"
