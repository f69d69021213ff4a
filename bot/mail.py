"""Letters to parties outside Teams: by mail, by a signed call to their address, or as files in development."""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bot.connector import CUT, Sent
from bot.settings import is_loopback
from bot.webhook import Webhook
from catalog.models import Party
from dialogs.letters import Letter

MAIL_FOLDER = Path("var/mail")
SMTP_SECONDS = 4
DEFAULT_SENDER = "vaktis@localhost"
_ACCEPTED = 202
_REFUSED = 400
_UNAVAILABLE = 503


class PlainPassword(smtplib.SMTPException):
    """The mail server wants a password and offers no encryption to send it through."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """Where mail goes out: the server's address, None for none, and who it says it is from."""

    url: str | None = None
    sender: str = DEFAULT_SENDER


class Letters:
    """Sends letters. Without a mail server they become files in development, and can't be sent in production."""

    def __init__(self, webhook: Webhook, *, post: Post, is_development: bool, folder: Path = MAIL_FOLDER) -> None:
        self._webhook = webhook
        self._post = post
        self._is_development = is_development
        self._folder = folder

    async def send(self, party: Party, letter: Letter) -> Sent:
        """Send *letter* to *party* by its channel."""
        if self._webhook.reaches(party):
            return await self._webhook.send(party, letter)
        message = self._letter(party, letter)
        if self._post.url is not None and party.channel == "email" and "@" in party.address:
            return await asyncio.to_thread(_send_mail, self._post.url, message)
        if self._is_development:
            return await asyncio.to_thread(_write, self._folder, message)
        return Sent(status=_REFUSED, code="NoMailServer" if party.channel == "email" else "NoAddress")

    def _letter(self, party: Party, letter: Letter) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._post.sender
        message["To"] = party.address
        message["Subject"] = " ".join((letter.subject or letter.body.partition("\n")[0]).split())[:150]
        message["Date"] = formatdate(localtime=False)
        # The same each time the same letter is tried, so that a mailbox that got it twice can show it once.
        host = self._post.sender.rpartition("@")[2].strip("<> ") or "localhost"
        message["Message-ID"] = f"<{sha256(letter.key.encode()).hexdigest()[:32]}@{host}>"
        message["Auto-Submitted"] = "auto-generated"
        message["Content-Language"] = "sv"
        message.set_content(letter.body)
        return message


def _send_mail(url: str, message: EmailMessage) -> Sent:
    parts = urlsplit(url)
    host, is_tls = parts.hostname or "localhost", parts.scheme == "smtps"
    try:
        with _connect(host, parts.port, is_tls=is_tls) as server:
            if parts.username:
                _demand_secrecy(server, host)
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
    except PlainPassword:
        return Sent(status=_REFUSED, code="SmtpNotEncrypted")
    except smtplib.SMTPResponseException as refused:
        return _refused(refused.smtp_code)
    except smtplib.SMTPRecipientsRefused as refused:
        return _refused(max(code for code, _ in refused.recipients.values()))
    except (OSError, smtplib.SMTPException) as error:
        return Sent(status=CUT, code=type(error).__name__)
    return Sent(status=_ACCEPTED)


def _demand_secrecy(server: smtplib.SMTP, host: str) -> None:
    if not isinstance(server.sock, ssl.SSLSocket) and not is_loopback(host):
        raise PlainPassword


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
        server.ehlo()
    return server


def _write(folder: Path, message: EmailMessage) -> Sent:
    folder.mkdir(parents=True, exist_ok=True)
    raw = bytes(message)
    name = sha256(raw).hexdigest()[:16]
    (folder / f"{name}.eml").write_bytes(raw)
    return Sent(status=_ACCEPTED, id=name)
