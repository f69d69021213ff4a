"""The comparison itself: what it lets pass and what it tells. The plays are `make witness`."""

from dataclasses import replace

import pytest

from tests.e2e.chats import JsonObject
from tests.witness.comparing import apart, differences, fields_of, only_in
from tests.witness.seats import Sight
from tests.witness.story import WHO, suggested


def a_sight(*, token: str = "0" * 32, at: str = "10:00") -> Sight:
    """Return what somebody sees of an order, placed at a time of the day."""
    button: JsonObject = {"type": "Action.Execute", "title": "Ändra", "data": {"token": token}}
    card: JsonObject = {"type": "AdaptiveCard", "body": [{"text": f"tisdag 15 mars {at}"}], "actions": [button]}
    lines = (f"tisdag 15 mars {at}", "senast onsdag 16 mars 08:00", "Ändra")
    return Sight(moment="placed", person="REK1", card=card, lines=lines, fields=("08:00",))


def test_other_tokens_and_minutes_are_no_difference() -> None:
    assert differences([a_sight()], [a_sight(token="f" * 32, at="10:07")]) == {}


def test_a_picker_of_the_playground_words_the_same_time() -> None:
    assert differences([replace(a_sight(), fields=("8:00",))], [a_sight()]) == {}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replace(a_sight(), card={**a_sight().card, "actions": []}), ["card.actions[0]: "]),
        (replace(a_sight(), lines=("senast onsdag 16 mars 09:00",)), ["words: -", "words: +", "words: -"]),
        (replace(a_sight(), fields=("09:00",)), ["fields: -08:00", "fields: +09:00"]),
        (replace(a_sight(), person="SAM1"), ["sight: placed, REK1 / placed, SAM1"]),
    ],
)
def test_another_card_word_field_or_reader_is_told(other: Sight, told: list[str]) -> None:
    found = differences([a_sight()], [other])["placed, REK1"]

    assert len(found) >= len(told)
    assert all(any(line.startswith(each) for line in found) for each in told)


def test_a_moment_that_one_never_reached_is_told() -> None:
    assert differences([a_sight()], []) == {"placed, REK1": ["sight: placed, REK1 / nothing"]}


def test_stored_rows_differ_by_their_values_and_not_by_today() -> None:
    ours = [{"promised_at": "2022-03-16T08:00:00+01:00", "created_at": "2022-03-15T10:00:01+01:00"}]
    theirs = [{"promised_at": "2022-03-17T08:00:00+01:00", "created_at": "2022-03-15T10:00:09+01:00"}]

    assert [each.partition(":")[0] for each in apart(theirs, ours, "requests")] == ["requests[0].promised_at"]


def test_fields_are_compared_by_kind_of_activity() -> None:
    theirs = fields_of([{"type": "invoke", "name": "task/fetch", "value": {"data": [{"a": 1}]}}, {"type": "typing"}])
    ours = fields_of([{"type": "invoke", "name": "task/fetch", "value": {"data": []}}])

    assert only_in(theirs, ours) == {"invoke/task/fetch": ["value.data[].a"]}


def test_who_works_is_read_from_the_coordinators_card() -> None:
    choice: JsonObject = {"type": "Input.ChoiceSet", "label": WHO, "value": "SER7"}
    card: JsonObject = {"body": [{"type": "Container", "items": [{"text": "Förslag"}, choice]}]}

    assert suggested(card) == "SER7"
    with pytest.raises(AssertionError):
        suggested({"body": [{**choice, "value": ""}]})
