"""What escalates in English: the words of the boundary list that do are Swedish, its reporters need not be."""

from collections.abc import Iterable, Iterator, Mapping

IN_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "gnistor": ("sparks", "sparking"),
    "gnistrar": ("sparks", "sparking"),
    "bränt": ("burnt", "burned", "scorched"),
    "luktar bränt": ("smells burnt", "smells burning", "burning smell", "smell burning"),
    "rök": ("smoke", "smoking", "smoky"),
    "brinner": ("fire", "burning", "flames"),
    "fast i hissen": ("stuck lift", "stuck elevator", "caught lift", "caught elevator"),
    "instängd": ("trapped", "shut in", "locked in", "stuck inside", "can't get out", "cannot get out"),
    "någon i hissen": (
        "someone in lift",
        "somebody in lift",
        "someone in elevator",
        "people in lift",
        "someone inside",
    ),
    "under 17 grader": ("under 17 degrees", "below 17 degrees", "less than 17 degrees"),
    "iskallt": ("ice cold", "icy cold", "freezing"),
    "barnen fryser": ("children freezing", "children cold", "kids freezing", "kids cold", "pupils freezing"),
    "hot": ("threat", "threatening", "threats"),
    "rasistiskt": ("racist", "racism"),
    "hakkors": ("swastika", "swastikas"),
    "skadad": ("hurt", "injured", "wounded"),
    "blöder": ("bleeds", "bleeding"),
    "medvetslös": ("unconscious", "passed out"),
    "farligt": ("dangerous", "danger"),
}
"""English for the words that boundary lists escalate by; one that is not here escalates in its own language only."""


def in_both_languages(words: Iterable[str]) -> Iterator[str]:
    """Return each of *words*, and what an English speaker says for it."""
    for word in words:
        yield word
        yield from IN_ENGLISH.get(word.strip().casefold(), ())
