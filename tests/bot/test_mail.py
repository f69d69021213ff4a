import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import aiohttp
import pytest

from actions.issues import Report, report_issue
from bot.mail import Letters, Post
from bot.settings import read_settings
from bot.webhook import Webhook
from bot.wiring import assembled
from catalog.models import Party, Words
from dialogs.letters import Letter
from dialogs.views.files import PUBLIC_URL
from tests.factories import NOW, TODAY, the_person

LETTER = Letter(
    key="issue.forwarded:F-2022-0001:1", subject="Vatten läcker\nBcc: evil@example.com", body="I aulan åäö."
)


def a_party(channel: str = "email", address: str = "fastighet@vaktis.example") -> Party:
    return Party(
        code="property",
        name=Words(sv="Lokalförvaltningen", en="Property"),
        channel=channel,
        address=address,
        phone="",
        emergency_phone=None,
        hours="",
    )


def letters(
    session: aiohttp.ClientSession, url: str | None = None, *, is_development: bool = False, folder: Path = Path("none")
) -> Letters:
    webhook = Webhook(session, secret=None, is_development=is_development)
    return Letters(webhook, post=Post(url=url, sender="vaktis@a.example"), is_development=is_development, folder=folder)


@pytest.fixture
async def session() -> AsyncGenerator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


class SmtpServer:
    """Speaks just enough SMTP, and answers the recipient as it is told."""

    def __init__(self, answer: str = "250 ok") -> None:
        self.answer = answer
        self.letters: list[str] = []

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 local\r\n")
        while line := (await reader.readline()).decode():
            command = line[:4].upper()
            if command == "DATA":
                writer.write(b"354 go on\r\n")
                self.letters.append((await reader.readuntil(b"\r\n.\r\n")).decode())
            answer = self.answer if command == "RCPT" else "221 bye" if command == "QUIT" else "250 ok"
            writer.write(f"{answer}\r\n".encode())
            await writer.drain()
            if command == "QUIT":
                break
        writer.close()


async def test_without_a_mail_server_a_letter_becomes_a_file_in_development(
    session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    folder = tmp_path / "mail"

    sent = await letters(session, is_development=True, folder=folder).send(a_party(), LETTER)

    assert sent.is_ok
    letter = message_from_bytes(files_in(folder)[0].read_bytes(), policy=policy.default)
    assert (letter["To"], letter["Bcc"]) == ("fastighet@vaktis.example", None)
    assert (letter["From"], letter["Auto-Submitted"]) == ("vaktis@a.example", "auto-generated")
    assert "I aulan åäö." in str(letter.get_content())


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize(("channel", "code"), [("email", "NoMailServer"), ("webhook", "NoAddress")])
async def test_without_a_way_nothing_is_pretended_in_production(
    session: aiohttp.ClientSession, tmp_path: Path, channel: str, code: str
) -> None:
    sent = await letters(session, folder=tmp_path / "mail").send(a_party(channel), LETTER)

    assert (sent.is_ok, sent.is_worth_another_try, sent.code) == (False, False, code)
    assert files_in(tmp_path / "mail") == []


@pytest.mark.parametrize(
    ("answer", "is_ok", "is_worth_another_try"),
    [("250 ok", True, False), ("450 later", False, True), ("550 no such box", False, False)],
)
async def test_a_mail_server_says_whether_to_try_again(
    session: aiohttp.ClientSession, answer: str, *, is_ok: bool, is_worth_another_try: bool
) -> None:
    smtp = SmtpServer(answer)
    server = await asyncio.start_server(smtp.talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    sent = await letters(session, f"smtp://127.0.0.1:{port}").send(a_party(), LETTER)

    server.close()
    assert (sent.is_ok, sent.is_worth_another_try) == (is_ok, is_worth_another_try)
    assert len(smtp.letters) == is_ok


async def test_a_letter_that_is_sent_twice_can_be_told_for_a_copy(session: aiohttp.ClientSession) -> None:
    smtp = SmtpServer()
    server = await asyncio.start_server(smtp.talk, "127.0.0.1", 0)
    sending = letters(session, f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}")

    for _ in range(2):
        await sending.send(a_party(), LETTER)

    server.close()
    first, second = (message_from_bytes(each.encode(), policy=policy.default)["Message-ID"] for each in smtp.letters)
    assert first == second


async def test_a_mail_server_that_is_away_is_tried_again(session: aiohttp.ClientSession) -> None:
    sent = await letters(session, "smtp://127.0.0.1:1").send(a_party(), LETTER)

    assert sent.is_worth_another_try


async def test_a_fault_reaches_its_party_by_mail_through_the_outbox_and_again_when_the_server_was_busy(
    sqlite_url: str,
) -> None:
    smtp = SmtpServer("450 later")
    server = await asyncio.start_server(smtp.talk, "127.0.0.1", 0)
    variables = {
        "VAKTIS_DATABASE_URL": sqlite_url,
        "VAKTIS_CLOCK": "2022-03-15T10:00:00+01:00",
        "VAKTIS_SMTP_URL": f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}",
        "VAKTIS_SMTP_SENDER": "vaktis@kommunen.example",
    }
    async with assembled(read_settings(variables)) as desk:
        async with desk.begin() as work:
            await work.settings.put(PUBLIC_URL, "https://desk.example")
            catalogue = await work.catalogues.read(day=TODAY)
        report = Report(unit="PV1", object="VENT", note="Kvavt i sal B214", place="Sal B214")
        await report_issue(report, by=the_person("REK1"), catalogue=catalogue, begin=desk.begin, at=NOW)

        statuses = []
        for smtp.answer in ("450 later", "250 ok"):
            await desk.courier.deliver(await desk.courier.claim(10))
            async with desk.begin() as work:
                (owed,) = await work.outbox.list_notices()
                await desk.clock.step(work, to=owed.due + timedelta(seconds=5))
            statuses.append(owed.status.value)
    server.close()

    assert statuses == ["pending", "sent"]
    letter = message_from_bytes(smtp.letters[-1].encode(), policy=policy.default)
    assert (letter["From"], letter["To"]) == ("vaktis@kommunen.example", "fastighet@vaktis.example")
    assert "https://desk.example/party/" in str(letter.get_content())
