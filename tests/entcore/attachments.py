"""The stand-in's routes that attach accounts to structures and detach them."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, console, town
from tests.entcore.town import Town, User


async def _link(request: web.Request) -> web.Response:
    """Like the real one, answers alike for an account that it does not know; its schools are not looked at."""
    place, user = request.match_info["id"], town(request).users.get(request.match_info["user"])
    if not administers(request, place):
        return page(401)
    if user is not None and place not in user.structures:
        user.structures.append(place)
    return web.json_response({})


async def _unlink(request: web.Request) -> web.Response:
    """Like the real one, ends classes, groups and the right there, unless that comes from a structure above.

    An account that is not attached keeps what right it has there.
    """
    place, user = request.match_info["id"], town(request).users.get(request.match_info["user"])
    if not administers(request, place):
        return page(401)
    if user is not None and place in user.structures:
        _part(town(request), user, place)
    return web.json_response({})


def _part(known: Town, user: User, place: str) -> None:
    here = known.places[place]
    user.structures.remove(place)
    user.classes = [one for one in user.classes if one not in here.classes]
    for group in known.grouped(user.id):
        if group.place == place:
            group.users.remove(user.id)
    if user.scope is not None and not set(known.above(place)) & set(user.scope):
        user.scope = [one for one in user.scope if one not in known.below(place)] or None
        user.directs = user.directs and user.scope is not None


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("PUT", "/directory/structure/{id}/link/{user}", console(_link)),
    ("DELETE", "/directory/structure/{id}/unlink/{user}", console(_unlink)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
