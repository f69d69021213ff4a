"""What is said of an agreement: to show, sign, decline, offer, change or end it. Read in folded text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from dialogs.understanding.folding import fold


class Deed(StrEnum):
    """What somebody wants done with an agreement."""

    SHOW = "show"
    LIST = "list"
    SIGN = "sign"
    DECLINE = "decline"
    OFFER = "offer"
    CHANGE = "change"
    END = "end"
    DRAFT = "draft"


@dataclass(frozen=True, kw_only=True, slots=True)
class TermsSaid:
    """The terms that a sentence names: hours and SEK by category, the limit, what was chosen.

    Of what is chosen None says nothing, and empty that all is meant.
    """

    hours: Mapping[str, Decimal] = field(default_factory=dict)
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    limit: Decimal | None = None
    services: tuple[str, ...] | None = None
    indicators: tuple[str, ...] | None = None


CODE = re.compile(r"\bavt-[a-z0-9]+(?:-[a-z0-9]+)*\b")
_NOUN = r"(?:overenskommelse(?:n|r|rna)?|avtal(?:et|en)?|agreements?|contracts?)"
_THING = re.compile(rf"\b(?:{_NOUN}|avt-[a-z0-9-]+)\b")
_OWN = r"(?:(?:var|vart|vara|ert|er|mitt|min|mina|deras|the|our|my|their|alla|all)\s+)*"
_OF = r"(?:\s+(?:for|med|pa|hos|of|with|at)\s+.{2,60})?"
_SHOW = re.compile(
    rf"(?:(?:visa|oppna|se|lasa?|hur\s+ser|vad\s+star\s+i|show|open|see|read|what\s+does)\s+)?(?:mig\s+|me\s+)?{_OWN}"
    rf"(?:{_NOUN}|avt-[a-z0-9-]+)(?:\s+(?:ut|say))?{_OF}"
)
_MANY = re.compile(r"\b(?:overenskommelser(?:na)?|avtalen|agreements|contracts)\b")
_NO = r"(?:(?:vill|kan|tanker|skriver)\s+inte|inte\b|won.?t|will\s+not|can.?t|cannot|don.?t|not)"
_DEEDS: Mapping[Deed, re.Pattern[str]] = {
    Deed.DECLINE: re.compile(
        rf"\b(?:(?:tackar?|sager?)\s+nej|avbojer?|avslar?|decline|reject|say\s+no|turn\s+down|{_NO}\s+(?:skriva\s+|"
        r"skriver\s+)?(?:pa|under|signera|sign))\b"
    ),
    Deed.SIGN: re.compile(
        r"\b(?:(?:skriver|skriv|skriva)\s+(?:pa|under)|signera[r]?|undertecknar?|godkann(?:er)?|sign|approve|accept)\b"
    ),
    Deed.END: re.compile(
        r"\b(?:avslutar?|sager?\s+upp|saga?\s+upp|tar?\s+tillbaka|drar?\s+tillbaka|end|terminate|give\s+notice|withdraw|"
        r"take\s+back)\b"
    ),
    Deed.OFFER: re.compile(r"\b(?:erbjuder?|erbjud|skickar?(?:\s+ut)?|offer|send(?:\s+out)?)\b"),
    Deed.DRAFT: re.compile(rf"\b(?:ny|nytt|new|skapa|gor|upprattar?|create|draft)\s+(?:en\s+|ett\s+|an?\s+)?{_NOUN}\b"),
    Deed.CHANGE: re.compile(r"\b(?:andrar?|amend|change|justerar?|adjust|ny\s+version|new\s+version)\b"),
}
_ALONE: Mapping[Deed, re.Pattern[str]] = {
    Deed.SIGN: re.compile(
        r"(?:ja,?\s+|yes,?\s+)?(?:jag\s+|vi\s+|i\s+|i.?ll\s+|we\s+)?(?:vill\s+|want\s+to\s+)?"
        r"(?:(?:skriver|skriv|skriva)\s+(?:pa|under)|signerar?|undertecknar?|sign)(?:\s+(?:det|den|it|nu|now))?"
    ),
    Deed.DECLINE: re.compile(
        r"(?:jag\s+|vi\s+|i\s+|we\s+)?(?:skriver\s+inte\s+(?:pa|under)|won.?t\s+sign|don.?t\s+sign|will\s+not\s+sign)\b.*"
    ),
}
_COMMAND = re.compile(
    r"^(?:erbjud|skicka|offer|send|andra|change|amend)(?:\s+(?:det|den|it|villkoren|the\s+terms|terms))?\s*(?:$|:.*)"
)
_CATEGORY = re.compile(
    r"(?P<mandatory>obligatorisk\w*|ingar\s+alltid|mandatory|always\s+included)|(?P<call_off>avrop\w*|vid\s+behov|"
    r"call-?\s?offs?|(?:as|when)\s+needed)|(?P<add_on>tillagg\w*|add-?\s?ons?)"
)
_FIGURE = r"[0-9]{1,3}(?:[ \u00a0,][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?"
_HOURS = re.compile(rf"({_FIGURE})\s*(?:timmar|timme|tim|h|hours?)\b")
_SEK = re.compile(rf"(?:({_FIGURE})\s*(?:kr|kronor|sek)\b|\bsek\s*({_FIGURE}))")
_LIMIT = re.compile(
    rf"\b(?:grans(?:en|s)?|limit)\s*(?:for\s+godkannande\s*)?(?:pa|till|of|to|at|:)?\s*(?:sek\s*)?({_FIGURE})"
)
_INDICATORS = re.compile(r"\b(?:nyckeltal|indicators?)\s*:?\s*((?:k[0-9]{1,3}(?:\s*,\s*|\s+(?:och|and)\s+|\s+)?)+)")
_SERVICES = re.compile(
    r"\b(?:tjanster(?:na)?|services)\s*:?\s*((?:[a-z]{2,4}-[a-z0-9]+(?:\s*,\s*|\s+(?:och|and)\s+|\s+)?)+)"
)
_ALL_SERVICES = re.compile(r"\b(?:alla\s+tjanster|all\s+services)\b")
_ALL_INDICATORS = re.compile(r"\b(?:alla\s+nyckeltal|all\s+indicators)\b")
_WORD = re.compile(r"[a-z0-9-]+")
_REASON = re.compile(r"(?::|,|\beftersom\b|\bfor\s+att\b|\bbecause\b|\bsince\b)\s*(?P<said>\S.*)$", re.DOTALL)


def deed_said(text: str, *, is_shown: bool) -> Deed | None:
    """Return what *text* wants done with an agreement, or None when it speaks of none.

    With *is_shown* an agreement is what the conversation is about, and a mere "erbjud" or "ändra: …" means it.
    """
    folded = " ".join(fold(text).split()).strip(" .!?")
    for deed in (Deed.DECLINE, Deed.SIGN):
        if _ALONE[deed].fullmatch(folded):
            return deed
    if is_shown and _COMMAND.match(folded):
        return Deed.OFFER if re.match(r"erbjud|skicka|offer|send", folded) else Deed.CHANGE
    if _THING.search(folded) is None:
        return None
    if _SHOW.fullmatch(folded):
        return Deed.LIST if _MANY.search(folded) else Deed.SHOW
    return next((deed for deed, pattern in _DEEDS.items() if pattern.search(folded)), None)


def code_said(text: str) -> str | None:
    """Return the code that *text* names, in capitals, or None."""
    found = CODE.search(fold(text))
    return found[0].upper() if found else None


def reason_said(text: str) -> str | None:
    """Return why, as it was written after a colon, a comma or a "because"; or None."""
    found = _REASON.search(fold(text))
    return text[found.start("said") :].strip() if found else None


def terms_said(text: str) -> TermsSaid:
    """Return the terms that *text* names: "avrop 20 timmar 8 400 kr, gräns 3000 kr, nyckeltal K1 K2"."""
    folded = fold(text)
    limit = _LIMIT.search(folded)
    rest = folded if limit is None else f"{folded[: limit.start()]} . {folded[limit.end() :]}"
    found = list(_CATEGORY.finditer(rest))
    hours: dict[str, Decimal] = {}
    amounts: dict[str, Decimal] = {}
    for nth, each in enumerate(found):
        category = str(each.lastgroup)
        said = rest[each.end() : found[nth + 1].start() if nth + 1 < len(found) else len(rest)]
        if (number := _HOURS.search(said)) is not None:
            hours[category] = _read(number[1])
        if (sum_ := _SEK.search(said)) is not None:
            amounts[category] = _read(sum_[1] or sum_[2])
    return TermsSaid(
        hours=hours,
        amounts=amounts,
        limit=_read(limit[1]) if limit else None,
        services=_codes(_SERVICES, _ALL_SERVICES, folded),
        indicators=_codes(_INDICATORS, _ALL_INDICATORS, folded),
    )


def _codes(chosen: re.Pattern[str], whole: re.Pattern[str], folded: str) -> tuple[str, ...] | None:
    if whole.search(folded):
        return ()
    found = chosen.search(folded)
    words = _WORD.findall(found[1]) if found else []
    return tuple(each.upper() for each in words if each not in {"och", "and"}) or None


def _read(figure: str) -> Decimal:
    """Return a number as either language writes it: "8 400,50", "8,400.50", "20,5"."""
    plain = figure.replace(" ", "").replace("\u00a0", "")
    is_thousands = "." in plain or len(plain.rpartition(",")[2]) == len("400")
    return Decimal(plain.replace(",", "" if is_thousands else "."))
