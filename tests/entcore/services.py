"""The stand-in's routes of the application registry: who has which application, link, connector and widget."""

from __future__ import annotations

import html
import uuid
from typing import Any

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, complain, console, fields, town
from tests.entcore.groups import groups_of
from tests.entcore.town import Offered, Town

_KNOWN = ("name", "displayName", "address", "target", "inherits", "icon", "scope", "grantType", "secret", "casType")


def groups(known: Town, place: str) -> list[dict[str, Any]]:
    """The groups of profiles of a structure, and those of its classes, which have the same filters."""
    return [row for row in groups_of(known, place) if row["type"] == "ProfileGroup"]


async def _held(request: web.Request) -> web.Response:
    """The rights of each group: roles, and widgets too, since the server asks for what they are no further."""
    place, known = request.query.get("structureId", ""), town(request)
    if not administers(request, place):
        return page(401)
    held = {group["id"]: group["name"] for group in groups(known, place)}
    rows = [{"id": group, "name": name, "roles": _rights(known, group)} for group, name in held.items()]
    return web.json_response(rows)


def _rights(known: Town, group: str) -> list[str]:
    return [right for one in known.services.values() if group in one.groups for right in [one.right]]


async def _applications(request: web.Request) -> web.Response:
    """Also lists connectors of other structures, without their roles; nothing says whether one is locked."""
    place, known = request.query.get("structureId", ""), town(request)
    if not administers(request, place):
        return page(401)
    listed = []
    for one in known.services.values():
        if one.kind == "widget":
            continue
        roles = [{"id": one.right, "name": one.name, "distributions": []}] if one.owner in (None, place) else []
        levels = [2] if one.second else [1, 2]
        row = {"id": one.id, "name": one.name, "displayName": one.shown, "icon": None, "roles": roles}
        listed.append(row | {"isExternal": one.kind != "application", "levelsOfEducation": levels})
    return web.json_response(listed)


async def _external(request: web.Request) -> web.Response:
    """The whole node of each, with its secret."""
    place, known = request.query.get("structureId", ""), town(request)
    if not administers(request, place):
        return page(401)
    above = known.above(place)
    listed = []
    for one in known.services.values():
        if one.owner == place or (one.owner in above and one.inherits):
            role = {"role": {"id": one.right, "name": f"{one.name}- ACCESS "}, "actions": [{"name": "x|address"}]}
            data: dict[str, Any] = {"id": one.id, "name": one.name, "displayName": one.shown, "address": one.address}
            data |= {"structureId": one.owner, "inherits": one.inherits, "scope": one.scope, "target": "_blank"}
            data |= {"locked": True} if one.locked else {}
            data |= {"grantType": "authorization_code", "secret": "gardé-secret"} if one.scope else {}
            listed.append({"data": data, "actions": [], "roles": [role]})
    return web.json_response(listed)


async def _widgets(request: web.Request) -> web.Response:
    listed = [
        {"id": one.id, "name": one.name, "locked": one.locked or None, "levelsOfEducation": [2 if one.second else 1]}
        for one in town(request).services.values()
        if one.kind == "widget"
    ]
    return web.json_response({"widgets": listed})


async def _create(request: web.Request) -> web.Response:
    """No two of the platform may have one name; `<`, `>` and quotes are altered by the filter of scripts."""
    place, known = request.query.get("structureId", ""), town(request)
    given = await fields(request, "application/json", *_KNOWN)
    if not administers(request, place):
        return page(401)
    if not {"name", "address"} <= given.keys():
        return web.json_response({"error": "schema"}, status=400)
    if any(one.name == given["name"] for one in known.services.values()):
        return web.json_response({"error": "appregistry.failed.app"}, status=400)
    made = Offered(str(uuid.uuid4()), "link", html.escape(given["name"], quote=False))
    made.shown, made.address, made.owner = given.get("displayName", ""), given["address"], place
    made.inherits = bool(given.get("inherits"))
    known.services[made.id] = made
    return web.json_response({"id": made.id, "roleId": made.right}, status=201)


async def _change(request: web.Request) -> web.Response:
    """Of a locked one nothing changes, and the answer is empty; the scope is always replaced."""
    given = await fields(request, "application/json", *_KNOWN)
    one = town(request).services.get(request.match_info["id"])
    if one is None or one.owner is None or not administers(request, one.owner):
        return page(401)
    if one.locked:
        return web.json_response({})
    one.shown, one.address = given.get("displayName", one.shown), given.get("address", one.address)
    one.scope = given.get("scope", "")
    return web.json_response({"id": one.id, "n.structureId": one.owner})


async def _delete(request: web.Request) -> web.Response:
    """Says that it is done of a locked one, too."""
    one = town(request).services.get(request.match_info["id"])
    if one is None or one.owner is None or not administers(request, one.owner):
        return page(401)
    if not one.locked:
        del town(request).services[one.id]
    return web.Response(status=204)


async def _authorize(request: web.Request) -> web.Response:
    """Refused where it is locked. That an external application is another structure's is not looked at."""
    group, right = request.match_info["group"], request.match_info["role"]
    one = next((one for one in town(request).services.values() if one.right == right), None)
    if one is None or one.locked or not _administered(request, group):
        return page(401)
    if one.owner is not None and not group.startswith(f"{one.owner}-"):
        complain(request, f"{one.id} is not of the structure of {group}")
    return _tie(request, one, group, 200 if request.method == "PUT" else 204)


async def _show(request: web.Request) -> web.Response:
    """Does nothing for a locked widget, and says that it is done."""
    group, one = request.match_info["group"], town(request).services.get(request.match_info["id"])
    if not _administered(request, group):
        return page(401)
    if one is None or one.locked:
        return web.json_response({})
    return _tie(request, one, group, 200)


def _tie(request: web.Request, one: Offered, group: str, status: int) -> web.Response:
    (one.groups.discard if request.method == "DELETE" else one.groups.add)(group)
    return web.Response(status=204) if status == 204 else web.json_response({})


def _administered(request: web.Request, group: str) -> bool:
    known = town(request)
    place = next((one for one in known.places if group in {row["id"] for row in groups(known, one)}), "")
    return bool(place) and administers(request, place)


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("GET", "/appregistry/groups/roles", console(_held)),
    ("GET", "/appregistry/applications/roles", console(_applications)),
    ("GET", "/appregistry/external-applications", console(_external)),
    ("GET", "/appregistry/widgets", console(_widgets)),
    ("POST", "/appregistry/application/external", console(_create)),
    ("PUT", "/appregistry/application/conf/{id}", console(_change)),
    ("DELETE", "/appregistry/application/external/{id}", console(_delete)),
    ("PUT", "/appregistry/authorize/group/{group}/role/{role}", console(_authorize)),
    ("DELETE", "/appregistry/authorize/group/{group}/role/{role}", console(_authorize)),
    ("POST", "/appregistry/widget/{id}/link/{group}", console(_show)),
    ("DELETE", "/appregistry/widget/{id}/link/{group}", console(_show)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
