"""Who administers the schools of a list: few accounts, so their functions are read instead of the search index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, select

from bot.ent.embedded.cards import FUNCTIONS, complete
from bot.ent.embedded.functions import HELD
from bot.ent.embedded.structures import lineage, schools_among
from bot.ent.embedded.tables import ENT
from bot.terms import Level

_BATCH = 500  # values in one statement
_ACCOUNTS = ENT.tables["ent_accounts"]
_HELD = select(HELD).where(
    HELD.c.structure.in_(bindparam("ids", expanding=True)), HELD.c.function.in_(list(FUNCTIONS))
)
_ROWS = select(_ACCOUNTS).where(_ACCOUNTS.c.id.in_(bindparam("ids", expanding=True)))


def administrators(connection: Connection, within: Sequence[str]) -> set[str]:
    """The accounts that administer a school, among those structures or below them, that they belong to.

    Somebody with a function above a school belongs to it only where they are attached to it, too.
    """
    schools = {school.id: school for school in schools_among(connection, within)}
    lines = lineage(connection, [*schools]).keys()
    found, higher = set[str](), set[str]()
    for part in batched(sorted(lines)):
        for row in connection.execute(_HELD, {"ids": part}):
            local = FUNCTIONS[row.function] is Level.SCHOOL and row.structure in schools
            (found if local else higher).add(row.account)
    for part in batched(sorted(higher - found)):
        accounts = complete(connection, connection.execute(_ROWS, {"ids": part}).all())
        found.update(one.id for one in accounts if any(place.id in schools for place in one.administered))
    return found


def batched(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values, as many at once as one statement takes."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]
