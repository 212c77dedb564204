"""The port to the ENT: what the desk may ask of it, in the domain's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.terms import Account, Structure


class Directory(Protocol):
    """Accounts and structures of an ENT. Every call may raise `Unavailable` when the ENT does not answer."""

    async def account(self, account_id: str) -> Account | None:
        """The account with that identifier; None where the ENT has none (any more)."""
        ...

    async def by_login(self, login: str) -> Account | None:
        """The account with exactly that login, case ignored; None where there is none."""
        ...

    async def find(self, words: str, within: Sequence[str], limit: int) -> list[Account]:
        """Accounts of the structures `within`, and of those below them, whose names begin with each of the words.

        Case and accents are ignored, the words come in any order, at most `limit` accounts are returned, by name.
        A login given whole counts as a match. No words, no accounts.
        """
        ...

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier and all that lies above it; None where there is none."""
        ...
