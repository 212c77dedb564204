"""Makes an `Account` of the server's JSON, from a user's card or from an item of a structure's list. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.ent.entcore.reading import born, key, moment, named, rows, text, things
from bot.ent.entcore.tree import Tree
from bot.folding import fold, login_key, tokens
from bot.terms import Account, Kind, Level, Profile, Role, Structure

#: by the kind of structure that an agent administers: the function, and the level at which they answer requests
_AGENTS = {
    Kind.VENDOR: ("vendor", Level.VENDOR),
    Kind.RECTORAT: ("plateforme", Level.RECTORAT),
    Kind.DSDEN: ("danei", Level.DSDEN),
    Kind.CIRCONSCRIPTION: ("erun", Level.CIRCONSCRIPTION),
    Kind.SCHOOL: ("adml", Level.SCHOOL),
}
_LOCAL, _DIRECTOR = "adml", "director"  #: the functions in a school: an administrator's, and its head's
_PROFILES = {profile.value: profile for profile in Profile}
_ADMINISTRATORS = ("ADMIN_LOCAL", "SUPER_ADMIN")
_DIRECTION = re.compile(r"\bdir")  # as in the feed's functions DIR2D and "Directeur d’école"


@dataclass(frozen=True, slots=True)
class Card:
    """An account, and what else the adapter needs to know of it."""

    account: Account
    login: str  #: never an alias
    logins: frozenset[str]  #: login and alias, as `login_key` gives them
    names: frozenset[str]  #: the words of its name, without case and accents
    order: str  #: last name, then first name, without case and accents
    protected: bool  #: whether it is an administrator's, of any kind
    scope: frozenset[str]  #: the structures that it administers, as the server has them
    teaching: frozenset[str]  #: its teaching groups, such as an ULIS: identifiers on a card, names in a list
    attached: frozenset[str]  #: the structures that it is attached to, without those that it only administers
    code: str = field(repr=False)  #: its activation code; empty once it is activated
    scores: Mapping[str, int] = field(default_factory=dict)  #: of its duplicates, by identifier; told by lists alone


def read_card(item: Mapping[str, Any], tree: Tree, listed: str = "") -> Card | None:
    """Reads a card, or an item of the list of the structure `listed`; None if it has no identifier."""
    identifier = key(dict(item))
    if not identifier:
        return None
    login = text(item.get("originalLogin")) or text(item.get("login"))
    typed = (login, text(item.get("login")), text(item.get("loginAlias")))
    code = text(item.get("activationCode")) or text(item.get("code"))
    functions = _functions(item.get("functions"))
    first, last = text(item.get("firstName")), text(item.get("lastName"))
    if not first and not last:
        last = text(item.get("displayName"))
    return Card(
        account=_account(item, tree, listed, functions, (identifier, login, first, last, not code)),
        login=login,
        logins=frozenset(login_key(one) for one in typed if one),
        names=frozenset(tokens(f"{first} {last}")),
        order=fold(f"{last} {first}"),
        protected=any(name in functions for name in _ADMINISTRATORS),
        scope=functions.get("ADMIN_LOCAL", frozenset()),
        teaching=_teaching(item.get("functionalGroups")),
        attached=frozenset(map(key, _attached(item))),
        code=code,
        scores={key(row): _score(row.get("score")) for row in rows(item.get("duplicates"))},
    )


def partial(item: Mapping[str, Any]) -> bool:
    """Whether it is only the part of a card that is shown of an account out of scope: without profile and names."""
    return not any(name in item for name in ("type", "functions", "firstName", "lastName"))


def completed(card: Card, listed: Iterable[Card]) -> Account:
    """The card's account, with what only the lists tell: classes, groups, duplicates, and who is a school's director.

    A pre-deleted account has no structure on its card: then those of the lists are its places.
    """
    found = [one.account for one in listed if one.account.id == card.account.id]
    classes = {c.id: c for account in (card.account, *found) for c in account.classes}
    places = {place.id: place for account in found for place in account.places}
    directs = card.account.function == _LOCAL and any(account.function == _DIRECTOR for account in found)
    return replace(
        card.account,
        places=card.account.places or _by_name(places),
        function=_DIRECTOR if directs else card.account.function,
        classes=_by_name(classes),
        groups=tuple(sorted({group for account in (card.account, *found) for group in account.groups})),
        duplicates=tuple(dict.fromkeys(d for account in (card.account, *found) for d in account.duplicates)),
    )


def _account(
    item: Mapping[str, Any],
    tree: Tree,
    listed: str,
    functions: Mapping[str, frozenset[str]],
    who: tuple[str, str, str, str, bool],
) -> Account:
    identifier, login, first, last, activated = who
    function, roles = _roles(item, tree, functions)
    places = _places(item, tree, listed, roles)
    return Account(
        *(identifier, login, first, last, _profile(item)),
        places=places,
        roles=roles,
        children=_ids(item.get("children")),
        relatives=_ids(item.get("parents")),
        function=function,
        email=text(item.get("email")),
        classes=_classes(item, tree, listed, places),
        groups=tuple(named(item.get("manualGroups"))),
        source=text(item.get("source")),
        activated=activated,
        blocked=item.get("blocked") is True,
        duplicates=_ids(item.get("duplicates")),
        missing_since=moment(item.get("disappearanceDate")),
        deleted_at=moment(item.get("deleteDate")),
        created_at=moment(item.get("created") or item.get("creationDate")),
        last_login=moment(item.get("lastLogin")),
        birth_date=born(item.get("birthDate")),
        federated=item.get("federated") is True,
    )


def _profile(item: Mapping[str, Any]) -> Profile:
    """The profile; `GUEST`, which has the fewest rights, if the server gives none or an unknown one."""
    for name in (*things(item.get("type")), *things(item.get("profiles")), text(item.get("profile"))):
        if text(name).lower() in _PROFILES:
            return _PROFILES[text(name).lower()]
    return Profile.GUEST


def _functions(value: Any) -> dict[str, frozenset[str]]:
    """The structures of each function, by its code; reads `[[code, [ids]]]` and `{code: {"scope": [ids]}}`."""
    if isinstance(value, dict):
        value = [[code, held.get("scope") if isinstance(held, dict) else held] for code, held in value.items()]
    pairs = (pair if isinstance(pair, list) else [pair] for pair in things(value))
    return {
        text(pair[0]): frozenset(text(one) for part in pair[1:] for one in things(part) if text(one))
        for pair in pairs
        if pair and text(pair[0])
    }


def _roles(
    item: Mapping[str, Any], tree: Tree, functions: Mapping[str, frozenset[str]]
) -> tuple[str, tuple[Role, ...]]:
    """The account's function and its roles, only in structures that the bot's own account knows; empty for none.

    The scope of a circonscription's administrator contains each of its schools: only its highest structures count.
    """
    tops = tree.roots() if "SUPER_ADMIN" in functions else tree.tops(functions.get("ADMIN_LOCAL", ()))
    if "SUPER_ADMIN" in functions:
        return "vendor", tuple(Role(Level.VENDOR, root.id) for root in tops)
    if not tops:
        return "", ()
    function, _ = _AGENTS[tops[0].kind]
    if function == _LOCAL and _directs(item.get("aafFunctions")):
        function = _DIRECTOR
    return function, tuple(Role(_AGENTS[top.kind][1], top.id) for top in tops)


def _directs(value: Any) -> bool:
    """Whether a function of the feed is the school's direction; each is a list of parts, or a text joined by `$`."""
    parts = (part for function in things(value) for part in things(function))
    return any(_DIRECTION.search(fold(text(part).replace("$", " "))) for part in parts)


def _places(item: Mapping[str, Any], tree: Tree, listed: str, roles: tuple[Role, ...]) -> tuple[Structure, ...]:
    """The structures that it is attached to or has a role in, as far as the tree knows them: nobody serves another.

    On a card, `structures` are external identifiers, which name no place.
    """
    nodes = [key(row) for row in _attached(item) or rows(item.get("administrativeStructures"))]
    found = [tree.known[one] for one in (*nodes, *(role.structure for role in roles)) if one in tree.known]
    if not found and listed in tree.known:
        found = [tree.known[listed]]
    return _by_name({place.id: place for place in found})


def _attached(item: Mapping[str, Any]) -> list[dict[str, Any]]:
    return rows(item.get("structures")) + rows(item.get("structureNodes"))


def _classes(
    item: Mapping[str, Any], tree: Tree, listed: str, places: tuple[Structure, ...]
) -> tuple[Structure, ...]:
    school = tree.known.get(listed) or (places[0] if len(places) == 1 else None)
    above = (*school.above, school) if school else ()
    found = rows(item.get("classes")) or rows(item.get("allClasses"))
    return _by_name({key(row): Structure(key(row), text(row.get("name")), Kind.CLASS, above) for row in found})


def _teaching(value: Any) -> frozenset[str]:
    found = (key(one) if isinstance(one, dict) else text(one) for one in things(value))
    return frozenset(one for one in found if one)


def _score(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _ids(value: Any) -> tuple[str, ...]:
    return tuple(sorted({key(row) for row in rows(value)}))


def _by_name(structures: Mapping[str, Structure]) -> tuple[Structure, ...]:
    return tuple(sorted(structures.values(), key=lambda structure: (structure.name, structure.id)))
