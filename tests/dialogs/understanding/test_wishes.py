"""One wish or several in a sentence, and what each of them says."""

from dataclasses import replace

import pytest

from dialogs.understanding import Intent, Lexicon, understand
from tests.dialogs.understanding.pilot import pilot_catalogue
from tests.dialogs.understanding.test_utterances import NOW, heard, when_cell

SEVERAL = [
    ("byt lampan i A12 och fyll på toapapper på toaletterna", ["VAK-LAM", "LOK-HYG"]),
    ("Hej! Hissen har stannat och det är iskallt i aulan.", ["HISS", "VARME"]),
    ("byt lampan i A12 & fyll på toapapper på toaletterna", ["VAK-LAM", "LOK-HYG"]),
    ("hissen har stannat + det är iskallt i aulan", ["HISS", "VARME"]),
    ("fönsterputs och golvvård i aulan v 20", ["LOK-FON", "LOK-GOL"]),
    ("laga stolen i sal 5 och häng upp en tavla", ["VAK-REP", "VAK-MON"]),
    ("Putsa fönstren i aulan. Vattna blommorna på expeditionen.", ["LOK-FON", "VAX-INN"]),
    ("change the bulb in A12 and water the plants in the office", ["VAK-LAM", "VAX-INN"]),
    ("slut på toapapper på avd björken och det rinner i handfatet", ["LOK-HYG", "LACKA"]),
    ("slut på tvål och det droppar från kranen", ["LOK-HYG", "LACKA"]),
    ("kopiera 30 häften, töm papperskorgarna och flagga på fredag", ["KOP-TRY", "AVF-SORT", "FLA-DEK"]),
]
ONE = [
    "Ordna bord och stolar för föräldramöte torsdag kväll",
    "bord och stolar till aulan",
    "bord & stolar till aulan",
    "vi vill bli av med gamla bänkar, kan de återbrukas?",
    "behöver någon i receptionen på måndag mellan 8 och 12",
    "vattna blommor och krukväxter varje tisdag och torsdag",
    "tvål och handsprit är slut, tack",
    "inbrott i natt, fönstret uppbrutet",
    "lampan är trasig och det gnistrar",
    "Hej, kan ni putsa fönstren? Tack på förhand!",
    "two tables and twenty chairs in the hall",
    "varannan tisdag kl 7 från v. 34 till jul: putsa fönstren i entrén",
]


@pytest.mark.parametrize(("text", "codes"), SEVERAL)
def test_several_wishes_are_told_apart_in_their_order(text: str, codes: list[str]) -> None:
    understood = heard(text)

    assert [each.service or each.object for each in (understood, *understood.more)] == codes


@pytest.mark.parametrize("text", ONE)
def test_a_single_wish_stays_one(text: str) -> None:
    assert heard(text).more == ()


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("aulan är äcklig, kan nån städa", "STADKVAL", "PV1-02"),
        ("kan nån städa aulan, den är äcklig", "STADKVAL", "PV1-02"),
        ("the hall is disgusting, can someone clean it", "STADKVAL", "PV1-02"),
        ("golvet i aulan är smutsigt, kan nån städa", "STADKVAL", "PV1-02"),
        ("aulan är äcklig, beställ en extra städning", "LOK-REG", "PV1-02"),
    ],
)
def test_a_complaint_and_a_wish_for_the_same_are_one_thing(text: str, code: str, place: str) -> None:
    understood = heard(text)

    assert (understood.service or understood.object, understood.more) == (code, ())
    assert understood.place is not None
    assert understood.place.code == place


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("aulan är äcklig, städa matsalen på fredag", ["STADKVAL", "LOK-REG"]),
        ("aulan är äcklig. Putsa fönstren i matsalen.", ["STADKVAL", "LOK-FON"]),
    ],
)
def test_a_complaint_and_a_wish_for_something_else_are_two(text: str, codes: list[str]) -> None:
    understood = heard(text)

    assert [each.service or each.object for each in (understood, *understood.more)] == codes


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("Toaletten på plan 2 är sönder och det rinner vatten", "LACKA", "Toaletten på plan 2"),
        ("the toilet is broken and it is leaking", "LACKA", None),
        ("toaletten är stopp och vattnet svämmar över", "LACKA", "toaletten"),
        ("Kranen i köket är trasig och droppar hela tiden", "LACKA", "köket"),
        ("the tap is broken and water is running everywhere", "LACKA", None),
        ("the radiator is broken and it is leaking", "LACKA", None),
        ("toan har stopp och det luktar illa", "AVLOPP", None),
        ("skrivaren är sönder och den blinkar rött", "SKRIV", None),
        ("the printer is broken and it flashes red", "SKRIV", None),
        ("lampan i aulan är trasig och det luktar bränt", "EL", "Aulan"),
        ("Hissen står still och någon sitter fast", "HISS", None),
        ("the lift is stuck and somebody is inside", "HISS", None),
    ],
)
def test_a_fault_and_what_comes_of_it_are_the_worse_of_both(text: str, code: str, place: str | None) -> None:
    understood = heard(text)

    assert (understood.object, understood.service, understood.more) == (code, None, ())
    assert (understood.place.text if understood.place else None) == place


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Lampan i matsalen är trasig och hissen står still", ["VAK-LAM", "HISS"]),
        ("Hissen har stannat och det rinner vatten i aulan", ["HISS", "LACKA"]),
        ("the lift has stopped and the toilet is blocked", ["HISS", "AVLOPP"]),
        ("dörren går inte att låsa och fönstret är krossat", ["DORR", "RUTA"]),
        ("skrivaren är sönder och lampan blinkar", ["SKRIV", "VAK-LAM"]),
    ],
)
def test_faults_of_two_things_stay_two(text: str, codes: list[str]) -> None:
    understood = heard(text)

    assert [each.service or each.object for each in (understood, *understood.more)] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Skrivaren är sönder och kaffemaskinen också", ["SKRIV", "MAT"]),
        ("Skrivaren är sönder och även kaffemaskinen.", ["SKRIV", "MAT"]),
        ("the printer is broken and the coffee machine too", ["SKRIV", "MAT"]),
        ("the printer is broken, and so is the coffee machine", ["SKRIV", "MAT"]),
        ("Lampan är trasig. Skrivaren är sönder och kaffemaskinen också.", ["VAK-LAM", "SKRIV", "MAT"]),
        ("dörren går inte att låsa och fönstret också", ["DORR"]),
        ("Skrivaren är sönder och den piper också", ["SKRIV"]),
        ("Skrivaren är sönder och grejen också", ["SKRIV"]),
        ("toaletten är sönder och det rinner vatten också", ["LACKA"]),
        ("lampan är trasig och jag vill ha fika också", ["VAK-LAM", "KON-MOT"]),
        ("kan ni byta lampan i sal 12 och vattna blommorna också", ["VAK-LAM", "VAX-INN"]),
    ],
)
def test_what_is_broken_too_is_a_fault_of_its_own_and_no_order(text: str, codes: list[str]) -> None:
    understood = heard(text)

    assert [each.service or each.object for each in (understood, *understood.more)] == codes


def test_a_fault_that_is_said_of_another_thing_too_keeps_how_it_is() -> None:
    (other,) = heard("Skrivaren är sönder och kaffemaskinen också").more

    assert other.text == "kaffemaskinen är sönder"


def test_a_printer_that_no_list_knows_is_asked_about_and_sells_no_copies() -> None:
    catalogue = pilot_catalogue()
    others = {code: row for code, row in catalogue.boundary.items() if code != "SKRIV"}
    lexicon = Lexicon.of(replace(catalogue, boundary=others))

    understood = understand("kopiatorn krånglar", lexicon=lexicon, places=(), now=NOW)

    assert (understood.intent, understood.service, understood.object) == (Intent.ISSUE, None, None)


@pytest.mark.parametrize(
    "text", ["skrivaren är slut på papper", "the printer is out of paper", "fyll på papper i skrivaren"]
)
def test_a_printer_without_paper_wants_some(text: str) -> None:
    assert (heard(text).service, heard(text).more) == ("KOP-TRY", ())


@pytest.mark.parametrize(
    "text",
    [
        *("the printer is jammed", "the copier is jammed", "skrivaren har fastnat", "papperstrassel i kopiatorn"),
        *("kopiatorn krånglar", "printern funkar inte", "the copier is broken", "skrivaren skriver inte ut"),
        *("något fel på skrivaren", "there is something wrong with the printer"),
    ],
)
def test_a_jammed_printer_is_a_fault_and_no_order_of_copies(text: str) -> None:
    understood = heard(text)

    assert (understood.object, understood.service, understood.more) == ("SKRIV", None, ())


def test_each_wish_has_its_own_place_and_count() -> None:
    understood = heard("ställ fram 60 stolar i aulan och kopiera 30 häften i biblioteket")

    (other,) = understood.more
    assert understood.place is not None
    assert other.place is not None
    assert (understood.place.code, understood.count) == ("PV1-02", 60)
    assert (other.place.code, other.count) == ("PV1-04", 30)


@pytest.mark.parametrize(
    "text", ["byt lampan i A12 och vattna blommorna imorgon", "imorgon: byt lampan och vattna blommorna"]
)
def test_a_time_said_once_counts_for_all_wishes(text: str) -> None:
    understood = heard(text)

    assert [when_cell(each) for each in (understood, *understood.more)] == ["2022-03-16", "2022-03-16"]


def test_a_wish_in_more_holds_its_own_part_of_the_text() -> None:
    understood = heard("byt lampan i A12 och vattna blommorna")

    assert understood.text == "byt lampan i A12 och vattna blommorna"
    assert understood.more[0].text == "vattna blommorna"


def test_two_services_that_fit_alike_are_both_named_and_less_sure() -> None:
    close, clear = heard("fönster eller golv"), heard("fönsterputsning")

    assert {close.service, *close.alternatives} == {"LOK-FON", "LOK-GOL"}
    assert close.confidence < clear.confidence


def test_an_object_that_a_service_looks_after_is_an_order_that_names_both() -> None:
    understood = heard("slut på toapapper")

    assert (understood.intent, understood.service, understood.object) == ("order", "LOK-HYG", "HYGSLUT")


def test_a_text_without_a_cue_is_unknown_and_unsure() -> None:
    understood = heard("månen är gjord av ost")

    assert understood.intent == "unknown"
    assert understood.confidence < 0.2


@pytest.mark.parametrize(
    ("text", "intent", "codes"),
    [
        ("avboka B-2022-0001 och lampan i sal 12 är trasig", "cancel", ["VAK-LAM"]),
        ("det brinner i köket och avboka B-2022-0099", "cancel", ["BRANDLARM"]),
        ("hur går det med dörren? Kan ni byta lampan i sal 12?", "status", ["VAK-LAM"]),
        ("approve B-2022-0001 and order coffee for ten tomorrow", "approve", ["KON-MOT"]),
        ("visa årshjulet och beställ fika till fredag", "reports", ["KON-MOT"]),
        ("the printer is broken and show me the key figures", "indicators", ["SKRIV"]),
        ("kan du visa mina uppdrag? Hissen står still.", "assignments", ["HISS"]),
        # A text that only names what can be shown asks to see nothing.
        ("ny information: årshjulet är klart. Hissen är trasig.", "reports", []),
        # Two things that are taken back, why it is, and how it still is: nothing is wanted besides.
        ("avboka fönsterputsen och lampan", "cancel", []),
        ("avboka beställningen, projektorn fungerar inte", "cancel", []),
        ("när kommer ni? det är fortfarande stopp i toaletten", "status", []),
    ],
)
def test_what_is_wanted_beside_a_command_is_a_wish_of_its_own(text: str, intent: str, codes: list[str]) -> None:
    understood = heard(text)

    assert understood.intent == intent
    assert [each.service or each.object for each in understood.more] == codes
