"""Changes to accounts that the port cannot make."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class AccountsStage(Protocol):
    """What a test may change about accounts."""

    async def never_activated(self, account: str) -> None:
        """Makes the account one that was never activated."""
        ...

    async def created(self, account: str, at: datetime) -> None:
        """Sets when the account was created."""
        ...

    async def twins(self, one: str, other: str) -> None:
        """Makes each of two accounts a possible duplicate of the other."""
        ...


class EmbeddedAccountsStage(EmbeddedHand):
    """Changes rows of accounts."""

    async def never_activated(self, account: str) -> None:
        await self._change(account, activated=False)

    async def created(self, account: str, at: datetime) -> None:
        await self._change(account, created_at=at)

    async def twins(self, one: str, other: str) -> None:
        pairs = [{"account": one, "other": other}, {"account": other, "other": one}]
        await self._insert("duplicates", pairs, one, other)


class EntcoreAccountsStage(EntcoreHand):
    """Changes users of the town."""

    async def never_activated(self, account: str) -> None:
        self._town.users[account].code = self._town.code()

    async def created(self, account: str, at: datetime) -> None:
        self._town.users[account].created = at

    async def twins(self, one: str, other: str) -> None:
        self._town.users[one].duplicates = [other]
        self._town.users[other].duplicates = [one]
