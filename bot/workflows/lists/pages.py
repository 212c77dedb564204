"""Lists of accounts (guide, chapter 3.B): starts one, shows its pages, and answers inline queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.storage import lists
from bot.storage.lists import Search
from bot.storage.work import Work
from bot.terms import Account, Button, Notice, Person, Refusal
from bot.workflows.accounts import cards, finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.lists import narrowing
from bot.workflows.rules.lists import filters

PAGE = 8  #: accounts on a screen
INLINE = 20  #: accounts offered under an inline query


@dataclass(frozen=True, slots=True)
class Suggested:
    """The accounts that answer an inline query."""

    person: Person  #: who asked
    lines: tuple[tuple[Account, dict[str, Any]], ...]  #: each account, and the facts that are shown of it
    after: str  #: the key after which the next accounts begin; empty where these are the last


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/comptes [filter…]`: the first page of a new list; refused where a filter is unknown."""
    me = await finding.administrator(desk, caller)
    wanted = await narrowing.typed(desk, me, typed)
    search = await desk.put(lists.begin, me.id, wanted.packed())
    return await _page(desk, me, search, 0)


async def page(desk: Desk, caller: Caller, target: str) -> Notice:
    """The page of the list that `target` names; refused where the list is somebody else's or was deleted."""
    number, typed, _ = aimed(target)
    me = await finding.administrator(desk, caller)
    search = owned(await desk.look(lists.load, number), me)
    index = int(typed) if typed.isdecimal() and len(typed) < 6 else len(search.pages)
    if index >= len(search.pages):
        raise Refusal("old-button")
    return await _page(desk, me, search, index)


async def suggest(desk: Desk, caller: Caller, typed: str, after: str) -> Suggested:
    """The accounts that answer an inline query; refused where the person administers nothing."""
    me = await finding.administrator(desk, caller)
    wanted = await narrowing.typed(desk, me, typed)
    within = await narrowing.scope(desk, me, wanted)
    found = await desk.directory.search(narrowing.query(desk, wanted), within, INLINE, after)
    return Suggested(me, tuple((account, _line(account)) for account in found.accounts), found.after)


def owned(search: Search | None, me: Person) -> Search:
    """The search itself; refused where it is somebody else's, or None because it was deleted."""
    if search is None or search.person != me.id:
        raise Refusal("old-button")
    return search


def aimed(target: str) -> tuple[int, str, str]:
    """The number of the search in a button's target, and its two further parts, perhaps empty; refused if forged."""
    number, facet, value = [*target.split(":", 2), "", ""][:3]
    if not number.isdecimal() or len(number) > 9:
        raise Refusal("old-button")
    return int(number), facet, value


async def _page(desk: Desk, me: Person, search: Search, index: int) -> Notice:
    wanted = filters.unpacked(search.query)
    within = await narrowing.scope(desk, me, wanted)
    found = await desk.directory.search(narrowing.query(desk, wanted), within, PAGE, search.pages[index])
    if found.after and index + 1 == len(search.pages):
        await desk.put(_turned, search, found.after)
    lines = [_line(account) for account in found.accounts]
    facts = {**narrowing.summary(wanted), "lines": lines, "count": found.count, "further": index > 0}
    rows: list[tuple[Button, ...]] = [(_open(me, account),) for account in found.accounts]
    leaf = [Button("list_back", f"{search.id}:{index - 1}", me.id)] if index else []
    leaf += [Button("list_next", f"{search.id}:{index + 1}", me.id)] if found.after else []
    rows += [row for row in (tuple(leaf), (Button("filters", str(search.id), me.id),)) if row]
    return Notice("account_list", facts, tuple(rows), me.language)


def _turned(work: Work, search: Search, after: str) -> None:
    """Saves the key of the next page, unless the list was changed meanwhile."""
    kept = lists.load(work, search.id, to_change=True)
    if kept == search:
        lists.save(work, Search(kept.person, kept.query, [*kept.pages, after], kept.id))


def _open(me: Person, account: Account) -> Button:
    return Button("account", finding.target(account.id), me.id, words=finding.label(account))


def _line(account: Account) -> dict[str, Any]:
    places = account.classes or account.places
    return {
        "name": account.name,
        "profile": account.profile.value,
        "marks": cards.marks(account),
        "where": ", ".join(place.name for place in places[:2]),
    }
