"""What the desk asks of the ENT's own login page."""

from __future__ import annotations

from typing import Protocol


class SignIn(Protocol):
    """The ENT's own login page, where somebody shows which account is theirs."""

    def button(self, state: str) -> str:
        """The address of the bot's page that a button opens to begin a sign-in with that state."""
        ...

    def address(self, state: str) -> str:
        """The address of the ENT's login page, from which a browser comes back with that state and a code."""
        ...

    async def account(self, state: str, code: str) -> str:
        """The identifier of the account that signed in. Raises `Declined` where the ENT does not say it."""
        ...
