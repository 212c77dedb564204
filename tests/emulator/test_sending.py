"""What a bot can send, and which sends are refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.client import BOT_ID, MARC, ZOE, Client


async def test_a_sent_message_has_the_full_shape(client: Client) -> None:
    first = await client.bot("sendMessage", chat_id=ZOE, text="un")
    sent = await client.bot(
        "sendMessage", chat_id=ZOE, text="<b>deux</b>", parse_mode="HTML", protect_content=True,
        reply_parameters={"message_id": first["message_id"], "quote": "un"},
    )  # fmt: skip
    assert sent["from"]["id"] == BOT_ID
    assert sent["chat"] == {"id": ZOE, "type": "private", "first_name": "Zoé", "last_name": "Petit"}
    assert sent["reply_to_message"]["text"] == "un"
    assert sent["quote"] == {"text": "un", "position": 0, "is_manual": True}
    assert sent["has_protected_content"] is True
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert sent["message_id"] > first["message_id"]


async def test_nobody_unknown_can_be_written_to(client: Client) -> None:
    assert await client.refusal("sendMessage", chat_id=42, text="a") == "Bad Request: chat not found"


async def test_a_person_who_never_wrote_cannot_be_written_to_first(client: Client) -> None:
    user = await client.person("users", first_name="Inès")
    refused = "Forbidden: bot can't initiate conversation with a user"
    assert await client.refusal("sendMessage", chat_id=user["id"], text="a") == refused
    await client.person("messages", user_id=user["id"], text="/start")
    assert await client.bot("sendMessage", chat_id=user["id"], text="bonjour")


async def test_a_person_who_blocked_the_bot_is_out_of_reach(client: Client) -> None:
    await client.person("block", user_id=ZOE)
    assert await client.refusal("sendMessage", chat_id=ZOE, text="a") == "Forbidden: bot was blocked by the user"
    assert [u["my_chat_member"]["new_chat_member"]["status"] for u in await client.updates()] == ["kicked"]
    await client.person("unblock", user_id=ZOE)
    assert await client.bot("sendMessage", chat_id=ZOE, text="a")


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": "é" * 4097}, "Bad Request: message is too long"),
        ({"text": "👋" * 2049}, "Bad Request: message is too long"),
        ({"text": "a", "reply_parameters": {"message_id": 999}}, "Bad Request: message to be replied not found"),
        ({"text": "a", "message_thread_id": 5}, "Bad Request: message thread not found"),
    ],
)
async def test_a_text_telegram_would_refuse_is_refused(
    client: Client, parameters: dict[str, Any], description: str
) -> None:
    assert await client.refusal("sendMessage", chat_id=ZOE, **parameters) == description


async def test_a_reply_to_a_gone_message_may_be_allowed(client: Client) -> None:
    wanted = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await client.bot("sendMessage", chat_id=ZOE, text="a", reply_parameters=wanted)


def _keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "a", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "a"}, "keyboard button text must be non-empty"),
        ({"text": "a", "callback_data": "a", "style": "pink"}, "invalid button style specified"),
    ],
)
async def test_a_bad_button_is_refused(client: Client, button: dict[str, Any], reason: str) -> None:
    refused = await client.refusal("sendMessage", chat_id=ZOE, text="a", reply_markup=_keyboard(button))
    assert refused == f"Bad Request: {reason}"


async def test_a_keyboard_has_at_most_a_hundred_buttons(client: Client) -> None:
    keyboard = _keyboard(*({"text": "a", "callback_data": str(i)} for i in range(101)))
    refused = await client.refusal("sendMessage", chat_id=ZOE, text="a", reply_markup=keyboard)
    assert refused == "Bad Request: reply markup is too long"


async def test_styled_link_and_copy_buttons_are_kept(client: Client) -> None:
    buttons = [
        {"text": "a", "callback_data": "é" * 32, "style": "danger"},
        {"text": "b", "url": "https://example.org/aide"},
        {"text": "c", "copy_text": {"text": "K7RM2P"}},
    ]
    sent = await client.bot("sendMessage", chat_id=ZOE, text="a", reply_markup=_keyboard(*buttons))
    assert [row[0] for row in sent["reply_markup"]["inline_keyboard"]] == buttons


async def test_a_reply_keyboard_shows_in_the_chat_only(client: Client) -> None:
    keyboard = {"keyboard": [["Oui", {"text": "Non"}]], "resize_keyboard": True}
    assert "reply_markup" not in await client.bot("sendMessage", chat_id=ZOE, text="a", reply_markup=keyboard)
    assert (await client.look(f"chats/{ZOE}/messages"))[-1]["reply_markup"] == keyboard


async def test_a_copy_keeps_the_content_and_a_forward_its_origin(client: Client) -> None:
    sent = await client.bot("sendMessage", chat_id=ZOE, text="<i>a</i>", parse_mode="HTML")
    source = {"from_chat_id": ZOE, "message_id": sent["message_id"]}
    copied = await client.bot("copyMessage", chat_id=MARC, **source)
    forwarded = await client.bot("forwardMessage", chat_id=MARC, **source)
    shown = {m["message_id"]: m for m in await client.look(f"chats/{MARC}/messages")}
    assert shown[copied["message_id"]]["entities"] == sent["entities"]
    assert forwarded["forward_origin"] == {"type": "user", "sender_user": sent["from"], "date": sent["date"]}


async def test_copied_messages_are_no_forwards(client: Client) -> None:
    ids = [(await client.bot("sendMessage", chat_id=ZOE, text=t))["message_id"] for t in "ab"]
    copies = await client.bot("copyMessages", chat_id=MARC, from_chat_id=ZOE, message_ids=ids)
    shown = await client.look(f"chats/{MARC}/messages")
    assert [m["message_id"] for m in shown] == [c["message_id"] for c in copies]
    assert all("forward_origin" not in m for m in shown)


async def test_a_protected_message_cannot_be_forwarded(client: Client) -> None:
    sent = await client.bot("sendMessage", chat_id=ZOE, text="a", protect_content=True)
    refused = await client.refusal("forwardMessage", chat_id=MARC, from_chat_id=ZOE, message_id=sent["message_id"])
    assert refused == "Bad Request: message can't be forwarded"


async def test_an_upgraded_group_tells_its_new_id(client: Client) -> None:
    group = await client.person("groups", title="Équipe", plain=True, members=[ZOE])
    upgraded = await client.person("migrations", chat_id=group["id"])
    answer = await client.raw("sendMessage", chat_id=group["id"], text="a")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": upgraded["id"]}
    notes = [u["message"] for u in await client.updates() if "message" in u]
    assert (notes[0]["migrate_to_chat_id"], notes[1]["migrate_from_chat_id"]) == (upgraded["id"], group["id"])


async def test_a_group_the_bot_left_refuses_it(client: Client) -> None:
    chat_id = await client.forum()
    await client.bot("leaveChat", chat_id=chat_id)
    refused = await client.refusal("sendMessage", chat_id=chat_id, text="a")
    assert refused == "Forbidden: bot is not a member of the supergroup chat"
