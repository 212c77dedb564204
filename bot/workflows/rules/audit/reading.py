"""Which lines of the audit an agent may read: those of their structures, and of nothing that they may not see.

The help desk and the vendor answer for all schools there are. So they read of the requests that came to them, and of
no account, list or report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.terms import InterventionState, Level, Person, Role, Structure

_REPORTS = ("keep_report", "delete_report", "talk_report", "see_report", "see_reports")
_COMING = ("attach", "attach_keep")
_LARGEST = 2**63  # number that a database can keep


def about_report(act: str) -> bool:
    """Whether a line with that act is about a report of a publication, or about the list of them."""
    return act in _REPORTS


def report_of(facts: Mapping[str, Any]) -> int:
    """The number of the report that a line with these facts is about; 0 where it is about the list."""
    number = facts.get("report") or facts.get("number") or 0
    return number if isinstance(number, int) and 0 < number < _LARGEST else 0


def was_there(act: str, facts: Mapping[str, Any]) -> bool:
    """Whether the account of a line with that act was of its school then.

    Whom somebody only meant to attach there never was: of that, the school reads nothing.
    """
    return act not in _COMING or facts.get("state") == InterventionState.DONE


def near(me: Person) -> tuple[Role, ...]:
    """The desks of the person up to the DSDEN's: what happens in the schools there is theirs to answer for."""
    return tuple(role for role in me.roles if role.level < Level.RECTORAT)


def far(me: Person) -> tuple[Role, ...]:
    """The desks of the person above these: only requests that were there are theirs to read of."""
    return tuple(role for role in me.roles if role.level >= Level.RECTORAT)


def scope(me: Person, schools: Iterable[Structure]) -> frozenset[str]:
    """The structures whose lines the person may read: those of their `near` desks, and all below.

    `schools` are the schools there.
    """
    mine = {role.structure for role in near(me)}
    found = set(mine)
    for school in schools:
        chain = [*(place.id for place in school.above), school.id]
        first = next((index for index, one in enumerate(chain) if one in mine), len(chain))
        found |= set(chain[first:])
    return frozenset(found)
