"""Every sentence of the pilot's utterances is understood as the pilot says."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understanding import Lexicon, Understood, to_json, understand
from tests.dialogs.understanding.pilot import pilot_catalogue, rows

NOW = datetime(2022, 3, 15, 10, tzinfo=ZoneInfo("Europe/Stockholm"))
LEXICON = Lexicon.of(pilot_catalogue())
PLACES = pilot_catalogue().places_of("PV1")


def heard(text: str) -> Understood:
    return understand(text, lexicon=LEXICON, places=PLACES, now=NOW)


def when_cell(understood: Understood) -> str:
    """Write a wanted time as the cells of the pilot do."""
    when = to_json(understood)["when"]
    assert isinstance(when, dict)
    start, end, kind = when["start"], when["end"], when["kind"]
    if kind == "before":
        return f"{end} before"
    if kind == "from":
        return f"{start} from"
    if kind in {"asap", "none"}:
        return "asap" if kind == "asap" else ""
    if kind == "recurring":
        return f"{start} {when['rrule']}" + (f" to {end}" if end else "")
    return f"{start}/{end}" if end else str(start)


def fits(cell: str, said: str) -> bool:
    """Tell whether *said* is one of the right answers; an end on the same day is written without its date."""
    short = said
    start, _, end = said.partition("/")
    if "T" in end and end[:10] == start[:10]:
        short = f"{start}/{end[11:]}"
    return any(each in {said, short} or (len(each) == 10 and short.startswith(each + "T")) for each in cell.split("|"))


@pytest.mark.parametrize("row", rows("utterances"), ids=lambda row: row["text"])
def test_an_utterance_of_the_pilot_is_understood(row: dict[str, str]) -> None:
    understood = heard(row["text"])

    assert understood.intent == row["intent"]
    if row["code"]:
        assert (understood.service or understood.object) in row["code"].split("|")
    if row["when"]:
        assert fits(row["when"], when_cell(understood))
    if row["place"]:
        assert understood.place is not None
        assert row["place"] in understood.place.text
