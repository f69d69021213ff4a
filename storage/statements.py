"""Statements as SQLAlchemy writes them, worked out once for each database and then run by its driver.

SQLAlchemy is asked for the words of a statement and for what its types make of values, and not to run it: what it does
around each run takes many times what the database takes (ADR 6).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.types import TypeEngine

from storage.columns import Quick
from storage.rows import Row

Values = Mapping[str, Any]
Convert = Callable[[Any], Any]
Filled = TypeVar("Filled")
Insert = postgresql.Insert | sqlite.Insert
# PostgreSQL's number for NUMERIC, the only type whose reading asks which it is.
_NUMERIC = 1700
_MISSING = object()
_LISTS = (list, tuple)


Place = tuple[str, int | None, Any, Convert | None]
"""Where a value goes: its name, which of a list it is, what stands there when it is not given, and its conversion."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A statement in the words of one database."""

    sql: str
    places: Sequence[Place]
    names: tuple[str, ...]
    converts: Sequence[tuple[int, Convert]]
    has_rows: bool
    is_reading: bool
    table: str = ""
    """What an insert, update or delete writes."""

    def arguments(self, values: Values) -> list[object]:
        """Return *values* in the order and form in which the driver takes them.

        Raises:
            KeyError: the statement needs one that is not among them.
        """
        found = []
        for name, nth, otherwise, convert in self.places:
            value = values[name] if otherwise is _MISSING else values.get(name, otherwise)
            value = value if nth is None else value[nth]
            found.append(value if convert is None else convert(value))
        return found

    def read(self, found: Sequence[Any]) -> list[Any]:
        """Return the columns of a row as what they mean."""
        row = list(found)
        for number, convert in self.converts:
            if row[number] is not None:
                row[number] = convert(row[number])
        return row

    def mapping(self, found: Sequence[Any]) -> Row:
        """Return a row by the names of its columns."""
        return dict(zip(self.names, self.read(found), strict=True))


def filled(values: Sequence[Filled]) -> list[Filled]:
    """Return *values* with the last one again and again up to 1, 4, 8, 16…, where what stands twice counts once.

    So a statement is worked out, and prepared on each connection, for few lengths instead of many.
    """
    given, length = list(values), 1
    while length < len(given):
        length = max(4, length * 2)
    return given + given[-1:] * (length - len(given))


class Statement:
    """A statement that is built once, and prepared once for each database and each set of columns and lengths."""

    def __init__(self, build: Executable | Callable[[Dialect], Executable]) -> None:
        self._build = build if callable(build) else lambda _: build
        self._prepared: dict[tuple[object, ...], Prepared] = {}

    def on(self, dialect: Dialect, values: Values) -> Prepared:
        """Return it for *dialect* and the names in *values*, and the lengths of the lists that a query is given."""
        names = tuple(values)
        lists = tuple(len(each) for each in values.values() if type(each) in _LISTS)
        key = (dialect.name, names, lists)
        found = self._prepared.get(key)
        if found is None:
            found = self._prepared[key] = _prepare(self._build(dialect), dialect, values)
        return found


class Upsert(Statement):
    """An insert that says what to do on a conflict, in the words of both databases."""

    def __init__(self, table: Table, build: Callable[[Insert], Executable]) -> None:
        def for_dialect(dialect: Dialect) -> Executable:
            return build(sqlite.insert(table) if dialect.name == "sqlite" else postgresql.insert(table))

        super().__init__(for_dialect)


def _prepare(statement: Any, dialect: Dialect, values: Values) -> Prepared:  # noqa: ANN401  # of any kind
    is_query = isinstance(statement, SelectBase)
    compiled = statement.compile(dialect=dialect, column_keys=None if is_query else list(values))
    returned = compiled.effective_returning
    columns = list(statement.selected_columns if is_query else statement.exported_columns if returned else ())
    converts = [(number, _reader(column.type, dialect)) for number, column in enumerate(columns)]
    sql, places = _places(compiled, dialect, values)
    return Prepared(
        sql=sql,
        places=places,
        names=tuple(column.key for column in columns),
        converts=[(number, convert) for number, convert in converts if convert is not None],
        has_rows=bool(columns),
        is_reading=is_query and "INSERT INTO" not in sql,
        table="" if is_query else getattr(getattr(statement, "table", None), "name", ""),
    )


def _places(compiled: SQLCompiler, dialect: Dialect, values: Values) -> tuple[str, list[Place]]:
    """Return the words with every list written out, and what goes where in them."""
    given = {name: values.get(bind.key, bind.value) for name, bind in compiled.binds.items()}
    state = compiled.construct_expanded_state({**given, **values})
    lists = {part: (name, nth) for name, parts in state.parameter_expansion.items() for nth, part in enumerate(parts)}
    places: list[Place] = []
    for part in state.positiontup or ():
        name, nth = lists.get(part, (part, None))
        bind = compiled.binds[name]
        otherwise = _MISSING if bind.required else bind.value
        places.append((bind.key, nth, otherwise, _writer(bind.type, dialect)))
    return state.statement, places


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    if isinstance(kind, Quick):
        return kind.reader(dialect)
    return kind.dialect_impl(dialect).result_processor(dialect, _NUMERIC)
