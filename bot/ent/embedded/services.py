"""The services of schools in the embedded ENT."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, and_, or_, select

from bot.ent.embedded.database import Slice
from bot.ent.embedded.structures import lineage
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.ent.services import Service, ServiceKind, Services, order
from bot.folding import fold
from bot.terms import Declined, Kind, Profile, Structure

_SERVICES = ENT.tables["ent_services"]
_PROFILES = ENT.tables["ent_service_profiles"]
_STRUCTURES = ENT.tables["ent_structures"]
_NAMED = (ServiceKind.LINK, ServiceKind.CONNECTOR)  #: the kinds whose names must differ in a school


class EmbeddedServices(Slice, Services):
    """Reads services from the tables, and changes them."""

    async def services(self, school: str) -> list[Service]:
        """The services of the school and of what lies above it, with the profiles of the school that have each."""

        def read(connection: Connection) -> list[Service]:
            place = lineage(connection, [school]).get(school)
            return _services(connection, place) if place is not None and place.kind is Kind.SCHOOL else []

        return await self._database.read(read)

    async def offer(
        self, school: str, service_id: str, given: Collection[Profile], withdrawn: Collection[Profile]
    ) -> None:
        """Inserts and deletes the rows of those profiles."""

        def change(connection: Connection) -> None:
            service = _changeable(connection, school, service_id)
            key = {"service": service.id, "school": school}
            for profile in sorted({*given} - service.profiles):
                connection.execute(_PROFILES.insert().values(**key, profile=profile.value))
            gone = [profile.value for profile in {*withdrawn} - {*given}]
            mine = [_PROFILES.c[name] == value for name, value in key.items()]
            connection.execute(_PROFILES.delete().where(*mine, _PROFILES.c.profile.in_(gone)))

        await self._database.run(change)

    async def create_link(self, school: str, name: str, address: str) -> str:
        """Inserts a link of the school."""

        def create(connection: Connection) -> str:
            _check_free(_all(connection, school), name)
            made, kind = str(uuid4()), ServiceKind.LINK.value
            row = {"id": made, "kind": kind, "name": name, "address": address, "owner": school}
            connection.execute(_SERVICES.insert().values(**row, inherits=False, locked=False))
            return made

        return await self._database.run(create)

    async def change_link(self, school: str, link_id: str, name: str, address: str) -> None:
        """Sets name and address of the link."""

        def change(connection: Connection) -> None:
            link = _changeable(connection, school, link_id, ServiceKind.LINK)
            _check_free([one for one in _all(connection, school) if one.id != link.id], name)
            mine = _SERVICES.update().where(_SERVICES.c.id == link.id)
            connection.execute(mine.values(name=name, address=address))

        await self._database.run(change)

    async def withdraw_link(self, school: str, link_id: str) -> None:
        """Deletes the link, and who had it."""

        def withdraw(connection: Connection) -> None:
            link = _changeable(connection, school, link_id, ServiceKind.LINK)
            connection.execute(_PROFILES.delete().where(_PROFILES.c.service == link.id))
            connection.execute(_SERVICES.delete().where(_SERVICES.c.id == link.id))

        await self._database.run(withdraw)


def _all(connection: Connection, school: str) -> list[Service]:
    """The services of a school whose row is locked, so that of two who change them the second waits."""
    connection.execute(select(_STRUCTURES.c.id).where(_STRUCTURES.c.id == school).with_for_update())
    place = lineage(connection, [school]).get(school)
    if place is None or place.kind is not Kind.SCHOOL:
        raise Declined(Reason.FORBIDDEN)
    return _services(connection, place)


def _changeable(connection: Connection, school: str, service_id: str, kind: ServiceKind | None = None) -> Service:
    """The service that the school has and may change."""
    found = next((one for one in _all(connection, school) if one.id == service_id), None)
    if found is None or kind not in (None, found.kind):
        raise Declined(Reason.GONE)
    if found.inherited(school):
        raise Declined(Reason.INHERITED)
    if found.locked:
        raise Declined(Reason.LOCKED)
    return found


def _check_free(services: Collection[Service], name: str) -> None:
    if fold(name) in {fold(one.name) for one in services if one.kind in _NAMED}:
        raise Declined(Reason.TAKEN)


def _services(connection: Connection, school: Structure) -> list[Service]:
    above = [place.id for place in school.above]
    owner = _SERVICES.c.owner
    there = or_(owner.is_(None), owner == school.id, and_(owner.in_(above), _SERVICES.c.inherits))
    rows = connection.execute(select(_SERVICES).where(there)).all()
    holders: dict[str, set[Profile]] = defaultdict(set)
    for row in connection.execute(select(_PROFILES).where(_PROFILES.c.school == school.id)):
        holders[row.service].add(Profile(row.profile))
    return sorted((_service(row, frozenset(holders[row.id])) for row in rows), key=order)


def _service(row: Row[Any], profiles: frozenset[Profile]) -> Service:
    return Service(
        id=row.id,
        kind=ServiceKind(row.kind),
        name=row.name,
        address=row.address,
        owner=row.owner or "",
        locked=row.locked,
        profiles=profiles,
    )
