"""How a principal says who approves for them: "jag är borta 3-7 april, Anna godkänner". Read in folded text."""

import re

from dialogs.understanding.folding import fold

_NAME = r"(?P<name>[a-z][\w-]*(?:\s+(?!(?:far|ska|kan|may|can|will)\b)[a-z][\w-]*)?)"
_APPROVES = (
    r"godkanner|attesterar|bestammer|far\s+(?:godkanna|attestera)|ska\s+godkanna|kan\s+godkanna|godkanna|ersatter\s+mig|"
    r"vikarierar|approves?|will\s+approve|can\s+approve|may\s+approve|stands\s+in|covers\s+for\s+me|decides"
)
_SAID = re.compile(rf"(?:^|[,.;]\s*|\b(?:lat|da|sa|och|medan|let|then|and|while)\s+){_NAME}\s+(?:{_APPROVES})\b")
_NOBODY = frozenset({"jag", "vem", "chefen", "rektorn", "i", "who", "du", "you", "ni", "vi", "we", "ingen", "nobody"})
_ASKED = re.compile(
    r"\W*(?:(?:visa|min|mina|byt|valj|ny|show|my|choose|new|vem\s+ar|vilken\s+ar|har\s+jag\s+(?:en|nagon)|who\s+is|who.?s)\s+)*(?:ersattare|vikarie|substitutes?|stand-?in)\W*|"
    r"\W*(?:vem|who)\s+(?:kan\s+|ska\s+|far\s+|can\s+|may\s+|will\s+)?(?:godkanner?|godkanna|approves?)\s+"
    r"(?:nar\s+jag\s+ar\s+\w+|at\s+mig|i\s+stallet(?:\s+for\s+mig)?|when\s+i.?m\s+\w+|when\s+i\s+am\s+\w+|for\s+me|instead)"
    r"\W*"
)
_ALONE = re.compile(
    r"\W*(?:jag\s+godkanner\s+sjalv(?:\s+(?:igen|nu))?|i.?ll\s+approve\s+myself|i\s+approve\s+myself(?:\s+again)?|"
    r"ingen\s+ersattare|no\s+substitute)\W*"
)


_TO_APPROVE = re.compile(
    r"\W*(?:hej\W+)?(?:vad|vilka|vilket|har\s+(?:jag|vi)|finns\s+det|ar\s+det|what|which|do\s+i|is\s+there|anything|something|nagot|visa|show)\b"
    r"(?=.*\b(?:vantar|ska|att|som|behover|vill|waiting|waits|need|needs|to|should|must|my|mitt|mina)\b)"
    r"(?:\s+\w+){0,6}\s+(?:godkanna|godkannas|godkannande\w*|attestera|approve|approved|approvals?)(?:\s+(?:av\s+mig|from\s+me|by\s+me|nu|now|idag|i\s+dag|today))?\W*"
)
_WAITS_FOR_ME = re.compile(
    r"\W*(?:(?:vad|vilka|nagot|what|which|anything|something)\s+(?:\w+\s+)?(?:(?:som\s+)?vantar|ligger|(?:.?s|is|are)\s+(?:waiting|pending))|"
    r"what.?s\s+(?:waiting|pending))\s+(?:pa|hos|for|with)\s+(?:mig|me|mitt\s+svar|my\s+answer)\W*"
)


def is_asking_what_to_approve(text: str) -> bool:
    """Tell whether *text* asks what waits for the writer's approval: "vad väntar på mitt godkännande?"."""
    folded = fold(text)
    return _TO_APPROVE.fullmatch(folded) is not None or _WAITS_FOR_ME.fullmatch(folded) is not None


def substitute_said(text: str) -> str | None:
    """Return the folded name of who *text* says approves, one or two words, or None."""
    found = _SAID.search(fold(text))
    if found is None or set(found["name"].split()) & _NOBODY:
        return None
    return found["name"]


def is_substitute_asked(text: str) -> bool:
    """Tell whether *text* asks to see or choose who approves instead."""
    return _ASKED.fullmatch(fold(text)) is not None


def approves_alone(text: str) -> bool:
    """Tell whether *text* ends that somebody approves instead."""
    return _ALONE.fullmatch(fold(text)) is not None
