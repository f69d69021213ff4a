"""Subjects: how cards, buttons and events name the thing they are about, such as ``request:B-2022-0001``."""

from dialogs.turn import Press
from domain.errors import BadInput


def id_in(press: Press, kind: str) -> str:
    """Return the id of the subject that *press* is about.

    Raises:
        BadInput: the button names no subject, or one of another kind.
    """
    named, _, identity = (press.text("subject") or "").partition(":")
    if named != kind or not identity:
        raise BadInput(field="subject", lowest="", highest="")
    return identity
