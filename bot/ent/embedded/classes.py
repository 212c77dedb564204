"""Who teaches which class and teaching group in the embedded ENT. What is made here by hand survives the feed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from bot.ent.classes import Classes, Teaching, TeachingGroup
from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.database import Slice
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.structures import lineage, scope
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.targets import standing
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, Kind, Profile

_ACCOUNTS = ENT.tables["ent_accounts"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_GROUPS = ENT.tables["ent_teaching_groups"]
_STRUCTURES = ENT.tables["ent_structures"]
_TEACHINGS = ENT.tables["ent_teachings"]


class EmbeddedClasses(Slice, Classes):
    """Reads and changes attachments in the tables."""

    async def teaching_groups(self, school: str) -> list[TeachingGroup]:
        """The teaching groups of the school, by name."""

        def read(connection: Connection) -> list[TeachingGroup]:
            rows = connection.execute(select(_GROUPS.c.id, _GROUPS.c.name).where(_GROUPS.c.school == school))
            return sorted((TeachingGroup(row.id, row.name) for row in rows), key=lambda one: (one.name, one.id))

        return await self._database.read(read)

    async def teaching(self, account_id: str, school: str) -> Teaching:
        """The classes and teaching groups of the school that the account is attached to."""
        return await self._database.read(lambda connection: _teaching(connection, account_id, school))

    async def teachers(self, school: str) -> list[tuple[Account, bool]]:
        """The teachers of the school, by name, each with whether they have a class or teaching group there."""
        return await self._database.read(lambda connection: _teachers(connection, school))

    async def teach_class(self, account_id: str, class_id: str, taught: bool) -> None:
        """Attaches the account to the class, or detaches it, and updates what it is searched by."""

        def change(connection: Connection) -> None:
            standing(connection, account_id)
            place = lineage(connection, [class_id]).get(class_id)
            if place is None or place.kind is not Kind.CLASS:
                raise Declined(Reason.GONE)
            if _tie(connection, _ATTACHMENTS, {"account": account_id, "structure": class_id}, taught):
                index(connection, [account_id])

        await self._database.run(change)

    async def teach_group(self, account_id: str, group_id: str, taught: bool) -> None:
        """Attaches the account to the teaching group, or detaches it."""

        def change(connection: Connection) -> None:
            standing(connection, account_id)
            if connection.execute(select(_GROUPS.c.id).where(_GROUPS.c.id == group_id)).first() is None:
                raise Declined(Reason.GONE)
            _tie(connection, _TEACHINGS, {"account": account_id, "group": group_id}, taught)

        await self._database.run(change)


def _tie(connection: Connection, table: Table, key: dict[str, Any], there: bool) -> bool:
    """Inserts that row, or deletes it; returns whether anything changed. The account's row is locked."""
    mine = [table.c[name] == value for name, value in key.items()]
    if (connection.execute(select(table).where(*mine)).first() is not None) is there:
        return False
    connection.execute(table.insert().values(key) if there else table.delete().where(*mine))
    return True


def _teaching(connection: Connection, account_id: str, school: str) -> Teaching:
    if connection.execute(select(_ACCOUNTS.c.id).where(_ACCOUNTS.c.id == account_id)).first() is None:
        raise Declined(Reason.GONE)
    classes = {row.structure for row in _attached(connection, school) if row.account == account_id}
    mine = select(_GROUPS.c.id).join(_TEACHINGS, _TEACHINGS.c.group == _GROUPS.c.id)
    groups = connection.execute(mine.where(_TEACHINGS.c.account == account_id, _GROUPS.c.school == school)).scalars()
    return Teaching(frozenset(classes), frozenset(groups))


def _teachers(connection: Connection, school: str) -> list[tuple[Account, bool]]:
    below = scope([school])
    found = (
        select(_ACCOUNTS.c.id)
        .distinct()
        .join(_ATTACHMENTS, _ATTACHMENTS.c.account == _ACCOUNTS.c.id)
        .join(below, below.c.id == _ATTACHMENTS.c.structure)
        .where(_ACCOUNTS.c.profile == Profile.TEACHER.value, _ACCOUNTS.c.deleted_at.is_(None))
    )
    ids = sorted(connection.execute(found).scalars())
    busy = {row.account for row in _attached(connection, school)}
    grouped = select(_TEACHINGS.c.account).join(_GROUPS, _GROUPS.c.id == _TEACHINGS.c.group)
    busy |= set(connection.execute(grouped.where(_GROUPS.c.school == school)).scalars())
    people = sorted(by_id(connection, ids), key=lambda one: (one.last_name, one.first_name, one.id))
    return [(one, one.id in busy) for one in people]


def _attached(connection: Connection, school: str) -> Sequence[Any]:
    """Who is attached to the classes of the school: account and class."""
    wanted = select(_ATTACHMENTS.c.account, _ATTACHMENTS.c.structure).join(
        _STRUCTURES, _STRUCTURES.c.id == _ATTACHMENTS.c.structure
    )
    classes = (_STRUCTURES.c.parent == school, _STRUCTURES.c.kind == Kind.CLASS.value)
    return connection.execute(wanted.where(*classes)).all()
