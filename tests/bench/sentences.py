"""How long one sentence keeps a processor busy: with the services of the pilot, and with thousands."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import thread_time

from catalog.models import Catalogue, Service
from dialogs.understanding import Lexicon, understand
from tests.bench.people import SENTENCES
from tests.bench.rows import Row
from tests.factories import NOW, example_pilot

MANY = 5_000
TIMES = 150


async def measure_few(_: Path) -> Row:
    """Return the 99th percentile in ms with the pilot's 36 services."""
    return _row("understand", example_pilot().catalogue)


async def measure_many(_: Path) -> Row:
    """Return the 99th percentile in ms with 5,000 services, made of the pilot's with words of their own."""
    catalogue = example_pilot().catalogue
    known = list(catalogue.services.values())
    made = [_variant(known[nth % len(known)], nth) for nth in range(MANY - len(known))]
    services = {**catalogue.services, **{each.code: each for each in made}}
    return _row("understand_5000", replace(catalogue, services=services))


def _variant(service: Service, nth: int) -> Service:
    """Return a service whose name and words nobody says, as a large catalogue holds them."""
    own = "".join(chr(ord("a") + int(digit)) for digit in f"{nth:05d}")
    name = type(service.name)(sv=f"{own}syn", en=f"{own}check")
    return replace(service, code=f"X-{nth}", name=name, keywords=type(service.keywords)(sv=(own,), en=(own,)))


def _row(name: str, catalogue: Catalogue) -> Row:
    lexicon = Lexicon.of(catalogue)
    places = catalogue.places_of("PV1")
    taken = []
    for nth in range(TIMES * len(SENTENCES)):
        sentence = SENTENCES[nth % len(SENTENCES)].format(nth)
        begun = thread_time()
        understood = understand(sentence, lexicon=lexicon, places=places, now=NOW)
        taken.append((thread_time() - begun) * 1000)
        assert understood.intent == "order", sentence
    warm = sorted(taken[len(SENTENCES) :])
    detail = {"services": len(catalogue.services), "median_ms": round(_at(warm, 0.5), 3), "sentences": len(warm)}
    return Row(id=name, value=_at(warm, 0.99), detail=detail)


def _at(values: Sequence[float], share: float) -> float:
    return values[min(int(len(values) * share), len(values) - 1)]
