"""People enough for a measurement, beside those of the example pilot, and what they write."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from tests.e2e.programs import PILOT

UNITS = ("PV1", "PV2", "PV3", "PV4", "PV5", "PV6")
"""Those whose agreement is in force when the example pilot runs."""
BOT, TENANT = "28:vaktis", "00000000-0000-0000-0000-000000000000"
SENTENCES = (
    "Kan någon byta lysröret i sal B{} imorgon före 8?",
    "lampan blinkar i rum {}",
    "kan ni byta lampan i rum {} på måndag mellan 8 och 12",
    "boning av golvet i rum {} vecka 15",
    "vi skulle behöva få ommöblerat i sal {} till på måndag",
    "fönsterputs i rum {} tack",
    "please replace the light in room A{} tomorrow",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Someone:
    """A requester of a unit, in a personal chat of their own."""

    number: int

    @property
    def code(self) -> str:
        """Return the code in the catalogue."""
        return f"BEN{self.number}"

    @property
    def aad_object_id(self) -> str:
        """Return the directory object id."""
        return f"30000000-0000-4000-8000-{self.number:012d}"

    @property
    def conversation(self) -> str:
        """Return the id of the personal chat."""
        return f"a:bench-{self.number}"

    def row(self) -> str:
        """Return the line in people.csv."""
        unit, name = UNITS[self.number % len(UNITS)], f"Person {self.number}"
        return f"{self.code},{name},{self.code.lower()}@vaktis.example,{self.aad_object_id},requester,{unit},,,sv\n"

    def reference(self, service_url: str) -> dict[str, object]:
        """Return how the chat is addressed, as the SDK writes it."""
        return {
            "bot": {"id": BOT},
            "user": {"id": f"29:{self.number}"},
            "conversation": {"id": self.conversation, "conversationType": "personal"},
            "channelId": "msteams",
            "serviceUrl": service_url,
        }


def crowd(count: int) -> Sequence[Someone]:
    """Return so many people."""
    return [Someone(number=number) for number in range(1, count + 1)]


def write_pilot(folder: Path, people: Sequence[Someone]) -> Path:
    """Write the example pilot with *people* added to *folder*."""
    shutil.copytree(PILOT, folder)
    with (folder / "people.csv").open("a", encoding="utf-8") as lines:
        lines.writelines(each.row() for each in people)
    return folder


def activity_id(someone: Someone, turn: str) -> str:
    """Return the id of the message that *someone* writes in *turn*."""
    return f"{turn}-{someone.number}"


def draft_id(someone: Someone, turn: str) -> str:
    """Return the id of the draft that this message makes."""
    return uuid5(NAMESPACE_OID, f"{someone.conversation}|{activity_id(someone, turn)}|0").hex


def written(someone: Someone, turn: str, *, nth: int, service_url: str) -> bytes:
    """Return the activity of an order sentence, as Teams writes one."""
    activity = {
        "type": "message",
        "id": activity_id(someone, turn),
        "timestamp": "2022-03-15T09:00:00.000Z",
        "localTimestamp": "2022-03-15T10:00:00.000+01:00",
        "localTimezone": "Europe/Stockholm",
        "serviceUrl": service_url,
        "channelId": "msteams",
        "from": {
            "id": f"29:{someone.number}",
            "name": f"Person {someone.number}",
            "aadObjectId": someone.aad_object_id,
        },
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": someone.conversation},
        "recipient": {"id": BOT, "name": "Vaktis"},
        "textFormat": "plain",
        "text": SENTENCES[nth % len(SENTENCES)].format(100 + nth % 800),
        "entities": [{"locale": "sv-SE", "country": "SE", "platform": "Windows", "type": "clientInfo"}],
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "sv-SE",
    }
    return json.dumps(activity, ensure_ascii=False).encode()
