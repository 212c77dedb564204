"""The stand-in's routes that make codes and mail links."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, fields, town
from tests.entcore.town import User

_FORM = "application/x-www-form-urlencoded"


async def _renewal(request: web.Request) -> web.Response:
    login = (await fields(request, _FORM, "login")).get("login")
    if not login:
        return web.json_response({"error": "login required"}, status=400)
    user = town(request).by_login(str(login))
    if user is None or not _may(request, user):
        return page(401)
    if user.code or user.federated:
        return web.Response(status=500)
    user.renewal = town(request).code()
    return web.json_response({"renewalCode": user.renewal})


async def _mailed(request: web.Request) -> web.Response:
    form = await fields(request, _FORM, "login", "email", "mobile")
    user = town(request).by_login(str(form.get("login", "")))
    if user is None or not _may(request, user):
        return page(401)
    if not form.get("email") and not form.get("mobile"):
        return web.json_response({"error": "valid email or valid mobile required"}, status=400)
    if user.code or user.federated:
        return web.Response(status=400)
    user.renewal = town(request).code()
    return web.json_response({})


def _may(request: web.Request, user: User) -> bool:
    """Whether the caller may act on the user: in a structure it administers, and not on an administrator.

    A pre-deleted account is of no structure any more.
    """
    return user.scope is None and user.deleted is None and administers(request, *user.structures)


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("POST", "/auth/generatePasswordRenewalCode", _renewal),
    ("POST", "/auth/sendResetPassword", _mailed),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
