"""One person's Agents Playground as a process, and what it has written down of the traffic with the bot."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.e2e.chats import CARD, JsonObject
from tests.e2e.programs import GRACE_SECONDS, environment, free_port
from tests.witness.hearing import call
from tests.witness.people import Person, beside
from tests.witness.seats import SeenInVain, until

TENANT = "00000000-0000-4000-8000-00000000aaaa"
TEAM = "00000000-0000-4000-8000-00000000bbbb"
_FROM_BOT = "User Application -> "
_TOLD_CHARACTERS = 3000


def _account(person: Person) -> JsonObject:
    given, _, family = person.name.partition(" ")
    # The misspelt name is the Playground's own.
    who = {"id": person.directory_id, "name": person.name, "userPrincipleName": person.email, "email": person.email}
    return {**who, "aadObjectId": person.directory_id, "givenName": given, "surname": family or given}


def configuration(code: str) -> JsonObject:
    """Return what a Playground is told of the world, with *code* at its page."""
    me, *others = beside(code)
    channel = {"id": "19:desk@thread.tacv2", "name": "Desk"}
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": "28:vaktis", "name": "Vaktis"},
        "currentUser": _account(me),
        "users": [_account(each) for each in others],
        "personalChat": {"id": conversation(me)},
        "groupChat": {"id": "19:group@thread.v2", "name": "Group"},
        "team": {"id": "19:team@thread.tacv2", "aadGroupId": TEAM, "name": "Team", "channels": [channel]},
    }


def conversation(person: Person) -> str:
    """Return the id of a person's chat with the bot."""
    return f"a:personal-{person.directory_id}"


@dataclass(kw_only=True)
class Playground:
    """Started in *folder* by *command*, for the person *code* and the bot at *bot* (the address of its endpoint)."""

    command: Sequence[str]
    folder: Path
    code: str
    bot: str
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where its page is."""
        return f"http://localhost:{self.port}"

    @property
    def recording(self) -> Path:
        """Where it writes down what goes to the bot and comes from it."""
        return self.folder / "recorded.log"

    @property
    def log(self) -> Path:
        """Where it says what it does, and why it did not start."""
        return self.folder / "playground.log"

    def start(self) -> None:
        """Start it; `until_ready` waits for its page."""
        self.folder.mkdir(parents=True)
        # JSON is YAML too.
        told = json.dumps(configuration(self.code), ensure_ascii=False, indent=1)
        (self.folder / ".m365agentsplayground.yml").write_text(told, encoding="utf-8")
        options = ["--app-endpoint", self.bot, "--channel-id", "msteams", "--port", f"{self.port}"]
        own = {
            "TEAMSAPPTESTER_BROWSER": "none",
            "M365_AGENTS_PLAYGROUND_LOGFILE": f"{self.log}",
            "M365_AGENTS_PLAYGROUND_RECORDING_FILE": f"{self.recording}",
        }
        with (self.folder / "playground.out").open("ab") as output:
            self.process = subprocess.Popen(
                [*self.command, "start", *options, "--enable-events-recording", "--disable-telemetry"],
                cwd=self.folder,
                env=environment(**own),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    async def until_ready(self, session: aiohttp.ClientSession) -> None:
        """Wait until its page is served."""

        async def is_served() -> bool:
            assert self.process is not None
            if self.process.poll() is not None:
                raise SeenInVain(f"the Playground of {self.code} ended: {self.said()}")
            try:
                async with session.get(self.url) as response:
                    return response.status == 200
            except aiohttp.ClientError:
                return False

        await until(is_served, what=f"the Playground of {self.code} serves its page")

    def stop(self) -> None:
        """End it, asking first."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def said(self) -> str:
        """Return the end of what it wrote to its log."""
        return self.log.read_text(errors="replace")[-_TOLD_CHARACTERS:] if self.log.exists() else ""

    def recorded(self) -> list[JsonObject]:
        """Return what went to the bot and came from it, oldest first; each has `request` and `response`."""
        text = self.recording.read_text(encoding="utf-8") if self.recording.exists() else ""
        decoder, found, place = json.JSONDecoder(), list[JsonObject](), text.find("{")
        while place >= 0:
            try:
                entry, end = decoder.raw_decode(text, place)
            except json.JSONDecodeError:  # the last one is being written
                break
            found.append(entry)
            place = text.find("{", end)
        return found

    async def held(self) -> list[JsonObject]:
        """Return the cards in the person's own chat as they are now, oldest first."""
        mine = conversation(beside(self.code)[0])
        cards: dict[str, JsonObject] = {}
        for entry in self.recorded():
            activity, card = _carded(entry)
            if card is not None and entry.get("conversationId") == mine:
                cards[activity] = card
        return list(cards.values())

    def sent(self) -> list[JsonObject]:
        """Return the activities that went to the bot."""
        return [_part(entry, "request", "body") for entry in self.recorded() if not _is_from_bot(entry)]

    def calls(self) -> list[str]:
        """Return what the bot called."""
        calls = [entry for entry in self.recorded() if _is_from_bot(entry)]
        return [
            call(str(ask["method"]), str(ask["url"]), _part(entry, "response").get("statusCode"))
            for entry in calls
            if (ask := _part(entry, "request"))
        ]


def _is_from_bot(entry: JsonObject) -> bool:
    return str(entry["direction"]).startswith(_FROM_BOT)


def _carded(entry: JsonObject) -> tuple[str, JsonObject | None]:
    """Return which activity has which card by this: one that the bot wrote, or the answer to a press."""
    asked, answered = _part(entry, "request", "body"), _part(entry, "response", "body")
    if not _is_from_bot(entry):
        return str(asked.get("replyToId")), _card(answered, "type", "value")
    attachments = asked.get("attachments")
    found = [_card(each, "contentType", "content") for each in attachments] if isinstance(attachments, list) else []
    return str(entry.get("messageId")), found[0] if found else None


def _card(holder: JsonObject, kind: str, content: str) -> JsonObject | None:
    card = holder.get(content)
    return card if holder.get(kind) == CARD and isinstance(card, dict) else None


def _part(entry: JsonObject, *path: str) -> JsonObject:
    found: object = entry
    for each in path:
        found = found.get(each) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}
