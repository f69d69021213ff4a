"""What takes back something that was understood, and what only looks as if it did."""

import pytest

from dialogs.understanding.corrections import note_in, wanted_instead


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nej, fönsterputs istället", "fönsterputs"),
        ("Nej jag menade i matsalen!", "i matsalen"),
        ("no, window cleaning instead", "window cleaning"),
        ("no on Friday", "on Friday"),
        ("golvvård i stället", "golvvård"),
        ("inte i aulan utan i matsalen", "i matsalen"),
        ("nej, inte på fredag utan på måndag", "på måndag"),
        ("not in the hall but in the canteen", "in the canteen"),
        ("byt tjänst till golvvård", "golvvård"),
        ("please change the service to floor care", "floor care"),
    ],
)
def test_what_is_wanted_instead_is_read(text: str, wanted: str) -> None:
    assert wanted_instead(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "no later than tomorrow we need furniture",
        "nej, lampan i biblioteket är trasig",
        "no, the tap in the kitchen is leaking",
        "nej, och golvvård i aulan också",
        "byt lampan i sal B214",
        "there is no soap but plenty of paper, order more",
        "nej",
        "norra entrén på fredag",
    ],
)
def test_another_wish_or_fault_takes_nothing_back(text: str) -> None:
    assert wanted_instead(text) is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("meddelande: stegen står i förrådet", "stegen står i förrådet"),
        ("lägg till ett meddelande: ring först", "ring först"),
        ("Note: the ladder is in the storeroom", "the ladder is in the storeroom"),
        ("dela ut meddelandet till alla", None),
        ("byt lampan", None),
    ],
)
def test_a_note_is_read(text: str, note: str | None) -> None:
    assert note_in(text) == note
