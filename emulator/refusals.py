"""Refusals with the status and code that Teams gives them."""

from collections.abc import Mapping

from aiohttp import web

MESSAGE_LIMIT_BYTES = 28 * 1024


class Refusal(Exception):
    """A call is refused with an HTTP status and one of Teams' error codes."""

    def __init__(self, status: int, code: str, message: str) -> None:
        """Hold *status* (400-599), the *code* that programs read and a *message* that people read."""
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message


def refusal_response(refusal: Refusal, headers: Mapping[str, str] | None = None) -> web.Response:
    """Return the body that Teams gives a refused call."""
    body = {"error": {"code": refusal.code, "message": refusal.message}}
    return web.json_response(body, status=refusal.status, headers=headers)


def bad_syntax(message: str) -> Refusal:
    """The body can't be read, or is no activity."""
    return Refusal(400, "BadSyntax", message)


def bad_argument(message: str) -> Refusal:
    """The body can be read, but something in it can't be used."""
    return Refusal(400, "BadArgument", message)


def conversation_not_found(conversation_id: str) -> Refusal:
    """No conversation has this id."""
    return Refusal(404, "ConversationNotFound", f"Conversation not found: {conversation_id}")


def bad_conversation_id() -> Refusal:
    """What stands after the conversation in its id names no message."""
    return Refusal(400, "BadSyntax", "Bad format of conversation ID")


def no_tenant() -> Refusal:
    """No tenant is named where one must be, or its id is none."""
    return Refusal(400, "BadSyntax", "Could not parse tenant id")


def activity_not_found(activity_id: str) -> Refusal:
    """The conversation has no such activity of the bot, or it was deleted."""
    words = f"The activity was not found in the conversation: {activity_id}"
    return Refusal(404, "ActivityNotFoundInConversation", words)


def member_not_found(member_id: str) -> Refusal:
    """The conversation has no such member."""
    return Refusal(404, "MemberNotFoundInConversation", f"The member was not found in the conversation: {member_id}")


def message_too_big(size: int) -> Refusal:
    """The text and the attachments of a message are over the limit."""
    return Refusal(413, "MessageSizeTooBig", f"Message size too large: {size} bytes, limit {MESSAGE_LIMIT_BYTES}")


def writes_blocked() -> Refusal:
    """The person blocked or removed the bot."""
    return Refusal(403, "MessageWritesBlocked", "The bot is not allowed to write in this conversation")


def not_in_roster() -> Refusal:
    """The bot was never put in this group or channel, or was taken out."""
    return Refusal(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster")


def throttled() -> Refusal:
    """The bot calls more often than Teams takes."""
    return Refusal(429, "Throttled", "Too many requests")


def room_not_found(name: str) -> Refusal:
    """The API was asked for a room that does not exist."""
    return Refusal(404, "RoomNotFound", f"No room is called {name!r}")


def person_not_found(code: str) -> Refusal:
    """The API was asked for somebody who does not exist."""
    return Refusal(404, "PersonNotFound", f"Nobody has the code {code!r}")


def not_a_member(code: str, room: str) -> Refusal:
    """Somebody would do something in a room that they are not in."""
    return Refusal(403, "NotAMember", f"{code} is not in {room}")


def client_gone() -> Refusal:
    """Whoever called hung up before the body had come; nobody reads this answer."""
    return Refusal(499, "ClientClosedRequest", "The client hung up")
