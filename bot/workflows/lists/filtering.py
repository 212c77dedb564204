"""The menu of filters of a list of accounts: people tap the values of each facet; the chosen ones are marked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import lists
from bot.storage.lists import Search
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Refusal
from bot.workflows import narrowing
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.lists.pages import aimed, owned
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.lists.filters import NAMED, OPTIONS, Filters
from bot.workflows.rules.screens import Row, grid

_CHOSEN = "success"  #: the style of the button of a chosen value, which `texts` marks
_FACETS = (("profile", "class"), ("group", "state"), ("source", "created"))
_AT_ONCE = ("sort", "school")  #: facets with one value at most: after a choice, the menu is shown again
_ROWS = {"class": (3, 8), "group": (2, 6), "school": (1, 8)}  #: buttons in a row, and rows on a page


async def menu(desk: Desk, caller: Caller, target: str) -> Notice:
    """`Filtres`: the facets of the list that `target` names; those in use are marked."""
    number, _, _ = aimed(target)
    me = await finding.administrator(desk, caller)
    return _menu(me, owned(await desk.look(lists.load, number), me))


async def facet(desk: Desk, caller: Caller, target: str) -> Notice:
    """The values of a facet to choose from; for a class or group, first the schools, if there are several.

    `target` names the list, the facet and the page.
    """
    number, wanted, page = aimed(target)
    me = await finding.administrator(desk, caller)
    search = owned(await desk.look(lists.load, number), me)
    if wanted in OPTIONS:
        return _fixed(me, search, wanted)
    if wanted not in NAMED:
        raise Refusal("old-button")
    if wanted != "school" and naming.across(me) and not _chosen(search).values("school"):
        wanted = "school"
    known = search.query.get("choices", {}).get(wanted) if page else None
    if known is None:
        known = await _choices(desk, me, wanted, _chosen(search))
        search = await desk.put(_offered, me, number, wanted, known)
    return _named(me, search, wanted, int(page) if page.isdecimal() and len(page) < 4 else 0)


async def pick(desk: Desk, cause: str, caller: Caller, target: str) -> Notice:
    """Chooses the value of a facet that `target` names, or undoes that choice; the list starts at its first page."""
    return await desk.act(cause, caller, _pick, *aimed(target))


async def clear(desk: Desk, cause: str, caller: Caller, target: str) -> Notice:
    """`Tout effacer`: removes the name and every filter from the list."""
    return await desk.act(cause, caller, _clear, aimed(target)[0])


def _pick(turn: Turn, number: int, facet: str, value: str) -> Notice:
    search = _mine(turn, number)
    page, name, kept = 0, "", dict[str, dict[str, str]]()
    if facet in NAMED:
        choices = search.query.get("choices", {}).get(facet, [])
        if not value.isdecimal() or len(value) > 5 or int(value) >= len(choices):
            raise Refusal("old-button")
        across, down = _ROWS[facet]
        page, (value, name, *more) = int(value) // (across * down), choices[int(value)]
        kept = more[0] if more else {}  # the classes and groups that were typed beside the name of several schools
    wanted = filters.toggled(_chosen(search), facet, value, name)
    wanted.chosen |= {other: dict(values) for other, values in kept.items()}
    _narrow(turn.work, search, wanted)
    if facet in _AT_ONCE or facet == "only":
        return _menu(turn.me, search)
    return _named(turn.me, search, facet, page) if facet in NAMED else _fixed(turn.me, search, facet)


def _clear(turn: Turn, number: int) -> Notice:
    search = _mine(turn, number)
    _narrow(turn.work, search, Filters())
    return _menu(turn.me, search)


def _mine(turn: Turn, number: int) -> Search:
    """The person's own list, locked; refused where it is not theirs, or they administer nothing any more."""
    administration.scopes(turn.me)
    return owned(lists.load(turn.work, number, to_change=True), turn.me)


def _narrow(work: Work, search: Search, wanted: Filters) -> None:
    search.query = {**search.query, **wanted.packed()}
    search.pages = [""]
    lists.save(work, search)


def _offered(work: Work, me: Person, number: int, facet: str, choices: list[list[str]]) -> Search:
    """Saves the values that the menu offers in the search, since a button names a value by its index; returns it."""
    search = owned(lists.load(work, number, to_change=True), me)
    search.query = {**search.query, "choices": {**search.query.get("choices", {}), facet: choices}}
    lists.save(work, search)
    return search


async def _choices(desk: Desk, me: Person, facet: str, wanted: Filters) -> list[list[str]]:
    """The values that the ENT knows of a facet, as identifier and name; for groups, the name is the identifier."""
    scopes = administration.scopes(me)
    if facet == "school":
        return [[one.id, one.name] for one in await desk.directory.schools(scopes)]
    school = (await narrowing.scope(desk, me, wanted))[0]
    if facet == "class":
        return [[one.id, one.name] for one in await desk.directory.classes(school)]
    return [[name, name] for name in await desk.directory.group_names(school)]


def _menu(me: Person, search: Search) -> Notice:
    wanted = _chosen(search)
    rows = [tuple(_facet(me, search, name) for name in row) for row in _FACETS]
    last = ("sort", "school") if naming.across(me) else ("sort",)
    rows.append(tuple(_facet(me, search, name) for name in last))
    rows.append(tuple(_option(me, search, "only", value) for value in OPTIONS["only"]))
    if wanted.words or wanted.chosen:
        rows.append((Button("clear", str(search.id), me.id),))
    rows.append((Button("list", f"{search.id}:0", me.id, style="primary"),))
    return Notice("filters", narrowing.summary(wanted), tuple(rows), me.tongue)


def _fixed(me: Person, search: Search, facet: str) -> Notice:
    made = [_option(me, search, facet, value) for value in OPTIONS[facet]]
    return _choice(me, search, facet, grid(made))


def _named(me: Person, search: Search, facet: str, page: int) -> Notice:
    choices, taken = search.query["choices"][facet], _chosen(search).values(facet)
    across, down = _ROWS[facet]
    size = across * down
    pages = max(1, -(-len(choices) // size))
    first = page % pages * size
    made = [
        Button("pick", f"{search.id}:{facet}:{at}", me.id, words=name, style=_CHOSEN if key in taken else "")
        for at, (key, name, *_) in list(enumerate(choices))[first : first + size]
    ]
    rows: list[Row] = [*grid(made, across)]
    if pages > 1:
        rows.append((Button("facet_next", f"{search.id}:{facet}:{(page + 1) % pages}", me.id),))
    return _choice(me, search, facet, rows, empty=not choices)


def _choice(me: Person, search: Search, facet: str, rows: Sequence[Row], empty: bool = False) -> Notice:
    last = (Button("filters", str(search.id), me.id), Button("list", f"{search.id}:0", me.id, style="primary"))
    facts = {**narrowing.summary(_chosen(search)), "facet": facet, "empty": empty}
    return Notice("filter_choice", facts, (*rows, last), me.tongue)


def _facet(me: Person, search: Search, facet: str) -> Button:
    style = _CHOSEN if _chosen(search).values(facet) else ""
    return Button("facet", f"{search.id}:{facet}", me.id, style=style)


def _option(me: Person, search: Search, facet: str, value: str) -> Button:
    taken = _chosen(search).values(facet) or ({"name"} if facet == "sort" else set())
    return Button("pick", f"{search.id}:{facet}:{value}", me.id, style=_CHOSEN if value in taken else "")


def _chosen(search: Search) -> Filters:
    return filters.unpacked(search.query)
