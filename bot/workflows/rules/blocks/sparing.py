"""Who is left out when a whole profile is blocked. Pure."""

from __future__ import annotations

from bot.terms import Account


def spared(account: Account, author: str) -> bool:
    """Whether a campaign leaves the account out: it is an administrator's, or that of the campaign's author."""
    return bool(account.roles) or account.id == author
