"""The kinds of cell that a pilot's files hold: what each may say, and the fault it is when it says something else."""

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from domain.people import Role
from domain.recurrence import is_rule

LONGEST_TEXT = 1000
_CODE = re.compile(r"[^\s|,;\"']{1,40}")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_WHOLE = re.compile(r"[0-9]{1,6}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_RISK = re.compile(r"[1-5]x[1-5]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MOST = Decimal(1_000_000_000)
_FINEST = -4
_FIRST_YEAR = 1900
_LAST_YEAR = 2199

Value = TypeVar("Value")
Kind = TypeVar("Kind", bound=StrEnum)
Reader = Callable[[object], Value]


def fault(code: str) -> PydanticCustomError:
    """Return the error by which a cell says what is wrong with it."""
    return PydanticCustomError(code, code)


def optional(read: Reader[Value]) -> Reader[Value | None]:
    """Return a reader for which an empty cell is None."""
    return lambda raw: None if raw in {None, ""} else read(raw)


def listed(read: Reader[Value]) -> Reader[tuple[Value, ...]]:
    """Return a reader of values between bars; an empty cell holds none, an empty place between bars is a fault."""
    return lambda raw: tuple(read(part.strip()) for part in str(raw).split("|")) if raw else ()


def some(read: Reader[Value]) -> Reader[tuple[Value, ...]]:
    """Return a reader of one or more values between bars."""
    return lambda raw: listed(read)(_filled(raw))


def one_of(*values: str) -> Reader[str]:
    """Return a reader that takes one of *values* and nothing else."""

    def read(raw: object) -> str:
        text = _filled(raw)
        if text not in values:
            raise fault("unknown-value")
        return text

    return read


def member(kind: type[Kind], code: str = "unknown-value") -> Reader[Kind]:
    """Return a reader that takes a member of *kind* by its value."""

    def read(raw: object) -> Kind:
        try:
            return kind(_filled(raw))
        except ValueError:
            raise fault(code) from None

    return read


def text(raw: object) -> str:
    """Read a text a person has written, of at most `LONGEST_TEXT` characters."""
    written = _filled(raw)
    if _CONTROL.search(written):
        raise fault("bad-character")
    if len(written) > LONGEST_TEXT:
        raise fault("too-long")
    return written


def code(raw: object) -> str:
    """Read a code: at most 40 characters, without spaces, bars, commas and quotes."""
    return _matching(_CODE, "bad-code", text(raw))


def decimal(raw: object) -> Decimal:
    """Read a number with a decimal point, at most four decimals and a thousand million."""
    number = Decimal(_matching(_DECIMAL, "not-a-number", _filled(raw)))
    exponent = number.as_tuple().exponent
    if abs(number) > _MOST or not isinstance(exponent, int) or exponent < _FINEST:
        raise fault("out-of-range")
    return number


def above_zero(raw: object) -> Decimal:
    """Read a number above 0."""
    number = decimal(raw)
    if number <= 0:
        raise fault("out-of-range")
    return number


def from_zero(raw: object) -> Decimal:
    """Read a number that is 0 or more."""
    number = decimal(raw)
    if number < 0:
        raise fault("out-of-range")
    return number


def whole(least: int, most: int) -> Reader[int]:
    """Return a reader of whole numbers from *least* to *most*."""

    def read(raw: object) -> int:
        number = int(_matching(_WHOLE, "not-a-number", _filled(raw)))
        if not least <= number <= most:
            raise fault("out-of-range")
        return number

    return read


def day(raw: object) -> date:
    """Read an ISO date of this or the last century."""
    try:
        found = date.fromisoformat(_matching(_DATE, "not-a-date", _filled(raw)))
    except ValueError:
        raise fault("not-a-date") from None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise fault("out-of-range")
    return found


def clock_time(raw: object) -> time:
    """Read a time as 08:00."""
    try:
        return time.fromisoformat(_matching(_TIME, "not-a-time", _filled(raw)))
    except ValueError:
        raise fault("not-a-time") from None


def guid(raw: object) -> str:
    """Read a directory id; it comes back in lower case."""
    return _matching(_GUID, "not-a-guid", _filled(raw).lower())


def email(raw: object) -> str:
    """Read what looks like one mail address."""
    return _matching(_EMAIL, "not-an-email", text(raw))


def risk(raw: object) -> str:
    """Read likelihood x consequence, each from 1 to 5."""
    return _matching(_RISK, "not-a-risk", _filled(raw))


def rule(raw: object) -> str:
    """Read a recurrence of whole days."""
    written = _filled(raw)
    if not is_rule(written):
        raise fault("bad-rrule")
    return written


def yes(raw: object) -> bool:
    """Read yes or no."""
    return one_of("yes", "no")(raw) == "yes"


def _filled(raw: object) -> str:
    if raw is None or raw == "":
        raise fault("missing-value")
    return str(raw)


def _matching(shape: re.Pattern[str], wrong: str, written: str) -> str:
    if not shape.fullmatch(written):
        raise fault(wrong)
    return written


Code = Annotated[str, PlainValidator(code)]
OptionalCode = Annotated[str | None, PlainValidator(optional(code))]
Codes = Annotated[tuple[str, ...], PlainValidator(listed(code))]
SomeCodes = Annotated[tuple[str, ...], PlainValidator(some(code))]
Text = Annotated[str, PlainValidator(text)]
OptionalText = Annotated[str | None, PlainValidator(optional(text))]
Texts = Annotated[tuple[str, ...], PlainValidator(listed(text))]
SomeTexts = Annotated[tuple[str, ...], PlainValidator(some(text))]
Number = Annotated[Decimal, PlainValidator(decimal)]
OptionalNumber = Annotated[Decimal | None, PlainValidator(optional(decimal))]
AboveZero = Annotated[Decimal, PlainValidator(above_zero)]
OptionalAboveZero = Annotated[Decimal | None, PlainValidator(optional(above_zero))]
FromZero = Annotated[Decimal, PlainValidator(from_zero)]
OptionalFromZero = Annotated[Decimal | None, PlainValidator(optional(from_zero))]
Day = Annotated[date, PlainValidator(day)]
OptionalDay = Annotated[date | None, PlainValidator(optional(day))]
ClockTime = Annotated[time, PlainValidator(clock_time)]
Guid = Annotated[str, PlainValidator(guid)]
Email = Annotated[str, PlainValidator(email)]
OptionalRisk = Annotated[str | None, PlainValidator(optional(risk))]
Rule = Annotated[str, PlainValidator(rule)]
OptionalRule = Annotated[str | None, PlainValidator(optional(rule))]
Yes = Annotated[bool, PlainValidator(yes)]
OneRole = Annotated[Role, PlainValidator(member(Role, "unknown-role"))]
SomeRoles = Annotated[tuple[Role, ...], PlainValidator(some(member(Role, "unknown-role")))]
