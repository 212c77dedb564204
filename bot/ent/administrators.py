"""The part of the port that gives the right to administer a school, and withdraws it."""

from __future__ import annotations

from typing import Protocol


class Administrators(Protocol):
    """Says who administers a school. Who does so is found by `Lists.search`."""

    async def administer(self, account_id: str, school: str, held: bool) -> None:
        """Gives an account the right to administer that school, or withdraws it; does nothing if it is so already.

        What the account administers elsewhere stays as it is. Declined: `GONE`, where there is no such account or
        school; `DELETED`; `FORBIDDEN`, for who may hold no right, and to withdraw that of the school's head, of an
        agent above the school, or of the bot's own account; `ELSEWHERE`, where the ENT would end what the account
        administers elsewhere.
        """
        ...
