"""Recorded stories: what people did and saw, told without ids, so that it can be done again."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from emulator.cards import actions, card_buttons, lines
from emulator.plain_cards import plain_lines
from emulator.wire import ADAPTIVE_CARD, JsonObject, as_object, child, objects, parse_object, text

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_DIGITS = re.compile(r"\d+")
_WORDED = re.compile(r"[^\W_]|#")
_MARK = "#"
_LONGEST_LINE = 120


class StoryError(ValueError):
    """What should be a story is none; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """Steps in order; `starts` is the bot's time at the first one, an aware ISO moment, or empty."""

    name: str
    title: str
    starts: str
    steps: tuple[JsonObject, ...]

    def as_json(self) -> JsonObject:
        """Return the story as it is saved."""
        head = {"name": self.name, "title": self.title, "starts": self.starts or None}
        return {**head, "steps": list(self.steps)}

    def as_text(self) -> str:
        """Return the story as a file: one step a line."""
        steps = ",\n".join(f"    {json.dumps(step, ensure_ascii=False)}" for step in self.steps)
        head = {name: value for name, value in self.as_json().items() if name != "steps"}
        fields = "".join(
            f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)},\n" for name, value in head.items()
        )
        return f'{{\n{fields}  "steps": [\n{steps}\n  ]\n}}\n'


def read_story(raw: object) -> Story:
    """Return the story in a JSON text or object.

    Raises:
        StoryError: it has no name or no steps, or a step neither does, sees nor names anybody.
    """
    body = parse_object(raw) if isinstance(raw, str | bytes) else as_object(raw)
    steps = objects(body.get("steps"))
    if not steps or steps != body.get("steps"):
        raise StoryError("steps: expected a list of steps")
    for number, step in enumerate(steps, 1):
        if not (text(step, "see") or (text(step, "do") and (text(step, "as") or step["do"] in {"clock", "room"}))):
            raise StoryError(f"step {number}: expected see, or do and as")
    name = read_name(text(body, "name"))
    return Story(name=name, title=text(body, "title") or name, starts=text(body, "starts"), steps=tuple(steps))


def read_name(name: str) -> str:
    """Return a story's name; it becomes the name of a file."""
    if not _NAME.fullmatch(name):
        raise StoryError("name: 1-64 of a-z, 0-9 and -")
    return name


def steady(words: str) -> str:
    """Return *words* with every run of digits as `#`, as numbers and times differ from day to day."""
    return _DIGITS.sub(_MARK, words)


def words_of(shown: JsonObject, *, most: int) -> list[str]:
    """Return the first lines that can be read in a message (as the API shows it), made steady."""
    found = (steady(line.strip()) for line in _lines(shown))
    return [line[:_LONGEST_LINE] for line in dict.fromkeys(found) if _WORDED.search(line)][:most]


def verbs_of(shown: JsonObject) -> list[str]:
    """Return the verbs of the message's buttons, each once, in order."""
    return list(dict.fromkeys(_verb(action) for card in cards_of(shown) for action in actions(card) if _verb(action)))


def cards_of(shown: JsonObject) -> list[JsonObject]:
    """Return the adaptive cards of a message."""
    attachments = objects(shown.get("attachments"))
    return [child(each, "content") for each in attachments if each.get("contentType") == ADAPTIVE_CARD]


def buttons_of(shown: JsonObject) -> list[JsonObject]:
    """Return the buttons of a message as they are counted in a press."""
    return [*(action for card in cards_of(shown) for action in actions(card)), *card_buttons(shown)]


def describe_button(buttons: Sequence[JsonObject], place: object) -> JsonObject:
    """Return how a story names the button at *place*: its verb and title, and which of those alike it is."""
    if not isinstance(place, int) or not 0 <= place < len(buttons):
        return {}
    named = {name: value for name, value in _naming(buttons[place]).items() if value}
    before = sum(_naming(each) == _naming(buttons[place]) for each in buttons[:place])
    return {**named, **({"nth": before} if before else {})}


def find_place(buttons: Sequence[JsonObject], step: JsonObject) -> int | None:
    """Return the place of the button that a step names, None when there is none.

    The only button of a verb is found also when its title has been changed.
    """
    wanted = [name for name in ("verb", "title") if text(step, name)]
    alike = _places(buttons, step, wanted)
    of_verb = _places(buttons, step, ["verb"]) if "verb" in wanted else []
    if not alike and len(of_verb) == 1:
        return of_verb[0]
    nth = step.get("nth", 0)
    return alike[nth] if isinstance(nth, int) and 0 <= nth < len(alike) else None


def _places(buttons: Sequence[JsonObject], step: JsonObject, names: Sequence[str]) -> list[int]:
    return [
        place
        for place, button in enumerate(buttons)
        if names and all(_naming(button)[name] == steady(text(step, name)) for name in names)
    ]


def reads(shown: JsonObject, words: Iterable[object]) -> bool:
    """Tell whether each of *words* can be read in a message."""
    everything = steady("\n".join(_lines(shown)))
    return all(steady(str(each)) in everything for each in words)


def _naming(button: JsonObject) -> dict[str, str]:
    return {"verb": _verb(button), "title": steady(text(button, "title"))}


def _verb(action: JsonObject) -> str:
    return text(action, "verb") or text(action, "data", "verb")


def _lines(shown: JsonObject) -> list[str]:
    said = [text(shown, "text"), *(line for card in cards_of(shown) for line in lines(card))]
    plain = [
        child(each, "content") for each in objects(shown.get("attachments")) if each.get("contentType") != ADAPTIVE_CARD
    ]
    said += [line for content in plain for line in plain_lines(content)]
    return [line for each in said for line in each.split("\n") if line.strip()]
