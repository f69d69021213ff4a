"""Writes that nobody waits for: they go to PostgreSQL with what is written next, so that several are one trip.

All parts of one statement see the data as it was before it. So a write never goes along with one on the same table, and
what reads or writes that table comes after it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from storage.statements import Prepared

Told = Callable[[int], None]
"""Hears how many rows were written."""
_COUNT = "(SELECT count(*) FROM w{})"
_NUMBER = re.compile(r"\$(\d+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A write that has not been sent yet; it is undone with the savepoint of the depth at which it was asked for."""

    prepared: Prepared
    arguments: Sequence[object]
    depth: int
    told: Told | None = None

    @property
    def sql(self) -> str:
        """Return its words as a part of others: it gives a row for each that it wrote when somebody wants to know."""
        return f"{self.prepared.sql} RETURNING 1" if self.told is not None else self.prepared.sql


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """Some writes as one statement, alone or before another that is written; their counts end each row it gives."""

    writes: Sequence[Waiting]
    last: str = ""

    @property
    def sql(self) -> str:
        """Return the words of all, with their values numbered through."""
        counted = tuple(each.told is not None for each in self.writes)
        return _joined(tuple(each.sql for each in self.writes), counted, self.last)

    def arguments(self, last: Sequence[object] = ()) -> list[object]:
        """Return the values of all."""
        return [value for each in self.writes for value in each.arguments] + list(last)

    def tell(self, row: Sequence[int]) -> None:
        """Tell who wants to know it how many rows were written, by the counts at the end of *row*."""
        asked = [each.told for each in self.writes if each.told is not None]
        for told, count in zip(asked, row[len(row) - len(asked) :], strict=True):
            told(count)

    @property
    def width(self) -> int:
        """Return how many counts there are."""
        return sum(each.told is not None for each in self.writes)


def touches(prepared: Prepared, table: str) -> bool:
    """Tell whether the statement may read or write *table*."""
    return _names(prepared.sql, table)


@cache
def _names(sql: str, table: str) -> bool:
    return re.search(rf"\b{table}\b", sql) is not None


@cache
def _joined(parts: tuple[str, ...], counted: tuple[bool, ...], last: str) -> str:
    named, shift = [], 0
    for nth, part in enumerate(parts):
        named.append(f"w{nth} AS ({_shifted(part, shift)})")
        shift += _values_in(part)
    counts = [_COUNT.format(nth) for nth, is_asked in enumerate(counted) if is_asked]
    given = [_shifted(last, shift)] if last else ["SELECT 1"]
    return f"WITH {', '.join(named)} {', '.join(given + counts)}"


def _shifted(sql: str, by: int) -> str:
    return _NUMBER.sub(lambda found: f"${int(found[1]) + by}", sql)


def _values_in(sql: str) -> int:
    return max((int(number) for number in _NUMBER.findall(sql)), default=0)
