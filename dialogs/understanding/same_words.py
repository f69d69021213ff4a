"""How people say that a fault which is reported already is theirs too, or that it is another. Read in folded text."""

import re

from dialogs.understanding.folding import fold

_ME_TOO = re.compile(
    r"\W*(?:ja\W+|yes\W+)?(?:(?:jag|vi|hos\s+oss|har|me|us|we)\s+)?(?:(?:har\s+)?(?:det\s+)?ocksa|med|too|as\s+well|have\s+it\s+too|"
    r"(?:det\s+ar\s+)?samma(?:\s+(?:fel|sak|har|hos\s+oss))?|(?:it.?s\s+)?(?:the\s+)?same(?:\s+(?:here|one|fault))?)\W*"
)
_ANOTHER = re.compile(
    r"\W*(?:nej\W+|no\W+)?(?:det\s+ar\s+|it.?s\s+)?(?:ett\s+annat(?:\s+fel)?|nagot\s+annat|ett\s+nytt(?:\s+fel)?|inte\s+samma|"
    r"another(?:\s+one|\s+fault)?|a\s+different\s+(?:one|fault)|a\s+new\s+(?:one|fault)|not\s+the\s+same)\W*"
)


def is_me_too(text: str) -> bool:
    """Tell whether *text* says that it is the same fault: "jag också", "samma hos oss", "me too"."""
    return _ME_TOO.fullmatch(fold(text)) is not None


def is_another(text: str) -> bool:
    """Tell whether *text* says that it is another fault: "nej, ett annat fel", "another one"."""
    return _ANOTHER.fullmatch(fold(text)) is not None
