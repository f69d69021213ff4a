"""Faults on order."""

import asyncio
import time

import aiohttp
import pytest

from tests.emulator.conftest import CHAT, REK1, ScriptedBot, Teams

HELLO = {"type": "message", "text": "Hej"}


async def order(teams: Teams, **rule: object) -> None:
    answer = await teams.post("/api/faults", {"rules": [rule]})
    assert answer.status == 200, answer.body


async def test_a_fault_comes_as_often_as_ordered_with_teams_own_code(teams: Teams) -> None:
    await order(teams, method="POST", path_contains="/activities", status=429, retry_after=2, times=2)

    answers = [await teams.post(CHAT, HELLO) for _ in range(3)]

    assert [answer.status for answer in answers] == [429, 429, 201]
    assert (answers[0].error_code, answers[0].headers["Retry-After"]) == ("Throttled", "2")
    assert len(await teams.chat()) == 1


async def test_a_fault_for_one_person_leaves_others_alone(teams: Teams) -> None:
    await order(teams, person="KON21", status=403)

    assert (await teams.post(CHAT, HELLO)).status == 201


async def test_a_fault_can_have_its_own_code(teams: Teams) -> None:
    await order(teams, status=404, code="ConversationNotFound")

    assert (await teams.post(CHAT, HELLO)).error_code == "ConversationNotFound"


@pytest.mark.parametrize(("cut", "shown"), [(True, 0), ("before", 0), ("after", 1)])
async def test_a_cut_connection_gives_no_answer(teams: Teams, cut: object, shown: int) -> None:
    await order(teams, cut=cut)

    with pytest.raises(aiohttp.ClientError):
        await teams.post(CHAT, HELLO)

    assert len(await teams.chat()) == shown


async def test_a_slow_answer_comes_late_but_whole(teams: Teams) -> None:
    await order(teams, delay_ms=80)
    began = time.perf_counter()

    answer = await teams.post(CHAT, HELLO)

    assert answer.status == 201
    assert time.perf_counter() - began >= 0.08


async def test_deliver_twice_gives_the_bot_the_same_activity_two_times(teams: Teams, bot: ScriptedBot) -> None:
    await order(teams, deliver_twice=True, person="REK1")

    sent = await teams.post("/api/chats/REK1/messages", {"text": "hej"})
    await teams.post("/api/chats/REK1/messages", {"text": "igen"})

    assert [heard["id"] for heard in bot.heard[:2]] == [sent.body["id"]] * 2
    log = (await teams.get("/api/log?kind=delivery")).objects("entries")
    assert [entry["fault_kind"] for entry in log] == ["twice", "twice", None]
    assert [heard["text"] for heard in bot.heard] == ["hej", "hej", "igen"]
    assert len(await teams.chat()) == 2


async def test_faults_can_be_read_and_taken_away(teams: Teams) -> None:
    await order(teams, status=502, times=None)

    listed = (await teams.get("/api/faults")).objects("rules")
    await teams.call("DELETE", "/api/faults")

    assert [(rule["status"], rule["times"]) for rule in listed] == [(502, None)]
    assert (await teams.post(CHAT, HELLO)).status == 201


@pytest.mark.parametrize(
    "rule",
    [
        {"statuss": 429},
        {"status": "429"},
        {"status": 200},
        {"status": 600},
        {"status": 429, "retry_after": -1},
        {"delay_ms": -1},
        {"delay_ms": 1e308},
        {"cut": "later"},
        {"times": True},
        {"times": -3},
        {"times": 0},
        "429",
    ],
)
async def test_a_rule_that_can_not_be_understood_is_refused(teams: Teams, rule: object) -> None:
    answer = await teams.post("/api/faults", {"rules": [rule]})

    assert (answer.status, answer.error_code) == (400, "BadArgument")
    assert "rules" in str(answer.body["error"])


async def test_the_log_holds_every_call_of_the_bot_with_its_status(teams: Teams) -> None:
    await order(teams, status=502)
    await teams.post(CHAT, HELLO)
    await teams.post(CHAT, HELLO)
    await teams.post("/v3/conversations/a:nobody/activities", HELLO)

    calls = await teams.log("connector")

    assert [(call["status"], call["person"], call["fault"]) for call in calls] == [
        (502, "REK1", True),
        (201, "REK1", False),
        (404, "", False),
    ]
    assert calls[0]["path"] == f"/v3/conversations/{REK1.conversation_id}/activities"


async def test_reset_empties_chats_faults_and_log(teams: Teams) -> None:
    await order(teams, status=502, times=5)
    await teams.post(CHAT, HELLO)

    await teams.post("/api/reset")

    assert await teams.log("connector") == []
    assert (await teams.post(CHAT, HELLO)).status == 201
    assert len(await teams.chat()) == 1


async def test_listeners_are_told_of_what_the_bot_writes(teams: Teams) -> None:
    async with teams.session.get(f"{teams.url}/api/events") as stream:
        await stream.content.readuntil(b"\n\n")
        await teams.post(CHAT, HELLO)
        line = await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 5)

    assert b'"type": "activity"' in line
    assert b'"text": "Hej"' in line
