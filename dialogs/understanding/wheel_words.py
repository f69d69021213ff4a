"""How people ask for a month of the year wheel: "årshjulet för mars", "what's due in March". Read in folded text."""

import re
from datetime import date

from dialogs.understanding.folding import fold
from dialogs.understanding.month_words import NEXT_MONTH, month_named
from domain.months import month_after, month_before, month_of

_LEAD = r"(?:(?:kan|can|could)\s+(?:du|you)\s+)?(?:(?:visa|se|oppna|show|see|open|lista|list)\s+(?:(?:mig|me)\s+)?)?"
_WHEEL = r"arshjul(?:et)?|ataganden(?:a)?|(?:the\s+)?(?:year\s+wheel|commitments)|deadlines"
_WHAT = (
    r"(?:vad|vilka\s+(?:rapporter|ataganden))\s+(?:ar\s+det\s+som\s+)?(?:ska(?:ll)?|maste|behover)\s+(?:allt\s+)?"
    r"(?:in|lamnas(?:\s+in)?|vara\s+(?:klar[at]?|inne)|bli\s+klar[at]?)|vad\s+(?:forfaller|har\s+deadline)|"
    r"what\s+(?:is|falls)\s+due|what.?s\s+due|which\s+(?:reports|commitments)\s+are\s+due"
)
_JOINING = r"(?:(?:for|i|in|under|nu|all\s+of|hela|den\s+har|denna|the|this)\s+)*"
_ASKED = re.compile(rf"\W*{_LEAD}(?:{_WHEEL}|{_WHAT})\W+{_JOINING}(?P<when>[a-z]+(?:\s+[a-z0-9]+)?)\W*")
_THIS = re.compile(r"manad(?:en)?|month")
_LAST = re.compile(r"(?:forra|senaste|last|previous)\s+(?:manad(?:en)?|month)")
BEHIND = 2
"""A month named without its year is at most so many months back; any other is ahead."""


def wheel_month(text: str, *, today: date) -> date | None:
    """Return the first day of the month of the year wheel that *text* asks for; None when it asks for something else.

    Of what is due, a month without its year is rather the one to come than the one that was.
    """
    found = _ASKED.fullmatch(fold(text))
    if found is None:
        return None
    when = found["when"]
    if _THIS.fullmatch(when):
        return month_of(today)
    if _LAST.fullmatch(when):
        return month_before(today)
    return month_after(today) if NEXT_MONTH.fullmatch(when) else _named(when, today)


def _named(when: str, today: date) -> date | None:
    named = month_named(when)
    if named is None:
        return None
    number, year = named
    if year is not None:
        return date(year, number, 1)
    if (today.month - number) % 12 <= BEHIND:
        return date(today.year - (number > today.month), number, 1)
    return date(today.year + (number < today.month), number, 1)
