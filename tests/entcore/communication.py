"""The stand-in's routes about who may write to whom. Like the real ones, they do more and less than they say.

A group has links to those that its members may write to, and a direction: `INCOMING` where its members may write
through it, `OUTGOING` where they are written to, `BOTH` where they also write to each other.
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.ent.embedded import demo
from bot.terms import Profile
from bot.terms.communication import Reach, read_matrix
from config.settings import Settings
from tests.entcore.faults import page
from tests.entcore.filters import STANDIN, Handler, administers, console, town
from tests.entcore.groups import groups_of, place_of
from tests.entcore.town import Town

USUAL = read_matrix(Settings(_env_file=None).tables()["communication"])
_BITS = {None: 0, "NONE": 0, "INCOMING": 1, "OUTGOING": 2, "BOTH": 3}
_NAMES = {0: "NONE", 1: "INCOMING", 2: "OUTGOING", 3: "BOTH"}
_IMPOSSIBLE = "impossible to change direction"


async def _outgoing(request: web.Request) -> web.Response:
    known, group = town(request), request.match_info["group"]
    return web.json_response([_row(known, other) for one, other in sorted(links_of(known)) if one == group])


async def _incoming(request: web.Request) -> web.Response:
    known, group = town(request), request.match_info["group"]
    return web.json_response([_row(known, one) for one, other in sorted(links_of(known)) if other == group])


async def _check(request: web.Request) -> web.Response:
    """Warns of directions that the link would change; 500 for an unknown group."""
    known, (start, end) = town(request), _ends(request)
    rows = [_row(known, one) for one in (start, end)]
    if not all(row["type"] for row in rows):
        return web.json_response({"error": "Index 1 out of bounds for length 1"}, status=500)
    warned = []
    for row, bit, name in zip(rows, (1, 2), ("startgroup", "endgroup"), strict=True):
        if _BITS[row["internalCommunicationRule"]] & bit:
            continue
        if _protected(row):
            return web.json_response({"error": _IMPOSSIBLE}, status=409)
        if _BITS[row["internalCommunicationRule"]]:
            warned.append(name)
    both = "both-groups-users-can-communicate" if len(warned) > 1 else None
    return web.json_response({"warning": both or next((f"{name}-users-can-communicate" for name in warned), None)})


async def _add(request: web.Request) -> web.Response:
    """Makes the link whatever its check says, in whatever structure; never answers about an unknown group."""
    known, (start, end) = town(request), _ends(request)
    if not (place_of(known, start) and place_of(known, end)):
        await request.app[STANDIN].never()
    links_of(known).add((start, end))
    changed = {}
    for group, bit in ((start, 1), (end, 2)):
        before = _BITS[_row(known, group)["internalCommunicationRule"]]
        if not before & bit:
            _turn(known, group, _NAMES[before | bit])
            changed[group] = _NAMES[before | bit]
    return web.json_response(changed or {"ok": "no direction to change"})


async def _remove(request: web.Request) -> web.Response:
    """Removes the link, if there is one; then 400 where one of the groups has no direction."""
    known, (start, end) = town(request), _ends(request)
    if not all(place_of(known, one) and administers(request, place_of(known, one)) for one in (start, end)):
        return page(401)
    links = links_of(known)
    links.discard((start, end))
    ends = {}
    for group, alone, busy, name in (
        (start, "INCOMING", any(one == start for one, _ in links), "sender"),
        (end, "OUTGOING", any(other == end for _, other in links), "receiver"),
    ):
        rule = _row(known, group)["internalCommunicationRule"]
        if rule is None:
            return web.json_response({"error": "java.lang.NullPointerException: Name is null"}, status=400)
        if rule == alone and not busy:
            _turn(known, group, None)
            rule = None
        ends[name] = rule
    return web.json_response(ends)


async def _reset(request: web.Request) -> web.Response:
    """Only for those who administer the whole ENT, whom the stand-in does not have."""
    return page(401)


def links_of(known: Town) -> set[tuple[str, str]]:
    """Which group may write to which: as the server begins, and as the demo's schools have changed it."""
    if known.links is None:
        known.links = set()
        for place in known.places:
            groups = [row for row in groups_of(known, place) if row["type"] == "ProfileGroup"]
            known.links |= {(one["id"], other["id"]) for one in groups for other in groups if _usual(one, other)}
            teachers, functions = f"{place}-Teacher-1700000000000", f"{place}-AdminLocal"
            known.links.add((teachers, functions))  # a kind of group that the bot has no use for
        for rule in demo._WORLD["rules"]:
            known.links.add((_id(rule["sender"]), _id(rule["receiver"])))
            known.rules.setdefault(
                _id(rule["receiver"]), _row(known, _id(rule["receiver"]))["internalCommunicationRule"]
            )
    return known.links


def _usual(one: dict[str, Any], other: dict[str, Any]) -> bool:
    pair = (Profile(one["filter"].lower()), Profile(other["filter"].lower()))
    reach = Reach.CLASS if one["classes"] else Reach.ALL
    return one["id"] != other["id"] and one["classes"] == other["classes"] and USUAL[pair] is reach


def _id(group: str) -> str:
    """The identifier here of a group of the demo."""
    if not group.startswith("p:"):
        return group
    _, place, profile = group.split(":")
    return f"{place}-{profile.capitalize()}-1700000000000"


def _row(known: Town, group: str) -> dict[str, Any]:
    """What is told of a group; nulls for one that is not there."""
    place = place_of(known, group)
    row = next((row for row in groups_of(known, place) if row["id"] == group), {}) if place else {}
    shown = ("name", "filter", "displayName", "internalCommunicationRule", "type", "classes", "structures", "subType")
    return {"id": group} | {name: row.get(name) for name in shown}


def _turn(known: Town, group: str, rule: str | None) -> None:
    if group in known.manual:
        known.manual[group].rule = rule
    else:
        known.rules[group] = rule


def _protected(row: dict[str, Any]) -> bool:
    """Whether a local administrator may not change the direction of that group."""
    whole, room = row["subType"] == "StructureGroup", row["subType"] == "ClassGroup"
    return (whole and row["filter"] in ("Relative", "Student")) or (room and row["filter"] == "Relative")


def _ends(request: web.Request) -> tuple[str, str]:
    return request.match_info["start"], request.match_info["end"]


_HANDLERS: list[tuple[str, str, Handler]] = [
    ("GET", "/communication/group/{group}/outgoing", _outgoing),
    ("GET", "/communication/group/{group}/incoming", _incoming),
    ("GET", "/communication/v2/group/{start}/communique/{end}/check", console(_check)),
    ("POST", "/communication/v2/group/{start}/communique/{end}", console(_add)),
    ("DELETE", "/communication/group/{start}/relations/{end}", console(_remove)),
    ("POST", "/communication/rules/{school}/reset", console(_reset)),
]
ROUTES = [web.route(method, path, handler) for method, path, handler in _HANDLERS]
