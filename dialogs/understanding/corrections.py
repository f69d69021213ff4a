"""What is said to have an order otherwise: "nej, …", "inte i aulan utan i matsalen", "fönsterputs istället"."""

import re

from dialogs.understanding.amounts import find_count
from dialogs.understanding.folding import fold, stem_of, tokens_of
from dialogs.understanding.numerals import WORD_PATTERN, number_of
from dialogs.understanding.vocabulary import FAULTS

# "Egentligen är det rum 14", "15 personer förresten", "actually it should be at 9:30".
_ON_SECOND_THOUGHT = re.compile(
    r"^\W*(?:(?:och|men|oj|du|hej|sorry|forlat|ursakta|and|but|oh)\b\W+)*"
    r"(?:(?:egentligen|forresten|actually|det\s+blev\s+(?:visst\s+|lite\s+)?fel|jag\s+skrev\s+fel|fel\s+av\s+mig|my\s+mistake)\b[\s,.:;]*)"
    r"(?:(?:sa|ar|ska|skulle|blir|gor|galler)\s+det\s+(?:vara\s+|bli\s+)?|det\s+(?:ar|galler|blir|ska\s+vara|ska\s+bli|skulle\s+vara)\s+|"
    r"it(?:.?s|\s+is|\s+should\s+be)\s+|make\s+it\s+)?"
    r"|^\W*(?:(?:och|men|and|but)\b\W+)?(?:make\s+(?:it|that)|gor\s+det\s+till|det\s+galler|det\s+ska\s+(?:vara|bli)|det\s+skulle\s+(?:vara|bli)|"
    r"jag\s+menade|i\s+meant|it\s+should\s+be)\s+"
)
_AFTERTHOUGHT = re.compile(
    r"[\s,]*\b(?:forresten|jag\s+skrev\s+fel|(?:och\s+)?inte\s+\w+|my\s+mistake|actually|sorry)\W*$"
)
# "Inte torsdag, onsdag", "not the hall, the canteen": few words on both sides, or it says something else.
_NOT_THIS = re.compile(
    r"^\W*(?:(?:nej|no|oj|oh|oops|sorry)\b\W+)*(?:inte|ej|not)\s+(?P<before>[^\W_]+(?:\s+[^\W_]+){0,2})\s*,\s*(?P<after>[^\W_]\S*(?:\s+\S+){0,3})$"
)
_COMES_INSTEAD = re.compile(
    r"^\W*(?:(?:kan|kunde|skulle|can|could)\s+(?:ni|du|de|you|they)\s+(?:kunna\s+)?(?:komma|come)\s+)"
)
_COUNTED = re.compile(
    r"^\W*(?:(?:nej|no|oj|hoppsan|oops|sorry|forlat|fler|flera|farre|more|fewer|ta|gor|make|it|that|det|blir|vi|ar|ska|vara|andra|change|till|to|"
    r"forresten|egentligen|actually)\b\W*)*(?P<number>[2-9]|[1-9][0-9]{1,2}|"
    + WORD_PATTERN
    + r")\s*(?:st\s+|stycken\s+)?(?P<noun>[^\W\d_]{2,})"
    r"(?:\W+(?:forresten|istallet|instead|i\s+stallet|tack|please|actually|ar\s+vi|blir\s+vi))*\W*$"
)
# "2 sängar är det", "det är tre fönster", "there are 2 beds": how many there are of what is spoken of, and no more.
_STATED = re.compile(
    r"^\W*(?:(?:och|and|ja|yes|jo|totalt|in\s+total|oj|oh|oops|sorry|men|but|actually|egentligen|forresten|hoppsan)\b\W+)*"
    r"(?P<lead>(?:det|there|it|they|vi|we)\s*(?:ar|blir|finns|galler|handlar\s+om|ror\s+sig\s+om|is|are|.?s|.?re)\s+)?"
    rf"(?P<number>[2-9]|[1-9][0-9]{{1,2}}|{WORD_PATTERN})\s*(?:st\s+|stycken\s+)?(?P<noun>[^\W\d_]{{2,}})"
    r"(?P<tail>\s+(?:(?:ar|blir|galler)\s+(?:det|vi)|ska\s+det\s+vara|it\s+is|in\s+(?:all|total)|totalt|sammanlagt))?"
    r"\W*$"
)
# "No later than Friday" takes nothing back.
_NO = re.compile(
    r"^\W*(?:(?:nej|nja|nae?|nope|no(?=\s*[,.:;!-]|\s+(?:on|at|in|to|it|make|i|tomorrow|today|next|before|after|by|from|"
    r"[0-9]+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b))\b[\s,.:;!-]+)+"
    r"(?:(?:det\s+(?:ska|skulle)\s+(?:vara|bli)|jag\s+(?:menade|menar)|ta|gor|it\s+should\s+be|i\s+meant?|make\s+it)\s+)?"
)
_BUT = re.compile(
    r"^\W*(?:(?:nej|no)\b\W+)?(?:inte|ej|not)\b(?P<before>.*?)\b(?:utan|but)\b\s+(?P<after>\S.*)$", re.DOTALL
)
_INSTEAD = re.compile(r"\b(?:i\s*stallet|hellre|instead|rather)\b(?!\s+(?:for|of|than|an)\b)")
_SERVICE = re.compile(
    r"^\W*(?:(?:kan\s+(?:du|vi)|jag\s+vill|please|can\s+(?:you|we))\s+)*(?:byt(?:a)?|andra|change|switch)\s+"
    r"(?:the\s+)?(?:tjanst(?:en)?|service)\s+(?:till|to)\s+(?P<name>\S.*)$",
    re.DOTALL,
)
_FAULT = re.compile(FAULTS)
_MORE = re.compile(r"\b(?:ocksa|aven|dessutom|och\s+sa|also|too|as\s+well)\b")
_NOTE = re.compile(
    r"^\W*(?:(?:skriv|lagg\s+till|add)\s+(?:ett\s+|a\s+|som\s+|as\s+)?)?"
    r"(?:meddelande(?:t)?|anteckning|notering|note|message)\s*(?::|\btill\b|\bto\b)\s*(?P<note>\S.*)$",
    re.DOTALL,
)


def wanted_instead(text: str) -> str | None:
    """Return what *text* wants instead of what was understood, as written; None when it corrects nothing.

    Another wish ("lampan också") and another fault are no corrections.
    """
    folded = fold(text)
    if _MORE.search(folded) or _FAULT.search(folded):
        return None
    for pattern, name in ((_BUT, "after"), (_NOT_THIS, "after"), (_SERVICE, "name")):
        found = pattern.match(folded)
        if found is not None:
            return text[found.start(name) :].strip()
    no, instead = _NO.match(folded) or _ON_SECOND_THOUGHT.match(folded), _INSTEAD.search(folded)
    after = _AFTERTHOUGHT.search(folded)
    if no is None and instead is None:
        return text[: after.start()].strip() or None if after is not None and "inte" not in after[0] else None
    if no is None:
        no = _COMES_INSTEAD.match(folded)
    elif after is not None and after.start() > no.end() and instead is None:
        return text[no.end() : after.start()].strip(" ,.!") or None
    begins = no.end() if no is not None else 0
    kept = text[begins:] if instead is None else text[begins : instead.start()] + text[instead.end() :]
    return kept.strip(" ,.!") or None


def counted_again(text: str, before: str) -> int | None:
    """Return how many *text* says there are to be, of a thing that was named in *before* already; else None.

    "12 stolar" after "flytta stolarna" orders no second lot of chairs, nor does "2 sängar är det" after anything.
    """
    folded = fold(text)
    stated = _STATED.match(folded)
    if stated is not None and (stated["lead"] or stated["tail"]):
        counted = find_count(f"{stated['number']} {stated['noun']}", ())
        return None if counted is None else counted[0]
    found = _COUNTED.match(folded)
    named = {stem_of(token.folded) for token in tokens_of(fold(before))}
    number = number_of(found["number"]) if found is not None and stem_of(found["noun"]) in named else None
    return int(number) if number is not None and number > 1 else None


def note_in(text: str) -> str | None:
    """Return what "meddelande: nyckeln ligger i lådan" says; None for anything else."""
    found = _NOTE.match(fold(text))
    return None if found is None else text[found.start("note") :].strip()
