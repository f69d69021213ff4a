"""Letters to parties outside Teams: by mail, to a web address, or as files where there is no mail server."""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiohttp

from bot.connector import CUT, TIMEOUT, Sent
from catalog.models import Party

MAIL_FOLDER = Path("var/mail")
SMTP_SECONDS = 4
_ACCEPTED = 202
_REFUSED = 400
_UNAVAILABLE = 503


class Letters:
    """Sends letters. Without *smtp_url* mail becomes files in development, and can't be sent in production."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        smtp_url: str | None,
        is_development: bool,
        sender: str = "vaktis@localhost",
        folder: Path = MAIL_FOLDER,
    ) -> None:
        self._session = session
        self._smtp_url = smtp_url
        self._is_development = is_development
        self._sender = sender
        self._folder = folder

    async def send(self, party: Party, subject: str, text: str) -> Sent:
        """Send *text* to *party* by its channel."""
        if party.channel == "webhook" and party.address.startswith("https://"):
            return await self._post(party.address, subject, text)
        message = self._letter(party, subject, text)
        if self._smtp_url is not None and "@" in party.address:
            return await asyncio.to_thread(_send_mail, self._smtp_url, message)
        if self._is_development:
            return await asyncio.to_thread(_write, self._folder, message)
        return Sent(status=_REFUSED, code="NoMailServer")

    def _letter(self, party: Party, subject: str, text: str) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._sender
        message["To"] = party.address
        message["Subject"] = " ".join((subject or text.partition("\n")[0]).split())[:150]
        message["Date"] = formatdate(localtime=False)
        message.set_content(text)
        return message

    async def _post(self, url: str, subject: str, text: str) -> Sent:
        body = {"subject": subject, "text": text}
        try:
            async with self._session.post(url, json=body, timeout=TIMEOUT, allow_redirects=False) as response:
                return Sent(status=response.status)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return Sent(status=CUT, code=type(error).__name__)


def _send_mail(url: str, message: EmailMessage) -> Sent:
    parts = urlsplit(url)
    host, is_tls = parts.hostname or "localhost", parts.scheme == "smtps"
    try:
        with _connect(host, parts.port, is_tls=is_tls) as server:
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
    except smtplib.SMTPResponseException as refused:
        return _refused(refused.smtp_code)
    except smtplib.SMTPRecipientsRefused as refused:
        return _refused(max(code for code, _ in refused.recipients.values()))
    except (OSError, smtplib.SMTPException) as error:
        return Sent(status=CUT, code=type(error).__name__)
    return Sent(status=_ACCEPTED)


def _refused(code: int) -> Sent:
    # Mail servers say 5xx for good and 4xx for now; HTTP, whose words `Sent` uses, means it the other way round.
    is_final = code >= 500  # noqa: PLR2004  # what SMTP calls permanent
    return Sent(status=_REFUSED if is_final else _UNAVAILABLE, code=f"SMTP {code}")


def _connect(host: str, port: int | None, *, is_tls: bool) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if is_tls:
        return smtplib.SMTP_SSL(host, port or 465, timeout=SMTP_SECONDS, context=context)
    server = smtplib.SMTP(host, port or 25, timeout=SMTP_SECONDS)
    server.ehlo()
    if server.has_extn("starttls"):
        server.starttls(context=context)
    return server


def _write(folder: Path, message: EmailMessage) -> Sent:
    folder.mkdir(parents=True, exist_ok=True)
    raw = bytes(message)
    name = sha256(raw).hexdigest()[:16]
    (folder / f"{name}.eml").write_bytes(raw)
    return Sent(status=_ACCEPTED, id=name)
