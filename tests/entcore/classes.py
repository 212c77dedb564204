"""The stand-in's routes that attach accounts to classes and to groups, and detach them."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, console, town


async def _link(request: web.Request) -> web.Response:
    """Like the real one, checks the class alone; whom it does not know it cannot find. Twice is as once."""
    place = _school(request)
    if not place or not administers(request, place):
        return page(401)
    user = town(request).users.get(request.match_info["user"])
    if user is None or user.deleted is not None:
        return web.Response(status=404)
    if request.match_info["class"] not in user.classes:
        user.classes.append(request.match_info["class"])
        user.structures += [] if place in user.structures else [place]
    return web.json_response({"id": user.id})


async def _unlink(request: web.Request) -> web.Response:
    """Like the real one, finds nothing where the account is not in the class."""
    place = _school(request)
    if not place or not administers(request, place):
        return page(401)
    user = town(request).users.get(request.match_info["user"])
    if user is None or request.match_info["class"] not in user.classes:
        return web.Response(status=404)
    user.classes.remove(request.match_info["class"])
    return web.json_response({"id": user.id})


async def _add(request: web.Request) -> web.Response:
    return _grouped(request, True)


async def _take_out(request: web.Request) -> web.Response:
    return _grouped(request, False)


def _grouped(request: web.Request, there: bool) -> web.Response:
    """Like the real one, wants to administer both the account and the group; twice is as once."""
    group, known = request.match_info["group"], town(request)
    user = known.users.get(request.match_info["user"])
    place = next((one.id for one in known.places.values() if group in one.teaching), "")
    if user is None or not place or not administers(request, place) or not administers(request, *user.structures):
        return page(401)
    user.teaching = [one for one in user.teaching if one != group] + [group] * there
    return web.json_response({})


def _school(request: web.Request) -> str:
    """The school of the class; empty where there is no such class."""
    places = town(request).places.values()
    return next((one.id for one in places if request.match_info["class"] in one.classes), "")


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("PUT", "/directory/class/{class}/link/{user}", console(_link)),
    ("DELETE", "/directory/class/{class}/unlink/{user}", console(_unlink)),
    ("POST", "/directory/user/group/{user}/{group}", console(_add)),
    ("DELETE", "/directory/user/group/{user}/{group}", console(_take_out)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
