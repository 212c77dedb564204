"""Who is left out when a whole profile is blocked. Pure."""

from __future__ import annotations

from bot.terms import Account


def spared(account: Account, author: str) -> bool:
    """Whether nobody blocks that account with its profile: an administrator's, or that of whoever asked for it."""
    return bool(account.roles) or account.id == author
