"""What the emulator still knows after a restart."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from bot.emulator import Emulator
from tests.emulator.client import BOT_ID, PERSONAS, ZOE, Client, upload

KEYBOARD = {"inline_keyboard": [[{"text": "Prendre", "callback_data": "t"}]]}
ALONE = """
import asyncio, pathlib, sys
from bot.emulator import Emulator
async def main():
    emulator = Emulator(data=pathlib.Path(sys.argv[1]), rates=False)
    await emulator.start()
    print(emulator.url, flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


@contextlib.asynccontextmanager
async def running(folder: Path) -> AsyncIterator[Client]:
    """Runs an emulator that saves to the folder; yields a client for it."""
    emulator = Emulator(PERSONAS, data=folder, rates=False)
    await emulator.start()
    async with aiohttp.ClientSession() as session:
        yield Client(emulator, session)
    await emulator.stop()


async def test_chats_topics_commands_files_and_ids_are_kept(tmp_path: Path) -> None:
    async with running(tmp_path) as client:
        await client.bot("getMe")
        chat_id = await client.forum()
        await client.bot("createForumTopic", chat_id=chat_id, name="n°12")
        await client.bot("setMyCommands", commands=[{"command": "aide", "description": "Aide"}])
        sent = await client.bot("sendMessage", chat_id=ZOE, text="bonjour", reply_markup=KEYBOARD)
        await client.bot("pinChatMessage", chat_id=ZOE, message_id=sent["message_id"])
        await client.person("messages", user_id=ZOE, document=upload("a.txt", b"un"))
        before = [{**m, "seq": 0} for m in await client.look(f"chats/{ZOE}/messages")]
    async with running(tmp_path) as client:
        assert [{**m, "seq": 0} for m in await client.look(f"chats/{ZOE}/messages")] == before
        assert [topic["name"] for topic in await client.look(f"chats/{chat_id}/topics")] == ["n°12"]
        assert [command["command"] for command in await client.look("commands", user_id=ZOE)] == ["aide"]
        assert await client.bot("getFile", file_id=before[-1]["document"]["file_id"])
        assert (await client.bot("sendMessage", chat_id=ZOE, text="b"))["message_id"] > before[-1]["message_id"]


async def test_undelivered_updates_are_kept_and_ids_go_on(tmp_path: Path) -> None:
    async with running(tmp_path) as client:
        await client.bot("getMe")
        first = await client.person("messages", user_id=ZOE, text="un")
        await client.updates(offset=first["update_id"] + 1)
        second = await client.person("messages", user_id=ZOE, text="deux")
    async with running(tmp_path) as client:
        assert [update["update_id"] for update in await client.updates()] == [second["update_id"]]
        assert (await client.person("messages", user_id=ZOE, text="trois"))["update_id"] == second["update_id"] + 1


async def test_a_press_left_undelivered_can_be_answered_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as client:
        sent = await client.bot("sendMessage", chat_id=ZOE, text="n°12", reply_markup=KEYBOARD)
        pressed = asyncio.create_task(
            client.person("callbacks", user_id=ZOE, message_id=sent["message_id"], data="t")
        )
        (query,) = [u["callback_query"] for u in await client.updates(timeout=5)]
        pressed.cancel()
    async with running(tmp_path) as client:
        assert await client.bot("answerCallbackQuery", callback_query_id=query["id"]) is True


async def test_a_token_is_kept_as_a_digest_only(tmp_path: Path) -> None:
    async with running(tmp_path) as client:
        await client.bot("getMe")
        token_secret = "t" * 35
    assert not _holds(tmp_path, token_secret)


async def test_a_killed_emulator_comes_back_with_what_was_a_moment_old(tmp_path: Path) -> None:
    alone = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ALONE, str(tmp_path), stdout=asyncio.subprocess.PIPE, env={**os.environ}
    )
    assert alone.stdout is not None
    url = (await alone.stdout.readline()).decode().strip()
    token = f"{BOT_ID}:{'t' * 35}"
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        await session.post(f"{url}/bot{token}/getMe")
        await session.post(f"{url}/control/users", json={"id": ZOE, "first_name": "Zoé"})
        await session.post(f"{url}/control/messages", json={"user_id": ZOE, "text": "avant"})
        await asyncio.to_thread(_until_saved, tmp_path, "avant")
    alone.send_signal(signal.SIGKILL)
    await alone.wait()
    async with running(tmp_path) as client:
        assert [message["text"] for message in await client.look(f"chats/{ZOE}/messages")] == ["avant"]


def _holds(folder: Path, text: str) -> bool:
    return any(text.encode() in file.read_bytes() for file in folder.iterdir())


def _until_saved(folder: Path, text: str) -> None:
    """Waits until the file holds the text. Polls, since a write to disk gives no signal."""
    deadline = time.monotonic() + 5
    while not _holds(folder, text):
        assert time.monotonic() < deadline, "nothing was saved within five seconds"
        time.sleep(0.02)
