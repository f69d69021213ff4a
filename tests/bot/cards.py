"""Reading the cards that were sent."""

from collections.abc import Iterator

from bot.wire import CARD, JsonObject, as_object


def card_of(message: JsonObject) -> JsonObject:
    """Return the card in a message; fails when it holds none."""
    attachments = message["attachments"]
    assert isinstance(attachments, list)
    assert attachments[0]["contentType"] == CARD
    return dict(as_object(attachments[0]["content"]))


def buttons(card: object) -> Iterator[JsonObject]:
    """Yield every Action.Execute of a card."""
    if isinstance(card, dict):
        if card.get("type") == "Action.Execute":
            yield card
        for part in card.values():
            yield from buttons(part)
    elif isinstance(card, list):
        for part in card:
            yield from buttons(part)


def button(message: JsonObject, verb: str) -> JsonObject:
    """Return the data of the button with *verb*, inputs of the card as prefilled."""
    card = card_of(message)
    found = next(each for each in buttons(card) if each["verb"] == verb)
    return {**prefilled(card), **as_object(found["data"])}


def prefilled(card: object) -> JsonObject:
    """Return what the inputs of a card hold before anybody touches them."""
    found: JsonObject = {}
    if isinstance(card, dict):
        if str(card.get("type", "")).startswith("Input.") and "value" in card:
            found[str(card["id"])] = card["value"]
        for part in card.values():
            found |= prefilled(part)
    elif isinstance(card, list):
        for part in card:
            found |= prefilled(part)
    return found
