"""Issues to a party by webhook, through the outbox, to a real HTTP server that fails as it is told."""

import hmac
import json
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import aiohttp
import pytest
from aiohttp import web

from actions.issues import Report, report_issue
from bot.settings import read_settings
from bot.webhook import DELIVERY, SIGNATURE, TIMESTAMP, Webhook
from bot.wiring import Desk, assembled
from catalog.models import Catalogue, Party, Pilot, Words
from dialogs.views.files import PUBLIC_URL
from domain.notices import Owed
from tests.factories import NOW, TODAY, example_pilot, the_person

SECRET = "sixteen characters or more"


@dataclass
class Receiver:
    """The other side: keeps what it got, and answers with the statuses it is told, then with 200."""

    url: str = ""
    answers: list[tuple[int, Mapping[str, str]]] = field(default_factory=list)
    got: list[tuple[Mapping[str, str], bytes]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.got.append((dict(request.headers), await request.read()))
        status, headers = self.answers.pop(0) if self.answers else (200, {})
        if status == 0 and request.transport is not None:
            request.transport.abort()
        return web.Response(status=status or 200, headers=headers)


@pytest.fixture
async def receiver() -> AsyncGenerator[Receiver]:
    here = Receiver()
    app = web.Application()
    app.router.add_post("/hook", here.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield here
    await runner.cleanup()


@pytest.fixture
async def desk(sqlite_url: str, receiver: Receiver) -> AsyncGenerator[Desk]:
    """The desk with a report of the network, which the IT support gets by webhook; nothing is sent by itself."""
    variables = {"VAKTIS_DATABASE_URL": sqlite_url, "VAKTIS_CLOCK": "2022-03-15T10:00:00+01:00"}
    async with assembled(read_settings(variables | {"VAKTIS_WEBHOOK_SECRET": SECRET})) as assembled_desk:
        async with assembled_desk.begin() as work:
            await work.catalogues.load(_pilot(receiver.url), prices_from=TODAY)
            await work.settings.put(PUBLIC_URL, "https://desk.example")
            catalogue: Catalogue = await work.catalogues.read(day=TODAY)
        report = Report(unit="PV1", object="NAT", note="wifi är nere", place="Aulan")
        await report_issue(report, by=the_person("REK1"), catalogue=catalogue, begin=assembled_desk.begin, at=NOW)
        yield assembled_desk


def _pilot(url: str, *, channel: str = "webhook") -> Pilot:
    pilot = example_pilot()
    it = replace(pilot.catalogue.parties["it"], address=url, channel=channel)
    parties = {**pilot.catalogue.parties, "it": it}
    return replace(pilot, catalogue=replace(pilot.catalogue, parties=parties))


async def send_due(desk: Desk) -> Owed:
    """Send what is due now; return how the notice stands then."""
    await desk.courier.deliver(await desk.courier.claim(10))
    async with desk.begin() as work:
        return (await work.outbox.list_notices())[0]


async def travel(desk: Desk, to: datetime) -> None:
    async with desk.begin() as work:
        await desk.clock.step(work, to=to)


async def test_an_issue_is_called_in_signed_and_with_a_link_to_answer_by(desk: Desk, receiver: Receiver) -> None:
    assert (await send_due(desk)).status == "sent"

    ((headers, raw),) = receiver.got
    body = json.loads(raw)
    signed = f"{headers[TIMESTAMP]}.".encode() + raw
    assert headers[SIGNATURE] == f"sha256={hmac.new(SECRET.encode(), signed, 'sha256').hexdigest()}"
    assert (body["request"], body["object"], body["place"], body["id"]) == (
        "F-2022-0001",
        "NAT",
        "Aulan",
        headers[DELIVERY],
    )
    assert body["link"].startswith("https://desk.example/party/")
    assert body["link"] in body["text"]


async def test_what_passes_is_called_again_after_growing_pauses_as_the_same_delivery(
    desk: Desk, receiver: Receiver
) -> None:
    receiver.answers = [(503, {}), (0, {}), (502, {})]
    for seconds in (1, 2, 4):
        before = await desk.traveller.now()
        waiting = await send_due(desk)
        after = await desk.traveller.now()
        assert waiting.status == "pending"
        assert before + timedelta(seconds=seconds) <= waiting.due <= after + timedelta(seconds=seconds * 1.25)
        await travel(desk, max(waiting.due, after))

    assert (await send_due(desk)).status == "sent"

    assert len({headers[DELIVERY] for headers, _ in receiver.got}) == 1
    assert len(receiver.got) == 4


async def test_the_pause_that_the_other_side_asks_for_is_kept(desk: Desk, receiver: Receiver) -> None:
    receiver.answers = [(429, {"Retry-After": "3600"})]

    waiting = await send_due(desk)

    assert waiting.due >= NOW + timedelta(hours=1)
    await travel(desk, NOW + timedelta(minutes=59))
    await send_due(desk)
    assert len(receiver.got) == 1


async def test_a_channels_workflow_gets_a_card(desk: Desk, receiver: Receiver) -> None:
    async with desk.begin() as work:
        await work.catalogues.load(_pilot(receiver.url, channel="teams"), prices_from=TODAY)

    assert (await send_due(desk)).status == "sent"

    (attachment,) = json.loads(receiver.got[0][1])["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert "https://desk.example/party/" in attachment["content"]["body"][1]["text"]


async def test_a_party_in_teams_without_an_address_is_reached_by_the_coordinators(desk: Desk) -> None:
    async with desk.begin() as work:
        await work.catalogues.load(_pilot("samordnare", channel="teams"), prices_from=TODAY)

    assert (await send_due(desk)).status == "sent"

    async with desk.begin() as work:
        told = [(each.recipient, each.message.view) for each in await work.outbox.list_notices()]
    assert told[1:] == [("SAM1", "queue")]


@pytest.mark.parametrize("answer", [(400, {}), (404, {}), (302, {"Location": "/elsewhere"})])
async def test_what_is_refused_for_good_is_told_to_the_coordinator(
    desk: Desk, receiver: Receiver, answer: tuple[int, Mapping[str, str]]
) -> None:
    receiver.answers = [answer]

    assert (await send_due(desk)).status == "undeliverable"

    async with desk.begin() as work:
        told = [(each.kind, each.recipient) for each in await work.outbox.list_notices()]
    assert ("notice.undeliverable", "SAM1") in told
    assert len(receiver.got) == 1


@pytest.mark.parametrize(
    ("channel", "address", "is_called", "is_called_in_development"),
    [
        ("webhook", "https://it.example/hook", True, True),
        ("teams", "https://flows.example/hook", True, True),
        ("webhook", "http://127.0.0.1:1/hook", False, True),
        ("webhook", "http://it.example/hook", False, False),
        ("webhook", "it-support", False, False),
        ("teams", "samordnare", False, False),
        ("email", "https://it.example", False, False),
    ],
)
async def test_only_addresses_that_keep_it_secret_are_called(
    channel: str, address: str, *, is_called: bool, is_called_in_development: bool
) -> None:
    party = Party(
        code="it",
        name=Words(sv="IT", en="IT"),
        channel=channel,
        address=address,
        phone="",
        emergency_phone=None,
        hours="",
    )
    async with aiohttp.ClientSession() as session:
        hooks = [Webhook(session, secret=None, is_development=is_development) for is_development in (False, True)]

        assert [hook.reaches(party) for hook in hooks] == [is_called, is_called_in_development]
