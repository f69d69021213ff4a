"""What escalates besides the words of the boundary list: the same said otherwise, and in English, as reporters do."""

from collections.abc import Iterable, Iterator, Mapping

OTHERWISE: Mapping[str, tuple[str, ...]] = {
    "gnistor": ("sparks", "sparking"),
    "gnistrar": ("sparks", "sparking"),
    "bränt": ("burnt", "burned", "scorched"),
    "luktar bränt": ("smells burnt", "smells burning", "burning smell", "smell burning"),
    "rök": ("smoke", "smoking", "smoky"),
    "brinner": ("fire", "burning", "flames"),
    "fast i hissen": (
        *("någon sitter fast", "någon är fast", "barn sitter fast", "elev sitter fast", "person sitter fast"),
        *("någon i hissen", "sitter någon i", "kommer inte ut"),
        *("stuck lift", "stuck elevator", "caught lift", "caught elevator"),
        *(
            "someone in lift",
            "somebody in lift",
            "someone in elevator",
            "people in lift",
            "someone inside",
            "somebody inside",
        ),
        *("someone stuck", "somebody stuck", "people stuck", "child stuck", "pupil stuck", "person stuck"),
    ),
    "instängd": ("trapped", "shut in", "locked in", "stuck inside", "can't get out", "cannot get out"),
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
"""What is also said for the words that boundary lists escalate by; one that is not here escalates as it stands only."""


def in_both_languages(words: Iterable[str]) -> Iterator[str]:
    """Return each of *words*, and what else is said for it in Swedish and in English."""
    for word in words:
        yield word
        yield from OTHERWISE.get(word.strip().casefold(), ())
