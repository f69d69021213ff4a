"""Signing in at the bot's request: a token in silence, or the number from a window."""

from emulator.client import Client, require_bot
from emulator.messages import Message
from emulator.people import Person
from emulator.refusals import bad_argument
from emulator.state import Conversation
from emulator.wire import JsonObject, child, text

OAUTH_CARD = "application/vnd.microsoft.card.oauth"


class SignIns:
    """Sends what a client sends when somebody signs in."""

    def __init__(self, client: Client) -> None:
        """Act through *client*."""
        self._client = client

    async def sign_in(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        """Go on as the body says: with a `token`, with the `state` from the window, or with the code of a `failure`."""
        require_bot(chat)
        message = chat.get_bot_message(text(body, "activity")) if text(body, "activity") else None
        name, value = _sent(body, message, person)
        delivered = await self._client.invoke(chat, person, name=name, value=value, message=message)
        return {"status": delivered.status, "result": delivered.body}


def _sent(body: JsonObject, message: Message | None, person: Person) -> tuple[str, JsonObject]:
    if text(body, "state"):
        return "signin/verifyState", {"state": text(body, "state")}
    if text(body, "failure"):
        return "signin/failure", {"code": text(body, "failure"), "message": text(body, "message")}
    token = f"token-of-{person.code}" if body.get("token") is True else text(body, "token")
    if not token:
        raise bad_argument("token, state or failure is needed")
    card = message.find_content(OAUTH_CARD) if message else None
    if card is None:
        raise bad_argument("activity: a message with an OAuth card")
    value = {"id": text(child(card, "tokenExchangeResource"), "id"), "connectionName": text(card, "connectionName")}
    return "signin/tokenExchange", {**value, "token": token}
