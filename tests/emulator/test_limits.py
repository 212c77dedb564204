"""Rate limits, and faults on demand."""

from __future__ import annotations

import time

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.errors import BotApiError
from bot.emulator.limits import Rates, Window
from tests.emulator.client import MARC, ZOE, Client


@given(st.lists(st.floats(0, 30), max_size=80).map(sorted))
def test_a_window_never_lets_more_than_its_limit_through(moments: list[float]) -> None:
    window, passed = Window(3, 3.0), []
    for moment in moments:
        if window.wait_for(1, moment) <= 0:
            window.spend(1, moment)
            passed.append(moment)
    assert all(late - early >= 3.0 for early, late in zip(passed, passed[3:], strict=False))


def test_thirty_messages_a_second_are_the_most_in_all() -> None:
    rates = Rates()
    for chat_id in range(30):
        rates.charge(chat_id, group=False, cost=1, now=0.0)
    with pytest.raises(BotApiError, match="retry after 1"):
        rates.charge(31, group=False, cost=1, now=0.5)
    rates.charge(31, group=False, cost=1, now=1.0)


async def test_a_fourth_message_at_once_has_to_wait(client: Client) -> None:
    await client.person("rates", enabled=True)
    for _ in range(3):
        await client.bot("sendMessage", chat_id=ZOE, text="a")
    answer = await client.raw("sendMessage", chat_id=ZOE, text="a")
    assert answer["error_code"] == 429
    assert answer["description"] == f"Too Many Requests: retry after {answer['parameters']['retry_after']}"
    assert await client.bot("sendMessage", chat_id=MARC, text="a")
    await client.person("clock", advance_s=answer["parameters"]["retry_after"])
    assert await client.bot("sendMessage", chat_id=ZOE, text="a")


async def test_in_a_group_edits_and_topics_count_too(client: Client) -> None:
    chat_id = await client.forum()
    await client.person("rates", enabled=True)
    await client.bot("createForumTopic", chat_id=chat_id, name="n°12")
    card = await client.bot("sendMessage", chat_id=chat_id, text="0")
    for count in range(1, 19):
        await client.bot("editMessageText", chat_id=chat_id, message_id=card["message_id"], text=str(count))
    answer = await client.raw("editMessageText", chat_id=chat_id, message_id=card["message_id"], text="x")
    assert answer["parameters"]["retry_after"] in range(55, 61)


@pytest.mark.parametrize("method", ["editMessageText", "sendMessage"])
async def test_edits_and_sends_share_the_budget_of_a_private_chat(client: Client, method: str) -> None:
    await client.person("rates", enabled=True)
    card = (await client.bot("sendMessage", chat_id=ZOE, text="0"))["message_id"]
    for count in (1, 2):
        await client.bot("editMessageText", chat_id=ZOE, message_id=card, text=str(count))
    about = {"message_id": card} if method.startswith("edit") else {}
    assert (await client.raw(method, chat_id=ZOE, text="x", **about))["parameters"]["retry_after"] == 3


async def test_edits_count_for_the_whole_bot() -> None:
    rates = Rates()
    for chat_id in range(15):
        rates.charge(chat_id, group=False, cost=1, now=0.0)
        rates.charge(None, group=False, cost=1, now=0.0)
    with pytest.raises(BotApiError, match="retry after 1"):
        rates.charge(None, group=False, cost=1, now=0.5)


async def test_a_call_during_a_hold_gets_the_rest_of_the_wait(client: Client) -> None:
    await client.person("rates", chat_id=ZOE, hold_s=240)
    assert await client.refusal("sendMessage", chat_id=ZOE, text="a") == "Too Many Requests: retry after 240"
    assert await client.bot("sendMessage", chat_id=MARC, text="a")
    await client.person("clock", advance_s=200)
    assert (await client.raw("deleteMessage", chat_id=ZOE, message_id=2))["parameters"]["retry_after"] == 40
    await client.person("clock", advance_s=40)
    assert await client.bot("sendMessage", chat_id=ZOE, text="a")


async def test_who_goes_on_calling_waits_longer(client: Client) -> None:
    await client.person("rates", chat_id=ZOE, hold_s=60)
    waits = [(await client.raw("sendMessage", chat_id=ZOE, text="a"))["parameters"]["retry_after"] for _ in range(12)]
    assert waits[:5] == [60] * 5
    assert waits[5] in (119, 120)
    assert waits[-1] == 900


async def test_a_hold_of_the_bot_spares_what_the_server_knows_itself(client: Client) -> None:
    await client.person("rates", hold_s=30)
    assert (await client.raw("setMyCommands", commands=[]))["error_code"] == 429
    assert (await client.raw("sendMessage", chat_id=MARC, text="a"))["error_code"] == 429
    assert await client.bot("getMe")


@pytest.mark.parametrize("method", ["getMe", "setWebhook", "answerCallbackQuery", "setMyCommands", "deleteMessage"])
async def test_any_method_can_be_held(client: Client, method: str) -> None:
    await client.person("rates", method=method, hold_s=30)
    assert (await client.raw(method))["parameters"] == {"retry_after": 30}


async def test_the_next_wait_can_be_made_long(client: Client) -> None:
    await client.person("rates", enabled=True, next_wait_s=300)
    for _ in range(3):
        await client.bot("sendMessage", chat_id=ZOE, text="a")
    assert await client.refusal("sendMessage", chat_id=ZOE, text="a") == "Too Many Requests: retry after 300"
    await client.person("clock", advance_s=100)
    assert (await client.raw("sendMessage", chat_id=ZOE, text="a"))["parameters"]["retry_after"] == 200


@pytest.mark.parametrize(
    ("error", "description"),
    [
        (429, "Too Many Requests: retry after 7"),
        (500, "Internal Server Error"),
        (502, "Bad Gateway"),
        (403, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_the_next_calls_fail_as_asked(client: Client, error: int, description: str) -> None:
    await client.person("faults", method="sendMessage", error=error, times=2, retry_after=7)
    for _ in range(2):
        assert await client.refusal("sendMessage", chat_id=ZOE, text="a") == description
    assert await client.bot("sendMessage", chat_id=ZOE, text="a")
    assert len(await client.look(f"chats/{ZOE}/messages")) == 1


@pytest.mark.parametrize(("after_effect", "arrived"), [(False, 0), (True, 1)])
async def test_a_connection_breaks_before_or_after_the_effect(
    client: Client, after_effect: bool, arrived: int
) -> None:
    await client.person("faults", method="*", error="drop", times=1, after_effect=after_effect)
    with pytest.raises(aiohttp.ClientConnectionError):
        await client.raw("sendMessage", chat_id=ZOE, text="a")
    assert len(await client.look(f"chats/{ZOE}/messages")) == arrived


async def test_a_call_can_be_slow(client: Client) -> None:
    await client.person("faults", method="getMe", error="slow", seconds=0.1)
    began = time.monotonic()
    await client.bot("getMe")
    assert time.monotonic() - began >= 0.1


async def test_failures_can_be_taken_back(client: Client) -> None:
    await client.person("faults", method="getMe", error=500, times=9)
    await client.session.delete(f"{client.url}/control/faults")
    assert await client.bot("getMe")


async def test_calls_are_recorded_without_secrets(client: Client) -> None:
    await client.refusal("sendMessage", chat_id=42, text="a")
    await client.bot("setWebhook", url="http://127.0.0.1:9/hook", secret_token="hidden")
    (sent,) = await client.look("calls", method="sendMessage")
    (hooked,) = await client.look("calls", since=sent["seq"])
    assert (sent["parameters"], sent["ok"], sent["error_code"]) == ({"chat_id": 42, "text": "a"}, False, 400)
    assert hooked["parameters"]["secret_token"] == "…"
