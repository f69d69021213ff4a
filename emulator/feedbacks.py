"""What people think of a bot's message: its feedback buttons, with the form of Teams' own or the bot's."""

from emulator.client import INSTALLED, Client, require_bot
from emulator.people import Person
from emulator.refusals import bad_argument
from emulator.state import PERSONAL, Conversation
from emulator.tasks import FEEDBACK_SUBMIT, Tasks, feedback_value
from emulator.wire import JsonObject, text

_FETCH = "message/fetchTask"
_REACTIONS = ("like", "dislike")


class Feedbacks:
    """Sends what people answer by the feedback buttons of a message."""

    def __init__(self, client: Client, *, tasks: Tasks) -> None:
        """Act through *client*; a form of the bot's own goes through *tasks*."""
        self._client = client
        self._tasks = tasks

    async def give(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        """Like or dislike a message, with words in Teams' own form; a bot with a form of its own is asked for it."""
        require_bot(chat)
        reaction = text(body, "reaction")
        if reaction not in _REACTIONS:
            raise bad_argument(f"reaction: one of {', '.join(_REACTIONS)}")
        message = chat.get_bot_message(text(body, "activity"))
        if not message.feedback or (chat.kind != PERSONAL and chat.installation != INSTALLED):
            raise bad_argument("activity: a message with feedback buttons (channelData.feedbackLoop.type)")
        if message.feedback == "custom":
            value: JsonObject = {"actionName": "feedback", "actionValue": {"reaction": reaction}}
            delivered = await self._client.invoke(chat, person, name=_FETCH, value=value, message=message)
            return self._tasks.outcome(
                chat, person, delivered, submit=FEEDBACK_SUBMIT, command=reaction, source=message
            )
        value = feedback_value(reaction, {"feedbackText": text(body, "text")})
        delivered = await self._client.invoke(chat, person, name=FEEDBACK_SUBMIT, value=value, message=message)
        if delivered.body:
            words = "answer to message/submitAction is not empty, Teams shows an error"
            self._client.journal.write("warning", chat=chat.name, activity=message.id, warning=words)
        return {"status": delivered.status, "result": delivered.body}
