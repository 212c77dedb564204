"""Giving: how documents of connection sheets leave, which a desk with Telegram does and one without does not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.terms import Sheet

Note = Callable[[int, int], Awaitable[None]]
"""Told the number of a message that was sent, and how many sheets it shows."""


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


async def keep_none(_chat: int, _sheets: Sequence[Sheet], _form: str, _note: Note, _topic: int = 0, /) -> bool:
    """The giving of a desk without Telegram: sends nothing, and returns False."""
    return False
