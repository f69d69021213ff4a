"""The gallery leaves nothing out: every part of the cards and views is called by some sample, in both languages."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType, FrameType, FunctionType

import dialogs.cards
import dialogs.views
from tests.dialogs.cards.states import GALLERY
from texts import LANGUAGES


@contextmanager
def called() -> Iterator[set[CodeType]]:
    """Give the code of every function that is called meanwhile."""
    codes: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            codes.add(frame.f_code)

    sys.setprofile(note)
    try:
        yield codes
    finally:
        sys.setprofile(None)


def functions() -> dict[str, CodeType]:
    """Return the functions of all cards and views, by name."""
    found: dict[str, CodeType] = {}
    for package in (dialogs.cards, dialogs.views):
        for each in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(each.name)
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == each.name:
                    inner = inspect.unwrap(function)
                    assert isinstance(inner, FunctionType)
                    found[f"{each.name}.{name}"] = inner.__code__
    return found


async def test_no_part_of_a_card_or_view_goes_unshown() -> None:
    with called() as codes:
        for sample in GALLERY.values():
            for language in LANGUAGES:
                await sample.shown(language)

    assert [name for name, code in functions().items() if code not in codes] == []


async def test_every_sample_is_a_card() -> None:
    presented = {name: await sample.shown() for name, sample in GALLERY.items()}

    assert [name for name, each in presented.items() if each.card is None] == []
