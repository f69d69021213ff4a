"""JSON as the Bot Framework writes it: read without trusting its shape, and built for what goes out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from domain.notices import Value

JsonObject: TypeAlias = dict[str, object]

CARD = "application/vnd.microsoft.card.adaptive"
SHORT_MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"
# Half a pair of UTF-16 can't be written as UTF-8, and PostgreSQL keeps no text with a NUL in it.
_NO_TEXT = re.compile("[\ud800-\udfff\0]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where a chat is: all that is needed to write in it. Kept as a flat mapping, opaque to the rest."""

    service_url: str
    conversation: str
    bot: str
    tenant: str | None = None
    user: str | None = None
    channel: str = "msteams"

    def to_values(self) -> Mapping[str, Value]:
        """Return it as stored."""
        return {
            "service_url": self.service_url,
            "conversation": self.conversation,
            "bot": self.bot,
            "tenant": self.tenant,
            "user": self.user,
            "channel": self.channel,
        }

    @classmethod
    def of_values(cls, values: Mapping[str, Value]) -> "Address":
        """Return what was stored."""
        return cls(
            service_url=str(values["service_url"]),
            conversation=str(values["conversation"]),
            bot=str(values.get("bot") or ""),
            tenant=_text_or_none(values.get("tenant")),
            user=_text_or_none(values.get("user")),
            channel=str(values.get("channel") or "msteams"),
        )


def as_object(value: object) -> Mapping[str, object]:
    """Return *value* when it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def clean(text: str) -> str:
    """Return *text* as it can be stored and sent: a mark in the place of each character that can't."""
    if text.isascii() and "\0" not in text:
        return text
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)


def cleaned(value: object) -> object:
    """Return the JSON *value* with every text in it clean, the names in its objects too."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(name): cleaned(each) for name, each in value.items()}
    return [cleaned(each) for each in value] if isinstance(value, list) else value


def message_body(address: Address, *, text: str, card: Mapping[str, object] | None, summary: str) -> JsonObject:
    """Return a message activity: a sentence, or a card with the text that says the same as its summary."""
    body: JsonObject = {
        "type": "message",
        "channelId": address.channel,
        "from": {"id": address.bot},
        "conversation": {"id": address.conversation},
    }
    if address.user:
        body["recipient"] = {"id": address.user}
    if card is None:
        return body | {"text": text, "textFormat": "plain"}
    # A text beside the card would stand above it in the chat; the summary is what notifications and readers say.
    return body | {"summary": summary or text, "attachments": [{"contentType": CARD, "content": card}]}


def _text_or_none(value: Value) -> str | None:
    return str(value) if value else None
