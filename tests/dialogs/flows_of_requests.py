"""Flows about what has been ordered, what recurs, and the catalogue."""

from typing import Any

from actions.series import make_orders_ahead
from tests.dialogs.flows_of_orders import ORDER, PLACE, WEEKLY
from tests.dialogs.towns import Flow, Step, Town, done, ordered, press, say

SERIES = "series:S-2022-0001"
NUMBER = "B-2022-0001"


async def many(town: Town) -> None:
    """Have ten orders placed."""
    for _ in range(10):
        await town.desk.order()


async def ahead(town: Town) -> None:
    """Let the orders of the series be made as far as they are."""
    await make_orders_ahead(begin=town.storage.begin, at=town.at)


def of_request(verb: str, swedish: str, english: str, *, first: Step | None = None, **inputs: Any) -> Flow:
    """Return a flow about the order that is spoken of."""
    return Flow(
        first=[first or ordered(place="Aulan")],
        pressed=[press(verb, "request", **inputs)],
        typed=[say(swedish, english)],
    )


def shown(pressed: list[Step], *typed: Step, first: tuple[Step, ...] = ()) -> Flow:
    """Return a flow that only shows something, by press as by word."""
    return Flow(first=first, pressed=pressed, typed=typed, is_shown=True)


def of_series(verb: str, swedish: str, english: str, **inputs: Any) -> Flow:
    """Return a flow about a series of which two weeks have been made."""
    first = [WEEKLY, ORDER, ahead]
    return Flow(first=first, pressed=[press(verb, SERIES, **inputs), ahead], typed=[say(swedish, english), ahead])


MINE = say("mina ärenden", "my requests")
MANY = (many, MINE)
KEY = ("nyckeln finns på expeditionen", "the key is at the office")

REQUESTS: dict[str, Flow] = {
    "my requests": shown([press("requests.show", "", page=1)], MINE, first=(many,)),
    "the next page of mine": shown([press("requests.show", "", page=2)], say("fler", "more"), first=MANY),
    "the page before": shown(
        [press("requests.show", "", page=2), press("requests.show", "", page=1)],
        say("fler", "more"),
        say("tillbaka", "back"),
        first=MANY,
    ),
    "those that are over": shown(
        [press("requests.show", "", which="over", page=1)],
        say("mina klara ärenden", "my finished requests"),
        first=(done(), MINE),
    ),
    "those of the unit": shown(
        [press("requests.show", "", scope="unit", page=1)],
        say("alla ärenden på enheten", "all requests of the unit"),
        first=(ordered(who="KON12"), MINE),
    ),
    "how it goes": shown(
        [say(NUMBER)], say("hur går det med lampan?", "how is it going with the lamp?"), first=(ordered(),)
    ),
    "one request of the list": shown([press("request.show", "", request=NUMBER)], say(NUMBER), first=(ordered(), MINE)),
    "how it goes, by number": shown(
        [say(NUMBER)], say(f"status på {NUMBER}", f"status of {NUMBER}"), first=(ordered(),)
    ),
    "cancel": of_request("request.cancel", "avboka", "cancel"),
    "cancel by number": of_request("request.cancel", f"avboka {NUMBER}", f"cancel {NUMBER}"),
    "cancel by name": of_request("request.cancel", "avboka lampbytet", "cancel the lamp replacement"),
    "change the day of what is ordered": of_request(
        "request.change", "flytta den till fredag", "move it to Friday", date="2022-03-18"
    ),
    "change the time of what is ordered": of_request(
        "request.change",
        f"flytta {NUMBER} till fredag kl 13",
        f"move {NUMBER} to Friday at 1 pm",
        date="2022-03-18",
        time="13:00",
    ),
    "change the place of what is ordered": of_request(
        "request.change",
        f"ändra platsen för {NUMBER} till biblioteket",
        f"change the place of {NUMBER} to the library",
        place="Biblioteket",
    ),
    "change the hours of what is ordered": of_request(
        "request.change", f"ändra timmarna i {NUMBER} till 2", f"change the hours of {NUMBER} to 2", hours="2"
    ),
    "change the number of what is ordered": of_request(
        "request.change", f"ändra antalet i {NUMBER} till 4", f"change the number of {NUMBER} to 4", count="4"
    ),
    "change the note of what is ordered": of_request(
        "request.change",
        f"ändra meddelandet i {NUMBER} till {KEY[0]}",
        f"change the note of {NUMBER} to {KEY[1]}",
        note=KEY,
    ),
    "comment": of_request("request.comment", f"kommentera: {KEY[0]}", f"comment: {KEY[1]}", comment=KEY),
    "comment when asked": Flow(
        first=[ordered()],
        pressed=[press("request.comment", "request", comment=KEY)],
        typed=[say("kommentera", "comment"), say(*KEY)],
    ),
    "order again": Flow(
        first=[done(place="Aulan")],
        pressed=[press("request.again", "request"), PLACE],
        typed=[say("beställ samma igen", "order again"), ORDER],
    ),
    "rate": of_request("request.rate", "betyg 4", "rating 4", first=done(), rating="4"),
    "reopen": of_request("request.reopen", "öppna igen", "reopen", first=done()),
    "reopen and say why": of_request(
        "request.reopen",
        "öppna igen, lampan blinkar",
        "reopen, the lamp flickers",
        first=done(),
        comment=("lampan blinkar", "the lamp flickers"),
    ),
    "end a series": of_series("series.end", "avsluta S-2022-0001", "stop S-2022-0001"),
    "end the series that is spoken of": of_series("series.end", "avsluta serien", "end the series"),
    "leave the next one out": of_series("series.skip", "hoppa över nästa", "skip the next one"),
    "change all times of a series": of_series(
        "series.change",
        "ändra alla i S-2022-0001 till kl. 9",
        "change all of S-2022-0001 to 9 am",
        **{"series-time": "09:00"},
    ),
    "change the day of a series": of_series(
        "series.change",
        "ändra alla i S-2022-0001 till torsdag",
        "change all of S-2022-0001 to Thursday",
        **{"series-date": "2022-03-17"},
    ),
    "change the place of a series": of_series(
        "series.change",
        "ändra alla i S-2022-0001 till biblioteket",
        "change all of S-2022-0001 to the library",
        **{"series-place": "Biblioteket"},
    ),
    "cancel one of a series": Flow(
        first=[WEEKLY, ORDER, ahead],
        pressed=[press("request.cancel", f"request:{NUMBER}"), ahead],
        typed=[say(f"avboka {NUMBER}", f"cancel {NUMBER}"), ahead],
    ),
    "move one of a series": Flow(
        first=[WEEKLY, ORDER, ahead],
        pressed=[press("request.change", f"request:{NUMBER}", date="2022-03-23"), ahead],
        typed=[say(f"flytta {NUMBER} till den 23 mars", f"move {NUMBER} to 23 March"), ahead],
    ),
    "the catalogue": shown(
        [press("catalogue.show", "catalogue:", service="")], say("visa katalogen", "show the catalogue")
    ),
    "a category": shown(
        [press("catalogue.show", "catalogue:", category="add_on")], say("visa tilläggstjänster", "show add-on services")
    ),
    "the next page of a category": shown(
        [press("catalogue.show", "catalogue:", category="call_off", page=2)],
        say("nästa sida", "next page"),
        first=(press("catalogue.show", "catalogue:", category="call_off"),),
    ),
    "search": shown(
        [press("catalogue.show", "catalogue:", search=1, query="mat")],
        say("sök mat", "search mat"),
    ),
    "one service and what it costs": shown(
        [press("catalogue.show", "catalogue:", service="LOK-FON")],
        say("vad kostar fönsterputsning?", "what does window cleaning cost?"),
    ),
    "order from the catalogue": Flow(
        first=[press("catalogue.show", "catalogue:", service="LOK-FON")],
        pressed=[
            press("order.start", "catalogue:LOK-FON", service="LOK-FON"),
            press("order.place", place="Aulan", date="2022-03-18"),
        ],
        typed=[ORDER, say("i aulan på fredag", "in the hall on Friday"), ORDER],
    ),
    "order from a card put in by search": Flow(
        pressed=[
            press("order.start", "catalogue:LOK-FON", chat="channel"),
            press("order.place", place="Aulan", date="2022-03-18", chat="channel"),
        ],
        typed=[
            say("beställ fönsterputsning", "order window cleaning"),
            say("i aulan på fredag", "in the hall on Friday"),
            ORDER,
        ],
    ),
}
