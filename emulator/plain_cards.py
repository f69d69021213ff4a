"""Cards beside Adaptive Cards, as Teams draws them: which there are, what they need, their buttons and their words."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from emulator.messages import CONSENT_CARD
from emulator.wire import ADAPTIVE_CARD, JsonObject, as_input, child, objects, text

_CARD = "application/vnd.microsoft.card."
_OF_TEAMS = "application/vnd.microsoft.teams.card."
LIST_CARD, CONNECTOR_CARD = f"{_OF_TEAMS}list", f"{_OF_TEAMS}o365connector"
RECEIPT_CARD, OAUTH_CARD = f"{_CARD}receipt", f"{_CARD}oauth"
_TAPPED = frozenset({f"{_CARD}hero", f"{_CARD}thumbnail"})
_SIMPLE = _TAPPED | {f"{_CARD}signin"}
_FILES = frozenset({CONSENT_CARD, f"{_OF_TEAMS}file.info"})
_TAKEN = _SIMPLE | _FILES | {ADAPTIVE_CARD, LIST_CARD, CONNECTOR_CARD, RECEIPT_CARD, OAUTH_CARD}
HTTP_POST = "HttpPOST"
_ACTION_CARD = "ActionCard"
_ACTIONS = frozenset({"ViewAction", "OpenUri", HTTP_POST})
_INPUTS = frozenset({"TextInput", "DateInput", "MultichoiceInput"})
_ITEMS = frozenset({"resultItem", "section", "file", "person"})
_NAMED = re.compile(r"\{\{([^{}]+)\.value\}\}")
MOST_BUTTONS, MOST_SECTIONS, MOST_OF_SECTION = 6, 10, 5


def is_taken(kind: str) -> bool:
    """Tell whether Teams takes attachments of this type from a bot: its cards, offers of files, and pictures.

    Files by their address, and the Bot Framework's cards for sound and film, are an unknown attachment type to it.
    """
    return kind in _TAKEN or kind.startswith("image/")


def plain_faults(kind: str, content: object) -> list[str]:
    """Return why Teams can't draw a card of *kind*, each with the path to what is wrong; nothing when it can.

    The shapes are written down, which of them Teams refuses is not: a card that could not be drawn is refused here.
    """
    check = _CHECKS.get(kind, _simple_faults if kind in _SIMPLE or kind == OAUTH_CARD else None)
    if check is None:
        return []
    if not isinstance(content, dict):
        return ["content: expected an object"]
    return list(check(content))


def plain_buttons(attachment: JsonObject) -> list[JsonObject]:
    """Return the buttons of a card that is no Adaptive Card, in order; those above Teams' limits are not shown.

    What a line of a list, or a hero or thumbnail card itself, does when it is pressed is a button with its title; the
    actions within a connector card's ActionCard stand in its place, with its `inputs`.
    """
    kind, content = text(attachment, "contentType"), child(attachment, "content")
    if kind == CONNECTOR_CARD:
        sections = objects(content.get("sections"))[:MOST_SECTIONS]
        listed = [each for section in sections for each in objects(section.get("potentialAction"))[:MOST_OF_SECTION]]
        return [button for each in [*listed, *objects(content.get("potentialAction"))] for button in _flat(each)]
    items = objects(content.get("items")) if kind == LIST_CARD else []
    whole = [content] if kind in _TAPPED else []
    return [*_taps(items), *objects(content.get("buttons"))[:MOST_BUTTONS], *_taps(whole)]


def plain_lines(content: JsonObject) -> Iterator[str]:
    """Yield what can be read in a card that is no Adaptive Card, a line for each text; not what buttons say."""
    names = ("title", "subtitle", "text", "description", "activityTitle", "activitySubtitle", "activityText")
    yield from (text(content, name) for name in names)
    for fact in objects(content.get("facts")):
        yield f"{text(fact, 'name') or text(fact, 'key')} {text(fact, 'value')}".strip()
    for part in [*objects(content.get("items")), *objects(content.get("sections"))]:
        yield from plain_lines(part)


def execute_value(button: JsonObject, given: JsonObject) -> JsonObject:
    """Return what a bot gets of an HttpPOST: the action's id, and its body with what was filled in.

    Where the body names an input as `{{id.value}}` stands its value, written so that a body of JSON stays JSON.
    """
    inputs = {text(each, "id"): text(each, "value") for each in objects(button.get("inputs"))}
    filled = {**inputs, **{name: str(as_input(value)) for name, value in given.items()}}
    body = _NAMED.sub(
        lambda named: json.dumps(filled.get(named[1], ""), ensure_ascii=False)[1:-1], text(button, "body")
    )
    return {"actionId": text(button, "@id"), "body": body}


def _taps(parts: Iterable[JsonObject]) -> list[JsonObject]:
    return [{"title": text(part, "title"), **child(part, "tap")} for part in parts if _is_tapped(part)]


def _is_tapped(part: JsonObject) -> bool:
    return any(value is not None for value in child(part, "tap").values())


def _flat(action: JsonObject) -> list[JsonObject]:
    kind = text(action, "@type")
    if kind != _ACTION_CARD:
        return [{**action, "type": kind, "title": text(action, "name")}]
    inner = [button for each in objects(action.get("actions")) for button in _flat(each)]
    return [{**button, "inputs": action.get("inputs")} for button in inner]


def _simple_faults(content: JsonObject) -> Iterator[str]:
    yield from _text_faults(content, "", ("title", "subtitle", "text"))
    yield from _list_faults(content, "", ("images", "buttons"))
    yield from _press_faults(content, "")


def _list_card_faults(content: JsonObject) -> Iterator[str]:
    yield from _text_faults(content, "", ("title",))
    yield from _list_faults(content, "", ("items", "buttons"))
    if not content.get("items"):
        yield "items: missing"
    for at, item in enumerate(objects(content.get("items"))):
        if text(item, "type") not in _ITEMS:
            yield f"items[{at}].type: one of {', '.join(sorted(_ITEMS))}"
        yield from _text_faults(item, f"items[{at}].", ("title", "subtitle"))
        yield from _press_faults(item, f"items[{at}].")
    yield from _press_faults(content, "")


def _connector_faults(content: JsonObject) -> Iterator[str]:
    if not (text(content, "summary") or text(content, "text")):
        yield "Summary or Text is required"
    yield from _text_faults(content, "", ("title", "text", "themeColor"))
    yield from _list_faults(content, "", ("sections", "potentialAction"))
    yield from _action_faults(content, "")
    for at, section in enumerate(objects(content.get("sections"))):
        path = f"sections[{at}]."
        yield from _text_faults(section, path, ("title", "text", "activityTitle", "activitySubtitle", "activityText"))
        yield from _list_faults(section, path, ("facts", "images", "potentialAction"))
        yield from _action_faults(section, path)
        for place, fact in enumerate(objects(section.get("facts"))):
            yield from _text_faults(fact, f"{path}facts[{place}].", ("name",))
            yield from _value_faults(fact, f"{path}facts[{place}].", ("value",))


def _action_faults(part: JsonObject, path: str) -> Iterator[str]:
    for at, action in enumerate(objects(part.get("potentialAction"))):
        yield from _one_action_faults(action, f"{path}potentialAction[{at}].", _ACTIONS | {_ACTION_CARD})


def _one_action_faults(action: JsonObject, path: str, kinds: frozenset[str]) -> Iterator[str]:
    yield from _kind_faults(action, path, kinds)
    yield from _text_faults(action, path, ("name", "@id", "body"))
    yield from _list_faults(action, path, ("targets", "inputs", "actions"))
    if not isinstance(action.get("target"), list | None):
        yield f"{path}target: expected a list"
    if action.get("@type") != _ACTION_CARD:
        return
    # What an ActionCard opens has no ActionCards.
    for at, inner in enumerate(objects(action.get("actions"))):
        yield from _one_action_faults(inner, f"{path}actions[{at}].", _ACTIONS)
    for at, asked in enumerate(objects(action.get("inputs"))):
        yield from _kind_faults(asked, f"{path}inputs[{at}].", _INPUTS)
        yield from _text_faults(asked, f"{path}inputs[{at}].", ("id", "title", "value"))
        yield from _list_faults(asked, f"{path}inputs[{at}].", ("choices",))


def _kind_faults(part: JsonObject, path: str, kinds: frozenset[str]) -> Iterator[str]:
    if text(part, "@type") not in kinds:
        yield f"{path}@type: one of {', '.join(sorted(kinds))}"


def _press_faults(part: JsonObject, path: str) -> Iterator[str]:
    """Yield what is wrong with what can be pressed: the `tap` of a part, and its `buttons`."""
    tap = part.get("tap")
    if not isinstance(tap, dict | None):
        yield f"{path}tap: expected an object"
    yield from _text_faults(child(part, "tap"), f"{path}tap.", ("type", "title"))
    for at, button in enumerate(objects(part.get("buttons"))):
        yield from _text_faults(button, f"{path}buttons[{at}].", ("type", "title"))


def _receipt_faults(content: JsonObject) -> Iterator[str]:
    yield from _text_faults(content, "", ("title", "total", "tax", "vat"))
    yield from _list_faults(content, "", ("facts", "items", "buttons"))
    yield from _press_faults(content, "")
    for at, item in enumerate(objects(content.get("items"))):
        yield from _text_faults(item, f"items[{at}].", ("title", "subtitle", "text"))
        yield from _value_faults(item, f"items[{at}].", ("quantity", "price"))
    for at, fact in enumerate(objects(content.get("facts"))):
        yield from _text_faults(fact, f"facts[{at}].", ("key",))
        yield from _value_faults(fact, f"facts[{at}].", ("value",))


def _text_faults(part: JsonObject, path: str, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if not isinstance(part.get(name), str | None):
            yield f"{path}{name}: expected a text"


def _value_faults(part: JsonObject, path: str, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if not isinstance(part.get(name), str | int | float | None):
            yield f"{path}{name}: expected a text or a number"


def _list_faults(part: JsonObject, path: str, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        value = part.get(name)
        if value is not None and (not isinstance(value, list) or len(objects(value)) != len(value)):
            yield f"{path}{name}: expected a list of objects"


_CHECKS: Mapping[str, Callable[[JsonObject], Iterator[str]]] = {
    LIST_CARD: _list_card_faults,
    CONNECTOR_CARD: _connector_faults,
    RECEIPT_CARD: _receipt_faults,
}
