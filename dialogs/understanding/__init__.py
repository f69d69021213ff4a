"""Understanding of Swedish and English: a sentence in, a value out; no clock, no network, nothing remembered."""

from dialogs.understanding.lexicon import Lexicon
from dialogs.understanding.reading import understand
from dialogs.understanding.values import Intent, PlaceFound, Understood, Unsettled, When, WhenKind, to_json

__all__ = ["Intent", "Lexicon", "PlaceFound", "Understood", "Unsettled", "When", "WhenKind", "to_json", "understand"]
