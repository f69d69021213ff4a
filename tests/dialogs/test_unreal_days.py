"""A day or time that there is not, such as 30 February, is named as one; it is taken for no other and not for none."""

from collections.abc import Callable

import pytest

from tests.chat import Chat

Chats = Callable[[str], Chat]


@pytest.mark.parametrize(
    ("who", "words", "said"),
    [
        ("PL1", "flytta U1 till 30 februari", "30 februari finns inte"),
        ("PL1", "move U1 to 31 June", "31 June finns inte"),
        ("PL1", "flytta U1 till den 29 februari 2023", "29 februari 2023 finns inte"),
        ("PL1", "flytta U1 till 31/6", "31/6 finns inte"),
        ("PL1", "skjut upp U1 till 31 juni", "31 juni finns inte"),
        ("PL1", "påminn mig om U1 den 30 februari", "30 februari finns inte"),
        ("PL1", "snooze U1 until February 30", "February 30 finns inte"),
        ("PL1", "flytta U1 till 2022-02-30", "2022-02-30 finns inte"),
        ("PL1", "flytta U1 till banan", "Datumet går inte att använda"),
        ("PL1", "flytta U1 till 29 februari 2024", "torsdag 29 februari 2024"),
        ("SER1", "jag är sjuk till 31 juni", "31 juni finns inte"),
        ("ADM1", "ändra AVT-PV1 från 31 juni", "31 juni finns inte"),
        ("PL1", "påminn mig om U1 kl 25", "kl 25 finns inte"),
        ("PL1", "remind me of U1 at 25:00", "25:00 finns inte"),
        ("SER1", "pausa frågorna till 30 februari", "30 februari finns inte"),
        ("PL1", "påminn mig om U1 den 30 februari kl 8", "30 februari finns inte"),
        ("KON11", "byt lampan i B214 den 30 februari före 8", "Den dagen eller tiden finns inte"),
        ("KON11", "byt lampan i B214 den 30 februari", "Den dagen eller tiden finns inte"),
        ("REK1", "kl 25 imorgon städning i aulan", "Den dagen eller tiden finns inte"),
        ("REK1", "städning i aulan på torsdag kl 12.75", "Den dagen eller tiden finns inte"),
        ("KON11", "byt lampan i B214 imorgon 25:30", "Den dagen eller tiden finns inte"),
        ("PL1", "påminn mig om U1 imorgon kl 25", "kl 25 finns inte"),
    ],
)
async def test_a_day_that_there_is_not_is_named_and_no_other_is_taken_for_it(
    chat_of: Chats, *, who: str, words: str, said: str
) -> None:
    (answer,) = await chat_of(who).reads(await chat_of(who).says(words))

    assert said in answer
