"""The pages by which parties answer, over real HTTP on a real database."""

import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import unquote

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from actions.issues import Report, report_issue
from actions.joining import join_request
from actions.parties import make_party_link
from actions.ports import Work
from actions.requests import cancel_request
from bot.wiring import Desk
from catalog.models import Catalogue
from domain.errors import Unavailable
from domain.files import FileStatus
from domain.requests import RequestStatus, ServiceRequest
from domain.tokens import hash_of
from tests.factories import NOW, TODAY, a_file, example_pilot, the_person
from web.party import PartyDoor

S = RequestStatus
FORM = re.compile(r'name="form" value="([^"]+)"')


@dataclass
class Visitor:
    """A party with its link: a browser without script."""

    desk: Desk
    session: aiohttp.ClientSession
    base: str
    issue: str
    token: str
    catalogue: Catalogue

    async def get(
        self, token: str | None = None, query: str = "", **headers: str
    ) -> tuple[int, str, Mapping[str, str]]:
        url = f"{self.base}/party/{self.token if token is None else token}{query}"
        async with self.session.get(url, headers=headers) as response:
            return response.status, await response.text(), response.headers

    async def form(self) -> str:
        found = FORM.search((await self.get())[1])
        assert found is not None
        return found.group(1)

    async def post(self, **fields: str) -> tuple[int, str]:
        url = f"{self.base}/party/{self.token}"
        async with self.session.post(url, data=fields, allow_redirects=False) as response:
            return response.status, response.headers.get("Location", "") or await response.text()

    async def say(self, step: str, **fields: str) -> tuple[int, str]:
        return await self.post(form=await self.form(), step=step, **fields)

    async def request(self) -> ServiceRequest:
        async with self.desk.begin() as work:
            return await work.requests.get(self.issue)

    async def told(self) -> list[tuple[str, str | None]]:
        async with self.desk.begin() as work:
            notices = await work.outbox.list_notices()
            return [(each.kind, each.recipient) for each in notices if each.kind != "issue.forwarded"]


@pytest.fixture
async def visitor(desk: Desk) -> AsyncGenerator[Visitor]:
    async with desk.begin() as work:
        catalogue = await work.catalogues.read(day=TODAY)
    report = Report(unit="PV1", object="VENT", note="Kvavt <script>alert(1)</script>", place="Sal B214")
    teller, joiner = the_person("REK1"), the_person("KON11")
    issue = await report_issue(report, by=teller, catalogue=catalogue, begin=desk.begin, at=NOW)
    await join_request(issue.id, by=joiner, catalogue=catalogue, begin=desk.begin, at=NOW)
    async with desk.begin() as work:
        token = await make_party_link(work, issue, issue.party or "", at=NOW)
    runner = web.AppRunner(desk.server.app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as session:
        yield Visitor(desk=desk, session=session, base=base, issue=issue.id, token=token, catalogue=catalogue)
    await runner.cleanup()


async def test_the_page_tells_what_is_wrong_and_no_names_and_looking_changes_nothing(visitor: Visitor) -> None:
    before = await visitor.request()

    status, page, headers = await visitor.get()

    assert (status, await visitor.request(), await visitor.told()) == (200, before, [])
    assert "Sal B214" in page
    assert "&lt;script&gt;" in page
    assert the_person("REK1").name not in page
    assert "<script" not in page
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize(
    ("header", "query", "language"),
    [("en-GB,en;q=0.9,sv;q=0.8", "", "en"), ("de, sv;q=0.5", "", "sv"), ("", "", "sv"), ("sv", "?lang=en", "en")],
)
async def test_the_page_speaks_the_language_of_the_browser_or_of_the_switch(
    visitor: Visitor, header: str, query: str, language: str
) -> None:
    _, page, _ = await visitor.get(query=query, **{"Accept-Language": header})

    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize(
    ("step", "status", "told"),
    [
        ("received", S.FORWARDED, [("issue.received", "REK1"), ("issue.received", "KON11")]),
        ("started", S.FORWARDED, [("issue.started", "REK1"), ("issue.started", "KON11")]),
        ("asked", S.FORWARDED, [("issue.asked", "REK1"), ("issue.asked", "KON11")]),
        ("done", S.DONE, [("request.done", "REK1"), ("request.followed", "KON11")]),
        (
            "returned",
            S.QUEUED,
            [("issue.returned", "REK1"), ("issue.returned", "KON11"), ("request.queued", "SAM1")],
        ),
    ],
)
async def test_what_a_party_says_is_told_the_reporter_and_those_who_joined_once(
    visitor: Visitor, step: str, status: RequestStatus, told: list[tuple[str, str]]
) -> None:
    fields = {"form": await visitor.form(), "step": step, "words": "Vi kommer i morgon", "date": "2022-03-18"}

    answers = [await visitor.post(**fields) for _ in range(2)]

    assert [each[0] for each in answers] == [303, 303]
    assert (await visitor.request()).status is status
    assert await visitor.told() == told
    code, page, _ = await visitor.get()
    assert (code, "Vi kommer i morgon" in page) == (200, True)
    assert ("<form" in page) is (status is S.FORWARDED)


async def test_two_tabs_say_the_same_once_and_a_page_from_before_can_say_something_else(visitor: Visitor) -> None:
    old = await visitor.form()
    await visitor.post(form=old, step="received")

    await visitor.say("received")
    await visitor.post(form=old, step="done")

    assert (await visitor.request()).status is S.DONE
    assert [kind for kind, whom in await visitor.told() if whom == "REK1"] == ["issue.received", "request.done"]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"step": "asked", "words": "  "}, "rutan"),
        ({"step": "received", "date": "2022-03-14"}, "Den dagen"),
        ({"step": "received", "date": "2999-01-01"}, "Den dagen"),
        ({"step": "received", "date": "nästa vecka"}, "Den dagen"),
        ({"step": "burnt"}, "saknades"),
    ],
)
async def test_what_can_t_be_is_asked_for_again_with_what_was_written(
    visitor: Visitor, fields: dict[str, str], fault: str
) -> None:
    status, page = await visitor.say(**{"words": "Har ni en stege?"} | fields)

    assert status == 422
    assert fault in page
    assert ("Har ni en stege?" in page) is ("words" not in fields)
    assert await visitor.told() == []


async def test_a_personal_identity_number_is_masked_before_it_is_stored_and_its_writer_told(visitor: Visitor) -> None:
    _, location = await visitor.say("asked", words="Är det 811228-9874 som anmält?")

    assert "Ett personnummer" in (await visitor.get(query=location))[1]
    async with visitor.desk.begin() as work:
        answers = await work.parties.answers(visitor.issue)
    assert answers[0].words == "Är det ••••••-•••• som anmält?"


async def test_a_photo_of_the_fault_is_opened_from_the_page_while_the_issue_is_theirs(visitor: Visitor) -> None:
    photo = a_file(subject=f"request:{visitor.issue}", status=FileStatus.KEPT, kind="image/jpeg", name="Siv Lind.jpg")
    async with visitor.desk.begin() as work:
        await work.files.add(photo)

    _, page, _ = await visitor.get()

    (address,) = re.findall(r'href="(/files/[^"]+)"', page)
    assert "Bild 1" in page
    assert "Siv Lind" not in unquote(unescape(page))
    # The link is signed: what it leads to has no content here, and another file is refused.
    async with visitor.session.get(visitor.base + unescape(address)) as opened:
        assert opened.status != 403
    async with visitor.session.get(visitor.base + unescape(address).replace(photo.id, "another")) as other:
        assert other.status == 403
    await visitor.say("returned")
    assert "/files/" not in (await visitor.get())[1]


async def test_of_a_link_only_its_hash_is_stored(visitor: Visitor) -> None:
    async with visitor.desk.begin() as work:
        link = await work.parties.link(hash_of(visitor.token))

    assert visitor.token not in str(link)
    assert len(visitor.token) >= 43


@pytest.mark.parametrize(("token", "status"), [("", 404), ("wrong", 404), ("a/b", 404), ("x" * 200, 404)])
async def test_a_wrong_link_gets_a_kind_page(visitor: Visitor, token: str, status: int) -> None:
    code, page, headers = await visitor.get(token)

    assert (code, headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert "Här finns inget ärende" in page


async def test_a_link_is_over_when_its_issue_is(visitor: Visitor) -> None:
    form = await visitor.form()
    by = the_person("REK1")
    await cancel_request(
        visitor.issue, by=by, catalogue=visitor.catalogue, begin=visitor.desk.begin, at=NOW, reason=None
    )

    assert (await visitor.get())[0] == 410
    assert (await visitor.post(form=form, step="done"))[0] == 410
    assert (await visitor.request()).status is S.CANCELLED


@pytest.mark.parametrize(("fault", "status"), [(Unavailable(), 503), (ZeroDivisionError(), 500)])
async def test_a_fault_of_ours_is_a_page_that_tells_nothing_of_it(fault: Exception, status: int) -> None:
    async def now() -> datetime:
        return NOW

    async def catalogue(_: datetime) -> Catalogue:
        return example_pilot().catalogue

    def begin() -> AbstractAsyncContextManager[Work]:
        raise fault

    app = web.Application()
    door = PartyDoor(begin=begin, now=now, catalogue=catalogue, file_address=lambda file, _: file)
    app.add_routes(door.routes())
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/party/token", headers={"Accept-Language": "en"})

        assert (answer.status, answer.content_type) == (status, "text/html")
        assert "Nothing has been saved" in await answer.text()
        assert "Division" not in await answer.text()


async def test_other_methods_get_a_page_and_a_head_no_body(visitor: Visitor) -> None:
    url = f"{visitor.base}/party/{visitor.token}"
    async with visitor.session.put(url) as put, visitor.session.head(url) as head:
        assert (put.status, put.headers["Allow"]) == (405, "GET, HEAD, POST")
        assert (head.status, await head.read()) == (200, b"")


async def test_too_much_and_too_often_get_a_page_too(visitor: Visitor) -> None:
    assert (await visitor.post(form="f", step="asked", words="x" * 20_000))[0] == 413

    codes = [(await visitor.get("wrong"))[0] for _ in range(61)]

    assert (codes[0], codes[-1]) == (404, 429)
    assert (await visitor.get())[0] == 200
