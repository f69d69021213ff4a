"""The card of a month's indicators: by area, each with value, target, change, and a small picture of where it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from actions.indicators import Reading
from catalog.models import Indicator
from dialogs.cards.elements import GOOD, OVER, STANDING, WARNING, Choices, Frame, Shown, Tone, Writer
from domain.indicators import Direction, is_better, is_reached, picture, trend
from domain.months import month_after, month_before
from texts.format import listed, money, month, number, opening

SHOWN_MONTHS = 6
"""How many months the small picture covers."""
AREAS = ("customer", "efficiency", "economy", "work_environment")


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorFacts:
    """The indicators of a month and scope; `months` are those of the picture, `scopes` all that the reader may see."""

    month: date
    months: Sequence[date]
    scope: str
    scopes: Choices
    readings: Sequence[Reading]


def indicators_card(facts: IndicatorFacts, frame: Frame) -> Shown:
    """Return the indicators by area, with the ways to other months and scopes."""
    write = Writer(frame)
    heading = write.words("indicators-heading", month=month_name(facts.month, frame.language))
    write.heading(heading, over=dict(facts.scopes)[facts.scope])
    for area in AREAS:
        found = [each for each in facts.readings if each.indicator.area == area]
        if found:
            write.title(write.words(f"indicator-area-{area.replace('_', '-')}"))
        for each in found:
            if each.now is not None:
                _entry(write, each, facts)
        missing = [_name(each.indicator, frame.language) for each in found if each.now is None]
        if missing:
            write.hint(write.words("indicators-missing", names=listed(missing, frame.language)))
    if not facts.readings:
        write.hint(write.words("indicators-none"))
    _turning(write, facts)
    known = sum(each.now is not None and each.now.value is not None for each in facts.readings)
    return write.finish(f"{heading}: {write.words('indicators-known', known=known, all=len(facts.readings))}")


def _entry(write: Writer, reading: Reading, facts: IndicatorFacts) -> None:
    indicator, language = reading.indicator, write.language
    name = _name(indicator, language)
    value, tone, status = outcome_words(write, reading)
    said = [status, *change_words(write, reading, facts.month)]
    bars = picture([reading.values.get(each) for each in facts.months])
    data = {"indicator": indicator.code, "month": f"{facts.month:%Y-%m}", "unit": facts.scope}
    with write.section(press=write.press("indicator.show", name, **data)):
        write.line(f"{name}  →", spacing="none", is_silent=True)
        write.line(f"{value}  {bars}".strip(), spacing="none", is_silent=True, weight="bolder")
        write.line(f"{tone.sign}  {' · '.join(said)}", spacing="none", is_silent=True, size="small", color=tone.color)
    write.speak(f"{name}: {value}. {'. '.join(said)}")


def _name(indicator: Indicator, language: str) -> str:
    return f"{indicator.code} {indicator.name.of(language)}"


def outcome_words(write: Writer, reading: Reading) -> tuple[str, Tone, str]:
    """Return the outcome, how it looks, and how it stands to the target."""
    indicator, now = reading.indicator, reading.now
    if now is None:
        return write.words("indicator-no-outcome"), STANDING, _target(write, indicator)
    if now.value is None:
        return write.words("indicator-too-few"), OVER, _target(write, indicator)
    reached = is_reached(now.value, indicator.target, indicator.better)
    tone = {True: GOOD, False: WARNING, None: STANDING}[reached]
    key = {True: "indicator-reached", False: "indicator-missed", None: "indicator-followed"}[reached]
    target = "" if indicator.target is None else measured(indicator, indicator.target, write)
    return measured(indicator, now.value, write), tone, write.words(key, target=target)


def _target(write: Writer, indicator: Indicator) -> str:
    if indicator.target is None:
        return write.words("indicator-followed", target="")
    return write.words("indicator-target", target=measured(indicator, indicator.target, write))


def change_words(write: Writer, reading: Reading, this: date) -> list[str]:
    """Return the change since the month before, and where the outcome goes, each where it is known."""
    before, now = reading.values.get(month_before(this)), reading.values.get(this)
    found = []
    if before is not None and now is not None:
        change = now - before
        found.append(_change(write, change, reading.indicator.better))
    direction = trend([reading.values[each] for each in sorted(reading.values)])
    if direction in {Direction.UP, Direction.DOWN}:
        is_good = is_better(Decimal(1 if direction is Direction.UP else -1), reading.indicator.better)
        found.append(write.words(f"indicator-trend-{direction}{_judged(is_good)}"))
    return found


def _change(write: Writer, change: Decimal, better: str) -> str:
    if not change:
        return write.words("indicator-unchanged")
    key = f"indicator-change-{'up' if change > 0 else 'down'}{_judged(is_better(change, better))}"
    return write.words(key, change=number(abs(change), write.language))


def _judged(is_good: bool | None) -> str:  # noqa: FBT001  # one of three
    return {True: "-good", False: "-bad", None: ""}[is_good]


def measured(indicator: Indicator, value: Decimal, write: Writer) -> str:
    """Return *value* as the indicator is measured: `92 %`, `7,8 av 10`, `14 arbetstimmar`."""
    if indicator.unit == "sek":
        return money(value, write.language)
    key = f"indicator-unit-{indicator.unit.replace('_', '-')}"
    return write.words(key, value=number(value, write.language))


def month_name(first: date, language: str) -> str:
    """Return a month as it is called."""
    return month(f"{first:%Y-%m}", language)


def _turning(write: Writer, facts: IndicatorFacts) -> None:
    """Put the ways to the month before, the one after where it has begun, and to other scopes."""
    if len(facts.scopes) > 1:
        write.choice_input("unit", write.words("indicator-scope"), facts.scopes, value=facts.scope)
    for each in (month_before(facts.month), facts.month, month_after(facts.month)):
        is_here = each == facts.month
        if each <= write.frame.today and (not is_here or len(facts.scopes) > 1):
            name = month_name(each, write.language)
            label = write.words("button-indicator-show") if is_here else opening(name)
            is_first = facts.scope == facts.scopes[0][0]
            key = "way-indicator-show" if is_first else "way-indicator-show-of"
            way = write.words(key, month=name, scope=dict(facts.scopes)[facts.scope])
            data = {"month": f"{each:%Y-%m}"} | ({} if len(facts.scopes) > 1 else {"unit": facts.scope})
            write.button("indicator.show", label=label, way=way, **data)
