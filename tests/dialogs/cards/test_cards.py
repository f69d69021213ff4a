"""What holds for every card in each of its states, in both languages."""

import json
import os
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator

from dialogs.cards.elements import LARGEST_BYTES, weight
from dialogs.present import VIEWS, Presented
from tests.dialogs.cards.samples import SAMPLES
from tests.dialogs.cards.walk import inputs, of_type, visible, words
from texts import LANGUAGES

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "VAKTIS_TEST_UPDATE_SNAPSHOTS"
VERB = re.compile(r"^[a-z]+\.[a-z]+$")
SIGNS = "✓●○✕–!‖•\u2060\\ "
FIELDS = {"person", "hours", "rating", "comment", "reason", "answer", "date", "time", "place", "note", "count"}
FIELDS |= {"service", "status"}
NAMES = [(name, language) for name in SAMPLES for language in LANGUAGES]
each_card = pytest.mark.parametrize(("name", "language"), NAMES)


@pytest.fixture(scope="module")
def schema() -> Draft6Validator:
    source = files("adaptive_cards").joinpath("schemas", "schema-1.5.json").read_text(encoding="utf-8")
    return Draft6Validator(json.loads(source))


async def shown(name: str, language: str) -> tuple[Presented, dict[str, Any]]:
    presented = await SAMPLES[name].shown(language)
    assert presented.card is not None, f"{name} gave a sentence: {presented.text}"
    return presented, presented.card


@each_card
async def test_a_card_is_valid_by_the_schema(name: str, language: str, schema: Draft6Validator) -> None:
    _, card = await shown(name, language)

    faults = [f"{list(fault.absolute_path)}: {fault.message[:200]}" for fault in schema.iter_errors(_without_own(card))]

    assert faults == []


def _without_own(card: dict[str, Any]) -> dict[str, Any]:
    """Return the card without Teams' own extras, which the schema does not know."""
    return {key: value for key, value in card.items() if key != "msteams"}


@each_card
async def test_a_card_says_in_its_twin_all_that_it_shows(name: str, language: str) -> None:
    presented, card = await shown(name, language)

    silent = [each for each in words(visible(card)) if _bare(each) not in _bare(presented.text)]

    assert card["fallbackText"] == presented.text
    assert [each for each in silent if not _is_step_or_list(each, presented.text)] == []


def _bare(text: str) -> str:
    """Return *text* as heard: without signs, marks at the end, and the markup of a telephone number."""
    heard = re.sub(r"\[([^\]]+)\]\(tel:[^)]*\)", r"\1", text)
    return "".join(each for each in heard.lower() if each not in SIGNS and each not in ".:\u00a0")


def _is_step_or_list(text: str, twin: str) -> bool:
    """Tell whether it is the name of a step, told as 'step 2 of 5', or a line of parts that are said one by one."""
    if re.search(r"(?:Steg|Step) \d", twin) and len(text) < 12:
        return True
    return all(_bare(part) in _bare(twin) for part in text.split(" · "))


@each_card
async def test_a_card_has_a_language_and_a_heading(name: str, language: str) -> None:
    presented, card = await shown(name, language)

    assert (card["version"], card["lang"]) == ("1.5", language)
    assert [each for each in of_type(card, "TextBlock") if each.get("style") == "heading"]
    assert 0 < len(presented.summary) <= 160


@each_card
async def test_a_card_stays_small(name: str, language: str) -> None:
    _, card = await shown(name, language)

    assert weight(card) < LARGEST_BYTES


@each_card
async def test_every_field_has_a_label_and_a_name_of_its_own(name: str, language: str) -> None:
    _, card = await shown(name, language)

    fields = inputs(card)

    assert [each for each in fields if not each.get("label")] == []
    assert {each["id"] for each in fields} <= FIELDS
    assert [key for key, times in Counter(each["id"] for each in fields).items() if times > 1] == []


@each_card
async def test_every_button_does_the_same_where_only_submit_is_known(name: str, language: str) -> None:
    _, card = await shown(name, language)

    for button in of_type(card, "Action.Execute"):
        fallback = button["fallback"]
        assert VERB.match(button["verb"])
        assert button["data"]["verb"] == button["verb"]
        assert {"subject", "version", "token"} <= button["data"].keys()
        assert (fallback["type"], fallback["title"], fallback["data"]) == (
            "Action.Submit",
            button["title"],
            button["data"],
        )


@each_card
async def test_the_token_of_a_button_is_for_its_own_verb_subject_and_version(name: str, language: str) -> None:
    _, card = await shown(name, language)

    for button in of_type(card, "Action.Execute"):
        data = button["data"]
        assert data["token"] == f"token-{data['verb']}-{data['subject']}-{data['version']}"


@each_card
async def test_one_button_at_most_stands_out(name: str, language: str) -> None:
    _, card = await shown(name, language)

    primary = [each for each in of_type(visible(card), "Action.Execute") if each.get("style") == "positive"]

    assert len(primary) <= 1
    assert len(card.get("actions", [])) <= 6


@each_card
async def test_every_section_that_opens_is_there(name: str, language: str) -> None:
    _, card = await shown(name, language)

    hidden = [each["id"] for each in of_type(card, "Container") if each.get("isVisible") is False]
    opened = [target for each in of_type(card, "Action.ToggleVisibility") for target in each["targetElements"]]

    assert sorted(hidden) == sorted(opened)


@each_card
async def test_a_card_stands_as_it_is_stored(name: str, language: str) -> None:
    presented, card = await shown(name, language)
    stored = SNAPSHOTS / f"{name}.{language}.json"
    now = {"summary": presented.summary, "text": presented.text.split("\n"), "card": card | {"fallbackText": "…"}}

    if os.environ.get(UPDATE):
        stored.parent.mkdir(exist_ok=True)
        stored.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    assert stored.exists(), f"set {UPDATE}=1 to store it"
    assert json.loads(stored.read_text(encoding="utf-8")) == now


def test_every_view_has_samples() -> None:
    assert {each.view for each in SAMPLES.values()} == set(VIEWS)


def test_no_stored_card_is_left_over() -> None:
    stored = {each.name for each in SNAPSHOTS.glob("*.json")}

    assert stored == {f"{name}.{language}.json" for name, language in NAMES}
