"""Activities as Teams writes them, from a person to the bot."""

import html
import uuid
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from emulator.people import Person
from emulator.state import BOT_ID, CHANNEL_ID, TEAM_ID, TENANT_ID, Conversation, Tenant, threaded
from emulator.wire import JsonObject, child, stamp

_ZONE = ZoneInfo("Europe/Stockholm")


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

    def edit(self, conversation: Conversation, sender: Person, message: JsonObject, text: str) -> JsonObject:
        """Return the notice that *message* now says *text*; it has the message's own id."""
        again = self.message(conversation, sender, text)
        again |= {"type": "messageUpdate", "id": message["id"], "conversation": message["conversation"]}
        again["channelData"] = {**child(message, "channelData"), "eventType": "editMessage"}
        return again

    def removal(self, conversation: Conversation, sender: Person, message: JsonObject) -> JsonObject:
        """Return the notice that *message* was deleted; it has the message's own id."""
        gone = self._envelope(conversation, sender)
        gone |= {"type": "messageDelete", "id": message["id"], "conversation": message["conversation"]}
        gone["channelData"] = {**child(message, "channelData"), "eventType": "softDeleteMessage"}
        return gone

    def added(self, conversation: Conversation, person: Person) -> tuple[JsonObject, JsonObject]:
        """Return what Teams sends when *person* gets the bot: the members, then the installation."""
        members = [{"id": person.member_id, "aadObjectId": person.aad_object_id}, {"id": BOT_ID}]
        joined = {**self._event(conversation, person, "conversationUpdate"), "membersAdded": members}
        return joined, {**self._event(conversation, person, "installationUpdate"), "action": "add"}

    def removed(self, conversation: Conversation, person: Person) -> JsonObject:
        """Return what Teams sends when *person* takes the bot away."""
        return {**self._event(conversation, person, "installationUpdate"), "action": "remove"}

    def submit(self, conversation: Conversation, sender: Person, *, value: JsonObject, card: JsonObject) -> JsonObject:
        """Return the message without text that an Action.Submit in the message *card* gives."""
        activity = self._envelope(conversation, sender, thread=str(card["thread"]))
        activity |= {"type": "message", "id": self.tenant.next_id(), "value": value, "replyToId": card["id"]}
        return activity

    def execute(
        self, conversation: Conversation, sender: Person, *, action: JsonObject, card: JsonObject
    ) -> JsonObject:
        """Return the invoke that an Action.Execute in the message *card* gives."""
        activity = self._envelope(conversation, sender, thread=str(card["thread"]))
        activity |= {"type": "invoke", "id": f"f:{uuid.uuid4()}", "name": "adaptiveCard/action"}
        activity["value"] = {"action": action, "trigger": "manual"}
        activity["replyToId"] = card["id"]
        return activity

    def invoke(self, conversation: Conversation, sender: Person, *, name: str, value: JsonObject) -> JsonObject:
        """Return an invoke that comes from no card: a search, say."""
        activity = self._envelope(conversation, sender)
        return activity | {"type": "invoke", "id": f"f:{uuid.uuid4()}", "name": name, "value": value}

    def _event(self, conversation: Conversation, person: Person, kind: str) -> JsonObject:
        return {**self._envelope(conversation, person), "type": kind, "id": f"f:{uuid.uuid4()}"}

    def _envelope(self, conversation: Conversation, sender: Person, *, thread: str = "") -> JsonObject:
        now = self.tenant.now()
        return {
            "timestamp": stamp(now),
            "localTimestamp": now.astimezone(_ZONE).isoformat(timespec="milliseconds"),
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


def _reference(conversation: Conversation, thread: str) -> JsonObject:
    if conversation.person:
        return {"conversationType": "personal", "tenantId": TENANT_ID, "id": conversation.id}
    where = threaded(conversation.id, thread) if thread else conversation.id
    return {"isGroup": True, "conversationType": "channel", "tenantId": TENANT_ID, "id": where}


def _channel_data(conversation: Conversation) -> JsonObject:
    data: JsonObject = {"tenant": {"id": TENANT_ID}}
    if conversation.person is None:
        data |= {"team": {"id": TEAM_ID}, "channel": {"id": CHANNEL_ID}}
        data |= {"teamsTeamId": TEAM_ID, "teamsChannelId": CHANNEL_ID}
    return data


def _client(sender: Person) -> list[JsonObject]:
    country = sender.locale.partition("-")[2]
    client = {"locale": sender.locale, "country": country, "platform": "Web", "timezone": _ZONE.key}
    return [{**client, "type": "clientInfo"}]
