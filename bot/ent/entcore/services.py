"""The services of schools in a real ENT.

An application gives rights ("roles"), which groups of accounts have; so do links and connectors, one each. Of all the
groups, only those of the profiles of the school itself are read and changed.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.ent.entcore.reading import key, rows, text, things
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.ent.services import Service, ServiceKind, Services, order
from bot.folding import fold
from bot.terms import Declined, InDoubt, Profile

_FIRST_DEGREE = 1
_SIGNING_IN = ("casType", "grantType", "secret", "scope")  #: of what signs its reader in; a link has none of these
_FREE = {"target": "_blank", "inherits": False}  #: a link opens in a page of its own, and is the school's alone
#: the names of widgets as the ENT's console shows them; the server itself only tells these keys
_WIDGETS = {
    "agenda-widget": "Agenda",
    "birthday": "Anniversaires",
    "bookmark-widget": "Signets",
    "calendar-widget": "Calendrier",
    "last-infos-widget": "Actualités",
    "mood": "Humeur",
    "my-apps": "Mes applis",
    "notes": "Notes",
    "qwant": "Qwant",
    "qwant-junior": "Qwant Junior",
    "record-me": "Le studio",
    "rss-widget": "RSS",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A service, and the rights by which a group has it; of a widget, its own identifier."""

    service: Service
    rights: tuple[str, ...]


class EntcoreServices(Slice, Services):
    """Reads and changes services over HTTP."""

    async def services(self, school: str) -> list[Service]:
        """The applications, external applications and widgets of the school, as its groups have them."""
        if school not in (await self._server.tree()).own:
            return []
        found, _ = await self._read(school)
        return sorted((one.service for one in found), key=order)

    async def offer(
        self, school: str, service_id: str, given: Collection[Profile], withdrawn: Collection[Profile]
    ) -> None:
        """Links and unlinks groups one by one. The routes by profile would change every school below, too."""
        found, groups = await self._own_service(school, service_id)
        has = found.service.profiles
        wanted = [(profile, True) for profile in Profile if profile in given and profile not in has]
        wanted += [(profile, False) for profile in Profile if profile in withdrawn and profile in {*has} - {*given}]
        if any(profile not in groups for profile, _ in wanted):
            raise Declined(Reason.REFUSED, f"{Reason.REFUSED}: a profile has no group in {school}")
        calls = [_link(found, groups[profile], right, there) for profile, there in wanted for right in found.rights]
        for number, call in enumerate(calls):
            try:
                await self._server.session.act(call, repeatable=True)
            except Declined as no:
                if number:
                    raise InDoubt(f"only {number} of {len(calls)} changes were made: {no}") from no
                if no.reason == Reason.FORBIDDEN and found.service.kind is ServiceKind.APPLICATION:
                    raise Declined(Reason.LOCKED) from no  # which application is locked, no list tells
                raise

    async def create_link(self, school: str, name: str, address: str) -> str:
        """Has the server make an external application.

        No two of the whole platform may bear one name, so that the school's code stands in it; people see another.
        """
        await self._server.check_administered(school)
        await self._check_free(school, name)
        place = (await self._server.tree()).known[school]
        bare = f"{name} · {place.uai or place.id}"
        try:
            return await self._create(school, bare, name, address)
        except Declined as no:
            if no.reason != Reason.REFUSED:
                raise
        await self._check_free(school, name)  # one that was renamed since bears the bare name for ever
        marked = f"{bare} · {hashlib.sha256(address.encode()).hexdigest()[:8]}"
        try:
            return await self._create(school, marked, name, address)
        except Declined as no:
            raise Declined(Reason.TAKEN if no.reason == Reason.REFUSED else no.reason) from no

    async def change_link(self, school: str, link_id: str, name: str, address: str) -> None:
        """Has the server change what people see of it, and where it leads; the answer for a locked one is empty."""
        await self._own_service(school, link_id, ServiceKind.LINK)
        await self._check_free(school, name, but=link_id)
        path = f"/appregistry/application/conf/{segment(link_id)}"
        call = Call("PUT", path, json={"displayName": name, "address": address})
        answer = await self._server.session.act(call, repeatable=True)
        if not (isinstance(answer, dict) and key(answer)):
            raise Declined(Reason.LOCKED)

    async def withdraw_link(self, school: str, link_id: str) -> None:
        """Has the server delete it. Of a locked one the server says it is done, so that this is read before."""
        await self._own_service(school, link_id, ServiceKind.LINK)
        call = Call("DELETE", f"/appregistry/application/external/{segment(link_id)}")
        try:
            await self._server.session.act(call, repeatable=True)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:  # also of what is gone, as after a first time whose answer was lost
                raise

    async def _create(self, school: str, bare: str, name: str, address: str) -> str:
        fields = {"name": bare, "displayName": name, "address": address, **_FREE}
        call = Call("POST", "/appregistry/application/external", {"structureId": school}, json=fields)
        answer = await self._server.session.act(call)
        made = key(answer) if isinstance(answer, dict) else ""
        if not made:
            raise InDoubt("a link was to be made, and its identifier did not come")
        return made

    async def _check_free(self, school: str, name: str, but: str = "") -> None:
        found = (one.service for one in _external(await self._asked("external-applications", school)))
        if fold(name) in {fold(one.name) for one in found if one.id != but}:
            raise Declined(Reason.TAKEN)

    async def _own_service(
        self, school: str, service_id: str, kind: ServiceKind | None = None
    ) -> tuple[_Found, Mapping[Profile, str]]:
        """The service, read anew, and the groups of the school. What is inherited, the server leaves to its owner."""
        await self._server.check_administered(school)
        listed, groups = await self._read(school)
        found = next((one for one in listed if one.service.id == service_id), None)
        if found is None or kind not in (None, found.service.kind):
            raise Declined(Reason.GONE)
        if found.service.inherited(school):
            raise Declined(Reason.INHERITED)
        if found.service.locked:
            raise Declined(Reason.LOCKED)
        return found, groups

    async def _read(self, school: str) -> tuple[list[_Found], Mapping[Profile, str]]:
        """The services, and the group of each profile of the school."""
        groups, held, external, applications, widgets = await asyncio.gather(
            self._server.read("/directory/group/admin/list", structureId=school, type="ProfileGroup"),
            self._asked("groups/roles", school),
            self._asked("external-applications", school),
            self._asked("applications/roles", school),
            self._server.read("/appregistry/widgets"),
        )
        ours = _groups(groups)
        rights = {key(row): {text(one) for one in things(row.get("roles"))} for row in rows(held)}
        made = (*_applications(applications), *_external(external), *_widgets(widgets))
        found = {one.service.id: one for one in made}
        return [_held(one, ours, rights) for one in found.values()], ours

    async def _asked(self, what: str, school: str) -> Any:
        return await self._server.read(f"/appregistry/{what}", structureId=school)


def _link(found: _Found, group: str, right: str, there: bool) -> Call:
    """The call that gives the group one right, or takes it away."""
    if found.service.kind is ServiceKind.WIDGET:
        return Call("POST" if there else "DELETE", f"/appregistry/widget/{segment(right)}/link/{segment(group)}")
    path = f"/appregistry/authorize/group/{segment(group)}/role/{segment(right)}"
    return Call("PUT" if there else "DELETE", path)


def _groups(listed: Any) -> dict[Profile, str]:
    """The group of each profile of a whole school; those of its classes are left out."""
    whole = (row for row in rows(listed) if row.get("subType") == "StructureGroup")
    named = ((text(row.get("filter")).lower(), key(row)) for row in whole)
    return {Profile(name): group for name, group in named if name in {*Profile}}


def _held(one: _Found, groups: Mapping[Profile, str], rights: Mapping[str, Collection[str]]) -> _Found:
    """The service with the profiles that have every right of it."""
    has = {profile for profile, group in groups.items() if one.rights and {*one.rights} <= {*rights.get(group, ())}}
    return replace(one, service=replace(one.service, profiles=frozenset(has)))


def _applications(listed: Any) -> Iterator[_Found]:
    """The rights of the ENT's applications, each as a service; the list also has connectors of other structures.

    A right of several applications is one service, and has its own name.
    """
    ours = [row for row in rows(listed) if row.get("isExternal") is not True and _first_degree(row)]
    given = [(row, role) for row in ours for role in rows(row.get("roles"))]
    many = Counter(key(role) for _, role in given)
    for row, role in given:
        name, right = text(row.get("name")) or text(row.get("displayName")), text(role.get("name"))
        if many[key(role)] > 1:
            name = right or name
        elif len(rows(row.get("roles"))) > 1 and right:
            name = f"{name} · {right}"
        yield _Found(Service(id=key(role), kind=ServiceKind.APPLICATION, name=name), (key(role),))


def _external(listed: Any) -> Iterator[_Found]:
    """The links and connectors of a school, and those that it inherits; never their secrets."""
    for row in things(listed):
        data = row.get("data") if isinstance(row, dict) else None
        if not isinstance(data, dict) or not key(data):
            continue
        roles = (one.get("role") for one in things(row.get("roles")) if isinstance(one, dict))
        signs = any(text(data.get(name)) for name in _SIGNING_IN)
        found = Service(
            id=key(data),
            kind=ServiceKind.CONNECTOR if signs else ServiceKind.LINK,
            name=text(data.get("displayName")) or text(data.get("name")),
            address=text(data.get("address")),
            owner=text(data.get("structureId")),
            locked=data.get("locked") is True,
        )
        yield _Found(found, tuple(key(role) for role in roles if isinstance(role, dict) and key(role)))


def _widgets(listed: Any) -> Iterator[_Found]:
    for row in rows(listed.get("widgets") if isinstance(listed, dict) else None):
        if _first_degree(row):
            name, locked = text(row.get("name")), row.get("locked") is True
            found = Service(id=key(row), kind=ServiceKind.WIDGET, name=_WIDGETS.get(name, name), locked=locked)
            yield _Found(found, (found.id,))


def _first_degree(row: Mapping[str, Any]) -> bool:
    levels = row.get("levelsOfEducation")
    return not isinstance(levels, list) or _FIRST_DEGREE in levels
