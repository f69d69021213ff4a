"""Activities as Teams writes them, from a person to the bot."""

import html
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from emulator.people import Person
from emulator.state import BOT_ID, CHANNEL, PERSONAL, TEAM_ID, TENANT_ID, Conversation, Tenant, threaded
from emulator.wire import JsonObject, child, stamp

_ZONE = ZoneInfo("Europe/Stockholm")
_OF_MESSAGES = frozenset({"localTimestamp", "localTimezone", "locale", "entities"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Writer:
    """Writes activities of people in *tenant* for the bot called *bot_name*, to be answered at *service_url*."""

    tenant: Tenant
    service_url: str
    bot_name: str

    def message(
        self, conversation: Conversation, sender: Person, text: str, *, thread: str = "", mention: bool = False
    ) -> JsonObject:
        """Return a text message; with *mention* it begins by naming the bot, as it must in a channel."""
        message_id = self.tenant.next_id()
        activity = self._envelope(conversation, sender, thread=thread or message_id)
        shown = f"<at>{self.bot_name}</at> {text}" if mention else text
        markup = html.escape(text, quote=False).replace("\n", "<br>")
        activity |= {"type": "message", "id": message_id, "text": shown, "textFormat": "plain"}
        activity["attachments"] = [{"contentType": "text/html", "content": f"<p>{markup}</p>"}]
        if mention:
            entity = {"type": "mention", "text": f"<at>{self.bot_name}</at>", "mentioned": self._bot()}
            activity["entities"] = [entity, *_client(sender)]
        return activity

    def edit(
        self, conversation: Conversation, sender: Person, message: JsonObject, text: str, *, kind: str = "editMessage"
    ) -> JsonObject:
        """Return the notice that *message* now says *text*; it has the message's own id."""
        again = self.message(conversation, sender, text)
        again |= {"type": "messageUpdate", "id": message["id"], "conversation": message["conversation"]}
        again["channelData"] = {**child(message, "channelData"), "eventType": kind}
        return again

    def removal(self, conversation: Conversation, sender: Person, message: JsonObject) -> JsonObject:
        """Return the notice that *message* was deleted; it has the message's own id."""
        gone = self._envelope(conversation, sender)
        gone |= {"type": "messageDelete", "id": message["id"], "conversation": message["conversation"]}
        gone["channelData"] = {**child(message, "channelData"), "eventType": "softDeleteMessage"}
        return gone

    def reaction(
        self, conversation: Conversation, sender: Person, *, to: str, thread: str, kind: str, is_on: bool
    ) -> JsonObject:
        """Return the notice that *sender* put a reaction of *kind* to the message *to*, or took it back."""
        activity = self._notice(conversation, sender, "messageReaction", thread=thread or to)
        return activity | {"replyToId": to, "reactionsAdded" if is_on else "reactionsRemoved": [{"type": kind}]}

    def typing(self, conversation: Conversation, sender: Person) -> JsonObject:
        """Return the sign that *sender* is typing."""
        return {**self._envelope(conversation, sender), "type": "typing", "id": f"f:{uuid.uuid4()}"}

    def added(self, conversation: Conversation, person: Person) -> tuple[JsonObject, JsonObject]:
        """Return what Teams sends when *person* gets the bot: the members, then the installation.

        In a personal chat the person is a new member too; in a group or channel the bot alone is.
        """
        members: list[JsonObject] = [{"id": BOT_ID}]
        if conversation.kind == PERSONAL:
            members = [_member(person), *members]
        return self.joined(conversation, person, members), self._installation(conversation, person, "add")

    def removed(self, conversation: Conversation, person: Person) -> JsonObject:
        """Return what Teams sends when *person* takes the bot away."""
        return self._installation(conversation, person, "remove")

    def left(self, conversation: Conversation, sender: Person, members: Sequence[JsonObject]) -> JsonObject:
        """Return the notice that *members* were taken out by *sender*."""
        return self._roster_change(conversation, sender, "membersRemoved", members)

    def joined(self, conversation: Conversation, sender: Person, members: Sequence[JsonObject]) -> JsonObject:
        """Return the notice that *members* were put in by *sender*."""
        return self._roster_change(conversation, sender, "membersAdded", members)

    def submit(self, conversation: Conversation, sender: Person, *, value: object, card: JsonObject) -> JsonObject:
        """Return the message without text that an Action.Submit in the message *card* gives."""
        activity = self._envelope(conversation, sender, thread=str(card["thread"]))
        activity |= {"type": "message", "id": self.tenant.next_id(), "value": value, "replyToId": card["id"]}
        return activity

    def execute(
        self,
        conversation: Conversation,
        sender: Person,
        *,
        action: JsonObject,
        card: JsonObject,
        trigger: str,
    ) -> JsonObject:
        """Return the invoke that the refresh of the message *card* gives."""
        value: JsonObject = {"action": action, "trigger": trigger}
        return self.invoke(conversation, sender, name="adaptiveCard/action", value=value, card=card)

    def invoke(
        self, conversation: Conversation, sender: Person, *, name: str, value: object, card: JsonObject | None = None
    ) -> JsonObject:
        """Return an invoke, of the message *card* or, like a search, of none; a plain button's has no name."""
        activity = self._envelope(conversation, sender, thread=str(card["thread"]) if card else "")
        activity |= {"type": "invoke", "id": f"f:{uuid.uuid4()}", "value": value, **({"name": name} if name else {})}
        return activity | {"replyToId": card["id"]} if card else activity

    def again(self, activity: JsonObject) -> JsonObject:
        """Return *activity* as Teams sends it once more: the same but for the time."""
        now = self.tenant.now()
        times = {"timestamp": stamp(now), "localTimestamp": _local(now)}
        return activity | {name: time for name, time in times.items() if name in activity}

    def _roster_change(
        self, conversation: Conversation, sender: Person, field: str, members: Sequence[JsonObject]
    ) -> JsonObject:
        activity = {**self._notice(conversation, sender, "conversationUpdate"), field: list(members)}
        if conversation.kind == CHANNEL:
            kind = "teamMemberAdded" if field == "membersAdded" else "teamMemberRemoved"
            activity["channelData"] = {**child(activity, "channelData"), "eventType": kind}
        return activity

    def _installation(self, conversation: Conversation, person: Person, action: str) -> JsonObject:
        activity = self._notice(conversation, person, "installationUpdate")
        chosen = {"settings": {"selectedChannel": {"id": conversation.id}}, "source": {"name": "message"}}
        activity["channelData"] = {**child(activity, "channelData"), **chosen}
        client = [{"type": "clientInfo", "locale": person.locale}]
        return activity | {"action": action, "locale": person.locale, "entities": client}

    def _notice(self, conversation: Conversation, person: Person, kind: str, *, thread: str = "") -> JsonObject:
        """Return what is no message: it names its sender by ids alone, and nothing of their language or local time."""
        known = self._envelope(conversation, person, thread=thread)
        told = {name: value for name, value in known.items() if name not in _OF_MESSAGES}
        return told | {"type": kind, "id": f"f:{uuid.uuid4()}", "from": _member(person)}

    def _envelope(self, conversation: Conversation, sender: Person, *, thread: str = "") -> JsonObject:
        now = self.tenant.now()
        return {
            "timestamp": stamp(now),
            "localTimestamp": _local(now),
            "localTimezone": _ZONE.key,
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": sender.member_id, "name": sender.name, "aadObjectId": sender.aad_object_id},
            "recipient": self._bot(),
            "conversation": _reference(conversation, thread),
            "channelData": _channel_data(conversation),
            "locale": sender.locale,
            "entities": _client(sender),
        }

    def _bot(self) -> JsonObject:
        return {"id": BOT_ID, "name": self.bot_name}


def _local(moment: datetime) -> str:
    return moment.astimezone(_ZONE).isoformat(timespec="milliseconds")


def members_of(people: Sequence[Person]) -> list[JsonObject]:
    """Return *people* as notices of who came and went name them."""
    return [_member(person) for person in people]


def _member(person: Person) -> JsonObject:
    return {"id": person.member_id, "aadObjectId": person.aad_object_id}


def _reference(conversation: Conversation, thread: str) -> JsonObject:
    if conversation.kind == PERSONAL:
        return {"conversationType": "personal", "tenantId": TENANT_ID, "id": conversation.id}
    is_channel = conversation.kind == CHANNEL
    where = threaded(conversation.id, thread) if thread and is_channel else conversation.id
    kind = "channel" if is_channel else "groupChat"
    return {"isGroup": True, "conversationType": kind, "tenantId": TENANT_ID, "id": where}


def _channel_data(conversation: Conversation) -> JsonObject:
    data: JsonObject = {"tenant": {"id": TENANT_ID}}
    if conversation.kind == CHANNEL:
        data |= {"team": {"id": TEAM_ID}, "channel": {"id": conversation.id}}
        data |= {"teamsTeamId": TEAM_ID, "teamsChannelId": conversation.id}
    return data


def _client(sender: Person) -> list[JsonObject]:
    country = sender.locale.partition("-")[2]
    client = {"locale": sender.locale, "country": country, "platform": "Web", "timezone": _ZONE.key}
    return [{**client, "type": "clientInfo"}]
