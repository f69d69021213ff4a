import asyncio
import json
from collections.abc import AsyncGenerator
from datetime import timedelta

import aiohttp
import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from bot.auth import ISSUER, KeyCache, TokenCheck, believe_loopback, is_development_host, is_microsoft_host
from bot.clock import real_now
from bot.server import NotAuthentic
from bot.wire import JsonObject

APP = "app-1"
TENANT = "tenant-1"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"
ACTIVITY: JsonObject = {
    "type": "message",
    "channelId": "msteams",
    "serviceUrl": SERVICE_URL,
    "channelData": {"tenant": {"id": TENANT}},
}
OLD_KEY, NEW_KEY = (generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


class OpenId:
    """A local OpenID server whose keys can be changed, and that can be down."""

    def __init__(self) -> None:
        self.keys: dict[str, RSAPrivateKey] = {"old": OLD_KEY}
        self.fetches = 0
        self.is_down = False
        self.url = ""

    async def about(self, _request: web.Request) -> web.Response:
        self.fetches += 1
        return web.json_response({"jwks_uri": f"{self.url}/keys"}, status=503 if self.is_down else 200)

    async def give_keys(self, _request: web.Request) -> web.Response:
        keys = [
            {
                **json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key())),
                "kid": name,
                "endorsements": ["msteams"],
            }
            for name, key in self.keys.items()
        ]
        return web.json_response({"keys": keys})


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def openid() -> AsyncGenerator[OpenId]:
    server = OpenId()
    app = web.Application()
    app.add_routes([web.get("/openid", server.about), web.get("/keys", server.give_keys)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
async def check(openid: OpenId, hand: Hand) -> AsyncGenerator[TokenCheck]:
    async with aiohttp.ClientSession() as session:
        keys = KeyCache(session, clock=hand, openid_url=f"{openid.url}/openid", floor_seconds=60.0)
        yield TokenCheck(keys, app_id=APP, tenant=TENANT)


def token(key: RSAPrivateKey = OLD_KEY, kid: str = "old", **changed: object) -> str:
    claims: JsonObject = {
        "iss": ISSUER,
        "aud": APP,
        "exp": real_now() + timedelta(hours=1),
        "nbf": real_now() - timedelta(minutes=1),
        "serviceurl": SERVICE_URL,
    }
    return "Bearer " + jwt.encode(claims | changed, key, algorithm="RS256", headers={"kid": kid})


async def test_a_token_of_the_platform_for_this_bot_lets_the_activity_in(check: TokenCheck) -> None:
    await check(token(), ACTIVITY)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer ",
        "Basic x",
        "Bearer garbage",
        "Bearer a.b.c",
        token(aud="another"),
        token(iss="https://example.com"),
        token(exp=real_now() - timedelta(hours=1)),
        token(serviceurl="https://smba.trafficmanager.net/amer/"),
        token(NEW_KEY, "old"),
        token(NEW_KEY, "nobody's"),
        "Bearer " + jwt.encode({"aud": APP, "iss": ISSUER}, "x" * 32, algorithm="HS256", headers={"kid": "old"}),
        "Bearer " + jwt.encode({"aud": APP, "iss": ISSUER}, "", algorithm="none", headers={"kid": "old"}),
    ],
)
async def test_anything_else_is_kept_out(check: TokenCheck, header: str) -> None:
    with pytest.raises(NotAuthentic):
        await check(header, ACTIVITY)


@pytest.mark.parametrize(
    "changed",
    [
        {"channelData": {"tenant": {"id": "another"}}},
        {"channelData": None},
        {"serviceUrl": "https://evil.example/"},
        {"serviceUrl": None},
        {"channelId": "directline"},
    ],
)
async def test_a_good_token_does_not_carry_another_activity_in(check: TokenCheck, changed: JsonObject) -> None:
    with pytest.raises(NotAuthentic):
        await check(token(), ACTIVITY | changed)


async def test_a_good_token_for_a_foreign_address_is_kept_out(check: TokenCheck) -> None:
    with pytest.raises(NotAuthentic, match="foreign-service-url"):
        await check(token(serviceurl="https://evil.example/"), ACTIVITY | {"serviceUrl": "https://evil.example/"})


async def test_new_keys_are_fetched_for_an_unknown_id_but_not_at_every_asking(
    check: TokenCheck, openid: OpenId, hand: Hand
) -> None:
    await check(token(), ACTIVITY)
    openid.keys = {"new": NEW_KEY}
    for _ in range(5):
        with pytest.raises(NotAuthentic):
            await check(token(NEW_KEY, "new"), ACTIVITY)
    hand.now += 61

    await asyncio.gather(*(check(token(NEW_KEY, "new"), ACTIVITY) for _ in range(5)))

    assert openid.fetches == 2


async def test_the_last_good_keys_serve_while_new_ones_can_not_be_had(
    check: TokenCheck, openid: OpenId, hand: Hand
) -> None:
    await check(token(), ACTIVITY)
    openid.is_down = True
    hand.now += 25 * 3600

    await check(token(), ACTIVITY)

    assert openid.fetches == 2


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://smba.trafficmanager.net/emea/", True),
        ("https://europe.webchat.botframework.com/", True),
        ("http://smba.trafficmanager.net/", False),
        ("https://evil.trafficmanager.net/", False),
        ("https://botframework.com.evil.example/", False),
        ("https://evilbotframework.com/", False),
        ("https://smba.trafficmanager.net@evil.example/", False),
        ("https://x@smba.trafficmanager.net/", False),
        ("http://127.0.0.1:3979/", False),
        ("https://[::1", False),
    ],
)
def test_production_writes_to_microsofts_hosts_alone(url: str, *, expected: bool) -> None:
    assert is_microsoft_host(url) is expected


async def test_development_believes_what_is_to_be_answered_on_this_machine() -> None:
    assert is_development_host("http://localhost:3979/")
    await believe_loopback("", {"serviceUrl": "http://127.0.0.1:3979/"})

    for elsewhere in ("http://evil.example/", "http://[::1", "http://[x]/", "//"):
        with pytest.raises(NotAuthentic):
            await believe_loopback("", {"serviceUrl": elsewhere})
