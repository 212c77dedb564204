"""Who of the ENT's accounts is linked: read for counts, and never more of somebody than is counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import select

from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Level, Profile

_PEOPLE = DESK.tables["people"]
_ROLES = DESK.tables["roles"]
_AT_ONCE = 1000  #: values in one statement


class Linked(NamedTuple):
    """A linked account, as far as it is counted."""

    id: int
    profile: Profile
    places: frozenset[str]  #: the identifiers of its structures


def linked(work: Work, accounts: Sequence[str]) -> set[str]:
    """Those of the ENT's accounts that are linked."""
    found = set[str]()
    for start in range(0, len(accounts), _AT_ONCE):
        mine = _PEOPLE.c.account.in_(accounts[start : start + _AT_ONCE])
        found |= set(
            work.execute(select(_PEOPLE.c.account).where(mine, _PEOPLE.c.telegram_id.is_not(None))).scalars()
        )
    return found


def headed(work: Work, schools: Collection[str]) -> set[str]:
    """Those of the schools where a director or local administrator is linked."""
    wanted, found = sorted(schools), set[str]()
    for start in range(0, len(wanted), _AT_ONCE):
        mine = (_ROLES.c.level == int(Level.SCHOOL), _ROLES.c.structure.in_(wanted[start : start + _AT_ONCE]))
        found |= set(work.execute(select(_ROLES.c.structure).where(*mine)).scalars())
    return found


def everybody(work: Work, after: int, limit: int) -> list[Linked]:
    """The linked accounts whose `id` follows that one, in order, at most so many."""
    columns = (_PEOPLE.c.id, _PEOPLE.c.profile, _PEOPLE.c.places)
    later = select(*columns).where(_PEOPLE.c.id > after, _PEOPLE.c.telegram_id.is_not(None)).order_by(_PEOPLE.c.id)
    rows = work.execute(later.limit(limit))
    return [Linked(row.id, Profile(row.profile), frozenset(place.id for place in row.places)) for row in rows]
