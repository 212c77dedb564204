"""A person's chat with the bot, for tests of what comes from Telegram."""

from __future__ import annotations

from typing import Any

from tests.handlers.conftest import Json, Typed, command
from tests.world import TELEGRAM, World

Key = dict[str, Any]


class Phone:
    """A person's chat with the bot: numbers their messages, and remembers the buttons that they were shown."""

    def __init__(self, typed: Typed, key: str) -> None:
        self.typed = typed
        self.key = key
        self.number = 1000

    async def write(self, text: str, **more: Any) -> int:
        """Writes a message; returns its number."""
        self.number += 1
        message = command(self.key, text) | {"message_id": self.number, "entities": []} | more
        if "photo" in more:
            message.pop("text")
        await self.typed.receive(message=message)
        return self.number

    async def edit(self, number: int, text: str) -> None:
        """Changes a message."""
        message = command(self.key, text) | {"message_id": number, "entities": [], "edit_date": 2}
        await self.typed.receive(edited_message=message)

    async def press(self, data: str, number: int = 50) -> None:
        """Presses a button."""
        chat = {"id": TELEGRAM[self.key], "type": "private"}
        message: Json = {"message_id": number, "date": 1, "chat": chat}
        sender = command(self.key, "x")["from"]
        query = {"id": "2", "from": sender, "chat_instance": "1", "data": data, "message": message}
        await self.typed.receive(callback_query=query)

    def button(self, words: str) -> str:
        """The data of the newest button whose label ends with these words."""
        keys = [key for sent in self.typed.api.asked("sendMessage") for row in _rows(sent) for key in row]
        return next(str(key["callback_data"]) for key in reversed(keys) if key["text"].endswith(words))


def _rows(sent: Json) -> list[list[Key]]:
    rows: list[list[Key]] = (sent.get("reply_markup") or {}).get("inline_keyboard", [])
    return rows


async def exchange(world: World, number: int) -> list[str]:
    """The words of the exchange after the first message."""
    return [message.text for message in (await world.exchange(number))[1:]]


def picture(number: int, album: str = "") -> Json:
    """The fields of a message with a picture."""
    photo = [{"file_id": f"p{number}", "file_unique_id": f"u{number}", "width": 1, "height": 1, "file_size": 9}]
    return {"photo": photo} | ({"media_group_id": album} if album else {})
