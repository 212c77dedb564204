"""What `palier doctor --live CHAT` does in a chat, which differences it finds, and that nothing stays there."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT
from typing import Any

import pytest

from bot.app import ALLOWED
from bot.doctor import live
from tests.emulator.client import TOKEN, ZOE
from tests.operator.chats import Chat, ill
from tests.operator.chats import chat as chat
from tests.operator.trouble import palier


async def test_all_is_as_meant_where_telegram_does_what_it_says(chat: Chat) -> None:
    found = await chat.finds()

    assert ill(found) == []
    assert {"album", "edits", "copy", "menu", "deletion", "inline", "clean-up"} <= found.keys()
    assert found["edits"].words == "30 in one message"
    assert [one.subject for one in found.values() if "covered" in one.look] == ["a code put into its message"]
    assert await chat.left() == []


@pytest.mark.parametrize(
    ("method", "subject"),
    [
        ("editMessageText", "edits"),
        ("copyMessage", "copy"),
        ("setMyCommands", "menu"),
        ("sendMediaGroup", "album"),
        ("sendVoice", "voice"),
        ("editMessageReplyMarkup", "buttons taken off"),
    ],
)
async def test_what_telegram_refuses_is_told_in_its_words(chat: Chat, method: str, subject: str) -> None:
    await chat.telegram.person("faults", method=method, error=400, description="Bad Request: not today", times=1)

    found = await chat.finds()

    assert [one for one, words in ill(found) if "not today" in words.lower()] == [subject]
    assert await chat.left() == []


async def test_what_cannot_be_deleted_is_told(chat: Chat) -> None:
    for method in ("deleteMessage", "editMessageText", "editMessageCaption"):
        refused: dict[str, Any] = {
            "error": 400,
            "description": "Bad Request: message can't be deleted",
            "times": 1000,
        }
        await chat.telegram.person("faults", method=method, **refused)

    found = await chat.finds()

    assert "can't be deleted" in found["deletion"].words or not found["edits"].fine
    assert not found["clean-up"].fine
    assert "stays" in found["clean-up"].words


async def test_a_message_sent_without_an_answer_is_told(chat: Chat) -> None:
    await chat.telegram.person("faults", method="sendMessage", error="drop", after_effect=True)

    found = await chat.finds()

    assert "1 sent without an answer: delete by hand what you see" in found["clean-up"].words
    assert len(await chat.left()) == 1


async def test_the_waits_that_telegram_asks_for_are_kept_and_told(chat: Chat) -> None:
    await chat.wait("editMessageText", 1)
    await chat.wait("sendMediaGroup", 1)
    begun = asyncio.get_running_loop().time()

    found = await chat.finds()

    assert ill(found) == []
    assert found["edits"].words == "30 in one message; waits that Telegram asked for: 1, 1 s in all"
    assert asyncio.get_running_loop().time() - begun >= 2


async def test_a_wait_that_is_too_long_is_told_instead(chat: Chat) -> None:
    await chat.wait("editMessageText", 7200)

    assert ill(await chat.finds()) == [("edits", "n°1: wait 7200 s")]
    assert await chat.left() == []


async def test_a_group_a_stranger_and_somebody_who_blocked_the_bot_are_refused_in_one_line(chat: Chat) -> None:
    group = (await chat.telegram.person("groups", title="Équipe", members=[ZOE]))["id"]
    await chat.telegram.bot("getMe")

    assert ill(await chat.finds(chat=group)) == [
        ("chat", f"{group} is no private chat: the bot talks in private only")
    ]
    (unknown,) = ill(await chat.finds(chat=987654321))
    assert "chat not found" in unknown[1].lower()
    await chat.telegram.person("block", user_id=ZOE)
    (blocked,) = ill(await chat.finds())
    assert "blocked by the user" in blocked[1]
    assert await chat.asked("sendMessage") == []


@pytest.mark.parametrize("last", ["a refusal", "photo", "album", "edits", "menu", "inline"])
async def test_nothing_stays_where_it_is_cut_short_between_two_findings(chat: Chat, last: str) -> None:
    examined = chat.examined()
    async for finding in examined:
        if finding.subject == last:
            break
    assert await chat.left()
    await examined.aclose()

    assert await chat.left() == []


@pytest.mark.parametrize("method", ["sendMessage", "sendPhoto", "sendMediaGroup", "editMessageText", "setMyCommands"])
async def test_nothing_stays_where_it_is_cut_short_within_a_call(chat: Chat, method: str) -> None:
    await chat.telegram.bot("getMe")
    before = await _menu(chat)
    await chat.telegram.person("faults", method=method, error="slow", seconds=0.4, after_effect=True)
    examining = asyncio.create_task(chat.finds())
    await chat.telegram.look("calls", method=method, wait=10)
    while not await chat.asked(method):
        await asyncio.wait([examining], timeout=0.02)
    examining.cancel()
    with pytest.raises(asyncio.CancelledError):
        await examining

    assert await chat.left() == []
    assert await _menu(chat) == before


async def test_an_error_of_our_own_leaves_nothing_either(chat: Chat) -> None:
    async def clumsy() -> None:
        raise OSError("the terminal is gone")

    with pytest.raises(OSError, match="terminal"):
        _ = [one async for one in live.examine(chat.settings, ZOE, clumsy, 0.0)]

    assert await chat.left() == []


@pytest.mark.parametrize("commands", [[], [{"command": "moi", "description": "Ce que je suis"}]])
async def test_the_menu_that_stood_before_stands_after(chat: Chat, commands: list[dict[str, str]]) -> None:
    scope = {"type": "chat", "chat_id": ZOE}
    await chat.telegram.bot("getMe")
    if commands:
        await chat.telegram.bot("setMyCommands", commands=commands, scope=scope)

    assert (await chat.finds())["menu"].fine

    assert await chat.telegram.bot("getMyCommands", scope=scope) == commands


async def _menu(chat: Chat) -> Any:
    return await chat.telegram.bot("getMyCommands", scope={"type": "chat", "chat_id": ZOE})


async def test_an_inline_query_that_is_typed_is_answered_and_no_update_is_taken_away(chat: Chat) -> None:
    await chat.telegram.bot("getUpdates", allowed_updates=list(ALLOWED))
    written = await chat.telegram.person("messages", user_id=ZOE, text="Bonjour")
    examined, typing, found = chat.examined(30.0), None, []
    async for finding in examined:
        found.append(finding)
        if "in the chat now" in finding.words:
            typing = asyncio.create_task(chat.telegram.person("inline", user_id=ZOE, query="essai"))
    assert typing is not None

    assert [one["title"] for one in (await typing)["results"]] == ["Essai"]
    assert [one.words for one in found if one.subject == "inline"][-1] == "answered"
    assert {one.get("offset") for one in await chat.asked("getUpdates")} == {None}
    assert {tuple(one["allowed_updates"]) for one in await chat.asked("getUpdates")} == {tuple(ALLOWED)}
    waiting = await chat.telegram.bot("getUpdates")
    assert [update["update_id"] for update in waiting if "message" in update] == [written["update_id"]]
    assert [one["text"] for one in await chat.left()] == ["Bonjour"]


async def polled(chat: Chat, stop: asyncio.Event, taken: list[int]) -> None:
    """A bot that is running: it asks for updates, confirms them, and asks again a little after another took over."""
    offset: dict[str, int] = {}
    while not stop.is_set():
        answer = await chat.telegram.raw("getUpdates", timeout=2, **offset)
        if not answer["ok"]:
            await asyncio.sleep(0.1)
            continue
        taken += [update["update_id"] for update in answer["result"]]
        offset = {"offset": taken[-1] + 1} if taken else {}


@pytest.mark.parametrize("written", [False, True])
async def test_beside_a_bot_that_polls_one_sentence_says_so_and_no_update_is_lost(chat: Chat, written: bool) -> None:
    await chat.telegram.bot("getMe")
    stop, taken = asyncio.Event(), list[int]()
    update = {"update_id": 0}
    found, running = [], None
    async for finding in chat.examined(30.0):
        found.append(finding)
        if "in the chat now" in finding.words:
            if written:
                update = await chat.telegram.person("messages", user_id=ZOE, text="Bonjour")
            running = asyncio.create_task(polled(chat, stop, taken))
    stop.set()
    assert running is not None
    await running

    assert [one.words for one in found if one.subject == "inline"][-1] == (
        "not tried: another process, such as the bot itself, takes the updates of this token"
    )
    assert not [one for one in found if not one.fine]
    assert not written or taken == [update["update_id"]]


async def test_nothing_is_asked_of_a_bot_whose_updates_go_to_a_webhook(chat: Chat) -> None:
    await chat.telegram.bot("setWebhook", url=f"{chat.telegram.url.replace('127.0.0.1', 'localhost')}/hook")

    found = await chat.finds(typed=30.0)

    assert found["inline"].words == "not tried: updates go to the webhook"
    assert "it answers" in found["inline"].look
    assert await chat.asked("getUpdates") == []
    assert (await chat.telegram.bot("getWebhookInfo"))["url"]


async def test_the_command_tells_what_to_look_at_and_waits_for_nobody_without_a_terminal(chat: Chat) -> None:
    status, said = await palier(chat.settings, "doctor", "--live", str(ZOE))

    assert status == 0, said
    assert "MEND" not in said
    assert "LOOK  a code put into its message: a code is covered" in said
    assert "ok    clean-up: all that was sent is deleted" in said
    assert "Enter deletes" not in said
    assert await chat.left() == []


async def test_the_command_fails_in_one_line_where_the_chat_is_none(chat: Chat) -> None:
    status, said = await palier(chat.settings, "doctor", "--live", "-100123")

    assert (status, len(said.splitlines())) == (1, 1), said
    assert said.startswith("MEND  chat: -100123: ")


@pytest.mark.parametrize("end", ["enter", "interrupt"])
async def test_at_a_terminal_the_messages_stay_until_somebody_has_looked(chat: Chat, end: str) -> None:
    await chat.telegram.bot("setWebhook", url=f"{chat.telegram.url}/hook")  # so that nobody is asked to type
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PALIER_")}
    told = {
        "PALIER_TELEGRAM_TOKEN": TOKEN,
        "PALIER_TELEGRAM_API": chat.settings.telegram_api,
        "PALIER_LIMITS": "off",
    }
    words = ("-m", "bot", "doctor", "--live", str(ZOE))
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, env=kept | told, stdin=theirs, stdout=PIPE, stderr=STDOUT
    )
    os.close(theirs)
    assert process.stdout is not None
    async with asyncio.timeout(60):
        while b"Enter deletes" not in await process.stdout.readline():
            assert not process.stdout.at_eof()
        assert len(await chat.left()) > 20
    async with asyncio.timeout(60):  # a busy machine may have needed most of the first for the messages
        if end == "enter":
            os.write(ours, b"\n")
        else:
            process.send_signal(signal.SIGINT)
        await process.communicate()
    os.close(ours)

    assert process.returncode == (0 if end == "enter" else 130)
    assert await chat.left() == []
