"""The part of the port that writes to people in the ENT's internal messaging."""

from __future__ import annotations

from typing import Protocol


class Messages(Protocol):
    """Sends messages from the bot's own account; nobody can answer them."""

    async def send_message(self, account_id: str, subject: str, html: str) -> None:
        """Sends a message to one account. `html` has paragraphs and links only, whatever is quoted in it escaped.

        Declined: `GONE`, also where the account is pre-deleted, or the bot cannot see it; `INACTIVE`, since nobody
        reads there yet; `FORBIDDEN` where the bot may not send messages at all.
        """
        ...
