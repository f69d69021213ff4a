"""JSON as it stands on the wire, read without trusting its shape."""

import json
import math
from datetime import UTC, datetime
from typing import NoReturn, TypeAlias

JsonObject: TypeAlias = dict[str, object]

ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive"


def as_object(value: object) -> JsonObject:
    """Return *value* when it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def child(value: object, *keys: str) -> JsonObject:
    """Return the object reached by *keys*; empty when any step is missing or is no object."""
    for key in keys:
        value = as_object(value).get(key)
    return as_object(value)


def text(value: object, *keys: str) -> str:
    """Return the string reached by *keys*; empty when it is missing or is no string."""
    *path, last = keys
    found = child(value, *path).get(last)
    return found if isinstance(found, str) else ""


def objects(value: object) -> list[JsonObject]:
    """Return the objects in the list *value*, in order; empty when it is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_input(value: object) -> object:
    """Return *value* as Teams sends an input: a number or a truth value as the string that a browser makes of it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int | float) else value


def size_bytes(value: object) -> int:
    """Return how many bytes *value* takes as compact UTF-8 JSON."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass"))


def stamp(moment: datetime) -> str:
    """Return an aware moment as Teams writes it: UTC, milliseconds, Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_json(raw: str | bytes) -> object:
    """Return what *raw* says.

    Raises:
        ValueError: it is no JSON that a browser can read again, such as NaN or 1e999, or is nested too deeply.
    """
    try:
        return json.loads(raw, parse_constant=_refuse_constant, parse_float=_finite)
    except RecursionError as error:
        raise ValueError(str(error)) from error


def parse_object(raw: str | bytes) -> JsonObject:
    """Return the JSON object in *raw*; empty when it holds anything else."""
    try:
        return as_object(read_json(raw))
    except ValueError:
        return {}


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(written: str) -> float:
    number = float(written)
    return number if math.isfinite(number) else _refuse_constant(written)
