"""Small words that answer one question: which category, which language."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from dialogs.understanding.folding import fold
from dialogs.understanding.vocabulary import DRILLS

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "mandatory": ("obligatorisk", "mandatory"),
    "call_off": ("avrop", "call-off", "call off"),
    "add_on": ("tillägg", "add-on", "add on"),
}
LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "en": ("engelska", "english"),
    "sv": ("svenska", "swedish"),
}


_WHENEVER = re.compile(
    r"\b(?:nar\s+som\s+helst|nar\s+(?:det|ni)\s+(?:passar|kan|vill|hinner)|(?:det\s+)?spelar\s+ingen\s+roll|ingen\s+bradska|"
    r"ingen\s+sarskild\s+tid|whenever|any\s*time|no\s+(?:particular\s+time|rush|hurry)|doesn.?t\s+matter)\b"
)


_INSULT = re.compile(
    r"\b(?:idiot\w*|dum(?:bom|ma|skalle)?|korkad\w*|javla|javlig\w*|skit(?:bot|boten|dalig\w*|sak)?|vardelos\w*|kass|"
    r"fan|helvete|hata\w*|stupid|useless|dumb|moron|hate\s+(?:you|this)|shit\w*|crap|fuck\w*|worthless|suck\w*)\b"
)


_ANSWER = re.compile(
    r"^\s*(?:svara|svar till|reply to|reply|answer)\s+([^:\n]{1,60}?)\s*:\s*(\S.*)$", re.IGNORECASE | re.DOTALL
)


def answer_in(text: str) -> tuple[str, str] | None:
    """Return whom "svara Emil: vi kommer kl. 10" answers, and with what; None when it is nothing such."""
    found = _ANSWER.match(text)
    return None if found is None else (found[1], found[2].strip())


_COMMENT = re.compile(
    r"^\s*(?:kommentera|kommentar|comment)(?:\s+(?:på|till|on|to))?(?:\s+[BF]-20[0-9]{2}-[0-9]{4,6})?\s*(?:$|:\s*(.*)$)",
    re.IGNORECASE | re.DOTALL,
)


def comment_in(text: str) -> str | None:
    """Return what "kommentera B-2022-0001: nyckeln" or "fråga: varför två?" says, or None for anything else.

    It is empty for a bare "kommentera".
    """
    found = _COMMENT.match(text) or _QUESTION.match(text)
    return None if found is None else (found[1] or "").strip()


_REMARK = re.compile(
    r"^\s*(?:(?:skriv|kommentera|anteckna|notera|comment|note)\s+)?(?:internt?|internal(?:ly)?)"
    r"(?:\s+(?:kommentar|anteckning|notering|anmärkning|comment|note|remark))?(?:\s+(?:på|om|till|on|about|to))?"
    r"(?:\s+[BF]-20[0-9]{2}-[0-9]{4,6})?\s*[:,]\s*(\S.*)$|"
    r"^\s*(?:anteckna|anteckning|notera|notering|note)(?:\s+(?:på|om|till|on|about|to))?\s+[BF]-20[0-9]{2}-[0-9]{4,6}\s*:\s*(\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def remark_in(text: str) -> str | None:
    """Return what "internt B-2022-0001: elskåpet är låst" and "internal note: …" keep inside, else None."""
    found = _REMARK.match(text)
    return None if found is None else (found[1] or found[2]).strip()


_QUESTION = re.compile(
    r"^\s*(?:jag\s+)?(?:fråga|undrar|ask|question)(?:\s+[BF]-20[0-9]{2}-[0-9]{4,6})?\s*:\s*(\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


_REPLY = re.compile(
    r"^\s*(?:mitt\s+)?(?:svara?|svaret|my\s+answer|answer|reply)(?:\s+(?:är|på|is|to|on))?"
    r"(?:\s+B-20[0-9]{2}-[0-9]{4,6})?\s*:\s*(\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def question_in(text: str) -> str | None:
    """Return what "fråga: varför två?" asks, or None for anything else."""
    found = _QUESTION.match(text)
    return None if found is None else found[1].strip()


def reply_in(text: str) -> str | None:
    """Return what "svar: den gamla är trasig" answers, without saying whom; None for anything else."""
    found = _REPLY.match(text)
    return None if found is None else found[1].strip()


_ADDED = re.compile(
    r"^\W*(?:(?:och|men|du|kan|ni|snalla|and|but|please|can|could|you|also)\b\W+)*(?:"
    r"(?:lagg\s+(?:garna\s+)?till|add)\s*(?::|\batt\b|\bthat\b)|(?:skriv|skriva|saga|sag|halsa)\s+(?:till\s+)?(?:dem\s+|dom\s+)?att\b|"
    r"(?:jag\s+|vi\s+)?glomde\s+(?:saga|skriva|namna|tala\s+om)\s*(?:att\b)?|(?:i\s+|we\s+)?forgot\s+to\s+(?:say|mention|write|add)\b(?:\s+that\b)?|"
    r"tell\s+them\b(?:\s+that\b)?)\s*(?P<said>\S.*)$",
    re.DOTALL,
)


def added_in(text: str) -> str | None:
    """Return what "skriv att dörren är låst" or "lägg till: ta med trasor" wants said; None for anything else."""
    found = _ADDED.match(fold(text))
    return None if found is None else text[found.start("said") :].strip()


_DRILL = re.compile(DRILLS)


def is_drill(text: str) -> bool:
    """Tell whether *text* speaks of practising for a fire."""
    return _DRILL.search(fold(text)) is not None


_ALARM = re.compile(r"\b(?:larm(?:et|en)?|alarms?(?:et)?)\b")
_ALARM_NAME = re.compile(r"(?:alarm|larm)(?:s|et)?$")


def names_mere_alarm(text: str, names: Sequence[str]) -> bool:
    """Tell whether *text* speaks of an alarm, and says of none of these *names* that it is that one."""
    folded = fold(text)
    kinds = [_ALARM_NAME.sub("", fold(name)).strip() for name in names]
    return _ALARM.search(folded) is not None and not any(kind and kind in folded for kind in kinds)


def is_alarm(name: str) -> bool:
    """Tell whether *name* is that of an alarm: "brandlarm", "burglar alarm"."""
    return _ALARM_NAME.search(fold(name)) is not None


def is_insult(text: str) -> bool:
    """Tell whether *text* scolds."""
    return _INSULT.search(fold(text)) is not None


def is_only_signs(text: str) -> bool:
    """Tell whether *text* is nothing but signs, such as faces: no letter, no digit, and more than punctuation."""
    return not any(each.isalnum() for each in text) and any(unicodedata.category(each) == "So" for each in text)


_MASHED = re.compile(r"\b[a-z][b-df-hj-np-tv-xz]{5,}\b|\b[b-df-hj-np-tv-xz]{4,}\b")


def is_mashed(text: str) -> bool:
    """Tell whether *text* has a word that is none in any language, as a child at the keys writes it: "asdfghjkl"."""
    return _MASHED.search(fold(text)) is not None


def is_any_time(text: str) -> bool:
    """Tell whether *text* says that the time does not matter."""
    return _WHENEVER.search(fold(text)) is not None


def category_in(text: str) -> str | None:
    """Return the code of the category that *text* names, or None."""
    return _named(text, CATEGORIES)


def language_in(text: str) -> str | None:
    """Return the code of the language that *text* names, or None."""
    return _named(text, LANGUAGES)


def _named(text: str, stems: Mapping[str, tuple[str, ...]]) -> str | None:
    folded = text.casefold()
    return next((code for code, words in stems.items() if any(word in folded for word in words)), None)


_COMMAND = re.compile(
    r"^\W*(?:(?:jag|i|vill|tyvarr|nej|no|please|snalla)\W+)*(?:avsla(?:r|s)?|avslag|neka[rs]?|avvisa[rs]?|avboj(?:er)?|"
    r"reject|deny|decline|godkann(?:er)?\s+(?:inte|ej)|oppna(?:\s+(?:den|det|arendet))?\s+igen|"
    r"ateroppna(?:\s+(?:den|det))?|re-?open(?:\s+it)?|open(?:\s+it)?\s+again)(?!\w)"
)
_REQUEST = re.compile(r"\b[bf]-20[0-9]{2}-[0-9]{4,6}\b")
_JOINT = re.compile(r"^(?:[\s,.:;!-]|(?:for\s+att|eftersom|because|since|as)\b|(?:den|det|it)\W*$)+")


def reason_in(text: str) -> str | None:
    """Return why somebody says no or opens again, without the command and the number; None when they only do so."""
    folded = fold(text)
    named = _REQUEST.search(folded)
    bare = text if named is None else f"{text[: named.start()]}{text[named.end() :]}".strip()
    found = _COMMAND.match(fold(bare))
    rest = bare[found.end() :] if found else bare
    joint = _JOINT.match(fold(rest))
    return (rest[joint.end() :] if joint else rest).strip() or None


_ONLY_MARK = re.compile(
    r"^\W*(?:(?:betyg(?:et)?|rating|rate|score|jag\s+ger|i\s+(?:give|rate)|ger|det|it|den|med|en|ett|a)\W+)*"
    r"(?:[1-5]|etta|tva|tvaa|tre|trea|fyra|fem|femma|one|two|three|four|five)"
    r"(?:\s*(?:/|av|of|out\s+of)\s*(?:5|fem|five))?(?:\s*(?:stjarn\w*|stars?))?\W*$"
)


def said_beside_mark(text: str) -> str | None:
    """Return *text* as what was said about the work, or None when it only gives a mark."""
    return None if _ONLY_MARK.match(_REQUEST.sub("", fold(text))) else text


_MARK_SAID = re.compile(r"\b(?:betyg(?:et)?|rating|rate)\W+(?:it\s+|med\s+)?(-?[0-9]+(?:[.,][0-9]+)?)\b")


def is_wrong_mark(text: str) -> bool:
    """Tell whether *text* gives a mark that is none of 1 to 5."""
    found = _MARK_SAID.search(fold(text))
    return found is not None and found[1] not in {"1", "2", "3", "4", "5"}
