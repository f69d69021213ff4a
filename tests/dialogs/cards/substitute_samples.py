"""What principals decide beside orders: who approves for them, and what they agree on."""

from collections.abc import Mapping

from tests.dialogs.cards.agreement_samples import AGREEMENTS
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import a_substitution


def substitute(reader: str, *, is_over: bool = False) -> Sample:
    """Return that Emil Gran approves for Maja Ek in April."""
    shelf = Shelf(substitutions=(a_substitution(is_over=is_over),))
    return Sample(view="substitute", reader=reader, subject="substitute:1", shelf=shelf)


DECIDED: Mapping[str, Sample] = {
    "substitute": substitute("REK1"),
    "substitute-you": substitute("KON11"),
    "substitute-over": substitute("REK1", is_over=True),
    **AGREEMENTS,
    "substitute-choice": Sample(view="substitute", reader="REK1"),
}
