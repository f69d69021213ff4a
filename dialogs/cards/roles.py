"""Help and welcome, as they fit who reads: what the desk can do, and sentences to try."""

from collections.abc import Collection

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


def group_of(roles: Collection[Role]) -> str:
    """Return the group of texts that fits *roles*, the one that does most first."""
    return next((name for name, theirs in GROUPS if theirs & set(roles)), "requester")


def help_card(roles: Collection[Role], frame: Frame) -> Shown:
    """Return what the reader can do here, with sentences to write."""
    write = Writer(frame)
    group = group_of(roles)
    write.heading(write.words("help-heading"))
    write.line(write.words(f"help-{group}"))
    write.title(write.words("help-try"))
    write.points(_examples(write, group))
    write.title(write.words("help-also"))
    write.points([write.words(f"help-{group}-{index}") for index in range(1, EXAMPLES + 1)])
    write.hint(write.words("help-urgent"))
    if group in {"principal", "requester", "coordinator"}:
        write.button("catalogue.show", label=write.words("catalogue-open"))
    return write.finish(write.words("help-heading"))


def welcome_card(name: str, roles: Collection[Role], frame: Frame) -> Shown:
    """Return the first card that a person gets: who this is, and three sentences to try."""
    write = Writer(frame)
    group = group_of(roles)
    first_name = name.split(maxsplit=1)[0] if name.split() else name
    write.heading(write.words("welcome-heading", name=first_name))
    write.line(write.words(f"welcome-{group}"))
    write.title(write.words("welcome-try"))
    write.points(_examples(write, group))
    write.hint(write.words("welcome-help"))
    return write.finish(write.words("welcome-heading", name=first_name))


def _examples(write: Writer, group: str) -> list[str]:
    return [write.words(f"example-{group}-{index}") for index in range(1, EXAMPLES + 1)]
