import asyncio
from collections.abc import AsyncGenerator
from email import message_from_bytes, policy
from pathlib import Path

import aiohttp
import pytest

from bot.mail import Letters
from catalog.models import Party, Words


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
    letters = Letters(session, smtp_url=None, is_development=True, folder=tmp_path / "mail")

    sent = await letters.send(a_party(), "Vatten läcker\nBcc: evil@example.com", "I aulan.\nF-2022-0001")

    assert sent.is_ok
    letter = message_from_bytes(files_in(tmp_path / "mail")[0].read_bytes(), policy=policy.default)
    assert (letter["To"], letter["Bcc"]) == ("fastighet@vaktis.example", None)
    assert "F-2022-0001" in str(letter.get_content())


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_without_a_mail_server_nothing_is_pretended_in_production(
    session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    sent = await Letters(session, smtp_url=None, is_development=False, folder=tmp_path).send(a_party(), "s", "t")

    assert not sent.is_ok
    assert not sent.is_worth_another_try
    assert files_in(tmp_path) == []


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

    sent = await Letters(session, smtp_url=f"smtp://127.0.0.1:{port}", is_development=False).send(a_party(), "s", "åäö")

    server.close()
    assert (sent.is_ok, sent.is_worth_another_try) == (is_ok, is_worth_another_try)
    assert len(smtp.letters) == is_ok


async def test_a_mail_server_that_is_away_is_tried_again(session: aiohttp.ClientSession) -> None:
    sent = await Letters(session, smtp_url="smtp://127.0.0.1:1", is_development=False).send(a_party(), "s", "t")

    assert sent.is_worth_another_try
