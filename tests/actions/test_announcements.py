"""Announcements: who may send them, to all at the same moment, once; who has not read, and what is taken back."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from actions.announcement_talks import ask_sender
from actions.announcements import (
    SENT,
    announcement_reach,
    approve_announcement,
    ask_for_approval,
    draft_announcement,
    mark_read,
    next_announcement,
    recall_announcement,
    remind_unread,
    run_announcements,
    send_announcement,
    write_piece,
)
from actions.ports import Begin
from dialogs.cards.announcement import AGAIN_SECONDS
from dialogs.letters import write_letter
from dialogs.present import present
from domain.announcements import Announcement, AnnouncementStatus, Piece
from domain.errors import BadInput, NotAllowed, NotApproved, NotFound
from domain.notices import Message, Owed, OwedStatus
from domain.people import Person, Role
from domain.worktime import at_local
from tests.factories import NOW, TODAY, example_pilot, the_person
from web.exports import export

CATALOGUE = example_pilot().catalogue
LEADER, READER = the_person("PL1"), the_person("REK1")
PRINCIPALS = {each.code for each in example_pilot().people if each.has_role(Role.PRINCIPAL)}
TEXT = Piece(audience="principal", words="Nu börjar vi. Ring 811228-9874", affects="Du godkänner")
MAIL = Piece(audience="unions", words="Piloten börjar")


async def drafted(begin: Begin, *pieces: Piece, by: str = "PL1") -> Announcement:
    return await draft_announcement(pieces or (TEXT, MAIL), by=the_person(by), catalogue=CATALOGUE, begin=begin, at=NOW)


async def sent(begin: Begin, number: str = "I-2022-0001", *, at: datetime = NOW) -> Announcement:
    return await send_announcement(number, None, by=LEADER, catalogue=CATALOGUE, begin=begin, at=at)


async def notices(begin: Begin, kind: str) -> list[Owed]:
    async with begin() as work:
        return [each for each in await work.outbox.list_notices() if each.kind == kind]


async def test_it_is_owed_to_everybody_once_and_at_the_same_moment_and_holds_no_identity_number(begin: Begin) -> None:
    held = await drafted(begin)

    for _ in range(2):
        await sent(begin)

    owed = await notices(begin, "announcement.sent")
    assert {each.recipient for each in owed} == PRINCIPALS | {"recipient:unions"}
    assert len(owed) == len(PRINCIPALS) + 1
    assert {each.due for each in owed} == {NOW}
    assert "811228" not in held.pieces[0].words


@pytest.mark.parametrize("person", ["REK1", "KON11", "SER1", "EK1", "AGA1", "ADM1"])
async def test_who_may_send_to_nobody_can_not_even_draft(begin: Begin, person: str) -> None:
    with pytest.raises(NotAllowed):
        await drafted(begin, TEXT, by=person)


async def test_a_coordinator_reaches_the_people_of_their_units_and_nobody_outside_teams(begin: Begin) -> None:
    units = set(the_person("SAM1").units)
    await drafted(begin, TEXT, by="SAM1")
    await send_announcement("I-2022-0001", None, by=the_person("SAM1"), catalogue=CATALOGUE, begin=begin, at=NOW)

    reached = {each.recipient for each in await notices(begin, "announcement.sent")}
    assert reached == {code for code in PRINCIPALS if units & set(the_person(code).units)}
    with pytest.raises(NotAllowed):
        await drafted(begin, MAIL, by="SAM1")


@pytest.mark.parametrize("piece", [replace(TEXT, words=" "), replace(TEXT, audience="gubbar")])
async def test_a_text_without_words_or_to_nobody_is_refused(begin: Begin, piece: Piece) -> None:
    with pytest.raises(BadInput):
        await drafted(begin, piece)


async def test_what_waits_for_approval_is_not_sent_and_its_sender_hears_when_it_is_approved(begin: Begin) -> None:
    held = await drafted(begin)
    await ask_for_approval(held.id, "AGA1", by=LEADER, begin=begin, at=NOW)
    with pytest.raises(NotApproved) as refused:
        await sent(begin)
    assert refused.value.values["person"] == "AGA1"
    with pytest.raises(NotAllowed):
        await approve_announcement(held.id, by=the_person("SAM1"), begin=begin, at=NOW)

    for _ in range(2):
        await approve_announcement(held.id, by=the_person("AGA1"), begin=begin, at=NOW)

    assert [each.recipient for each in await notices(begin, "announcement.approval")] == ["AGA1"]
    assert [each.recipient for each in await notices(begin, "announcement.approved")] == ["PL1"]
    assert (await sent(begin)).status is AnnouncementStatus.SENT


async def test_what_is_scheduled_goes_out_at_its_quarter_and_not_before_and_once(begin: Begin) -> None:
    held = await drafted(begin)
    wanted = at_local(TODAY + timedelta(days=1), time(9, 5))
    await send_announcement(held.id, wanted, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)

    due = await next_announcement(begin=begin, after=NOW)
    assert due == at_local(TODAY + timedelta(days=1), time(9, 15))
    await run_announcements(begin=begin, at=due - timedelta(minutes=15))
    assert await notices(begin, "announcement.sent") == []
    for _ in range(2):
        await run_announcements(begin=begin, at=due)

    assert {each.due for each in await notices(begin, "announcement.sent")} == {due}


async def test_what_was_recalled_before_its_time_is_never_sent(begin: Begin) -> None:
    held = await drafted(begin)
    wanted = NOW + timedelta(days=1)
    await send_announcement(held.id, wanted, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)
    await recall_announcement(held.id, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)

    await run_announcements(begin=begin, at=NOW + timedelta(days=2))

    assert await notices(begin, "announcement.sent") == await notices(begin, "announcement.recalled") == []


async def test_who_has_not_read_is_reminded_once_by_itself_and_the_others_are_not(begin: Begin) -> None:
    held = await drafted(begin)
    await sent(begin)
    for _ in range(2):
        await mark_read(held.id, by=READER, catalogue=CATALOGUE, begin=begin, at=NOW)

    due = await next_announcement(begin=begin, after=NOW)
    assert due == datetime(2022, 3, 18, 8, tzinfo=UTC)
    for moment in (due, due + timedelta(days=1)):
        await run_announcements(begin=begin, at=moment)

    assert {each.recipient for each in await notices(begin, "announcement.reminder")} == PRINCIPALS - {"REK1"}
    assert await next_announcement(begin=begin, after=due) is None
    async with begin() as work:
        inside, outside = await announcement_reach(await work.announcements.get(held.id), work)
    assert (inside.sent, inside.read, outside.sent) == (len(PRINCIPALS), 1, 1)


async def test_reminding_twice_a_day_owes_one_reminder(begin: Begin) -> None:
    held = await drafted(begin)
    await sent(begin)

    for hours in (1, 2):
        await remind_unread(held.id, by=LEADER, begin=begin, at=NOW + timedelta(hours=hours))

    assert len(await notices(begin, "announcement.reminder")) == len(PRINCIPALS)


async def test_a_question_goes_to_the_sender_and_the_next_one_into_the_same_talk(begin: Begin) -> None:
    held = await drafted(begin)
    await sent(begin)

    talks = [
        await ask_sender(held.id, question, by=READER, begin=begin, at=NOW) for question in ("När?", "När?", "Var?")
    ]

    assert {(each.asked, each.id) for each in talks} == {(("PL1",), "1")}
    assert [each.recipient for each in await notices(begin, "announcement.asked")] == ["PL1", "PL1"]


@pytest.mark.parametrize("person", ["KON11", "PL1"])
async def test_who_was_not_sent_it_can_neither_read_nor_ask(begin: Begin, person: str) -> None:
    held = await drafted(begin)
    await sent(begin)

    with pytest.raises(NotFound):
        await mark_read(held.id, by=the_person(person), catalogue=CATALOGUE, begin=begin, at=NOW)
    with pytest.raises(NotFound):
        await ask_sender(held.id, "När?", by=the_person(person), begin=begin, at=NOW)


async def test_nobody_changes_or_sends_what_another_wrote(begin: Begin) -> None:
    held = await drafted(begin)

    with pytest.raises(NotFound):
        await write_piece(held.id, TEXT, by=the_person("SAM1"), catalogue=CATALOGUE, begin=begin, at=NOW)
    with pytest.raises(NotFound):
        await recall_announcement(held.id, by=the_person("SAM1"), catalogue=CATALOGUE, begin=begin, at=NOW)


async def test_who_got_mail_gets_another_when_it_is_recalled_and_a_letter_on_its_way_is_not_sent(begin: Begin) -> None:
    held = await drafted(begin)
    await sent(begin)
    (first,) = [each for each in await notices(begin, "announcement.sent") if each.recipient == "recipient:unions"]
    async with begin() as work:
        letter = await write_letter(first.message, work=work, catalogue=CATALOGUE, reader="recipient:unions")
        await work.outbox.settle_sent([first.id or 0], at=NOW)
    await recall_announcement(held.id, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)

    (second,) = await notices(begin, "announcement.recalled")
    async with begin() as work:
        recalled = await write_letter(second.message, work=work, catalogue=CATALOGUE, reader="recipient:unions")
        with pytest.raises(NotFound):
            await write_letter(first.message, work=work, catalogue=CATALOGUE, reader="recipient:unions")
    assert "Piloten börjar" in letter.body
    assert "Piloten börjar" not in recalled.body
    assert "återkallad" in recalled.body


async def test_a_recall_ends_what_waits_and_tells_who_got_it_or_may_have_and_nobody_else(begin: Begin) -> None:
    held = await drafted(begin)
    await sent(begin)
    rows = {each.recipient: each.id or 0 for each in await notices(begin, SENT)}
    lease = timedelta(minutes=1)
    async with begin() as work:
        await work.outbox.settle_sent([rows["REK3"]], at=NOW)
        await work.outbox.settle(rows["CHE7"], OwedStatus.WAITING, at=NOW)
        for lane in ("REK2", "REK4"):
            await work.outbox.claim(now=NOW, owner="test", lease=lease, limit=1, lanes=[lane])
        await work.outbox.retry(rows["REK4"], due=NOW, error="504")
    await mark_read(held.id, by=READER, catalogue=CATALOGUE, begin=begin, at=NOW)

    for _ in range(2):
        await recall_announcement(held.id, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)
    async with begin() as work:
        await work.outbox.wake("CHE7", now=NOW)

    under_way = [OwedStatus.SENT, OwedStatus.SENDING]
    going = {each.recipient for each in await notices(begin, SENT) if each.status in under_way}
    assert going == {"REK3", "REK2"}
    assert {each.status for each in await notices(begin, SENT)} == {*under_way, OwedStatus.SKIPPED}
    told = {each.recipient for each in await notices(begin, "announcement.recalled")}
    assert told == {"REK1", "REK2", "REK3", "REK4"}


async def test_a_reminder_that_waits_ends_with_the_recall_and_the_list_tells_its_text_no_more(
    begin: Begin,
) -> None:
    held = await drafted(begin, TEXT)
    await sent(begin)
    await remind_unread(held.id, by=LEADER, begin=begin, at=NOW)
    await recall_announcement(held.id, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)
    async with begin() as work:
        shown = await present(
            Message(view="announcements"),
            work=work,
            reader=READER,
            catalogue=CATALOGUE,
            at=NOW,
            sign=lambda *_: "token",
        )

    assert {each.status for each in await notices(begin, "announcement.reminder")} == {OwedStatus.SKIPPED}
    assert "Nu börjar vi" not in shown.text
    assert "Återkallad" in shown.text


async def test_the_senders_card_goes_on_by_itself_until_it_has_reached_all_or_long_enough(begin: Begin) -> None:
    held = await drafted(begin, TEXT)
    await sent(begin)
    card = Message(view="announcement", subject=held.subject)

    async def again(after: timedelta) -> int:
        async with begin() as work:
            shown = await present(
                card, work=work, reader=LEADER, catalogue=CATALOGUE, at=NOW + after, sign=lambda *_: "token"
            )
        return shown.again_seconds

    assert [await again(timedelta(seconds=1)), await again(timedelta(hours=1))] == [AGAIN_SECONDS, 0]
    async with begin() as work:
        rows = [each.id or 0 for each in await work.outbox.list_notices() if each.kind == "announcement.sent"]
        await work.outbox.settle_sent(rows, at=NOW)
    assert await again(timedelta(seconds=1)) == 0


async def aimed(begin: Begin, *units: str, by: Person = LEADER) -> Announcement:
    return await draft_announcement([TEXT], by=by, catalogue=CATALOGUE, begin=begin, at=NOW, units=units)


@pytest.mark.parametrize(
    ("by", "units", "told"), [("PL1", ["PV3"], {"REK3"}), ("SAM1", ["PV1", "PV3"], {"REK1", "REK3"})]
)
async def test_what_is_for_single_units_reaches_their_people_alone(
    begin: Begin, by: str, units: list[str], told: set[str]
) -> None:
    sender = the_person(by)
    held = await aimed(begin, *units, by=sender)

    await send_announcement(held.id, None, by=sender, catalogue=CATALOGUE, begin=begin, at=NOW)

    async with begin() as work:
        assert {each.recipient for each in await work.announcements.readers(held.id)} == told


async def test_what_it_is_for_is_changed_while_it_is_written_and_is_to_be_approved_again(begin: Begin) -> None:
    held = await aimed(begin, "PV3")
    await ask_for_approval(held.id, "AGA1", by=LEADER, begin=begin, at=NOW)
    write = {"by": LEADER, "catalogue": CATALOGUE, "begin": begin, "at": NOW}

    left = await write_piece(held.id, TEXT, **write)  # type: ignore[arg-type]
    wider = await write_piece(held.id, TEXT, units=["PV3", "PV4"], **write)  # type: ignore[arg-type]
    every = await write_piece(held.id, TEXT, units=[], **write)  # type: ignore[arg-type]

    assert [each.units for each in (left, wider, every)] == [("PV3",), ("PV3", "PV4"), ()]
    assert [each.status.value for each in (left, wider)] == ["asked", "draft"]


@pytest.mark.parametrize(("by", "units", "error"), [("SAM1", ["PV5"], NotAllowed), ("PL1", ["PV9"], BadInput)])
async def test_nobody_writes_to_units_that_are_not_theirs_or_do_not_exist(
    begin: Begin, by: str, units: list[str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        await aimed(begin, *units, by=the_person(by))


async def test_the_export_tells_what_each_audience_was_sent_and_how_many_have_read_it(begin: Begin) -> None:
    held = await aimed(begin, "PV3")
    await write_piece(held.id, MAIL, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)
    await sent(begin, held.id)
    await mark_read(held.id, by=the_person("REK3"), catalogue=CATALOGUE, begin=begin, at=NOW)

    async with begin() as work:
        rows = await export("announcements", work=work, at=NOW)

    assert [[row[name] for name in ("id", "status", "units", "audience", "sent", "read")] for row in rows] == [
        [held.id, "sent", "PV3", "principal", 1, 1],
        [held.id, "sent", "PV3", "unions", 1, 0],
    ]
    assert "811228" not in str(rows)
