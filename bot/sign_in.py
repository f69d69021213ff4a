"""The bot's own token towards the connector: client credentials by MSAL, off the event loop, kept to near its end."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import msal  # type: ignore[import-untyped]  # ships no types
from pydantic import SecretStr

AUTHORITY = "https://login.microsoftonline.com/"
SCOPE = "https://api.botframework.com/.default"
NEAR_END_SECONDS = 300.0


class SignInFailed(ConnectionError):  # an error is named by what happened
    """No token was given; the same call can succeed later."""


class TokenSource(Protocol):
    """MSAL's confidential client, as far as it is used. Its calls block."""

    def acquire_token_for_client(self, scopes: list[str]) -> Mapping[str, Any] | None:
        """Return `access_token` and `expires_in` in seconds, or `error`."""
        ...


class SignIn:
    """Gives the token. *make* builds the source, may block, and is called once. *clock* counts seconds, monotonic."""

    def __init__(self, make: Callable[[], TokenSource], *, clock: Callable[[], float]) -> None:
        self._make = make
        self._clock = clock
        self._source: TokenSource | None = None
        self._token: str | None = None
        self._good_until = 0.0
        self._lock = asyncio.Lock()

    async def token(self) -> str:
        """Return a token that is good for some minutes yet.

        Raises:
            SignInFailed: none was given.
        """
        if self._token is None or self._clock() >= self._good_until:
            async with self._lock:
                if self._token is None or self._clock() >= self._good_until:
                    await self._renew()
        if self._token is None:
            raise SignInFailed("no token")
        return self._token

    async def _renew(self) -> None:
        answer = await asyncio.to_thread(self._acquire) or {}
        token = answer.get("access_token")
        if not isinstance(token, str):
            self._token = None
            raise SignInFailed(str(answer.get("error", "no answer"))[:80])
        self._token = token
        self._good_until = self._clock() + float(answer.get("expires_in", 0)) - NEAR_END_SECONDS

    def _acquire(self) -> Mapping[str, Any] | None:
        try:
            if self._source is None:
                self._source = self._make()
            return self._source.acquire_token_for_client([SCOPE])
        except (OSError, ValueError) as error:
            # MSAL tells of an authority that can't be reached in either way.
            raise SignInFailed(type(error).__name__) from None


def msal_source(
    app_id: str, *, tenant: str | None, password: SecretStr | None, certificate: Path | None
) -> Callable[[], TokenSource]:
    """Return what makes the source. The certificate's file holds the certificate and its private key, as PEM."""

    def make() -> TokenSource:
        pem = certificate.read_text(encoding="ascii") if certificate is not None else ""
        secret = password.get_secret_value() if password is not None else None
        credential = {"private_key": pem, "public_certificate": pem} if certificate is not None else secret
        source: TokenSource = msal.ConfidentialClientApplication(
            app_id, authority=f"{AUTHORITY}{tenant or 'botframework.com'}", client_credential=credential
        )
        return source

    return make
