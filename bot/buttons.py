"""Button tokens: a press is taken only when the button was made here."""

import hashlib
import hmac
import secrets

from actions.ports import Work
from dialogs.turn import Press

SECRET = "button-secret"  # noqa: S105  # the name of the setting, not the secret
TOKEN_BYTES = 16


class Signer:
    """Signs verb, subject and version of a button, and tells whether a press carries that signature."""

    def __init__(self, secret: bytes) -> None:
        self._key = hmac.new(secret, digestmod=hashlib.sha256)

    def sign(self, verb: str, subject: str, version: int) -> str:
        """Return the token of a button."""
        mac = self._key.copy()
        mac.update(f"{verb}|{subject}|{version}".encode())
        return mac.digest()[:TOKEN_BYTES].hex()

    def is_genuine(self, press: Press) -> bool:
        """Tell whether the button that was pressed was made here, as it stands."""
        subject, version, token = (press.data.get(name) for name in ("subject", "version", "token"))
        expected = self.sign(press.verb, "" if subject is None else str(subject), _whole(version))
        return isinstance(token, str) and hmac.compare_digest(token.encode(), expected.encode())


async def read_signer(work: Work) -> Signer:
    """Return the signer of this database; the secret is made with the first."""
    stored = await work.settings.put_if_absent(SECRET, secrets.token_hex(32))
    return Signer(bytes.fromhex(stored))


def _whole(version: object) -> int:
    written = str(version)
    return int(written) if written.isascii() and written.isdigit() else 0
