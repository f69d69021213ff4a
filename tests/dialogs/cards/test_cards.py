"""What holds for every card in each of its states, in both languages."""

import asyncio
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Collection
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft6Validator

from dialogs.cards.elements import LARGEST_BYTES
from dialogs.cards.plain import weight
from dialogs.present import VIEWS, Presented
from tests.dialogs.cards.samples import SAMPLES
from tests.dialogs.cards.states import GALLERY
from tests.dialogs.cards.walk import inputs, of_type, visible, words
from texts import LANGUAGES

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "VAKTIS_TEST_UPDATE_SNAPSHOTS"
VERB = re.compile(r"^[a-z]+\.[a-z]+$")
LONGEST_STEP = 11
SIGNS = "✓●○✕–!‖•→\u2060\\ ▁▂▃▄▅▆▇█·"
FIELDS = {"person", "hours", "rating", "comment", "reason", "answer", "date", "last", "time", "place", "note", "count"}
FIELDS |= {"daysoff", "series-date", "series-time", "series-place", "series-hours", "series-daysoff"}
FIELDS |= {
    "service",
    "status",
    "query",
    "audience",
    "problem",
    "cause",
    "measure",
    "effect",
    "entry",
    "second",
    "hours-1",
    "hours-2",
}
FIELDS |= {f"{name}-{ends}" for name in ("hours", "amount") for ends in ("mandatory", "calloff", "addon")}
FIELDS |= {"text-sv", "text-en", "months", "indicator"}
FIELDS |= {"likelihood", "consequence", "risk-reason"}
FIELDS |= {"value", "limit", "services", "indicators", "unit", "object"}
Rule = Callable[[str], None]


def of_each(names: Collection[str]) -> Callable[[Rule], Callable[[], None]]:
    """Make one test of a rule for *names*, which tells all that break it: beginning a test for each took longer."""

    def test_of(rule: Rule) -> Callable[[], None]:
        def test() -> None:
            broken = [fault for name in names if (fault := _fault(rule, name)) is not None]
            if broken:
                raise ExceptionGroup(f"{len(broken)} of {len(names)}", broken)

        return test

    return test_of


def _fault(rule: Rule, name: str) -> AssertionError | None:
    try:
        rule(name)
    except AssertionError as fault:
        fault.add_note(f"in {name}")
        return fault
    return None


each_card = of_each(GALLERY)
each_stored = of_each(SAMPLES)


_SHOWN: dict[str, list[tuple[Presented, dict[str, Any]]]] = {}
"""Each sample once, as every rule looks at all of them."""


@cache
def schema() -> Draft6Validator:
    source = files("adaptive_cards").joinpath("schemas", "schema-1.5.json").read_text(encoding="utf-8")
    return Draft6Validator(json.loads(source))


def both(name: str) -> list[tuple[Presented, dict[str, Any]]]:
    """Return the sample as it is shown in each language."""
    if name not in _SHOWN:
        shown = [asyncio.run(GALLERY[name].shown(language)) for language in LANGUAGES]
        _SHOWN[name] = [(each, each.card) for each in shown if each.card is not None]
    return _SHOWN[name]


@each_card
def test_a_card_is_valid_by_the_schema(name: str) -> None:
    for _, card in both(name):
        faults = schema().iter_errors(_without_own(card))

        assert [f"{fault.instance_path}: {fault.message[:200]}" for fault in faults] == []


def _without_own(card: dict[str, Any]) -> dict[str, Any]:
    """Return the card without Teams' own extras, which the schema does not know."""
    return {key: _bare_choices(value) for key, value in card.items() if key != "msteams"}


def _bare_choices(part: Any) -> Any:  # noqa: ANN401  # JSON
    """Return a part of a card without what a choice is searched by: Teams' own, as the style is that it asks for."""
    if isinstance(part, list):
        return [_bare_choices(each) for each in part]
    if not isinstance(part, dict):
        return part
    own = {"choices.data", "style"} if "choices.data" in part else set()
    return {key: _bare_choices(value) for key, value in part.items() if key not in own}


@each_card
def test_a_card_says_in_its_twin_all_that_it_shows(name: str) -> None:
    for presented, card in both(name):
        silent = [each for each in words(visible(card)) if _bare(each.removesuffix("…")) not in _bare(presented.text)]

        assert card["fallbackText"] == presented.text
        assert [each for each in silent if not _is_step_or_list(each, presented.text)] == []


def _bare(text: str) -> str:
    """Return *text* as heard: without signs, marks at the end, and the markup of a telephone number."""
    heard = re.sub(r"\[([^\]]+)\]\(tel:[^)]*\)", r"\1", text)
    return "".join(each for each in heard.lower() if each not in SIGNS and each not in ".:\u00a0")


def _is_step_or_list(text: str, twin: str) -> bool:
    """Tell whether it is the name of a step, told as 'step 2 of 5', or a line of parts that are said one by one."""
    if re.search(r"(?:Steg|Step) \d", twin) and len(text) <= LONGEST_STEP:
        return True
    return all(_bare(part) in _bare(twin) for part in text.split(" · "))


@each_card
def test_a_card_has_a_language_a_heading_and_a_summary(name: str) -> None:
    cards = both(name)

    assert [card["lang"] for _, card in cards] == list(LANGUAGES)
    for presented, card in cards:
        assert card["version"] == "1.5"
        assert [each for each in of_type(card, "TextBlock") if each.get("style") == "heading"]
        assert 0 < len(presented.summary) <= 160


@each_card
def test_a_card_stays_small(name: str) -> None:
    assert all(weight(card) < LARGEST_BYTES for _, card in both(name))


@each_card
def test_every_field_has_a_label_and_a_name_of_its_own(name: str) -> None:
    for _, card in both(name):
        fields = inputs(card)

        assert [each for each in fields if not each.get("label")] == []
        assert {each["id"] for each in fields} <= FIELDS
        assert [key for key, times in Counter(each["id"] for each in fields).items() if times > 1] == []


@each_card
def test_every_button_does_the_same_where_only_submit_is_known(name: str) -> None:
    for button in [each for _, card in both(name) for each in of_type(card, "Action.Execute")]:
        fallback, data = button["fallback"], button["data"]

        assert VERB.match(button["verb"])
        assert (fallback["type"], fallback["title"], fallback["data"]) == ("Action.Submit", button["title"], data)
        assert data["verb"] == button["verb"]
        assert data["token"] == f"token-{data['verb']}-{data['subject']}-{data['version']}"


@each_card
def test_one_button_at_most_stands_out(name: str) -> None:
    for _, card in both(name):
        primary = [each for each in of_type(visible(card), "Action.Execute") if each.get("style") == "positive"]

        assert len(primary) <= 1
        assert len(card.get("actions", [])) <= 6


@each_card
def test_every_section_that_opens_is_there(name: str) -> None:
    for _, card in both(name):
        hidden = [each["id"] for each in of_type(card, "Container") if each.get("isVisible") is False]
        opened = [target for each in of_type(card, "Action.ToggleVisibility") for target in each["targetElements"]]

        assert sorted(hidden) == sorted(opened)


@each_stored
def test_a_card_stands_as_it_is_stored(name: str) -> None:
    stored = SNAPSHOTS / f"{name}.json"
    now = {card["lang"]: _storable(presented, card) for presented, card in both(name)}

    if os.environ.get(UPDATE):
        stored.parent.mkdir(exist_ok=True)
        stored.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    assert stored.exists(), f"set {UPDATE}=1 to store it"
    assert json.loads(stored.read_text(encoding="utf-8")) == now


def _storable(presented: Presented, card: dict[str, Any]) -> dict[str, Any]:
    """Return the card with its twin a line at a time, so that a change of one is easy to see."""
    return {"summary": presented.summary, "text": presented.text.split("\n"), "card": card | {"fallbackText": "…"}}


def test_every_view_has_samples() -> None:
    assert {each.view for each in SAMPLES.values()} == set(VIEWS)


def test_no_stored_card_is_left_over() -> None:
    assert {each.stem for each in SNAPSHOTS.glob("*.json")} == set(SAMPLES)
