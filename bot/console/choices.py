"""What can be pressed in a card, as numbered choices, and the fields that each of them asks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.reading import read_data
from bot.wire import JsonObject, as_object
from domain.notices import Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """An input of a card: what it is called, what it holds, and between which (value, title) it chooses."""

    name: str
    label: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    is_searched: bool = False

    def read(self, written: str) -> str:
        """Return the value that *written* means: the number, value or title of an option, or what was written."""
        if written.isdecimal() and 0 < int(written) <= len(self.options):
            return self.options[int(written) - 1][0]
        told = written.casefold()
        named = (value for value, title in self.options if told in {value.casefold(), title.casefold()})
        return next(named, written)


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One button: what it sends, what else of the card goes with it, and the fields to ask for first."""

    title: str
    verb: str
    data: Mapping[str, Value]
    asks: tuple[Field, ...] = ()
    prefilled: Mapping[str, Value] = field(default_factory=dict)

    def pressed(self, filled: Mapping[str, str]) -> Mapping[str, Value]:
        """Return what the press carries when *filled* is what the person wrote; what is left empty is not sent."""
        inputs = {**self.prefilled, **filled}
        return {**self.data, **{name: value for name, value in inputs.items() if value != ""}}


def choices_of(card: Mapping[str, object]) -> tuple[Choice, ...]:
    """Return the buttons of *card* in the order in which they are seen; a part that opens counts as one button."""
    body = _list(card.get("body"))
    everything = {each.name: each.value for each in _fields(body)}
    prefilled: dict[str, Value] = {name: value for name, value in everything.items() if value}
    found: list[Choice] = []
    left = _walk(body, prefilled, found)
    for action in _list(card.get("actions")):
        found.extend(_foot(action, body, left, prefilled))
    return tuple(found)


def _walk(elements: Sequence[JsonObject], prefilled: Mapping[str, Value], found: list[Choice]) -> list[Field]:
    """Collect the buttons that stand in the card; return the fields that no button below them has asked for."""
    waiting: list[Field] = []
    for element in elements:
        if element.get("isVisible") is False:
            continue
        if str(element.get("type", "")).startswith("Input."):
            waiting.append(_field(element))
        elif element.get("type") == "ActionSet":
            found.extend(_made(_list(element.get("actions")), tuple(waiting), prefilled))
            waiting = []
        else:
            waiting.extend(_walk(_inner(element), prefilled, found))
    return waiting


def _foot(
    action: JsonObject, body: Sequence[JsonObject], asks: Sequence[Field], prefilled: Mapping[str, Value]
) -> Iterator[Choice]:
    if action.get("type") != "Action.ToggleVisibility":
        yield from _made([action], tuple(asks), prefilled)
        return
    for target in action.get("targetElements") or ():  # type: ignore[attr-defined]
        section = _find(body, str(target))
        if section is None or section.get("isVisible") is not False:
            continue
        inside: list[Choice] = []
        _walk(_inner(section), prefilled, inside)
        title = str(action.get("title"))
        for choice in inside:
            named = title if len(inside) == 1 else choice.title
            yield Choice(title=named, verb=choice.verb, data=choice.data, asks=choice.asks, prefilled=prefilled)


def _made(actions: Sequence[JsonObject], asks: tuple[Field, ...], prefilled: Mapping[str, Value]) -> Iterator[Choice]:
    for action in actions:
        if action.get("type") == "Action.Execute":
            yield Choice(
                title=str(action.get("title")),
                verb=str(action.get("verb")),
                data=read_data(as_object(action.get("data"))),
                asks=asks,
                prefilled=prefilled,
            )


def _fields(elements: Sequence[JsonObject]) -> Iterator[Field]:
    for element in elements:
        if str(element.get("type", "")).startswith("Input."):
            yield _field(element)
        yield from _fields(_inner(element))


def _field(element: JsonObject) -> Field:
    options = [(str(each.get("value")), str(each.get("title"))) for each in _list(element.get("choices"))]
    value = element.get("value")
    return Field(
        name=str(element.get("id")),
        label=str(element.get("label") or element.get("id")),
        value="" if value is None else f"{value:g}" if isinstance(value, float) else str(value),
        options=tuple(options),
        is_searched="choices.data" in element,
    )


def _find(elements: Sequence[JsonObject], name: str) -> JsonObject | None:
    for element in elements:
        if element.get("id") == name:
            return element
        within = _find(_inner(element), name)
        if within is not None:
            return within
    return None


def _inner(element: JsonObject) -> list[JsonObject]:
    return _list(element.get("items")) + _list(element.get("columns"))


def _list(value: object) -> list[JsonObject]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
