"""Gives and withdraws the functions of agents in the embedded ENT."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select, union_all

from bot.ent.embedded.cards import complete
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.functions import schools_of
from bot.ent.embedded.structures import lineage, meant
from bot.ent.embedded.tables import ENT
from bot.folding import login_key
from bot.terms import Account, Structure, uai
from bot.terms.functions import HELD_IN, HOLDERS, IN_TOWNS, Given, NotGiven, Town
from bot.terms.tree import COMMUNES

_ACCOUNTS = ENT.tables["ent_accounts"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_COMMUNES = ENT.tables["ent_communes"]
_FUNCTIONS = ENT.tables["ent_functions"]
_STRUCTURES = ENT.tables["ent_structures"]
_TOWNS = ENT.tables["ent_town_functions"]
_NAMED = union_all(*(select(table.c.id, table.c.name) for table in (_STRUCTURES, _COMMUNES))).subquery()
_NAMES = select(_NAMED)


class Function(NamedTuple):
    """A function of an account in a structure, as it is typed: a login or identifier, a UAI, identifier or name."""

    account: str
    function: str
    structure: str


def grant(connection: Connection, wanted: Function) -> Given:
    """Gives the function, and attaches the account to the structure where it is not yet; returns what came of it.

    In a town's space or a syndicat, the function is held at each of its schools. Raises `NotGiven` where there is no
    such account or structure, or several, where the function is not held in structures of that kind, and where the
    account may hold none: a pupil's, a relative's, a guest's, or one that is pre-deleted.
    """
    account, place = _account(connection, wanted.account), _place(connection, wanted)
    if account.profile not in HOLDERS:
        raise NotGiven("wrong-profile", name=account.name, profile=account.profile.value)
    if account.deleted_at is not None:
        raise NotGiven("deleted", name=account.name)
    if account.missing_since is not None:  # whoever holds a function stays, until it is withdrawn
        stays = _ACCOUNTS.update().where(_ACCOUNTS.c.id == account.id)
        connection.execute(stays.values(missing_since=None))
    return replace(_give(connection, account, place, wanted), left=account.missing_since)


def _give(connection: Connection, account: Account, place: Structure | Town, wanted: Function) -> Given:
    if isinstance(place, Town):
        return _give_in_town(connection, account, wanted.function, place)
    if _held(connection, account, wanted.function, place) is not None:
        return _came(connection, account, place, wanted.function, changed=False)
    key = {"account": account.id, "structure": place.id}
    attached = _attached(connection, account, place)
    if not attached:
        connection.execute(_ATTACHMENTS.insert(), key)
    row = key | {"function": wanted.function, "attached": not attached}
    connection.execute(_FUNCTIONS.insert(), row)
    return _came(connection, account, place, wanted.function, moved=not attached)


def revoke(connection: Connection, wanted: Function) -> Given:
    """Withdraws the function, and detaches the account where it was attached for it alone; returns what came of it.

    Raises `NotGiven` where there is no such account or structure, or where several have that name.
    """
    account, place = _account(connection, wanted.account), _place(connection, wanted)
    if isinstance(place, Town):
        row = _TOWNS.delete().where(*_in_town(account, wanted.function, place))
        changed = bool(connection.execute(row).rowcount)
        return _came(connection, account, place, wanted.function, changed=changed)
    alone = _held(connection, account, wanted.function, place)
    if alone is None:
        return _came(connection, account, place, wanted.function, changed=False)
    mine = (_FUNCTIONS.c.account == account.id, _FUNCTIONS.c.structure == place.id)
    connection.execute(_FUNCTIONS.delete().where(*mine, _FUNCTIONS.c.function == wanted.function))
    if alone:  # another function that they hold there keeps them, and has that to undo in its turn
        kept = connection.execute(_FUNCTIONS.update().where(*mine).values(attached=True)).rowcount
        alone = not kept
    if alone:
        tie = (_ATTACHMENTS.c.account == account.id, _ATTACHMENTS.c.structure == place.id, ~_ATTACHMENTS.c.fed)
        connection.execute(_ATTACHMENTS.delete().where(*tie))
    return _came(connection, account, place, wanted.function, moved=alone)


def _give_in_town(connection: Connection, account: Account, function: str, town: Town) -> Given:
    """Gives a function in a town's space, once."""
    found = connection.execute(select(_TOWNS.c.account).where(*_in_town(account, function, town))).first()
    if found is None:
        connection.execute(_TOWNS.insert(), {"account": account.id, "commune": town.id, "function": function})
    return _came(connection, account, town, function, changed=found is None)


def _in_town(account: Account, function: str, town: Town) -> tuple[ColumnElement[bool], ...]:
    """That the row is of this account's function in that town."""
    return _TOWNS.c.account == account.id, _TOWNS.c.commune == town.id, _TOWNS.c.function == function


def _came(
    connection: Connection,
    account: Account,
    place: Structure | Town,
    function: str,
    *,
    changed: bool = True,
    moved: bool = False,
) -> Given:
    """What came of it; where something changed, the search index follows."""
    if changed:
        index(connection, [account.id])
        account = _account(connection, account.id)
    holders = _holders(connection, place) if isinstance(place, Structure) else ()
    others = tuple(one for one in _functions(connection, account) if one != (function, place.id))
    names = {
        row.id: row.name for row in connection.execute(_NAMES.where(_NAMED.c.id.in_([key for _, key in others])))
    }
    return Given(account, place, changed, holders, moved, tuple((one, names[key]) for one, key in others))


def _functions(connection: Connection, account: Account) -> Iterator[tuple[str, str]]:
    """What the account holds: each function, and the identifier of its structure or town."""
    for table, place in ((_FUNCTIONS, _FUNCTIONS.c.structure), (_TOWNS, _TOWNS.c.commune)):
        mine = select(table.c.function, place).where(table.c.account == account.id)
        yield from ((function, key) for function, key in connection.execute(mine.order_by(place, table.c.function)))


def _account(connection: Connection, typed: str) -> Account:
    """The account with that login, else with that identifier."""
    for column, value in ((_ACCOUNTS.c.login, login_key(typed)), (_ACCOUNTS.c.id, typed.strip())):
        rows = connection.execute(select(_ACCOUNTS).where(column == value)).all()
        if rows:
            return complete(connection, rows)[0]
    raise NotGiven("no-account", typed=typed)


def _place(connection: Connection, wanted: Function) -> Structure | Town:
    """The structure, or the town, in which the function is to be held: by UAI, identifier, or a name that one has."""
    typed, function = wanted.structure, wanted.function
    found = meant(connection, typed)
    if len(found) > 1:
        raise NotGiven("several", typed=typed, ids=", ".join(one.uai or one.id for one in found))
    if not found:
        code = uai.plain(typed)
        if uai.looks_like_one(typed) and code[-1] != uai.letter(code):
            raise NotGiven("wrong-letter", uai=code, letter=uai.letter(code))
        raise NotGiven("no-structure", typed=typed)
    [one] = found
    town = one.kind in COMMUNES
    if function not in IN_TOWNS if town else HELD_IN[function].value != one.kind:
        facts = {"function": function, "kind": HELD_IN[function].value, "place": one.name, "is": one.kind}
        raise NotGiven("wrong-kind", **facts)
    if not town:
        return lineage(connection, [one.id])[one.id]
    ids = schools_of(connection, one.id)
    tree = lineage(connection, ids)
    return Town(one.id, one.name, tuple(tree[id_] for id_ in ids))


def _attached(connection: Connection, account: Account, place: Structure) -> bool:
    tie = (_ATTACHMENTS.c.account == account.id, _ATTACHMENTS.c.structure == place.id)
    return connection.execute(select(_ATTACHMENTS.c.account).where(*tie)).first() is not None


def _held(connection: Connection, account: Account, function: str, place: Structure) -> bool | None:
    """Whether the account was attached for that function alone; None where it does not hold it there."""
    mine = (_FUNCTIONS.c.account == account.id, _FUNCTIONS.c.structure == place.id)
    found = select(_FUNCTIONS.c.attached).where(*mine, _FUNCTIONS.c.function == function)
    row = connection.execute(found).first()
    return None if row is None else bool(row.attached)


def _holders(connection: Connection, place: Structure) -> tuple[tuple[str, str], ...]:
    """Who holds which function in that structure, by name; without accounts that are pre-deleted."""
    rows = (
        select(_ACCOUNTS.c.first_name, _ACCOUNTS.c.last_name, _FUNCTIONS.c.function)
        .join(_FUNCTIONS, _FUNCTIONS.c.account == _ACCOUNTS.c.id)
        .where(_FUNCTIONS.c.structure == place.id, _ACCOUNTS.c.deleted_at.is_(None))
        .order_by(_ACCOUNTS.c.sort_name, _ACCOUNTS.c.id, _FUNCTIONS.c.function)
    )
    return tuple((f"{row.first_name} {row.last_name}".strip(), row.function) for row in connection.execute(rows))
