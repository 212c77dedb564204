"""The part of the port that reads accounts one by one; an `Account` is described in `bot.terms`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.terms import Account


class Accounts(Protocol):
    """Reads accounts whose identifier or login is known."""

    async def account(self, account_id: str, places: Sequence[str] = (), *, briefly: bool = False) -> Account | None:
        """The account with that identifier; None only where there surely is none, or no longer.

        `places` are identifiers of structures where the account was last known to be: an ENT that does not tell an
        account that is gone from one that it does not show looks for it there. Declined: `FORBIDDEN`, where neither
        is sure. With `briefly`, what an ENT tells of classes, groups and duplicates only in long lists may be left
        out; all that a `Person` has is told.
        """
        ...

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """The accounts with those identifiers, in the order given, each once; unknown identifiers are left out."""
        ...

    async def by_login(self, login: str) -> Account | None:
        """The account with exactly that login, ignoring case; None if there is none."""
        ...
