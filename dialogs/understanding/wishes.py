"""Where one wish of a sentence ends and the next may begin, and what of it is wanted beside a command."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dialogs.understanding import vocabulary
from dialogs.understanding.folding import fold, tokens_of
from dialogs.understanding.values import Intent, Understood
from dialogs.understanding.wordsets import words_of

Span = tuple[int, int]

MOST_WISHES = 5
_SAID_OF_A_REQUEST = frozenset({Intent.CANCEL, Intent.STATUS, Intent.APPROVE, Intent.REJECT})
_SHOWN = frozenset({Intent.ASSIGNMENTS, Intent.CATALOGUE, Intent.ECONOMY, Intent.INDICATORS, Intent.REPORTS})
COMMANDS = _SAID_OF_A_REQUEST | _SHOWN
"""What something else can be wanted beside. Of what is shown, it is said so: who writes a text names reports too."""
_SHOWS = re.compile(r"^\W*(?:\w+\s+){0,3}(?:visa|se|oppna|lista|show|see|open|list)\b")
_FAULT = re.compile(vocabulary.FAULTS)
_WISH = re.compile(vocabulary.WISHES)
_AND = re.compile(r"[.!?;\n]|\b(?:och|and|samt|plus|dessutom|also|sen|sedan|then)\b|(?<!\S)[&+](?!\S)")
# "Hissen står still" is a fault, and no question of how something still is.
_STILL = re.compile(r"\b(?:fortfarande|(?<!star )still|annu|redan|already|langre|igen|again)\b")
_SURE_BESIDE = 0.5
# "…, kan de återbrukas?" goes on about what was named.
_ASKS = words_of("""
    kan kunde ska skulle gar can could will would are is ar maste bor
""")
_REFERS_BACK = words_of("""
    de dem den det it they them those these
""")
_OPENS_OTHERWISE = _REFERS_BACK | vocabulary.VERBS | words_of("i pa vid in at on")
_IS = words_of("ar har is are has was fungerar funkar works")
# "Skrivaren är sönder och kaffemaskinen också", "… och även kaffemaskinen", "… and so is the coffee machine".
_TOO = re.compile(
    r"(?P<how>\b(?:ar|har|fungerar|funkar|gar|lyser|startar|kranglar|strular|lacker|is|are|has|does|won.?t|leaks)\b[^.!?;,]{0,60}?)"
    r",?\s+(?:och|and|samt)\s+(?:(?P<even>aven|ocksa|also|so\s+(?:is|are|does|has))\s+)?"
    r"(?P<other>[^\W_][^.!?;,]{2,60}?)(?:\s+(?:ar\s+det\s+|is\s+)?(?P<too>ocksa|likasa|too|as\s+well|also))?\W*$"
)
_ASKS_ANOTHER = re.compile(
    r"^\W*(?:(?:hej|hejsan|hi|hello)\W+)?(?:kan|kunde|skulle|vill|can|could|would|will)\s+"
    r"(?:du|ni|nan|nagon|ngn|you|someone|somebody|anyone)\b"
)
_SENTENCE_END = re.compile(r"[.!?;\n]+\s+|\s+[-•*]\s+")
_JOINT = re.compile(
    r"(?:,\s*)?(?:\b(?:och|and|samt|plus|dessutom|also|sen|sedan|then)\b|(?<!\S)[&+](?!\S))"
    r"(?:\s+(?:ocksa|dessutom|sa|sedan|sen|also|then))?\s+|,\s+"
)


def parts_of(folded: str, *, kept: Sequence[Span], is_clause: bool) -> tuple[Span, ...]:
    """Return the spans of the text that may each be a wish.

    With *is_clause* it is cut at the end of a sentence and before an "och" or comma that a verb follows; otherwise at
    every "och". Nothing is cut inside or between the spans *kept*: "mellan 8 och 12". Whether a part really is a wish
    of its own is for the caller to judge.
    """
    cuts = [match.span() for match in _SENTENCE_END.finditer(folded)]
    for match in _JOINT.finditer(folded):
        words = [token.folded for token in tokens_of(folded[match.end() : match.end() + 60])[:4]]
        if not _refers_back(words) and (not is_clause or _opens_a_clause(words)):
            cuts.append(match.span())
    spans, begin = [], 0
    for start, end in sorted(cut for cut in cuts if not _is_kept(cut, kept)):
        if start > begin:
            spans.append((begin, start))
        begin = max(begin, end)
    spans.append((begin, len(folded)))
    return tuple(span for span in spans if folded[span[0] : span[1]].strip())[: MOST_WISHES * 3]


def _is_kept(cut: Span, kept: Sequence[Span]) -> bool:
    if any(start < cut[1] - 1 and cut[0] + 1 < end for start, end in kept):
        return True
    return any(end == cut[0] for _, end in kept) and any(start == cut[1] for start, _ in kept)


def _refers_back(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0] in _ASKS and words[1] in _REFERS_BACK


def _opens_a_clause(words: Sequence[str]) -> bool:
    if not words:
        return False
    return words[0] in vocabulary.VERBS or any(word in {"ar", "har", "is", "are", "has"} for word in words[1:])


def broken_too(folded: str) -> tuple[Span, Span] | None:
    """Return how the first thing of a fault is, and which other thing is so too; None when no other is said to be.

    "Skrivaren är sönder och kaffemaskinen också" says "är sönder" of both.
    """
    found = _TOO.search(folded)
    if found is None or not (found["even"] or found["too"]) or not _FAULT.search(found["how"]):
        return None
    words = [token.folded for token in tokens_of(found["other"])]
    says_more = words[0] in _OPENS_OTHERWISE or not _IS.isdisjoint(words) or _FAULT.search(found["other"])
    return None if says_more else (found.span("how"), found.span("other"))


def with_one_time(found: Sequence[Understood]) -> list[Understood]:
    """Return the wishes with the time that one of them says for all."""
    when = next((each.when for each in found if each.when is not None), None)
    return [each if each.when is not None else replace(each, when=when) for each in found]


def are_apart(folded: str, spans: Sequence[Span]) -> bool:
    """Tell whether there are several parts, with an "och" or the end of a sentence between any two of them."""
    gaps = [folded[before[1] : after[0]] for before, after in pairwise(spans)]
    return bool(gaps) and all(_AND.search(gap) for gap in gaps)


def is_command(said: Understood, folded: str) -> bool:
    """Tell whether a part, folded, is a command beside which something else can be wanted."""
    return said.intent in _SAID_OF_A_REQUEST or (said.intent in _SHOWN and _SHOWS.search(folded) is not None)


def is_wanted(said: Understood, folded: str) -> bool:
    """Tell whether a part, folded, wants something of its own, and does not tell how what was asked for is."""
    is_said = _FAULT.search(folded) or _WISH.search(folded)
    is_sure = said.intent in {Intent.ORDER, Intent.ISSUE} and said.confidence >= _SURE_BESIDE
    return is_sure and is_said is not None and not _STILL.search(folded)


def asks_another(text: str) -> bool:
    """Tell whether *text* asks somebody to do something and tells of no fault: "kan du fixa lampan"."""
    folded = fold(text)
    return _ASKS_ANOTHER.match(folded) is not None and _FAULT.search(folded) is None
