"""What a sentence says, as values, and the same as JSON."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.worktime import STOCKHOLM


class Intent(StrEnum):
    """What the person wants of the desk."""

    ORDER = "order"
    ISSUE = "issue"
    STATUS = "status"
    CANCEL = "cancel"
    CATALOGUE = "catalogue"
    HELP = "help"
    ASSIGNMENTS = "assignments"
    ABSENCE = "absence"
    REPORTS = "reports"
    ECONOMY = "economy"
    INDICATORS = "indicators"
    HUMAN = "human"
    LANGUAGE = "language"
    THANKS = "thanks"
    APPROVE = "approve"
    REJECT = "reject"
    RATE = "rate"
    ACCEPT = "accept"
    DECLINE = "decline"
    START = "start"
    PAUSE = "pause"
    FINISH = "finish"
    REOPEN = "reopen"
    HANDOVER = "handover"
    HOURS = "hours"
    SNOOZE = "snooze"
    READ = "read"
    UNKNOWN = "unknown"


class WhenKind(StrEnum):
    """How a wanted time is given."""

    AT = "at"
    BEFORE = "before"
    FROM = "from"
    BETWEEN = "between"
    DAY = "day"
    WEEK = "week"
    ASAP = "asap"
    RECURRING = "recurring"
    NONE = "none"


class Unsettled(StrEnum):
    """Why a time that was named has to be asked about: it lies behind, does not exist, or nobody knows its days."""

    PAST = "past"
    SEASON = "season"
    UNREAL = "unreal"


@dataclass(frozen=True, kw_only=True, slots=True)
class When:
    """A wanted time; moments are aware, in Europe/Stockholm.

    With `whole_days` the moments are midnights that stand for dates, and `end` is the last day, included. A deadline
    stands in `end` with `start` None. Of `RECURRING`, `start` is the first time and `end` the last day, or None.
    `is_clock_only` says that a time of day was named and no day: the day is then the next on which it comes.
    `is_weekday_only` says that of the day nothing but a weekday was named: it is then the next of that name.
    """

    kind: WhenKind
    start: datetime | None = None
    end: datetime | None = None
    rrule: str | None = None
    whole_days: bool = False
    is_clock_only: bool = False
    is_weekday_only: bool = False

    @property
    def closes(self) -> datetime | None:
        """Return the moment at which the wanted time is over, or None when it has no end.

        Of a day or of dates it is the midnight after the last of them; of a recurrence it is None.
        """
        if self.kind in {WhenKind.ASAP, WhenKind.FROM, WhenKind.RECURRING}:
            return None
        last = self.end or self.start
        if last is None or not self.whole_days:
            return last
        return local(last.replace(tzinfo=None) + timedelta(days=1))


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceFound:
    """A place: the name of a known one with its code, or as it was written."""

    text: str
    code: str | None = None
    swedish: str | None = None

    @property
    def kept(self) -> str:
        """Return the name under which it is stored: the Swedish one of a known place, for whoever reads it."""
        return self.swedish or self.text


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """What one wish of a sentence says; `more` holds further wishes of the same sentence.

    `service` and `object` are codes of the catalogue and the boundary list. With both, the object is one that becomes
    an order for the service. `alternatives` are codes of either, best first, without the chosen ones; of an unknown
    text they are mere hints. `unsettled` is a time that was named and can't be kept as it was said.
    `beside` holds the folded words that are part of neither the time nor the place.
    """

    text: str
    intent: Intent = Intent.UNKNOWN
    service: str | None = None
    object: str | None = None
    when: When | None = None
    place: PlaceFound | None = None
    count: int | None = None
    hours: Decimal | None = None
    confidence: float = 0.0
    alternatives: tuple[str, ...] = ()
    more: tuple["Understood", ...] = ()
    number: str | None = None
    rating: int | None = None
    unsettled: Unsettled | None = None
    beside: tuple[str, ...] = ()


def local(naive: datetime) -> datetime:
    """Return the moment that clocks in Stockholm show as *naive*; one that a clock change skips moves forward."""
    moment = naive.replace(tzinfo=STOCKHOLM)
    return moment.astimezone(ZoneInfo("UTC")).astimezone(STOCKHOLM)


def to_json(understood: Understood) -> dict[str, object]:
    """Return *understood* as the contract writes it (DESIGN §7), made of plain JSON values."""
    return {
        "text": understood.text,
        "intent": understood.intent.value,
        "service": understood.service,
        "object": understood.object,
        "when": _when_json(understood.when or When(kind=WhenKind.NONE)),
        "place": understood.place.text if understood.place else None,
        "count": understood.count,
        "hours": None if understood.hours is None else float(understood.hours),
        "confidence": round(understood.confidence, 2),
        "alternatives": list(understood.alternatives),
        "more": [to_json(each) for each in understood.more],
    }


def _when_json(when: When) -> dict[str, object]:
    return {
        "kind": when.kind.value,
        "start": _local_iso(when.start, whole_days=when.whole_days),
        "end": _local_iso(when.end, whole_days=when.whole_days or when.kind is WhenKind.RECURRING),
        "rrule": when.rrule,
    }


def _local_iso(moment: datetime | None, *, whole_days: bool) -> str | None:
    if moment is None:
        return None
    here = moment.astimezone(STOCKHOLM)
    return here.date().isoformat() if whole_days else here.strftime("%Y-%m-%dT%H:%M")
