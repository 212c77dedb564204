"""What every chapter of `aiogram_program.py` needs: the bot on aiogram, the people, and the list of chapters."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession

Json = dict[str, Any]
KEYBOARD = types.InlineKeyboardMarkup(
    inline_keyboard=[[types.InlineKeyboardButton(text="Prendre", callback_data="t")],
                     [types.InlineKeyboardButton(text="Copier", copy_text=types.CopyTextButton(text="K7"))]]
)  # fmt: skip


def png() -> bytes:
    """Returns a plain PNG of eight pixels by eight."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress(b"".join(b"\0" + bytes(8) for _ in range(8)))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class Stage:
    """The bot, two people and the control API that plays them."""

    def __init__(self, address: str, token: str, one: int, other: int, session: ClientSession) -> None:
        self.address, self.one, self.other, self.session = address, one, other, session
        self.bot = Bot(token, AiohttpSession(api=TelegramAPIServer.from_base(address)))
        self.seen = 0

    async def person(self, act: str, **fields: Any) -> Json:
        """Does what a person does, and returns the control API's answer. The act must be possible."""
        async with self.session.post(f"{self.address}/control/{act}", json=fields) as answer:
            told: Json = await answer.json()
            assert answer.status == 200, told
            return told

    async def updates(self, patience: int = 0) -> list[Any]:
        """Returns the updates not seen yet, as aiogram read them."""
        allowed = ["message", "edited_message", "callback_query", "inline_query", "chosen_inline_result",
                   "my_chat_member", "message_reaction"]  # fmt: skip
        found: list[Any] = await self.bot.get_updates(
            offset=self.seen + 1 if self.seen else None, timeout=patience, allowed_updates=allowed
        )
        self.seen = found[-1].update_id if found else self.seen
        return found

    async def group(self, *, is_forum: bool = True) -> int:
        """Makes a group of both people and returns its id."""
        made = await self.person("groups", title="Équipe", is_forum=is_forum, members=[self.one, self.other])
        chat_id: int = made["id"]
        return chat_id


Chapter = Callable[[Stage], Awaitable[None]]
CHAPTERS: list[Chapter] = []


def chapter(play: Chapter) -> Chapter:
    """Adds a function to what is played."""
    CHAPTERS.append(play)
    return play
