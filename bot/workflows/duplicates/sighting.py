"""Reads a pair from the ENT for one person: both accounts, or one where the other is none of theirs to see.

A button names a pair by one account and a mark of the other, or by the number of the request that asks for advice.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.ent.directory import Reason
from bot.ent.duplicates import kept_first
from bot.storage import pairs
from bot.terms import Account, Declined, Person, Refusal
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import scenes
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.screens import mark


@dataclass(frozen=True, slots=True)
class Sighted:
    """A pair as one person may see it."""

    one: Account  #: the one that a merge keeps, where both are seen
    other: Account | None  #: None where it is of no place that the person administers
    other_id: str
    request: int | None = None  #: the request that asks for advice about it


def target(account_id: str, other_id: str) -> str:
    """The target of a button about that pair."""
    return f"{account_id}:{mark(other_id)}"


async def aimed(desk: Desk, caller: Caller, typed: str) -> tuple[Person, Sighted]:
    """Who asks, and the pair of a button's target, read anew.

    Refused where it is no pair any more, where the person sees neither account, and for a target that is none.
    """
    me = await finding.administrator(desk, caller)
    if typed.isascii() and typed.isdecimal() and len(typed) < 10:
        return me, await of_request(desk, caller, me, int(typed))
    account_id, colon, marked = typed.rpartition(":")
    if not colon or not account_id:
        raise Refusal("old-button")
    account = await finding.one(desk, me, account_id)
    other_id = next((one for one in account.duplicates if mark(one) == marked), "")
    if not other_id:
        raise Refusal("pair-settled", name=account.name)
    return me, await sighted(desk, me, account, other_id)


async def of_request(desk: Desk, caller: Caller, me: Person, number: int) -> Sighted:
    """The pair that the request asks for advice about. Refused as `aimed`, and to who may not read the request."""
    two = await desk.see(caller, _of_request, number)
    if two is None:
        raise Refusal("old-button")
    for one, other in (two, two[::-1]):
        try:
            account = await finding.one(desk, me, one)
        except Refusal:
            continue
        return await between(desk, me, account, other, number)
    raise Refusal("pair-settled", name="")


async def between(desk: Desk, me: Person, account: Account, other_id: str, request: int | None) -> Sighted:
    """The pair of those two accounts; refused where they are none any more."""
    if other_id not in account.duplicates:
        raise Refusal("pair-settled", name=account.name)
    return await sighted(desk, me, account, other_id, request)


async def sighted(desk: Desk, me: Person, account: Account, other_id: str, request: int | None = None) -> Sighted:
    """The pair of an account that the person sees, with the other one if they see that, too."""
    try:
        other = await desk.directory.account(other_id)
    except Declined as no:
        if no.reason != Reason.FORBIDDEN:
            raise
        return Sighted(account, None, other_id, request)  # of a school that even the bot does not see
    if other is None:
        raise Refusal("pair-settled", name=account.name)
    if not administration.sees(me, other):
        return Sighted(account, None, other_id, request)
    await desk.look(looks.at_account, desk.policy, me, other)
    kept, gone = kept_first(account, other)
    return Sighted(kept, gone, gone.id, request)


def _of_request(turn: Turn, number: int) -> tuple[str, str] | None:
    scenes.found(turn.work, turn.me, number)  # refused to who may not read it
    return pairs.of(turn.work, number)
