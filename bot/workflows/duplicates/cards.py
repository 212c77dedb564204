"""The card of a pair: both accounts side by side, what the ENT makes of them, and what may be done."""

from __future__ import annotations

from typing import Any

from bot.ent.duplicates import hindrance
from bot.storage import pairs
from bot.terms import Account, Button, Level, Notice, Person, Refusal
from bot.workflows.accounts import cards, finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.duplicates import sighting
from bot.workflows.duplicates.sighting import Sighted
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.duplicates import comparing
from bot.workflows.rules.screens import Row


async def show(desk: Desk, caller: Caller, target: str) -> Notice:
    """The card of the pair of a button's target. Refused as `sighting.aimed`."""
    me, pair = await sighting.aimed(desk, caller, target)
    return await card(desk, me, pair)


async def card(desk: Desk, me: Person, pair: Sighted) -> Notice:
    """The card of a pair, as that person may see it; of an account of another school, it says nothing."""
    asked = await desk.look(pairs.asked, me.id, pair.one.id, pair.other_id)
    number = pair.request or asked
    facts: dict[str, Any] = {"name": pair.one.name}
    rows = [*_acts(me, pair), *_advice(me, pair, number)]
    if pair.other is None:
        facts |= {"login": pair.one.login}
        rows.append((_open(me, pair.one, pair.request),))
        return Notice("pair_hidden", facts, tuple(rows), me.tongue)
    facts |= {"other": pair.other.name, "compared": await _compared(desk, me, pair.one, pair.other)}
    facts |= {"hindrance": hindrance(pair.one, pair.other) or "", "refused": refused(me, pair)}
    rows.append((_open(me, pair.one, pair.request, "1️⃣"), _open(me, pair.other, pair.request, "2️⃣")))
    return Notice("pair", facts, tuple(rows), me.tongue)


def refused(me: Person, pair: Sighted) -> str:
    """Why the person may not settle a pair of which they see both accounts: the reason of the refusal, else empty."""
    try:
        check(me, pair)
    except Refusal as no:
        return no.reason
    return ""


def check(me: Person, pair: Sighted) -> None:
    """Raises the `Refusal` that says why the person may not settle the pair."""
    if pair.other is None:
        raise Refusal("pair-elsewhere", name=pair.one.name)
    administration.check(Deed.SETTLE, me, pair.one)
    administration.check(Deed.SETTLE, me, pair.other)


async def _compared(desk: Desk, me: Person, one: Account, other: Account) -> list[dict[str, Any]]:
    """What is said of both, as facts; of their families, those that the person sees."""
    kin = [
        [relation.name for relation in await cards.kin(desk, account) if administration.sees(me, relation)]
        for account in (one, other)
    ]
    found = comparing.compared(me, one, other, kin)
    return [{"what": line.name, "one": line.one, "other": line.other, "equal": line.equal} for line in found]


def _acts(me: Person, pair: Sighted) -> list[Row]:
    if pair.other is None or refused(me, pair):
        return []
    aim = str(pair.request) if pair.request else sighting.target(pair.one.id, pair.other_id)
    made = []
    if hindrance(pair.one, pair.other) is None:
        made.append(Button("pair_merge", aim, me.id, style="primary"))
    if not (pair.one.blocked or pair.other.blocked):
        made.append(Button("pair_part", aim, me.id))
    return [tuple(made)] if made else []


def _advice(me: Person, pair: Sighted, number: int | None) -> list[Row]:
    """The button that asks the level above for advice, or that opens the request by which somebody did."""
    if number is not None:
        return [(Button("open", str(number), me.id, words=f"n°{number}"),)]
    aim = sighting.target(pair.one.id, pair.other_id)
    return [(Button("pair_advice", aim, me.id),)] if _below_erun(me) else []


def _below_erun(me: Person) -> bool:
    """Whether an ERUN is above the person: they answer for schools alone."""
    return all(role.level is Level.SCHOOL for role in me.roles)


def _open(me: Person, account: Account, request: int | None, sign: str = "👤") -> Button:
    return Button("account", finding.target(account.id, request), me.id, words=f"{sign} {account.name}")
