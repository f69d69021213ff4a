"""What is said without a card: refusals, questions back, toasts and short answers, filled with values of the pilot."""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from types import FrameType

from tests.dialogs.cards.states import GALLERY
from texts import say

ELSEWHERE = ("load-fault-", "chat-", "letter-", "format-")
"""Words of the command line, of letters, and of how numbers are written: none of them stands in a chat."""
KEY = re.compile(r"^([a-z][\w-]*) =(.*(?:\n[ }].*)*)", re.MULTILINE)
VALUE = re.compile(r"\$(\w+)")
VALUES: Mapping[str, str] = {
    "request": "B-2022-0001",
    "requests": "B-2022-0001, B-2022-0002",
    "numbers": "B-2022-0001, B-2022-0002",
    "series": "S-2022-0001",
    "id": "B-2022-0001",
    "code": "U1",
    "codes": "KON11, KON12",
    "service": "Fönsterputsning",
    "unit": "Pilotverksamhet 1",
    "units": "Pilotverksamhet 1, Pilotverksamhet 2",
    "place": "Aulan",
    "about": "B-2022-0001",
    "words": "Hur kommer vi in i sal B214 på lördag?",
    "comment": "Jag lämnar nyckeln i receptionen.",
    "reason": "not-open",
    "lowest": "0,25",
    "highest": "24",
    "field": "hours",
    "day_on": "fredag 18 mars",
    "first_on": "tisdag 15 mars",
    "month": "mars 2022",
    "until_on": "tisdag 29 mars",
    "opens_at": "i morgon 07:00",
    "left": "2",
    "more": "2",
    "charged_sek": "420 kr",
}
ANYBODY = "Omar Lind"


@contextmanager
def keys_said() -> Iterator[set[str]]:
    """Give the key of every sentence that is said meanwhile."""
    keys: set[str] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is say.__code__:
            keys.add(str(frame.f_locals["key"]))

    sys.setprofile(note)
    try:
        yield keys
    finally:
        sys.setprofile(None)


async def plain_sentences() -> Mapping[str, str]:
    """Return the source of every sentence that no card of the gallery says, by key."""
    with keys_said() as said:
        for sample in GALLERY.values():
            await sample.shown()
    source = files("texts").joinpath("sv.ftl").read_text(encoding="utf-8")
    return {key: text for key, text in KEY.findall(source) if key not in said and not key.startswith(ELSEWHERE)}


def worded(key: str, source: str, language: str) -> str:
    """Return the sentence with a value for each that its *source* names."""
    return say(key, language, **{name: _value(name, source) for name in VALUE.findall(source)})


def _value(name: str, source: str) -> str | int:
    is_counted = re.search(rf"\${name} ->\s*\[one\]", source) is not None
    return 3 if is_counted else VALUES.get(name, ANYBODY)
