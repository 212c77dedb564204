"""The stand-in's routes that read the directory: structures, lists of accounts, cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.folding import words
from tests.entcore import duplicates
from tests.entcore.faults import page
from tests.entcore.filters import Handler, administers, caller, console, town
from tests.entcore.town import Town, User

#: of an account's item in a list, what is empty once it is pre-deleted
_LOST = ("aafFunctions", "classes", "functionalGroups", "manualGroups", "functions", "duplicates", "userPositions")
#: what is left out of the card of an account that is out of scope, but may be written to
_HIDDEN = (
    *("activationCode", "firstName", "lastName", "lastLogin", "created", "email", "functions", "structures", "type"),
    *("children", "parents", "administrativeStructures"),
)
_NOBODY = [{"id": None, "displayName": None, "externalId": None}]  # the server's empty list


async def _structures(request: web.Request) -> web.Response:
    known, scope = town(request).places, caller(request).scope
    if scope is None:
        return web.json_response({"error": "forbidden"}, status=400)
    rows = []
    for place in (known[one] for one in scope):
        above = known.get(place.parent or "")
        parents = [{"id": above.id, "name": above.name}] if above else None
        more = {"externalId": f"ext-{place.id}", "hasApp": False, "ignoreMFA": None, "levelsOfEducation": [1]}
        rows.append({"id": place.id, "UAI": place.uai or None, "name": place.name, "parents": parents, **more})
    return web.json_response(rows)


async def _users(request: web.Request) -> web.Response:
    place = request.match_info["id"]
    if not administers(request, place):
        return page(401)
    listed = [user for user in town(request).users.values() if place in user.structures and not user.unlisted]
    listed.sort(key=lambda user: (user.last, user.first))
    return web.json_response([_item(town(request), user, place) for user in listed])


async def _card(request: web.Request) -> web.Response:
    """Like the real one, answers 401 for an account that is unknown as for one that is out of scope.

    Of an account out of scope that may be written to by the caller, only a part of the card is shown.
    """
    user = town(request).users.get(request.match_info["id"])
    if user is None:
        return page(401)
    if user.id == caller(request).id or administers(request, *user.structures):
        return web.json_response(_full(town(request), user))
    if not user.visible:
        return page(401)
    card = _full(town(request), user)
    return web.json_response({name: value for name, value in card.items() if name not in _HIDDEN})


async def _transversal(request: web.Request) -> web.Response:
    """The accounts of a structure, with alias, address, family and last login; pre-deleted ones are not in it.

    Without a structure, those of all that the caller administers, in a row for each of these. `firstName` and
    `lastName` are beginnings.
    """
    place, profiles = request.query.get("structureId", ""), request.query.getall("profile", [])
    within = {place} if place else set(caller(request).scope or ())
    begun = [(name, _letters(request.query.get(name, ""))) for name in ("firstName", "lastName")]
    listed = [
        user
        for user in town(request).users.values()
        if within & set(user.structures)
        and user.deleted is None
        and (not profiles or user.type in profiles)
        and all(_letters(user.first if name == "firstName" else user.last).startswith(word) for name, word in begun)
    ]
    if place and not administers(request, place):
        listed = []
    if place:
        return web.json_response([_transversally(town(request), user, user.structures) for user in listed])
    rows = [(user, one) for user in listed for one in user.structures if one in within]
    return web.json_response([_transversally(town(request), user, [one]) for user, one in rows])


async def _classes(request: web.Request) -> web.Response:
    place = request.query.get("structureId", "")
    if not administers(request, place):
        return page(401)
    found = town(request).places[place].classes.items()
    return web.json_response([{"id": key, "name": name, "externalId": f"{place}${name}"} for key, name in found])


def _item(known: Town, user: User, place: str) -> dict[str, Any]:
    """An account as the list of a structure shows it: without alias, e-mail address, family or last login.

    A pre-deleted one comes from its backup node: with its structures, but no class, group, function or duplicate.
    """
    if user.deleted is not None:
        return _listed(known, user, place) | {name: [] for name in _LOST}
    return _listed(known, user, place)


def _transversally(known: Town, user: User, shown: Sequence[str]) -> dict[str, Any]:
    """An account as the transversal list shows it: its login is its alias, if it has one."""
    return {
        "id": user.id,
        "type": user.type,
        "externalId": f"ext-{user.id}",
        "code": user.code,
        "login": user.alias or user.login,
        "originalLogin": user.login,
        "firstName": user.first,
        "lastName": user.last,
        "displayName": f"{user.first} {user.last}",
        "source": user.source,
        "blocked": user.blocked or None,
        "creationDate": _iso(user.created),
        "lastLogin": _iso(user.last_login),
        "email": user.email,
        "structures": [{"id": one, "name": known.places[one].name} for one in shown],
        "allClasses": [],
        "functions": [["ADMIN_LOCAL", user.scope]] if user.scope is not None else [[None, None]],
        "parents": [],
        "children": [_related(known.users[child]) for child in user.children],
    }


def _listed(known: Town, user: User, place: str) -> dict[str, Any]:
    classes = known.places[place].classes
    return {
        "id": user.id,
        "type": user.type,
        "code": user.code,
        "login": user.login,
        "firstName": user.first,
        "lastName": user.last,
        "displayName": f"{user.first} {user.last}",
        "source": user.source,
        "deleteDate": _epoch(user.deleted),
        "disappearanceDate": _epoch(user.missing),
        "blocked": user.blocked or None,
        "creationDate": _iso(user.created),
        "removedFromStructures": None,
        "aafFunctions": _functions(user),
        "classes": [{"id": one, "name": classes[one]} for one in user.classes if one in classes],
        "functionalGroups": [known.places[place].teaching[one] for one in _teaching(known, user, place)],
        "manualGroups": [one.name for one in known.grouped(user.id) if one.place == place],
        "functions": [["ADMIN_LOCAL", user.scope]] if user.scope is not None else [],
        "duplicates": [_duplicate(known, user, known.users[other]) for other in user.duplicates],
        "structures": [{"id": one, "name": known.places[one].name} for one in user.structures],
        "userPositions": [],
    }


def _full(known: Town, user: User) -> dict[str, Any]:
    """An account as its card shows it: without classes, duplicates, or the functions of the feed.

    The node's own properties are beside: `structures` and `classes` are external identifiers. A pre-deleted account
    belongs to no structure any more.
    """
    attached = user.structures if user.deleted is None else []
    relatives = [other for other in known.users.values() if user.id in other.children]
    card: dict[str, Any] = {
        "id": user.id,
        "externalId": f"ext-{user.id}",
        "login": user.login,
        **({"loginAlias": user.alias} if user.alias else {}),
        "firstName": user.first,
        "lastName": user.last,
        "displayName": f"{user.first} {user.last}",
        "email": user.email,
        "birthDate": user.born.isoformat() if user.born else None,
        "profiles": [user.type],
        "type": [user.type],
        "activationCode": user.code,
        "created": _iso(user.created),
        "lastLogin": _iso(user.last_login),
        "source": user.source,
        "deleteDate": _epoch(user.deleted),
        "disappearanceDate": _epoch(user.missing),
        "functions": [["ADMIN_LOCAL", user.scope]] if user.scope is not None else [[None, None]],
        "children": [_related(known.users[child]) for child in user.children] or _NOBODY,
        "parents": [_related(other) for other in relatives] or _NOBODY,
        "functionalGroups": [
            {"id": one, "name": known.places[place].teaching[one]}
            for place in known.places
            for one in _teaching(known, user, place)
        ],
        "manualGroups": [{"id": one.id, "name": one.name} for one in known.grouped(user.id)] or None,
        "administrativeStructures": [{"id": one} for one in attached[:1]] or [{"id": None}],
        "structures": [f"ext-{one}" for one in attached],
        "classes": [f"ext-{one}" for one in user.classes],
        "structureNodes": [_node(known, one) for one in attached],
    }
    held = {"blocked": user.blocked, "federated": user.federated}
    return card | {name: True for name, there in held.items() if there}


def _teaching(known: Town, user: User, place: str) -> list[str]:
    return [one for one in user.teaching if one in known.places[place].teaching]


def _duplicate(known: Town, user: User, other: User) -> dict[str, Any]:
    """The other account of a pair, as the list shows it beside the one."""
    structures = [{"id": one, "name": known.places[one].name} for one in other.structures]
    named = {"id": other.id, "firstName": other.first, "lastName": other.last}
    return named | {"score": duplicates.score(user, other), "code": other.code, "structures": structures}


def _node(known: Town, one: str) -> dict[str, Any]:
    place = known.places[one]
    node = {"id": one, "externalId": f"ext-{one}", "name": place.name, "UAI": place.uai, "city": place.town}
    return {name: value for name, value in node.items() if value}


def _related(user: User) -> dict[str, Any]:
    return {"id": user.id, "displayName": f"{user.first} {user.last}", "externalId": f"ext-{user.id}"}


def _functions(user: User) -> list[list[str]] | None:
    code = ("DIR2D", "DIRECTION") if user.directs else ("ENS1D", "ENSEIGNEMENT")
    return [["ext-1", code[0], code[1], "0000", "PREMIER DEGRE"]] if user.type in ("Teacher", "Personnel") else None


def _letters(name: str) -> str:
    """A name as the server compares it: small letters and digits without accents, and nothing between them."""
    return "".join(words(name))


def _epoch(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp() * 1000)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


_HANDLERS: list[tuple[str, Handler]] = [
    ("/directory/structure/admin/list", _structures),
    ("/directory/structure/{id}/users", console(_users)),
    ("/directory/user/admin/list", console(_transversal)),
    ("/directory/user/{id}", _card),
    ("/directory/class/admin/list", console(_classes)),
]
ROUTES = [web.get(path, handler) for path, handler in _HANDLERS]
