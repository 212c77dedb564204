"""The stand-in's route that lists the groups of a structure: made by hand, taught, or of its profiles."""

from __future__ import annotations

from aiohttp import web

from tests.entcore import services
from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, console, town


async def _groups(request: web.Request) -> web.Response:
    place = request.query.get("structureId", "")
    if not administers(request, place):
        return page(401)
    known, kind = town(request).places[place], request.query.get("type")
    found = {f"{n}-1700000000000": name for n, name in enumerate(known.groups)} if kind == "ManualGroup" else {}
    found |= known.teaching if kind == "FunctionalGroup" else {}
    if kind == "ProfileGroup":
        return web.json_response([*services.groups(town(request), place)])
    return web.json_response([{"id": key, "name": name, "type": kind} for key, name in found.items()])


_HANDLERS: list[tuple[str, Handler]] = [("/directory/group/admin/list", console(_groups))]
ROUTES = [web.get(path, handler) for path, handler in _HANDLERS]
