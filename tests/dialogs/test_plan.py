"""A coordinator plans somebody's day, and gives several small jobs at once, by press and by sentence."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from dialogs.understanding.plan_words import read_bundle, read_split
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
THURSDAY = "plan:SER1@2022-03-17"


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("planera torsdag för Leo", THURSDAY),
        ("planera Leos torsdag", THURSDAY),
        ("visa Leos dag på torsdag", THURSDAY),
        ("hur ser Leo Sälgs dag ut imorgon?", "plan:SER1@2022-03-16"),
        ("plan Thursday for Leo", THURSDAY),
        ("vad gör Leo på torsdag?", THURSDAY),
        ("what is Leo doing on Thursday", THURSDAY),
        ("var är Leo?", "plan:SER1@2022-03-15"),
        ("planera dagen för SER3", "plan:SER3@2022-03-15"),
        ("planera 17 mars för Leo Sälg", THURSDAY),
    ],
)
async def test_somebodys_day_is_planned_by_a_sentence(chat_of: Chats, said: str, subject: str) -> None:
    assert views_of(await chat_of("SAM1").says(said)) == [("plan", subject)]


async def test_whose_day_is_asked_where_nobody_is_named(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SAM1").says("planera torsdag")) == ["plan-who"]


async def test_a_day_is_planned_by_the_coordinators_of_the_persons_units_alone(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order()
    seen = {}
    for who in ("SAM1", "SAM2", "SER1"):
        reply = await chat_of(who).presses("plan.show", "", person="SER1", date="2022-03-15")
        seen[who] = " ".join(await chat_of(who).reads(reply))

    assert {who for who, text in seen.items() if request.id in text} == {"SAM1"}
    assert {who for who, text in seen.items() if "Leo Sälg" in text} == {"SAM1"}


async def test_what_fits_in_is_given_from_the_plan_at_its_time(chat_of: Chats, desk: Desk) -> None:
    wanted = {"service": "VAK-MON", "wanted_kind": "none", "wanted_end": None}
    first, second = await desk.order(**wanted), await desk.order(**wanted)  # type: ignore[arg-type]
    chat = chat_of("SAM1")
    await chat.says("planera torsdag för Leo")

    reply = await chat.says(f"tilldela {first.id} och {second.id} till Leo")

    assert texts_of(reply) == ["given-bundle"]
    (text,) = await chat_of("SER1").reads(await chat_of("SER1").says("mitt pass på torsdag"))
    assert f"07:00 Enklare montering {first.id}" in text
    assert f"08:00 Enklare montering {second.id}" in text


async def test_the_card_of_a_small_job_gives_those_at_the_same_unit_with_it(chat_of: Chats, desk: Desk) -> None:
    requests = [await desk.order(place=f"Sal B{n}") for n in range(3)]
    chat = chat_of("SAM1")
    (_, text, *_) = await chat.reads(await chat.says("visa kön"))

    assert "2 små jobb till på Pilotverksamhet 1" in text
    reply = await chat.presses(
        "assignment.bundle", f"request:{requests[0].id}", person="SER1", requests="|".join(each.id for each in requests)
    )
    assert texts_of(reply) == ["given-bundle"]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("tilldela B-2022-0001 och B-2022-0002 till Leo", (["B-2022-0001", "B-2022-0002"], "Leo")),
        ("ge b-2022-0001, B-2022-0002 och F-2022-0003 till Omar Lind.", (3, "Omar Lind")),
        ("tilldela B-2022-0001 till Leo", None),
        ("B-2022-0001 och B-2022-0002", None),
    ],
)
def test_only_several_numbers_given_to_somebody_are_a_bundle(said: str, read: tuple[object, str] | None) -> None:
    found = read_bundle(said)
    if found is not None and read is not None and isinstance(read[0], int):
        assert (len(found[0]), found[1]) == read
    else:
        assert found == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("dela B-2022-0001 mellan Leo och Omar", ("B-2022-0001", ("Leo", "Omar"), "")),
        ("Dela upp den mellan Leo Sälg och Omar Lind.", ("", ("Leo Sälg", "Omar Lind"), "")),
        ("dela b-2022-0001 mellan Leo 1,5 timmar och Omar", ("B-2022-0001", ("Leo", "Omar"), "1,5")),
        ("split it between Leo 1 hour and Omar", ("", ("Leo", "Omar"), "1")),
        ("dela B-2022-0001", None),
        ("dela ut posten mellan 8 och 9", None),
    ],
)
def test_only_work_shared_between_two_names_is_split(said: str, read: tuple[str, tuple[str, str], str] | None) -> None:
    found = read_split(said)

    assert (None if found is None else (found.number, found.names, found.hours)) == read


async def test_a_request_is_split_by_a_sentence_and_each_sees_their_part(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order(service="VAK-MOB", hours=Decimal(4))
    chat = chat_of("SAM1")
    await chat.says("visa kön")

    reply = await chat.says("dela den mellan Leo 1 timme och Omar")

    assert texts_of(reply) == ["given-split"]
    assert await chat.reads(reply) == ["B-2022-0001 är delat: Leo Sälg har 1 timme och Omar Lind har 3 timmar."]
    (text,) = await chat_of("SER3").reads(await chat_of("SER3").says(request.id))
    assert "Beräknat: 3 timmar" in text
    assert "Delas med: Leo Sälg" in text
    assert texts_of(await chat.says("dela B-2022-0001 mellan Kalle och Omar")) == ["split-who"]
