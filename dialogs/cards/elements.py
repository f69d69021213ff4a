"""The writer of a card: each thing it puts in the card it also puts, in words, in the card's text twin."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from dialogs.cards.plain import LONGEST, LONGEST_NAME, cut, escaped, weight
from domain.notices import Value
from texts import say
from texts.format import listed

Element = dict[str, object]
Choices = Sequence[tuple[str, str]]
Sign = Callable[[str, str, int], str]
"""Gives the token of a button from its verb, subject and version."""

SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
LARGEST_BYTES = 25_000
LONGEST_SPOKEN = 400
LONGEST_SUMMARY = 160
SHORTER = (140, 70, 35, 20)
"""To how many characters words are cut, in turn, when a card would be too large."""
LABEL_WIDTH = "92px"


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What every card needs to know: for whom it is written, what it is about, and how its buttons are signed."""

    language: str
    today: date
    sign: Sign
    subject: str = ""
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A finished card. `text` says all that it says; `summary` is the line that a notification shows.

    One that goes on changing by itself is shown anew after `again_seconds`.
    """

    card: Element
    text: str
    summary: str
    again_seconds: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Tone:
    """How a status looks: a sign that is read with the word, and a colour that only supports them."""

    sign: str
    color: str = "default"


GOOD = Tone(sign="✓", color="good")
UNDER_WAY = Tone(sign="●", color="accent")
STANDING = Tone(sign="○", color="accent")
WARNING = Tone(sign="!", color="warning")
STOP = Tone(sign="✕", color="attention")
OVER = Tone(sign="–")
RESTING = Tone(sign="‖", color="warning")
URGENT = Tone(sign="!", color="attention")


class Writer:
    """Writes one card from top to bottom; `finish` gives it back."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.language = frame.language
        self._body: list[Element] = []
        self._top: list[Element] = []
        self._here = self._body
        self._spoken: list[str] = []
        self._ways: list[str] = []
        self._is_in_rows = False

    @property
    def actions(self) -> Sequence[Element]:
        """Return the buttons at the foot of the card so far."""
        return tuple(self._top)

    def words(self, key: str, **values: object) -> str:
        """Return the sentence *key* in the reader's language."""
        return say(key, self.language, **values)

    def _put(self, element: Element, *, is_row: bool = False) -> None:
        self._here.append(element)
        self._is_in_rows = is_row

    # What is read

    def speak(self, text: str, *, longest: int = LONGEST_SPOKEN) -> None:
        """Say *text* in the twin only."""
        said = cut(text, longest)
        if said:
            self._spoken.append(said if said[-1] in ".!?:…" else f"{said}.")

    def heading(self, text: str, *, over: str = "") -> None:
        """Put the card's heading, and above it a small line of what it is."""
        spacing = "medium" if self._here else "none"
        if over:
            self._put(_block(over, size="small", isSubtle=True, spacing=spacing))
        title = cut(text, LONGEST_NAME)
        spacing = "none" if over else spacing
        self._put(_block(title, size="large", weight="bolder", style="heading", spacing=spacing))
        self.speak(f"{over}: {title}" if over else title)

    def status(self, tone: Tone, text: str) -> None:
        """Put where things stand: a sign, a word and a colour."""
        line = cut(text)
        is_after_box = bool(self._here) and self._here[-1]["type"] == "Container"
        run = _run(f"{tone.sign}  {line}", weight="bolder", color=tone.color)
        self._put(_runs([run], spacing="medium" if is_after_box else "small"))
        self.speak(line)

    def line(
        self, text: str, *, spacing: str = "small", longest: int = LONGEST, is_silent: bool = False, **looks: object
    ) -> None:
        """Put a line as it is, read as no markup; *looks* are those of a text run."""
        shown = cut(text, longest)
        if not shown:
            return
        self._put(_runs([_run(shown, **looks)], spacing=spacing))
        if not is_silent:
            self.speak(shown, longest=longest)

    def phone(self, number: str) -> None:
        """Put a telephone number that a phone can call by a touch."""
        digits = "".join(each for each in number if each.isdigit() or each == "+")
        block = _block("", size="large", weight="bolder", spacing="none")
        self._put(block | {"text": f"[{escaped(number)}](tel:{digits})"})
        self.speak(number)

    def hint(self, text: str, *, is_silent: bool = False) -> None:
        """Put a line that helps but need not be read."""
        self.line(text, is_silent=is_silent, size="small", isSubtle=True)

    def title(self, text: str) -> None:
        """Put the title of a section."""
        self.line(text, spacing="medium", weight="bolder")

    def row(self, label: str, value: str, *, more: str = "", tone: Tone | None = None) -> None:
        """Put a labelled value, with a line under it: quiet, or of a *tone*. Nothing when the value is empty."""
        shown, under = cut(value), cut(more)
        if not shown:
            return
        items = [_runs([_run(shown)], spacing="none")]
        if under and tone:
            run = _run(f"{tone.sign}  {under}", size="small", weight="bolder", color=tone.color)
            items.append(_runs([run], spacing="none"))
        elif under:
            items.append(_runs([_run(under, size="small", isSubtle=True)], spacing="none"))
        columns: list[Element] = [
            {"type": "Column", "width": LABEL_WIDTH, "items": [_runs([_run(label, isSubtle=True)])]},
            {"type": "Column", "width": "stretch", "items": items},
        ]
        spacing = "small" if self._is_in_rows else "medium"
        self._put({"type": "ColumnSet", "spacing": spacing, "columns": columns}, is_row=True)
        self.speak(f"{label}: {shown}")
        self.speak(under)

    def entry(
        self, title: str, detail: str, *, number: str, tone: Tone, status: str, press: Element | None = None
    ) -> None:
        """Put one thing of a list: its title and number, a line about it, where it stands; a *press* opens it."""
        sign = "  →" if press else ""
        with self.section(press=press):
            runs = [_run(cut(title), weight="bolder"), _run(f"  {number}{sign}", size="small", isSubtle=True)]
            self._put(_runs(runs, spacing="none"))
            self.line(detail, spacing="none", is_silent=True)
            run = f"{tone.sign}  {status}"
            self.line(run, spacing="none", size="small", color=tone.color, is_silent=True)
        self.speak(f"{cut(title)} {number}: {status}. {cut(detail)}")

    def links(self, links: Sequence[tuple[str, str]]) -> None:
        """Put a button for each (title, address) that opens it."""
        if links:
            self.buttons_here([{"type": "Action.OpenUrl", "title": title, "url": url} for title, url in links])
            self.speak(listed([title for title, _ in links], self.language))

    def points(self, items: Sequence[str], sign: str = "•") -> None:
        """Put a list, a line each."""
        for item in items:
            shown = cut(item)
            columns: list[Element] = [
                {"type": "Column", "width": "auto", "items": [_block(sign, isSubtle=True)]},
                {"type": "Column", "width": "stretch", "items": [_runs([_run(shown)], spacing="none")]},
            ]
            self._put({"type": "ColumnSet", "spacing": "small", "columns": columns})
            self.speak(shown)

    def steps(self, names: Sequence[str], current: int) -> None:
        """Put how far something has come: the steps up to *current* (from 0) are filled."""
        columns: list[Element] = []
        for index, name in enumerate(names):
            sign, color = _step_look(index, current)
            mark = _block(sign, color=color, weight="bolder", horizontalAlignment="center", spacing="none")
            look: dict[str, object] = {"weight": "bolder"} if index == current else {"isSubtle": True}
            word = _block(name, size="small", horizontalAlignment="center", spacing="none", wrap=False, **look)
            columns.append({"type": "Column", "width": "stretch", "spacing": "none", "items": [mark, word]})
        self._put({"type": "ColumnSet", "spacing": "medium", "columns": columns})
        step = self.words("card-step", step=str(current + 1), steps=str(len(names)), name=names[current].lower())
        self.speak(step)

    @contextmanager
    def section(
        self, name: str = "", *, is_hidden: bool = False, style: str = "", press: Element | None = None
    ) -> Generator[None]:
        """Put what is written meanwhile in a container of its own, which *press* makes a button of."""
        outer, self._here = self._here, []
        box: Element = {"type": "Container", "spacing": "medium", "items": self._here}
        if name:
            box["id"] = name
        if is_hidden:
            box["isVisible"] = False
        if style:
            box["style"] = style
        if press:
            box["selectAction"] = press
        self._is_in_rows = False
        yield
        self._here = outer
        if box["items"]:
            self._put(box)

    @contextmanager
    def side_by_side(self) -> Generator[None]:
        """Put each thing that is written meanwhile in a column of its own."""
        outer, self._here = self._here, []
        yield
        columns = [{"type": "Column", "width": "stretch", "items": [each]} for each in self._here]
        self._here = outer
        self._put({"type": "ColumnSet", "spacing": "small", "columns": columns})

    # What is filled in

    def text_input(self, name: str, label: str, value: str = "", *, longest: int = 2000, lines: bool = False) -> None:
        """Put a field for words."""
        self._input("Input.Text", name, label, value=value, maxLength=longest, isMultiline=lines)

    def number_input(
        self, name: str, label: str, value: str = "", *, least: float = 1, most: int = 9999, placeholder: str = ""
    ) -> None:
        """Put a field for a number; *value* is written with a decimal point, and is empty for none."""
        given: dict[str, object] = {}
        if value:  # Clients refuse every press while a field with limits stands empty, even where it is hidden.
            given = {"value": float(value) if "." in value else int(value), "min": least, "max": most}
        self._input("Input.Number", name, label, placeholder=placeholder, **given)

    def hours_input(self, label: str, value: str = "", *, placeholder: str = "") -> None:
        """Put a field for hours of work, from a quarter to a day."""
        self.number_input("hours", label, value, least=0.25, most=24, placeholder=placeholder)

    def date_input(self, name: str, label: str, value: str = "") -> None:
        """Put a field for a day, ISO."""
        self._input("Input.Date", name, label, value=value)

    def time_input(self, name: str, label: str, value: str = "") -> None:
        """Put a field for a time of day, HH:MM."""
        self._input("Input.Time", name, label, value=value)

    def choice_input(
        self, name: str, label: str, choices: Choices, *, value: str, is_open: bool = False, is_many: bool = False
    ) -> None:
        """Put a choice of (value, title), of which *value* is made already; of many they stand between commas."""
        titles: list[Element] = [{"title": cut(title, LONGEST_NAME), "value": each} for each, title in choices]
        looks = {"style": "expanded" if is_open else "compact", "wrap": True, "isMultiSelect": is_many}
        self._input("Input.ChoiceSet", name, label, value=value, choices=titles, **looks)

    def search_input(self, name: str, label: str, *, dataset: str, value: str, title: str) -> None:
        """Put a choice that is searched for by typing; *value*, called *title*, is made already."""
        found: Element = {"choices": [{"title": cut(title, LONGEST_NAME), "value": value}], "style": "filtered"}
        found["choices.data"] = {"type": "Data.Query", "dataset": dataset}
        self._input("Input.ChoiceSet", name, label, value=value, wrap=True, **found)

    def _input(self, kind: str, name: str, label: str, **attributes: object) -> None:
        given = {key: each for key, each in attributes.items() if each != "" and each is not False}
        self._put({"type": kind, "id": name, "label": label, "spacing": "small"} | given)

    # What is pressed

    def button(self, verb: str, *, style: str = "default", label: str = "", way: str = "", **data: Value) -> None:
        """Put a button at the foot of the card; it also works where only Submit is known."""
        self._top.append(self._press(verb, style=style, label=label, way=way, data=data))

    def also(self, way: str) -> None:
        """Name another word that does what a button does."""
        self._ways.append(way)

    def button_here(self, verb: str, *, style: str = "default", label: str = "", way: str = "", **data: Value) -> None:
        """Put a button where the card has come to."""
        self.buttons_here([self._press(verb, style=style, label=label, way=way, data=data)])

    def choices_here(self, verb: str, name: str, choices: Choices) -> None:
        """Put a button for each (value, title), which it sends as *name*."""
        self.buttons_here([self._press(verb, label=title, way="-", data={name: value}) for value, title in choices])

    def press(self, verb: str, label: str, **data: Value) -> Element:
        """Return the press of a whole section, whose name is *label*."""
        return self._press(verb, label=label, way="-", data=data)

    def buttons_here(self, actions: Sequence[Element]) -> None:
        """Put *actions* in a row."""
        self._put({"type": "ActionSet", "spacing": "medium", "actions": list(actions)})

    def toggle(self, label: str, section: str) -> None:
        """Put a button that opens and closes a section of the card."""
        self._top.append({"type": "Action.ToggleVisibility", "title": label, "targetElements": [section]})

    def _press(
        self, verb: str, *, data: Mapping[str, Value], style: str = "default", label: str = "", way: str
    ) -> Element:
        name = verb.replace(".", "-")
        if way != "-":
            self._ways.append(way or self.words(f"way-{name}"))
        frame = self.frame
        carried: dict[str, Value] = {
            "verb": verb,
            "subject": frame.subject,
            "version": frame.version,
            "token": frame.sign(verb, frame.subject, frame.version),
            **data,
        }
        shared: Element = {"title": cut(label or self.words(f"button-{name}"), LONGEST_NAME)}
        if style != "default":
            shared["style"] = style
        return {
            "type": "Action.Execute",
            "verb": verb,
            **shared,
            "data": carried,
            "fallback": {"type": "Action.Submit", **shared, "data": carried},
        }

    # The whole

    def finish(self, summary: str, *, is_wide: bool = False) -> Shown:
        """Return the card, its twin and its summary."""
        if self._ways:
            ways = listed(list(dict.fromkeys(self._ways)), self.language, is_choice=True)
            self._spoken.append(self.words("card-ways", ways=ways))
        whole = self._card(self._body, self._spoken)
        for longest in SHORTER:
            if weight(whole) < LARGEST_BYTES:
                break
            whole = self._card(_shortened(self._body, longest), [cut(each, longest * 2) for each in self._spoken])
        if is_wide:
            whole["msteams"] = {"width": "Full"}
        return Shown(card=whole, text=str(whole["fallbackText"]), summary=cut(summary, LONGEST_SUMMARY))

    def _card(self, body: list[Element], spoken: Sequence[str]) -> Element:
        card: Element = {
            "type": "AdaptiveCard",
            "$schema": SCHEMA,
            "version": "1.5",
            "lang": self.language,
            "fallbackText": "\n".join(spoken),
            "body": body,
        }
        return card | {"actions": self._top} if self._top else card


def _shortened(body: list[Element], longest: int) -> list[Element]:
    """Return *body* with its words cut to *longest* characters; what stands in fields stays whole."""
    return [_shorten(each, longest) for each in body]


def _shorten(element: Element, longest: int) -> Element:
    changed: Element = dict(element)
    for name, inner in element.items():
        if name in {"items", "columns", "inlines", "choices"} and isinstance(inner, list):
            changed[name] = _shortened(inner, longest)
    name = "text" if element.get("type") == "TextRun" else "title" if "value" in element else ""
    if name in element:
        changed[name] = cut(str(element[name]), longest)
    return changed


def _step_look(index: int, current: int) -> tuple[str, str]:
    sign = "●" if index <= current else "○"
    return sign, "good" if index < current else "accent" if index == current else "default"


def _block(text: str, *, wrap: bool = True, **looks: object) -> Element:
    return {"type": "TextBlock", "text": escaped(text), "wrap": wrap, **looks}


def _run(text: str, **looks: object) -> Element:
    return {"type": "TextRun", "text": text, **looks}


def _runs(inlines: list[Element], **looks: object) -> Element:
    return {"type": "RichTextBlock", "inlines": inlines, **looks}
