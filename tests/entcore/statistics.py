"""The stand-in's routes of figures: the directory's metrics, and the application of statistics with its oddities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, complain, console, town

_ASKED = {"indicator", "frequency", "entityLevel", "entity", "from", "to", "device", "type"}
_FREQUENCIES = ("hour", "day", "week", "month")


async def _metrics(request: web.Request) -> web.Response:
    school = request.match_info["id"]
    if not administers(request, school):
        return page(401)
    people = [user for user in town(request).users.values() if school in user.structures and user.deleted is None]
    active = Counter(user.type for user in people if user.code is None)
    everybody = Counter(user.type for user in people)
    rows = [{"profile": one, "active": active[one], "inactive": everybody[one] - active[one]} for one in everybody]
    return web.json_response({"metrics": rows})


async def _list(request: web.Request) -> web.Response:
    """Like the real one, is not there at all on some platforms, and takes moments without a zone only."""
    figures, asked = town(request).figures, request.query
    if figures is None:
        return page(404)
    if extra := set(asked) - _ASKED:
        complain(request, f"unknown fields {sorted(extra)}")
    if not asked.get("entity") or not asked.get("entityLevel") or not administers(request, asked["entity"]):
        return page(401)
    try:
        since, until = (datetime.fromisoformat(asked[name]) for name in ("from", "to"))
    except (KeyError, ValueError) as error:
        return web.json_response({"error": str(error)}, status=400)
    known = asked.get("indicator") in ("accounts", "access") and asked.get("frequency") in _FREQUENCIES
    if not known or since.tzinfo or "T" not in asked["from"]:
        return web.json_response({"error": "invalid.params"}, status=400)
    rows = _accesses if asked["indicator"] == "access" else _devices if asked.get("device") == "true" else _accounts
    return web.json_response(
        [
            {"entity_name": "École", "uai": None, "platform_id": "p", "structure_id": asked["entity"], **row}
            for row in rows(figures, asked["entity"], asked["frequency"])
            if since <= datetime.fromisoformat(row["date"]) <= until
        ]
    )


def _accounts(figures: dict[str, list[dict[str, Any]]], school: str, frequency: str) -> Iterator[dict[str, Any]]:
    for one in figures["visits"]:
        if one["school"] == school and (frequency == "day" or one["visitors"]):
            counts = {"authentications": one["connections"], "unique_visitors": one["visitors"] or None}
            yield _row(one) | counts | {"id": 1, "loaded": 9, "activated": 8, "authentications_wta": 0}


def _devices(figures: dict[str, list[dict[str, Any]]], school: str, _frequency: str) -> Iterator[dict[str, Any]]:
    for one in figures["visits"]:
        if one["school"] == school:
            rest = one["connections"] if isinstance(one["connections"], str) else one["connections"] - one["mobile"]
            split = {"mobile_app": one["mobile"], "desktop": rest}
            yield from (_row(one) | {"device_type": kind, "authentications": count} for kind, count in split.items())


def _accesses(figures: dict[str, list[dict[str, Any]]], school: str, _frequency: str) -> Iterator[dict[str, Any]]:
    for one in figures["accesses"]:
        if one["school"] == school:
            kind = "CONNECTOR" if one["connector"] else "ACCESS"
            told = {"date": f"{one['day']}T00:00", "profile": "Teacher"}
            yield told | {"module": one["name"], "type": kind, "access": one["count"], "access_wta": 0}


def _row(one: dict[str, Any]) -> dict[str, Any]:
    return {"date": f"{one['day']}T00:00", "profile": one["profile"].capitalize()}


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("GET", "/directory/structure/{id}/metrics", console(_metrics)),
    ("GET", "/stats/list", _list),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
