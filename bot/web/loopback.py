"""Guards the demo's ENT page: only this machine's own browser reaches it, from its own forms, and frames nothing."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable

from aiohttp import web

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

Handler = Callable[[web.Request], Awaitable[web.Response]]


def guarded(handler: Handler) -> Handler:
    """Wraps a handler: answers 403 to a host name other than loopback, and to forms of other sites."""

    async def answered(request: web.Request) -> web.Response:
        if not _is_loopback(request.url.host or "") or not _is_own(request):
            return web.Response(
                status=403,
                text="Cette page ne s’ouvre que sur l’ordinateur où tourne la démonstration.",
                headers=_HEADERS,
            )
        try:
            response = await handler(request)
        except web.HTTPException as refusal:
            refusal.headers.update(_HEADERS)
            raise
        response.headers.update(_HEADERS)
        return response

    return answered


def _is_own(request: web.Request) -> bool:
    """Whether the page's own forms sent it, as far as the browser says; a link from elsewhere may open the page."""
    origin = request.headers.get("Origin", f"http://{request.host}")
    fetched = request.headers.get("Sec-Fetch-Site", "none")
    return origin == f"http://{request.host}" and (request.method == "GET" or fetched in ("same-origin", "none"))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
