"""Faults on order: what the connector or a delivery should do wrong, and how many times."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from emulator.refusals import Refusal, bad_argument
from emulator.wire import JsonObject, objects

_CODES: Mapping[int, str] = {
    403: "MessageWritesBlocked",
    404: "ActivityNotFoundInConversation",
    412: "PreconditionFailed",
    413: "MessageSizeTooBig",
    429: "TooManyRequests",
    500: "InternalServerError",
    502: "BadGateway",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
}
_LOWEST, _HIGHEST = 400, 599

Kinds: TypeAlias = type | tuple[type, ...]
_FIELDS: Mapping[str, Kinds] = {
    "method": str,
    "path_contains": str,
    "status": int,
    "code": str,
    "retry_after": (int, float),
    "times": int,
    "delay_ms": (int, float),
    "cut": (bool, str),
    "person": str,
    "deliver_twice": bool,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultRule:
    """What to do wrong. Empty conditions match anything; `times` is how often it is left to do, None for ever.

    `cut` is `before` (the connection ends and nothing happened) or `after` (it happened, and the bot never learns).
    A rule with `deliver_twice` is about deliveries to the bot; all others are about calls that the bot makes.
    """

    method: str = ""
    path_contains: str = ""
    person: str = ""
    status: int | None = None
    code: str = ""
    retry_after: float | None = None
    delay_ms: float = 0
    cut: str = ""
    deliver_twice: bool = False
    times: int | None = 1

    def refusal(self) -> Refusal | None:
        """Return the refusal that the rule asks for, if any."""
        if self.status is None:
            return None
        code = self.code or _CODES.get(self.status, "ServiceError")
        return Refusal(self.status, code, "Fault ordered through /api/faults")

    def matches(self, *, method: str, path: str, person: str) -> bool:
        """Tell whether a call or delivery meets every condition of the rule."""
        return (
            self.method in {"", method}
            and self.path_contains in path
            and self.person in {"", person}
            and self.times != 0
        )

    def as_json(self) -> JsonObject:
        """Return the rule as the API gives it."""
        return {name: getattr(self, name) for name in _FIELDS}


class Faults:
    """The rules in force; the first that matches is used, and counted down."""

    def __init__(self) -> None:
        """Start with no faults."""
        self.rules: list[FaultRule] = []

    def take(self, *, method: str, path: str, person: str, delivery: bool = False) -> FaultRule | None:
        """Return the rule to follow for this call or delivery, using up one of its times; None for none."""
        for index, rule in enumerate(self.rules):
            if rule.deliver_twice is delivery and rule.matches(method=method, path=path, person=person):
                if rule.times is not None:
                    self.rules[index] = replace(rule, times=rule.times - 1)
                return rule
        return None


def read_rules(body: object) -> list[FaultRule]:
    """Return the rules in `{"rules": […]}`.

    Raises:
        Refusal: something in it is unknown or of the wrong type; the message says which rule and field.
    """
    listed = body.get("rules") if isinstance(body, dict) else None
    if not isinstance(listed, list) or len(objects(listed)) != len(listed):
        raise bad_argument('rules: expected {"rules": [{…}, …]}')
    return [_read_rule(rule, f"rules[{index}]") for index, rule in enumerate(objects(listed))]


def _read_rule(rule: JsonObject, where: str) -> FaultRule:
    given = {name: value for name, value in rule.items() if value is not None or name == "times"}
    for name, value in given.items():
        _check_field(name, value, f"{where}.{name}")
    cut = given.get("cut")
    fields = {**given, "cut": "before" if cut is True else cut or ""}
    if fields["cut"] not in {"", "before", "after"}:
        raise bad_argument(f"{where}.cut: true, before or after")
    return FaultRule(**{**fields, "method": str(fields.get("method", "")).upper()})  # type: ignore[arg-type]


def _check_field(name: str, value: object, where: str) -> None:
    if name not in _FIELDS:
        raise bad_argument(f"{where}: unknown; known are {', '.join(_FIELDS)}")
    if value is None:
        return
    is_number_given_as_bool = isinstance(value, bool) and name not in {"cut", "deliver_twice"}
    if is_number_given_as_bool or not isinstance(value, _FIELDS[name]):
        raise bad_argument(f"{where}: wrong type")
    if name == "status" and isinstance(value, int) and not _LOWEST <= value <= _HIGHEST:
        raise bad_argument(f"{where}: {_LOWEST}-{_HIGHEST}")
