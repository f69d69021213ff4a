"""Help and welcome, as they fit who reads: what the desk can do, and sentences to try."""

from collections.abc import Collection, Sequence

from dialogs.cards.elements import Frame, Shown, Writer
from domain.people import Role

R = Role
GROUPS: tuple[tuple[str, frozenset[Role]], ...] = (
    ("principal", frozenset({R.PRINCIPAL})),
    ("requester", frozenset({R.REQUESTER})),
    ("employee", frozenset({R.SERVICE_EMPLOYEE})),
    ("coordinator", frozenset({R.COORDINATOR})),
    ("leader", frozenset({R.PROJECT_LEADER})),
    ("owner", frozenset({R.PROJECT_OWNER, R.ECONOMIST})),
    ("administrator", frozenset({R.ADMINISTRATOR})),
)
EXAMPLES = 3
DEFINITE = ("en", "et", "an", "na", "\u00e9n")
"""How a Swedish name ends that has its article."""


def group_of(roles: Collection[Role]) -> str:
    """Return the group of texts that fits *roles*, the one that does most first."""
    return next((name for name, theirs in GROUPS if theirs & set(roles)), "requester")


def help_card(roles: Collection[Role], frame: Frame, *, places: Sequence[str] = ()) -> Shown:
    """Return what the reader can do here, with sentences to write."""
    write = Writer(frame)
    group = group_of(roles)
    write.heading(write.words("help-heading"))
    write.line(write.words(f"help-{group}"))
    write.title(write.words("help-try"))
    write.points(_examples(write, group, places))
    write.title(write.words("help-also"))
    write.points([write.words(f"help-{group}-{index}") for index in range(1, EXAMPLES + 1)])
    write.hint(write.words("help-urgent"))
    _browsing(write, group)
    return write.finish(write.words("help-heading"))


def welcome_card(name: str, roles: Collection[Role], frame: Frame, *, places: Sequence[str] = ()) -> Shown:
    """Return the first card that a person gets: who this is, and three sentences to try."""
    write = Writer(frame)
    group = group_of(roles)
    first_name = name.split(maxsplit=1)[0] if name.split() else name
    write.heading(write.words("welcome-heading", name=first_name))
    write.line(write.words(f"welcome-{group}"))
    write.title(write.words("welcome-try"))
    write.points(_examples(write, group, places))
    write.hint(write.words("welcome-help"))
    _browsing(write, group)
    return write.finish(write.words("welcome-heading", name=first_name))


def _browsing(write: Writer, group: str) -> None:
    """Put the way to the catalogue, for those who order."""
    if group in {"principal", "requester", "coordinator"}:
        write.button("catalogue.show", label=write.words("catalogue-open"))


def _examples(write: Writer, group: str, places: Sequence[str]) -> list[str]:
    """Return sentences to try, about places that the reader's unit really has where any are known."""
    named = [_named(write, each) for each in places if _stands_after_in(write, each)] or ["none"]
    values = {"place": named[0], "other": named[min(1, len(named) - 1)]}
    return [write.words(f"example-{group}-{index}", **values) for index in range(1, EXAMPLES + 1)]


def _stands_after_in(write: Writer, place: str) -> bool:
    """Tell whether the name reads well after "i": "i aulan", but neither "i reception" nor "i avdelning 1"."""
    return write.language != "sv" or place.endswith(DEFINITE)


def _named(write: Writer, place: str) -> str:
    """Return a place as it stands inside a sentence; one with a number in it is a name already."""
    lowered = place[:1].lower() + place[1:]
    return lowered if any(each.isdigit() for each in place) else write.words("example-place", place=lowered)
