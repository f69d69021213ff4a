"""Swedish personal identity numbers are never stored: they are found in what people write, and masked."""

import re
from dataclasses import dataclass
from datetime import date

MASK = "••••••-••••"
_GAP = r"[^\S\r\n]{0,2}"
# An id of machines, such as a GUID, goes on with a hyphen and more hexadecimal digits; it is left alone.
_END = r"(?!\d|-[0-9A-Fa-f]{4}-)"
_SIGN = r"[-+\u2010-\u2015\u2212]"
_TOGETHER = re.compile(rf"(?<!\d)(?P<date>(?:\d{{2}})?\d{{6}})(?P<sign>{_GAP}{_SIGN}?{_GAP})(?P<last>\d{{4}}){_END}")
_APART = re.compile(
    rf"(?<!\d)(?P<date>(?:\d{{2}})?\d{{2}}(?P<gap>[-./\x20])\d{{2}}(?P=gap)\d{{2}})"
    rf"(?P<sign>{_GAP}{_SIGN}{_GAP}|(?<=\d)\x20(?=\d))(?P<last>\d{{4}}){_END}"
)
_CENTURIES = ("18", "19", "20")
_SHORT = 6
_COORDINATION = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Masked:
    """A text without personal identity numbers; `has_found` tells that there was one, so the writer can be told."""

    text: str
    has_found: bool


def mask_identity_numbers(text: str) -> Masked:
    """Return *text* with each personal identity number or coordination number replaced by `MASK`.

    Found are ten and twelve digits with a hyphen, a plus, a space or nothing before the last four, also glued to words,
    and dates written apart (1981-12-28-9874). The date must be one, with the day plus 60 in a coordination number.
    Bare digits are a number only if the check digit is right, so that phone and order numbers stay. With a hyphen or
    plus a likely date is enough: a mistyped identity number still points at a person, and privacy weighs more than a
    lost invoice number. Masking what is masked changes nothing. It is for what people write, not for ids of machines.
    """
    changed = _APART.sub(_mask_apart, _TOGETHER.sub(_mask_together, text))
    return Masked(text=changed, has_found=changed != text)


def _mask_together(found: re.Match[str]) -> str:
    digits = _ascii(found["date"])
    is_meant = bool(found["sign"].strip()) or _is_checked(digits, _ascii(found["last"]))
    return MASK if _is_date(digits) and is_meant else found[0]


def _mask_apart(found: re.Match[str]) -> str:
    """A date and four digits are most often a day and a time, so here the check digit must be right."""
    digits = _ascii(re.sub(r"\D", "", found["date"]))
    has_space_only = not found["sign"].strip()
    if has_space_only and found["gap"] != " ":
        return found[0]
    return MASK if _is_date(digits) and _is_checked(digits, _ascii(found["last"])) else found[0]


def _ascii(digits: str) -> str:
    return "".join(str(int(each)) for each in digits)


def _is_date(digits: str) -> bool:
    """Tell whether the six or eight *digits* are a day of birth; with six, one of any century."""
    if len(digits) > _SHORT:
        return digits[:2] in _CENTURIES and _is_day(digits)
    return any(_is_day(century + digits) for century in _CENTURIES)


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        date(year, month, day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return False
    return True


def _is_checked(digits: str, last: str) -> bool:
    """Tell whether the last digit is the check digit of the nine before it, by Luhn; the century does not count."""
    total = 0
    for place, each in enumerate(digits[-_SHORT:] + last):
        product = int(each) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return total % 10 == 0
