import pytest

from bot.buttons import Signer
from dialogs.turn import Press
from domain.notices import Value

SIGNER = Signer(b"secret")


def press(**changed: Value) -> Press:
    data: dict[str, Value] = {"subject": "draft:1", "version": 3, "token": SIGNER.sign("order.place", "draft:1", 3)}
    return Press(verb="order.place", data=data | changed)


def test_a_button_made_here_is_genuine_with_whatever_was_filled_in() -> None:
    assert SIGNER.is_genuine(press(note="hej"))
    assert SIGNER.is_genuine(press(version="3"))


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "draft:2"},
        {"version": 4},
        {"token": None},
        {"token": ""},
        {"token": "å"},
        {"token": 1},
        {"version": "x"},
        {"subject": None},
    ],
)
def test_a_button_changed_in_any_part_is_forged(changed: dict[str, Value]) -> None:
    assert not SIGNER.is_genuine(press(**changed))


def test_another_desk_makes_other_tokens() -> None:
    assert not Signer(b"another").is_genuine(press())
