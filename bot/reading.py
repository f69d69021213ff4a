"""Reads what Teams writes in an activity: the words without the markup around them, and pressed buttons."""

import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

from typing_extensions import override

from bot.pictures import pictures_in
from bot.received import Received, SentAlong
from bot.wire import CARD, Address, as_object
from dialogs.turn import Press
from domain.notices import Value

_AT = re.compile(r"<at(?:\s[^>]*)?>(.*?)</at>", re.DOTALL | re.IGNORECASE)
_QUOTE = "schema.skype.com/Reply"
_MENTION = "schema.skype.com/Mention"
_NO_FILES = frozenset({"text/html", "text/plain", CARD})
_MESSAGE_ID = ";messageid="
FILE_INFO = "application/vnd.microsoft.teams.file.download.info"
LOOSE = "file"
SIGNED = frozenset({"subject", "version"})
NESTED = "?"
LONGEST_TEXT = 4000
LONGEST_ADDRESS = 4000
LONGEST_NAME = 200
MOST_FILES = 10


def read_received(activity: object, *, press: Press | None = None) -> Received:
    """Return what a turn needs of a botbuilder Activity that has a conversation and an id."""
    conversation = _of(activity, "conversation")
    sender = _of(activity, "from_property")
    kind = _text(conversation, "conversation_type") or "personal"
    files = () if press else (*_sent_along(activity), *_pictures(activity))[:MOST_FILES]
    return Received(
        conversation=_text(conversation, "id"),
        activity=_text(activity, "id"),
        address=read_address(activity),
        aad_object_id=_text(sender, "aad_object_id") or None,
        locale=_text(activity, "locale"),
        is_personal=kind == "personal" and not _of(conversation, "is_group"),
        is_invoke=_text(activity, "type") == "invoke",
        text="" if press else read_words(activity)[:LONGEST_TEXT],
        press=press,
        has_files=bool(files) or any(_is_file(each) for each in _list(activity, "attachments")),
        files=files,
        replies_to=_text(activity, "reply_to_id") or _thread_root(activity),
    )


def read_edited(activity: object, *, is_deleted: bool) -> Received:
    """Return what a turn needs of the news that a message was edited or deleted.

    It has the id of that message; each edit gets one of its own, by which a second delivery is known.
    """
    received = read_received(activity)
    moment = _of(activity, "timestamp") or _of(activity, "local_timestamp")
    told = moment.isoformat() if isinstance(moment, datetime) else hashlib.sha256(received.text.encode()).hexdigest()
    own = f"{received.activity}:{'deleted' if is_deleted else 'edited'}:{told}"
    text = "" if is_deleted else received.text
    return replace(received, activity=own, text=text, edited=received.activity, is_deleted=is_deleted)


def read_address(activity: object) -> Address:
    """Return where the activity's chat is."""
    data = as_object(_of(activity, "channel_data"))
    tenant = as_object(data.get("tenant")).get("id")
    return Address(
        service_url=_text(activity, "service_url"),
        conversation=_text(_of(activity, "conversation"), "id"),
        bot=_text(_of(activity, "recipient"), "id"),
        tenant=tenant if isinstance(tenant, str) else None,
        user=_text(_of(activity, "from_property"), "id") or None,
        channel=_text(activity, "channel_id") or "msteams",
    )


def read_words(activity: object) -> str:
    """Return what the person wrote: no mention of the bot, no markup, and not what they quote."""
    bot = _text(_of(activity, "recipient"), "name")
    quoted = next((page for page in _pages(activity) if _QUOTE in page), None)
    if quoted is not None:
        reader = _OwnWords(bot)
        with suppress(AssertionError):  # So the parser takes a marked section that it does not know, such as "<![x".
            reader.feed(quoted)
            reader.close()
        return _tidy(reader.words())
    mine = {bot.casefold(), *_mentions_of_bot(activity)}

    def unwrap(found: re.Match[str]) -> str:
        name = html.unescape(found[1])
        return " " if not bot or name.strip().casefold() in mine else name

    return _tidy(html.unescape(_AT.sub(unwrap, _text(activity, "text"))))


def read_press(value: object) -> Press | None:
    """Return the press in what an Action.Submit sends; None when it names no verb."""
    data = as_object(value)
    verb = data.get("verb")
    return Press(verb=verb, data=read_data(data)) if isinstance(verb, str) and verb else None


def read_execute(value: object, *, activity: str | None) -> Press | None:
    """Return the press in the value of an ``adaptiveCard/action`` invoke; None when it names no verb."""
    action = as_object(as_object(value).get("action"))
    data = as_object(action.get("data"))
    verb = action.get("verb") or data.get("verb")
    if not isinstance(verb, str) or not verb:
        return None
    return Press(verb=verb, data=read_data(data), activity=activity)


def read_data(data: Mapping[str, object]) -> Mapping[str, Value]:
    """Return the flat values of a button and its inputs; what is nested is the platform's own."""
    read: dict[str, Value] = {}
    for name, value in data.items():
        if isinstance(value, float):
            read[name] = f"{value:g}"
        elif isinstance(value, str):
            read[name] = value[:LONGEST_TEXT]
        elif isinstance(value, int | None):
            read[name] = value
        elif name in SIGNED:
            # No button of ours has anything nested there; left out, it would pass for one without a subject.
            read[name] = NESTED
    return read


class _OwnWords(HTMLParser):
    """Collects the text of a message, less what it quotes and less the mention of the bot."""

    def __init__(self, bot: str) -> None:
        super().__init__(convert_charrefs=True)
        self._bot = bot.casefold()
        self._parts: list[str] = []
        self._quotes = 0
        self._is_mention = False

    def words(self) -> str:
        """Return what was collected."""
        return "".join(self._parts)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._quotes += 1
        elif tag in {"br", "p", "div", "li"}:
            self._parts.append("\n")
        elif tag == "span":
            self._is_mention = any(_MENTION in (value or "") for _, value in attrs)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "span":
            self._is_mention = False

    @override
    def handle_data(self, data: str) -> None:
        if self._quotes or (self._is_mention and data.strip().casefold() == self._bot):
            return
        self._parts.append(data)


def _mentions_of_bot(activity: object) -> Iterator[str]:
    bot = _text(_of(activity, "recipient"), "id")
    for entity in _list(activity, "entities"):
        more = as_object(getattr(entity, "additional_properties", None))
        mentioned = as_object(more.get("mentioned"))
        name = mentioned.get("name")
        if bot and mentioned.get("id") == bot and isinstance(name, str):
            yield name.casefold()


def _pages(activity: object) -> Iterator[str]:
    for attachment in _list(activity, "attachments"):
        content = _of(attachment, "content")
        if _text(attachment, "content_type") == "text/html" and isinstance(content, str):
            yield content


def _is_file(attachment: object) -> bool:
    kind = _text(attachment, "content_type").casefold()
    return bool(kind) and kind not in _NO_FILES


def _sent_along(activity: object) -> Iterator[SentAlong]:
    """Yield the photos and files of a message that say where they can be fetched.

    Teams writes a file as its own kind of attachment, with the address inside; a picture in the text has it outside.
    """
    for attachment in _list(activity, "attachments"):
        kind = _text(attachment, "content_type").casefold()
        inner = as_object(_of(attachment, "content"))
        inside = inner.get("downloadUrl") if kind == FILE_INFO else None
        source = inside if isinstance(inside, str) else _text(attachment, "content_url")
        if _is_file(attachment) and source and len(source) <= LONGEST_ADDRESS:
            suffix = kind.removeprefix("image/") if kind.startswith("image/") else ""
            name = _text(attachment, "name") or (f"{LOOSE}.{suffix}" if suffix.isalnum() else LOOSE)
            yield SentAlong(name=name[:LONGEST_NAME], source=source)


def _pictures(activity: object) -> Iterator[SentAlong]:
    """Yield the pictures that stand in the text alone; where they are attached as well, the text has them again."""
    kinds = [_text(each, "content_type").casefold() for each in _list(activity, "attachments")]
    if any(kind.startswith("image/") for kind in kinds):
        return
    for page in _pages(activity):
        yield from (SentAlong(name=LOOSE, source=each) for each in pictures_in(page) if len(each) <= LONGEST_ADDRESS)


def _thread_root(activity: object) -> str | None:
    """Return the message that a press in a channel replies to, where only the conversation's id tells it."""
    if _of(activity, "value") is None:
        return None
    return _text(_of(activity, "conversation"), "id").partition(_MESSAGE_ID)[2] or None


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.replace("\xa0", " ").splitlines())
    return "\n".join(line for line in lines if line)


def _of(thing: object, name: str) -> object:
    return getattr(thing, name, None)


def _text(thing: object, name: str) -> str:
    value = getattr(thing, name, None)
    return value if isinstance(value, str) else ""


def _list(thing: object, name: str) -> list[object]:
    value = getattr(thing, name, None)
    return value if isinstance(value, list) else []
