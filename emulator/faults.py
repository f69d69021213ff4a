"""Faults on order: what the connector or a delivery should do wrong, and how many times."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from emulator.mixes import Mix
from emulator.refusals import Refusal, bad_argument
from emulator.wire import JsonObject, objects

_CODES: Mapping[int, str] = {
    403: "MessageWritesBlocked",
    404: "ActivityNotFoundInConversation",
    412: "PreconditionFailed",
    413: "MessageSizeTooBig",
    429: "Throttled",
    500: "ServiceError",
    502: "ServiceError",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
}
_MOST_SECONDS = 3600
# What each number may be, both ends with it.
_BOUNDS: Mapping[str, tuple[float, float]] = {
    "status": (400, 599),
    "retry_after": (0, _MOST_SECONDS),
    "times": (1, 1_000_000),
    "delay_ms": (0, _MOST_SECONDS * 1000),
}
_SHORTEST_MS = 50
PRESETS: Mapping[str, Mapping[str, float]] = {
    "calm": {},
    "uneasy": {"throttled": 0.03, "precondition": 0.02, "bad_gateway": 0.02, "slow": 0.05, "twice": 0.02},
    "stormy": {
        "throttled": 0.06,
        "precondition": 0.05,
        "bad_gateway": 0.05,
        "timeout": 0.05,
        "activity_lost": 0.05,
        "slow": 0.1,
        "cut_before": 0.04,
        "cut_after": 0.04,
        "twice": 0.08,
        "late": 0.04,
        "out_of_order": 0.05,
        "slow_delivery": 0.08,
    },
}

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
    "deliver": str,
}
DELIVERIES = ("twice", "late", "out_of_order", "slow")


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultRule:
    """What to do wrong. Empty conditions match anything; `times` is how often it is left to do, None for ever.

    `cut` is `before` (the connection ends and nothing happened) or `after` (it happened, and the bot never learns).
    A rule with `deliver` is about deliveries to the bot; all others are about calls that the bot makes.
    `kind` is what chance called it; a rule on order is named by what it does.
    """

    method: str = ""
    path_contains: str = ""
    person: str = ""
    status: int | None = None
    code: str = ""
    retry_after: float | None = None
    delay_ms: float = 0
    cut: str = ""
    deliver: str = ""
    times: int | None = 1
    kind: str = ""

    @property
    def name(self) -> str:
        """What the log calls it."""
        cut = f"cut_{self.cut}" if self.cut else ""
        return self.kind or self.deliver or (str(self.status) if self.status else cut or "slow")

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
        given = {name: getattr(self, name) for name in _FIELDS if name != "deliver_twice"}
        return {**given, "deliver_twice": self.deliver == "twice"}


# What chance may do: to a call of the bot, and to what is sent to it. Times in between are drawn by chance too.
CALLS: Mapping[str, FaultRule] = {
    "throttled": FaultRule(kind="throttled", status=429, retry_after=1),
    "precondition": FaultRule(kind="precondition", status=412),
    "bad_gateway": FaultRule(kind="bad_gateway", status=502),
    "timeout": FaultRule(kind="timeout", status=504),
    "blocked": FaultRule(kind="blocked", status=403),
    "activity_lost": FaultRule(kind="activity_lost", status=404, method="PUT"),
    "slow": FaultRule(kind="slow", delay_ms=500),
    "cut_before": FaultRule(kind="cut_before", cut="before"),
    "cut_after": FaultRule(kind="cut_after", cut="after"),
}
ON_THE_WAY: Mapping[str, FaultRule] = {
    "twice": FaultRule(kind="twice", deliver="twice"),
    "late": FaultRule(kind="late", deliver="late"),
    "out_of_order": FaultRule(kind="out_of_order", deliver="out_of_order"),
    "slow_delivery": FaultRule(kind="slow_delivery", deliver="slow", delay_ms=500),
}


class Faults:
    """The rules in force and what chance adds; the first rule that matches is used, and counted down."""

    def __init__(self) -> None:
        """Start with no faults."""
        self.rules: list[FaultRule] = []
        self.mix = Mix()

    def clear(self) -> None:
        """Take all faults away."""
        self.rules.clear()
        self.mix = Mix()

    def as_json(self) -> JsonObject:
        """Return what is in force and what could be, as the API gives it."""
        kinds = {"calls": list(CALLS), "deliveries": list(ON_THE_WAY)}
        rules = [rule.as_json() for rule in self.rules]
        return {
            "rules": rules,
            "mix": dict(self.mix.chances),
            "seed": self.mix.seed,
            "kinds": kinds,
            "presets": PRESETS,
        }

    def take(self, *, method: str, path: str, person: str, delivery: bool = False) -> FaultRule | None:
        """Return the rule to follow for this call or delivery, using up one of its times; None for none."""
        for index, rule in enumerate(self.rules):
            if bool(rule.deliver) is delivery and rule.matches(method=method, path=path, person=person):
                if rule.times is not None:
                    self.rules[index] = replace(rule, times=rule.times - 1)
                return rule
        return self._by_chance(method, path, person, ON_THE_WAY if delivery else CALLS)

    def _by_chance(self, method: str, path: str, person: str, known: Mapping[str, FaultRule], /) -> FaultRule | None:
        fits = [kind for kind, rule in known.items() if rule.matches(method=method, path=path, person=person)]
        side = "delivery" if known is ON_THE_WAY else method
        kind, share = self.mix.draw(fits, stream=f"{side}/{person}")
        if not kind:
            return None
        rule = known[kind]
        return (
            replace(rule, delay_ms=round(_SHORTEST_MS + share * (rule.delay_ms - _SHORTEST_MS)))
            if rule.delay_ms
            else rule
        )


def read_mix(body: JsonObject) -> Mix:
    """Return the mix in `{"mix": {kind: probability}, "seed"}`.

    Raises:
        Refusal: a kind is unknown, or the probabilities of one side are no probabilities.
    """
    mix, seed = body.get("mix"), body.get("seed", 0)
    if not isinstance(mix, dict) or not isinstance(seed, int) or isinstance(seed, bool):
        raise bad_argument('mix: expected {"mix": {kind: probability}, "seed": number}')
    for kind, chance in mix.items():
        if kind not in CALLS and kind not in ON_THE_WAY:
            raise bad_argument(f"mix.{kind}: unknown; known are {', '.join([*CALLS, *ON_THE_WAY])}")
        if isinstance(chance, bool) or not isinstance(chance, int | float) or not 0 <= chance <= 1:
            raise bad_argument(f"mix.{kind}: 0-1")
    for side in (CALLS, ON_THE_WAY):
        if sum(chance for kind, chance in mix.items() if kind in side) > 1:
            raise bad_argument(f"mix: {', '.join(side)} together at most 1")
    return Mix(chances=mix, seed=seed)


def read_rules(body: JsonObject) -> list[FaultRule]:
    """Return the rules in `{"rules": […]}`.

    Raises:
        Refusal: something in it is unknown or of the wrong type; the message says which rule and field.
    """
    listed = body.get("rules")
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
    if fields.pop("deliver_twice", False):
        fields["deliver"] = "twice"
    if fields.get("deliver", "") not in {"", *DELIVERIES}:
        raise bad_argument(f"{where}.deliver: one of {', '.join(DELIVERIES)}")
    return FaultRule(**{**fields, "method": str(fields.get("method", "")).upper()})  # type: ignore[arg-type]


def _check_field(name: str, value: object, where: str) -> None:
    if name not in _FIELDS:
        raise bad_argument(f"{where}: unknown; known are {', '.join(_FIELDS)}")
    if value is None:
        return
    is_number_given_as_bool = isinstance(value, bool) and name not in {"cut", "deliver_twice"}
    if is_number_given_as_bool or not isinstance(value, _FIELDS[name]):
        raise bad_argument(f"{where}: wrong type")
    low, high = _BOUNDS.get(name, (-math.inf, math.inf))
    if isinstance(value, int | float) and not low <= value <= high:
        raise bad_argument(f"{where}: {low:g}-{high:g}")
