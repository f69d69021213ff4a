"""The card of a month's agreed hours: for each category what is agreed, done, booked and left."""

from dataclasses import dataclass

from actions.economy import AgreedMonth
from catalog.models import Unit
from dialogs.cards.elements import STOP, WARNING, Frame, Shown, Writer
from domain.economy import MonthHours
from domain.months import month_after, month_before
from texts.format import hours, money, month, number, opening


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreedFacts:
    """A unit's month. `has_money` tells whether the reader sees what is charged, `is_elsewhere` that it is named."""

    unit: Unit
    agreed: AgreedMonth
    has_money: bool = False
    is_elsewhere: bool = False


def agreed_card(facts: AgreedFacts, frame: Frame) -> Shown:
    """Return how the agreed hours of the month stand, and the way to the months beside it."""
    write = Writer(frame)
    name = month(f"{facts.agreed.month:%Y-%m}", frame.language)
    heading = write.words("agreed-heading", month=name)
    write.heading(heading, over=facts.unit.name.of(frame.language))
    if not facts.agreed.hours:
        write.status(STOP, write.words("agreed-none"))
    for each in facts.agreed.hours:
        _line(write, each)
    if facts.has_money and facts.agreed.hours:
        charged = money(facts.agreed.spending.charged, frame.language)
        write.row(write.words("label-charged"), charged, more=write.words("agreed-charged"))
    _turning(write, facts)
    return write.finish(f"{heading}: {_summary(write, facts)}" if facts.agreed.hours else heading)


def _line(write: Writer, each: MonthHours) -> None:
    language = write.language
    left = write.words("agreed-left", left=number(each.left, language), agreed=hours(each.agreed, language))
    more = write.words("agreed-drawn", used=hours(each.used, language), booked=hours(each.booked, language))
    write.row(_category(write, each), left, more=more)
    if each.beyond:
        write.status(WARNING, write.words("agreed-beyond", hours=hours(each.beyond, language)))


def _category(write: Writer, each: MonthHours) -> str:
    return write.words(f"category-{each.category.replace('_', '-')}")


def _summary(write: Writer, facts: AgreedFacts) -> str:
    parts = [f"{_category(write, each)} {number(each.left, write.language)}" for each in facts.agreed.hours]
    return ", ".join(parts)


def _turning(write: Writer, facts: AgreedFacts) -> None:
    """Put the ways to the month before and after, which are also what one can write."""
    for each in (month_before(facts.agreed.month), month_after(facts.agreed.month)):
        name = month(f"{each:%Y-%m}", write.language)
        key = "way-agreed-show-of" if facts.is_elsewhere else "way-agreed-show"
        way = write.words(key, month=name, unit=facts.unit.code)
        write.button("agreed.show", label=opening(name), way=way, month=f"{each:%Y-%m}")
