"""What the edge hands to a turn, and what a turn hands back to a pressed button."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.wire import Address
from dialogs.turn import Press
from domain.notices import Value
from domain.privacy import mask_identity_numbers


@dataclass(frozen=True, kw_only=True, slots=True)
class SentAlong:
    """A photo or file that came with a message: its name there, and where it can be fetched."""

    name: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Received:
    """One activity of a person: something they wrote, or a button they pressed.

    `replies_to` is the message that holds the button; `edited` is the earlier message that this one changes or deletes.
    `aad_object_id` is believed: the edge has checked who vouches.
    """

    conversation: str
    activity: str
    address: Address
    aad_object_id: str | None
    locale: str = ""
    is_personal: bool = True
    is_invoke: bool = False
    text: str = ""
    press: Press | None = None
    has_files: bool = False
    files: tuple[SentAlong, ...] = ()
    was_masked: bool = False
    replies_to: str | None = None
    edited: str | None = None
    is_deleted: bool = False

    @property
    def kind(self) -> str:
        """Return what it is, for the log."""
        if self.edited is not None:
            return "deleted" if self.is_deleted else "edited"
        return self.press.verb if self.press else "text"

    def masked(self) -> "Received":
        """Return it without identity numbers, in the text or in what was filled in."""
        text = mask_identity_numbers(self.text)
        press, was_masked = (None, False) if self.press is None else _masked_press(self.press)
        if not (text.has_found or was_masked):
            return self
        return replace(self, text=text.text, press=press, was_masked=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a pressed button gets back: the card as it is now, a short text, or an error's text."""

    card: Mapping[str, object] | None = None
    text: str | None = None
    error: str | None = None


_OWN = frozenset({"subject", "version", "token"})


def _masked_press(press: Press) -> tuple[Press, bool]:
    found = False
    data: dict[str, Value] = {}
    for name, value in press.data.items():
        data[name] = value
        if isinstance(value, str) and name not in _OWN:
            masked = mask_identity_numbers(value)
            data[name], found = masked.text, found or masked.has_found
    return replace(press, data=data), found
