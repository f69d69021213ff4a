"""The tokens in addresses that open something to whoever has them."""

from hashlib import sha256


def hash_of(token: str) -> str:
    """Return what is kept of *token*: from it nobody gets the token back."""
    return sha256(token.encode()).hexdigest()
