"""A small bot that uses only the Bot API, for tests that need a bot to answer."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import aiohttp

from bot.emulator import Emulator

CARD = {
    "inline_keyboard": [[{"text": "✋ Prendre", "callback_data": "take"}, {"text": "Aide", "callback_data": "help"}]]
}
PUPILS = ("Inès Dupont", "Léo Dupuis", *(f"Élève {number:02d}" for number in range(1, 31)))
PAGE = 20


class ScriptedBot:
    """Echoes messages; answers `/carte` with buttons, `/code` with a spoiler, inline queries with pupils."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self._session = aiohttp.ClientSession()
        self._polling: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await self.call("setMyCommands", commands=[{"command": "carte", "description": "Une carte"}])
        self._polling = asyncio.create_task(self._poll())

    async def stop(self) -> None:
        if self._polling is not None:
            self._polling.cancel()
            with suppress(asyncio.CancelledError):
                await self._polling
        await self._session.close()

    async def call(self, method: str, **fields: Any) -> Any:
        """Calls the Bot API and returns the result."""
        address = f"{self.emulator.url}/bot4242:scripted-bot-of-the-page-tests-0001/{method}"
        async with self._session.post(address, json=fields) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def control(self, name: str, **fields: Any) -> Any:
        """Posts an act to the control API, without the page, and returns the answer."""
        async with self._session.post(f"{self.emulator.url}/control/{name}", json=fields) as response:
            return await response.json()

    async def _poll(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self._pressed(update["callback_query"])
                elif "inline_query" in update:
                    await self._searched(update["inline_query"])
                elif "text" in update.get("message", {}):
                    await self._told(update["message"])

    async def _told(self, message: dict[str, Any]) -> None:
        place = {"chat_id": message["chat"]["id"], "message_thread_id": message.get("message_thread_id")}
        if message["text"] == "/carte":
            await self.call("sendMessage", **place, text="Demande n°12", reply_markup=CARD)
        elif message["text"] == "/code":
            await self.call("sendMessage", **place, text="Code : <tg-spoiler>K7P2</tg-spoiler>", parse_mode="HTML")
        elif "via_bot" not in message:
            await self.call("sendMessage", **place, text=f"Reçu : {message['text'][:40]}")

    async def _searched(self, query: dict[str, Any]) -> None:
        start = int(query["offset"] or 0)
        found = [name for name in PUPILS if query["query"].lower() in name.lower()]
        results = [
            {
                "type": "article",
                "id": str(start + index),
                "title": name,
                "description": "Élève · CM2",
                "input_message_content": {"message_text": f"Fiche de <b>{name}</b>", "parse_mode": "HTML"},
                "reply_markup": {"inline_keyboard": [[{"text": "Ouvrir", "callback_data": "open"}]]},
            }
            for index, name in enumerate(found[start : start + PAGE])
        ]
        await self.call(
            "answerInlineQuery",
            inline_query_id=query["id"],
            results=results,
            next_offset=str(start + PAGE) if len(found) > start + PAGE else "",
            button={"text": "Chercher autrement", "start_parameter": "comptes"},
        )

    async def _pressed(self, query: dict[str, Any]) -> None:
        if "inline_message_id" in query:
            await self.call("editMessageText", inline_message_id=query["inline_message_id"], text="Fiche ouverte")
            await self.call("answerCallbackQuery", callback_query_id=query["id"])
            return
        if query["data"] == "help":
            await self.call(
                "answerCallbackQuery", callback_query_id=query["id"], text="Lisez l’aide.", show_alert=True
            )
            return
        message = query["message"]
        place = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        await self.call("editMessageText", **place, text="Demande n°12, prise")
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Vous la tenez.")
