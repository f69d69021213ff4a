"""Clock times in a sentence, as Swedish and English say them."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time

from dialogs.understanding.gates import Gate
from dialogs.understanding.numerals import number_of
from dialogs.understanding.when import vocabulary as words
from dialogs.understanding.when.pieces import Reader, TimePiece, right_after

_HOUR_WORDS = (
    "ett|en|tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv|"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
_LATE_HOUR_WORDS = (
    "tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugoett|tjugotva|tjugotre|tjugo(?!\\s+(?:over|i))"
)
_HOUR = rf"(?:[01]?[0-9]|2[0-4]|{_HOUR_WORDS})"
_CLOCK = (
    r"(?:(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9]|(?:[01][0-9]|2[0-3])[0-5][0-9](?![0-9])|"
    rf"halv\s+(?:{_HOUR_WORDS})|{_LATE_HOUR_WORDS}|{_HOUR})"
)
_MERIDIEM = r"(?:\s*(?:[ap]m|[ap]\.m\.?|o'?clock)(?![a-z]))?"
_NO_UNIT = (
    r"(?![0-9]|[:.,/-][0-9]|"
    r"\s*(?:h|tim\w*|timm\w*|hours?|hrs?|kr\w*|st|min\w*|dag\w*|days?|veck\w*|weeks?|%|procent)\b)"
)
_AFTERNOON_BELOW = 6
_NOON = 12

_Maker = Callable[[re.Match[str]], TimePiece | None]


def find_times(reader: Reader) -> list[TimePiece]:
    """Return the clock times and parts of the day that the text names, in order of the text; each takes its span."""
    found: list[TimePiece] = []
    if not _ANY.is_in(reader.text):
        return found
    for pattern, make in _MAKERS:
        for match in reader.matches(pattern):
            piece = make(match)
            if piece is not None:
                reader.take(piece.span)
                found.append(piece)
    return sorted(found, key=lambda piece: piece.span)


def clock_of(written: str) -> tuple[time, bool] | None:
    """Return the clock time of a folded figure or word, and whether its half of the day is sure.

    "3" and "halv tre" are taken as the afternoon, since nobody is at work at three in the morning; "03" and "15" are
    what they say.
    """
    text = written.strip()
    if text.startswith("halv"):
        before = (int(number_of(text[4:].strip()) or 0) - 1) or _NOON
        return (time(_likely_hour(before, is_sure=False), 30), False) if before > 0 else None
    half = re.search(r"([ap])\.?m\.?$", text)
    text = re.sub(r"\s*(?:[ap]\.?m\.?|o'?clock)$", "", text)
    digits = re.fullmatch(r"([0-9]{1,2})[:.]?([0-9]{2})?", text)
    hour, minute = (int(digits[1]), int(digits[2] or 0)) if digits else (int(number_of(text) or -1), 0)
    if hour == 24 and not minute:  # noqa: PLR2004  (midnight)
        return time(23, 59), True
    if not (0 <= hour < 24 and 0 <= minute < 60):  # noqa: PLR2004  (a clock)
        return None
    if half:
        return time(hour % _NOON + (_NOON if half[1] == "p" else 0), minute), True
    is_sure = hour > _NOON or hour == 0 or text.startswith("0")
    return time(_likely_hour(hour, is_sure=is_sure), minute), is_sure


def _likely_hour(hour: int, *, is_sure: bool) -> int:
    return hour + _NOON if hour < _AFTERNOON_BELOW and not is_sure else hour


def in_evening(moment: time) -> time:
    """Return *moment* in the second half of the day: eight in the evening is 20."""
    return moment.replace(hour=moment.hour + _NOON) if moment.hour < _NOON else moment


def _point(match: re.Match[str]) -> TimePiece | None:
    read = clock_of(match["clock"])
    return None if read is None else TimePiece(start=read[0], end=None, span=match.span(), is_sure=read[1])


def _range(match: re.Match[str]) -> TimePiece | None:
    first, last = clock_of(match["first"]), clock_of(match["last"])
    if first is None or last is None:
        return None
    start, end = first[0], last[0]
    if end <= start and not last[1] and end.hour < _NOON:
        end = in_evening(end)
    if end <= start and start.hour > _NOON and not first[1]:
        start = start.replace(hour=start.hour - _NOON)
    if end <= start:
        return None
    return TimePiece(start=start, end=end, span=match.span(), is_sure=first[1])


def _bare_range(match: re.Match[str]) -> TimePiece | None:
    # "8-12" is a time, "20-25 stolar" and "2-3 bord" are things: the pattern demands that no noun follows.
    return _range(match)


def _half(match: re.Match[str]) -> TimePiece | None:
    hour = number_of(match["hour"])
    if hour is None or not 1 <= hour <= _NOON:
        return None
    before = (int(hour) - 1) or _NOON
    return TimePiece(start=time(_likely_hour(before, is_sure=False), 30), end=None, span=match.span(), is_sure=False)


def _offset(match: re.Match[str]) -> TimePiece | None:
    minutes = {"kvart": 15, "quarter": 15, "half": 30}.get(match["minutes"]) or int(number_of(match["minutes"]) or 0)
    hour = number_of(match["hour"])
    if hour is None or not 1 <= hour <= _NOON or not 0 < minutes < 60:  # noqa: PLR2004  (a clock)
        return None
    whole = int(hour) * 60 - (30 if match["half"] else 0)
    total = whole + (minutes if match["way"] in {"over", "past"} else -minutes)
    clock_hour = _likely_hour(total // 60 % 24, is_sure=False)
    return TimePiece(start=time(clock_hour, total % 60), end=None, span=match.span(), is_sure=False)


def _todays_part(match: re.Match[str]) -> TimePiece:
    return replace(_part_piece(words.TODAYS_PARTS[re.sub(r"\s+", " ", match["part"])], match), is_today=True)


def _part(match: re.Match[str]) -> TimePiece:
    return _part_piece(words.PARTS[re.sub(r"\s+", " ", match["part"])], match)


def _part_piece(part: str, match: re.Match[str]) -> TimePiece:
    start, end = words.PART_HOURS[part]
    return TimePiece(start=start, end=end, span=match.span("part"), part=part)


def _lunch(match: re.Match[str]) -> TimePiece:
    return TimePiece(start=time(_NOON), end=None, span=match.span("part"))


def _any(entries: object) -> str:
    return "|".join(sorted(map(str, entries), key=len, reverse=True)).replace(" ", r"\s+")  # type: ignore[call-overload]


_BEFORE_AN_HOUR = ("fore", "innan", "senast", "efter", "fran", "till", "before", "by", "after", "from", "until")
_CLOCK_PREFIX = r"(?:kl|klockan|at|vid|runt|omkring|around)\.?\s*"
_MAKERS: tuple[tuple[re.Pattern[str], _Maker], ...] = (
    (
        re.compile(
            rf"\b(?:(?:{_CLOCK_PREFIX})|(?:mellan|between|fran|from)\s+(?:kl\.?\s*|klockan\s+)?)"
            rf"(?P<first>{_CLOCK}{_MERIDIEM})\s*(?:-|–|—|till|to|och|and|until)\s*(?:kl\.?\s*|klockan\s+)?"
            rf"(?P<last>{_CLOCK}{_MERIDIEM}){_NO_UNIT}{words.AFTER_HOUR}"
        ),
        _range,
    ),
    (
        re.compile(
            r"\b(?=[0-9])(?<![0-9:.,/-])(?P<first>(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9])?(?:\s*[ap]m)?)\s*(?:-|–|—)\s*"
            rf"(?P<last>(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9])?(?:\s*[ap]m)?)\b{_NO_UNIT}{words.AFTER_HOUR}"
        ),
        _bare_range,
    ),
    (
        re.compile(
            r"\b(?:(?:kl|klockan|at|vid)\.?\s*)?(?:a\s+)?(?P<minutes>kvart|quarter|half|fem|tio|tjugo|five|"
            r"ten|twenty)\s+"
            rf"(?P<way>i|over|past|to)\s+(?P<half>halv\s+)?(?P<hour>{_HOUR_WORDS}|1[0-2]|[1-9])\b"
        ),
        _offset,
    ),
    (
        re.compile(rf"\b(?:{_CLOCK_PREFIX})?halv\s*(?P<hour>{_HOUR_WORDS}|1[0-2]|[1-9])\b(?!\s*(?:tim|hour))"),
        _half,
    ),
    (re.compile(rf"\b(?:{_CLOCK_PREFIX})(?P<clock>{_CLOCK}{_MERIDIEM})\b{_NO_UNIT}(?:-?tiden)?"), _point),
    (re.compile(rf"\b(?P<clock>{_HOUR}(?:[:.][0-5][0-9])?\s*(?:[ap]m|[ap]\.m\.|o'?clock))(?![a-z])"), _point),
    (re.compile(r"(?=[0-9])(?<![0-9:.,/-])(?P<clock>(?:[01]?[0-9]|2[0-3])(?::|\.)[0-5][0-9])\b" + _NO_UNIT), _point),
    (re.compile(rf"\b(?P<clock>{_HOUR})-?tiden\b"), _point),
    (
        re.compile(
            rf"{right_after(*_BEFORE_AN_HOUR)}"
            rf"(?P<clock>{_HOUR}{_MERIDIEM})\b{_NO_UNIT}{words.AFTER_HOUR}"
        ),
        _point,
    ),
    (re.compile(rf"\b(?P<part>{_any(words.TODAYS_PARTS)})\b"), _todays_part),
    (re.compile(rf"\b(?<!god )(?<!good )(?P<part>{_any(words.PARTS)})\b"), _part),
    (
        re.compile(
            rf"{right_after('fore', 'innan', 'efter', 'vid', 'before', 'after', 'at')}"
            r"(?P<part>lunch(?:en)?)\b"
        ),
        _lunch,
    ),
    (re.compile(r"\b(?P<part>noon|midday)\b"), _lunch),
)
_ANY = Gate(pattern.pattern for pattern, _ in _MAKERS)
