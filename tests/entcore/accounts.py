"""The stand-in's routes that act on accounts: codes, the mailed link, blocking."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, complain, console, fields, town
from tests.entcore.town import User

_FORM = "application/x-www-form-urlencoded"


async def _renewal(request: web.Request) -> web.Response:
    login = (await fields(request, _FORM, "login")).get("login")
    if not login:
        return web.json_response({"error": "login required"}, status=400)
    user = town(request).by_login(str(login))
    if user is not None and not _may(request, user):
        return page(401)
    if user is None or user.code or user.federated:
        return web.Response(status=500)
    user.renewal = town(request).code()
    return web.json_response({"renewalCode": user.renewal})


async def _mailed(request: web.Request) -> web.Response:
    form = await fields(request, _FORM, "login", "email", "mobile")
    user = town(request).by_login(str(form.get("login", "")))
    if user is not None and not _may(request, user):
        return page(401)
    if not form.get("email") and not form.get("mobile"):
        return web.json_response({"error": "valid email or valid mobile required"}, status=400)
    if user is None or user.code or user.federated:
        return web.Response(status=400)
    user.renewal = town(request).code()
    return web.json_response({})


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
    """For any administrator, whatever structure they ask about; in no order."""
    if caller(request).scope is None:
        return page(401)
    school = request.match_info["id"]
    return web.json_response([trace for trace in town(request).traces if trace["structureId"] == school])


def _may(request: web.Request, user: User) -> bool:
    """Nobody but the platform's own administrators acts on another administrator."""
    return user.scope is None and administers(request, *user.structures)


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("POST", "/auth/generatePasswordRenewalCode", _renewal),
    ("POST", "/auth/sendResetPassword", _mailed),
    ("PUT", "/auth/block/{id}", _block),
    ("GET", "/admin/api/block/traces/{id}", console(_traces)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
