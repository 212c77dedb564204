"""Who administers schools: read by their functions, as they are few; and who is to administer one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, select

from bot.ent.administrators import Administrators
from bot.ent.embedded.cards import FUNCTIONS, complete
from bot.ent.embedded.database import Slice
from bot.ent.embedded.functions import HELD
from bot.ent.embedded.granting import Function, grant, revoke
from bot.ent.embedded.structures import lineage, schools_among
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.targets import standing
from bot.ent.reasons import Reason
from bot.terms import Declined, Kind, Level
from bot.terms.functions import NotGiven

_BATCH = 500  # values in one statement
_ACCOUNTS = ENT.tables["ent_accounts"]
_HELD = select(HELD).where(
    HELD.c.structure.in_(bindparam("ids", expanding=True)), HELD.c.function.in_(list(FUNCTIONS))
)
_ROWS = select(_ACCOUNTS).where(_ACCOUNTS.c.id.in_(bindparam("ids", expanding=True)))


class EmbeddedAdministrators(Slice, Administrators):
    """Gives and withdraws the function of a local administrator in the tables."""

    async def administer(self, account_id: str, school: str, held: bool) -> None:
        """Gives the function at the school, or withdraws it, and updates what the account is searched by."""
        await self._database.run(lambda connection: _administer(connection, account_id, school, held))


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


def _administer(connection: Connection, account_id: str, school: str, held: bool) -> None:
    row = standing(connection, account_id)
    place = lineage(connection, [school]).get(school)
    if place is None or place.kind is not Kind.SCHOOL:
        raise Declined(Reason.GONE)
    there = [school, *(one.id for one in place.above)]
    functions = _functions(connection, account_id, there)
    if held is bool(functions):
        return
    if functions - {"adml"}:
        raise Declined(Reason.FORBIDDEN)
    try:
        (grant if held else revoke)(connection, Function(row.login, "adml", school))
    except NotGiven:
        raise Declined(Reason.FORBIDDEN) from None
    if not held and _functions(connection, account_id, there):  # through the school's town: that stays
        raise Declined(Reason.FORBIDDEN)


def _functions(connection: Connection, account_id: str, structures: Sequence[str]) -> set[str]:
    """The functions with a level that the account holds in one of these structures, wherever they come from."""
    mine = select(HELD.c.function).where(HELD.c.account == account_id, HELD.c.structure.in_(structures))
    return set(connection.execute(mine).scalars()) & FUNCTIONS.keys()


def batched(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values, as many at once as one statement takes."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]
