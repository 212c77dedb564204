"""The stand-in's routes of the flash messages: strict about fields, silent about what matched nothing."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, complain, console, town

_REQUIRED = {"title", "contents", "startDate", "endDate", "profiles"}
_TEXTS = {"title": str, "startDate": str, "endDate": str, "structureId": str, "signature": str}
_OPTIONAL = {"color", "customColor", "structureId", "signature", "signatureColor", "userPositions"}
_PROFILES = {"Teacher", "Student", "Relative", "Personnel", "Guest", "AdminLocal"}
_numbers = itertools.count(1)


async def _create(request: web.Request) -> web.Response:
    school = request.match_info["school"]
    if not administers(request, school):
        return page(401)
    body = await request.json()
    if not _valid(body):
        return web.json_response({"error": "json schema validation error"}, status=400)
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    row: dict[str, Any] = dict.fromkeys(("color", "customColor", "signature", "signatureColor"))
    row["userPositions"] = []
    row |= body | {"id": next(_numbers), "structureId": school, "readCount": 0, "created": moment, "modified": moment}
    row |= {"domain": "ent.example", "author": _name(request), "lastModifier": _name(request)}
    town(request).flashes.append(row)
    return web.json_response({"id": row["id"]})


async def _substructures(request: web.Request) -> web.Response:
    if not administers(request, request.match_info["school"]):
        return page(401)
    for row in _mine(request):
        row["below"] = list((await request.json()).get("subStructures") or [])
        row["told"] = True
    return web.json_response([])


async def _update(request: web.Request) -> web.Response:
    """Like the real one, says nothing of a message that is not the school's, and takes no positions."""
    if not administers(request, request.match_info["school"]):
        return page(401)
    body = await request.json()
    if not _valid(body) or "userPositions" in body:
        return web.json_response({"error": "json schema validation error"}, status=400)
    rows = _mine(request)
    for row in rows:
        row |= body | {"modified": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")}
        row["lastModifier"] = _name(request)
    return web.json_response({"rows": len(rows)} if rows else {})


async def _delete(request: web.Request) -> web.Response:
    if not administers(request, request.match_info["school"]):
        return page(401)
    rows = _mine(request)
    town(request).flashes[:] = [row for row in town(request).flashes if row not in rows]
    return web.json_response({"rows": len(rows)} if rows else {})


async def _list(request: web.Request) -> web.Response:
    """Like the real one, lists any school to any administrator, and tells moments of UTC without saying so."""
    school = request.match_info["school"]
    if caller(request).scope is None:
        return page(401)
    if not administers(request, school):
        complain(request, f"the messages of {school} are none of the bot's business")
    found = [row for row in town(request).flashes if school in (row["structureId"], *row.get("below", ()))]
    found.sort(key=lambda row: row["modified"], reverse=True)
    return web.json_response([_shown(row) for row in found])


async def _notify(request: web.Request) -> web.Response:
    """Like the real one, tells whomever it is given; what it misses is an error of its own."""
    body = await request.json()
    if not isinstance(body.get("recipientIds"), list) or not all(
        isinstance(body.get(name), bool) for name in ("mailNotification", "pushNotification")
    ):
        return web.json_response({"error": None}, status=400)
    town(request).alerts.append(body)
    return web.Response()


def _name(request: web.Request) -> str:
    return f"{caller(request).first} {caller(request).last}"[:100]


def _mine(request: web.Request) -> list[dict[str, Any]]:
    here = (request.match_info["school"], request.match_info["id"])
    return [row for row in town(request).flashes if (row["structureId"], str(row["id"])) == here]


def _valid(body: dict[str, Any]) -> bool:
    """Whether the schema takes it: no further field, no null for a text."""
    return (
        _REQUIRED <= set(body) <= _REQUIRED | _OPTIONAL
        and bool({"color", "customColor"} & set(body))
        and isinstance(body["contents"], dict)
        and all(isinstance(body[name], kind) for name, kind in _TEXTS.items() if name in body)
        and len(body.get("customColor") or "") <= 7
        and set(body["profiles"]) <= _PROFILES
        and all(body[name].endswith("Z") for name in ("startDate", "endDate"))
    )


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in row.items() if name not in ("below", "told")}
    return shown | {name: row[name].removesuffix("Z") for name in ("startDate", "endDate")}


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("POST", "/timeline/flashmsg/structure/{school}", console(_create)),
    ("POST", "/timeline/flashmsg/structure/{school}/{id}/substructures", console(_substructures)),
    ("PUT", "/timeline/flashmsg/structure/{school}/{id}", console(_update)),
    ("DELETE", "/timeline/flashmsg/structure/{school}/{id}", console(_delete)),
    ("GET", "/timeline/flashmsg/listadmin/{school}", console(_list)),
    ("POST", "/timeline/flashmsg/notify", console(_notify)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
