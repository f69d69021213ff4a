"""Every flow of ordering, by pressing and by typing only, in both languages: what is stored in the end is the same."""

import shutil
from pathlib import Path

import pytest

from dialogs.routes import VERBS
from tests.dialogs.flows_around import AROUND
from tests.dialogs.flows_of_agreements import AGREED
from tests.dialogs.flows_of_announcements import ANNOUNCED
from tests.dialogs.flows_of_orders import ORDERS
from tests.dialogs.flows_of_requests import REQUESTS
from tests.dialogs.flows_of_work import WORKING
from tests.dialogs.towns import PRESSED, Flow, opened, without_words

FLOWS: dict[str, Flow] = {**ORDERS, **REQUESTS, **AROUND, **WORKING, **AGREED, **ANNOUNCED}

OF_ORDERING = ("order.", "request", "series.", "catalogue.", "issue.", "human.", "agreement.", "announcement.")


def test_every_button_of_ordering_is_pressed_in_a_flow() -> None:
    assert {verb for verb in VERBS if verb.startswith(OF_ORDERING)} <= PRESSED


@pytest.mark.parametrize("name", list(FLOWS))
async def test_a_flow_stores_the_same_by_pressing_and_by_typing_in_both_languages(
    loaded_template: Path, tmp_path: Path, name: str
) -> None:
    flow, plays = FLOWS[name], {}
    for language in ("sv", "en"):
        for is_typed in (False, True):
            file = Path(shutil.copy(loaded_template, tmp_path / f"{language}-{is_typed}.db"))
            async with opened(file, language) as town:
                plays[language, is_typed] = await flow.play(town, is_typed=is_typed)

    assert plays["sv", True] == plays["sv", False]
    assert plays["en", True] == plays["en", False]
    assert without_words(plays["en", True]) == without_words(plays["sv", True])
