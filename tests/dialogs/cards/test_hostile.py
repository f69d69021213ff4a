"""People's words in cards: whatever they write is shown as it is, cut to size, and makes no markup, link or fault."""

import json
from dataclasses import replace
from typing import Any

import pytest

from dialogs.cards.elements import LARGEST_BYTES
from dialogs.cards.plain import cut, escaped, weight
from dialogs.present import present
from domain.notices import Message
from tests.dialogs.cards.sample import Sample, sign
from tests.dialogs.cards.samples import LAMP_DRAFT, LAMP_ORDER, ORDER, SAMPLES, order
from tests.dialogs.cards.shelf import Shelf
from tests.dialogs.cards.walk import inputs, of_type
from tests.factories import NOW, example_pilot, the_person

HOSTILE = [
    "**fet** _kursiv_ `kod` [klick](https://evil.example) ![bild](x)",
    "<script>alert(1)</script><b>fet</b> &amp; &lt;",
    "1. ett\n2. två\n- tre\n# rubrik\n> citat\n| a | b |",
    "å" * 10_000,
    "👩‍👩‍👧‍👦" * 2_000,
    "\u202egnidaer\u202c \x00\x07\u200b",
    "https://evil.example/" + "x" * 3_000,
    "}}{{ ${expr} {$x} %s %(name)s {0}",
    "\U0001f600" * 10_000,
    '"\\"' * 3_000,
]
WORDS = pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))


def hostile(name: str, words: str) -> Sample:
    """Return a sample in which everything that people write says *words*."""
    sample = SAMPLES[name]
    shelf = sample.shelf
    events = tuple(replace(each, reason=words) for each in shelf.events)
    requests = tuple(replace(each, place=words, note=words) for each in shelf.requests)
    drafts = tuple(replace(each, place=words, note=words) for each in shelf.drafts)
    people = tuple(replace(each, name=words) for each in shelf.people)
    changed = replace(shelf, requests=requests, drafts=drafts, events=events, people=people)
    return replace(sample, shelf=changed)


WRITTEN = ["order", "order-no-agreement", "choice", "request-done", "approval", "queue", "assignment-started", "rating"]
WRITTEN += [
    "request-story",
    "request-queued",
    "request-files",
    "order-files",
    "receipt-emergency",
    "requests",
    "assignments",
    "undeliverable",
    "welcome-principal",
]


@WORDS
@pytest.mark.parametrize("name", WRITTEN)
async def test_a_card_stays_whole_and_small_whatever_people_write(name: str, words: str) -> None:
    presented = await hostile(name, words).shown()

    assert presented.card is not None
    assert weight(presented.card) < LARGEST_BYTES
    assert len(presented.summary) <= 160


@WORDS
async def test_what_people_write_is_never_markup(words: str) -> None:
    presented = await hostile("request-done", words).shown()

    blocks: list[dict[str, Any]] = of_type(presented.card, "TextBlock")

    assert all(_is_plain(each["text"]) for each in blocks)


def _is_plain(text: str) -> bool:
    bare = text.replace("\\\\", "").replace("\\*", "").replace("\\_", "").replace("\\[", "").replace("\\]", "")
    return not any(mark in bare for mark in ("**", "](", "`")) and "<" not in bare.replace("\\<", "")


def test_markup_is_escaped() -> None:
    assert escaped("**a** [b](c)") == "\\*\\*a\\*\\* \\[b\\](c)"
    assert escaped("1. ett") == "1\\. ett"
    assert escaped("- ett") == "\\- ett"
    assert escaped("Sal B214, kl. 08:00") == "Sal B214, kl. 08:00"
    assert "https:" not in escaped("https://evil.example")


def test_words_are_cut_with_a_sign_of_it() -> None:
    assert cut("x" * 400) == "x" * 279 + "…"
    assert cut(" a\n\n b\tc ") == "a b c"
    assert cut("a\u202eb\u200bc\x00") == "abc"
    assert cut("👩‍👩‍👧‍👦") == "👩‍👩‍👧‍👦"


async def test_a_note_too_long_for_its_field_is_not_cut_by_a_press() -> None:
    presented = await order(note="ö" * 2000).shown()

    assert "note" not in {each["id"] for each in inputs(presented.card)}


async def test_a_note_that_fits_stands_whole_in_its_field() -> None:
    note = "Stegen står i förrådet. " * 10

    presented = await order(note=note).shown()

    assert next(each["value"] for each in inputs(presented.card) if each["id"] == "note") == note


async def test_a_stranger_to_the_subject_learns_nothing_of_it() -> None:
    shelf = Shelf(requests=(replace(LAMP_ORDER, note="hemligt"),), drafts=(replace(LAMP_DRAFT, note="hemligt"),))
    for view, subject in (("request", ORDER), ("queue", ORDER), ("rating", ORDER), ("order", "draft:draft-1")):
        presented = await present(
            Message(view=view, subject=subject),
            work=shelf.as_work(),
            reader=the_person("KON21"),
            catalogue=example_pilot().catalogue,
            at=NOW,
            sign=sign,
        )

        assert presented.card is None
        assert "hemligt" not in json.dumps([presented.text, presented.summary])
        assert "B214" not in presented.text
