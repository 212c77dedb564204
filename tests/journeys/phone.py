"""People's phones: a journey speaks to the emulator's control API over HTTP, and reads what each chat shows."""

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
        """Types a message to the bot; its message_id."""
        body = {"user_id": self.user_id, **({"text": text} if text else {}), **more}
        answer = await self.post("messages", body)
        return int(answer["message_id"])

    async def press(self, words: str, message: Shown | None = None) -> Shown:
        """Presses the button of those words, on that message or on the newest that bears it; the answer's toast."""
        if message is None:
            message = await self.see(lambda shown: words in labels(shown))
        body = {"user_id": self.user_id, "message_id": message["message_id"], "text": words}
        return await self.post("callbacks", body)

    async def see(self, wanted: Callable[[Shown], bool] | str, after: int = 0) -> Shown:
        """The newest message that is wanted, or holds those words, waited for."""
        fits = (lambda shown: wanted in text_of(shown)) if isinstance(wanted, str) else wanted
        async with asyncio.timeout(PATIENCE):
            wait = 0
            while True:
                found = [m for m in await self.chat(wait=wait) if m["message_id"] > after and fits(m)]
                if found:
                    return found[-1]
                wait = 1

    async def chat(self, wait: int = 0) -> list[Shown]:
        """All that the chat with the bot shows now, or once something changes within `wait` seconds."""
        after = 0 if not wait else 10**9
        address = f"{self.url}/control/chats/{self.user_id}/messages?after={after}&wait={wait}"
        if wait:
            async with self.http.get(address) as response:
                await response.read()
            return await self.chat()
        async with self.http.get(address) as response:
            return [m for m in await response.json() if not m.get("deleted")]

    async def texts(self) -> str:
        """Every word the chat shows."""
        return "\n".join(text_of(message) for message in await self.chat())

    async def last(self) -> int:
        """The newest message's number."""
        return max((m["message_id"] for m in await self.chat()), default=0)

    async def post(self, call: str, body: dict[str, Any]) -> Shown:
        """One call of the control API."""
        data = io.BytesIO(json.dumps(body).encode())
        headers = {"Content-Type": "application/json"}
        async with self.http.post(f"{self.url}/control/{call}", data=data, headers=headers) as response:
            answer: Shown = await response.json()
            assert response.status == 200, answer
            return answer


def text_of(message: Shown) -> str:
    """What a message says."""
    return str(message.get("text") or message.get("caption") or "")


def labels(message: Shown) -> list[str]:
    """Its buttons' words, without the emoji before them."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [_bare(button["text"]) for row in rows for button in row]


def _bare(label: str) -> str:
    head, _, rest = label.partition(" ")
    return rest if rest and not any(c.isalnum() for c in head) else label
