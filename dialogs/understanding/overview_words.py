"""How whoever leads or owns the project asks how it goes as a whole: "hur går det?". Read in folded text."""

import re

from dialogs.understanding.folding import fold
from dialogs.understanding.month_words import MONTH

_WHOLE = (
    r"(?:(?:med|for|i|with|for|in)\s+)?(?:(?:hela|the|var|vart|our|whole|allt|all|everything|oss|us)\s*)*"
    r"(?:pilot(?:en)?|projekt(?:et)?|project|verksamhet(?:en|erna)?|arbetet|work|units?|(?:service)?tjanst(?:en|erna)|services)?"
)
_PERIOD = (
    rf"(?:(?:for|i|in|under|during)\s+)?(?:(?:{MONTH})(?:\s+20[0-9]{{2}})?|(?:forra|senaste|last|denna|den\s+har|this)\s+"
    r"(?:manad(?:en)?|month)|ar|manaden|this\s+year|just\s+nu|nu|now|right\s+now|hittills|so\s+far|idag|i\s+dag|today)"
)
_ASKS = (
    r"hur\s+(?:gar|gick|ligger|star|ser)\s+(?:det?|vi|allt|laget)(?:\s+(?:till|ut))?|hur\s+(?:ar|e)\s+laget|laget|"
    r"hur\s+(?:gar|gick)(?=\s+(?:pilot|projekt))|(?:visa\s+|ge\s+mig\s+(?:en\s+)?)?(?:overblick(?:en)?|oversikt(?:en)?|lagesbild(?:en)?)|"
    r"how\s+(?:is|are|was|did|.?s)?\s*(?:it|we|things|everything|that|all)(?:\s+(?:go(?:ing)?|doing|look(?:ing)?|coming\s+along|stand))?|"
    r"how.?s\s+(?:it|everything)(?:\s+going)?|how\s+do\s+(?:we|things)\s+(?:stand|look)|how\s+(?:is|was)(?=\s+the\s+(?:pilot|project))|"
    r"(?:show\s+(?:me\s+)?(?:the\s+|an\s+)?)?overview|where\s+do\s+we\s+stand|status|lage(?:t)?srapport"
)
_ASKED = re.compile(
    rf"\W*(?:(?:hej|hejsan|hi|hello|ok|okej|na|sa|da|then|so)\W+)?(?:{_ASKS})(?:\s+{_WHOLE})?(?:\s+(?:going|doing))?"
    rf"(?:\s+{_PERIOD})?\W*"
)


def asks_how_it_goes(text: str) -> bool:
    """Tell whether *text* asks how everything goes, and of nothing in particular."""
    return _ASKED.fullmatch(fold(text.strip())) is not None
