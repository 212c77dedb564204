"""Short questions that several contract tests ask."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import pytest

from bot.ent.accounts import Accounts
from bot.terms import Account, Declined

#: the demo's accounts that no adapter lets the bot act on
ADMINISTRATORS = ("directeur", "adjoint", "erun", "danei", "plateforme", "editeur")


async def known(directory: Accounts, account_id: str) -> Account:
    """The account with that identifier; fails the test if there is none."""
    account = await directory.account(account_id)
    assert account is not None
    return account


async def why(act: Awaitable[Any]) -> str:
    """The reason that the act is declined for; fails the test if it is not declined."""
    with pytest.raises(Declined) as no:
        await act
    return no.value.reason
