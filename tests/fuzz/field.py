"""The field: a bot that really serves, on a real database, and all that is needed to shoot at it and to judge it."""

import asyncio
import io
import json
import logging
import random
import traceback
from collections import Counter
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from time import monotonic

import aiohttp
from typing_extensions import override
from yarl import URL

from bot.buttons import SECRET
from bot.commands.serve import serving
from bot.console.screen import Unlimited
from bot.settings import read_settings
from bot.wire import JsonObject, as_object
from bot.wiring import Desk
from storage.unit_of_work import Storage
from tests.fuzz.connector import Peer, as_json, peering
from tests.fuzz.judging import Answered, Sent, faults_of, sender_of, thefts
from tests.fuzz.ledger import Ledger
from tests.fuzz.making import Maker
from tests.fuzz.rubbish import drawn
from tests.fuzz.sentences import FAULT, keys_of
from tests.fuzz.shots import MESSAGES, Shot
from tests.fuzz.telling import Teller

SETTLE_EVERY = 150
RUBBISH = 700
SEEDS_OF_ONE_RUBBISH = 20
"""So many seeds in a row put the same values, each elsewhere: making them up takes a while."""
SETTLE_SECONDS = 5.0
CUT_SECONDS = 0.3
"""How long an answer to a torn request is waited for: who never ends theirs gets none."""
START = "2022-03-15T10:00:00+01:00"
LATER = "2022-03-16T09:00:00+01:00"
"""After the month's question and the morning's reminders have been sent."""
CHOSEN = "SELECT code, chosen_language FROM people WHERE chosen_language IS NOT NULL"
EXPECTED_WARNINGS = frozenset({"not-authentic", "undeliverable", "connector-cut", "not-sent"})


class Watch(logging.Handler):
    """Keeps what the log should not hold: errors, tracebacks, and warnings that no activity explains."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        event = record.getMessage()
        if record.name.startswith("apscheduler"):
            return  # a crowded machine: the tick before is still under way
        if record.levelno >= logging.ERROR or record.exc_info or event not in EXPECTED_WARNINGS:
            extra = {name: vars(record).get(name) for name in ("fault", "frames", "cause", "error")}
            trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
            self.found.append(f"{record.name} {record.levelname} {event} {extra} {trace}")


@dataclass(kw_only=True)
class Field:
    """A bot under fire."""

    desk: Desk
    address: str
    session: aiohttp.ClientSession
    peer: Peer
    ledger: Ledger
    watch: Watch
    seen: set[tuple[str, str]] = field(default_factory=set)
    outcomes: Counter[str] = field(default_factory=Counter)
    languages: Mapping[str, str] = field(default_factory=dict)

    async def settle(self) -> None:
        """Wait until the bot has sent all that is due; what is put off after a failure is not waited for."""
        delivery, end = self.desk.delivery, monotonic() + SETTLE_SECONDS
        while monotonic() < end:
            delivery.wake()
            now, due = await self.desk.courier.next_due()
            if not delivery._in_flight and (due is None or due > now):
                return
            await asyncio.sleep(0.005)

    async def tell(self) -> Sequence[JsonObject]:
        """Tell the story that is spoilt afterwards; return its activities."""
        teller = Teller(peer=self.peer, send=self._told, settle=self.settle)
        await teller.tell()
        async with self.session.post("/dev/clock", json={"to": LATER}) as response:
            assert response.status == 200, await response.text()
        await self.settle()
        await self.ledger.changes()
        await self.ledger.happenings()
        await self.ledger.owings()
        assert not self.watch.found, self.watch.found
        return teller.recorded

    async def _told(self, activity: JsonObject) -> None:
        shot = Shot(kind="told", body=json.dumps(activity).encode(), headers={"Content-Type": "application/json"})
        faults = await self.fire(shot)
        assert not faults, (faults, activity)

    async def fire(self, shot: Shot) -> Sequence[str]:
        """Send the shot; return what is wrong with what came of it."""
        sent = self._sent(shot)
        status, body = await (self._raw(shot.raw) if shot.raw is not None else self._request(shot))
        answered = Answered(
            status=status,
            body=body,
            changes=await self.ledger.changes(),
            happenings=await self.ledger.happenings(),
            owings=await self.ledger.owings(),
        )
        self._keep(sent, answered)
        if any(each.table == "people" for each in answered.changes):
            self.languages = dict(await self.ledger.rows(CHOSEN))
        faults = [*faults_of(sent, answered), *self.watch.found]
        if faults and not shot.raw:
            faults.append(f"answered {body[:500]!r}, owed {[each.text or each.view for each in answered.owings]}")
        self.watch.found.clear()
        return faults

    def _sent(self, shot: Shot) -> Sent:
        is_activity = shot.raw is None and shot.path == MESSAGES and shot.method == "POST"
        activity = as_json(shot.body) if is_activity else {}
        identity = (str(as_object(activity.get("conversation")).get("id")), str(activity.get("id")))
        is_again = identity in self.seen
        self.seen.add(identity)
        sender = sender_of(activity)
        if sender is not None and sender.code in self.languages:
            sender = replace(sender, language=self.languages[sender.code])
        return Sent(
            shot=shot,
            activity=activity,
            sender=sender,
            is_forged=self._is_forged(activity),
            is_again=is_again,
        )

    def _is_forged(self, activity: JsonObject) -> bool:
        value = as_object(activity.get("value"))
        if activity.get("type") == "invoke":
            if activity.get("name") != "adaptiveCard/action":
                return False
            action = as_object(value.get("action"))
            data, verb = as_object(action.get("data")), action.get("verb")
        else:
            data, verb = value, value.get("verb")
        verb = verb or data.get("verb")
        if not isinstance(verb, str) or not verb:
            return False
        subject, version = (_written(data.get(name)) for name in ("subject", "version"))
        return (verb, subject, version) not in self.peer.issued

    def _keep(self, sent: Sent, answered: Answered) -> None:
        self.outcomes[f"{sent.shot.kind} {answered.status}"] += 1
        if answered.status != 200:
            return
        body = as_json(answered.body)
        conversation = as_object(sent.activity.get("conversation")).get("id")
        if isinstance(body.get("value"), dict) and isinstance(conversation, str):
            self.peer.keep(conversation, str(sent.activity.get("replyToId")), body["value"])
        if isinstance(body.get("composeExtension"), dict):
            self.peer.keep(f"searched {conversation}", "searched", body["composeExtension"])

    async def _request(self, shot: Shot) -> tuple[int, bytes]:
        url = URL(self.address + shot.path, encoded=True)
        data = io.BytesIO(shot.body) if shot.body else None  # some are too large to be given as they are
        async with self.session.request(shot.method, url, data=data, headers=shot.headers) as response:
            return response.status, await response.read()

    async def _raw(self, raw: bytes) -> tuple[int, bytes]:
        """Write *raw* on a connection of its own, and no more; the answer's status is 0 when there is none."""
        parts = URL(self.address)
        reader, writer = await asyncio.open_connection(parts.host, parts.port)
        writer.write(raw)
        with suppress(ConnectionError, TimeoutError):
            await writer.drain()
            writer.write_eof()
            answer = await asyncio.wait_for(reader.read(), timeout=CUT_SECONDS)
            writer.close()
            words = answer.split(b" ", 2)
            return (int(words[1]), answer) if len(words) > 1 and words[1].isdigit() else (0, answer)
        return 0, b""

    async def last_faults(self) -> Sequence[str]:
        """Return what is wrong with all that was done and sent together."""
        await self.settle()
        found = [*self.watch.found, *await thefts(self.ledger)]
        for sentence in self.peer.said:
            keys = keys_of(sentence.text, "sv") | keys_of(sentence.text, "en")
            if not keys:
                found.append(f"no sentence: {sentence}")
            elif keys == {FAULT}:
                found.append(f"a reference number was sent: {sentence}")
        return found


def _written(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


@asynccontextmanager
async def fielded(url: str) -> AsyncGenerator[Field]:
    """Let a bot serve on the database at *url*, with a peer, a ledger and a watch on its log."""
    ledger = await Ledger.open(url)
    await _fix_secret(url)
    watch = Watch()
    logging.getLogger().addHandler(watch)
    settings = read_settings(
        {"VAKTIS_DATABASE_URL": url, "VAKTIS_CLOCK": START, "VAKTIS_PORT": "0", "VAKTIS_SENDS_PER_SECOND": "10000"}
    )
    try:
        async with peering() as peer, serving(settings) as (desk, port), _session() as session:
            desk.courier._limits = Unlimited()  # the pace of sending is not what is looked at here
            address = f"http://127.0.0.1:{port}"
            session._base_url = URL(address)
            yield Field(desk=desk, address=address, session=session, peer=peer, ledger=ledger, watch=watch)
    finally:
        logging.getLogger().removeHandler(watch)
        await ledger.close()


def _session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))


async def _fix_secret(url: str) -> None:
    """Let the same seed give the same tokens."""
    storage = Storage.open(url)
    async with storage.begin() as work:
        await work.settings.put_if_absent(SECRET, "00" * 32)
    await storage.close()


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """A shot that was answered wrongly."""

    number: int
    shot: Shot
    faults: Sequence[str]

    def told(self) -> str:
        """Return it as read in a test's report."""
        raw = self.shot.raw or self.shot.body
        where = f"shot {self.number} ({self.shot.kind} {self.shot.method} {self.shot.path})"
        return f"{where}: {self.faults}\n  {raw[:3000]!r}"


async def fire(field_: Field, *, seed: int, count: int, most_failures: int = 5) -> Sequence[Failure]:
    """Fire *count* shots that the seed gives; return those that were answered wrongly, a few at most."""
    recorded = await field_.tell()
    maker = Maker(
        chance=random.Random(seed),
        peer=field_.peer,
        values=drawn(seed // SEEDS_OF_ONE_RUBBISH, count=RUBBISH),
        recorded=recorded,
    )
    failures: list[Failure] = []
    for number in range(count):
        if number % SETTLE_EVERY == 0:
            await field_.settle()
        shot = maker.make()
        if faults := await field_.fire(shot):
            failures.append(Failure(number=number, shot=shot, faults=faults))
            if len(failures) >= most_failures:
                break
    if faults := await field_.last_faults():
        failures.append(Failure(number=count, shot=Shot(kind="the end"), faults=faults))
    return failures
