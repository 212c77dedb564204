"""What leaves for a chat at once and is kept nowhere: a secret that is said, documents that are given.

A desk with Telegram does so by `handlers.whispering` and `handlers.giving`; one without does nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.terms import Notice, Sheet
from bot.terms.tables import Table


class Note(Protocol):
    """Told the number of a message that was sent, how many sheets it shows, and the names that it cannot write."""

    async def __call__(self, message_id: int, count: int, unwritten: Sequence[str] = ()) -> None:
        """Notes them."""
        ...


class Whisper(Protocol):
    """Says a secret in a chat at once. It does not go through the outbox, which would keep it."""

    async def __call__(self, chat_id: int, secret: Notice, into: int = 0, topic: int = 0) -> int:
        """Says it in a new message, or edits the message `into`; returns the message's number, 0 if it failed."""
        ...


class Give(Protocol):
    """Makes documents of connection sheets and sends them in a chat at once: nothing keeps them."""

    async def __call__(
        self,
        chat_id: int,
        sheets: Sequence[Sheet],
        form: str,
        note: Note,
        topic: int = 0,
        /,
    ) -> bool:
        """Sends all sheets; False where one document may not have arrived, and then none after it is sent.

        The `link` of each sheet is its token. `note` is told of each document.
        """
        ...


class Export(Protocol):
    """Makes a spreadsheet and sends it in a chat at once: nothing keeps it."""

    async def __call__(
        self,
        chat_id: int,
        table: Table,
        form: str,
        language: str,
        topic: int = 0,
        /,
    ) -> int:
        """Words the table in that language and sends it; returns its message's number, 0 where it may be lost."""
        ...


async def export_nothing(_chat: int, _table: Table, _form: str, _language: str, _topic: int = 0, /) -> int:
    """The export of a desk without Telegram: sends nothing, and returns 0."""
    return 0


async def give_nothing(_chat: int, _sheets: Sequence[Sheet], _form: str, _note: Note, _topic: int = 0, /) -> bool:
    """The giving of a desk without Telegram: sends nothing, and returns False."""
    return False


async def say_nothing(chat_id: int, secret: Notice, into: int = 0, topic: int = 0) -> int:
    """The whisper of a desk without Telegram: says nothing, and returns 0."""
    return 0
