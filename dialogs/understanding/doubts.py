"""What speaks against a fault that a sentence names: it is denied, mended, practised or only asked about. Folded."""

import re
from enum import StrEnum

_FAULTY = (
    r"(?:lack\w*|droppa\w*|oversvamn\w*|inbrott\w*|inbrut\w*|stold\w*|stulet|stulits|stal|brand(?!larm)\w*|brinn\w*|"
    r"brunnit|gnist\w*|ramla\w*|skada\w*|fallit|foll|halkat|svimmat|farlig\w*|fara|fel|skadedjur|ratt\w*|mossen|"
    r"klotter|skadegorelse|vattenlacka\w*|leak\w*|burglar\w*|break-?in\w*|fire|hurt|injured|fell|fallen|danger\w*|"
    r"flood\w*|theft|vandal\w*)"
)
_BETWEEN = r"(?:\s+(?:har|hade|haft|nagon|nagot|nagra|det|den|vara|ar|any|a|been|had|is|was|got|there|langre))*"
_NO = (
    r"(?:inte|ej|ingen|inga|inget|ingenting|aldrig|no|not|nobody|no\s?one|never|isn.?t|wasn.?t|hasn.?t|haven.?t|"
    r"aren.?t|didn.?t)"
)
_DENIED = re.compile(
    rf"\b{_NO}{_BETWEEN}\s+{_FAULTY}\b|\b(?:lacker|brinner|droppar|gnistrar|ryker)\s+(?:det\s+)?(?:inte|ej)\b|"
    r"\b(?:slutat|stopped)\s+(?:att\s+)?(?:lack|dropp|brinn|leak|drip|burn)\w*|\bfalskt?\s+(?:larm|alarm)|\bfalse\s+alarm"
)
_NO_LONGER = re.compile(
    r"\b(?:inte|ej|ingen|inget|inga)\b.*\b(?:langre)\b|\b(?:no\s+longer|not\b.*\bany\s*(?:more|longer))\b"
)
_WORKS_NOT = re.compile(
    r"\b(?:funkar|fungerar|gar|haller|startar|oppnar|stanger|lyser|spolar|rinner|kommer)\s+(?:\w+\s+)?(?:inte|ej)\b|"
    r"\b(?:work|start|open|close|flush|drain|hold)\w*\b"
)
_MENDED = re.compile(
    r"\b(?:ar|blev|har|nu|redan|is|was|has|been|got)\s+(?:(?!(?:inte|ej|not|aldrig|never)\b)\w+\s+){0,2}"
    r"(?:lagad|lagat|lagade|lagats|fixad|fixat|fixats|atgardad|atgardat|atgardats|reparerad|reparerat|tatad|tatat|"
    r"slackt|slackts|fixed|repaired|mended|resolved|sorted)\b"
)
_MIGHT = re.compile(
    r"\b(?:kanske|mojligen|eventuellt|undrar|osaker|vet\s+inte\s+om|tror|maybe|perhaps|might|wonder\w*|not\s+sure|"
    r"unsure|think)\b|\b(?:om|ifall|if|nar|when)\s+(?:det|nagon|nagot|there|it|someone|somebody)\s+(?:\w+\s+)?"
    r"(?:lacker|brinner|ramlar|gnistrar|leaks?|burns?|falls?|is)\b"
)
_ASKS = re.compile(
    r"^\W*(?:(?:hej|hejsan|hi|hello|ursakta|sorry|men|but|och|and)\W+)*(?:hur|vad|vem|vilka|var|nar|varfor|ar|har|hade|"
    r"finns|brukar|gar|lacker|brinner|droppar|blev|is|are|do|does|did|has|have|was|were|what|who|when|where|why|how)"
    r"\b[^?]*\?\W*$"
)
_PRACTISED = re.compile(
    r"\b\w*(?:ovning|ovningen|ovningar|ovar)\b|\b\w*utbildning\w*|\bprovlarm\w*|\b(?:fire\s+)?drills?\b|\bexercise\b|"
    r"\btestlarm\w*|\bfire\s+(?:training|safety)\b"
)
_PRAISED = re.compile(
    r"\b(?:var|ar|smakade|smakar|blev|was|is|tasted?)\s+(?:(?!(?:inte|ej|not|aldrig|never)\b)\w+\s+){0,2}"
    r"(?:god|gott|goda|bra|fin|fint|jatte(?:god|gott|bra|fin)\w*|utmarkt|toppen|perfekt|underbar\w*|good|great|fine|"
    r"delicious|nice|lovely|tasty)\b(?!\s+(?:om|att|if|to|that))"
)


_NO_WATER = (
    r"(?:\w*olj(?:a|an|e)|bensin\w*|diesel\w*|bransle\w*|glykol\w*|black(?:et)?|toner\w*|luft|oil|petrol|fuel|ink|air)"
)
_VEHICLE = (
    r"(?:\w*(?<!mo)bil(?:en|ar|arna)?|(?:mini)?buss(?:en)?|fordon(?:et)?|moped(?:en)?|traktor(?:n)?|grasklippare\w*|"
    r"cars?|vans?|(?:mini)?bus|vehicle|truck|tractor|lawn\s*mower)"
)
_LEAKS = r"(?:lack\w*|leak\w*)"
_LEAKS_NO_WATER = re.compile(
    rf"\b{_LEAKS}\s+(?:\w+\s+){{0,2}}{_NO_WATER}\b|\b{_NO_WATER}\s+(?:\w+\s+){{0,2}}{_LEAKS}|"
    rf"\b{_VEHICLE}\s+(?:\w+\s+)?{_LEAKS}|\b(?:olje|bensin|diesel|bransle)lack\w*"
)
_WATER = re.compile(r"\b(?:vatt\w*|\w*vatten\w*|water\w*)\b")
LEAK = ("lacka", "lacker", "leak")
"""The words by which a list names a leak, which is one of water."""


class Doubt(StrEnum):
    """Why a fault that is named may be none: it certainly is none of today's, or that has to be asked."""

    NO_FAULT = "no_fault"
    ASK = "ask"


def doubt_in(folded: str) -> Doubt | None:
    """Return what speaks against a fault in a folded text, or None when it may be taken at its word.

    That something is missing or does not work ("ingen tvål", "går inte i lås") is a fault and no denial.
    """
    if _PRACTISED.search(folded) or _PRAISED.search(folded):
        return Doubt.NO_FAULT
    has_ended = _NO_LONGER.search(folded) is not None and _WORKS_NOT.search(folded) is None
    patterns = (_DENIED, _MENDED, _MIGHT, _ASKS)
    return Doubt.ASK if has_ended or any(each.search(folded) for each in patterns) else None


def leaks_no_water(folded: str) -> bool:
    """Tell whether something leaks, folded, that is no water, or a vehicle does: "bilen läcker olja"."""
    is_leak = "lack" in folded or "leak" in folded
    return is_leak and _LEAKS_NO_WATER.search(folded) is not None and _WATER.search(folded) is None
