"""What cards say of orders that recur, and the card of an order series."""

from dataclasses import dataclass
from datetime import date

from catalog.models import Service, Unit
from dialogs.cards.elements import GOOD, OVER, WARNING, Frame, Shown, Writer
from dialogs.cards.rule import series_in_words
from dialogs.draft_inputs import LONGEST_PLACE
from domain.days_off import name_of_day_off
from domain.series import DaysOff, OrderSeries
from texts.format import day, listed, short_day

MOST_DAYS = 3
MOST_HOLIDAYS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Recurring:
    """What a card says of a series: its rule, the days that come next, and where the agreement ends before it does.

    `holidays` are the days off that it falls on, with the days that they are moved to, or None where they are left out.
    `tells_holidays` where the message is about them.
    """

    series: OrderSeries
    days: tuple[date, ...] = ()
    holidays: tuple[tuple[date, date | None], ...] = ()
    tells_holidays: bool = False
    agreement_end: date | None = None
    may: frozenset[str] = frozenset()

    @property
    def outlasts(self) -> date | None:
        """Return the last day of the agreement, if the series would go on after it."""
        last = self.series.last_day
        return self.agreement_end if self.agreement_end and (last is None or last > self.agreement_end) else None


def recurring_rows(write: Writer, recurring: Recurring) -> None:
    """Put how often, the days that come next, and where it ends before its last day."""
    language, today = write.language, write.frame.today
    write.row(write.words("label-recurs"), series_in_words(recurring.series, language, today))
    if recurring.days:
        days = listed([day(each, language, today) for each in recurring.days], language)
        write.row(write.words("label-next"), days)
    else:
        write.status(WARNING, write.words("recurs-no-day"))
    holiday_rows(write, recurring)
    if recurring.outlasts is not None:
        write.hint(write.words("recurs-agreement", last=short_day(recurring.outlasts, language, today)))


def holiday_rows(write: Writer, recurring: Recurring) -> None:
    """Put which days off it falls on, by name, and what becomes of them."""
    if not recurring.holidays:
        return
    shown = recurring.holidays[:MOST_HOLIDAYS]
    more = len(recurring.holidays) - len(shown)
    label = "label-left-out" if shown[0][1] is None else "label-moved"
    days = [_holiday(write, day, to) for day, to in shown]
    write.row(
        write.words(label),
        listed(days, write.language),
        more=write.words("holidays-more", count=more) if more else "",
    )


def _holiday(write: Writer, off: date, to: date | None) -> str:
    name = name_of_day_off(off)
    shown = day(off, write.language, write.frame.today)
    named = write.words("holiday-named", day=shown, name=write.words(f"dayoff-{name}")) if name else shown
    if to is None:
        return named
    return write.words("holiday-moved", day=named, to=day(to, write.language, write.frame.today))


def days_off_input(write: Writer, value: str, *, name: str = "daysoff") -> None:
    """Put what becomes of days off; they are skipped until somebody chooses otherwise."""
    choices = [(each.value, write.words(f"daysoff-{each.value}")) for each in DaysOff]
    write.choice_input(name, write.words("label-daysoff"), choices, value=value)
    write.speak(write.words("label-daysoff") + ": " + write.words(f"daysoff-{value}"))


def belongs_rows(write: Writer, recurring: Recurring) -> None:
    """Put on an order's card that it belongs to a series, and when that recurs."""
    series = recurring.series
    more = "" if series.is_active else write.words("series-ended-status")
    words = series_in_words(series, write.language, write.frame.today)
    write.row(write.words("label-recurs"), words, more=". ".join(filter(None, (_belongs(write, series), more))))


def _belongs(write: Writer, series: OrderSeries) -> str:
    return write.words("series-belongs", id=series.id)


def series_section(write: Writer, recurring: Recurring, *, wanted: date | None = None) -> None:
    """Put on an order's card what can be done to the whole series; from *wanted* on a change holds."""
    if not recurring.may & {"series.change", "series.end"}:
        return
    write.toggle(write.words("series-open"), "series")
    with write.section("series", is_hidden=True, style="emphasis"):
        if "series.change" in recurring.may:
            _fields(write, recurring.series, wanted)
            _change_button(write, recurring.series)
        if "series.end" in recurring.may:
            write.button_here("series.end", way=write.words("way-series-end", id=recurring.series.id))


def _fields(write: Writer, series: OrderSeries, wanted: date | None) -> None:
    """Put the fields of the series, named apart from those of this one order: a press carries all of its card."""
    write.hint(write.words("series-change-hint"))
    with write.side_by_side():
        write.date_input("series-date", write.words("label-date"), wanted.isoformat() if wanted else "")
        clock = series.clock.strftime("%H:%M") if series.clock else ""
        write.time_input("series-time", write.words("label-time"), clock)
    if len(series.place or "") <= LONGEST_PLACE:
        write.text_input("series-place", write.words("label-place"), series.place or "", longest=LONGEST_PLACE)
    hours = f"{series.hours.normalize():f}" if series.hours is not None else ""
    write.number_input("series-hours", write.words("label-hours-input"), hours, least=0.25, most=24)
    days_off_input(write, series.days_off.value, name="series-daysoff")
    write.also(write.words("way-series-daysoff", id=series.id))


def _change_button(write: Writer, series: OrderSeries) -> None:
    write.button_here("series.change", way=write.words("way-series-change", id=series.id))


def _card_buttons(write: Writer, recurring: Recurring) -> None:
    series, next_day = recurring.series, next(iter(recurring.days), None)
    if "series.skip" in recurring.may and next_day is not None:
        write.button("series.skip", date=next_day.isoformat())
    if "series.change" in recurring.may and next_day is not None:
        write.toggle(write.words("series-change-open"), "series")
        with write.section("series", is_hidden=True, style="emphasis"):
            _fields(write, series, next_day)
            _change_button(write, series)
    if "series.end" in recurring.may:
        write.button("series.end", way=write.words("way-series-end", id=series.id))


def series_card(recurring: Recurring, service: Service, unit: Unit, frame: Frame) -> Shown:
    """Return the card of a series: its rule, what comes next, and what can be done to it."""
    write = Writer(frame)
    series = recurring.series
    name = service.name.of(frame.language)
    write.heading(name, over=write.words("series-over", id=series.id))
    if series.is_active:
        write.status(GOOD, write.words("series-active"))
        if recurring.tells_holidays:
            write.status(WARNING, write.words("series-holidays"))
    else:
        write.status(OVER, write.words("series-ended-status"))
    words = series_in_words(series, frame.language, frame.today)
    write.row(write.words("label-recurs"), words)
    days = listed([day(each, frame.language, frame.today) for each in recurring.days], frame.language)
    if series.is_active:
        write.row(write.words("label-next"), days or write.words("series-none-left"))
        holiday_rows(write, recurring)
    write.row(write.words("label-place"), series.place or "")
    write.row(write.words("label-unit"), unit.name.of(frame.language))
    _card_buttons(write, recurring)
    return write.finish(write.words("series-summary", service=name, rule=words))
