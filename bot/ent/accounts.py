"""The part of the port that reads accounts one by one; an `Account` is described in `bot.terms`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.terms import Account


class Accounts(Protocol):
    """Reads accounts whose identifier or login is known."""

    async def account(self, account_id: str) -> Account | None:
        """The account with that identifier; None if there is none, or no longer."""
        ...

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """The accounts with those identifiers, in the order given, each once; unknown identifiers are left out."""
        ...

    async def by_login(self, login: str) -> Account | None:
        """The account with exactly that login, ignoring case; None if there is none."""
        ...
