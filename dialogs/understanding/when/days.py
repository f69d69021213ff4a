"""Days in a sentence: today, weekdays, weeks, dates, feasts."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from dialogs.understanding.gates import Gate
from dialogs.understanding.numerals import ORDINALS, WORD_PATTERN, number_of
from dialogs.understanding.when import vocabulary as words
from dialogs.understanding.when.pieces import DayPiece, Reader, Span, right_after
from dialogs.understanding.when.stretches import STRETCHES

_MONTH = "|".join(sorted(words.MONTHS, key=len, reverse=True))
_DAY_NUMBER = r"(?P<day>[0-3]?[0-9])(?::?(?:de|[ae])|st|nd|rd|th)?"
_ORDINAL_WORD = "|".join(word for word, number in ORDINALS.items() if number > 0)
_WEEKDAY = "|".join(words.FULL_WEEKDAYS)
_SHORT_WEEKDAY = "|".join(word for word in words.WEEKDAYS if word not in words.FULL_WEEKDAYS)

_Maker = Callable[[re.Match[str], date], DayPiece | None]


def find_days(reader: Reader, today: date) -> list[DayPiece]:
    """Return the days that the text names, in order of the text; each takes its span."""
    found: list[DayPiece] = []
    if not _ANY.is_in(reader.text):
        return found
    for pattern, make in _MAKERS:
        for match in reader.matches(pattern):
            piece = make(match, today)
            if piece is not None:
                reader.take(piece.span)
                found.append(piece)
    return sorted(found, key=lambda piece: piece.span)


def date_of(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming(month: int, day: int, today: date) -> date | None:
    """Return the next date with that *month* and *day*, today included, or None when that year has no such day.

    29 February of a year without one is a mistake to ask about, not a wish for a day years ahead.
    """
    is_behind = (month, day) < (today.month, today.day)
    return date_of(today.year + is_behind, month, day)


def _single(day: date | None, span: Span) -> DayPiece | None:
    return None if day is None else DayPiece(first=day, last=day, span=span, is_date=True)


def _iso(match: re.Match[str], _today: date) -> DayPiece | None:
    return _single(date_of(int(match["year"]), int(match["month"]), int(match["day"])), match.span())


def _month_day(match: re.Match[str], today: date) -> DayPiece | None:
    day = ORDINALS.get(match["day"]) or int(match["day"])
    month = words.MONTHS[match["month"]]
    year = match["year"]
    return _single(date_of(int(year), month, day) if year else coming(month, day, today), match.span())


def _slash(match: re.Match[str], today: date) -> DayPiece | None:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    return _single(date_of(int(year), month, day) if year else coming(month, day, today), match.span())


def _date_range(match: re.Match[str], today: date) -> DayPiece | None:
    month = words.MONTHS.get(match["month"]) or int(match["month"])
    last = coming(month, int(match["last"]), today) if 1 <= month <= 12 else None  # noqa: PLR2004  (months)
    first = last and date_of(last.year, month, int(match["first"]))
    if last is None or first is None or first >= last:
        return None
    return DayPiece(first=first, last=last, span=match.span(), is_date=True)


def _day_of_month(match: re.Match[str], today: date) -> DayPiece | None:
    day = ORDINALS.get(match["day"]) or int(match["day"])
    months = (today + relativedelta(months=ahead, day=1) for ahead in range(3))
    days = (date_of(month.year, month.month, day) for month in months)
    return _single(next((each for each in days if each and each >= today), None), match.span())


def _near(match: re.Match[str], today: date) -> DayPiece | None:
    written = re.sub(r"\s+", " ", match.group("near"))
    day = today + timedelta(days=words.NEAR_DAYS[written])
    return DayPiece(first=day, last=day, span=match.span("near"))


def _week_number(match: re.Match[str], today: date) -> DayPiece | None:
    try:
        monday = date.fromisocalendar(today.isocalendar().year, int(match["week"]), 1)
        if monday + timedelta(days=4) < today:
            monday = date.fromisocalendar(today.isocalendar().year + 1, int(match["week"]), 1)
    except ValueError:
        return None
    return _week(monday, match.span())


def _week_range(match: re.Match[str], today: date) -> DayPiece | None:
    first = _week_number(match, today)
    if first is None:
        return None
    try:
        last = date.fromisocalendar(first.first.isocalendar().year, int(match["last"]), 5)
    except ValueError:
        return None
    if last <= first.last:
        return None
    return DayPiece(first=first.first, last=last, span=match.span(), is_week=True)


def _week(monday: date, span: Span) -> DayPiece:
    return DayPiece(first=monday, last=monday + timedelta(days=4), span=span, is_week=True)


def _near_week(match: re.Match[str], today: date) -> DayPiece | None:
    weeks = 0 if match["this"] else 2 if match["after"] else 1
    return _week(today - timedelta(days=today.weekday()) + timedelta(weeks=weeks), match.span())


def _ahead(match: re.Match[str], today: date) -> DayPiece | None:
    unit = next(unit for word, unit in words.UNITS_AHEAD.items() if match["unit"].startswith(word))
    number = number_of(match["number"]) or 1
    if not 0 < number <= 400:  # noqa: PLR2004  (further than a year ahead nothing is planned)
        return None
    steps = {"days": relativedelta(days=int(number)), "weeks": relativedelta(weeks=int(number))}
    day = today + steps.get(unit, relativedelta(months=int(number)))
    return DayPiece(first=day, last=day, span=match.span(), is_date=True)


def _feast(match: re.Match[str], today: date) -> DayPiece | None:
    name = match["feast"]
    if name in words.FEASTS:
        return _single(coming(*words.FEASTS[name], today), match.span("feast"))
    if name in words.EASTERS:
        return _easter(today, match.span("feast"))
    days = (_moving_feast(name, today.year + ahead) for ahead in range(2))
    return _single(next((each for each in days if each >= today), None), match.span("feast"))


def _easter(today: date, span: Span) -> DayPiece:
    """Return Good Friday to Easter Monday of the Easter that is, or comes next."""
    mondays = (easter(today.year + ahead) + timedelta(days=1) for ahead in range(2))
    last = next(each for each in mondays if each >= today)
    return DayPiece(first=last - timedelta(days=3), last=last, span=span, is_date=True, is_feast=True)


def _beside_feast(match: re.Match[str], today: date) -> DayPiece | None:
    feast = _feast(match, today)
    if feast is None:
        return None
    is_after = match["way"] in {"efter", "after"}
    day = feast.last + timedelta(days=1) if is_after else feast.first - timedelta(days=1)
    return _single(day, match.span())


def _moving_feast(name: str, year: int) -> date:
    if name in words.EASTER_FEASTS:
        return easter(year) + timedelta(days=words.EASTER_FEASTS[name])
    # Midsummer Eve is the Friday from 19 to 25 June.
    return date(year, 6, 19) + timedelta(days=(4 - date(year, 6, 19).weekday()) % 7)


def _weekday(match: re.Match[str], today: date) -> DayPiece | None:
    weekday = words.WEEKDAYS[match["weekday"]]
    said = match.groupdict()
    offset = "next" if said.get("next") else "this" if said.get("this") else ""
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(days=weekday)
    if offset == "next" or day <= today:
        day += timedelta(weeks=1)
    return DayPiece(first=day, last=day, span=match.span(), weekday=weekday, offset=offset)


def _month(match: re.Match[str], today: date) -> DayPiece | None:
    month = words.MONTHS[match["month"]]
    first = date(today.year + (month < today.month), month, 1)
    return DayPiece(first=first, last=first + relativedelta(day=31), span=match.span("month"), is_date=True)


def _any(entries: object) -> str:
    return "|".join(sorted(map(str, entries), key=len, reverse=True)).replace(" ", r"\s+")  # type: ignore[call-overload]


_FEASTS = _any([*words.FEASTS, *words.EASTER_FEASTS, *words.EASTERS, *words.MIDSUMMER])
_MAKERS: tuple[tuple[re.Pattern[str], _Maker], ...] = (
    # Before the weekends, for it is none of those.
    (re.compile(r"\b(?P<feast>easter\s+weekend)\b"), _feast),
    *STRETCHES,
    (
        re.compile(
            r"\b(?:veckorna|vecka|v|weeks?)\.?\s*(?P<week>[0-5]?[0-9])\s*(?:-|–|till|to|och|and)\s*(?:v\.?\s*|vecka\s+)?"
            r"(?P<last>[0-5]?[0-9])\b"
        ),
        _week_range,
    ),
    (re.compile(r"\b(?P<year>20[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])\b"), _iso),
    (
        re.compile(
            # "Kl 13 till den 30 juni" is no range of days.
            rf"\b(?=[0-9d])(?<!\bkl )(?<!\bkl\. )(?<!\bklockan )(?<!\bat )"
            rf"(?:den\s+)?(?P<first>[0-3]?[0-9])\s*(?:-|–|till|to|och|and)\s*(?:den\s+)?"
            rf"(?P<last>[0-3]?[0-9])(?:\s+(?=[a-z])|/)(?P<month>{_MONTH}|(?<=/)[01]?[0-9])\b"
        ),
        _date_range,
    ),
    (
        re.compile(
            rf"\b(?:(?:den|the)\s+)?(?P<day>[0-3]?[0-9]|{_ORDINAL_WORD})(?::?(?:de|[ae])|st|nd|rd|th)?\s+"
            rf"(?:of\s+)?(?P<month>{_MONTH})\b(?:,?\s+(?P<year>20[0-9]{{2}}))?"
        ),
        _month_day,
    ),
    (
        re.compile(
            rf"\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b(?![:.][0-9])"
            rf"(?:,?\s+(?P<year>20[0-9]{{2}}))?"
        ),
        _month_day,
    ),
    (
        re.compile(
            r"(?=[0-9])(?<![0-9/])(?P<day>[0-3]?[0-9])/(?P<month>1[0-2]|0?[1-9])"
            r"(?:[-/ ](?P<year>20[0-9]{2}))?(?![0-9/])"
        ),
        _slash,
    ),
    (re.compile(rf"\b(?:den|the)\s+(?:{_DAY_NUMBER})\b(?!\s*(?:h|tim|kr|st\b))"), _day_of_month),
    (re.compile(rf"\b(?P<near>{_any(words.NEAR_DAYS)})\b"), _near),
    (
        re.compile(r"\b(?:hela\s+)?(?:vecka|veckan|v|v\.|week|vk|wk)\.?\s*(?P<week>[0-5]?[0-9])\b(?!\s*(?:h|tim|dag))"),
        _week_number,
    ),
    (
        re.compile(
            r"\b(?:(?P<after>veckan?\s+efter\s+nasta|the\s+week\s+after\s+next)|"
            r"(?P<this>(?:i|under)\s+veckan|den\s+har\s+veckan|denna\s+vecka|this\s+week)|"
            r"(?:nasta|kommande|next|the\s+coming)\s+(?:vecka|week)s?)\b"
        ),
        _near_week,
    ),
    (
        re.compile(
            rf"{right_after('om', 'in', 'inom', 'within')}(?P<number>[0-9]{{1,3}}|{WORD_PATTERN}|an?)\s+"
            rf"(?P<unit>dag(?:ar)?|dygn|days?|veck(?:a|or)|weeks?|manad(?:er)?|months?)\b"
        ),
        _ahead,
    ),
    (
        re.compile(rf"\b(?:dagen|the\s+day)\s+(?P<way>fore|innan|efter|before|after)\s+(?P<feast>{_FEASTS})\b"),
        _beside_feast,
    ),
    (
        re.compile(
            rf"\b(?P<feast>{_FEASTS})\b"
            r"(?!\s+(?:tree|party|lunch|lights?|dinner|decoration\w*|cards?|market))"
        ),
        _feast,
    ),
    (
        re.compile(
            r"\b(?:(?P<next>nasta|next)\s+|(?P<this>nu\s+pa|nu|pa|denna|this|kommande|den)\s+)?"
            rf"(?P<weekday>{_WEEKDAY})(?:en|ens|s)?\b(?!en)"
        ),
        _weekday,
    ),
    (
        re.compile(
            r"\b(?:(?P<next>nasta|next)|(?P<this>pa|till|innan|fore|senast|on|by|before|until|next|this|every|"
            r"varje))\s+"
            rf"(?P<weekday>{_SHORT_WEEKDAY})\b"
        ),
        _weekday,
    ),
    (re.compile(r"\b(?P<weekday>tis|ons|tors|thurs|thur|tues|thu|weds|wed|tue)\b"), _weekday),
    # "Fri" is free in Swedish, "sat" and "sun" are words of their own: a time has to stand beside them.
    (
        re.compile(
            r"\b(?P<weekday>mon|fri|sat|sun)\b(?=\s+(?:at|before|after|by|from|around|[0-9]|morning|afternoon|evening|noon|lunch))"
        ),
        _weekday,
    ),
    (
        re.compile(
            rf"\b(?<![0-9] )(?:(?:i|in|under|during|for|av|till|until|before|innan|fore|fran|from)\s+)?"
            rf"(?P<month>{_any(words.LONE_MONTHS)})\b"
        ),
        _month,
    ),
)
_ANY = Gate(pattern.pattern for pattern, _ in _MAKERS)
