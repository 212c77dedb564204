"""People's phones: they act through the emulator's control API over HTTP, and read what a chat shows."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession

PATIENCE = 40.0  # seconds until a message that never comes fails the test

Shown = dict[str, Any]


@dataclass(slots=True)
class Phone:
    """One person's Telegram."""

    http: ClientSession
    url: str
    user_id: int

    async def write(self, text: str = "", **more: Any) -> int:
        """Sends a message to the bot; returns its message_id."""
        body = {"user_id": self.user_id, **({"text": text} if text else {}), **more}
        answer = await self.post("messages", body)
        return int(answer["message_id"])

    async def press(self, words: str, message: Shown | None = None) -> Shown:
        """Presses the button with these words, on `message` or the newest that has it; returns the bot's answer."""
        if message is None:
            message = await self.see(lambda shown: words in labels(shown))
        body = {"user_id": self.user_id, "message_id": message["message_id"], "text": words}
        return await self.post("callbacks", body)

    async def see(self, wanted: Callable[[Shown], bool] | str, after: int = 0) -> Shown:
        """Waits for a message above `after` that meets the condition or contains the words; returns the newest."""
        fits = (lambda shown: wanted in text_of(shown)) if isinstance(wanted, str) else wanted
        async with asyncio.timeout(PATIENCE):
            wait = 0
            while True:
                found = [m for m in await self.chat(wait=wait) if m["message_id"] > after and fits(m)]
                if found:
                    return found[-1]
                wait = 1

    async def chat(self, wait: int = 0) -> list[Shown]:
        """The messages in the chat with the bot; waits up to `wait` seconds for a change first."""
        after = 0 if not wait else 10**9
        address = f"{self.url}/control/chats/{self.user_id}/messages?after={after}&wait={wait}"
        if wait:
            async with self.http.get(address) as response:
                await response.read()
            return await self.chat()
        async with self.http.get(address) as response:
            return [m for m in await response.json() if not m.get("deleted")]

    async def texts(self) -> str:
        """The texts of all messages in the chat, joined."""
        return "\n".join(text_of(message) for message in await self.chat())

    async def last(self) -> int:
        """The id of the newest message."""
        return max((m["message_id"] for m in await self.chat()), default=0)

    async def post(self, call: str, body: dict[str, Any]) -> Shown:
        """Posts to the control API; returns the answer."""
        data = io.BytesIO(json.dumps(body).encode())
        headers = {"Content-Type": "application/json"}
        async with self.http.post(f"{self.url}/control/{call}", data=data, headers=headers) as response:
            answer: Shown = await response.json()
            assert response.status == 200, answer
            return answer


def text_of(message: Shown) -> str:
    """The text or caption of a message."""
    return str(message.get("text") or message.get("caption") or "")


def labels(message: Shown) -> list[str]:
    """The words on a message's buttons, without leading emoji."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [_bare(button["text"]) for row in rows for button in row]


def signed(message: Shown) -> set[str]:
    """The words on a message's buttons, with the signs before them."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {str(button["text"]) for row in rows for button in row}


def _bare(label: str) -> str:
    head, _, rest = label.partition(" ")
    return rest if rest and not any(c.isalnum() for c in head) else label
