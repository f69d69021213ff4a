"""Makes activities up: mutated copies of recorded ones, presses that nobody made, words and news."""

import copy
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.wire import JsonObject
from tests.bot.activities import BOT, chat_of, envelope
from tests.fuzz.connector import Button, Peer
from tests.fuzz.rubbish import Json, one_of, written
from tests.fuzz.shots import Shot, in_a_bad_envelope
from tests.fuzz.stock import CHANNEL, INPUTS, INVOKES, KINDS, OTHERS, PEOPLE, STRANGER, VERBS_TOO, WRONG, sentences


@dataclass(kw_only=True)
class Maker:
    """Makes shots by chance. *recorded* are real activities, *values* the rubbish that is put into them."""

    chance: random.Random
    peer: Peer
    values: Sequence[Json]
    recorded: Sequence[JsonObject]
    number: int = 0
    used: list[str] = field(default_factory=list)

    def make(self) -> Shot:
        """Return the next one."""
        (make,) = self.chance.choices([way for way, _ in _WEIGHTS], [weight for _, weight in _WEIGHTS])
        return make(self)

    # What all activities are made of

    def identity(self) -> str:
        """Return the id of a new activity, now and then one that was used before."""
        if self.used and self.chance.random() < 0.04:
            return self.chance.choice(self.used[-400:])
        self.number += 1
        self.used.append(f"fuzz-{self.number}")
        return self.used[-1]

    def somebody(self) -> str:
        """Return who sends: mostly one who works with the desk, now and then another, or a stranger."""
        drawn = self.chance.random()
        if drawn < 0.04:
            return STRANGER
        return self.chance.choice(OTHERS if drawn < 0.12 else PEOPLE)

    def rubbish(self) -> Json:
        """Return a value that does not belong anywhere; what is put into it must not stand in the next one."""
        return copy.deepcopy(one_of(self.chance, self.values))

    def envelope(self, kind: str, *, by: str | None = None) -> JsonObject:
        """Return an activity of *by*, in their own chat or sometimes in a channel or somebody else's chat."""
        activity = envelope(kind, by=by or self.somebody(), service_url=self.peer.url, id=self.identity())
        drawn = self.chance.random()
        if drawn < 0.06:
            thread = self.chance.choice(["", ";messageid=1", ";messageid="])
            activity["conversation"] = {"conversationType": "channel", "isGroup": True, "id": f"{CHANNEL}{thread}"}
        elif drawn < 0.08:
            activity["conversation"] = {"conversationType": "personal", "id": chat_of(self.chance.choice(PEOPLE))}
        return activity

    def sent(self, kind: str, activity: Json) -> Shot:
        """Return the activity as a shot."""
        return Shot(kind=kind, body=written(activity), headers={"Content-Type": "application/json"})

    # Mutated copies

    def mutated(self) -> Shot:
        """Return a copy of a recorded activity in which a few things are wrong."""
        activity = copy.deepcopy(self.chance.choice(self.recorded))
        activity["id"], activity["serviceUrl"] = self.identity(), self.peer.url
        for _ in range(self.chance.choice([1, 1, 1, 2, 3, 6])):
            self.spoil(activity)
        return self.sent("mutated", activity)

    def spoil(self, activity: JsonObject) -> None:
        """Change one thing somewhere in *activity*."""
        places = list(_places(activity))
        if not places:
            return
        holder, name = self.chance.choice(places)
        drawn = self.chance.random()
        if drawn < 0.2:
            holder.pop(name)
        elif drawn < 0.35:
            other = self.chance.choice(self.recorded)
            same = [inner for inner, key in _places(other) if key == name]
            holder[name] = copy.deepcopy(same[0][name]) if same else self.rubbish()
        elif drawn < 0.45:
            holder[name] = _retyped(holder[name])
        elif drawn < 0.5:
            holder[str(one_of(self.chance, [each for each in self.values if isinstance(each, str)]))] = self.rubbish()
        else:
            holder[name] = self.rubbish()

    # Presses

    def button(self, *, of: str | None = None) -> Button | None:
        """Return a button that was sent to *of*, or to anybody."""
        chats = [chat for chat, hand in self.peer.hands.items() if hand and (of is None or chat == chat_of(of))]
        if not chats:
            return None
        hand = self.peer.hands[self.chance.choice(sorted(chats))]
        return self.chance.choice(self.chance.choice(list(hand.values())))

    def press(self) -> Shot:
        """Return a press: as it should be, or of somebody else's button, or of one that was never made."""
        by = self.somebody()
        is_own = self.chance.random() < 0.6
        button = (self.button(of=by) if is_own else None) or self.button()
        if button is None:
            return self.words()
        data: JsonObject = {**button.inputs, **button.data}
        verb = button.verb
        if self.chance.random() < 0.75:
            for _ in range(self.chance.choice([1, 1, 2])):
                verb = self.chance.choice(_FORGERIES)(self, data, verb)
        return self.sent("press", self.pressed(button, verb, data, by=by))

    def pressed(self, button: Button, verb: Json, data: Json, *, by: str) -> JsonObject:
        """Return the activity of a press, as one of the two kinds of button sends it."""
        is_execute = self.chance.random() < 0.75
        activity = self.envelope("invoke" if is_execute else "message", by=by)
        activity["replyToId"] = button.card if self.chance.random() < 0.9 else self.rubbish()
        if is_execute:
            action: Json = {"type": "Action.Execute", "verb": verb, "data": data}
            action = action if self.chance.random() < 0.97 else self.rubbish()
            return activity | {"name": "adaptiveCard/action", "value": {"action": action, "trigger": "manual"}}
        value = {**data, "verb": verb} if isinstance(data, dict) else data
        return activity | {"value": value}

    def forge_token(self, data: JsonObject, verb: str) -> str:
        """Put another token in place."""
        other = self.button()
        stolen = other.data.get("token") if other else None
        flipped = str(data.get("token"))[::-1]
        data["token"] = self.chance.choice([stolen, flipped, "0" * 32, "", None, self.rubbish()])
        return verb

    def forge_verb(self, _data: JsonObject, _verb: str) -> str:
        """Take the verb of another button."""
        return self.chance.choice(VERBS_TOO)

    def forge_subject(self, data: JsonObject, verb: str) -> str:
        """Point at something else, in that form or in none."""
        other = self.button()
        data["subject"] = other.data.get("subject") if other and self.chance.random() < 0.7 else self.rubbish()
        return verb

    def forge_version(self, data: JsonObject, verb: str) -> str:
        """Claim another version."""
        data["version"] = self.chance.choice([0, 1, 2, 99, -1, "1", 1.0, None, True, 2**70, self.rubbish()])
        return verb

    def fill_wrongly(self, data: JsonObject, verb: str) -> str:
        """Fill in an input with what it can't hold."""
        names = [name for name in data if name not in {"token", "verb", "subject", "version"}] or [*INPUTS]
        name = self.chance.choice([*names, *INPUTS])
        data[name] = self.chance.choice(WRONG[name]) if name in WRONG and self.chance.random() < 0.7 else self.rubbish()
        return verb

    def lose_something(self, data: JsonObject, verb: str) -> str:
        """Leave out one of its values."""
        if data:
            data.pop(self.chance.choice(sorted(data)))
        return verb

    # Words, news and invokes

    def sentence(self) -> str:
        """Return something to say, sometimes with something else in the middle of it."""
        said = self.chance.choice(sentences())
        if self.chance.random() < 0.4:
            words = said.split(" ")
            words.insert(self.chance.randrange(len(words) + 1), str(self.rubbish()))
            said = " ".join(words)
        return said

    def words(self) -> Shot:
        """Return a message, its text and what stands around it rightly or wrongly made."""
        activity = self.envelope("message")
        text = self.sentence()
        mention = {"type": "mention", "text": "<at>Vaktis</at>", "mentioned": {"id": BOT, "name": "Vaktis"}}
        activity |= {"text": text, "attachments": [{"contentType": "text/html", "content": f"<p>{text}</p>"}]}
        if self.chance.random() < 0.3:
            activity["entities"] = self.chance.choice([[mention], [mention, self.rubbish()], self.rubbish()])
        if self.chance.random() < 0.15:
            activity[self.chance.choice(["text", "locale", "textFormat", "attachments", "value"])] = self.rubbish()
        return self.sent("words", activity)

    def files(self) -> Shot:
        """Return a message with files that can't or must not be fetched."""
        activity = self.envelope("message") | {"text": self.chance.choice([self.sentence(), "", "bild"])}
        count = self.chance.choice([1, 1, 2, 12])
        return self.sent("files", activity | {"attachments": [self.attachment() for _ in range(count)]})

    def attachment(self) -> Json:
        """Return one attachment."""
        ours = ("metadata", "round", "disk", "broken", "inside", "endless", "photo", "404", "503", "200")
        elsewhere = ("file:///etc/passwd", "http://169.254.169.254/", "http://127.0.0.1:1/", "http://[::1", "//", "x:")
        drawn = self.chance.random()
        url = f"{self.peer.url}/files/{self.chance.choice(ours)}" if drawn < 0.4 else self.chance.choice(elsewhere)
        content_type = "application/vnd.microsoft.teams.file.download.info"
        if drawn < 0.1:
            return self.rubbish()
        if drawn < 0.5:
            content = {"downloadUrl": url, "fileType": self.rubbish(), "uniqueId": "1"}
            return {"contentType": content_type, "content": content, "name": self.rubbish()}
        kind = self.chance.choice(["image/*", "image/png", "video/mp4", content_type, self.rubbish()])
        return {"contentType": kind, "contentUrl": self.chance.choice([url, url, self.rubbish()]), "name": "a.jpg"}

    def invoke(self) -> Shot:
        """Return an invoke of any name with any value."""
        value = self.chance.choice([self.rubbish(), self.search(), {"data": self.rubbish(), "context": self.rubbish()}])
        name = self.chance.choice([*INVOKES, *INVOKES, self.rubbish()])
        return self.sent("invoke", self.envelope("invoke") | {"name": name, "value": value})

    def search(self) -> JsonObject:
        """Return the value of a search, of both kinds at once."""
        options = {name: self.chance.choice([0, 8, self.rubbish()]) for name in ("skip", "top", "count")}
        return {
            "commandId": self.chance.choice(["catalogue", "catalogue", self.rubbish()]),
            "parameters": [{"name": "query", "value": self.chance.choice([self.sentence(), self.rubbish()])}],
            "dataset": self.chance.choice(["services", self.rubbish()]),
            "queryText": self.chance.choice([self.sentence(), self.rubbish()]),
            "queryOptions": self.chance.choice([options, options, self.rubbish()]),
            "service": self.chance.choice(["VAK-LAM", self.rubbish()]),
        }

    def edit(self) -> Shot:
        """Return the news that a message was edited or deleted: one's own, somebody else's, or none."""
        activity = self.envelope(self.chance.choice(["messageUpdate", "messageDelete"]))
        activity["id"] = self.chance.choice([*(self.used[-50:] or ["1"]), *(str(each["id"]) for each in self.recorded)])
        known = self.chance.choice(["editMessage", "softDeleteMessage", "undeleteMessage", self.rubbish()])
        activity["channelData"] = {"eventType": known, "tenant": {"id": self.rubbish()}}
        activity["timestamp"] = self.chance.choice(
            ["2022-03-15T09:00:00.000Z", f"2022-03-15T09:{self.number % 60:02}Z"]
        )
        return self.sent("edit", activity | {"text": self.sentence()})

    def news(self) -> Shot:
        """Return who came and went, or what else can be told."""
        kind = self.chance.choice([*KINDS, "conversationUpdate", "conversationUpdate", "installationUpdate"])
        member = {"id": self.chance.choice([BOT, "29:x", self.rubbish()]), "aadObjectId": self.rubbish()}
        told: JsonObject = {
            "membersAdded": self.chance.choice([[member], [member, self.rubbish()], self.rubbish()]),
            "membersRemoved": self.chance.choice([[member], None, None, self.rubbish()]),
            "action": self.chance.choice(["add", "remove", "add-upgrade", self.rubbish()]),
            "reactionsAdded": self.rubbish(),
            "channelData": self.rubbish(),
            "topicName": self.rubbish(),
        }
        kept = {name: value for name, value in told.items() if self.chance.random() < 0.5}
        return self.sent("news", self.envelope(kind) | kept)

    def wire(self) -> Shot:
        """Return a good activity in a bad envelope, or something else than an activity."""
        good = written(self.envelope("message") | {"text": "hjälp"})
        return in_a_bad_envelope(good, chance=self.chance, rubbish=self.rubbish())


Forge = Callable[[Maker, JsonObject, str], str]
_FORGERIES: Sequence[Forge] = (
    Maker.forge_token,
    Maker.forge_verb,
    Maker.forge_subject,
    Maker.forge_version,
    Maker.fill_wrongly,
    Maker.fill_wrongly,
    Maker.fill_wrongly,
    Maker.lose_something,
)
_WEIGHTS: Sequence[tuple[Callable[[Maker], Shot], int]] = (
    (Maker.mutated, 32),
    (Maker.press, 30),
    (Maker.words, 12),
    (Maker.files, 3),
    (Maker.invoke, 8),
    (Maker.edit, 4),
    (Maker.news, 5),
    (Maker.wire, 6),
)


def _places(value: Json) -> Sequence[tuple[JsonObject, str]]:
    """Return every object in *value* with each of its names."""
    if isinstance(value, list):
        return [place for each in value for place in _places(each)]
    if not isinstance(value, dict):
        return []
    return [*((value, name) for name in value), *(place for each in value.values() for place in _places(each))]


def _retyped(value: Json) -> Json:
    """Return *value* as another type would hold it."""
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) < 20 else [value]
    return {"value": value} if isinstance(value, list) else str(value)
