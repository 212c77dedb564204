"""Accounts of the ENT on a screen: found by what somebody typed, and the card with what may be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.ent.directory import Query
from bot.storage import drafts
from bot.terms import Account, Button, Notice, Person, Refusal
from bot.workflows import people
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import verbs
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed

WAITING = "whom:"  #: how the step of a conversation begins that waits for an account to be named
MOST = 8  #: accounts offered to choose from
LAST_DAYS = timedelta(days=90)  #: a pre-deleted account is gone for good after them (guide, chapter 3.B)
_CANCEL = (Button("cancel"),)
_FRESH = timedelta(minutes=5)  #: what may be done to accounts is asked of the ENT again after so long
_FAMILY = 4  #: of whom a card has a button


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
        await people.ask_again(desk, me)
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


async def show(desk: Desk, caller: Caller, account_id: str, request: int | None = None) -> Notice:
    """The card of an account, to help with a request if one is named."""
    me = await administrator(desk, caller)
    return await card(desk, me, await one(desk, me, account_id), request)


async def of_requester(desk: Desk, caller: Caller, number: int) -> Notice:
    """The card of whoever made the request."""
    me = await administrator(desk, caller)
    account_id = await desk.see(caller, verbs.account_of, number)
    return await card(desk, me, await one(desk, me, account_id), number)


async def look_up(desk: Desk, caller: Caller, typed: str) -> Notice:
    """The card of the one account that was typed, or those to choose from."""
    me = await administrator(desk, caller)
    found = await named(desk, me, typed)
    return await card(desk, me, found[0]) if len(found) == 1 else choose(me, "account", typed, found)


async def card(desk: Desk, me: Person, account: Account, request: int | None = None) -> Notice:
    """What the ENT says of an account, and the buttons of what this person may do to it."""
    family = [relation for relation in await kin(desk, account) if administration.sees(me, relation)]
    facts = _facts(account, desk.clock()) | {"family": [one.name for one in family]}
    buttons = _buttons(me, account, request)
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    rows += [(Button("account", target(one.id), me.id, words=f"👪 {one.name}"),) for one in family[:_FAMILY]]
    return Notice("account", facts, tuple(rows), me.language)


async def kin(desk: Desk, account: Account) -> list[Account]:
    """The children of a relative, the relatives of a pupil."""
    ids = [*account.children, *account.relatives]
    return await desk.directory.accounts(ids) if ids else []


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


def _buttons(me: Person, account: Account, request: int | None) -> list[Button]:
    aim = target(account.id, request)
    made = []
    if administration.allows(Deed.CODE, me, account):
        made.append(Button("code", aim, me.id, style="primary"))
    if administration.allows(Deed.BLOCK, me, account):
        made.append(Button("unblock" if account.blocked else "block", aim, me.id))
    if account.roles and account.id != me.account:
        made.append(Button("ask_above", account.id, me.id))
    return made


def _facts(account: Account, now: datetime) -> dict[str, Any]:
    left = max(0, (account.deleted_at + LAST_DAYS - now).days) if account.deleted_at else 0
    return {
        "name": account.name,
        "login": account.login,
        "profile": account.profile.value,
        "function": account.function or account.profile.value,
        "marks": marks(account),
        "days": left,
        "classes": [place.name for place in account.classes],
        "groups": list(account.groups),
        "places": [place.name for place in account.places],
        "source": account.source,
        "email": bool(account.email),
        "created": account.created_at.isoformat() if account.created_at else "",
        "last_login": account.last_login.isoformat() if account.last_login else "",
    }


def marks(account: Account) -> list[str]:
    """What is unusual about an account, as the ENT's own icons tell it (guide, chapter 3.B)."""
    found = {
        "blocked": account.blocked,
        "predeleted": account.deleted_at is not None,
        "awaiting": account.missing_since is not None and account.deleted_at is None,
        "duplicate": bool(account.duplicates),
        "inactive": not account.activated,
    }
    return [name for name, there in found.items() if there]
