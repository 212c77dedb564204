"""Who may write to whom in the embedded ENT: as it begins, but for what was said since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from sqlalchemy import Connection, select

from bot.ent.communication import Communication, Rule
from bot.ent.embedded.database import Slice
from bot.ent.embedded.groups import of_school
from bot.ent.embedded.tables import ENT
from bot.ent.groups import Group
from bot.ent.reasons import Reason
from bot.terms import Declined
from bot.terms.communication import Matrix, Reach

_RULES = ENT.tables["ent_rules"]
_STRUCTURES = ENT.tables["ent_structures"]
_TOGETHER = ENT.tables["ent_together"]


class EmbeddedCommunication(Slice, Communication):
    """Makes the usual rules of the groups there are, and keeps in the table what differs from them."""

    usual: Matrix = MappingProxyType({})  #: who may write to whom as it begins; nobody where it is not set

    async def rules(self, school: str) -> list[Rule]:
        """The usual rules of the school's groups, with what was made and without what was removed."""
        return await self._database.read(lambda connection: sorted(self._made(connection, school)[1]))

    async def rules_of(self, school: str, group_id: str) -> list[Rule]:
        """Those of them that the group is in."""
        return [rule for rule in await self.rules(school) if group_id in rule]

    async def widened(self, school: str, sender: str, receiver: str) -> frozenset[str]:
        """None: here, a rule between two groups changes nothing within one."""
        await self._database.read(lambda connection: _check(self._made(connection, school)[0], sender, receiver))
        return frozenset()

    async def allow(self, school: str, sender: str, receiver: str, allowed: bool) -> None:
        """Writes what is not as usual, and forgets what is."""

        def change(connection: Connection) -> None:
            connection.execute(select(_STRUCTURES.c.id).where(_STRUCTURES.c.id == school).with_for_update())
            groups, rules = self._made(connection, school)
            _check(groups, sender, receiver)
            if ((sender, receiver) in rules) is allowed:
                return
            here = (_RULES.c.sender == sender, _RULES.c.receiver == receiver)
            connection.execute(_RULES.delete().where(*here))
            if ((sender, receiver) in set(_usual(groups, self.usual))) is not allowed:
                connection.execute(_RULES.insert(), {"sender": sender, "receiver": receiver, "allowed": allowed})

        await self._database.run(change)

    async def reset_rules(self, school: str) -> None:
        """Forgets what was said of the automatic groups."""

        def forget(connection: Connection) -> None:
            groups = of_school(connection, school)
            ours, by_hand = [one.id for one in groups], [one.id for one in groups if one.manual]
            kept = _RULES.c.sender.in_(by_hand) & _RULES.c.receiver.in_(by_hand)
            connection.execute(_RULES.delete().where(_RULES.c.sender.in_(ours) | _RULES.c.receiver.in_(ours), ~kept))
            automatic = [one.id for one in groups if not one.manual]
            connection.execute(_TOGETHER.delete().where(_TOGETHER.c.group.in_(automatic)))

        await self._database.run(forget)

    def _made(self, connection: Connection, school: str) -> tuple[list[Group], set[Rule]]:
        """The groups of the school, and the rules between them."""
        groups = of_school(connection, school)
        ids = [one.id for one in groups]
        said = connection.execute(select(_RULES).where(_RULES.c.sender.in_(ids), _RULES.c.receiver.in_(ids))).all()
        made = {(row.sender, row.receiver) for row in said if row.allowed}
        gone = {(row.sender, row.receiver) for row in said if not row.allowed}
        return groups, ({*_usual(groups, self.usual)} | made) - gone


def _usual(groups: Iterable[Group], usual: Matrix) -> Iterator[Rule]:
    """The rules between groups of profiles as the ENT begins: within each class, or within the whole school."""
    of_profiles = [(one, one.profile) for one in groups if one.profile is not None]
    for one, sender in of_profiles:
        for other, receiver in of_profiles:
            reach = Reach.CLASS if one.class_id else Reach.ALL
            same = one.class_id == other.class_id and one.id != other.id
            if same and usual.get((sender, receiver)) is reach:
                yield one.id, other.id


def _check(groups: Iterable[Group], sender: str, receiver: str) -> None:
    """Raises `Declined(GONE)` unless these are two groups of the school."""
    known = {one.id for one in groups}
    if sender == receiver or not {sender, receiver} <= known:
        raise Declined(Reason.GONE)
