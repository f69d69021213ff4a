"""Activities as Teams writes them."""

from collections.abc import Mapping
from itertools import count

from bot.wire import JsonObject
from tests.factories import the_person

_ids = count(1000)
TENANT = "10000000-0000-4000-8000-000000000001"
BOT = "28:vaktis"


def chat_of(code: str) -> str:
    """Return the id of the personal chat with the person."""
    return f"a:chat-{code}"


def envelope(kind: str, *, by: str, service_url: str, id: str | None = None) -> JsonObject:  # noqa: A002
    """Return what every activity of *by* has. *by* is a code of the pilot, or a directory object id."""
    aad = the_person(by).aad_object_id if len(by) < 10 else by
    return {
        "type": kind,
        "id": id or str(next(_ids)),
        "timestamp": "2022-03-15T09:00:00.000Z",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": f"29:{by}", "name": "Somebody", "aadObjectId": aad},
        "recipient": {"id": BOT, "name": "Vaktis"},
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": chat_of(by)},
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "sv-SE",
    }


def message(text: str, *, by: str, service_url: str, id: str | None = None) -> JsonObject:  # noqa: A002
    """Return a text message."""
    page = {"contentType": "text/html", "content": f"<p>{text}</p>"}
    return envelope("message", by=by, service_url=service_url, id=id) | {"text": text, "attachments": [page]}


def execute(
    verb: str,
    data: Mapping[str, object],
    *,
    by: str,
    service_url: str,
    card: str,
    id: str | None = None,  # noqa: A002
) -> JsonObject:
    """Return the invoke of an Action.Execute in the message *card*."""
    action = {"type": "Action.Execute", "verb": verb, "data": dict(data)}
    activity = envelope("invoke", by=by, service_url=service_url, id=id)
    value = {"action": action, "trigger": "manual"}
    return activity | {"name": "adaptiveCard/action", "value": value, "replyToId": card}


def submit(verb: str, data: Mapping[str, object], *, by: str, service_url: str, card: str) -> JsonObject:
    """Return the message that an Action.Submit gives."""
    value = {**data, "verb": verb}
    return envelope("message", by=by, service_url=service_url) | {"value": value, "replyToId": card}


def installed(*, by: str, service_url: str, action: str = "add") -> JsonObject:
    """Return the news that a person got the bot, or took it away."""
    return envelope("installationUpdate", by=by, service_url=service_url) | {"action": action}


def answer_of(response: object) -> JsonObject:
    """Return the body of the answer to an invoke."""
    body = getattr(response, "body", None)
    assert isinstance(body, dict)
    return body
