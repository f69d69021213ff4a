"""`python -m tests.witness`: play the order story in Microsoft's Agents Playground and on the emulator, and compare.

Exit 0 when both showed the same cards and the same order is stored, 1 when not, or when the Playground can't be had.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.e2e.programs import CommandFailed
from tests.e2e.screen import browsing
from tests.soak.evidence import FOLDER
from tests.witness.fetching import NotToBeHad, fetch_playground
from tests.witness.playing import Play, play_on
from tests.witness.report import all_differences, draw, tell, write
from tests.witness.seats import SeenInVain
from tests.witness.stands import emulator, playground


async def witness(command: Sequence[str], folder: Path) -> bool:
    """Play on both, write what came of it, and tell whether they agree."""
    async with browsing() as browser:
        print("playing in the Agents Playground", flush=True)
        async with playground(browser, folder / "playground", command) as stand:
            theirs = await play_on(stand)
        print("playing on the emulator", flush=True)
        async with emulator(browser, folder / "emulator") as stand:
            ours = await play_on(stand)
        await draw(browser, theirs, ours, FOLDER / "witness.png")
    found = all_differences(theirs, ours)
    write(theirs, ours, found)
    tell(found)
    _sum_up(theirs, len(found))
    return not found


def _sum_up(theirs: Play, differing: int) -> None:
    for each in theirs.cannot:
        print(f"the Playground says: {each}")
    told = f"{differing} of them or of what is stored differ" if differing else "the same cards, the same order stored"
    print(f"{len(theirs.sights)} moments of the order story compared: {told}; see docs/evidence/witness.json")


def main() -> int:
    """Fetch the Playground, play, and return the exit code."""
    try:
        command = fetch_playground()
        with tempfile.TemporaryDirectory(prefix="vaktis-witness-") as folder:
            return 0 if asyncio.run(witness(command, Path(folder))) else 1
    except (NotToBeHad, SeenInVain, CommandFailed) as failed:
        print(f"make witness: {failed}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
