"""What Teams can draw: Adaptive Cards up to 1.5, checked element by element."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from emulator.wire import JsonObject, as_object, objects

HIGHEST_VERSION = (1, 5)
MOST_REFRESHED = 60
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})")
_DEEPEST = 60

_Check: TypeAlias = Callable[[object], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_named(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list(value: object) -> bool:
    return isinstance(value, list) and len(objects(value)) == len(value)


def _is_inline(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str | dict) for each in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _are_titled(value: object) -> bool:
    return _is_list(value) and all(
        _is_text(each.get("title")) and _is_text(each.get("value")) for each in objects(value)
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Kind:
    """An element or action: what it must have, and of what type the rest is when it is there."""

    needs: Mapping[str, _Check]
    takes: Mapping[str, _Check]


def _kind(takes: Mapping[str, _Check] | None = None, **needs: _Check) -> _Kind:
    return _Kind(needs=needs, takes=takes or {})


_INPUT: Mapping[str, _Check] = {"label": _is_text, "isRequired": _is_truth, "errorMessage": _is_text}
_ACTION: Mapping[str, _Check] = {"title": _is_text, "iconUrl": _is_text, "isEnabled": _is_truth}

_ELEMENTS: Mapping[str, _Kind] = {
    "TextBlock": _kind({"wrap": _is_truth, "maxLines": _is_number}, text=_is_text),
    "RichTextBlock": _kind(inlines=_is_inline),
    "TextRun": _kind(text=_is_text),
    "Image": _kind({"altText": _is_text}, url=_is_named),
    "Media": _kind({"poster": _is_text}, sources=_is_list),
    "Container": _kind(items=_is_list),
    "ColumnSet": _kind({"columns": _is_list}),
    "Column": _kind({"items": _is_list}),
    "FactSet": _kind(facts=_are_titled),
    "ImageSet": _kind(images=_is_list),
    "ActionSet": _kind(actions=_is_list),
    "Table": _kind({"columns": _is_list, "rows": _is_list}),
    "TableRow": _kind({"cells": _is_list}),
    "TableCell": _kind({"items": _is_list}),
    "Input.Text": _kind({**_INPUT, "value": _is_text, "maxLength": _is_number, "regex": _is_text}, id=_is_named),
    "Input.Number": _kind({**_INPUT, "value": _is_number, "min": _is_number, "max": _is_number}, id=_is_named),
    "Input.Date": _kind({**_INPUT, "value": _is_text, "min": _is_text, "max": _is_text}, id=_is_named),
    "Input.Time": _kind({**_INPUT, "value": _is_text, "min": _is_text, "max": _is_text}, id=_is_named),
    "Input.Toggle": _kind({**_INPUT, "value": _is_text}, id=_is_named, title=_is_text),
    "Input.ChoiceSet": _kind(
        {**_INPUT, "value": _is_text, "choices": _are_titled, "choices.data": _is_object}, id=_is_named
    ),
}
_ACTIONS: Mapping[str, _Kind] = {
    "Action.OpenUrl": _kind(_ACTION, url=_is_named),
    "Action.Submit": _kind(_ACTION),
    "Action.Execute": _kind({**_ACTION, "verb": _is_text}),
    "Action.ShowCard": _kind(_ACTION, card=_is_object),
    "Action.ToggleVisibility": _kind(_ACTION, targetElements=_is_inline),
}
# Teams draws these beyond the schema; what stands in them is not checked.
_CHARTS = {
    "Donut",
    "Gauge",
    "HorizontalBar",
    "HorizontalBar.Stacked",
    "Line",
    "Pie",
    "VerticalBar",
    "VerticalBar.Grouped",
}
_ACTIONS_OF_TEAMS = {"InsertImage", "OpenUrlDialog", "Popover", "ResetInputs", "RunCommands"}
_ELEMENTS_OF_TEAMS = {
    "Badge",
    "Carousel",
    "CarouselPage",
    "CitationRun",
    "CodeBlock",
    "CompoundButton",
    "Component",
    "Icon",
    "IconRun",
    "Input.Rating",
    "ProgressBar",
    "ProgressRing",
    "Rating",
}
_OF_TEAMS = frozenset(
    {*_ELEMENTS_OF_TEAMS, *(f"Chart.{each}" for each in _CHARTS), *(f"Action.{each}" for each in _ACTIONS_OF_TEAMS)}
)
# In which field of a part other parts stand, and which type they have when they name none.
_NESTED: Mapping[str, str] = {
    "body": "",
    "items": "",
    "inlines": "TextRun",
    "images": "Image",
    "columns": "Column",
    "rows": "TableRow",
    "cells": "TableCell",
    "actions": "",
}
_SINGLE = ("selectAction", "inlineAction")


def card_faults(card: object) -> list[str]:
    """Return why Teams can't draw *card*, each with the path to what is wrong; nothing when it can."""
    top = as_object(card)
    faults = [*_head_faults(top), *_refresh_faults(top)]
    faults += _list_faults(top, "$", depth=0)
    return faults + [f"$: the id {name!r} is given twice" for name in _given_twice(top)]


def _head_faults(card: JsonObject) -> Iterator[str]:
    if card.get("type") != "AdaptiveCard":
        yield "$.type: expected AdaptiveCard"
    version = card.get("version")
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        yield "$.version: expected a version such as 1.5"
    elif (int(match[1]), int(match[2])) > HIGHEST_VERSION:
        yield f"$.version: {version} is not supported, at most 1.5"


def _refresh_faults(card: JsonObject) -> Iterator[str]:
    if "refresh" not in card:
        return
    refresh = as_object(card["refresh"])
    if as_object(refresh.get("action")).get("type") != "Action.Execute":
        yield "$.refresh.action: expected an Action.Execute"
    people = refresh.get("userIds", [])
    if not isinstance(people, list) or not all(isinstance(each, str) for each in people):
        yield "$.refresh.userIds: expected a list of ids"
    elif len(people) > MOST_REFRESHED:
        yield f"$.refresh.userIds: {len(people)} ids, at most {MOST_REFRESHED}"


def _list_faults(part: JsonObject, path: str, *, depth: int) -> Iterator[str]:
    """Yield the faults of all that stands in *part*."""
    if depth > _DEEPEST:
        yield f"{path}: too deeply nested"
        return
    for name, default in _NESTED.items():
        inner = part.get(name)
        if inner is not None and not isinstance(inner, list):
            yield f"{path}.{name}: expected a list"
        for index, each in enumerate(inner if isinstance(inner, list) else []):
            is_width = name == "columns" and part.get("type") == "Table"
            is_plain_run = name == "inlines" and isinstance(each, str)
            if not (is_width or is_plain_run):
                yield from _part_faults(each, f"{path}.{name}[{index}]", default=default, depth=depth + 1)
    for name in _SINGLE:
        if name in part:
            yield from _part_faults(part[name], f"{path}.{name}", default="", depth=depth + 1)


def _part_faults(value: object, path: str, *, default: str, depth: int) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path}: expected an object"
        return
    name = value.get("type", default)
    kind = _find_kind(name)
    if kind is None:
        if str(name) not in _OF_TEAMS and "fallback" not in value:
            yield f"{path}.type: unknown: {name!r}"
        return
    yield from _field_faults(value, path, kind)
    yield from _list_faults(value, path, depth=depth)
    if name == "Action.ShowCard":
        yield from _list_faults(as_object(value.get("card")), f"{path}.card", depth=depth)


def _find_kind(name: object) -> _Kind | None:
    return (_ELEMENTS.get(name) or _ACTIONS.get(name)) if isinstance(name, str) else None


def _field_faults(part: JsonObject, path: str, kind: _Kind) -> Iterator[str]:
    for name, check in kind.needs.items():
        if name not in part:
            yield f"{path}.{name}: missing"
        elif not check(part[name]):
            yield f"{path}.{name}: wrong type or empty"
    for name, check in kind.takes.items():
        if part.get(name) is not None and not check(part[name]):
            yield f"{path}.{name}: wrong type"


def _given_twice(card: JsonObject) -> list[str]:
    names = [str(name) for name in _input_ids(card)]
    return sorted({name for name in names if names.count(name) > 1})


def _input_ids(value: object) -> Iterator[object]:
    """Yield the id of every input, of those in shown cards too; fallbacks stand in place of others."""
    if isinstance(value, list):
        for each in value:
            yield from _input_ids(each)
    elif isinstance(value, dict):
        if str(value.get("type", "")).startswith("Input.") and "id" in value:
            yield value["id"]
        for name, inner in value.items():
            if name not in {"fallback", "data", "refresh"}:
                yield from _input_ids(inner)
