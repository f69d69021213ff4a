"""On which days an order recurs, said in words: of a draft, and of a series that was placed."""

import re
from dataclasses import replace
from datetime import date, datetime

from actions.ports import Begin
from actions.series import next_of
from actions.series_changes import SeriesChange, change_series
from dialogs.draft_inputs import recurring_from
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding import WhenKind
from dialogs.understanding.folding import fold
from dialogs.understanding.rule_words import RuleSaid, rule_said
from domain.recurrence import at_pace, on_days, weekdays_of
from domain.requests import OrderDraft
from domain.series import OrderSeries
from domain.worktime import STOCKHOLM, at_local

_NUMBER = re.compile(r"\bS-20[0-9]{2}-[0-9]{4,6}\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\W*(?:(?:kan|kunde|vi|ni|jag|vill|can|could|we|you|please)\W+)*(?:andra|flytta|byta?|change|move|switch)\b"
)


def change_said(turn: Turn) -> RuleSaid | None:
    """Return the rule that the sentence gives a series: "ändra S-2022-0001 till onsdagar", "only Mondays"; or None."""
    return rule_said(_NUMBER.sub(" ", turn.text))


def service_rule_said(turn: Turn) -> RuleSaid | None:
    """Return the rule of "ändra fönsterputsen till varannan vecka", which names the series by its service; or None."""
    said = turn.understood
    if said is None or said.service is None or said.when is None or said.when.kind is not WhenKind.RECURRING:
        return None
    return RuleSaid(rrule=said.when.rrule) if _CHANGES.match(fold(turn.text)) and said.when.rrule else None


def of_draft(said: RuleSaid, draft: OrderDraft, *, at: datetime) -> dict[str, object]:
    """Return the fields for "bara måndagar", "hoppa över fredagarna" and "varje vecka räcker"; the time of day stays.

    Nothing is returned where no day would be left.
    """
    first = (draft.wanted_start or at).astimezone(STOCKHOLM).date()
    rrule = rule_after(said, draft.rrule or "", first)
    if rrule is None:
        return {}
    fields = recurring_from(replace(draft, rrule=rrule), max(first, at.astimezone(STOCKHOLM).date()), at=at)
    start = fields["wanted_start"]
    if said.clock is not None and isinstance(start, datetime):
        fields |= {"wanted_start": at_local(start.astimezone(STOCKHOLM).date(), said.clock), "wanted_end": None}
    return {"rrule": rrule, **fields}


def rule_after(said: RuleSaid, rrule: str, first: date) -> str | None:
    """Return the rule as it is to be, or None when no day is left of it."""
    if said.rrule is not None:
        return at_pace(rrule, said.rrule, start=first, is_once=said.is_once)
    days = said.only or weekdays_of(rrule, start=first) - set(said.without)
    return on_days(rrule, days) if days else None


async def change_rule(turn: Turn, series: OrderSeries, said: RuleSaid, *, begin: Begin) -> Reply:
    """Let the series recur as *said* from its next occurrence on, and show what it became."""
    subject = f"series:{series.id}"
    first = next(iter(next_of(series, 1, at=turn.at)), series.first_day)
    rrule = rule_after(said, series.rrule, first)
    if rrule is None:
        return Reply(messages=(say("series-no-day-left-of", series=series.id),), state={"focus": subject})
    change = SeriesChange(rrule=rrule, clock=said.clock)
    await change_series(series.id, change, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(say("series-changed", series=series.id), show("series", subject)), state={"focus": subject})
