"""Photos and files over real HTTP: fetched after the turn, kept with what they are about, opened by a signed link."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from aiohttp import web

from bot.fetching import GoneForGood, Source, TooLarge, is_development_file_host, is_file_host, wants_token
from bot.pictures import pictures_in
from bot.settings import Settings
from bot.wire import JsonObject
from bot.wiring import Desk, assembled
from dialogs.views.files import PUBLIC_URL, SHOW
from domain.files import FileStatus, SentFile
from tests.bot.activities import TENANT, chat_of, envelope, message
from tests.bot.cards import card_of
from tests.bot.connector_server import ConnectorServer

LAMP = "Kan någon byta lysröret i sal B214 imorgon före 8?"
PHOTO = b"\xff\xd8\xff\xdb\0\x04ab\xff\xda\0\x03xpicture\xff\xd9"


@dataclass
class Shop:
    """Where files are downloaded from; fails as it is told."""

    url: str = ""
    contents: dict[str, bytes] = field(default_factory=dict)
    faults: list[int] = field(default_factory=list)
    asked: list[Mapping[str, str]] = field(default_factory=list)

    async def give(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(dict(request.headers))
        name = request.match_info["name"]
        if self.faults:
            status = self.faults.pop(0)
            if status == 0 and request.transport is not None:
                request.transport.abort()
            raise web.HTTPServiceUnavailable if status in {0, 503} else web.HTTPNotFound
        if name == "elsewhere":
            raise web.HTTPFound("http://192.0.2.1/secret")
        if name == "round":
            raise web.HTTPFound("/round")
        if name == "moved":
            raise web.HTTPFound("/lamp.jpg")
        if name == "endless":
            return await self._endless(request)
        return web.Response(body=self.contents[name], content_type="text/html")

    async def _endless(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(12):
            await response.write(b"\xff" * 1024 * 1024)
        return response


@pytest.fixture
async def shop() -> AsyncGenerator[Shop]:
    here = Shop(contents={"lamp.jpg": PHOTO, "page.jpg": b"MZ\x90\0\x03"})
    app = web.Application()
    app.router.add_get("/{name}", here.give)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    here.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield here
    await runner.cleanup()


@pytest.fixture
async def source(shop: Shop) -> AsyncGenerator[Source]:
    async def token() -> str:
        return "secret"

    async with aiohttp.ClientSession() as session:
        yield Source(session=session, token=token, is_allowed=lambda url: url.startswith(shop.url))


def with_file(text: str, url: str, *, connector: ConnectorServer, is_inline: bool = False) -> JsonObject:
    activity = message(text, by="REK1", service_url=connector.url)
    inline: JsonObject = {"contentType": "image/*", "contentUrl": url}
    kind = "application/vnd.microsoft.teams.file.download.info"
    whole: JsonObject = {"contentType": kind, "name": "lampan.jpg", "content": {"downloadUrl": url, "fileType": "jpg"}}
    return activity | {"attachments": [inline if is_inline else whole]}


async def files_of(desk: Desk) -> list[SentFile]:
    async with desk.begin() as work:
        drafts = await work.drafts.latest_live("REK1")
        assert drafts is not None
        return list(await work.files.of_subjects([f"draft:{drafts.id}"]))


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(20):
        await desk.delivery.settle_down()


@pytest.mark.parametrize("is_inline", [False, True])
async def test_a_photo_of_an_order_is_fetched_after_the_turn_and_its_card_shown_anew_with_a_link(
    desk: Desk, connector: ConnectorServer, shop: Shop, *, is_inline: bool
) -> None:
    async with desk.begin() as work:
        await work.settings.put(PUBLIC_URL, "http://desk.example")
    await desk.server.adapter.process(with_file(LAMP, f"{shop.url}/lamp.jpg", connector=connector, is_inline=is_inline))
    await settled(desk)
    assert len(connector.sent()) == 1
    assert "1 bild" in str(card_of(connector.sent()[0])["fallbackText"]) or is_inline
    assert shop.asked == []

    assert await desk.fetcher.fetch_due() == 1

    (kept,) = await files_of(desk)
    assert (kept.status, kept.kind, kept.source) == (FileStatus.KEPT, "image/jpeg", None)
    await settled(desk)
    assert f"http://desk.example/files/{kept.id}?until=" in str(connector.updates(chat_of("REK1"))[-1])
    assert await desk.fetcher.fetch_due() == 0


async def test_a_message_delivered_twice_keeps_one_photo(desk: Desk, connector: ConnectorServer, shop: Shop) -> None:
    activity = with_file(LAMP, f"{shop.url}/lamp.jpg", connector=connector)

    for _ in range(2):
        await desk.server.adapter.process(dict(activity))

    assert len(await files_of(desk)) == 1


async def test_a_photo_without_words_waits_for_the_sentence_that_says_what_it_is_about(
    desk: Desk, connector: ConnectorServer, shop: Shop
) -> None:
    await desk.server.adapter.process(with_file("", f"{shop.url}/lamp.jpg", connector=connector))
    await desk.server.adapter.process(message(LAMP, by="REK1", service_url=connector.url))

    assert len(await files_of(desk)) == 1


@pytest.mark.parametrize("faults", [[503], [0], [503, 0, 503]])
async def test_what_can_succeed_later_is_tried_again_after_a_pause_and_kept(
    desk: Desk, connector: ConnectorServer, shop: Shop, faults: list[int]
) -> None:
    shop.faults = list(faults)
    await desk.server.adapter.process(with_file(LAMP, f"{shop.url}/lamp.jpg", connector=connector))
    for _ in faults:
        assert await desk.fetcher.fetch_due() == 1
        assert await desk.fetcher.fetch_due() == 0
        await desk.traveller.travel(await desk.traveller.now() + timedelta(seconds=9))

    await desk.fetcher.fetch_due()

    assert (await files_of(desk))[0].status is FileStatus.KEPT


@pytest.mark.parametrize(
    "case",
    [("page.jpg", "kind"), ("endless", "too-large"), ("gone", "unreachable"), ("elsewhere", "unreachable")],
)
async def test_what_is_not_taken_is_told_to_who_sent_it(
    desk: Desk, connector: ConnectorServer, shop: Shop, case: tuple[str, str]
) -> None:
    name, reason = case
    shop.faults = [404] if name == "gone" else []
    await desk.server.adapter.process(with_file(LAMP, f"{shop.url}/{name}", connector=connector))

    await desk.fetcher.fetch_due()

    (refused,) = await files_of(desk)
    assert (refused.status, refused.reason) == (FileStatus.REFUSED, reason)
    async with desk.begin() as work:
        owed = await work.outbox.list_notices()
    assert [(each.recipient, each.message.text) for each in owed] == [("REK1", f"file-refused-{reason}")]


async def test_no_more_is_read_than_is_kept(source: Source, shop: Shop) -> None:
    with pytest.raises(TooLarge):
        await source.fetch(f"{shop.url}/endless")


@pytest.mark.parametrize("name", ["elsewhere", "round"])
async def test_a_redirect_leads_to_allowed_hosts_only_and_ends(source: Source, shop: Shop, name: str) -> None:
    with pytest.raises(GoneForGood):
        await source.fetch(f"{shop.url}/{name}")


async def test_a_redirect_is_followed_and_our_token_goes_to_no_other_host(source: Source, shop: Shop) -> None:
    assert await source.fetch(f"{shop.url}/moved") == PHOTO
    assert all("Authorization" not in each for each in shop.asked)


@pytest.mark.parametrize(
    ("url", "is_allowed"),
    [
        ("https://contoso.sharepoint.com/x", True),
        ("https://contoso-my.sharepoint.com/personal/x?tempauth=1", True),
        ("https://smba.trafficmanager.net/emea/v3/attachments/1/views/original", True),
        ("https://eu-api.asm.skype.com/v1/objects/1/views/imgo", True),
        ("http://contoso.sharepoint.com/x", False),
        ("https://sharepoint.com.evil.example/x", False),
        ("https://evilsharepoint.com/x", False),
        ("https://user@contoso.sharepoint.com/x", False),
        ("https://169.254.169.254/metadata", False),
        ("http://127.0.0.1/x", False),
        ("file:///etc/passwd", False),
    ],
)
def test_in_production_only_microsofts_hosts_are_fetched_from(url: str, *, is_allowed: bool) -> None:
    assert is_file_host(url) is is_allowed
    assert is_development_file_host(url) is (is_allowed or url.startswith("http://127.0.0.1"))


async def test_the_worker_fetches_by_itself(desk: Desk, connector: ConnectorServer, shop: Shop) -> None:
    await desk.server.adapter.process(with_file(LAMP, f"{shop.url}/lamp.jpg", connector=connector))

    desk.fetcher.start()

    async with asyncio.timeout(15):
        while (await files_of(desk))[0].status is not FileStatus.KEPT:  # noqa: ASYNC110  # another task changes it
            await asyncio.sleep(0.05)


async def opened(desk: Desk, path: str) -> tuple[int, Mapping[str, str], bytes]:
    runner = web.AppRunner(desk.server.app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}{path}"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        answer = response.status, dict(response.headers), await response.read()
    await runner.cleanup()
    return answer


async def kept(desk: Desk, connector: ConnectorServer, shop: Shop) -> str:
    await desk.server.adapter.process(with_file(LAMP, f"{shop.url}/lamp.jpg", connector=connector))
    await desk.fetcher.fetch_due()
    return (await files_of(desk))[0].id


def link(desk: Desk, file: str, until: int) -> str:
    return f"/files/{file}?until={until}&token={desk.signer.sign(SHOW, f'file:{file}', until)}"


async def test_a_signed_link_opens_a_picture_and_says_how_it_may_be_shown(
    desk: Desk, connector: ConnectorServer, shop: Shop
) -> None:
    file = await kept(desk, connector, shop)

    status, headers, content = await opened(desk, link(desk, file, 1_700_000_000))

    assert (status, content, headers["Content-Type"]) == (200, PHOTO, "image/jpeg")
    assert headers["Content-Disposition"].startswith("inline; filename=")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]


async def test_a_document_is_downloaded_and_never_shown(desk: Desk, connector: ConnectorServer, shop: Shop) -> None:
    shop.contents["lamp.jpg"] = b"<html><script>alert(1)</script></html>"
    file = await kept(desk, connector, shop)

    _, headers, _ = await opened(desk, link(desk, file, 1_700_000_000))

    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Type"] == "text/plain; charset=utf-8"


async def test_a_link_of_ones_own_making_an_old_one_and_one_to_nothing_open_nothing(
    desk: Desk, connector: ConnectorServer, shop: Shop
) -> None:
    file = await kept(desk, connector, shop)
    good = link(desk, file, 1_700_000_000)

    assert (await opened(desk, f"/files/{file}"))[0] == 403
    assert (await opened(desk, good.replace("until=1700", "until=1800")))[0] == 403
    assert (await opened(desk, good.replace(file, "0" * 32)))[0] == 403
    assert (await opened(desk, link(desk, file, 1_600_000_000)))[0] == 410
    assert (await opened(desk, link(desk, "none", 1_700_000_000)))[0] == 404


async def test_a_link_in_a_card_is_good_for_a_week_and_not_for_ever(
    settings: Settings, connector: ConnectorServer, shop: Shop
) -> None:
    async with assembled(settings) as desk:
        async with desk.begin() as work:
            await work.settings.put(PUBLIC_URL, "http://desk.example")
        desk.delivery.start()
        await kept(desk, connector, shop)
        await settled(desk)
        shown = str(connector.updates(chat_of("REK1"))[-1])
        found = urlsplit(shown[shown.index("http://desk.example/files/") :].partition("'")[0])
        until = int(parse_qs(found.query)["until"][0])

        left = until - (await desk.traveller.now()).timestamp()

        assert 7 <= left / 86400 <= 8
        assert (await opened(desk, f"{found.path}?{found.query}"))[0] == 200


async def test_a_deleted_message_takes_its_photo_along_though_it_was_ordered(
    desk: Desk, connector: ConnectorServer, shop: Shop
) -> None:
    await desk.server.adapter.process(with_file(LAMP, f"{shop.url}/lamp.jpg", connector=connector) | {"id": "photo"})
    await desk.fetcher.fetch_due()
    (before,) = await files_of(desk)
    await desk.server.adapter.process(message("beställ", by="REK1", service_url=connector.url))
    news = envelope("messageDelete", by="REK1", service_url=connector.url, id="photo")

    await desk.server.adapter.process(news | {"channelData": {"eventType": "softDeleteMessage"}})

    assert before.status is FileStatus.KEPT
    async with desk.begin() as work:
        assert [each.draft for each in await work.requests.all()] == [(before.subject or "").removeprefix("draft:")]
        assert await work.files.of_subjects([before.subject or ""]) == []
        assert await work.files.content(before.id) is None


async def test_a_photo_that_is_taken_back_before_it_is_fetched_is_fetched_by_nobody(
    desk: Desk, connector: ConnectorServer, shop: Shop
) -> None:
    await desk.server.adapter.process(with_file(LAMP, f"{shop.url}/lamp.jpg", connector=connector) | {"id": "photo"})
    news = envelope("messageDelete", by="REK1", service_url=connector.url, id="photo")

    await desk.server.adapter.process(news | {"channelData": {"eventType": "softDeleteMessage"}})

    assert await desk.fetcher.fetch_due() == 0


THREAD = "19:channel@thread.tacv2;messageid=1"


def in_thread(page: str, *, connector: ConnectorServer, **but: object) -> JsonObject:
    channel = {"conversationType": "channel", "tenantId": TENANT, "id": THREAD, "isGroup": True}
    html: JsonObject = {"contentType": "text/html", "content": page}
    news = message(LAMP, by="REK1", service_url=connector.url)
    return news | {"conversation": channel, "attachments": [html], **but}


async def test_a_picture_in_the_text_of_a_channel_is_fetched_as_one_in_a_personal_chat(
    desk: Desk, connector: ConnectorServer, shop: Shop
) -> None:
    picture = f'<img src="{shop.url}/lamp.jpg" itemtype="http://schema.skype.com/AMSImage">'
    sign = f'<img src="{shop.url}/smile.png" itemtype="http://schema.skype.com/Emoji" alt=":)">'
    quoted = f'<blockquote itemtype="http://schema.skype.com/Reply"><img src="{shop.url}/old.jpg"></blockquote>'
    page = f"<div>{quoted}<p>{LAMP} {sign}</p>{picture}{picture}</div>"

    await desk.server.adapter.process(in_thread(page, connector=connector))
    tried = await desk.fetcher.fetch_due()

    (kept,) = await files_of(desk)
    assert tried == 1
    assert (kept.status, kept.kind, kept.person) == (FileStatus.KEPT, "image/jpeg", "REK1")


async def test_a_picture_that_is_attached_and_stands_in_the_text_is_fetched_once(
    desk: Desk, connector: ConnectorServer, shop: Shop
) -> None:
    url = f"{shop.url}/lamp.jpg"
    both = [
        {"contentType": "image/*", "contentUrl": url},
        {"contentType": "text/html", "content": f'<img src="{url}">'},
    ]

    await desk.server.adapter.process(in_thread("", connector=connector, attachments=both))

    assert len(await files_of(desk)) == 1


@pytest.mark.parametrize(
    ("url", "is_given"),
    [
        ("https://eu-api.asm.skype.com/v1/objects/1/views/imgo", True),
        ("https://smba.trafficmanager.net/emea/v3/attachments/1/views/original", True),
        ("https://contoso.sharepoint.com/x", False),
        ("http://eu-api.asm.skype.com/x", False),
        ("https://asm.skype.com.evil.example/x", False),
    ],
)
def test_our_token_is_given_to_the_platforms_own_hosts_alone(url: str, *, is_given: bool) -> None:
    assert wants_token(url) is is_given


@pytest.mark.parametrize("page", ["<![x[ <img src='https://a.example/b'>", "<img src", "<img>", "", "<!DOCTYPE ["])
def test_a_text_that_no_page_is_made_of_has_no_pictures(page: str) -> None:
    assert list(pictures_in(page)) == []
