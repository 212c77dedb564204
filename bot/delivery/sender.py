"""Sender: what a transport does for the courier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.delivery.rules.retry import Outcome
from bot.terms import Attachment
from bot.texts.speech import Speech


class Sender(Protocol):
    """What sends to a chat; each method returns the outcome. `topic` is that of a private chat; 0 for none."""

    async def say(self, chat_id: int, speech: Speech, topic: int = 0) -> Outcome: ...

    async def edit(self, chat_id: int, message_id: int, speech: Speech) -> Outcome: ...

    async def files(self, chat_id: int, attachments: Sequence[Attachment], topic: int = 0) -> Outcome: ...

    async def bare(self, chat_id: int, message_id: int) -> Outcome: ...

    async def document(self, chat_id: int, name: str, body: bytes, topic: int = 0) -> Outcome: ...

    async def delete(self, chat_id: int, message_id: int) -> Outcome: ...

    async def menu(self, chat_id: int, commands: Sequence[tuple[str, str]]) -> Outcome: ...

    async def leave(self, chat_id: int) -> Outcome: ...
