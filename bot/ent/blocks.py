"""The part of the port that blocks accounts, and tells which whole profiles were blocked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.terms import Profile


@dataclass(frozen=True, slots=True)
class BlockTrace:
    """A whole profile of a school that was blocked or unblocked, as the ENT recorded it."""

    at: datetime
    profile: Profile
    blocked: bool
    by: str  #: their name


class Blocks(Protocol):
    """Blocks and unblocks accounts."""

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks an account, or unblocks it; does nothing if it is so already.

        Declined: `GONE`, `DELETED`; `FORBIDDEN`, also for an administrator's account.
        """
        ...

    async def block_traces(self, school: str) -> list[BlockTrace]:
        """The whole profiles blocked and unblocked in the ENT's own console, newest first; empty if none was."""
        ...
