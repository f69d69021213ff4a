"""How a coordinator asks for the board, or for a part of it. Read in folded text."""

import re

from dialogs.understanding.folding import fold

_LEAD = r"(?:(?:visa|se|oppna|hur\s+ser|show|see|open)\s+(?:mig\s+|me\s+)?(?:the\s+|my\s+|min\s+|hela\s+)?)?"
_THINGS = r"(?:\s+(?:arende(?:n|na)?|saker|requests?|things|work|arbete))?"
_WHICH = {
    "": rf"{_LEAD}(?:tavlan|tavla|samordnartavlan|dagslaget|morgonlaget|(?:the\s+)?board)(?:\s+ut)?",
    "unassigned": rf"{_LEAD}(?:(?:otilldela[td]e?|ofordela[td]e?){_THINGS}|unassigned(?:\s+(?:requests?|work))?)|"
    r"(?:vad|vilka)\s+(?:ar\s+(?:inte|ej)\s+(?:tackt|tilldelat|fordelat|bemannat)|ar\s+o(?:tackt|tilldelat|fordelat)|"
    r"saknar\s+(?:nagon|utforare|folk))(?:\s+(?:idag|i\s+dag|nu))?|"
    r"what(?:.s|\s+is)\s+(?:not\s+(?:covered|assigned)|uncovered|unassigned)(?:\s+(?:today|now))?",
    "late": rf"{_LEAD}(?:(?:sena|forsenade)\s+(?:arende(?:n|na)|saker)|sent|late\s+(?:requests|work))",
    "open": rf"{_LEAD}(?:allt\s+)?(?:oppet|oppna\s+arende(?:n|na)|open\s+(?:requests|work)|everything\s+open)",
    "mine": rf"{_LEAD}(?:(?:det|allt|vad)\s+(?:som\s+)?jag\s+har\s+(?:gett|fordelat|delat\s+ut)|"
    rf"(?:mitt|mina)\s+pa\s+tavlan|what\s+i\s+(?:have\s+)?(?:given|assigned)|mine\s+on\s+the\s+board)",
}
_UNIT = r"(?:\s+(?:pa|for|i|hos|at|of|in)\s+(?P<unit>[\w ]{2,60}))?"
_ASKED = {which: re.compile(rf"(?:{words}){_UNIT}") for which, words in _WHICH.items()}


def board_asked(text: str) -> tuple[str, str] | None:
    """Return which part of the board *text* asks for, and the folded name of a unit or ""; None for anything else."""
    plain = " ".join(fold(text).split()).strip(" .!?")
    for which, asked in _ASKED.items():
        found = asked.fullmatch(plain)
        if found is not None:
            return which, found["unit"] or ""
    return None
