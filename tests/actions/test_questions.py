"""Who manages surveys changes the rota; a later load leaves what was changed, and open waves stay as they are."""

from typing import Any

import pytest

from actions.questions import add_question, change_question, retire_question
from actions.surveys import open_wave
from domain.errors import BadInput, DeskError, NotAllowed, NotFound
from domain.questions import AnswerMisfit, QuestionOverlaps
from domain.surveys import Question
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, example_pilot, the_person

NEW: dict[str, Any] = {
    "text_sv": "Räcker  tiden?",
    "text_en": "Is there time?",
    "audience": "principal",
    "months": {5},
    "answer": "scale_1_5",
    "indicator": None,
}


def by(desk: Desk, code: str = "PL1") -> dict[str, Any]:
    return {"by": the_person(code), "catalogue": desk.catalogue, "begin": desk.begin, "at": NOW}


async def rota(desk: Desk) -> dict[str, Question]:
    async with desk.begin() as work:
        return {each.code: each for each in await work.surveys.questions()}


async def test_what_is_changed_here_is_kept_by_a_later_load_and_by_an_open_wave(desk: Desk) -> None:
    await open_wave(TODAY, begin=desk.begin, at=NOW)
    await change_question("F3", text_sv="Får ni hjälp?", text_en="Helped?", **by(desk))
    await retire_question("F6", **by(desk))
    added = await add_question(**NEW, **by(desk))

    async with desk.begin() as work:
        await work.catalogues.load(example_pilot(), prices_from=TODAY)
        asked = await work.surveys.find_asked("2022-03", "KON11")
        story = await work.events.of_subject("question:F3")

    held = await rota(desk)
    assert (held["F3"].text_sv, held["F6"].is_retired) == ("Får ni hjälp?", True)
    assert (added.code, held["F8"].text_sv, held["F8"].months) == ("F8", "Räcker tiden?", frozenset({5}))
    assert asked is not None
    assert asked[0].text_sv == "Hur ofta får du hjälp i rätt tid?"
    assert [(each.what, each.person) for each in story] == [("question-changed", "PL1")]


@pytest.mark.parametrize(
    ("but", "refusal"),
    [
        ({"audience": "economist"}, BadInput),
        ({"months": set()}, BadInput),
        ({"months": {13}}, BadInput),
        ({"answer": "yes"}, BadInput),
        ({"text_en": " "}, BadInput),
        ({"text_sv": "x" * 201}, BadInput),
        ({"indicator": "K99"}, NotFound),
        ({"indicator": "K1"}, AnswerMisfit),
        ({"indicator": "K2"}, QuestionOverlaps),
    ],
)
async def test_what_can_not_be_asked_is_refused(desk: Desk, but: dict[str, Any], refusal: type[DeskError]) -> None:
    with pytest.raises(refusal):
        await add_question(**NEW | but, **by(desk))

    assert len(await rota(desk)) == len(example_pilot().questions)


async def test_nobody_else_changes_the_rota(desk: Desk) -> None:
    for change in (retire_question("F6", **by(desk, "REK1")), add_question(**NEW, **by(desk, "SAM1"))):
        with pytest.raises(NotAllowed):
            await change
    with pytest.raises(NotFound):
        await retire_question("F99", **by(desk))
