"""What is said to look around in the catalogue: what to search for, and which way to turn the page."""

import re

from dialogs.understanding.folding import fold

_SEARCH = re.compile(
    r"^\s*(?:(?:hej|kan du|kan ni|snalla|please|can you)[\s,]+)*(?:"
    r"sok(?:a)?(?:\s+(?:efter|upp|i\s+katalogen(?:\s+efter)?))?"
    r"|search(?:\s+(?:for|the\s+catalogue(?:\s+for)?))?"
    r"|(?:(?:visa|lista|vilka|finns\s+det(?:\s+nagra)?|har\s+ni(?:\s+nagra)?)\s+)?tjanster(?:na)?\s+(?:om|for|med|kring)"
    r"|(?:(?:show|list|which|what|any|are\s+there(?:\s+any)?)\s+)?services\s+(?:about|for|with)"
    r")\s+(?P<query>\S.*?)[\s?.!]*$",
    re.DOTALL,
)
_NEXT = re.compile(
    r"^(?:visa\s+|show\s+)?(?:nasta|fler|mer|flera|next|more)(?:\s+(?:sida|sidan|tjanster|page|services))?$"
)
_BACK = re.compile(r"^(?:visa\s+|show\s+)?(?:forra|foregaende|previous|tillbaka|back)(?:\s+(?:sida|sidan|page))?$")


def search_in(text: str) -> str | None:
    """Return what *text* asks to search the catalogue for, as it was written; None when it asks for no search."""
    found = _SEARCH.match(fold(text))
    return None if found is None else text[found.start("query") : found.end("query")]


def page_in(text: str) -> int:
    """Return 1 when *text* asks for the next page, -1 for the one before, and 0 when it says something else."""
    bare = fold(text).strip(" .!?")
    return 1 if _NEXT.match(bare) else -1 if _BACK.match(bare) else 0
