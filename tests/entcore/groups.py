"""The stand-in's routes about groups: of profiles, taught ones, and those made by hand."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from aiohttp import web

from bot.terms import Profile
from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, console, fields, town
from tests.entcore.town import Manual, Town, User

_PROFILES = [profile.value.capitalize() for profile in Profile]
#: what the server sets up as the `users` of the groups of profiles; of those that are not here, nothing
_USUAL = {
    "StructureGroup": {"Teacher": "BOTH", "Personnel": "BOTH", "Student": "OUTGOING", "Relative": "OUTGOING"},
    "ClassGroup": {"Teacher": "OUTGOING", "Personnel": "OUTGOING", "Student": "BOTH", "Relative": "INCOMING"},
}


async def _groups(request: web.Request) -> web.Response:
    """Like the real one, lists of another scope what is in the caller's: nothing."""
    place, types = request.query.get("structureId", ""), request.query.getall("type", [])
    if not administers(request, place):
        return web.json_response([])
    rows = groups_of(town(request), place)
    return web.json_response([row for row in rows if not types or set(types) & set(row["labels"])])


async def _members(request: web.Request) -> web.Response:
    """Like the real one, tells of a manual group's members the `profile`, and leaves `type` empty."""
    known, group = town(request), request.match_info["group"]
    place = place_of(known, group)
    if not place or not administers(request, place):
        return page(401)
    found = sorted(members_of(known, place, group), key=lambda user: f"{user.first} {user.last}")
    return web.json_response([_member(known, user, manual=group in known.manual) for user in found])


async def _make(request: web.Request) -> web.Response:
    """Like the real one, gives the new group no rule, and asks for no name of its own."""
    body = await fields(request, "application/json", "name", "structureId", "classId", "subType")
    place = body.get("structureId", "")
    if not administers(request, place):
        return page(401)
    key = str(uuid.uuid4())
    made = Manual(key, place, body["name"], rule=None, made_by=f"{caller(request).first} {caller(request).last}")
    town(request).manual[key] = made
    return web.json_response({"id": key, "createdAt": None, "createdByName": made.made_by}, status=201)


async def _rename(request: web.Request) -> web.Response:
    """Like the real one, says of a locked group that it was renamed, and keeps its name."""
    one = _mine(request)
    body = await fields(request, "application/json", "name", "lockDelete", "lockCompose")
    if one is None:
        return page(401)
    one.name = one.name if one.fixed else body["name"]
    return web.json_response({"id": one.id})


async def _delete(request: web.Request) -> web.Response:
    """Like the real one, says of a locked group that it was deleted, and keeps it."""
    one = _mine(request)
    if one is None:
        return page(401)
    if not one.fixed:
        del town(request).manual[one.id]
    return web.Response(status=204)


async def _add(request: web.Request) -> web.Response:
    """Like the real one, asks neither whose group it is, nor whether the platform composes it, nor who there is."""
    body, known = await fields(request, "application/json", "userIds"), town(request)
    one = known.manual.get(request.match_info["group"])
    if one is not None:
        one.users += [user for user in body["userIds"] if user in known.users and user not in one.users]
    return web.json_response({})


async def _remove(request: web.Request) -> web.Response:
    body = await fields(request, "application/json", "userIds")
    one = town(request).manual.get(request.match_info["group"])
    if one is not None:
        one.users = [user for user in one.users if user not in body["userIds"]]
    return web.json_response({})


async def _let(request: web.Request) -> web.Response:
    return _ruled(request, "BOTH")


async def _keep(request: web.Request) -> web.Response:
    """Like the real one, refuses where rules lead both ways; of a group without any, says that it has none now."""
    one = _mine(request)
    if one is not None and one.tied:
        return web.json_response({"error": "impossible to change direction"}, status=409)
    return _ruled(request, None)


def _ruled(request: web.Request, rule: str | None) -> web.Response:
    one = _mine(request)
    if one is None:
        return page(401)
    one.rule = rule
    return web.json_response({"users": rule})


def _mine(request: web.Request) -> Manual | None:
    """The manual group of the path, if the caller administers its school."""
    one = town(request).manual.get(request.match_info["group"])
    return one if one is not None and administers(request, one.place) else None


def groups_of(known: Town, place: str) -> list[dict[str, Any]]:
    """Every group of a structure as the server lists it, among them one of a kind that the bot has no use for."""
    name = known.places[place].name
    rows = [*_profiled(known, place, name)]
    for key, called in known.places[place].teaching.items():
        rows.append(_row(known, place, key, called, "FunctionalGroup") | {"subType": None})
    for one in known.manual.values():
        if one.place == place:
            rows.append(_manual(known, one))
    return [*rows, _row(known, place, f"{place}-AdminLocal", f"{name}-AdminLocal", "FunctionGroup")]


def place_of(known: Town, group: str) -> str:
    """The structure of a group; empty where there is no such group."""
    return next((place for place in known.places for row in groups_of(known, place) if row["id"] == group), "")


def members_of(known: Town, place: str, group: str) -> list[User]:
    """The members of a group of that structure; who is pre-deleted is in none."""
    if group in known.manual:
        found = [known.users[one] for one in known.manual[group].users if one in known.users]
    elif group in known.places[place].teaching:
        found = [user for user in known.users.values() if group in user.teaching]
    else:
        where, _, profile = group.removesuffix("-1700000000000").rpartition("-")
        within = [user for user in known.users.values() if user.type == profile]
        found = [user for user in within if where in (*user.structures, *user.classes)]
    return [user for user in found if user.deleted is None]


def _profiled(known: Town, place: str, name: str) -> Iterator[dict[str, Any]]:
    places = [
        (place, name, None),
        *((key, called, {"id": key, "name": called}) for key, called in _classes(known, place)),
    ]
    for key, called, class_ in places:
        kind = "ClassGroup" if class_ else "StructureGroup"
        for profile in _PROFILES:
            row = _row(
                known, place, f"{key}-{profile}-1700000000000", f"{profile} du groupe {called}.", "ProfileGroup"
            )
            rule = known.rules.get(row["id"], _USUAL[kind].get(profile))
            more = {"filter": profile, "subType": kind, "classes": [class_] if class_ else None}
            yield row | more | {"internalCommunicationRule": rule}


def _classes(known: Town, place: str) -> list[tuple[str, str]]:
    return list(known.places[place].classes.items())


def _manual(known: Town, one: Manual) -> dict[str, Any]:
    row = _row(known, one.place, one.id, one.name, "ManualGroup")
    locks = {"lockDelete": one.fixed or None, "lockCompose": one.composed or None}
    made = {"createdAt": one.made_at, "createdByName": one.made_by}
    return row | locks | made | {"filter": "Manual", "internalCommunicationRule": one.rule}


def _row(known: Town, place: str, key: str, name: str, kind: str) -> dict[str, Any]:
    rule = known.rules.get(key)
    count = len(members_of(known, place, key)) if kind != "FunctionGroup" else 0
    empty = ("filter", "subType", "classes", "createdAt", "createdByName", "lockDelete", "lockCompose", "displayName")
    return dict.fromkeys(empty) | {
        "id": key,
        "name": name,
        "type": kind,
        "labels": ["Group", "Visible", kind],
        "nbUsers": count,
        "internalCommunicationRule": rule,
        "structures": [{"id": place, "name": known.places[place].name}],
    }


def _member(known: Town, user: User, *, manual: bool) -> dict[str, Any]:
    return {
        "id": user.id,
        "login": user.login,
        "username": f"{user.first} {user.last}",
        "firstName": user.first,
        "lastName": user.last,
        "type": None if manual else user.type,
        "profile": user.type,
        "structures": [{"id": one, "name": known.places[one].name} for one in user.structures],
    }


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("GET", "/directory/group/admin/list", console(_groups)),
    ("GET", "/directory/user/group/{group}", console(_members)),
    ("POST", "/directory/group", console(_make)),
    ("PUT", "/directory/group/{group}", console(_rename)),
    ("DELETE", "/directory/group/{group}", console(_delete)),
    ("PUT", "/directory/group/{group}/users/add", console(_add)),
    ("PUT", "/directory/group/{group}/users/delete", console(_remove)),
    ("POST", "/communication/group/{group}/users", console(_let)),
    ("DELETE", "/communication/group/{group}/users", console(_keep)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
