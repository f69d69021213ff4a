"""When something is wanted: a small grammar of time, Swedish and English alike."""

from dialogs.understanding.when.grammar import WhenFound, find_when

__all__ = ["WhenFound", "find_when"]
