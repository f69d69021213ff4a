"""Faults by chance, the same again for the same seed."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_WHOLE = 2**64


@dataclass(frozen=True, kw_only=True, slots=True)
class Mix:
    """How probable each kind of fault is, and the seed by which chance is drawn.

    The n-th call of a stream gets the same fault whatever happens in other streams, so that what runs side by side can
    be had again.
    """

    chances: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0
    _drawn: Counter[str] = field(default_factory=Counter)

    def draw(self, kinds: Sequence[str], *, stream: str) -> tuple[str, float]:
        """Return the fault of the next call in *stream*, one of *kinds* or none (empty), and a share from 0 to 1."""
        if not self.chances:
            return "", 0.0
        self._drawn[stream] += 1
        number = f"{self.seed}/{stream}/{self._drawn[stream]}"
        left = _share(number)
        for kind, chance in self.chances.items():
            if kind not in kinds:
                continue
            if left < chance:
                return kind, _share(f"{number}/how much")
            left -= chance
        return "", 0.0


def _share(name: str) -> float:
    """Return a number from 0 up to 1 that *name* alone decides."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) / _WHOLE
