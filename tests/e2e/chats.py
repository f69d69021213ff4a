"""What a person sees in their chat, as the emulator gives it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

JsonObject: TypeAlias = dict[str, object]

CARD = "application/vnd.microsoft.card.adaptive"
_WORDED = ("text", "title", "label", "value", "placeholder")


def parts(value: object) -> Iterator[JsonObject]:
    """Yield every JSON object in *value* except what stands in data and fallbacks, depth first."""
    if isinstance(value, list):
        for item in value:
            yield from parts(item)
    elif isinstance(value, dict):
        yield value
        for name, inner in value.items():
            if name not in {"data", "fallback"}:
                yield from parts(inner)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One message as its reader sees it now: its text, and its card when it has one."""

    id: str
    author: str
    text: str
    card: JsonObject | None
    is_updated: bool = False

    @cached_property
    def words(self) -> str:
        """Return all that can be read in it, one element a line."""
        found = [part[name] for part in parts(self.card) for name in _WORDED if isinstance(part.get(name), str)]
        return "\n".join(str(each) for each in [self.text, *found] if each)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Return the verbs of its buttons."""
        return frozenset(str(part["verb"]) for part in parts(self.card) if part.get("type") == "Action.Execute")

    def says(self, *words: str) -> bool:
        """Tell whether each of *words* stands in it."""
        return all(each in self.words for each in words)

    def choices(self, name: str) -> list[str]:
        """Return the values that the input *name* offers."""
        inputs = [part for part in parts(self.card) if part.get("id") == name]
        offered = inputs[0].get("choices") if inputs else None
        return [str(each["value"]) for each in offered] if isinstance(offered, list) else []

    def prefilled(self, name: str) -> str | None:
        """Return what the input *name* holds before anybody touches it; None when there is no such input."""
        found = [part for part in parts(self.card) if part.get("id") == name and "value" in part]
        return str(found[0]["value"]) if found else None


@dataclass(frozen=True, kw_only=True)
class Chat:
    """The chat of one person, oldest message first."""

    code: str
    messages: Sequence[Said]

    @property
    def of_bot(self) -> Sequence[Said]:
        """Return what the bot has written."""
        return [each for each in self.messages if each.author == "bot"]

    def find(self, *words: str) -> Said | None:
        """Return the newest message of the bot in which each of *words* stands."""
        return next((each for each in reversed(self.of_bot) if each.says(*words)), None)

    def with_verb(self, verb: str, *words: str) -> Said | None:
        """Return the newest card that has a button *verb*, and in which *words* stand."""
        return next((each for each in reversed(self.of_bot) if verb in each.verbs and each.says(*words)), None)

    def told(self) -> str:
        """Return the chat as text, for the message of a failed test."""
        lines = [f"  {each.author}: {' | '.join(each.words.split(chr(10)))}"[:1200] for each in self.messages]
        return "\n".join([f"{self.code}:", *(lines or ["  (empty)"])])


def read_chat(code: str, body: Mapping[str, object]) -> Chat:
    """Return the chat in the answer of `GET /api/chats/{code}`."""
    activities = body["activities"]
    assert isinstance(activities, list)
    return Chat(code=code, messages=[read_said(each) for each in activities if not each["deleted"]])


def read_said(activity: JsonObject) -> Said:
    """Return one activity of a chat as its reader sees it."""
    attachments = activity["attachments"]
    assert isinstance(attachments, list)
    cards = [each["content"] for each in attachments if each.get("contentType") == CARD]
    return Said(
        id=str(activity["id"]),
        author=str(activity["from"]),
        text=str(activity["text"] or ""),
        card=cards[0] if cards else None,
        is_updated=activity["updated"] is True,
    )
