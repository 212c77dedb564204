"""Which lines of the audit an agent may read: those of their structures, and of nothing that they may not see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.terms import Level, Person, Structure

_REPORTS = ("keep_report", "delete_report", "talk_report", "see_report", "see_reports")


def about_report(act: str) -> bool:
    """Whether a line with that act is about a report of a publication, or about the list of them."""
    return act in _REPORTS


def report_of(facts: Mapping[str, Any]) -> int:
    """The number of the report that a line with these facts is about; 0 where it is about the list."""
    return int(facts.get("report") or facts.get("number") or 0)


def everywhere(me: Person) -> bool:
    """Whether the person answers for all structures there are."""
    return any(role.level is Level.VENDOR for role in me.roles)


def scope(me: Person, schools: Iterable[Structure]) -> frozenset[str] | None:
    """The structures whose lines the person may read: theirs, and all below; None for all that there are.

    `schools` are the schools that they administer.
    """
    if everywhere(me):
        return None
    mine = {role.structure for role in me.roles}
    found = set(mine)
    for school in schools:
        chain = [*(place.id for place in school.above), school.id]
        first = next((index for index, one in enumerate(chain) if one in mine), len(chain))
        found |= set(chain[first:])
    return frozenset(found)
