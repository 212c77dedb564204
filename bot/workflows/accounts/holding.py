"""Blocks of accounts that several schools share: who holds one blocked, and what the other schools are told.

A blocked account is blocked for all its schools. Each school that blocked it holds it; it is unblocked once no school
holds it any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.storage import holds, interventions, outbox, people
from bot.storage.holds import Hold
from bot.storage.work import Work
from bot.terms import Account, Button, Level, Notice, Person, Refusal, Role
from bot.workflows.accounts import finding
from bot.workflows.desk import Turn
from bot.workflows.rules.blocks import elsewhere


@dataclass(frozen=True, slots=True)
class Standing:
    """Who holds a blocked account, as one administrator sees it."""

    mine: tuple[Hold, ...] = ()  #: holds of the schools that they administer, and of schools that it has left
    others: tuple[Hold, ...] = ()  #: holds of its other schools, which keep it blocked


def standing(work: Work, me: Person, account: Account) -> Standing:
    """Who holds the account, as that administrator sees it; nobody where the ENT shows it as not blocked."""
    held = holds.of(work, [account.id]).get(account.id, []) if account.blocked else []
    keeping = elsewhere.keepers(account, [one.school for one in held], elsewhere.own(me))
    others = tuple(one for one in held if one.school in keeping)
    return Standing(tuple(one for one in held if one.school not in keeping), others)


def check_mine(work: Work, me: Person, account: Account) -> tuple[Hold, ...]:
    """The holds of other schools that outlast an unblock by this person; refused where only other schools hold it."""
    found = standing(work, me, account)
    if found.others and not any(one.school in elsewhere.own(me) for one in found.mine):
        newest = found.others[0]
        keeper = ask_whom(work, newest)
        facts: dict[str, Any] = {
            "name": account.name,
            "actor": newest.name,
            "place": place_of(account, newest),
            "to": keeper,
        }
        facts |= {
            "when": newest.at.isoformat(),
            "now": work.now.isoformat(),
            "text": newest.why,
            "words": newest.why,
            "asked": bool(keeper),
        }
        raise Refusal("held-elsewhere", **facts, others=len(found.others) - 1)
    return found.others


def ask_whom(work: Work, hold: Hold) -> str:
    """The name of whom to ask to unblock it: who blocked it, else another administrator there; empty if nobody."""
    there = people.at_desk(work, Role(Level.SCHOOL, hold.school))
    return next((one.name for one in there if one.id == hold.person), there[0].name if there else "")


def place_of(account: Account, hold: Hold) -> str:
    """The name of the school of a hold."""
    return next((place.name for place in account.places if place.id == hold.school), hold.place)


def held(work: Work, account: Account) -> list[dict[str, Any]]:
    """The facts of each hold on the account, newest first; empty where it is not blocked, or by nobody we know.

    The card of an account shows them.
    """
    found = holds.of(work, [account.id]).get(account.id, []) if account.blocked else []
    return facts_of(account, found)


def facts_of(account: Account, held: Sequence[Hold]) -> list[dict[str, Any]]:
    """The facts of these holds on the account: who, of which school, when, why, and the profile of a campaign."""
    return [
        {"name": one.name, "place": place_of(account, one), "at": one.at.isoformat(), "text": one.why}
        | {"profile": one.profile}
        for one in held
    ]


def settle(
    turn: Turn, account: Account, read_at: datetime, deed: int, blocked: bool, kept: Sequence[Hold] = ()
) -> dict[str, Any]:
    """Records what follows from an act that blocked or unblocked the account, and tells its other schools.

    `account` is as it was before, read at `read_at`; `kept` are the holds that outlast an unblock. Returns the facts
    of the receipt: the names of the other schools, and of those among them where nobody reads.
    """
    work, act = turn.work, interventions.load(turn.work, deed)
    assert act is not None
    here = next((place.name for place in account.places if place.id == act.school), "")
    if blocked:
        if not account.blocked:  # what was held before was unblocked in the ENT's own console
            holds.release(work, [account.id], until=read_at)
        holds.add(work, [account.id], act.school, here, deed)
    else:
        for school in elsewhere.own(turn.me):
            holds.release(work, [account.id], school)
        if not kept:
            holds.release(work, [account.id], until=read_at)
    facts = {"name": account.name, "actor": turn.me.name, "place": here, "text": act.why, "blocked": blocked}
    keeping = {one.school for one in kept}
    unread, spoken = [], {turn.me.telegram_id}
    holds.touch(work, act.school, deed)
    for place in elsewhere.others(account, act.school):
        holds.touch(work, place.id, deed, here)
        stays = ("here" if place.id in keeping else "there") if kept else ""
        if not _tell(work, account, place.id, facts | {"where": place.name, "kept": stays}, spoken):
            unread.append(place.name)
    names = [place.name for place in elsewhere.others(account, act.school)]
    return {"shared": len(names), "names": ", ".join(names), "unread": ", ".join(unread), "told": not unread}


def _tell(work: Work, account: Account, school: str, facts: dict[str, Any], spoken: set[int | None]) -> bool:
    """Tells the administrators of a school, except in the chats `spoken`, to which theirs are added.

    False where nobody there reads.
    """
    there = people.at_desk(work, Role(Level.SCHOOL, school))
    for person in there:
        if person.telegram_id not in spoken:
            row = (Button("account", finding.target(account.id), person.id),)
            outbox.tell(work, person, Notice("shared_block", facts, (row,)))
            spoken.add(person.telegram_id)
    return bool(there)
