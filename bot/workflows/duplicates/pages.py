"""`/doublons`: the pairs of somebody's schools, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.ent.duplicates import Pair
from bot.terms import Button, Kind, Notice, Person, Refusal
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.duplicates import sighting
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.duplicates import comparing
from bot.workflows.rules.screens import Row, grid

PAGE = 8  #: pairs on a screen
_ACROSS = 4  #: numbers in a row


async def start(desk: Desk, caller: Caller) -> Notice:
    """The first page."""
    return await page(desk, caller, "0")


async def page(desk: Desk, caller: Caller, target: str) -> Notice:
    """The page of that index: the likeliest pairs first; school by school for who administers several.

    Refused for an index that is none. The last page there is, where settled pairs have made it too high.
    """
    if not (target.isascii() and target.isdecimal() and len(target) < 6):
        raise Refusal("old-button")
    me = await finding.administrator(desk, caller)
    within = administration.scopes(me)
    pairs = await desk.directory.duplicates(within)
    if naming.across(me):
        pairs.sort(key=lambda pair: _school(me, pair))  # within a school, in their order
    index = min(int(target), max(0, (len(pairs) - 1) // PAGE))
    shown = pairs[index * PAGE : (index + 1) * PAGE]
    seen = [account for pair in shown for account in (pair.one, pair.other) if account is not None]
    await desk.look(looks.at_accounts, desk.policy, me, ["pairs", index], seen, within[0])
    lines = [_line(me, pair, number) for number, pair in enumerate(shown, index * PAGE + 1)]
    facts = {"doubles": lines, "count": len(pairs), "further": index > 0}
    return Notice("pair_list", facts, tuple(_rows(me, shown, index, len(pairs))), me.tongue)


def _rows(me: Person, shown: Sequence[Pair], index: int, count: int) -> list[Row]:
    first = index * PAGE
    numbers = [
        Button("pair", sighting.target(pair.one.id, pair.other_id), me.id, words=str(number))
        for number, pair in enumerate(shown, first + 1)
    ]
    leaf = [Button("pairs_back", str(index - 1), me.id)] if index else []
    leaf += [Button("pairs_next", str(index + 1), me.id)] if first + PAGE < count else []
    return [*grid(numbers, _ACROSS), *([tuple(leaf)] if leaf else [])]


def _line(me: Person, pair: Pair, number: int) -> dict[str, Any]:
    other = pair.other
    two = dict.fromkeys(account.profile.value for account in (pair.one, other) if account is not None)
    return {
        "number": number,
        "name": pair.one.name,
        "other": other.name if other is not None else "",
        "profiles": list(two),
        "likelihood": comparing.likelihood(pair.score).value,
        "place": _school(me, pair) if naming.across(me) else "",
    }


def _school(me: Person, pair: Pair) -> str:
    """The name of the school of the pair: one that both are of, where there is one; empty where it has none."""
    mine = [place for place in administration.shared(me, pair.one) if place.kind is Kind.SCHOOL]
    theirs = {place.id for place in pair.other.places} if pair.other is not None else set()
    both = [place for place in mine if place.id in theirs]
    return next((place.name for place in (*both, *mine)), "")
