"""Accounts that may be the same person's as one that people made or renamed: pairs of `ent_duplicates`.

As a real ENT does it: of one profile, with two of first name, last name, birth date and mail the same. Unlike there,
two birth dates tell two people apart, and of a name alone those of one school are a pair.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, or_, select

from bot.ent.duplicates import likeness
from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.cards import complete
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import sort_name
from bot.terms import Account

_ACCOUNTS = ENT.tables["ent_accounts"]
_DISSOCIATED = ENT.tables["ent_dissociated"]
_PAIRS = ENT.tables["ent_duplicates"]
_SEARCH = ENT.tables["ent_search"]
_ENOUGH = 4  #: score of a pair
_BORN = _ACCOUNTS.c.birth_date == bindparam("born", type_=_ACCOUNTS.c.birth_date.type)
_ALIKE = (
    select(_ACCOUNTS)
    .join(_SEARCH, _SEARCH.c.account == _ACCOUNTS.c.id)
    .where(
        or_(_SEARCH.c.sort_name == bindparam("name"), _BORN),
        _ACCOUNTS.c.profile == bindparam("profile"),
        _ACCOUNTS.c.deleted_at.is_(None),
        _ACCOUNTS.c.id != bindparam("key"),
    )
    .order_by(_ACCOUNTS.c.id)
)
_APART = select(_DISSOCIATED.c.other).where(_DISSOCIATED.c.account == bindparam("key"))


def note(connection: Connection, account_id: str) -> None:
    """Notes whom that account may be, too; but nobody whom somebody told apart from it."""
    [mine] = by_id(connection, [account_id])
    values = {"name": sort_name(mine.first_name, mine.last_name), "born": mine.birth_date}
    rows = connection.execute(_ALIKE, values | {"profile": mine.profile.value, "key": account_id}).all()
    apart = {*connection.execute(_APART, {"key": account_id}).scalars(), *mine.duplicates}
    found = [one.id for one in complete(connection, rows) if one.id not in apart and _may_be(mine, one)]
    if found:
        pairs = [(account_id, one) for one in found] + [(one, account_id) for one in found]
        connection.execute(_PAIRS.insert(), [{"account": one, "other": other} for one, other in pairs])
        index(connection, [account_id, *found])


def _may_be(one: Account, other: Account) -> bool:
    born = one.birth_date is not None and one.birth_date == other.birth_date
    if not born and one.birth_date is not None and other.birth_date is not None:
        return False
    return likeness(one, other) >= _ENOUGH and (born or not {*one.places}.isdisjoint(other.places))
