import asyncio
import threading
import time
from collections.abc import Mapping
from typing import Any

import pytest

from bot.sign_in import SignIn, SignInFailed


class Source:
    """Gives numbered tokens, slowly, and counts in which thread it was asked."""

    def __init__(self) -> None:
        self.count = 0
        self.threads: set[int] = set()
        self.error: str | None = None

    def acquire_token_for_client(self, scopes: list[str]) -> Mapping[str, Any] | None:
        assert scopes == ["https://api.botframework.com/.default"]
        self.threads.add(threading.get_ident())
        time.sleep(0.05)
        self.count += 1
        return {"error": self.error} if self.error else {"access_token": f"t{self.count}", "expires_in": 3600}


class Hand:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_one_token_serves_all_who_ask_and_never_blocks_the_loop() -> None:
    source = Source()
    sign_in = SignIn(lambda: source, clock=Hand())

    tokens = await asyncio.gather(*(sign_in.token() for _ in range(20)))

    assert set(tokens) == {"t1"}
    assert threading.get_ident() not in source.threads


async def test_it_is_renewed_near_its_end() -> None:
    source, hand = Source(), Hand()
    sign_in = SignIn(lambda: source, clock=hand)
    await sign_in.token()

    hand.now = 3299.0
    before = await sign_in.token()
    hand.now = 3301.0

    assert (before, await sign_in.token()) == ("t1", "t2")


async def test_a_refusal_is_told_and_asked_for_again() -> None:
    source = Source()
    source.error = "invalid_client"
    sign_in = SignIn(lambda: source, clock=Hand())
    with pytest.raises(SignInFailed, match="invalid_client"):
        await sign_in.token()
    source.error = None

    assert await sign_in.token() == "t2"
