"""Checks of the stand-in's routes: who calls, and with which fields."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.entcore.town import Town, User

STANDIN: web.AppKey[Any] = web.AppKey("standin", object)
CALLER = web.RequestKey("caller", User)
Handler = Callable[[web.Request], Awaitable[web.Response]]


def console(handler: Handler) -> Handler:
    """Marks a route of the console, on which the server may ask for a confirmation by code."""
    handler.console = True  # type: ignore[attr-defined]
    return handler


def town(request: web.Request) -> Town:
    """The structures and accounts that the server knows."""
    known: Town = request.app[STANDIN].town
    return known


def caller(request: web.Request) -> User:
    """The user of the session."""
    user: User = request[CALLER]
    return user


def administers(request: web.Request, *places: str) -> bool:
    """Whether the caller is local administrator of one of those structures."""
    return not set(caller(request).scope or ()).isdisjoint(places)


def complain(request: web.Request, words: str) -> None:
    """Adds a breach of the contract to the complaints."""
    request.app[STANDIN].complaints.append(f"{request.path}: {words}")


async def fields(request: web.Request, kind: str, *known: str) -> dict[str, Any]:
    """The fields of a body; complains of an unknown field or a wrong content type."""
    if request.content_type != kind:
        complain(request, f"sent as {request.content_type}")
    found = dict(await request.post()) if kind.startswith("application/x-www") else await request.json()
    if extra := set(found) - set(known):
        complain(request, f"unknown fields {sorted(extra)}")
    return found
