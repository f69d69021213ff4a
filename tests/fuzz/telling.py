"""A real story, told to the bot over HTTP and recorded: what was sent is the stock of what is spoilt later."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.wire import JsonObject
from tests.bot.activities import chat_of, envelope, execute, installed, message, submit
from tests.fuzz.connector import Button, Peer

Send = Callable[[JsonObject], Awaitable[None]]
Settle = Callable[[], Awaitable[None]]
TOLD = ("REK1", "KON11", "KON21", "REK2", "CHE5", "KON51", "SER1", "SER2", "SER3", "SER6", "SAM1", "SAM2", "PL1", "EK1")


@dataclass(kw_only=True)
class Teller:
    """Plays the people. *send* sends one activity, *settle* waits until the bot has sent all it owes."""

    peer: Peer
    send: Send
    settle: Settle
    recorded: list[JsonObject] = field(default_factory=list)
    number: int = 0

    async def tell(self) -> None:
        """Let everybody come, order, report, decide, work, rate, ask and change."""
        for code in TOLD:
            await self._give(installed(by=code, service_url=self.peer.url))
        await self.settle()
        await self._order("REK1", "Kan någon byta lysröret i sal B214 imorgon före 8?", coordinator="SAM1")
        await self._order("CHE5", "Jag behöver städning i matsalen på torsdag kl 10", coordinator="SAM2", is_done=False)
        await self._say("KON21", "Could somebody change the lamp in room C7 on Thursday at 10?")
        await self._press("KON21", "order.place", place="C7", comment="x")
        await self._say("KON11", "Flytta 30 stolar till aulan på torsdag kl 13, 2 timmar")
        await self._press("KON11", "order.change", hours="3")
        await self._press("KON11", "order.place")
        await self._press("REK1", "request.approve")
        await self._say("REK2", "Toaletten på plan 2 är sönder och det rinner vatten")
        await self._say("KON51", "Lampan är trasig i köket")
        await self._say("REK1", "Varannan tisdag vill vi ha städning av aulan kl 15, till jul")
        await self._press("REK1", "order.place")
        for code, text in (
            ("REK1", "mina ärenden"),
            ("SAM1", "visa kön"),
            ("SER1", "mina uppdrag"),
            ("PL1", "årshjul"),
        ):
            await self._say(code, text)
        for code, text in (("REK2", "hjälp"), ("KON11", "visa tjänster"), ("SAM2", "kö"), ("PL1", "årshjul")):
            await self._say(code, text)
        for name, value in _SEARCHES:
            await self._give(self._envelope("invoke", "REK1") | {"name": name, "value": value})
        for kind in ("messageUpdate", "messageDelete"):
            await self._give(self._envelope(kind, "REK1") | {"text": "Byt lysröret i B215", "id": "told-16"})
        await self.settle()

    async def _order(self, by: str, text: str, *, coordinator: str, is_done: bool = True) -> None:
        await self._say(by, text)
        await self._press(by, "order.place")
        offer = await self._press(coordinator, "assignment.offer")
        employee = str(offer.inputs.get("person", "")) if offer else ""
        for verb in ("assignment.accept", "assignment.start", "assignment.pause", "assignment.start"):
            await self._press(employee, verb)
        if is_done:
            await self._press(employee, "assignment.done", hours="0.5")
            await self._press(by, "request.rate", is_submit=True, rating="4", comment="Bra")

    async def _say(self, by: str, text: str) -> None:
        self.number += 1
        await self._give(message(text, by=by, service_url=self.peer.url, id=f"told-{self.number}"))
        await self.settle()

    async def _press(self, by: str, verb: str, *, is_submit: bool = False, **inputs: str) -> Button | None:
        """Press the newest such button in the chat of *by*; it is no matter when there is none."""
        hand = [each for card in self.peer.hands.get(chat_of(by), {}).values() for each in card]
        button = next((each for each in reversed(hand) if each.verb == verb), None)
        if button is None:
            return None
        make = submit if is_submit else execute
        data = {**button.inputs, **button.data, **inputs}
        await self._give(make(verb, data, by=by, service_url=self.peer.url, card=button.card))
        await self.settle()
        return button

    async def _give(self, activity: JsonObject) -> None:
        if not str(activity["id"]).startswith("told"):
            self.number += 1
            activity["id"] = f"told-{self.number}"
        self.recorded.append(activity)
        await self.send(activity)

    def _envelope(self, kind: str, by: str) -> JsonObject:
        self.number += 1
        return envelope(kind, by=by, service_url=self.peer.url, id=f"told-{self.number}")


_SEARCHES: tuple[tuple[str, JsonObject], ...] = (
    ("application/search", {"dataset": "services", "queryText": "lampa", "queryOptions": {"skip": 0, "top": 8}}),
    ("composeExtension/query", {"commandId": "catalogue", "parameters": [{"name": "query", "value": "lampa"}]}),
    ("composeExtension/selectItem", {"service": "VAK-LAM"}),
)
