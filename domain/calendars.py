"""A person's calendar feed: an address that only they know, and that they can renew."""

import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from domain.people import PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarFeed:
    """Whose feed it is and how often its address was renewed; of the secret in the address only its hash is kept."""

    person: PersonId
    generation: int
    hash: str
    made_at: datetime


def secret_of(key: str, person: PersonId, generation: int) -> str:
    """Return the secret in the address: the same for the same *generation*, and not to be guessed without *key*."""
    return hmac.new(key.encode(), f"calendar|{person}|{generation}".encode(), sha256).hexdigest()
