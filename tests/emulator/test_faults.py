"""Faults on demand in words of one's own: any error of Telegram, and answers of a proxy."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.client import MARC, TOKEN, ZOE, Client

NGINX = "<html><head><title>502 Bad Gateway</title></head></html>"


@pytest.mark.parametrize(
    ("error", "description", "parameters"),
    [
        (400, "Bad Request: message can't be deleted for everyone", None),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": -1001}),
        (401, "Unauthorized", None),
        (403, "Forbidden: user is deactivated", None),
        (409, "Conflict: terminated by other getUpdates request", None),
        (429, "Too Many Requests: retry after 240", {"retry_after": 240}),
        (500, "Internal Server Error: restart", None),
    ],
)
async def test_an_error_has_the_words_and_parameters_given(
    client: Client, error: int, description: str, parameters: dict[str, Any] | None
) -> None:
    more: dict[str, Any] = {"parameters": parameters} if parameters else {}
    await client.person("faults", method="sendMessage", error=error, description=description, **more)
    answer = await client.raw("sendMessage", chat_id=ZOE, text="a")
    expected = {"ok": False, "error_code": error, "description": description}
    assert answer == {**expected, **more}
    assert await client.bot("sendMessage", chat_id=ZOE, text="a")


@pytest.mark.parametrize(("error", "description"), [(404, "Not Found"), (504, "Gateway Timeout"), (599, "Error 599")])
async def test_an_error_without_words_has_those_of_http(client: Client, error: int, description: str) -> None:
    await client.person("faults", method="getMe", error=error)
    assert await client.refusal("getMe") == description


@pytest.mark.parametrize(
    ("error", "body", "kind"),
    [
        (400, NGINX, "text/html"),
        (403, NGINX, "text/html"),
        (413, NGINX, "text/html; charset=utf-8"),
        (429, "slow down", "text/plain"),
        (502, NGINX, "text/html"),
        (502, "", "application/json"),
        (200, NGINX, "text/html"),
    ],
)
async def test_a_proxy_answers_in_the_server_s_place(client: Client, error: int, body: str, kind: str) -> None:
    await client.person("faults", method="sendMessage", error=error, body=body, content_type=kind)
    async with client.session.post(
        f"{client.url}/bot{TOKEN}/sendMessage", json={"chat_id": ZOE, "text": "a"}
    ) as answer:
        assert (answer.status, await answer.text(), answer.headers["Content-Type"]) == (error, body, kind)
    assert await client.look(f"chats/{ZOE}/messages", after=0) == []


async def test_a_fault_of_one_chat_spares_the_others(client: Client) -> None:
    await client.person("faults", method="*", error=403, description="Forbidden: user is deactivated", chat_id=ZOE)
    assert await client.bot("getMe")
    assert await client.bot("sendMessage", chat_id=MARC, text="a")
    assert await client.refusal("sendMessage", chat_id=str(ZOE), text="a") == "Forbidden: user is deactivated"


async def test_an_error_may_come_though_the_call_was_carried_out(client: Client) -> None:
    await client.person("faults", method="sendMessage", error=502, body=NGINX, after_effect=True)
    async with client.session.post(
        f"{client.url}/bot{TOKEN}/sendMessage", json={"chat_id": ZOE, "text": "a"}
    ) as answer:
        assert (answer.status, await answer.text()) == (502, NGINX)
    assert [message["text"] for message in await client.look(f"chats/{ZOE}/messages")] == ["a"]


@pytest.mark.parametrize(
    "fields",
    [
        {"error": 200},
        {"error": 600},
        {"error": True},
        {"error": "429"},
        {"error": 400, "description": 5},
        {"error": 400, "parameters": "a"},
        {"error": 400, "times": 0},
        {"error": 429, "retry_after": "soon"},
    ],
)
async def test_a_fault_that_makes_no_sense_is_refused(client: Client, fields: dict[str, Any]) -> None:
    assert (await client.person("faults", 400, method="getMe", **fields))["ok"] is False
    assert await client.look("faults") == []
