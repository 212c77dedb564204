"""The stand-in's routes that block accounts and list whole profiles blocked."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, complain, console, fields, town


async def _block(request: web.Request) -> web.Response:
    body = await fields(request, "application/json", "block")
    if not isinstance(body.get("block"), bool):
        complain(request, "block is no boolean")
    user = town(request).users.get(request.match_info["id"])
    if user is None:
        return web.Response(status=400)
    if user.scope is not None or not administers(request, *user.structures):
        return page(401)
    user.blocked = body.get("block", True)
    return web.Response(status=200)


async def _traces(request: web.Request) -> web.Response:
    """Like the real one, answers any administrator about any structure, in no order."""
    if caller(request).scope is None:
        return page(401)
    school = request.match_info["id"]
    return web.json_response([trace for trace in town(request).traces if trace["structureId"] == school])


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("PUT", "/auth/block/{id}", _block),
    ("GET", "/admin/api/block/traces/{id}", console(_traces)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
