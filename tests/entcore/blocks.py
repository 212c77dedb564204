"""The stand-in's routes that block accounts and list whole profiles blocked."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, complain, console, fields, town


async def _block(request: web.Request) -> web.Response:
    body = await fields(request, "application/json", "block")
    if not isinstance(body.get("block"), bool):
        complain(request, "block is no boolean")
    user = town(request).users.get(request.match_info["id"])
    # Unknown, an administrator's, out of scope, or pre-deleted and so of no structure: all the same answer.
    if user is None or user.scope is not None or user.deleted or not administers(request, *user.structures):
        return page(401)
    user.blocked = body.get("block", True)
    return web.Response(status=200)


async def _profile(request: web.Request) -> web.Response:
    """Like the real one, changes every account of the profile, colleagues who administer and the caller included."""
    body = await fields(request, "application/json", "profile", "block")
    place, profile, block = request.match_info["id"], str(body.get("profile")), bool(body.get("block", True))
    if not administers(request, place):
        return page(401)
    for user in town(request).users.values():
        if place in user.structures and user.deleted is None and user.type.endswith(profile):
            user.blocked = block
    who, when = caller(request), {"$date": datetime.now(UTC).isoformat()}
    owner = {"userId": who.id, "displayName": f"{who.first} {who.last}"}
    what = {"action": "BLOCK" if block else "UNBLOCK", "profile": profile, "structureId": place, "owner": owner}
    town(request).traces.append({"_id": str(len(town(request).traces)), **what, "created": when, "modified": when})
    return web.Response(status=204)


async def _traces(request: web.Request) -> web.Response:
    """Like the real one, answers any administrator about any structure, in no order."""
    if caller(request).scope is None:
        return page(401)
    school = request.match_info["id"]
    return web.json_response([trace for trace in town(request).traces if trace["structureId"] == school])


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("PUT", "/auth/block/{id}", _block),
    ("PUT", "/directory/structure/{id}/profile/block", console(_profile)),
    ("GET", "/admin/api/block/traces/{id}", console(_traces)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
