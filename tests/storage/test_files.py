"""Files and their contents are kept in the database, on both of them alike."""

from datetime import timedelta

import pytest

from domain.errors import NotFound, OutOfDate
from domain.files import FileStatus
from domain.requests import Listing, RequestKind, RequestStatus
from storage.unit_of_work import Storage
from tests.factories import NOW, a_draft, a_file, a_request, an_event


async def test_a_file_comes_back_as_it_was_and_the_same_one_is_not_stored_twice(storage: Storage) -> None:
    file = a_file(subject="draft:1", name="Sal B214.jpg")
    async with storage.begin() as work:
        await work.files.add(file)
        await work.files.add(a_file(name="another"))

        assert await work.files.get(file.id) == file
        with pytest.raises(NotFound):
            await work.files.get("none")


async def test_a_content_comes_back_byte_for_byte(storage: Storage) -> None:
    content = bytes(range(256)) * 5000
    async with storage.begin() as work:
        await work.files.add(a_file())
        assert await work.files.content("file-1") is None

        await work.files.put_content("file-1", content)

        assert await work.files.content("file-1") == content


async def test_what_belongs_to_several_subjects_is_found_oldest_first(storage: Storage) -> None:
    async with storage.begin() as work:
        for nth, subject in enumerate(["draft:1", "request:B-2022-0001", "draft:2", None]):
            moment = NOW - timedelta(minutes=nth)
            await work.files.add(a_file(id=f"file-{nth}", subject=subject, created_at=moment))

        found = await work.files.of_subjects(["draft:1", "request:B-2022-0001"])

        assert [each.id for each in found] == ["file-1", "file-0"]
        assert await work.files.of_subjects([]) == []


async def test_a_new_draft_has_no_file_until_one_is_given_to_it_in_the_same_transaction(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.files.add(a_file(id="early"))
        await work.drafts.add(a_draft(id="1"))
        assert await work.files.of_subjects(["draft:1"]) == []

        await work.files.save(a_file(id="early", subject="draft:1", version=2))
        await work.drafts.add(a_draft(id="2"))
        await work.files.add(a_file(id="late", subject="draft:2"))

        assert [each.id for each in await work.files.of_subjects(["draft:1", "draft:2"])] == ["early", "late"]


async def test_only_what_is_to_be_fetched_and_due_is_due(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.files.add(a_file(id="now"))
        await work.files.add(a_file(id="later", due=NOW + timedelta(seconds=1)))
        await work.files.add(a_file(id="kept").keep("image/png", 1))

        assert [each.id for each in await work.files.due(now=NOW, limit=9)] == ["now"]


async def test_of_two_writers_the_second_is_told(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.files.add(a_file())
        await work.files.save(a_file().keep("image/png", 1))

        with pytest.raises(OutOfDate):
            await work.files.save(a_file().attach("draft:1"))
        assert (await work.files.get("file-1")).status is FileStatus.KEPT


async def test_a_list_is_of_a_person_or_of_units_open_first_then_newest(storage: Storage) -> None:
    kinds = [("REK1", "PV1", RequestStatus.DONE), ("KON11", "PV1", RequestStatus.QUEUED), ("REK2", "PV2", "queued")]
    async with storage.begin() as work:
        for nth, (who, unit, status) in enumerate(kinds, start=1):
            made = NOW + timedelta(minutes=nth)
            await work.requests.add(
                a_request(
                    id=f"B-2022-000{nth}", requester=who, unit=unit, status=RequestStatus(status), created_at=made
                )
            )

        async def ids(**of: object) -> list[str]:
            return [each.id[-1] for each in await work.requests.listed(Listing(**of), limit=9)]  # type: ignore[arg-type]

        assert await ids(requester="REK1") == ["1"]
        assert await ids(units=("PV1",)) == ["2", "1"]
        assert await ids(units=("PV1", "PV2")) == ["3", "2", "1"]
        assert await ids(units=("PV1",), is_open=False) == ["1"]
        assert await ids() == []
        both = Listing(units=("PV1", "PV2"))
        assert [await work.requests.count_listed(both, most=most) for most in (2, 9)] == [2, 3]
        assert [each.id[-1] for each in await work.requests.listed(both, limit=1, offset=1)] == ["2"]


async def test_holding_the_numbers_takes_none(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.requests.hold_numbers(RequestKind.ORDER, 2022)
        assert await work.requests.next_id(RequestKind.ORDER, 2022) == "B-2022-0001"
        await work.requests.hold_numbers(RequestKind.ORDER, 2022)
        assert await work.requests.next_id(RequestKind.ORDER, 2022) == "B-2022-0002"


async def test_erased_files_are_gone_with_what_is_in_them(storage: Storage) -> None:
    async with storage.begin() as work:
        for each in ("one", "two"):
            await work.files.add(a_file(id=each, subject="draft:1"))
            await work.files.put_content(each, b"picture")

        await work.files.erase(["one", "none"])
        await work.files.erase([])

        assert [each.id for each in await work.files.of_subjects(["draft:1"])] == ["two"]
        assert (await work.files.content("one"), await work.files.content("two")) == (None, b"picture")


async def test_outlived_are_the_files_of_what_was_over_before_and_of_what_became_nothing(storage: Storage) -> None:
    old, year = NOW - timedelta(days=400), NOW - timedelta(days=365)
    new = year + timedelta(days=1)
    closed, cancelled, queued = RequestStatus.CLOSED, RequestStatus.CANCELLED, RequestStatus.QUEUED
    async with storage.begin() as work:
        for number, request in (("1", None), ("2", "B-2022-0001"), ("3", None)):
            made = new if number == "3" else old
            await work.drafts.add(a_draft(id=f"draft-{number}", created_at=made, request=request))
        for number, status, closed_at, happened in (
            ("1", closed, year - timedelta(days=1), old),
            ("2", closed, new, old),
            ("3", cancelled, None, old),
            ("4", cancelled, None, new),
            ("5", queued, None, old),
        ):
            request = f"B-2022-000{number}"
            draft = "draft-2" if number == "1" else None
            await work.requests.add(
                a_request(id=request, status=status, closed_at=closed_at, created_at=old, draft=draft)
            )
            await work.events.put(an_event(subject=f"request:{request}", at=happened))
            await work.files.add(a_file(id=f"of-{number}", subject=f"request:{request}", created_at=old))
        for name, subject, made in (
            ("of-draft-of-1", "draft:draft-2", old),
            ("of-old-draft", "draft:draft-1", old),
            ("of-new-draft", "draft:draft-3", new),
            ("loose", None, NOW - timedelta(days=2)),
            ("waiting", None, NOW),
        ):
            await work.files.add(a_file(id=name, subject=subject, created_at=made))

        day = NOW - timedelta(days=1)
        found = await work.files.outlived(before=year, loose_before=day, limit=20)

        assert sorted(found) == ["loose", "of-1", "of-3", "of-draft-of-1", "of-old-draft"]
        assert len(await work.files.outlived(before=year, loose_before=day, limit=3)) == 3
