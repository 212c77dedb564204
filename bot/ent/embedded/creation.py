"""Accounts made by hand in the embedded ENT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, bindparam, select
from sqlalchemy.exc import IntegrityError

from bot.ent.creation import MANUAL, Change, Creation, Newcomer
from bot.ent.embedded import doubles
from bot.ent.embedded.cards import complete
from bot.ent.embedded.database import Slice
from bot.ent.embedded.enrolment import Enrolment, enrol, index, remove
from bot.ent.embedded.feeding import deleted
from bot.ent.embedded.logins import logins
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.targets import target, whoever
from bot.ent.embedded.traits import sort_name
from bot.ent.reasons import Reason
from bot.terms import BY_HAND, Declined, Kind, Profile

_ATTEMPTS = 3  # two who are given the same login at once: the second one is given another
_ACCOUNTS = ENT.tables["ent_accounts"]
_SEARCH = ENT.tables["ent_search"]
_FAMILIES = ENT.tables["ent_families"]
_STRUCTURES = ENT.tables["ent_structures"]
_SCHOOL = select(_STRUCTURES.c.id).where(
    _STRUCTURES.c.id == bindparam("school"), _STRUCTURES.c.kind == Kind.SCHOOL.value
)
_CLASS = select(_STRUCTURES.c.id).where(
    _STRUCTURES.c.id == bindparam("class"), _STRUCTURES.c.parent == bindparam("school")
)
_PUPILS = select(_ACCOUNTS.c.id).where(
    _ACCOUNTS.c.id.in_(bindparam("ids", expanding=True)), _ACCOUNTS.c.profile == Profile.STUDENT.value
)
_RELATIVES = select(_FAMILIES.c.relative).where(_FAMILIES.c.student == bindparam("key"))
_NAMED = (
    select(_ACCOUNTS)
    .join(_SEARCH, _SEARCH.c.account == _ACCOUNTS.c.id)
    .where(_SEARCH.c.sort_name == bindparam("name"), _ACCOUNTS.c.source == MANUAL)
    .order_by(_ACCOUNTS.c.created_at, _ACCOUNTS.c.id)
)


class EmbeddedCreation(Slice, Creation):
    """Writes accounts made by hand into the tables."""

    async def create(self, newcomer: Newcomer) -> str:
        """Makes the account, with the login that a feed would have given it."""
        for left in reversed(range(_ATTEMPTS)):
            try:
                return await self._database.run(lambda connection: _create(connection, newcomer, self._clock()))
            except IntegrityError:
                if not left:
                    raise
        raise AssertionError("unreachable")

    async def made(self, newcomer: Newcomer, since: datetime) -> Sequence[str]:
        """The accounts made by hand from that moment on that are this newcomer's."""
        name = sort_name(newcomer.first_name, newcomer.last_name)

        def read(connection: Connection) -> list[str]:
            found = complete(connection, connection.execute(_NAMED, {"name": name}).all())
            return [account.id for account in found if newcomer.became(account, since)]

        return await self._database.read(read)

    async def modify(self, account_id: str, change: Change) -> None:
        """Changes names, birth date and children in the tables."""
        await self._database.run(lambda connection: _modify(connection, account_id, change))

    async def delete(self, account_id: str) -> None:
        """Deletes the account, or sets the moment from which it is pre-deleted."""

        def delete(connection: Connection) -> None:
            row = _by_hand(whoever(connection, account_id))
            if not row.activated:
                parents = list(connection.execute(_RELATIVES, {"key": account_id}).scalars())
                remove(connection, account_id)
                deleted.note(connection, [account_id], self._clock())
                index(connection, sorted(parents))
            elif row.deleted_at is None:
                _set(connection, account_id, deleted_at=self._clock())

        await self._database.run(delete)

    async def restore(self, account_id: str) -> None:
        """Takes that moment back."""

        def restore(connection: Connection) -> None:
            if _by_hand(whoever(connection, account_id)).deleted_at is not None:
                _set(connection, account_id, deleted_at=None)

        await self._database.run(restore)


def _by_hand(row: Row[Any]) -> Row[Any]:
    if row.source not in BY_HAND:
        raise Declined(Reason.FED)
    return row


def _set(connection: Connection, account_id: str, **values: Any) -> None:
    connection.execute(_ACCOUNTS.update().where(_ACCOUNTS.c.id == account_id).values(values))
    index(connection, [account_id])


def _modify(connection: Connection, account_id: str, change: Change) -> None:
    row = _by_hand(target(connection, account_id))
    first = row.first_name if change.first_name is None else change.first_name
    last = row.last_name if change.last_name is None else change.last_name
    if change.children is not None:
        _check_pupils(connection, change.children)
        mine = _FAMILIES.c.relative == account_id
        connection.execute(_FAMILIES.delete().where(mine, _FAMILIES.c.student.not_in(change.children)))
        known = set(connection.execute(select(_FAMILIES.c.student).where(mine)).scalars())
        added = [{"relative": account_id, "student": one} for one in change.children if one not in known]
        if added:
            connection.execute(_FAMILIES.insert(), added)
    values = {"first_name": first, "last_name": last, "sort_name": sort_name(first, last)}
    _set(connection, account_id, **values, birth_date=change.birth_date or row.birth_date)
    doubles.note(connection, account_id)


def _create(connection: Connection, newcomer: Newcomer, now: datetime) -> str:
    _check(connection, newcomer)
    pupil = newcomer.profile is Profile.STUDENT
    own = () if newcomer.profile is Profile.RELATIVE and newcomer.children else (newcomer.school,)
    made = Enrolment(
        id=str(uuid4()),
        login="",
        first_name=newcomer.first_name,
        last_name=newcomer.last_name,
        profile=newcomer.profile,
        places=(newcomer.class_id,) if pupil and newcomer.class_id else own,
        children=newcomer.children,
        birth_date=newcomer.birth_date,
        source=MANUAL,
        activated=False,
        created_at=now,
    )
    enrol(connection, (), [replace(made, login=logins(connection, [made])[made.id])])
    doubles.note(connection, made.id)
    return made.id


def _check(connection: Connection, newcomer: Newcomer) -> None:
    """Declined where the school is none, or where the class or a child is not there."""
    if connection.execute(_SCHOOL, {"school": newcomer.school}).first() is None:
        raise Declined(Reason.FORBIDDEN)
    place = {"class": newcomer.class_id, "school": newcomer.school}
    if newcomer.class_id and connection.execute(_CLASS, place).first() is None:
        raise Declined(Reason.GONE)
    _check_pupils(connection, newcomer.children)


def _check_pupils(connection: Connection, children: Sequence[str]) -> None:
    """Declined where one of them is no pupil."""
    if children and set(connection.execute(_PUPILS, {"ids": list(children)}).scalars()) != set(children):
        raise Declined(Reason.GONE)
