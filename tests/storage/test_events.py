"""What happened is only added to: both databases refuse to rewrite or take away, whoever asks."""

import pytest
from sqlalchemy import delete, text, update

from domain.audit import Origin
from storage.session import Session
from storage.tables import events
from storage.unit_of_work import Storage
from tests.factories import NOW, a_request, an_event

REFUSED = "events are only added to"
WORDED = an_event(
    what="place-changed", before="Emils rum", after="Aulan", reason="fel", changed={"place": [True, True]}
)


async def _kept(storage: Storage) -> None:
    async with storage.begin() as work:
        work.come_from(Origin.CHAT)
        await work.events.put(
            an_event(what="approved", before="a", after="b", reason="ja", changed={"status": ["a", "b"]})
        )
        await work.events.put(WORDED)


def _session(work: object) -> Session:
    return work._session  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    "column", ["subject", "what", "person", "at", "before", "after", "changed", "origin", "reason", "id"]
)
async def test_no_part_of_an_event_can_be_rewritten(storage: Storage, column: str) -> None:
    await _kept(storage)
    other: object = {"at": NOW.replace(year=2021), "changed": {"status": ["a", "c"]}, "id": 77}.get(column, "other")

    with pytest.raises(Exception, match=REFUSED):
        async with storage.begin() as work:
            await _session(work).count(update(events).where(events.c.what == "approved").values({column: other}), None)


@pytest.mark.parametrize("column", ["person", "before", "after", "changed", "origin"])
async def test_no_part_of_an_event_can_be_taken_out(storage: Storage, column: str) -> None:
    await _kept(storage)

    with pytest.raises(Exception, match=REFUSED):
        async with storage.begin() as work:
            await _session(work).count(update(events).where(events.c.what == "approved").values({column: None}), None)


async def test_no_event_can_be_deleted(storage: Storage) -> None:
    await _kept(storage)

    with pytest.raises(Exception, match=REFUSED):
        async with storage.begin() as work:
            await _session(work).count(delete(events), None)

    async with storage.begin() as work:
        assert len(await work.events.listed(["request:B-2022-0001"], limit=9)) == 2


async def test_the_table_can_not_be_emptied_at_once(postgresql_storage: Storage) -> None:
    await _kept(postgresql_storage)

    with pytest.raises(Exception, match=REFUSED):
        async with postgresql_storage.begin() as work:
            await _session(work).count(text("TRUNCATE events"), None)


async def test_what_a_person_wrote_can_be_forgotten_and_the_rest_stands(storage: Storage) -> None:
    await _kept(storage)
    forget = update(events).values(reason=None)

    async with storage.begin() as work:
        await _session(work).count(forget, None)
        await _session(work).count(update(events).where(events.c.what == "place-changed").values(before=None), None)

    async with storage.begin() as work:
        newest, first = await work.events.listed(None, limit=2)
    assert (first.reason, first.changed, first.origin) == (None, {"status": ["a", "b"]}, "chat")
    assert (newest.reason, newest.before, newest.after) == (None, None, "Aulan")


async def test_promises_are_counted_by_unit_and_month(storage: Storage) -> None:
    async with storage.begin() as work:
        for number, unit in (("B-2022-0001", "PV1"), ("B-2022-0002", "PV1"), ("B-2022-0003", "PV2")):
            await work.requests.add(a_request(id=number, unit=unit))
            what = "promise-broken" if number.endswith("2") else "promise-kept"
            await work.events.put(an_event(subject=f"request:{number}", what=what))
        later = NOW.replace(month=4)
        await work.events.put(an_event(subject="request:B-2022-0001", what="promise-kept", at=later))

        found = await work.events.promises(NOW, later)

    assert found == {("PV1", "promise-kept"): 1, ("PV1", "promise-broken"): 1, ("PV2", "promise-kept"): 1}
