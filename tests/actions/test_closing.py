from datetime import datetime

import pytest

from actions.closing import close_done_requests
from actions.ports import Begin
from domain.requests import RequestStatus
from tests.factories import a_request

TUESDAY_NOON = datetime.fromisoformat("2022-03-15T12:00+01:00")


@pytest.fixture
async def done(begin: Begin) -> Begin:
    """The desk with a request that was done on Tuesday 15 March."""
    async with begin() as work:
        await work.requests.add(a_request(status=RequestStatus.DONE, done_at=TUESDAY_NOON))
    return begin


async def status(begin: Begin) -> RequestStatus:
    async with begin() as work:
        return (await work.requests.get("B-2022-0001")).status


async def test_a_done_request_is_closed_after_ten_whole_working_days(done: Begin) -> None:
    assert await close_done_requests(begin=done, at=datetime.fromisoformat("2022-03-29T06:00+02:00")) == 0
    assert await status(done) is RequestStatus.DONE

    assert await close_done_requests(begin=done, at=datetime.fromisoformat("2022-03-30T06:00+02:00")) == 1
    assert await status(done) is RequestStatus.CLOSED


async def test_closing_is_told_once_in_the_requests_story(done: Begin) -> None:
    for _ in range(2):
        await close_done_requests(begin=done, at=datetime.fromisoformat("2022-04-20T06:00+02:00"))

    async with done() as work:
        (event,) = await work.events.of_subject("request:B-2022-0001")
    assert (event.what, event.person, event.before, event.after) == ("request.closed", None, "done", "closed")
    assert event.changed is not None
    assert event.changed["status"] == ["done", "closed"]
