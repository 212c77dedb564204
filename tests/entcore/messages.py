"""The stand-in's route of internal messages."""

from __future__ import annotations

from aiohttp import web

from tests.entcore.faults import page
from tests.entcore.filters import Handler, caller, complain, fields, town

_FIELDS = ("messageBody", "subject", "to", "from", "username")


async def _send(request: web.Request) -> web.Response:
    """Like the real one, says that it has sent a message to an account that is unknown or was never activated.

    It believes whatever sender the caller names, and is asked about administrators only by their function.
    """
    if caller(request).scope is None:
        return page(401)
    body = await fields(request, "application/json", *_FIELDS)
    if not all(str(body.get(name) or "").strip() for name in ("messageBody", "subject")) or not body.get("to"):
        return web.json_response({"error": "Missing required fields"}, status=400)
    if body.get("from") != caller(request).id or not body.get("username"):
        complain(request, f"sent in the name of {body.get('from')}")
    for one in body["to"]:
        if one in town(request).users:
            what = {"to": one, "from": body["from"], "subject": body["subject"], "body": body["messageBody"]}
            town(request).mail.append(what)
    return web.json_response({"status": "ok", "result": [{}]})


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("POST", "/conversation/externe", _send),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
