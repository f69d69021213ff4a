"""The card of one indicator: its outcome, where it comes from and goes, each unit's, and the way to enter it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from actions.indicators import Reading
from dialogs.cards.commitment import cause_section
from dialogs.cards.elements import Choices, Frame, Shown, Writer
from dialogs.cards.indicators import change_words, measured, month_name, outcome_words
from domain.indicators import Forecast, Observation, forecast, picture
from domain.months import month_after, month_before
from texts.format import day, local_day

MOST_SCOPES = 12
LONGEST_COMMENT = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class OneIndicatorFacts:
    """An indicator in a month and scope. `others` are the outcomes of other scopes that the reader sees, by name.

    `story` are the outcomes that were replaced and the one that counts, oldest first, with the names of who entered
    them; `may_enter` tells whether the reader can enter another, `may_log` whether they can write in the cause log.
    """

    reading: Reading
    month: date
    months: Sequence[date]
    scope: str
    scopes: Choices
    others: Sequence[tuple[str, Observation]] = ()
    story: Sequence[Observation] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    may_enter: bool = False
    may_log: bool = False


def indicator_card(facts: OneIndicatorFacts, frame: Frame) -> Shown:
    """Return the indicator with its outcomes, and where the reader may, a field for another."""
    write = Writer(frame)
    reading, indicator = facts.reading, facts.reading.indicator
    heading = f"{indicator.code} {indicator.name.of(frame.language)}"
    over = f"{dict(facts.scopes)[facts.scope]}, {month_name(facts.month, frame.language)}"
    write.heading(heading, over=over)
    value, tone, status = outcome_words(write, reading)
    write.status(tone, f"{value}. {status}")
    write.line(picture([reading.values.get(each) for each in facts.months]), is_silent=True)
    for each in change_words(write, reading, facts.month):
        write.line(each)
    _where_to(write, facts)
    _months(write, facts)
    _others(write, facts)
    _story(write, facts)
    if facts.may_enter:
        _entering(write, facts)
    if facts.may_log:
        cause_section(write)
    _turning(write, facts)
    return write.finish(f"{heading}, {over}: {value}")


def _where_to(write: Writer, facts: OneIndicatorFacts) -> None:
    """Put where it began, where it is going, and what it measures."""
    indicator = facts.reading.indicator
    if indicator.baseline is not None and indicator.baseline_date is not None:
        since = day(indicator.baseline_date, write.language, write.frame.today)
        value = measured(indicator, indicator.baseline, write)
        write.line(write.words("indicator-baseline", value=value, day=since))
    if indicator.target is not None and indicator.target_date is not None:
        by = day(indicator.target_date, write.language, write.frame.today)
        write.line(write.words("indicator-target-by", target=measured(indicator, indicator.target, write), day=by))
    coming = forecast_of(facts.reading, facts.month)
    if coming is not None:
        name = month_name(coming.month, write.language)
        write.line(write.words("indicator-forecast", value=measured(indicator, coming.value, write), month=name))
    write.hint(write.words(f"indicator-kind-{indicator.kind}"))
    write.hint(write.words(f"indicator-source-{indicator.source.replace('_', '-')}"))


def forecast_of(reading: Reading, this: date) -> Forecast | None:
    """Return what is to come, if there are enough outcomes; none of what has no way that is better."""
    known = {month: value for month, value in reading.values.items() if value is not None}
    indicator = reading.indicator
    if indicator.target is None:
        return None
    return forecast(known, unit=indicator.unit, last=this, target_date=indicator.target_date)


def _months(write: Writer, facts: OneIndicatorFacts) -> None:
    found = [(each, facts.reading.values[each]) for each in facts.months if each in facts.reading.values]
    if len(found) > 1:
        write.title(write.words("indicator-months"))
        write.points([f"{month_name(each, write.language)}: {_said(write, facts, value)}" for each, value in found])


def _said(write: Writer, facts: OneIndicatorFacts, value: Decimal | None) -> str:
    return write.words("indicator-too-few") if value is None else measured(facts.reading.indicator, value, write)


def _others(write: Writer, facts: OneIndicatorFacts) -> None:
    if not facts.others:
        return
    write.title(write.words("indicator-others"))
    write.points([f"{name}: {_said(write, facts, each.value)}" for name, each in facts.others[:MOST_SCOPES]])


def _story(write: Writer, facts: OneIndicatorFacts) -> None:
    """Put who entered what, and why, where somebody did; of all but the last it is said that it was corrected."""
    entered = [each for each in facts.story if each.person is not None]
    if not entered:
        return
    write.title(write.words("indicator-story"))
    for nth, each in enumerate(facts.story, start=1):
        on = day(local_day(each.at), write.language, write.frame.today)
        name = facts.names.get(each.person or "") or write.words("audit-desk")
        said = f"{on}, {name}: {_said(write, facts, each.value)}"
        said += "" if nth == len(facts.story) else f" ({write.words('indicator-replaced')})"
        write.points([f"{said}. {each.comment[0].upper()}{each.comment[1:]}" if each.comment else said])


def _entering(write: Writer, facts: OneIndicatorFacts) -> None:
    write.toggle(write.words("indicator-correct" if facts.reading.now else "indicator-enter"), "enter")
    names = {"scope": dict(facts.scopes)[facts.scope], "month": month_name(facts.month, write.language)}
    with write.section("enter", is_hidden=True, style="emphasis"):
        write.text_input("value", write.words("indicator-value"), longest=20)
        write.text_input("comment", write.words("indicator-comment"), longest=LONGEST_COMMENT, lines=True)
        way = write.words("way-indicator-enter", code=facts.reading.indicator.code, **names)
        data = {"month": f"{facts.month:%Y-%m}", "scope": facts.scope}
        write.button_here("indicator.enter", style="positive", way=way, **data)


def _turning(write: Writer, facts: OneIndicatorFacts) -> None:
    code, scope = facts.reading.indicator.code, dict(facts.scopes)[facts.scope]
    for each in (month_before(facts.month), month_after(facts.month)):
        if each <= write.frame.today:
            name = month_name(each, write.language)
            way = write.words("way-indicator-one", code=code, scope=scope, month=name)
            data = {"indicator": code, "month": f"{each:%Y-%m}", "unit": facts.scope}
            write.button("indicator.show", label=name, way=way, **data)
