"""Turns the filters of a list into a query for the ENT; looks up classes, groups and schools by their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from bot.ent.directory import Query, Sort
from bot.terms import Person, Profile, Refusal, Structure
from bot.workflows.desk import Desk
from bot.workflows.rules import calendar, naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.lists.filters import Filters

T = TypeVar("T")
_MOST_SCHOOLS = 40  #: a class or group is looked up by its name in so many schools at most


async def typed(desk: Desk, me: Person, text: str) -> Filters:
    """The filters that were typed; refused where one is unknown, or names an unknown class, group or school.

    Where the name of a school fits several, all of them are chosen.
    """
    try:
        wanted, names = filters.read(text, calendar.today(desk.clock()))
        if names:
            await _look_up(desk, me, wanted, names)
    except Refusal as refusal:
        refusal.language = me.tongue
        raise
    return wanted


def query(desk: Desk, wanted: Filters) -> Query:
    """The query that asks the ENT for what the filters describe."""
    since, until = filters.created_between(wanted, desk.clock().date())
    state, only = wanted.values("state"), wanted.values("only")
    return Query(
        words=wanted.words,
        profiles=frozenset(Profile(value) for value in wanted.values("profile")),
        classes=wanted.values("class"),
        groups=wanted.values("group"),
        sources=wanted.values("source"),
        activated="active" in state if state & {"active", "inactive"} else None,
        blocked="blocked" in state if state & {"blocked", "unblocked"} else None,
        duplicates="duplicates" in only,
        administrators="administrators" in only,
        created_from=since,
        created_until=until,
        sort=Sort.PROFILE if wanted.values("sort") else Sort.NAME,
    )


async def scope(desk: Desk, me: Person, wanted: Filters) -> Sequence[str]:
    """The structures whose accounts a list shows: the chosen schools, or all that the person administers.

    Refused where a school was chosen that the person does not administer any more.
    """
    mine, chosen = administration.scopes(me), wanted.chosen.get("school", {})
    for school, name in chosen.items():
        known = await desk.directory.structure(school)
        if known is None or not {known.id, *(above.id for above in known.above)} & set(mine):
            refusal = Refusal("school-gone", name=name)
            refusal.language = me.tongue
            raise refusal
    return tuple(chosen) or mine


def summary(wanted: Filters) -> dict[str, Any]:
    """The filters as facts for a notice: the typed name, and the facet, value and name of each choice."""
    chosen = [[facet, value, name] for facet, values in wanted.chosen.items() for value, name in values.items()]
    return {"words": wanted.words, "chosen": chosen}


async def _look_up(desk: Desk, me: Person, wanted: Filters, names: dict[str, list[str]]) -> None:
    schools = await desk.directory.schools(administration.scopes(me))
    for name in names.get("school", ()):
        schools = _known(filters.called(name, schools), "no-such-school", name)
        wanted.chosen["school"] = {one.id: one.name for one in schools}
    if len(schools) > _MOST_SCHOOLS:
        raise Refusal("school-first")
    for name in names.get("class", ()):
        found = _known(filters.called(name, await _classes(desk, schools)), "no-such-class", name)
        wanted.chosen.setdefault("class", {}).update(
            {one.id: naming.class_name(one, len(schools) > 1) for one in found}
        )
    for name in names.get("group", ()):
        groups = [group for school in schools for group in await desk.directory.group_names(school.id)]
        called = _known(filters.groups_called(name, groups), "no-such-group", name)
        wanted.chosen.setdefault("group", {}).update({group: group for group in called})


async def _classes(desk: Desk, schools: Sequence[Structure]) -> list[Structure]:
    return [one for school in schools for one in await desk.directory.classes(school.id)]


def _known(found: list[T], reason: str, name: str) -> list[T]:
    if not found:
        raise Refusal(reason, name=name)
    return found
