"""Whoever made a request, as an account of the ENT."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.accounts import cards, finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.requests import verbs


async def card(desk: Desk, caller: Caller, number: int) -> Notice:
    """The card of the account that made the request, with what may be done to it."""
    me = await finding.administrator(desk, caller)
    account_id = await desk.see(caller, verbs.account_of, number)
    return await cards.card(desk, me, await finding.one(desk, me, account_id), number)
