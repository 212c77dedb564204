"""Accounts of the ENT that somebody names: by a login, by the beginning of a name, by a button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.ent.directory import Query
from bot.storage import drafts
from bot.terms import Account, Button, Notice, Person, Refusal
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import rights
from bot.workflows.rules.accounts import administration

WAITING = "whom:"  #: how the name of a conversation begins that waits for an account to be named
MOST = 8  #: accounts offered to choose from
_CANCEL = (Button("cancel"),)
_FRESH = timedelta(minutes=5)  #: what may be done to accounts is asked of the ENT again after so long


async def administrator(desk: Desk, caller: Caller) -> Person:
    """The person who speaks, with the rights the ENT gave them minutes ago at most; refused where those are none."""
    me = await up_to_date(desk, caller)
    try:
        administration.scopes(me)
    except Refusal as refusal:
        refusal.language = me.language
        raise
    return me


async def up_to_date(desk: Desk, caller: Caller) -> Person:
    """The person who speaks, with the rights the ENT gave them minutes ago at most; no name is waited for now."""
    me, waiting = await desk.see(caller, lambda turn: (turn.me, _waits(turn)))
    if waiting:
        await desk.put(drafts.drop, caller.chat_id, caller.telegram_id)
    if me.roles and desk.clock() - me.seen_at > _FRESH:
        await rights.ask_again(desk, me)
        me = await desk.see(caller, lambda turn: turn.me)
    return me


async def named(desk: Desk, me: Person, typed: str) -> list[Account]:
    """The accounts of the person's structures that somebody typed: the one of that login, else all of that name."""
    exact = await desk.directory.by_login(typed)
    if exact is not None and administration.sees(me, exact):
        return [await one(desk, me, exact.id)]
    found = await desk.directory.search(Query(words=typed), administration.scopes(me), MOST + 1)
    if len(found.accounts) == 1:  # a list need not say all that the card does
        return [await one(desk, me, found.accounts[0].id)]
    return list(found.accounts)


async def one(desk: Desk, me: Person, account_id: str) -> Account:
    """The account a button names; refused where it is gone, or of elsewhere, in the same words."""
    account = await desk.directory.account(account_id)
    if account is None or not administration.sees(me, account):
        raise Refusal("no-account", name="")
    return account


def choose(me: Person, action: str, typed: str, found: Sequence[Account], request: int | None = None) -> Notice:
    """Offers those accounts to choose from, or says that there is none."""
    if not found:
        return Notice("nobody_found", {"words": typed}, (_CANCEL,), me.language)
    lines = [
        Button(action, target(account.id, request), me.id, words=label(account), once=action != "account")
        for account in found[:MOST]
    ]
    facts = {"words": typed, "more": len(found) > MOST}
    return Notice("choose_account", facts, (*((button,) for button in lines), _CANCEL), me.language)


def label(account: Account) -> str:
    """An account on a button: name, and class or school."""
    places = account.classes or account.places
    where = ", ".join(place.name for place in places[:2])
    return f"{account.name} ({where})" if where else account.name


def target(account_id: str, request: int | None = None) -> str:
    """An account as a button names it, with the request it is about."""
    return f"{request or ''}:{account_id}"


def aimed(typed: str) -> tuple[int | None, str]:
    """The request and the account that a button names, as `target` wrote them; refused for anything else."""
    number, colon, account = typed.partition(":")
    if not colon or not account or (number and not (number.isascii() and number.isdecimal() and len(number) < 10)):
        raise Refusal("old-button")
    return int(number) if number else None, account


def shy(account: Account) -> str:
    """A name that stands beside a code: never a pupil's full one."""
    return f"{account.first_name} {account.last_name[:1]}." if account.last_name else account.first_name


def _waits(turn: Turn) -> bool:
    draft = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    return draft is not None and draft.step.startswith(WAITING)
