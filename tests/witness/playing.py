"""One play of the story on a stand, with all that is held against the other play."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.async_api import Error as PlaywrightError

from tests.e2e.chats import JsonObject
from tests.witness.seats import SeenInVain, Sight
from tests.witness.stands import Stand
from tests.witness.story import play

STORED = ("requests", "assignments", "time", "notices")


@dataclass(frozen=True, kw_only=True, slots=True)
class Play:
    """What was seen and stored; what was `sent` to the bot; the `calls` it made; what the stand says it `cannot` do."""

    sights: Sequence[Sight]
    stored: Mapping[str, Sequence[Mapping[str, object]]]
    sent: Sequence[JsonObject]
    calls: Sequence[str]
    cannot: Sequence[str]


async def play_on(stand: Stand) -> Play:
    """Play the story to its end.

    Raises:
        SeenInVain: the story stopped; the text tells what the processes said.
    """
    try:
        sights = await play(stand)
    except (SeenInVain, PlaywrightError) as vain:
        raise SeenInVain(f"{stand.name}: {vain}\n{stand.told()}") from vain
    return Play(
        sights=sights,
        stored={kind: await stand.town.export(kind) for kind in STORED},
        sent=list(stand.sent()),
        calls=sorted(set(await stand.calls())),
        cannot=await stand.cannot(),
    )
