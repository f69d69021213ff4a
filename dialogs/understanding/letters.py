"""A letter that was pasted: what its writer says, without headers, quoted threads and signatures."""

import re

_HEADER = re.compile(
    r"^\s*(?:från|fran|from|till|to|kopia|cc|bcc|skickat|sent|datum|date|ämne|amne|subject|svar till|"
    r"reply-to)\s*:\s*\S.*$",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"^\s*(?:-{2,}\s*(?:ursprungligt|original|vidarebefordrat|forwarded)\b.*|_{8,}\s*|"
    r"(?:den|on)\b.{4,80}\b(?:skrev|wrote)\b.*:\s*)$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"^\s*(?:--|(?:med\s+)?(?:vänliga?|vänlig|bästa|varma|mvh|hälsningar?|hälsning|kind|best|warm)\s*"
    r"(?:hälsningar?|hälsning|regards|wishes)?|mvh\b.*|hälsningar\b.*|regards|skickat från min\b.*|sent from my\b.*)"
    r"[\s,.!]*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^\s*>")
FEWEST_HEADERS = 2


def own_words(text: str) -> str:
    """Return what the writer of a pasted letter says themselves; any other text as it is.

    Headers at the top are left out, and everything from a signature, a quoted thread or its headers on.
    """
    lines = text.splitlines()
    if len(lines) < FEWEST_HEADERS:
        return text
    kept: list[str] = []
    for line in lines:
        if _HEADER.match(line):
            if any(each.strip() for each in kept):
                break
            continue
        if _THREAD.match(line) or (_SIGNATURE.match(line) and kept):
            break
        if not _QUOTED.match(line):
            kept.append(line)
    return "\n".join(kept) if any(each.strip() for each in kept) else text
