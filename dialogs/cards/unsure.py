"""The card that asks whether a fault is to be reported, when the sentence leaves it in doubt."""

from collections.abc import Mapping

from catalog.models import BoundaryRow
from dialogs.cards.elements import WARNING, Frame, Shown, Writer


def unsure_card(row: BoundaryRow, asked: Mapping[str, str], frame: Frame, *, place: str) -> Shown:
    """Return the question with its button, which carries what was said; nothing is reported before it is pressed."""
    write = Writer(frame)
    name = row.object.of(frame.language)
    write.heading(name, over=write.words("unsure-over"))
    write.status(WARNING, write.words("unsure-ask"))
    write.row(write.words("label-place"), place)
    write.row(write.words("label-note"), asked["note"])
    write.hint(write.words("unsure-hint"))
    write.button(
        "issue.report",
        style="positive",
        unit=asked["unit"],
        note=asked["note"],
        place=asked["place"],
        asked=asked["asked"],
    )
    return write.finish(write.words("unsure-heading", name=name))
