"""What Teams takes from a bot, and what it takes though it will not work everywhere."""

from collections.abc import Iterator

from emulator.card_rules import card_faults
from emulator.cards import actions
from emulator.messages import CONSENT_CARD
from emulator.plain_cards import is_taken, plain_faults
from emulator.refusals import MESSAGE_LIMIT_BYTES, bad_argument, bad_syntax, message_too_big
from emulator.state import PERSONAL, Conversation
from emulator.tenancy import check_tenant
from emulator.wire import ADAPTIVE_CARD, JsonObject, as_object, objects, size_bytes, text

_KNOWN_TYPES = frozenset({"message", "typing", "trace", "endOfConversation"})
_NEAR_LIMIT_BYTES = 25 * 1024
_MOST_CARDS = 10
_SHOWN_FAULTS = 3


def check_activity(body: JsonObject, conversation: Conversation) -> None:
    """Refuse what Teams would not take in *conversation*; fields that it does not know are let be."""
    kind = body.get("type")
    if not isinstance(kind, str) or kind not in _KNOWN_TYPES:
        raise bad_syntax(f"Not an activity type that a bot can send: {kind!r}")
    check_tenant(body)
    if kind == "message":
        _check_message(body, conversation)


def _check_message(body: JsonObject, conversation: Conversation) -> None:
    for name in ("text", "summary", "textFormat"):
        if not isinstance(body.get(name) or "", str):
            raise bad_syntax(f"{name}: expected a text")
    attachments = body.get("attachments") or []
    if not isinstance(attachments, list) or len(objects(attachments)) != len(attachments):
        raise bad_syntax("attachments: expected a list of objects")
    if not body.get("text") and not attachments:
        raise bad_syntax("Activity resulted into empty skype activities")
    size = size_bytes(attachments) + len(str(body.get("text") or "").encode(errors="surrogatepass"))
    if size > MESSAGE_LIMIT_BYTES:
        raise message_too_big(size)
    if len(attachments) > _MOST_CARDS:
        raise bad_argument(f"attachments: {len(attachments)}, at most {_MOST_CARDS}")
    for attachment in objects(attachments):
        _check_attachment(attachment, conversation)


def warnings(body: JsonObject) -> Iterator[str]:
    """Yield what is taken, but should be mended: old clients, cards that almost don't fit, buttons without words."""
    for attachment in objects(body.get("attachments")):
        if attachment.get("contentType") != ADAPTIVE_CARD:
            continue
        card = as_object(attachment.get("content"))
        if size_bytes(card) > _NEAR_LIMIT_BYTES:
            yield f"card of {size_bytes(card)} bytes, above {_NEAR_LIMIT_BYTES}"
        if not text(card, "fallbackText"):
            yield "card without fallbackText"
        for action in actions(card):
            if action["type"] == "Action.Execute" and "fallback" not in action:
                yield f"Action.Execute {text(action, 'verb')!r} without an Action.Submit as fallback"


def _check_attachment(attachment: JsonObject, conversation: Conversation) -> None:
    kind = attachment.get("contentType")
    if not isinstance(kind, str) or not is_taken(kind):
        raise bad_argument("Unknown attachment type")
    if kind == CONSENT_CARD and conversation.kind != PERSONAL:
        raise bad_argument("File consent cards are taken in personal chats only")
    content, is_adaptive = attachment.get("content"), kind == ADAPTIVE_CARD
    faults = card_faults(content) if is_adaptive else plain_faults(kind, content)
    if faults:
        more = f" and {len(faults) - _SHOWN_FAULTS} more" if len(faults) > _SHOWN_FAULTS else ""
        named = "Adaptive card" if is_adaptive else kind.rpartition(".")[2]
        raise bad_argument(f"{named}: {'; '.join(faults[:_SHOWN_FAULTS])}{more}")
