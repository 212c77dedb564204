"""Lists of accounts (guide, chapter 3.B): starts one, shows its pages, and answers inline queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.ent.directory import Found, Query
from bot.storage import lists, pointers
from bot.storage.lists import Search
from bot.storage.work import Work
from bot.terms import Account, Button, Notice, Person, Refusal
from bot.workflows import hats, looks, narrowing
from bot.workflows.accounts import cards, finding
from bot.workflows.declaring import AGENTS
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.lists.filters import Filters
from bot.workflows.rules.screens import Row, grid

PAGE = 8  #: accounts on a screen
INLINE = 20  #: accounts offered under an inline query
_SCHOOLS = 8  #: schools offered to choose from
_ACROSS = 4  #: numbers in a row

Line = dict[str, Any]  #: the facts that are shown of an account


@dataclass(frozen=True, slots=True)
class Suggested:
    """The accounts that answer an inline query."""

    person: Person  #: who asked
    lines: tuple[tuple[Account, Line], ...]  #: each account, and the facts that are shown of it
    names: Mapping[str, str]  #: by the identifier of each account, the pointer that stands for it in a chat
    after: str  #: the key after which the next accounts begin; empty where these are the last


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/comptes [filter…]`: the first page of a new list; refused where a filter is unknown.

    Where the typed name of a school fits several, asks which one.
    """
    me = await finding.administrator(desk, caller)
    wanted = await narrowing.typed(desk, me, typed)
    if len(wanted.values("school")) > 1:
        return await _ask_school(desk, me, wanted)
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
    """The accounts that answer an inline query; refused where the person administers nothing.

    Where several accounts of one person administer something, those that one finds come after those of another.
    """
    mine, refused = await _administrators(desk, caller)
    whose, _, key = after.rpartition("|")
    first = next((index for index, me in enumerate(mine) if str(me.id) == whose), 0)
    shown: Suggested | None = None
    for index, me in list(enumerate(mine))[first:]:
        try:
            shown = await _suggested(desk, me, typed, key if index == first else "", mine[:index])
        except Refusal as no:
            refused = refused or no
            continue
        if shown.after:
            return replace(shown, after=f"{me.id}|{shown.after}" if len(mine) > 1 else shown.after)
        if shown.lines:
            return replace(shown, after="".join(f"{one.id}|" for one in mine[index + 1 : index + 2]))
    if shown is None:
        assert refused is not None
        raise refused
    return shown


async def _administrators(desk: Desk, caller: Caller) -> tuple[list[Person], Refusal | None]:
    """The accounts of the caller's that administer something; and why one does not, None where all do."""
    mine, refused = [], None
    for one in await hats.callers(desk, caller, AGENTS):
        try:
            mine.append(await finding.administrator(desk, one))
        except Refusal as no:
            refused = refused or no
    return mine, refused


async def _suggested(desk: Desk, me: Person, typed: str, after: str, before: Sequence[Person]) -> Suggested:
    """The accounts that one person finds, without those that the people `before` see: they were shown already."""
    wanted = await narrowing.typed(desk, me, typed)
    within = await narrowing.scope(desk, me, wanted)
    query = narrowing.query(desk, wanted)
    found = await desk.directory.search(query, within, INLINE, after)
    several = naming.across(me) or bool(before)
    twins = await _twins(desk, me, query, within, found, further=bool(after), several=several)
    lines = _lines(naming.ours(me, found.accounts), twins, several)
    pairs = zip(found.accounts, lines, strict=True)
    new = [pair for pair in pairs if not any(administration.sees(one, pair[0]) for one in before)]
    if new:
        seen = [account for account, _ in new]
        await desk.look(looks.at_accounts, desk.policy, me, ["inline", wanted.packed(), after], seen, within[0])
    names = await desk.put(pointers.give, me.id, [account.id for account, _ in new]) if new else {}
    return Suggested(me, tuple(new), names, found.after)


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
    query = narrowing.query(desk, wanted)
    found = await desk.directory.search(query, within, PAGE, search.pages[index])
    await desk.look(looks.at_accounts, desk.policy, me, [search.query, index], found.accounts, within[0])
    if found.after and index + 1 == len(search.pages):
        await desk.put(_turned, search, found.after)
    several = naming.across(me)
    twins = await _twins(desk, me, query, within, found, further=index > 0, several=several)
    lines = _lines(naming.ours(me, found.accounts), twins, several, index * PAGE + 1)
    facts = {**narrowing.summary(wanted), "lines": lines, "count": found.count, "further": index > 0}
    numbers = [_open(me, *pair) for pair in zip(found.accounts, lines, strict=True)]
    rows: list[Row] = [*grid(numbers, _ACROSS)]
    leaf = [Button("list_back", f"{search.id}:{index - 1}", me.id)] if index else []
    leaf += [Button("list_next", f"{search.id}:{index + 1}", me.id)] if found.after else []
    rows += [row for row in (tuple(leaf), (Button("filters", str(search.id), me.id),)) if row]
    return Notice("account_list", facts, tuple(rows), me.tongue)


async def _ask_school(desk: Desk, me: Person, wanted: Filters) -> Notice:
    """Begins a list for which one of the chosen schools is still to be picked; returns the choice."""
    schools = list(wanted.chosen.pop("school").items())
    beside = {facet: wanted.chosen.pop(facet, {}) for facet in ("class", "group")}
    choices: list[tuple[str, str, dict[str, Any]]] = []
    for school, name in schools[:_SCHOOLS]:
        known = await desk.directory.classes(school) if beside["class"] else []
        classes = {one.id: one.name for one in known if one.id in beside["class"]}
        kept = {facet: values for facet, values in (("class", classes), ("group", beside["group"])) if values}
        choices.append((school, name, kept))
    search = await desk.put(lists.begin, me.id, {**wanted.packed(), "choices": {"school": choices}})
    made = [Button("pick", f"{search.id}:school:{at}", me.id, words=name) for at, (_, name, _) in enumerate(choices)]
    return Notice("choose_school", {"more": len(schools) > _SCHOOLS}, grid(made, 1), me.tongue)


def _turned(work: Work, search: Search, after: str) -> None:
    """Saves the key of the next page, unless the list was changed meanwhile."""
    kept = lists.load(work, search.id, to_change=True)
    if kept == search:
        lists.save(work, Search(kept.person, kept.query, [*kept.pages, after], kept.id))


def _open(me: Person, account: Account, line: Line) -> Button:
    """The button that opens the card: it shows the number of the account's line, since the line says whose it is."""
    return Button("account", finding.target(account.id), me.id, words=str(line["number"]))


async def _twins(
    desk: Desk, me: Person, query: Query, within: Sequence[str], page: Found, *, further: bool, several: bool
) -> set[str]:
    """The identifiers of the accounts of a page that read like another one of that page or of the page beside it."""
    edges = (page.accounts[:1] if further else ()) + (page.accounts[-1:] if page.after else ())
    beside = [await desk.directory.search(replace(query, words=one.name), within, PAGE) for one in edges]
    every = [*page.accounts, *(account for found in beside for account in found.accounts)]
    return naming.alike(naming.ours(me, every), several)


def _lines(accounts: Sequence[Account], twins: Collection[str], several: bool, first: int = 1) -> list[Line]:
    """What is shown of each account, numbered from `first`; the login only of those among `twins`.

    With `several`, the school stands beside the class; without, only of those who are of more than one school.
    """
    return [_line(one, number, one.id in twins, several) for number, one in enumerate(accounts, first)]


def _line(account: Account, number: int, twin: bool, several: bool) -> Line:
    return {
        "number": number,
        "name": account.name,
        "profile": account.profile.value,
        "marks": cards.marks(account),
        "where": naming.where(account, several) if several or account.classes or len(account.places) > 1 else "",
        "login": account.login if twin else "",
    }
