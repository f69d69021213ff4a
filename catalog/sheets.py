"""Reading one CSV file: its bytes, its header, its lines, its cells; every fault with its line and column."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from catalog.faults import LONGEST_VALUE, Fault
from catalog.rows import Row

RowKind = TypeVar("RowKind", bound=Row)
Row_co = TypeVar("Row_co", bound=Row, covariant=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of a file as written: `number` counts from 1 with the header; a cell is stripped, and "" when empty."""

    number: int
    cells: Mapping[str, str]

    def listed(self, column: str) -> tuple[str, ...]:
        """Return what stands in *column* between bars, without the empty places."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())


@dataclass(frozen=True, kw_only=True)
class Sheet(Generic[Row_co]):
    """A file as read. `lines` holds also the lines whose cells are faulty, `rows` only the good ones.

    `is_readable` is False when the file or its header can't be used; then there are neither lines nor rows.
    """

    file: str
    is_readable: bool
    lines: tuple[Line, ...] = ()
    rows: tuple[Row_co, ...] = ()
    faults: tuple[Fault, ...] = ()

    def fault(self, line: Line, column: str, code: str, value: str | None = None) -> Fault:
        """Return the fault *code* of a cell; the value is the cell, or the part of it that is wrong."""
        written = line.cells[column] if value is None else value
        return Fault(file=self.file, line=line.number, column=column, code=code, value=written[:LONGEST_VALUE])


def read_sheet(path: Path, model: type[RowKind]) -> Sheet[RowKind]:
    """Return the file read as lines of *model*; what is wrong with it stands in the sheet, nothing is raised."""
    faults: list[Fault] = []
    table = _table(path, faults)
    columns = _columns(path.name, table, model, faults) if table is not None and not faults else ()
    if not columns or table is None:
        return Sheet(file=path.name, is_readable=False, faults=tuple(faults))
    lines = tuple(_lines(path.name, table[1:], columns, faults))
    rows = tuple(row for line in lines if (row := _row(path.name, line, model, faults)) is not None)
    return Sheet(file=path.name, is_readable=True, lines=lines, rows=rows, faults=tuple(faults))


def _table(path: Path, faults: list[Fault]) -> list[tuple[int, list[str]]] | None:
    """Return each line that is not empty with the number of the line it starts on; None when there is no table."""
    text = _text(path, faults)
    if text is None:
        return None
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    table: list[tuple[int, list[str]]] = []
    starts = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                table.append((starts, [cell.strip() for cell in cells]))
            starts = reader.line_num + 1
    except csv.Error as problem:
        faults.append(Fault(file=path.name, line=starts, column="", code="bad-csv", value=str(problem)))
        return None
    if not table:
        faults.append(Fault(file=path.name, line=1, column="", code="empty-file"))
        return None
    return table


def _text(path: Path, faults: list[Fault]) -> str | None:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        faults.append(Fault(file=path.name, line=0, column="", code="missing-file"))
        return None
    except OSError as problem:
        faults.append(Fault(file=path.name, line=0, column="", code="unreadable-file", value=str(problem.strerror)))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        value = raw[problem.start : problem.end].hex()
        faults.append(Fault(file=path.name, line=line, column="", code="bad-encoding", value=value))
        return None


def _columns(file: str, table: list[tuple[int, list[str]]], model: type[Row], faults: list[Fault]) -> tuple[str, ...]:
    """Return the header's names when they are those of *model*, in any order; else nothing."""
    line, names = table[0]
    wrong = [
        *(("missing-column", name) for name in model.model_fields if name not in names),
        *(("unknown-column", name) for name in names if name not in model.model_fields),
        *(("duplicate-column", name) for name, times in Counter(names).items() if times > 1),
    ]
    faults.extend(
        Fault(file=file, line=line, column=name[:LONGEST_VALUE], code=code, value=name[:LONGEST_VALUE])
        for code, name in wrong
    )
    return () if wrong else tuple(names)


def _lines(
    file: str, table: list[tuple[int, list[str]]], columns: tuple[str, ...], faults: list[Fault]
) -> Iterator[Line]:
    for number, cells in table:
        if len(cells) == len(columns):
            yield Line(number=number, cells=dict(zip(columns, cells, strict=True)))
        else:
            faults.append(Fault(file=file, line=number, column="", code="wrong-field-count", value=str(len(cells))))


def _row(file: str, line: Line, model: type[RowKind], faults: list[Fault]) -> RowKind | None:
    try:
        return model.model_validate(line.cells)
    except ValidationError as problem:
        faults.extend(
            Fault(
                file=file,
                line=line.number,
                column=str(each["loc"][0]),
                code=each["type"],
                value=str(each["input"])[:LONGEST_VALUE],
            )
            for each in problem.errors(include_url=False)
        )
        return None
