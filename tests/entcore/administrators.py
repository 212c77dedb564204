"""The stand-in's routes that give the function of a local administrator, and remove it."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, complain, console, fields, town


async def _give(request: web.Request) -> web.Response:
    """Like the real one, sets the scope to what is sent, and wants each structure of it in the caller's."""
    body = await fields(request, "application/json", "functionCode", "scope", "inherit")
    user, scope = town(request).users.get(request.match_info["id"]), list(body.get("scope") or [])
    if body.get("functionCode") != "ADMIN_LOCAL" or "scope" not in body or body.get("inherit"):
        complain(request, f"not a function of its own scope: {body}")
    if (
        user is None
        or not administers(request, *user.structures)
        or not set(scope) <= set(caller(request).scope or ())
    ):
        return page(401)
    user.scope = list(dict.fromkeys(scope))
    return web.json_response({})


async def _remove(request: web.Request) -> web.Response:
    """Like the real one, removes it from every structure at once."""
    user = town(request).users.get(request.match_info["id"])
    if user is None or not administers(request, *user.structures):
        return page(401)
    user.scope = None
    return web.json_response({})


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("POST", "/directory/user/function/{id}", console(_give)),
    ("DELETE", "/directory/user/function/{id}/ADMIN_LOCAL", console(_remove)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
