"""What a conversation gets and gives: values that know nothing of Teams or its SDK."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from catalog.models import Catalogue
from dialogs.understanding import Understood, Unsettled, When
from dialogs.understanding.folding import fold
from dialogs.understanding.when.unreal import find_unreal
from domain.errors import DeskError, NoSuchDay
from domain.notices import Message, Value
from domain.people import Person

SUBJECT_SEPARATOR = ":"


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """A pressed button: its verb, the data it carried, and what the person had filled in (inputs win)."""

    verb: str
    data: Mapping[str, Value]
    activity: str | None = None

    def text(self, name: str) -> str | None:
        """Return the value of *name* as stripped text, or None when it is missing or empty."""
        value = self.data.get(name)
        return (str(value).strip() or None) if value is not None and not isinstance(value, bool) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One thing a person said or pressed. *text* is masked for identity numbers; exactly one of it and *press* counts.

    `edited` is the id of an earlier message whose text is now *text*, or which `is_deleted`.

    `state` is what this conversation remembers, as JSON values; `focus` in it is the subject last shown. `understand`
    reads another sentence as this person's words, for one that had to wait for a question. `files` are the ids of the
    photos and files that came with it, of a deleted message those that it can have had.
    """

    person: Person
    conversation: str
    is_personal: bool
    activity: str
    at: datetime
    catalogue: Catalogue
    text: str = ""
    understood: Understood | None = None
    understand: Callable[[str], Understood] | None = None
    press: Press | None = None
    has_files: bool = False
    files: tuple[str, ...] = ()
    was_masked: bool = False
    edited: str | None = None
    is_deleted: bool = False
    state: Mapping[str, object] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """Return the person's language code."""
        return self.person.language

    @property
    def number(self) -> str | None:
        """Return the number of the order, issue or assignment that the sentence names, or None."""
        return self.understood.number if self.understood else None

    @property
    def when(self) -> When | None:
        """Return the time that the sentence names, or None.

        Raises:
            NoSuchDay: it names a day or a time that there is not; what is said of it is meant for no other.
        """
        if self.understood is None or self.understood.unsettled is not Unsettled.UNREAL:
            return self.understood.when if self.understood else None
        found = find_unreal(fold(self.text), self.at.date())
        raise NoSuchDay(said=self.text[slice(*found)] if found else self.text)

    @property
    def focus(self) -> str | None:
        """Return the subject that this conversation is about, or None."""
        focus = self.state.get("focus")
        return focus if isinstance(focus, str) else None


def say(text: str, **values: Value) -> Message:
    """Return a sentence: *text* names it in `texts/`."""
    return Message(text=text, values=values)


def show(view: str, subject: str | None = None, **values: Value) -> Message:
    """Return a card: *view* names it, *subject* is what it shows."""
    return Message(view=view, subject=subject, values=values)


def refused(error: DeskError) -> Message:
    """Return the sentence that says why something can't be done."""
    values = error.values.items()
    plain = {name: each if isinstance(each, str | int | bool | None) else str(each) for name, each in values}
    return say(f"error-{error.code}", **plain)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What the person gets back.

    `messages` are new messages in the chat. `card` is what the pressed card becomes; None leaves it showing its own
    subject as it is now. `toast` is a short sentence for the one who pressed. `state` replaces what the conversation
    remembers; None keeps it. `language` is the one that the turn chose, and is answered in.
    """

    messages: tuple[Message, ...] = ()
    card: Message | None = None
    toast: Message | None = None
    state: Mapping[str, object] | None = None
    language: str | None = None
