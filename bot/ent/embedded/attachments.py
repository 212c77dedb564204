"""Attaching and detaching members of staff in the embedded ENT; the feed ends none of the ties that are made here."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, delete, or_, select

from bot.ent.attachments import LEAST, Attachments
from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.database import Slice
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.search import search
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.targets import member
from bot.ent.lists import Query
from bot.ent.reasons import Reason
from bot.folding import words as split
from bot.terms import STAFF, Account, Declined, Kind

_STAFF = frozenset(STAFF)
_ATTACHMENTS = ENT.tables["ent_attachments"]
_FUNCTIONS = ENT.tables["ent_functions"]
_GROUPS = ENT.tables["ent_groups"]
_MEMBERSHIPS = ENT.tables["ent_memberships"]
_REMOVALS = ENT.tables["ent_removals"]
_STRUCTURES = ENT.tables["ent_structures"]


class EmbeddedAttachments(Slice, Attachments):
    """Attaches and detaches accounts in the tables."""

    async def staff(self, words: str, within: str, limit: int) -> list[Account]:
        """The members of staff of that structure and below it who bear that name."""
        if sum(map(len, split(words))) < LEAST:
            return []

        def read(connection: Connection) -> list[Account]:
            page = search(connection, Query(words=words, profiles=_STAFF), [within], limit)
            return [one for one in by_id(connection, page.ids) if one.deleted_at is None]

        return await self._database.read(read, long=True)

    async def attach(self, account_id: str, structure: str) -> bool:
        """Attaches the account, and updates what it is searched by; False where it is attached already."""

        def change(connection: Connection) -> bool:
            member(connection, account_id)
            kind = connection.execute(select(_STRUCTURES.c.kind).where(_STRUCTURES.c.id == structure)).scalar()
            if kind in (None, Kind.CLASS.value):
                raise Declined(Reason.FORBIDDEN)
            if _attached(connection, account_id, structure):
                return False
            connection.execute(_ATTACHMENTS.insert(), {"account": account_id, "structure": structure})
            connection.execute(delete(_REMOVALS).where(*_tie(_REMOVALS, account_id, structure)))
            index(connection, [account_id])
            return True

        return await self._database.run(change)

    async def detach(self, account_id: str, structure: str, kept_in: str) -> bool:
        """Ends every tie of the account to the structure; False where there is none."""

        def change(connection: Connection) -> bool:
            member(connection, account_id)
            if kept_in == structure or not _attached(connection, account_id, kept_in):
                raise Declined(Reason.UNKEPT)
            ended = _part(connection, account_id, structure)
            if ended:
                connection.execute(delete(_REMOVALS).where(*_tie(_REMOVALS, account_id, structure)))
                connection.execute(_REMOVALS.insert(), {"account": account_id, "structure": structure})
                index(connection, [account_id])
            return ended

        return await self._database.run(change)


def _attached(connection: Connection, account_id: str, structure: str) -> bool:
    tie = select(_ATTACHMENTS.c.account).where(*_tie(_ATTACHMENTS, account_id, structure))
    return connection.execute(tie).first() is not None


def _tie(table: Table, account_id: str, structure: str) -> tuple[ColumnElement[bool], ...]:
    return table.c.account == account_id, table.c.structure == structure


def _part(connection: Connection, account_id: str, structure: str) -> bool:
    """Deletes the attachments to the structure and its classes, its functions there and its groups there."""
    here = select(_STRUCTURES.c.id).where(or_(_STRUCTURES.c.id == structure, _STRUCTURES.c.parent == structure))
    groups = select(_GROUPS.c.id).where(_GROUPS.c.school == structure)
    ended = 0
    for table, column, ties in (
        (_ATTACHMENTS, "structure", here.where(_STRUCTURES.c.kind.in_([Kind.SCHOOL.value, Kind.CLASS.value]))),
        (_FUNCTIONS, "structure", select(_STRUCTURES.c.id).where(_STRUCTURES.c.id == structure)),
        (_MEMBERSHIPS, "group", groups),
    ):
        mine = (table.c.account == account_id, table.c[column].in_(ties))
        ended += connection.execute(delete(table).where(*mine)).rowcount
    return bool(ended)
