"""How a call is read: tokens, methods, and parameters in every form."""

from __future__ import annotations

import json

import aiohttp
import pytest

from tests.emulator.client import TOKEN, ZOE, Client


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot/getMe", 404, "Not Found"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot123456:short/getMe", 401, "Unauthorized"),
        (f"/bot123456:{'x' * 35}/getMe", 401, "Unauthorized"),
        (f"/bot{TOKEN}/makeCoffee", 404, "Not Found"),
        (f"/bot{TOKEN}", 404, "Not Found"),
        (f"/bot{TOKEN}/sendInvoice", 400, "Bad Request: method is not supported by this emulator"),
    ],
)
async def test_a_wrong_address_is_refused_as_telegram_does(
    client: Client, path: str, status: int, description: str
) -> None:
    async with client.session.get(client.url + path) as response:
        assert await response.json() == {"ok": False, "error_code": status, "description": description}
        assert response.status == status


async def test_method_names_are_case_insensitive(client: Client) -> None:
    assert (await client.bot("GETME"))["is_bot"] is True


async def test_parameters_are_read_from_query_form_json_and_multipart(client: Client) -> None:
    address, fields = f"{client.url}/bot{TOKEN}/sendMessage", {"chat_id": str(ZOE), "text": "bonjour"}
    multipart = aiohttp.FormData(default_to_multipart=True)
    for name, value in fields.items():
        multipart.add_field(name, value)
    answers = [
        await client.session.get(address, params=fields),
        await client.session.post(address, data=fields),
        await client.session.post(address, json=fields),
        await client.session.post(address, data=multipart),
        await client.session.post(address, params={"chat_id": str(ZOE)}, data={"text": "bonjour"}),
    ]
    assert [(await answer.json())["result"]["text"] for answer in answers] == ["bonjour"] * 5


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": "a"}, "Bad Request: chat_id is empty"),
        ({"chat_id": ZOE}, "Bad Request: message text is empty"),
        ({"chat_id": ZOE, "text": " \n"}, "Bad Request: text must be non-empty"),
        ({"chat_id": ZOE, "text": "a", "colour": "red"}, 'Bad Request: unknown parameter "colour" specified'),
        (
            {"chat_id": ZOE, "text": "a", "message_thread_id": "one"},
            "Bad Request: invalid message_thread_id specified",
        ),
        (
            {"chat_id": ZOE, "text": "a", "protect_content": "perhaps"},
            "Bad Request: invalid protect_content specified",
        ),
        ({"chat_id": ZOE, "text": "a", "reply_markup": "{"}, "Bad Request: can't parse reply_markup JSON object"),
        (
            {"chat_id": ZOE, "text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b", "colour": "red"}]]}},
            'Bad Request: can\'t parse reply_markup: field "inline_keyboard": unknown field "colour"',
        ),
        ({"chat_id": ZOE, "text": "a", "parse_mode": "rtf"}, "Bad Request: unsupported parse_mode"),
    ],
)
async def test_a_parameter_that_is_missing_unknown_or_badly_typed_is_refused(
    client: Client, parameters: dict[str, object], description: str
) -> None:
    assert await client.refusal("sendMessage", **parameters) == description


async def test_structures_may_come_as_json_in_a_form(client: Client) -> None:
    keyboard = json.dumps({"inline_keyboard": [[{"text": "Prendre", "callback_data": "t"}]]})
    fields = {"chat_id": ZOE, "text": "a", "reply_markup": keyboard}
    async with client.session.post(f"{client.url}/bot{TOKEN}/sendMessage", data=fields) as response:
        assert (await response.json())["result"]["reply_markup"] == json.loads(keyboard)


async def test_a_body_that_is_no_json_is_refused(client: Client) -> None:
    headers = {"Content-Type": "application/json"}
    async with client.session.post(f"{client.url}/bot{TOKEN}/getMe", data=b"{", headers=headers) as response:
        assert (await response.json())["description"] == "Bad Request: can't parse JSON object"
