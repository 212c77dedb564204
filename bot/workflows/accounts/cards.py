"""The card of an account: what the ENT says of it, and buttons for what may be done."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.storage import people
from bot.storage.work import Work
from bot.terms import Account, Button, Notice, Person
from bot.workflows import looks
from bot.workflows.accounts import finding, holding
from bot.workflows.desk import Caller, Desk
from bot.workflows.policy import Policy
from bot.workflows.requests import scenes
from bot.workflows.rules import consent, feed
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.calendar import today
from bot.workflows.rules.screens import grid, mark

LAST_DAYS = timedelta(days=90)  #: after them, a pre-deleted account is deleted for good (guide, chapter 3.B)
_DOUBLES = 2  #: duplicates that get a button, at most
_FAMILY = 4  #: relatives or children that get a button, at most


async def show(desk: Desk, caller: Caller, account_id: str, request: int | None = None) -> Notice:
    """The card of that account; `request` is the request it helps with, if any. Refused as `finding.one` refuses."""
    me = await finding.administrator(desk, caller)
    return await card(desk, me, await finding.one(desk, me, account_id), request)


async def of_requester(desk: Desk, caller: Caller, number: int) -> Notice:
    """The card of the requester's account."""
    me = await finding.administrator(desk, caller)
    account_id = await desk.see(caller, scenes.account_of, number)
    return await card(desk, me, await finding.one(desk, me, account_id), number)


async def look_up(desk: Desk, caller: Caller, typed: str) -> Notice:
    """The card of the account that the typed words fit, or the accounts that they fit, to choose from."""
    me = await finding.administrator(desk, caller)
    found = await finding.named(desk, me, typed)
    return await card(desk, me, found[0]) if len(found) == 1 else finding.choose(me, "account", typed, found)


async def card(desk: Desk, me: Person, account: Account, request: int | None = None) -> Notice:
    """The card of an account: what the ENT says of it, and the buttons that this person may press."""
    family = [relation for relation in await kin(desk, account) if administration.sees(me, relation)]
    facts = _facts(me, account, desk.clock()) | _feed(desk, account) | {"family": [one.name for one in family]}
    buttons = _buttons(me, account, request)
    rows = [*grid(buttons)]
    rows += [(Button("account", finding.target(one.id), me.id, words=f"👪 {one.name}"),) for one in family[:_FAMILY]]
    facts["held"] = await desk.look(_held, desk.policy, me, account)
    child = await desk.look(_child, desk.policy, me, account)
    if child is not None:
        rows.append((Button("child", str(child.id), me.id),))
        facts["marks"] += ["waits"] * child.waits
    return Notice("account", facts, tuple(rows), me.tongue)


def _held(work: Work, policy: Policy, me: Person, account: Account) -> list[dict[str, Any]]:
    """The facts of the holds on the account; with a line of the audit, since its card is about to be seen."""
    looks.at_account(work, policy, me, account)
    return holding.held(work, account)


async def kin(desk: Desk, account: Account) -> list[Account]:
    """The accounts of a relative's children, or of a pupil's relatives; empty where there are none."""
    ids = [*account.children, *account.relatives]
    return await desk.directory.accounts(ids) if ids else []


def _child(work: Work, policy: Policy, me: Person, account: Account) -> Person | None:
    """The pupil of that account, if they are linked, need a yes and this person may say it; else None."""
    person = people.by_account(work, account.id)
    linked = person is not None and person.telegram_id is not None
    may = consent.part_of(me, account, policy.consent) and consent.below(account, work.now, policy.consent)
    return person if linked and may else None


def _buttons(me: Person, account: Account, request: int | None) -> list[Button]:
    aim = finding.target(account.id, request)
    made = []
    if administration.allows(Deed.CODE, me, account) and not account.federated:
        made.append(Button("code", aim, me.id, style="primary"))
    if administration.allows(Deed.BLOCK, me, account):
        made.append(Button("unblock" if account.blocked else "block", aim, me.id))
    if administration.allows(Deed.CLASSES, me, account) and account.deleted_at is None:
        made.append(Button("classes", aim, me.id))
    if administration.allows(Deed.RIGHT, me, account) and account.id != me.account and not account.barred:
        made.append(Button("rights", aim, me.id))
    if not account.barred and administration.allows(Deed.LINK, me, account):
        made.append(Button("link", aim, me.id))
    if account.by_hand and administration.allows(Deed.MODIFY, me, account):
        if account.deleted_at is not None:
            made.append(Button("hand_restore", aim, me.id, style="success"))
        else:
            made += [Button("hand_modify", aim, me.id), Button("hand_remove", aim, me.id, style="danger")]
    if account.roles and account.id != me.account:
        made.append(Button("ask_above", account.id, me.id))
    made += [Button("pair", f"{account.id}:{mark(other)}", me.id) for other in account.duplicates[:_DOUBLES]]
    return made


def _facts(me: Person, account: Account, now: datetime) -> dict[str, Any]:
    ours = administration.shared(me, account)
    left = max(0, (account.deleted_at + LAST_DAYS - now).days) if account.deleted_at else 0
    return {
        "name": account.name,
        "login": account.login,
        "profile": account.profile.value,
        "function": administration.function_at(account, *ours),
        "elsewhere": [place.name for place in administration.elsewhere(account, ours)],
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


def _feed(desk: Desk, account: Account) -> dict[str, Any]:
    """Where the data of the account come from, and when what is corrected there arrives."""
    days, resumes = feed.arrival(desk.policy.feed, today(desk.clock()))
    return {"origin": feed.origin(account), "arrives": days, "resumes": resumes.isoformat() if resumes else ""}


def marks(account: Account) -> list[str]:
    """The names of what is unusual about an account, for which the ENT has icons (guide, chapter 3.B)."""
    found = {
        "blocked": account.blocked,
        "predeleted": account.deleted_at is not None,
        "awaiting": account.missing_since is not None and account.deleted_at is None,
        "duplicate": bool(account.duplicates),
        "inactive": not account.activated,
        "federated": account.federated,
    }
    return [name for name, there in found.items() if there]
