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
    receiver.answers = [lambda: web.Response(status=500)] * 2
    await _hook(client, receiver)
    (update_id,) = await _write(client, "un")
    assert (await receiver.next())["update_id"] == update_id
    assert (await receiver.next())["update_id"] == update_id  # the first time at once
    assert (await client.look("pending"))["updates"] == 1
    assert receiver.got.empty()
    await client.person("clock", advance_s=2)
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


HTTPS = "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
PORTS = "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://bot.example/hook", HTTPS),
        ("ftp://127.0.0.1", "Bad Request: invalid webhook URL specified"),
        ("https://bot.example:99999/hook", "Bad Request: invalid webhook URL specified"),
        ("nonsense", "Bad Request: bad webhook: Failed to resolve host: Name or service not known"),
        ("https://bot.example:9443/hook", PORTS),
        ("https://127.0.0.1:8080/hook", PORTS),
    ],
)
async def test_a_webhook_has_to_be_https_or_loopback(client: Client, url: str, words: str) -> None:
    assert await client.refusal("setWebhook", url=url) == words


@pytest.mark.parametrize("url", ["https://bot.example", "https://bot.example:8443/hook", "https://bot.example:88/a"])
async def test_telegram_s_ports_are_accepted(client: Client, url: str) -> None:
    assert await client.bot("setWebhook", url=url)


async def test_loopback_can_be_held_to_the_same_rules(client: Client, receiver: Receiver) -> None:
    await client.person("webhooks", strict=True)
    assert await client.refusal("setWebhook", url=receiver.url) == HTTPS


async def test_an_address_that_is_refused_takes_the_old_webhook_away(client: Client, receiver: Receiver) -> None:
    await _hook(client, receiver)
    await client.refusal("setWebhook", url="http://bot.example/hook")
    assert (await client.bot("getWebhookInfo"))["url"] == ""


async def test_a_webhook_set_again_within_a_second_is_refused(client: Client, receiver: Receiver) -> None:
    await client.person("rates", enabled=True)
    await _hook(client, receiver)
    assert await client.refusal("setWebhook", url=receiver.url) == "Too Many Requests: retry after 1"
    assert await client.bot("deleteWebhook")
    await client.person("clock", advance_s=1)
    await _hook(client, receiver)


async def test_a_poll_under_way_ends_when_a_webhook_is_set(client: Client, receiver: Receiver) -> None:
    polling = asyncio.create_task(client.refusal("getUpdates", timeout=30))
    while not client.emulator.api.delivery._pollers:
        await client.look("users")
    await _hook(client, receiver)
    assert await asyncio.wait_for(polling, 5) == "Conflict: terminated by setWebhook request"


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("restart", "Internal Server Error: restart"),
        ("logging_out", "Unauthorized"),
        ("logged_out", "Logged out"),
    ],
)
async def test_a_server_that_closes_refuses_every_call(client: Client, why: str, words: str) -> None:
    await client.person("closing", why=why, seconds=30)
    assert await client.refusal("getMe") == words
    assert await client.refusal("getUpdates", timeout=30) == words
    await client.person("clock", advance_s=30)
    assert await client.bot("getMe")


async def test_a_closing_server_answers_a_poll_under_way(client: Client) -> None:
    polling = asyncio.create_task(client.refusal("getUpdates", timeout=30))
    while not client.emulator.api.delivery._pollers:
        await client.look("users")
    await client.person("closing", why="restart", seconds=5)
    assert await asyncio.wait_for(polling, 5) == "Internal Server Error: restart"


async def test_after_a_day_of_410_alone_the_webhook_is_closed(client: Client, receiver: Receiver) -> None:
    gone = lambda: web.Response(status=410, headers={"Retry-After": "3600"})  # noqa: E731
    receiver.answers = [gone] * 30
    await _hook(client, receiver)
    await _write(client, "un")
    await receiver.next()
    for _ in range(22):
        await client.person("clock", advance_s=3600)
        await receiver.next()
    assert (await client.bot("getWebhookInfo"))["url"] == receiver.url
    await client.person("clock", advance_s=3601)
    await receiver.next()
    while (await client.bot("getWebhookInfo"))["url"]:
        await client.look("users")


@pytest.mark.parametrize("name", ["getMe", "setWebhook", "DeleteWebhook", "logOut"])
async def test_some_methods_are_not_called_from_an_answer(client: Client, receiver: Receiver, name: str) -> None:
    receiver.answers = [lambda: web.json_response({"method": name})]
    await _hook(client, receiver)
    before = (await client.look("calls"))[-1]["seq"]
    await _write(client, "un")
    assert (await client.look("pending", wait=5))["updates"] == 0
    assert await client.look("calls", since=before) == []


async def test_a_redirection_is_a_failure(client: Client, receiver: Receiver) -> None:
    receiver.answers = [lambda: web.Response(status=302, headers={"Location": receiver.url})]
    await _hook(client, receiver)
    (update_id,) = await _write(client, "un")
    assert [(await receiver.next())["update_id"] for _ in range(2)] == [update_id] * 2
    assert "302" in (await client.bot("getWebhookInfo"))["last_error_message"]


async def test_only_the_wanted_kinds_are_queued(client: Client) -> None:
    await client.updates(allowed_updates=["callback_query"])
    written = await client.person("messages", user_id=ZOE, text="un")
    assert written["update_id"] is None
    assert await client.updates() == []
