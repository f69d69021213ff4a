"""What becomes of cards whose sending ended: where they stand is kept, and what changed meanwhile is shown."""

from dataclasses import replace
from datetime import timedelta

from bot.connector import Sent
from bot.endings import write_down
from bot.parcels import Parcel
from bot.settlements import Ending
from bot.wire import Address
from dialogs.turn import show
from domain.notices import REFRESH, Message
from storage.unit_of_work import Storage
from tests.factories import NOW, a_card, a_draft, a_request, an_owed, the_person

SENT_AT = a_draft().version


def arrived(row: int, *, draft: str, version: int = SENT_AT) -> Ending:
    """Return the ending of a draft's card that arrived in a chat of its own, worded at *version*."""
    address = Address(service_url="http://127.0.0.1:1/", conversation=f"chat-{row}", bot="28:vaktis")
    message = show("order", f"draft:{draft}")
    owed = an_owed(kind="reply", dedup=f"{row}", message=message, conversation=f"chat-{row}")
    parcel = Parcel(
        owed=owed, row=row, reader=the_person("REK1"), message=message, text="", card={"body": []}, version=version
    )
    return Ending(parcel=parcel, sent=Sent(status=201, id=str(row)), address=address)


async def test_cards_that_arrive_together_each_show_what_they_became_meanwhile(storage: Storage) -> None:
    pressed = Message(view="request", subject="request:B-2022-0002")
    async with storage.begin() as work:
        await work.requests.add(a_request(id="B-2022-0001"))
        await work.drafts.add(a_draft(id="waits"))
        await work.drafts.add(a_draft(id="placed", request="B-2022-0001"))
        await work.drafts.add(a_draft(id="pressed"))
        await work.drafts.add(a_draft(id="changed", version=SENT_AT + 1))
        await work.cards.add(a_card(conversation="chat-3", activity="3", message=pressed))
        endings = [
            arrived(1, draft="waits"),
            arrived(2, draft="placed"),
            arrived(3, draft="pressed"),
            arrived(4, draft="changed"),
        ]

        ends = await write_down(work, endings, NOW)

        stand = [await work.cards.find(f"chat-{nth}", f"{nth}") for nth in range(1, 5)]
        refreshed = await work.outbox.claim(now=NOW, owner="w", lease=NOW - NOW, limit=9)
    assert ends == [None] * 4
    assert [each and each.message.subject for each in stand] == [
        "draft:waits",
        "request:B-2022-0001",
        "request:B-2022-0002",
        "draft:changed",
    ]
    assert {each.message.subject for each in refreshed} == {
        "request:B-2022-0001",
        "request:B-2022-0002",
        "draft:changed",
    }


async def test_a_card_that_goes_on_changing_is_owed_one_refresh_at_a_time(storage: Storage) -> None:
    card = arrived(99, draft="")
    card = replace(card, parcel=replace(card.parcel, message=show("result", "survey:2022-03"), again_seconds=5))
    async with storage.begin() as work:
        await write_down(work, [card], NOW)
        await write_down(work, [card], NOW)

        assert await work.outbox.claim(now=NOW, owner="w", lease=NOW - NOW, limit=9) == []
        soon = NOW + timedelta(seconds=5)
        (again,) = await work.outbox.claim(now=soon, owner="w", lease=NOW - NOW, limit=9)
    assert (again.kind, again.message.subject) == (REFRESH, "survey:2022-03")
