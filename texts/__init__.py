"""Every sentence a person can read, in Swedish and English; numbers, dates and lists as each language writes them.

`say` words one sentence: its key names it in `sv.ftl` and `en.ftl`, and the values fill it.
"""

from texts.sentences import LANGUAGES, MissingText, has, say

__all__ = ["LANGUAGES", "MissingText", "has", "say"]
