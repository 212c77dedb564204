"""Accounts made by hand in the embedded ENT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import IntegrityError

from bot.ent.creation import MANUAL, Creation, Newcomer
from bot.ent.embedded.cards import complete
from bot.ent.embedded.database import Slice
from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.ent.embedded.logins import logins
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import sort_name
from bot.ent.reasons import Reason
from bot.terms import Declined, Kind, Profile

_ATTEMPTS = 3  # two who are given the same login at once: the second one is given another
_ACCOUNTS = ENT.tables["ent_accounts"]
_SEARCH = ENT.tables["ent_search"]
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
    return made.id


def _check(connection: Connection, newcomer: Newcomer) -> None:
    """Declined where the school is none, or where the class or a child is not there."""
    if connection.execute(_SCHOOL, {"school": newcomer.school}).first() is None:
        raise Declined(Reason.FORBIDDEN)
    place = {"class": newcomer.class_id, "school": newcomer.school}
    if newcomer.class_id and connection.execute(_CLASS, place).first() is None:
        raise Declined(Reason.GONE)
    found = (
        set(connection.execute(_PUPILS, {"ids": list(newcomer.children)}).scalars()) if newcomer.children else set()
    )
    if found != set(newcomer.children):
        raise Declined(Reason.GONE)
