"""The Teams edge on botbuilder: its handler gets activities from its dispatch, and hands values to the turns."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    AdaptiveCardInvokeResponse,
    AdaptiveCardInvokeValue,
    ConversationReference,
    ResourceResponse,
)
from typing_extensions import override

from bot.activities import read_activity
from bot.arrivals import Arrivals
from bot.connector import Connector, Sent
from bot.parcels import Parcel
from bot.people import language_of
from bot.reading import read_address, read_edited, read_execute, read_press, read_received
from bot.received import Answer
from bot.searching import COMMAND, Searches
from bot.turns import Turns
from bot.wire import CARD, ERROR, SHORT_MESSAGE, JsonObject, as_object
from texts import say

OK, BAD_REQUEST, NOT_IMPLEMENTED = 200, 400, 501
_UNKNOWN_INVOKE: JsonObject = {"error": {"code": "NotImplemented", "message": "This invoke has no answer here"}}
_log = logging.getLogger(__name__)

Post = Callable[[TurnContext, Sequence[Parcel]], Awaitable[None]]
"""Sends what a turn owes at once: in the background in production, through the context in the SDK's TestAdapter."""


class DeskHandler(TeamsActivityHandler):
    """What the bot does about each kind of activity. What it does not name has no effect and is no error."""

    def __init__(self, *, turns: Turns, arrivals: Arrivals, searches: Searches, post: Post) -> None:
        self._turns = turns
        self._searches = searches
        self._arrivals = arrivals
        self._post = post

    @override
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Take words, or the press of a button where the client knows no Action.Execute."""
        activity = turn_context.activity
        press = read_press(activity.value)
        taken = await self._turns.take(read_received(activity, press=press))
        await self._post(turn_context, taken.parcels)

    @override
    async def on_message_update_activity(self, turn_context: TurnContext) -> None:
        """Let what an edited message made follow it."""
        taken = await self._turns.take(read_edited(turn_context.activity, is_deleted=False))
        await self._post(turn_context, taken.parcels)

    @override
    async def on_message_delete_activity(self, turn_context: TurnContext) -> None:
        """Drop what a deleted message made, where nothing has been ordered."""
        taken = await self._turns.take(read_edited(turn_context.activity, is_deleted=True))
        await self._post(turn_context, taken.parcels)

    @override
    async def on_adaptive_card_invoke(
        self, turn_context: TurnContext, invoke_value: AdaptiveCardInvokeValue
    ) -> AdaptiveCardInvokeResponse:
        """Take the press of a button, and answer with the card as it is now or with a short text."""
        activity = turn_context.activity
        press = read_execute(activity.value, activity=activity.reply_to_id)
        if press is None:
            return _no_button(activity)
        taken = await self._turns.take(read_received(activity, press=press))
        await self._post(turn_context, taken.parcels)
        return _invoke_response(taken.answer or Answer(text=""))

    @override
    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """Notice that the bot or somebody came to a chat, or that the bot was taken away."""
        activity = turn_context.activity
        bot = activity.recipient.id if activity.recipient else None
        if any(member is not None and member.id == bot for member in activity.members_removed or []):
            await self._arrivals.farewell(read_received(activity))
        elif activity.members_added:
            await self._arrivals.welcome(read_received(activity))
        await self._post(turn_context, ())

    @override
    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """Notice that the app was installed or removed; an upgrade changes nothing."""
        action = str(turn_context.activity.action or "")
        if action == "add":
            await self._arrivals.welcome(read_received(turn_context.activity))
        elif action == "remove":
            await self._arrivals.farewell(read_received(turn_context.activity))
        await self._post(turn_context, ())

    @override
    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """Answer the presses; say of other invokes that they are not known here."""
        activity = turn_context.activity
        if activity.name == "adaptiveCard/action":
            if not isinstance(activity.value, dict) or not isinstance(activity.value.get("action"), dict):
                return InvokeResponse(status=BAD_REQUEST, body=_invoke_body(_no_button(activity)))
            value = AdaptiveCardInvokeValue(action=activity.value["action"])
            answer = await self.on_adaptive_card_invoke(turn_context, value)
            return InvokeResponse(status=OK, body=_invoke_body(answer))
        found = await self._search(activity)
        if found is not None:
            return InvokeResponse(status=OK, body=found)
        if activity.name == "message/fetchTask" or not activity.name:
            return InvokeResponse(status=OK, body={})
        return InvokeResponse(status=NOT_IMPLEMENTED, body=_UNKNOWN_INVOKE)

    async def _search(self, activity: Activity) -> JsonObject | None:
        """Return the answer to a search of the catalogue; None when it is something else that is asked."""
        value = as_object(activity.value)
        searcher = read_received(activity)
        if activity.name == "application/search":
            return await self._searches.choices(value, aad_object_id=searcher.aad_object_id)
        if activity.name == "composeExtension/query" and value.get("commandId") == COMMAND:
            return await self._searches.cards(value, aad_object_id=searcher.aad_object_id, locale=searcher.locale)
        if activity.name == "composeExtension/selectItem":
            return await self._searches.card(value, aad_object_id=searcher.aad_object_id, locale=searcher.locale)
        return None


class DeskAdapter(BotAdapter):
    """Runs the handler for an activity that came in, and sends through our own connector client.

    The SDK's own adapter builds two clients a turn, and serialises the answer to an invoke twice (PLATFORM, 1 and 2).
    """

    def __init__(self, handler: DeskHandler, connector: Connector) -> None:
        super().__init__()
        self._handler = handler
        self._connector = connector

    async def process(self, body: object) -> InvokeResponse | None:
        """Let the activity in *body* have its effect; return the answer to an invoke, None for anything else.

        Raises:
            BadActivity: *body* is no activity, or lacks what its kind needs.
        """
        activity = read_activity(body)
        context = TurnContext(self, activity)
        await self.run_pipeline(context, self._handler.on_turn)
        if activity.type != ActivityTypes.invoke:
            return None
        answer = context.turn_state.get(BotAdapter._INVOKE_RESPONSE_KEY)  # noqa: SLF001  # where the SDK keeps it
        return answer.value if answer else InvokeResponse(status=NOT_IMPLEMENTED, body=_UNKNOWN_INVOKE)

    @override
    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        """Send through the connector; the answer to an invoke is kept for its own response."""
        responses = []
        for activity in activities:
            if activity.type == ActivityTypes.invoke_response:
                context.turn_state[BotAdapter._INVOKE_RESPONSE_KEY] = activity  # noqa: SLF001  # as above
                responses.append(ResourceResponse())
                continue
            sent = await self._connector.send(read_address(context.activity), activity.serialize())
            responses.append(ResourceResponse(id=_id_or_raise(sent)))
        return responses

    @override
    async def update_activity(self, context: TurnContext, activity: Activity) -> None:
        """Put the activity in place of the one with its id."""
        _id_or_raise(await self._connector.update(read_address(context.activity), activity.id, activity.serialize()))

    @override
    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Take the activity that *reference* names away."""
        _id_or_raise(await self._connector.delete(read_address(context.activity), reference.activity_id))


def _invoke_response(answer: Answer) -> AdaptiveCardInvokeResponse:
    if answer.error is not None:
        return _invoke_error(500, "InternalServerError", answer.error)
    if answer.card is not None:
        return AdaptiveCardInvokeResponse(status_code=OK, type=CARD, value=dict(answer.card))
    return AdaptiveCardInvokeResponse(status_code=OK, type=SHORT_MESSAGE, value=answer.text or "")


def _invoke_error(status: int, code: str, message: str) -> AdaptiveCardInvokeResponse:
    return AdaptiveCardInvokeResponse(status_code=status, type=ERROR, value={"code": code, "message": message})


def _invoke_body(answer: Any) -> JsonObject:  # noqa: ANN401  # the SDK's edge
    """Return the answer as it stands on the wire; the SDK's serialiser would take a card's values for its own types."""
    return {"statusCode": answer.status_code, "type": answer.type, "value": answer.value}


def _no_button(activity: Activity) -> AdaptiveCardInvokeResponse:
    """Return what is said of a press that names no button, in the language of the client."""
    words = say("error-bad-button", language_of(read_received(activity).locale, otherwise="sv"))
    return _invoke_error(BAD_REQUEST, "BadRequest", words)


def _id_or_raise(sent: Sent) -> str | None:
    if not sent.is_ok:
        raise ConnectionError(sent.error)
    return sent.id
