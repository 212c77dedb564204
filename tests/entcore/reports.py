"""The stand-in's routes of the reported publications."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, console, town

_PAGE = 25


async def _reported(request: web.Request) -> web.Response:
    school = request.query.get("structure", "")
    if not administers(request, school):
        return page(401)
    waiting = request.query.get("pending") == "true"
    found = [
        r for r in town(request).reports if school in r["reportedStructures"] and ("reportAction" not in r) == waiting
    ]
    found.sort(key=_last if waiting else _treated, reverse=True)
    start = int(request.query.get("page", "0")) * _PAGE
    # Those whose template is not registered are skipped, so that a page may be short, or even empty.
    shown = [report for report in found[start : start + _PAGE] if report["type"] not in town(request).templateless]
    return web.json_response(shown)


async def _action(request: web.Request) -> web.Response:
    """Like the real one, lets a deleted publication be kept, and then forgets who deleted it."""
    school, action = request.query.get("structure", ""), request.match_info["action"]
    if not administers(request, school):
        return page(401)
    reports = [r for r in town(request).reports if r["_id"] == request.match_info["id"]]
    found = [report for report in reports if school in report["reportedStructures"]]
    who = caller(request)
    for report in found:
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")
        done = {"action": action.upper(), "userId": who.id, "firstName": who.first, "lastName": who.last, "date": at}
        report["reportAction"] = done
    return web.json_response({"number": len(found)})


def _last(report: dict[str, Any]) -> str:
    dates: list[str] = [reporter["date"] for reporter in report["reporters"]]
    return max(dates)


def _treated(report: dict[str, Any]) -> str:
    date: str = report["reportAction"]["date"]
    return date


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("GET", "/timeline/reported", console(_reported)),
    ("PUT", "/timeline/{id}/action/{action:keep|delete}", console(_action)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
