"""One thing said twice over.

"Aulan är äcklig, kan nån städa" complains of the cleaning, and orders nothing besides. "Toaletten är sönder och det
rinner vatten" tells of one fault what comes of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogs.understanding.folding import fold
from dialogs.understanding.lexicon import Lexicon
from dialogs.understanding.values import Intent, Understood

_GOES_ON = re.compile(
    r"^\W*(?:(?:och|and|samt|sa|so)\s+)*"
    r"(?:(?:det|den|de|dom|it|they|that|there|som|which|vatten|vattnet|water|rok|roken|smoke)(?:.s)?\s+)?"
    r"(?:(?:ar|har|blir|kommer|borjar|borjat|is|are|has|have|keeps?|nu|now|ocksa|also|jatte\w*|starkt|hela|tiden|till|och|med)\s+)*"
    r"(?:rinn\w*|runnit|rann|dropp\w*|lack\w*|forsa\w*|sprut\w*|stromma\w*|svamma\w*|vatten|gnist\w*|ryker|rok|lukta\w*|stink\w*|"
    r"brinn\w*|tjut\w*|piper|pip\w*|brumma\w*|gnissl\w*|leak\w*|drip\w*|running|runs|flood\w*|pour\w*|gush\w*|spray\w*|water|"
    r"spark\w*|smok\w*|smell\w*|stinks|burn\w*|beep\w*|nois\w*|buzz\w*)\b"
)
"""What comes of a fault, said without naming anything else: water, smoke, a smell, a noise."""
_TELLS_OF_IT = re.compile(
    r"^\W*(?:(?:och|men|and|but)\s+)?(?:den|it)\s+(?:bara\s+|just\s+)?"
    r"(?:blinkar|lyser|visar|later|stannar|slutar|startar|funkar|fungerar|blinks|flashes|is\s+(?:blinking|flashing)|shows|"
    r"says|makes|stops|won.?t)\b"
)
"""What is told of the thing that was named: "och den blinkar rött" is no lamp besides."""
_RUNS_OUT = re.compile(r"\b(?:slut|tomt?|saknas|fattas|ingen|inget|inga|out\s+of|no|empty)\b")
"""Said of what is to be filled up again, of which nothing comes: "slut på tvål och det droppar från kranen" is two."""
_ORDERS = re.compile(r"\b(?:bestall\w*|boka\w*|order|book|extra)\b")


def as_one(found: Sequence[Understood], lexicon: Lexicon) -> list[Understood]:
    """Return the wishes of a sentence, in order, those that are one thing as one."""
    return _faults_gone_on(_complaints(found, lexicon.deviations), lexicon.severities)


def _faults_gone_on(found: Sequence[Understood], severities: Mapping[str, int]) -> list[Understood]:
    """Return the wishes, a fault and what comes of it as one: the more severe of them, with the words of both."""
    kept: list[Understood] = []
    for each in found:
        if kept and kept[-1].object is not None and _goes_on(each, kept[-1]):
            before = kept.pop()
            is_worse = severities.get(each.object or "", 0) > severities.get(before.object or "", 0)
            one, other = (each, before) if is_worse else (before, each)
            kept.append(_with(one, other, is_first=not is_worse))
        else:
            kept.append(each)
    return kept


def _goes_on(after: Understood, before: Understood) -> bool:
    is_there = after.place is None or (before.place is not None and after.place.kept == before.place.kept)
    if is_there and _TELLS_OF_IT.match(fold(after.text)) is not None:
        return True
    if before.intent is Intent.ORDER and _RUNS_OUT.search(fold(before.text)) is not None:
        return False
    return after.intent is Intent.ISSUE and is_there and _GOES_ON.match(fold(after.text)) is not None


def _complaints(found: Sequence[Understood], deviations: Mapping[str, str]) -> list[Understood]:
    """Return the wishes, a complaint of a service and a wish for the same, at the same place, as one of them.

    It is the complaint, with the words of both; an order where the sentence orders by name.

    Args:
        found: the wishes of a sentence, in order.
        deviations: by code of the boundary list, the service of which an object is a complaint.
    """
    kept = list(found)
    for issue in [each for each in found if each.intent is Intent.ISSUE]:
        service = deviations.get(issue.object or "")
        wish = next((each for each in kept if service is not None and _is_for(each, service, issue)), None)
        if wish is None or issue not in kept:
            continue
        is_order = _ORDERS.search(fold(wish.text)) is not None
        one, other = (wish, issue) if is_order else (issue, wish)
        kept[kept.index(one)] = _with(one, other, is_first=found.index(one) < found.index(other))
        kept.remove(other)
    return kept


def _is_for(wish: Understood, service: str, issue: Understood) -> bool:
    is_there = wish.place is None or issue.place is None or wish.place.kept == issue.place.kept
    return wish.intent is Intent.ORDER and wish.service == service and is_there


def _with(one: Understood, other: Understood, *, is_first: bool) -> Understood:
    said = (one.text, other.text) if is_first else (other.text, one.text)
    text = ", ".join(part.strip(" ,") for part in said)
    return replace(one, text=text, place=one.place or other.place, when=one.when or other.when)
