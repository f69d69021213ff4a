"""What activities are made up from: people, names of invokes, wrong inputs, and things to say."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from dialogs.routes import VERBS
from tests.fuzz.rubbish import Json

PEOPLE = ("REK1", "KON11", "REK2", "KON21", "CHE5", "KON51", "SER1", "SER2", "SER3", "SER6", "SAM1", "SAM2")
OTHERS = ("PL1", "EK1", "AGA1", "ADM1", "CHE7")
STRANGER = "20000000-0000-4000-8000-000000000002"
CHANNEL = "19:desk@thread.tacv2"
INVOKES = (
    "adaptiveCard/action",
    "application/search",
    "composeExtension/query",
    "composeExtension/selectItem",
    "composeExtension/queryLink",
    "composeExtension/submitAction",
    "composeExtension/fetchTask",
    "task/fetch",
    "task/submit",
    "tab/fetch",
    "tab/submit",
    "fileConsent/invoke",
    "message/fetchTask",
    "message/submitAction",
    "actionableMessage/executeAction",
    "signin/verifyState",
    "signin/tokenExchange",
    "config/fetch",
    "nobody/knows",
    "",
)
KINDS = (
    "message",
    "messageUpdate",
    "messageDelete",
    "invoke",
    "conversationUpdate",
    "installationUpdate",
    "messageReaction",
    "typing",
    "event",
    "endOfConversation",
    "trace",
    "handoff",
    "Message",
    "unheard-of",
)
VERBS_TOO = (
    *VERBS,
    "x",
    "",
)
INPUTS = ("person", "hours", "rating", "comment", "reason", "answer", "date", "time", "place", "note", "count")
WRONG: Mapping[str, Sequence[Json]] = {
    "hours": ("abc", -1, 0, 1e9, "1e3", "NaN", "Infinity", "0.24", "24.01", "1,5", "½", True, "٣", "1_0", "-0"),
    "rating": (0, 6, 99, "fem", 3.5, "4.0", -1, "٣", True, "1e0", "5" * 400),
    "count": (0, -1, 10_000, "1e2", "²", 2.5, "9" * 50),
    "date": ("2022-02-30", "2021-01-01", "9999-12-31", "20220316", "2022-W11-3", "i morgon", "", 20220316),
    "time": ("24:00", "25:61", "08", "08:00:00.5", "08:00+05:00", "T08:00", "kl 8", 800, "23:59:60"),
    "person": ("SER999", "REK1", "", "SAM1", "ser1", None, "SER1 ", 7),
    "answer": ("11", "0", "aldrig", "-1", "1e2", "ja" * 3000, True),
    "daysoff": ("never", "", 1),
}
_PILOT = Path(__file__).parent.parent.parent / "catalog" / "pilot"
SAID = (
    "avboka B-2022-0001",
    "flytta B-2022-0002 till 30 februari",
    "ändra B-2022-0001 till 99 timmar",
    "godkänn",
    "avslå",
    "ja",
    "nej",
    "jag tar det",
    "starta U-2022-0001",
    "klart, det tog 1e9 timmar",
    "klart, det tog -1 timme",
    "betyg 99 på B-2022-0001",
    "svara Karin: tack",
    "kommentera B-2022-0001: \u202ebaklänges",
    "ge B-2022-0002 till SER999",
    "samma igen",
    "varannan tisdag städning från vecka 34 till jul",
    "varje dag lunch i 999 år",
    "mina ärenden",
    "visa kön",
    "mina uppdrag",
    "visa tjänster",
    "English please",
    "svenska",
    "prata med en människa",
    "pausa frågorna",
    "ibland",
    "hur går det med F-2022-0001?",
    "det brinner i köket",
    "toaletten är trasig och lampan är sönder",
    "change the lamp in B214 at 25:61 tomorrow",
    "two hours of cleaning on the 31st of June",
    "mitt personnummer är 19900101-0017",
    "beställ " + "städning och " * 300,
    "?" * 4500,
    "99999999999999999999 stolar i aulan klockan 99 den 99/99",
    "1/0 stolar",
)


@cache
def sentences() -> Sequence[str]:
    """Return what people say: the pilot's examples, and what they say wrongly."""
    with (_PILOT / "utterances.csv").open(encoding="utf-8") as file:
        return [*SAID, *(row["text"] for row in csv.DictReader(file))]
