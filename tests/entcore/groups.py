"""The stand-in's route that lists the manual groups of a structure."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, console, town


async def _groups(request: web.Request) -> web.Response:
    place = request.query.get("structureId", "")
    if not administers(request, place):
        return page(401)
    names = town(request).places[place].groups if request.query.get("type") == "ManualGroup" else []
    rows = [{"id": f"{n}-1700000000000", "name": name, "type": "ManualGroup"} for n, name in enumerate(names)]
    return web.json_response(rows)


_HANDLERS: list[tuple[str, Handler]] = [("/directory/group/admin/list", console(_groups))]
ROUTES = [web.get(path, handler) for path, handler in _HANDLERS]
