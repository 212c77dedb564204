"""Groups of the embedded ENT. Those of profiles have no rows: who is attached where makes them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, union

from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.database import Slice
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.structures import scope
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import sort_name
from bot.ent.groups import Group, GroupKind, Groups, in_order
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, Kind, Profile

_ACCOUNTS = ENT.tables["ent_accounts"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_FAMILIES = ENT.tables["ent_families"]
_GROUPS = ENT.tables["ent_groups"]
_MEMBERSHIPS = ENT.tables["ent_memberships"]
_STRUCTURES = ENT.tables["ent_structures"]
_TEACHING_GROUPS = ENT.tables["ent_teaching_groups"]
_TEACHINGS = ENT.tables["ent_teachings"]
_TOGETHER = ENT.tables["ent_together"]
_NAMES = select(_GROUPS.c.name).where(_GROUPS.c.school == bindparam("school"))
#: whether the members of a group may write to each other where nobody said so, as in the guide (chapter 6.A)
_BY_DEFAULT = {
    Kind.SCHOOL: {Profile.TEACHER, Profile.PERSONNEL},
    Kind.CLASS: {Profile.STUDENT},
}


class EmbeddedGroups(Slice, Groups):
    """Reads and changes groups in the tables."""

    async def groups(self, school: str) -> list[Group]:
        """The groups of the school, each with its size."""
        return await self._database.read(lambda connection: of_school(connection, school))

    async def group_names(self, school: str) -> list[str]:
        """The names of a school's manual groups, sorted, each once."""

        def read(connection: Connection) -> list[str]:
            return sorted(set(connection.execute(_NAMES, {"school": school}).scalars()))

        return await self._database.read(read)

    async def group(self, school: str, group_id: str) -> Group | None:
        """The group of that school with that identifier."""
        return next((one for one in await self.groups(school) if one.id == group_id), None)

    async def members(self, school: str, group_id: str) -> list[Account]:
        """The members of the group, by name."""

        def read(connection: Connection) -> list[Account]:
            found = by_id(connection, sorted(_crowds(connection, school).get(group_id, ())))
            return sorted(found, key=lambda one: (sort_name(one.first_name, one.last_name), one.id))

        return await self._database.read(read, long=True)

    async def make_group(self, school: str, name: str) -> Group:
        """Inserts a group; declined where there is no such school."""
        made = Group(uuid.uuid4().hex, school, name, GroupKind.MANUAL, together=True)

        def change(connection: Connection) -> Group:
            here = select(_STRUCTURES.c.id).where(_STRUCTURES.c.id == school, _STRUCTURES.c.kind == Kind.SCHOOL.value)
            if connection.execute(here).first() is None:
                raise Declined(Reason.FORBIDDEN)
            connection.execute(_GROUPS.insert(), {"id": made.id, "school": school, "name": name})
            return made

        return await self._database.run(change)

    async def rename_group(self, school: str, group_id: str, name: str) -> None:
        """Renames the group, and updates what its members are searched by."""

        def change(connection: Connection) -> None:
            _lock(connection, school, group_id)
            connection.execute(_GROUPS.update().where(_GROUPS.c.id == group_id).values(name=name))
            index(connection, _inside(connection, group_id))

        await self._database.run(change)

    async def delete_group(self, school: str, group_id: str) -> None:
        """Deletes the group with its memberships, and what was said of it."""

        def change(connection: Connection) -> None:
            _lock(connection, school, group_id)
            members = _inside(connection, group_id)
            for table in (_MEMBERSHIPS, _TOGETHER):
                connection.execute(table.delete().where(table.c.group == group_id))
            connection.execute(_GROUPS.delete().where(_GROUPS.c.id == group_id))
            index(connection, members)

        await self._database.run(change)

    async def put_in(self, school: str, group_id: str, account_ids: Sequence[str]) -> None:
        """Inserts the memberships that are not there, and updates what these accounts are searched by."""

        def change(connection: Connection) -> None:
            _lock(connection, school, group_id)
            asked = set(account_ids) - set(_inside(connection, group_id))
            there = select(_ACCOUNTS.c.id).where(_ACCOUNTS.c.id.in_(sorted(asked)), _ACCOUNTS.c.deleted_at.is_(None))
            added = sorted(connection.execute(there).scalars())
            if added:
                connection.execute(_MEMBERSHIPS.insert(), [{"account": one, "group": group_id} for one in added])
                index(connection, added)

        await self._database.run(change)

    async def take_out(self, school: str, group_id: str, account_ids: Sequence[str]) -> None:
        """Deletes the memberships, and updates what these accounts are searched by."""

        def change(connection: Connection) -> None:
            _lock(connection, school, group_id)
            gone = sorted(set(account_ids) & set(_inside(connection, group_id)))
            mine = (_MEMBERSHIPS.c.group == group_id, _MEMBERSHIPS.c.account.in_(gone))
            connection.execute(_MEMBERSHIPS.delete().where(*mine))
            index(connection, gone)

        await self._database.run(change)

    async def let_write(self, school: str, group_id: str, together: bool) -> None:
        """Writes down whether the members may write to each other."""

        def change(connection: Connection) -> None:
            _lock(connection, school, group_id)
            connection.execute(_TOGETHER.delete().where(_TOGETHER.c.group == group_id))
            connection.execute(_TOGETHER.insert(), {"group": group_id, "together": together})

        await self._database.run(change)


def _lock(connection: Connection, school: str, group_id: str) -> None:
    """Locks the manual group until the commit. Declined: `GONE`; `AUTOMATIC` for a group that nobody made by hand."""
    row = select(_GROUPS.c.id).where(_GROUPS.c.id == group_id, _GROUPS.c.school == school)
    if connection.execute(row.with_for_update()).first() is None:
        there = any(one.id == group_id for one in of_school(connection, school))
        raise Declined(Reason.AUTOMATIC if there else Reason.GONE)


def _inside(connection: Connection, group_id: str) -> list[str]:
    members = select(_MEMBERSHIPS.c.account).where(_MEMBERSHIPS.c.group == group_id)
    return sorted(connection.execute(members).scalars())


def of_profile(structure: str, profile: Profile) -> str:
    """The identifier of the group of a profile in a school or in a class."""
    return f"p:{structure}:{profile.value}"


def of_school(connection: Connection, school: str) -> list[Group]:
    """The groups of a school, in the order of the port."""
    sizes = {key: len(crowd) for key, crowd in _crowds(connection, school).items()}
    made = [*_of_profiles(connection, school), *_named(connection, school)]
    ours = _TOGETHER.c.group.in_([fields["id"] for fields, _ in made])
    said = {row.group: row.together for row in connection.execute(select(_TOGETHER).where(ours))}
    return in_order(
        [
            Group(**one, school=school, size=sizes.get(one["id"], 0), together=said.get(one["id"], usual))
            for one, usual in made
        ]
    )


def _of_profiles(connection: Connection, school: str) -> Iterator[tuple[dict[str, Any], bool]]:
    """The fields of each group of a profile, and whether its members usually may write to each other."""
    here = scope([school])
    wanted = select(_STRUCTURES.c.id, _STRUCTURES.c.kind, _STRUCTURES.c.name)
    for row in connection.execute(wanted.join(here, here.c.id == _STRUCTURES.c.id)):
        kind = Kind(row.kind)
        place = {"class_id": row.id, "class_name": row.name} if kind is Kind.CLASS else {}
        for profile in Profile if kind in _BY_DEFAULT else ():
            named = {"id": of_profile(row.id, profile), "name": "", "kind": GroupKind.PROFILE, "profile": profile}
            yield named | place, profile in _BY_DEFAULT[kind]


def _named(connection: Connection, school: str) -> Iterator[tuple[dict[str, Any], bool]]:
    """The same of the groups that have a name."""
    for table, kind in ((_TEACHING_GROUPS, GroupKind.TEACHING), (_GROUPS, GroupKind.MANUAL)):
        for row in connection.execute(select(table.c.id, table.c.name).where(table.c.school == school)):
            yield {"id": row.id, "name": row.name, "kind": kind}, kind is GroupKind.MANUAL


def _crowds(connection: Connection, school: str) -> Mapping[str, set[str]]:
    """The accounts in each group of the school, by the group's identifier; an empty group is not in it."""
    here = scope([school])
    attached = select(_ATTACHMENTS.c.account, _ATTACHMENTS.c.structure)
    related = select(_FAMILIES.c.relative, _ATTACHMENTS.c.structure).join(
        _ATTACHMENTS, _ATTACHMENTS.c.account == _FAMILIES.c.student
    )
    ties = union(*(ties.join(here, here.c.id == _ATTACHMENTS.c.structure) for ties in (attached, related))).subquery(
        "ties"
    )
    there = _ACCOUNTS.c.deleted_at.is_(None)
    profiled = select(ties, _ACCOUNTS.c.profile).join(_ACCOUNTS, _ACCOUNTS.c.id == ties.c.account).where(there)
    found = defaultdict[str, set[str]](set)
    for account, structure, profile in connection.execute(profiled):
        for place in (structure, school):
            found[of_profile(place, Profile(profile))].add(account)
    for groups, members in ((_GROUPS, _MEMBERSHIPS), (_TEACHING_GROUPS, _TEACHINGS)):
        inside = select(members.c.account, members.c.group).join(groups, groups.c.id == members.c.group)
        rows = connection.execute(
            inside.join(_ACCOUNTS, _ACCOUNTS.c.id == members.c.account).where(there, groups.c.school == school)
        )
        for account, group in rows:
            found[group].add(account)
    return found
