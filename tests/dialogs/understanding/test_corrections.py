"""What takes back something that was understood, and what only looks as if it did."""

import pytest

from dialogs.understanding.corrections import counted_again, note_in, wanted_instead


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
        ("egentligen är det rum 14, jag skrev fel", "rum 14"),
        ("actually it should be at 9:30", "at 9:30"),
        ("15 personer förresten", "15 personer"),
        ("make it 40 chairs", "40 chairs"),
        ("det gäller avdelning 2 och inte 1", "avdelning 2"),
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


@pytest.mark.parametrize(
    ("text", "before", "count"),
    [
        ("12 stolar", "flytta 10 stolar till aulan", 12),
        ("fler stolar, 12", "flytta 10 stolar till aulan", None),
        ("nej vi blir 15 personer", "fika till 12 personer på fredag", 15),
        ("make it 40 chairs", "move 30 chairs to the hall", 40),
        ("12 bord", "flytta 10 stolar till aulan", None),
        ("12 stolar", "flytta stolarna till aulan", 12),
        ("2 sängar är det", "byta sängkläder på avdelning 2", 2),
        ("det är tre fönster", "putsa fönstren i aulan", 3),
        ("there are 2 beds", "change the sheets in ward 2", 2),
        ("it's 14 chairs", "move the furniture", 14),
        ("2 sängar", "byta sängkläder på avdelning 2", None),
        ("det är 22 grader", "byta sängkläder på avdelning 2", None),
        ("det är 2 lampor trasiga i sal 3", "flytta stolarna", None),
        ("12 stolar till matsalen på fredag", "flytta 10 stolar till aulan", None),
    ],
)
def test_a_new_count_of_what_was_counted_before_is_read(text: str, before: str, count: int | None) -> None:
    assert counted_again(text, before) == count
