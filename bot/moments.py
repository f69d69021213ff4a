"""Moments as an operator writes them."""

from datetime import UTC, datetime

from texts.format import STOCKHOLM

FORM = "2022-03-15T10:00 (Stockholm time), 2022-03-15T10:00:00+01:00, or a day as 2022-03-15 (its beginning)"
_YEARS = range(1900, 2201)


def read_moment(written: str) -> datetime:
    """Return the moment in ISO form *written*; without an offset it is Stockholm's, and a day alone is its beginning.

    Raises:
        ValueError: it is neither, or before 1900 or after 2200.
    """
    moment = datetime.fromisoformat(written.strip())
    if moment.year not in _YEARS:
        raise ValueError(FORM)
    return moment.replace(tzinfo=STOCKHOLM).astimezone(UTC) if moment.tzinfo is None else moment
