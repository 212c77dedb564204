"""The stand-in's routes that merge two accounts, or have it ignore that they look alike."""

from __future__ import annotations

from aiohttp import web

from bot.folding import words
from tests.entcore.faults import page
from tests.entcore.filters import administers, console, fields, town
from tests.entcore.town import Town, User

_SOURCES = ("MANUAL", "SSO", "UDT", "EDT", "CSV", "AAF1D", "AAF")  # the best last
_FEEDS = ("AAF", "AAF1D")


def score(one: User, other: User) -> int:
    """The score of a pair, as the server stores it."""
    told = [(one.last, other.last), (one.first, other.first), (one.email, other.email)]
    told.append((str(one.born or ""), str(other.born or "")))
    return 2 + sum(bool(a and b) and "".join(words(a or "")) == "".join(words(b or "")) for a, b in told)


async def _merge(request: web.Request) -> web.Response:
    """The server looks at no profile and no block; which account it keeps does not depend on the order given."""
    body = await fields(request, "application/json", "keepRelations")
    known, keys = town(request), (request.match_info["one"], request.match_info["other"])
    found = [known.users.get(key) for key in keys]
    if any(user is None or user.deleted or not administers(request, *user.structures) for user in found):
        return page(401)
    one, other = (user for user in found if user is not None)
    if other.id not in one.duplicates:
        return _no("not.found.duplicate")
    if not one.code and not other.code:
        return _no("two.users.activated")
    if one.source == other.source and one.source in _FEEDS and not (one.missing or other.missing):
        return _no("two.users.in.same.source")
    kept = _kept(one, other)
    gone = other if kept is one else one
    if kept.code is None and _SOURCES.index(kept.source) < _SOURCES.index(gone.source):
        kept.source, kept.missing = gone.source, None
    if body.get("keepRelations"):
        _take(known, kept, gone)
    _part(one, other)
    for user in known.users.values():
        user.duplicates = [key for key in user.duplicates if key != gone.id]
        user.children = [key for key in user.children if key != gone.id]
    del known.users[gone.id]
    return web.json_response({})


def _kept(one: User, other: User) -> User:
    """The account that the server keeps: of two that it likes as well, the second one it was given."""
    if (one.code is None) != (other.code is None):
        return one if one.code is None else other
    ranks = _SOURCES.index(one.source), _SOURCES.index(other.source)
    if ranks[0] == ranks[1] and one.source in _FEEDS:
        return one if other.missing else other
    return one if ranks[0] > ranks[1] else other


def _take(known: Town, kept: User, gone: User) -> None:
    for name in ("structures", "classes", "children"):
        mine = getattr(kept, name)
        mine += [key for key in getattr(gone, name) if key not in mine]
    for group in known.grouped(gone.id):
        group.users += [kept.id] if kept.id not in group.users else []
    for user in known.users.values():
        if gone.id in user.children and kept.id not in user.children:
            user.children.append(kept.id)
    if gone.scope is not None:
        kept.scope = list(dict.fromkeys([*(kept.scope or []), *gone.scope]))


def _part(one: User, other: User) -> None:
    one.duplicates = [key for key in one.duplicates if key != other.id]
    other.duplicates = [key for key in other.duplicates if key != one.id]


async def _ignore(request: web.Request) -> web.Response:
    """The server looks at the rights over the first account alone."""
    known = town(request)
    one, other = known.users.get(request.match_info["one"]), known.users.get(request.match_info["other"])
    if one is None or one.deleted or not administers(request, *one.structures):
        return page(401)
    if other is not None and other.id in one.duplicates:
        _part(one, other)
        one.ignored.append(other.id)
        other.ignored.append(one.id)
    return web.json_response({})


def _no(error: str) -> web.Response:
    return web.json_response({"error": error}, status=400)


ROUTES = [
    web.put("/directory/duplicate/merge/{one}/{other}", console(_merge)),
    web.delete("/directory/duplicate/ignore/{one}/{other}", console(_ignore)),
]
