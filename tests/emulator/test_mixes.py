"""Faults by chance, and deliveries that go wrong on the way to the bot."""

import asyncio
import logging

import aiohttp
import pytest

from emulator.faults import CALLS, ON_THE_WAY, Faults, read_mix
from emulator.mixes import Mix
from emulator.refusals import Refusal
from tests.emulator.conftest import CHAT, JsonObject, ScriptedBot, Teams

HELLO = {"type": "message", "text": "Hej"}


def drawn(mix: Mix, count: int, *, stream: str = "POST/REK1") -> list[str]:
    return [mix.draw(list(CALLS), stream=stream)[0] for _ in range(count)]


def test_the_same_seed_gives_the_same_faults_whatever_happens_elsewhere() -> None:
    chances = {"throttled": 0.2, "bad_gateway": 0.2}
    first, second, other = Mix(chances=chances, seed=7), Mix(chances=chances, seed=7), Mix(chances=chances, seed=8)
    drawn(second, 50, stream="POST/KON21")

    assert drawn(first, 200) == (again := drawn(second, 200))
    assert again != drawn(other, 200)


def test_each_kind_comes_about_as_often_as_it_is_probable() -> None:
    seen = drawn(Mix(chances={"throttled": 0.3, "timeout": 0.1}, seed=1), 4000)

    assert 0.27 < seen.count("throttled") / 4000 < 0.33
    assert 0.08 < seen.count("timeout") / 4000 < 0.12
    assert set(seen) == {"throttled", "timeout", ""}


def test_an_activity_is_lost_only_when_it_is_updated() -> None:
    faults = Faults()
    faults.mix = read_mix({"mix": {"activity_lost": 1}})

    assert faults.take(method="POST", path="/x", person="REK1") is None
    rule = faults.take(method="PUT", path="/x", person="REK1")
    assert rule is not None
    assert (rule.status, rule.name) == (404, "activity_lost")


@pytest.mark.parametrize(
    "body",
    [
        {"mix": {"thunder": 0.1}},
        {"mix": {"throttled": 1.1}},
        {"mix": {"throttled": True}},
        {"mix": {"throttled": 0.6, "timeout": 0.6}},
        {"mix": [], "seed": 1},
        {"mix": {}, "seed": "x"},
    ],
)
def test_a_mix_that_can_not_be_is_refused(body: JsonObject) -> None:
    with pytest.raises(Refusal, match="BadArgument"):
        read_mix(body)


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("throttled", 429, "Throttled"),
        ("precondition", 412, "PreconditionFailed"),
        ("bad_gateway", 502, "ServiceError"),
        ("timeout", 504, "GatewayTimeout"),
        ("blocked", 403, "MessageWritesBlocked"),
        ("activity_lost", 404, "ActivityNotFoundInConversation"),
    ],
)
async def test_each_refusal_by_chance_is_teams_own(teams: Teams, kind: str, status: int, code: str) -> None:
    sent = (await teams.post(CHAT, HELLO)).body["id"]
    await teams.post("/api/faults", {"mix": {kind: 1}})

    refused = await teams.call("PUT", f"{CHAT}/{sent}", HELLO)

    assert (refused.status, refused.error_code) == (status, code)
    assert (await teams.log("connector"))[-1]["fault_kind"] == kind
    assert refused.headers.get("Retry-After") == ("1" if kind == "throttled" else None)


@pytest.mark.parametrize(("kind", "shown"), [("cut_before", 0), ("cut_after", 1)])
async def test_chance_cuts_before_or_after_it_happened(teams: Teams, kind: str, shown: int) -> None:
    await teams.post("/api/faults", {"mix": {kind: 1}})

    with pytest.raises(aiohttp.ClientError):
        await teams.post(CHAT, HELLO)

    assert len(await teams.chat()) == shown


async def test_a_mix_is_shown_with_its_kinds_and_ends(teams: Teams) -> None:
    mixed = await teams.post("/api/faults", {"mix": {"blocked": 1}, "seed": 3})
    refused = await teams.post(CHAT, HELLO)
    await teams.post("/api/faults", {"mix": {}})

    assert (mixed.body["mix"], mixed.body["seed"], mixed.body["rules"]) == ({"blocked": 1}, 3, [])
    assert mixed.body["kinds"] == {"calls": list(CALLS), "deliveries": list(ON_THE_WAY)}
    assert refused.status == 403
    assert (await teams.post(CHAT, HELLO)).status == 201


async def test_a_rule_on_order_goes_before_chance(teams: Teams) -> None:
    await teams.post("/api/faults", {"mix": {"blocked": 1}, "rules": [{"status": 412}]})

    assert [(await teams.post(CHAT, HELLO)).status for _ in range(2)] == [412, 403]


async def test_a_late_message_comes_again_with_its_id_and_a_new_time(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/faults", {"rules": [{"deliver": "late"}]})

    sent = await teams.post("/api/chats/REK1/messages", {"text": "hej"})

    first, second = bot.heard
    assert (first["id"], second["id"]) == (sent.body["id"], sent.body["id"])
    assert str(first["timestamp"]) < str(second["timestamp"])
    assert [(entry["attempt"], entry["status"]) for entry in await teams.log("delivery")] == [(1, 200), (2, 200)]
    assert len(await teams.chat()) == 1


async def test_a_press_whose_answer_is_lost_fails_and_is_not_sent_again(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/faults", {"rules": [{"deliver": "late"}]})

    lost = await teams.post("/api/chats/REK1/search", {"text": "a", "dataset": "x"})

    assert (lost.body["status"], len(bot.heard)) == (0, 1)


async def test_what_is_held_back_comes_after_what_was_said_later(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/faults", {"rules": [{"deliver": "out_of_order", "path_contains": "message/"}]})

    first = asyncio.create_task(teams.post("/api/chats/REK1/messages", {"text": "ett"}))
    await until_heard_of(teams)
    await asyncio.gather(first, teams.post("/api/chats/REK1/messages", {"text": "två"}))

    assert [heard["text"] for heard in bot.heard] == ["två", "ett"]


async def test_what_nothing_overtakes_comes_in_the_end(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/faults", {"mix": {"out_of_order": 1}})

    await teams.post("/api/chats/REK1/messages", {"text": "ett"})

    assert [heard["text"] for heard in bot.heard] == ["ett"]


async def test_a_delivery_is_slow_or_doubled_by_chance(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/faults", {"mix": {"twice": 1}})
    await teams.post("/api/chats/REK1/messages", {"text": "ett"})
    await teams.post("/api/faults", {"mix": {"slow_delivery": 1}})
    await teams.post("/api/chats/REK1/messages", {"text": "två"})

    assert [heard["text"] for heard in bot.heard] == ["ett", "ett", "två"]


async def test_a_client_that_hangs_up_in_a_body_is_a_line_in_the_log(
    teams: Teams, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    host, port = teams.url.removeprefix("http://").split(":")
    _, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST {CHAT} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100\r\n\r\n{{".encode())
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.transport.abort()

    async with asyncio.timeout(10):
        while not await teams.log("connector"):  # noqa: ASYNC110 - the emulator gives no sign inside
            await asyncio.sleep(0.01)
    assert [entry["status"] for entry in await teams.log("connector")] == [499]
    assert [record.getMessage() for record in caplog.records if record.name == "emulator.bodies"] == [
        f"POST {CHAT}: the client hung up while its body was read"
    ]
    assert [record for record in caplog.records if record.exc_info or record.levelno >= logging.ERROR] == []
    assert await teams.chat() == []


async def until_heard_of(teams: Teams) -> None:
    async with asyncio.timeout(10):
        while not await teams.chat():  # noqa: ASYNC110 - the emulator gives no sign inside
            await asyncio.sleep(0.001)
