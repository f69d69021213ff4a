"""What stands in a card: its inputs as prefilled, its buttons and its words."""

from collections.abc import Iterator, Sequence

from emulator.plain_cards import plain_buttons
from emulator.wire import ADAPTIVE_CARD, JsonObject, as_input, child, objects, text

_NOT_CARD_PARTS = frozenset({"data", "fallback", "msteams", "refresh", "authentication", "metadata"})


def parts(value: object) -> Iterator[JsonObject]:
    """Yield every element and action in *value*, depth first in written order, however deeply they are nested."""
    if isinstance(value, list):
        for item in value:
            yield from parts(item)
    elif isinstance(value, dict):
        if isinstance(value.get("type"), str):
            yield value
        for name, inner in value.items():
            if name not in _NOT_CARD_PARTS:
                yield from parts(inner)


def actions(card: JsonObject) -> list[JsonObject]:
    """Return the card's buttons and select actions in order, those of ActionSets and shown cards too."""
    return [part for part in parts(card) if text(part, "type").startswith("Action.")]


def prefilled_inputs(card: JsonObject) -> JsonObject:
    """Return what every input of the card holds before anybody touches it, as Teams sends it.

    All values are strings. A toggle gives its `valueOff` (by default "false") when it has no value; other empty inputs
    are left out.
    """
    inputs = (part for part in parts(card) if text(part, "type").startswith("Input.") and text(part, "id"))
    values = {text(part, "id"): _prefilled(part) for part in inputs}
    return {name: as_input(value) for name, value in values.items() if value is not None}


def _prefilled(element: JsonObject) -> object:
    value = element.get("value")
    if element.get("type") != "Input.Toggle":
        return value
    is_on = value == (element.get("valueOn") or "true")
    return (element.get("valueOn") or "true") if is_on else (element.get("valueOff") or "false")


def find_action(card: JsonObject, wanted: object) -> JsonObject | None:
    """Return the button that *wanted* names: its place among `actions`, or its verb, id or title; None for none."""
    listed = actions(card)
    if isinstance(wanted, int) and not isinstance(wanted, bool):
        return listed[wanted] if 0 <= wanted < len(listed) else None
    for names in (_verbs, _ids, _titles):
        for action in listed:
            if wanted and wanted in names(action):
                return action
    return None


def find_in_cards(cards: Sequence[JsonObject], wanted: object) -> tuple[int, JsonObject] | None:
    """Return the button that *wanted* names as `find_action` does, after the place of its card among *cards*.

    The places of buttons go on from card to card.
    """
    before = 0
    for at, card in enumerate(cards):
        place = wanted - before if isinstance(wanted, int) else wanted
        action = find_action(card, place)
        if action is not None:
            return at, action
        before += len(actions(card))
    return None


def card_buttons(activity: JsonObject) -> list[JsonObject]:
    """Return a message's buttons outside adaptive cards: of all other cards, and suggested actions."""
    attachments = [each for each in objects(activity.get("attachments")) if each.get("contentType") != ADAPTIVE_CARD]
    listed = [button for attachment in attachments for button in plain_buttons(attachment)]
    return [*listed, *objects(child(activity, "suggestedActions").get("actions"))]


def find_button(activity: JsonObject, wanted: object, *, before: int = 0) -> JsonObject | None:
    """Return the button outside adaptive cards that *wanted* names: its place, or its title; None for none.

    Places go on from the *before* buttons of the message's adaptive cards.
    """
    listed = card_buttons(activity)
    if isinstance(wanted, int) and not isinstance(wanted, bool):
        wanted -= before
        return listed[wanted] if 0 <= wanted < len(listed) else None
    return next((button for button in listed if wanted and text(button, "title") == wanted), None)


def lines(value: object) -> Iterator[str]:
    """Yield what can be read in *value*, a card or a part of one, a line for each text; not what buttons say."""
    for part in parts(value):
        if not text(part, "type").startswith("Action."):
            yield from (text(part, name) for name in ("text", "label") if text(part, name))
            for fact in objects(part.get("facts")):
                yield f"{text(fact, 'title')} {text(fact, 'value')}".strip()


def _verbs(action: JsonObject) -> set[str]:
    return {text(action, "verb"), text(action, "data", "verb")}


def _ids(action: JsonObject) -> set[str]:
    return {text(action, "id")}


def _titles(action: JsonObject) -> set[str]:
    return {text(action, "title")}
