"""From the pieces of time in a sentence to one wanted time."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from dialogs.understanding.numerals import WORD_PATTERN, number_of
from dialogs.understanding.values import When, WhenKind, local
from dialogs.understanding.when import vocabulary as words
from dialogs.understanding.when.clock import find_times, in_evening
from dialogs.understanding.when.days import find_days
from dialogs.understanding.when.pieces import DayPiece, Reader, Span, TimePiece, before_pattern
from dialogs.understanding.when.recurrence import Recurrence, find_recurrence
from dialogs.understanding.when.unreal import unreal_days
from domain.worktime import STOCKHOLM

_BEFORE = before_pattern(f"{words.BEFORE}|{words.WITHIN}")
_AFTER = before_pattern(words.AFTER)
_SINCE = before_pattern(words.SINCE)
_ON = re.compile(r"\b(?:pa|i|den|det|on|at|in|under|vid|for|kl|klockan|the|om|nu|cirka|ca|runt)\s+$")
_JOINS_DAYS = re.compile(
    r"\s*(?:-|–|till|to|och|o|and|until|t\.?o\.?m\.?|till\s+och\s+med|through)\s+(?:och\s+med\s+)?(?:pa\s+|den\s+)?"
)
_PAST = re.compile(rf"\b(?:{words.PAST})\b")
_SEASON = re.compile(rf"\b(?:{words.SEASONS})(?!\w)")
_NO_HURRY = "".join(
    rf"(?<!\b{said} )" for said in ("inte", "inte sa", "ej", "ingen", "not", "isn't", "not so", "not very")
)
_AS_SOON = re.compile(rf"{_NO_HURRY}\b(?:{words.AS_SOON})(?!\s+pa\b)")
_SOON_HOURS = re.compile(
    rf"\b(?P<way>{words.AHEAD}|{words.WITHIN})\s+(?:(?P<half>en\s+halvtimme|half\s+an\s+hour|en\s+halv\s+timme)|"
    rf"(?P<quarter>en\s+kvart|a\s+quarter(?:\s+of\s+an\s+hour)?)|"
    rf"(?:(?:ett|en)\s+par|a\s+couple\s+of|(?P<number>[0-9]{{1,3}}|{WORD_PATTERN}|an?))\s+"
    r"(?P<unit>timm(?:e|ar)|hours?|minut(?:er)?|min|minutes?|tim|h))\b"
)
_WITHIN = re.compile(rf"(?:{words.WITHIN})\b")
_POINTED = re.compile(r"(?:nasta|next|nu|denna|this|kommande)\b")
"""How a weekday is pointed at that is no other than the next of its name, or the one after it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WhenFound:
    """The wanted time of a sentence, and the spans of the text that speak of time.

    `is_past` tells whether something past was named, `is_season` a season or holiday whose days nobody has said.
    `hours` is how long a recurring range lasts: "varje tisdag kl 13-15" is two hours.
    """

    when: When | None
    spans: tuple[Span, ...]
    is_past: bool = False
    is_season: bool = False
    hours: Decimal | None = None


def find_when(folded: str, now: datetime) -> WhenFound:
    """Return the time that a folded text wants, seen from *now* (aware); a time that lies behind is no wish."""
    reader = Reader(folded)
    here = now.astimezone(STOCKHOLM)
    for span in unreal_days(folded, here.date()):
        # "Den 30 februari" is no 30th of this month.
        reader.take(span)
    is_past = False
    for match in reader.matches(_PAST):
        reader.take(match.span())
        is_past = True
    is_season = False
    for match in reader.matches(_SEASON):
        reader.take(match.span())
        is_season = True
    soon = _find_soon(reader, here)
    recurrence = find_recurrence(reader)
    days = find_days(reader, here.date())
    times = find_times(reader)
    days = [day for day in days if not reader.word_before(_SINCE, day.span)]
    is_weekday_only = len(days) == 1 and _is_mere_weekday(reader, days[0])
    found = _Sentence(reader=reader, now=here, days=_merged(days), times=times)
    when, hours = _chosen(found, soon, recurrence)
    if is_past and found.times and not found.days and soon is None and recurrence is None:
        # "Yesterday at ten": the clock belongs to what lies behind.
        when, hours = None, None
    if when is None and not is_past and not is_season:
        when = _as_soon(reader)
    if when is not None and is_weekday_only:
        when = replace(when, is_weekday_only=when.kind is not WhenKind.RECURRING)
    return WhenFound(when=when, spans=_with_words_before(reader), is_past=is_past, is_season=is_season, hours=hours)


def _is_mere_weekday(reader: Reader, day: DayPiece) -> bool:
    return day.weekday is not None and not day.is_week and _POINTED.match(reader.text[slice(*day.span)]) is None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sentence:
    reader: Reader
    now: datetime
    days: list[DayPiece]
    times: list[TimePiece]

    def is_before(self, piece: DayPiece | TimePiece | None) -> bool:
        return piece is not None and self.reader.word_before(_BEFORE, piece.span) is not None

    def is_after(self, piece: DayPiece | TimePiece | None) -> bool:
        return piece is not None and self.reader.word_before(_AFTER, piece.span) is not None


def _chosen(found: _Sentence, soon: When | None, recurrence: Recurrence | None) -> tuple[When | None, Decimal | None]:
    if recurrence is not None:
        return _recurring(found, recurrence)
    if soon is not None:
        return soon, None
    if found.times:
        is_clock_only = not found.days and not any(piece.is_today for piece in found.times)
        return replace(_timed(found), is_clock_only=is_clock_only), None
    return _dated(found), None


def _find_soon(reader: Reader, now: datetime) -> When | None:
    """Return "in two hours" and "within half an hour" as a moment or a deadline."""
    for match in reader.matches(_SOON_HOURS):
        reader.take(match.span())
        minutes = 30 if match["half"] else 15 if match["quarter"] else _minutes(match)
        moment = (
            (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(STOCKHOLM).replace(second=0, microsecond=0)
        )
        if _WITHIN.match(match["way"]):
            return When(kind=WhenKind.BEFORE, end=moment)
        return When(kind=WhenKind.AT, start=moment)
    return None


def _minutes(match: re.Match[str]) -> int:
    number = int(number_of(match["number"]) or 1) if match["number"] else 2
    return number if match["unit"].startswith("min") else number * 60


def _as_soon(reader: Reader) -> When | None:
    for match in reader.matches(_AS_SOON):
        reader.take(match.span())
        return When(kind=WhenKind.ASAP)
    return None


def _merged(days: list[DayPiece]) -> list[DayPiece]:
    """Return *days* with a weekday put into its week, and a weekday dropped beside its date."""
    weekdays = [day for day in days if day.weekday is not None]
    weeks = [day for day in days if day.is_week]
    dates = [day for day in days if day.is_date]
    if len(weekdays) == 1 and len(weeks) == 1:
        weekday, week = weekdays[0], weeks[0]
        day = week.first + timedelta(days=weekday.weekday or 0)
        span = (min(weekday.span[0], week.span[0]), max(weekday.span[1], week.span[1]))
        return [replace(weekday, first=day, last=day, span=span), *(d for d in days if d not in {weekday, week})]
    if weekdays and len(dates) == 1 and dates[0].first.weekday() == weekdays[0].weekday:
        first = min(weekdays[0].span[0], dates[0].span[0])
        return [replace(dates[0], span=(first, dates[0].span[1]))]
    return days


def _dated(found: _Sentence) -> When | None:
    if not found.days:
        return None
    day = found.days[0]
    last = _last_of_range(found)
    if last is not None:
        return When(kind=WhenKind.BETWEEN, start=_midnight(day.first), end=_midnight(last), whole_days=True)
    if found.is_before(day):
        is_before_all = day.is_feast or _is_strictly_before(found, day)
        end = day.first if is_before_all and not day.is_week else day.last
        return When(kind=WhenKind.BEFORE, end=_midnight(end), whole_days=True)
    if found.is_after(day):
        start = day.last + timedelta(days=1) if day.is_feast and _is_strictly_after(found, day) else day.first
        return When(kind=WhenKind.FROM, start=_midnight(start), whole_days=True)
    return _plain(day)


def _is_strictly_before(found: _Sentence, day: DayPiece) -> bool:
    match = found.reader.word_before(_BEFORE, day.span)
    return match is not None and found.reader.text[match[0] :].startswith(("fore", "innan", "before"))


def _is_strictly_after(found: _Sentence, day: DayPiece) -> bool:
    match = found.reader.word_before(_AFTER, day.span)
    return match is not None and found.reader.text[match[0] :].startswith(("efter", "after"))


def _plain(day: DayPiece) -> When:
    if day.first == day.last:
        return When(kind=WhenKind.DAY, start=_midnight(day.first), whole_days=True)
    kind = WhenKind.WEEK if day.is_week else WhenKind.BETWEEN
    return When(kind=kind, start=_midnight(day.first), end=_midnight(day.last), whole_days=True)


def _last_of_range(found: _Sentence) -> date | None:
    """Return the last day of "måndag till onsdag", or None when the days are no range."""
    if len(found.days) < 2:  # noqa: PLR2004  (a range has two ends)
        return None
    first, second = found.days[:2]
    between = found.reader.text[first.span[1] : second.span[0]]
    if not _JOINS_DAYS.fullmatch(between + ("" if between.endswith(" ") else " ")):
        return None
    last = second.last
    if last < first.first and second.weekday is not None:
        last += timedelta(weeks=1)
    return last if last > first.first else None


def _timed(found: _Sentence) -> When:
    moment = _chosen_time(found)
    day = found.days[0] if found.days else None
    start_day = day.first if day else _day_for(moment, found.now, is_deadline=found.is_before(moment))
    if moment.part and day is None:
        start_day = _day_of_part(moment, found.now)
    start = _at(start_day, moment.start)
    if moment.end is not None:
        return _ranged(found, moment, start, _at(start_day, moment.end))
    if found.is_before(moment) or (day is not None and found.is_before(day)):
        return When(kind=WhenKind.BEFORE, end=start)
    if found.is_after(moment):
        return When(kind=WhenKind.FROM, start=start)
    return When(kind=WhenKind.AT, start=start)


def _ranged(found: _Sentence, moment: TimePiece, start: datetime, end: datetime) -> When:
    day = found.days[0] if found.days else None
    if moment.part and (found.is_before(moment) or found.is_before(day)):
        is_strict = found.is_before(moment)
        return When(kind=WhenKind.BEFORE, end=start if is_strict else end)
    if moment.part and found.is_after(moment):
        return When(kind=WhenKind.FROM, start=end)
    return When(kind=WhenKind.BETWEEN, start=start, end=end)


def _chosen_time(found: _Sentence) -> TimePiece:
    """Return the clock time; a part of the day beside it only tells which half of the day is meant."""
    clocks = [piece for piece in found.times if not piece.part]
    parts = [piece.part for piece in found.times if piece.part]
    if not clocks:
        return found.times[0]
    moment = clocks[0]
    if len(clocks) > 1 and found.is_after(moment) and found.is_before(clocks[1]) and clocks[1].start > moment.start:
        moment = replace(moment, end=clocks[1].start)
    if moment.is_sure:
        return moment
    if {"evening", "afternoon"} & set(parts):
        return replace(moment, start=in_evening(moment.start), end=moment.end and in_evening(moment.end))
    if "morning" in parts and moment.start.hour > 12:  # noqa: PLR2004  (noon)
        return replace(moment, start=moment.start.replace(hour=moment.start.hour - 12))
    return moment


def _day_for(moment: TimePiece, now: datetime, *, is_deadline: bool) -> date:
    reached = moment.start <= now.time() if is_deadline or not moment.part else False
    return now.date() + timedelta(days=1 if reached else 0)


def _day_of_part(moment: TimePiece, now: datetime) -> date:
    return now.date() + timedelta(days=1 if moment.end is not None and moment.end <= now.time() else 0)


def _recurring(found: _Sentence, recurrence: Recurrence) -> tuple[When, Decimal | None]:
    first = next((d.first for d in found.days if found.is_after(d) or not found.is_before(d)), None)
    last = next((d.last for d in found.days if found.is_before(d)), None) or _last_of_stretch(found)
    moment = _chosen_time(found) if found.times else None
    begins = first or found.now.date() + timedelta(days=0 if moment and moment.start > found.now.time() else 1)
    day = _first_day(recurrence, begins)
    start = _at(day, moment.start) if moment else _midnight(day)
    hours = None
    if moment and moment.end and not moment.part:
        hours = Decimal(_minute(moment.end) - _minute(moment.start)) / 60
    when = When(
        kind=WhenKind.RECURRING,
        start=start,
        end=_midnight(last) if last and last >= day else None,
        rrule=recurrence.rrule,
        whole_days=moment is None,
    )
    return when, hours


def _last_of_stretch(found: _Sentence) -> date | None:
    """Return the last day of "varje tisdag i april", or None when only a beginning is said ("från april")."""
    return next((d.last for d in found.days if d.first < d.last and not found.is_after(d)), None)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _first_day(recurrence: Recurrence, begins: date) -> date:
    if "MONTHLY;BYDAY" not in recurrence.rrule:
        ahead = (begins + timedelta(days=days) for days in range(7))
        return next((day for day in ahead if not recurrence.weekdays or day.weekday() in recurrence.weekdays), begins)
    # RFC 5545 places the first one from the beginning of the month on.
    month = datetime(begins.year, begins.month, 1, tzinfo=STOCKHOLM) - relativedelta(days=0)
    naive = month.replace(tzinfo=None)
    later = rrulestr(recurrence.rrule, dtstart=naive).after(datetime.combine(begins, time()), inc=True)
    return later.date() if later else begins


def _with_words_before(reader: Reader) -> tuple[Span, ...]:
    """Return the taken spans, each with the small words before it that belong to the time."""
    spans = []
    for start, end in sorted(reader.taken):
        begin = start
        for pattern in (_ON, _BEFORE, _AFTER, _SINCE):
            before = reader.word_before(pattern, (begin, end))
            begin = before[0] if before else begin
        spans.append((begin, end))
    return tuple(spans)


def _midnight(day: date) -> datetime:
    return _at(day, time())


def _at(day: date, moment: time) -> datetime:
    return local(datetime.combine(day, moment))
