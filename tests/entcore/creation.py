"""The stand-in's routes that make accounts by hand."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from aiohttp import web

from bot.ent.creation import MANUAL
from bot.folding import words
from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, complain, console, fields, town
from tests.entcore.town import Town, User

_BORN = re.compile(r"(19|20)\d\d-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])")
_DELETABLE = ("MANUAL", "CSV", "CLASS_PARAM", "BE1D", "SSO")
_FORM = ("firstname", "lastname", "type", "structureId", "classId", "birthDate", "childrenIds", "positionIds")


async def _create(request: web.Request) -> web.Response:
    """Like the real one, reads a form, of which the class outweighs the structure."""
    form = await request.post()
    if request.content_type != "application/x-www-form-urlencoded" or set(form) - set(_FORM):
        complain(request, f"sent as {request.content_type} with {sorted(form)}")
    class_id, school = str(form.get("classId", "")), str(form.get("structureId", ""))
    if not class_id and not school:
        return web.Response(status=400)
    names = {"firstName": str(form.get("firstname", "")), "lastName": str(form.get("lastname", ""))}
    user = {**names, "type": str(form.get("type")), "birthDate": form.get("birthDate")}
    children = [str(one) for one in form.getall("childrenIds", [])]
    return _made(request, user, class_id, school, children, 200)


async def _in_class(request: web.Request) -> web.Response:
    """The route for whoever teaches or administers the class, which asks for no code."""
    known = ("firstName", "lastName", "type", "birthDate", "childrenIds")
    user = await fields(request, "application/json", *known)
    return _made(request, user, request.match_info["id"], "", user.get("childrenIds") or [], 201)


def _made(
    request: web.Request, user: dict[str, Any], class_id: str, school: str, children: Sequence[str], status: int
) -> web.Response:
    known = town(request)
    school = next((place.id for place in known.places.values() if class_id in place.classes), school)
    if not administers(request, school):
        return page(401)
    if error := _error(user):
        return web.json_response({"error": error}, status=400)
    made = _settle(known, user, class_id, school, children)
    return web.json_response({"id": made.id, "login": made.login}, status=status)


def _error(user: dict[str, Any]) -> str:
    """What the server's schema of the profile finds wrong; empty for nothing."""
    if not user.get("firstName") or not user.get("lastName"):
        return "Le champ obligatoire est absent ou vide"
    if user["type"] == "Student" and not _BORN.fullmatch(str(user.get("birthDate") or "")):
        return "Le champ birthDate est invalide"
    return ""


def _settle(known: Town, user: dict[str, Any], class_id: str, school: str, children: Sequence[str]) -> User:
    first, last = user["firstName"], user["lastName"]
    login = ".".join("".join(words(part)) for part in (first, last))
    taken = sum(one.login.startswith(login) for one in known.users.values())
    made = User(str(uuid.uuid4()), f"{login}{taken or ''}", first, last, user["type"], [school])
    made.classes = [class_id] if class_id else []
    made.children = [child for child in children if child in known.users] if user["type"] == "Relative" else []
    made.born = date.fromisoformat(str(user["birthDate"])) if user.get("birthDate") else None
    made.source, made.code, made.created = MANUAL, known.code(), datetime.now(UTC)
    return known.add(made)


async def _change(request: web.Request) -> web.Response:
    body = await fields(request, "application/json", "firstName", "lastName", "displayName", "birthDate")
    user = _mine(request, request.match_info["id"])
    if user is None:
        return page(401)
    user.first, user.last = body.get("firstName", user.first), body.get("lastName", user.last)
    user.born = date.fromisoformat(body["birthDate"]) if body.get("birthDate") else user.born
    return web.json_response({"id": user.id})


async def _relate(request: web.Request) -> web.Response:
    """Ties a pupil and a relative, or parts them; like the real one, says nothing where they are so already."""
    pupil, relative = (_mine(request, request.match_info[name]) for name in ("id", "relative"))
    if pupil is None or relative is None:
        return page(401)
    relative.children = [one for one in relative.children if one != pupil.id]
    relative.children += [pupil.id] if request.method == "PUT" else []
    return web.Response(status=200)


async def _delete(request: web.Request) -> web.Response:
    """Deletes users never activated, and pre-deletes others; none at all where the feed brings one of them."""
    ids = request.query.getall("userId")
    users = [user for one in ids if (user := _mine(request, one)) is not None]
    if len(users) != len(ids):
        return page(401)
    if any(user.source not in _DELETABLE and user.missing is None for user in users):
        return web.json_response({"error": "unauthorized.user"}, status=400)
    for user in users:
        if user.code:
            del town(request).users[user.id]
        else:
            user.deleted = datetime.now(UTC)
    return web.json_response({})


async def _restore(request: web.Request) -> web.Response:
    user = _mine(request, request.query.get("userId", ""))
    if user is None:
        return page(401)
    user.deleted = None
    return web.json_response({})


def _mine(request: web.Request, account_id: str) -> User | None:
    """The user with that identifier, where the caller administers a structure of theirs and they none."""
    user = town(request).users.get(account_id)
    return user if user and user.scope is None and administers(request, *user.structures) else None


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("POST", "/directory/api/user", console(_create)),
    ("POST", "/directory/class/{id}/user", _in_class),
    ("PUT", "/directory/user/{id}", console(_change)),
    ("PUT", "/directory/user/{id}/related/{relative}", _relate),
    ("DELETE", "/directory/user/{id}/related/{relative}", _relate),
    ("DELETE", "/directory/user", console(_delete)),
    ("PUT", "/directory/restore/user", console(_restore)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
