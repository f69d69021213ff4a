"""What a person sees of the bot's answer to an invoke."""

from emulator.card_rules import card_faults
from emulator.client import Client
from emulator.people import Person
from emulator.state import Conversation
from emulator.towards_bot import Delivered
from emulator.wire import ADAPTIVE_CARD, JsonObject, as_object, text

_SHORT_MESSAGE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"
SIGN_IN = "application/vnd.microsoft.activity.loginRequest"


def show_answer(
    client: Client, chat: Conversation, person: Person, *, message_id: str, place: int, delivered: Delivered
) -> JsonObject | None:
    """Show *person* the card that came, or a line under the message; return the answer's body.

    The card takes the place of that which was pressed, *place* among the message's adaptive cards; the others stay.
    Nothing is shown where that is gone: the bot may change the message before it answers.
    """
    answer = as_object(delivered.body)
    message = chat.messages.get(message_id)
    if message is None or message.is_deleted or place >= len(message.cards_for("")):
        return answer or None
    kind, value = text(answer, "type"), answer.get("value")
    if delivered.is_taken and kind == ADAPTIVE_CARD and isinstance(value, dict) and is_drawn(client, value, chat=chat):
        after = client.tenant.show_to(person.code, conversation=chat, message=message, card=value, place=place)
        client.tell(chat, after, viewer=person.code)
    elif delivered.is_taken and kind == _SHORT_MESSAGE and isinstance(value, str):
        client.notice(chat, message_id, level="info", words=value)
    elif not (delivered.is_taken and kind == SIGN_IN):
        words = text(value, "message") if kind.startswith(_ERROR) else ""
        client.notice(chat, message_id, level="error", words=words)
    return answer or None


def is_drawn(client: Client, card: JsonObject, *, chat: Conversation) -> bool:
    """Tell whether Teams can draw a card that came in an answer; the journal keeps why it can't."""
    faults = card_faults(card)
    if faults:
        client.journal.write("warning", chat=chat.name, warning="card in an answer can't be drawn", faults=faults)
    return not faults
