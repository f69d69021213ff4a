from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from actions.ports import Begin, Work
from domain.errors import NotFound
from domain.notices import SHOWN_ANEW_PER_SECOND, AfterLost, Message, Owed, OwedStatus
from storage.outbox import MOST_CAUGHT_UP
from tests.factories import NOW, a_card, an_owed

LEASE = timedelta(seconds=30)
SECOND = timedelta(seconds=1)
LATER = NOW + timedelta(hours=1)


async def owe(work: Work, *rows: Owed) -> list[int]:
    numbers = [await work.outbox.put(row) for row in rows]
    return [number for number in numbers if number is not None]


async def claim(work: Work, *, now: datetime = NOW, limit: int = 100) -> Sequence[Owed]:
    return await work.outbox.claim(now=now, owner="worker-1", lease=LEASE, limit=limit)


def dedups(rows: Sequence[Owed]) -> list[str]:
    return [row.dedup for row in rows]


async def test_what_is_owed_twice_is_owed_once_also_after_it_was_sent(begin: Begin) -> None:
    async with begin() as work:
        first = await work.outbox.put(an_owed())
        assert first is not None
        assert await work.outbox.put(an_owed()) is None
        await work.outbox.settle(first, OwedStatus.SENT, at=NOW)
        assert await work.outbox.put(an_owed()) is None


async def test_a_claimed_row_comes_as_it_was_owed_and_counts_its_takes(begin: Begin) -> None:
    owed = an_owed(
        card=7, after_lost=AfterLost.SKIP, message=Message(text="t", values={"n": 1, "ok": True, "no": None})
    )
    async with begin() as work:
        (number,) = await owe(work, owed)
        (taken,) = await claim(work)

        assert taken == an_owed(
            id=number, card=7, after_lost=AfterLost.SKIP, message=owed.message, status=OwedStatus.SENDING, attempts=1
        )
        assert await claim(work) == []


async def test_rows_are_claimed_in_the_order_they_fall_due_up_to_the_limit(begin: Begin) -> None:
    async with begin() as work:
        await owe(
            work,
            an_owed(dedup="c", recipient="A"),
            an_owed(dedup="a", recipient="B", due=NOW - 2 * SECOND),
            an_owed(dedup="b", recipient="C", due=NOW - SECOND),
            an_owed(dedup="not-yet", recipient="D", due=NOW + SECOND),
        )

        assert dedups(await claim(work, limit=2)) == ["a", "b"]
        assert dedups(await claim(work)) == ["c"]


async def test_a_reader_gets_one_message_at_a_time_in_order(begin: Begin) -> None:
    async with begin() as work:
        await owe(work, *(an_owed(dedup=each, conversation="chat-1") for each in ("1", "2", "3")))
        await owe(work, an_owed(dedup="other", conversation="chat-2"))

        taken = await claim(work)
        assert dedups(taken) == ["1", "other"]
        assert await claim(work) == []
        await work.outbox.settle(taken[0].id or 0, OwedStatus.SENT, at=NOW)
        assert dedups(await claim(work)) == ["2"]


async def test_a_row_put_off_lets_the_next_of_its_reader_pass(begin: Begin) -> None:
    async with begin() as work:
        await owe(work, an_owed(dedup="1"), an_owed(dedup="2"))
        (first,) = await claim(work)
        await work.outbox.retry(first.id or 0, due=LATER, error="503")

        assert dedups(await claim(work)) == ["2"]
        await work.outbox.settle((first.id or 0) + 1, OwedStatus.SENT, at=NOW)
        (again,) = await claim(work, now=LATER)
        assert (again.dedup, again.attempts) == ("1", 2)


async def test_a_lost_lease_is_sent_again_or_skipped_as_the_row_says(begin: Begin) -> None:
    async with begin() as work:
        await owe(work, an_owed(dedup="again", recipient="A"))
        await owe(work, an_owed(dedup="skip", recipient="B", after_lost=AfterLost.SKIP))
        await claim(work)

        assert await claim(work, now=NOW + LEASE - SECOND) == []
        (again,) = await claim(work, now=NOW + LEASE)
        assert (again.dedup, again.attempts) == ("again", 2)
        statuses = {row.dedup: row.status for row in await work.outbox.list_notices()}
        assert statuses == {"again": OwedStatus.SENDING, "skip": OwedStatus.SKIPPED}


async def owe_leased(work: Work, dedup: str, *, beside: Collection[int] = ()) -> Owed | None:
    owed = an_owed(dedup=dedup, conversation="chat-1")
    return await work.outbox.put_leased(owed, now=NOW, owner="me", lease=LEASE, beside=beside)


async def test_a_turn_takes_its_own_rows_with_owing_them_and_nobody_else_gets_them(begin: Begin) -> None:
    async with begin() as work:
        first = await owe_leased(work, "1")
        assert first is not None
        assert (first.status, first.attempts) == (OwedStatus.SENDING, 1)
        second = await owe_leased(work, "2", beside=[first.id or 0])

        assert second is not None
        assert second.status is OwedStatus.SENDING
        assert await owe_leased(work, "2") is None
        assert await claim(work) == []
        assert dedups(await claim(work, now=NOW + LEASE)) == ["1"]


async def test_a_turn_does_not_overtake_what_is_under_way_to_the_same_reader(begin: Begin) -> None:
    async with begin() as work:
        await owe(work, an_owed(dedup="before", conversation="chat-1"))
        (before,) = await claim(work)

        mine = await owe_leased(work, "mine")

        assert mine is not None
        assert (mine.status, mine.attempts) == (OwedStatus.PENDING, 0)
        assert await claim(work) == []
        await work.outbox.settle(before.id or 0, OwedStatus.SENT, at=NOW)
        assert dedups(await claim(work)) == ["mine"]


async def test_a_turn_does_not_overtake_what_is_due_to_the_same_reader(begin: Begin) -> None:
    async with begin() as work:
        await owe(work, an_owed(dedup="before", conversation="chat-1"), an_owed(dedup="other", conversation="chat-2"))
        mine = await owe_leased(work, "mine")

        assert mine is not None
        assert mine.status is OwedStatus.PENDING


async def test_what_waits_for_a_person_goes_when_they_are_in_touch(begin: Begin) -> None:
    async with begin() as work:
        (number, other) = await owe(work, an_owed(dedup="1"), an_owed(dedup="2", recipient="REK2"))
        for each in (number, other):
            await work.outbox.settle(each, OwedStatus.WAITING, at=NOW)
        assert await claim(work) == []
        assert await work.outbox.next_due() is None

        await work.outbox.wake("REK1", now=LATER)
        assert dedups(await claim(work, now=LATER)) == ["1"]


async def test_next_due_is_the_next_row_or_the_end_of_a_lease(begin: Begin) -> None:
    async with begin() as work:
        assert await work.outbox.next_due() is None
        await owe(work, an_owed(dedup="later", due=LATER))
        assert await work.outbox.next_due() == LATER
        await owe(work, an_owed(dedup="now", recipient="B"))
        assert await work.outbox.next_due() == NOW
        await claim(work)
        assert await work.outbox.next_due() == NOW + LEASE


async def test_notices_are_told_oldest_first_without_replies_and_refreshes(begin: Begin) -> None:
    async with begin() as work:
        await owe(
            work,
            an_owed(dedup="b"),
            an_owed(dedup="party", recipient="party:property"),
            an_owed(dedup="reply", kind="reply", conversation="chat-1"),
            an_owed(dedup="refresh", kind="refresh", conversation="chat-1", card=1),
        )
        (sent,) = [row for row in await claim(work) if row.dedup == "b"]
        await work.outbox.settle(sent.id or 0, OwedStatus.SENT, at=LATER)
        notices = await work.outbox.list_notices()

    assert dedups(notices) == ["b", "party"]
    assert (notices[0].status, notices[0].sent_at, notices[1].sent_at) == (OwedStatus.SENT, LATER, None)


async def test_the_undeliverable_is_listed_newest_first(begin: Begin) -> None:
    async with begin() as work:
        for number in await owe(work, *(an_owed(dedup=each) for each in "abc")):
            await work.outbox.settle(number, OwedStatus.UNDELIVERABLE, at=NOW, error="403")

        assert dedups(await work.outbox.list_undeliverable(2)) == ["c", "b"]


async def test_a_card_is_registered_once_at_its_place(begin: Begin) -> None:
    async with begin() as work:
        number = await work.cards.register(a_card())
        again = await work.cards.register(a_card(version=2, language="en"))

        assert again == number
        assert await work.cards.get(number) == a_card(id=number, version=2, language="en")
        assert await work.cards.find("chat-1", "activity-1") == await work.cards.get(number)
        assert await work.cards.find("chat-1", "activity-2") is None
        with pytest.raises(NotFound):
            await work.cards.get(number + 1)


async def test_a_card_is_added_only_where_none_stands(begin: Begin) -> None:
    async with begin() as work:
        number = await work.cards.add(a_card())

        assert await work.cards.add(a_card(version=2)) is None
        assert await work.cards.get(number or 0) == a_card(id=number)


async def test_of_cards_added_together_those_are_told_that_stood_nowhere_before(begin: Begin) -> None:
    async with begin() as work:
        await work.cards.add(a_card())

        added = await work.cards.add_all([a_card(version=2), a_card(activity="b"), a_card(activity="c", language="en")])

        assert added == {("chat-1", "b"), ("chat-1", "c")}
        assert (await work.cards.find("chat-1", "c")) == a_card(
            id=(await work.cards.of_subject(a_card().message.subject or ""))[-1].id, activity="c", language="en"
        )


async def test_every_card_of_a_subject_is_owed_one_refresh(begin: Begin) -> None:
    async with begin() as work:
        first = await work.cards.register(a_card())
        second = await work.cards.register(a_card(conversation="chat-2"))
        await work.cards.register(a_card(activity="other", message=Message(view="request", subject="request:other")))

        await work.outbox.refresh("request:B-2022-0001", at=NOW)
        await work.outbox.refresh("request:B-2022-0001", at=NOW)
        await work.outbox.refresh("request:nothing", at=NOW)
        taken = await claim(work)

        assert [(row.kind, row.card, row.conversation) for row in taken] == [
            ("refresh", first, "chat-1"),
            ("refresh", second, "chat-2"),
        ]


async def test_a_change_of_what_one_reader_sees_owes_their_cards_a_refresh_only(begin: Begin) -> None:
    async with begin() as work:
        await work.cards.register(a_card(person="REK1"))
        other = await work.cards.register(a_card(conversation="chat-2", person="REK2"))

        for _ in range(2):
            await work.outbox.refresh("request:B-2022-0001", at=NOW, reader="REK2")

        assert [row.card for row in await claim(work)] == [other]


async def test_a_card_that_is_pressed_again_and_again_is_owed_one_refresh(begin: Begin) -> None:
    async with begin() as work:
        pressed = await work.cards.register(a_card())
        await work.cards.register(a_card(conversation="chat-2"))

        for _ in range(3):
            await work.outbox.refresh_card(pressed, at=NOW)
        (sending,) = await claim(work)
        await work.outbox.refresh_card(pressed, at=NOW)
        await work.outbox.settle(sending.id or 0, OwedStatus.SENT, at=NOW)
        (another,) = await claim(work)
        await work.outbox.settle(another.id or 0, OwedStatus.SENT, at=NOW)

        assert [sending.card, another.card] == [pressed, pressed]
        assert await claim(work) == []


async def test_a_refresh_for_later_does_not_serve_who_presses_now(begin: Begin) -> None:
    async with begin() as work:
        card = await work.cards.register(a_card())
        later = an_owed(
            kind="refresh", dedup="later", due=NOW + timedelta(seconds=5), recipient=None, conversation="chat-1"
        )
        await owe(work, replace(later, card=card))

        await work.outbox.refresh_card(card, at=NOW)

        assert [row.card for row in await claim(work)] == [card]


async def test_what_very_many_see_is_shown_anew_little_by_little(begin: Begin) -> None:
    async with begin() as work:
        for number in range(SHOWN_ANEW_PER_SECOND + 1):
            await work.cards.register(a_card(conversation=f"chat-{number}"))
        await work.outbox.refresh("request:B-2022-0001", at=NOW)
        await owe(work, an_owed(dedup="soon", due=NOW + timedelta(microseconds=1)))

        due = NOW + timedelta(seconds=1)
        taken = await work.outbox.claim(now=due, owner="worker-1", lease=LEASE, limit=100)

        assert taken[-2].dedup == "soon"
        assert taken[-1].due == due
        assert len(taken) == SHOWN_ANEW_PER_SECOND + 2


async def test_a_chat_that_can_be_written_to_again_is_owed_its_newest_cards_once(begin: Begin) -> None:
    async with begin() as work:
        shown = [await work.cards.register(a_card(activity=f"activity-{nth}")) for nth in range(MOST_CAUGHT_UP + 2)]
        await work.cards.register(a_card(conversation="chat-2"))
        await work.cards.register(a_card(activity="welcome", message=Message(view="welcome")))

        await work.outbox.catch_up("chat-1", at=NOW)
        await work.outbox.catch_up("chat-1", at=NOW)

        owed: list[Owed] = []
        while rows := await claim(work):
            owed += rows
            for row in rows:
                await work.outbox.settle(row.id or 0, OwedStatus.SENT, at=NOW)
        assert [row.card for row in owed] == [*shown[2:], *shown[:2]]


async def test_a_change_while_a_refresh_is_being_sent_owes_another(begin: Begin) -> None:
    async with begin() as work:
        await work.cards.register(a_card())
        await work.outbox.refresh("request:B-2022-0001", at=NOW)
        (sending,) = await claim(work)

        await work.outbox.refresh("request:B-2022-0001", at=NOW)
        await work.outbox.settle(sending.id or 0, OwedStatus.SENT, at=NOW)
        assert len(await claim(work)) == 1


async def test_a_draft_s_cards_become_the_request_s(begin: Begin) -> None:
    draft = Message(view="order", subject="draft:d1", values={"step": 1})
    request = Message(view="request", subject="request:B-2022-0001")
    async with begin() as work:
        number = await work.cards.register(a_card(message=draft))
        await work.cards.retarget("draft:d1", request)

        assert (await work.cards.get(number)).message == request
        assert await work.cards.of_subject("draft:d1") == []
        assert [card.id for card in await work.cards.of_subject("request:B-2022-0001")] == [number]


async def test_a_forgotten_card_is_refreshed_no_more_and_its_number_is_not_used_again(begin: Begin) -> None:
    async with begin() as work:
        number = await work.cards.register(a_card())
        await work.outbox.refresh("request:B-2022-0001", at=NOW)
        await work.cards.forget(number)

        assert await claim(work) == []
        assert await work.cards.of_subject("request:B-2022-0001") == []
        assert await work.cards.register(a_card()) > number


async def test_with_lanes_only_what_is_owed_there_is_taken(begin: Begin) -> None:
    async with begin() as work:
        await owe(
            work,
            an_owed(dedup="a", recipient="A"),
            an_owed(dedup="b", recipient="B"),
            an_owed(dedup="c", recipient=None, conversation="chat-1"),
        )
        taken = await work.outbox.claim(
            now=NOW, owner="terminal", lease=LEASE, limit=10, lanes=["A", "chat-1", "nobody"]
        )

        assert dedups(taken) == ["a", "c"]
        assert dedups(await claim(work)) == ["b"]


async def test_what_goes_to_everybody_holds_up_nothing_else(begin: Begin) -> None:
    async with begin() as work:
        await owe(work, *(an_owed(dedup=f"q{each}", kind="survey.question", recipient=each) for each in "ABC"))
        await owe(work, an_owed(dedup="1", recipient="A", due=NOW), an_owed(dedup="2", recipient="A", due=NOW))

        prompt = await work.outbox.claim_prompt(now=NOW, owner="worker-1", lease=LEASE, limit=9)

        assert dedups(prompt) == ["1"]
        assert dedups(await claim(work)) == ["qB", "qC"]
