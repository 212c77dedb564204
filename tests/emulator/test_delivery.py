"""How updates reach a bot: by polling and by webhook."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from tests.emulator.client import MARC, ZOE, Client, Receiver

SECRET = "a-secret_1"


async def _write(client: Client, *texts: str, user_id: int = ZOE) -> list[int]:
    return [(await client.person("messages", user_id=user_id, text=text))["update_id"] for text in texts]


async def _hook(client: Client, receiver: Receiver, **more: object) -> None:
    await client.bot("setWebhook", url=receiver.url, secret_token=SECRET, **more)


async def test_an_update_comes_again_until_its_offset_is_confirmed(client: Client) -> None:
    first, second = await _write(client, "un", "deux")
    assert [u["update_id"] for u in await client.updates()] == [first, second]
    assert [u["update_id"] for u in await client.updates(offset=second)] == [second]
    assert (await client.look("pending"))["updates"] == 1
    assert await client.updates(offset=second + 1) == []
    assert (await client.look("pending")) == {"updates": 0, "oldest_age_s": 0.0}


async def test_a_negative_offset_keeps_the_last_updates_only(client: Client) -> None:
    ids = await _write(client, "un", "deux", "trois")
    assert [u["update_id"] for u in await client.updates(offset=-1)] == ids[-1:]


async def test_a_long_poll_ends_with_the_first_update(client: Client) -> None:
    polling = asyncio.create_task(client.updates(timeout=30))
    await _write(client, "un")
    assert [u["message"]["text"] for u in await asyncio.wait_for(polling, 5)] == ["un"]


async def test_a_second_poller_ends_the_first(client: Client) -> None:
    first = asyncio.create_task(client.refusal("getUpdates", timeout=30))
    while not first.done():
        await client.updates()
    assert first.result() == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_polling_is_refused_while_a_webhook_is_set(client: Client, receiver: Receiver) -> None:
    await _hook(client, receiver)
    assert await client.refusal("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await client.bot("deleteWebhook")
    assert await client.updates() == []


async def test_updates_older_than_a_day_are_never_given(client: Client) -> None:
    await _write(client, "hier")
    await client.person("clock", advance_s=86_401)
    assert await client.updates() == []


async def test_a_webhook_gets_the_update_with_its_secret(client: Client, receiver: Receiver) -> None:
    await _hook(client, receiver)
    (update_id,) = await _write(client, "un")
    assert (await receiver.next())["update_id"] == update_id
    assert receiver.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
    assert (await client.look("pending", wait=5))["updates"] == 0


async def test_what_waited_is_delivered_once_a_webhook_is_set(client: Client, receiver: Receiver) -> None:
    (update_id,) = await _write(client, "avant")
    await _hook(client, receiver)
    assert (await receiver.next())["update_id"] == update_id


async def test_pending_updates_can_be_dropped(client: Client) -> None:
    await _write(client, "avant")
    await client.bot("deleteWebhook", drop_pending_updates=True)
    assert await client.updates() == []


async def test_messages_of_one_chat_come_one_at_a_time_and_in_order(client: Client, receiver: Receiver) -> None:
    receiver.hold = asyncio.Event()
    await _hook(client, receiver)
    ids = await _write(client, "un", "deux", "trois")
    got = [(await receiver.next())["update_id"]]
    receiver.hold.set()
    got += [(await receiver.next())["update_id"] for _ in range(2)]
    assert got == ids
    assert receiver.most_inside == 1


async def test_chats_do_not_wait_for_each_other(client: Client, receiver: Receiver) -> None:
    receiver.hold = asyncio.Event()
    await _hook(client, receiver)
    ids = [*await _write(client, "un"), *await _write(client, "deux", user_id=MARC)]
    assert {(await receiver.next())["update_id"] for _ in ids} == set(ids)
    assert receiver.most_inside == 2
    receiver.hold.set()


async def test_a_refused_update_is_delivered_again(client: Client, receiver: Receiver) -> None:
    receiver.answers = [lambda: web.Response(status=500)]
    await _hook(client, receiver)
    (update_id,) = await _write(client, "un")
    assert (await receiver.next())["update_id"] == update_id
    assert (await client.look("pending"))["updates"] == 1
    await client.person("clock", advance_s=1)
    assert (await receiver.next())["update_id"] == update_id
    info = await client.bot("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_retry_after_is_honoured(client: Client, receiver: Receiver) -> None:
    receiver.answers = [lambda: web.Response(status=503, headers={"Retry-After": "600"})]
    await _hook(client, receiver)
    await _write(client, "un")
    await receiver.next()
    await client.person("clock", advance_s=590)
    await client.look("users")
    assert receiver.got.empty()
    await client.person("clock", advance_s=10)
    await receiver.next()


async def test_an_update_can_be_delivered_twice_on_demand(client: Client, receiver: Receiver) -> None:
    await _hook(client, receiver)
    await client.person("duplicates", times=1)
    first, second = await _write(client, "un", "deux")
    assert [(await receiver.next())["update_id"] for _ in range(3)] == [first, first, second]


async def test_a_call_in_the_webhook_s_answer_is_done(client: Client, receiver: Receiver) -> None:
    receiver.answers = [lambda: web.json_response({"method": "sendMessage", "chat_id": ZOE, "text": "reçu"})]
    await _hook(client, receiver)
    written = await client.person("messages", user_id=ZOE, text="un")
    shown = await client.look(f"chats/{ZOE}/messages", after=written["message_id"], wait=5)
    assert [message["text"] for message in shown] == ["reçu"]


@pytest.mark.parametrize("url", ["http://bot.example/hook", "ftp://127.0.0.1", "nonsense"])
async def test_a_webhook_has_to_be_https_or_loopback(client: Client, url: str) -> None:
    assert (await client.refusal("setWebhook", url=url)).startswith("Bad Request: bad webhook: ")


async def test_only_the_wanted_kinds_are_queued(client: Client) -> None:
    await client.updates(allowed_updates=["callback_query"])
    written = await client.person("messages", user_id=ZOE, text="un")
    assert written["update_id"] is None
    assert await client.updates() == []
