"""Gives and withdraws the functions of agents in the embedded ENT."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from bot.ent.embedded.cards import complete
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.structures import lineage
from bot.ent.embedded.tables import ENT
from bot.folding import login_key
from bot.terms import Account, Structure
from bot.terms.functions import HELD_IN, HOLDERS, Given, NotGiven
from bot.terms.tree import VILLE

_ACCOUNTS = ENT.tables["ent_accounts"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_COMMUNES = ENT.tables["ent_communes"]
_FUNCTIONS = ENT.tables["ent_functions"]
_STRUCTURES = ENT.tables["ent_structures"]


class Function(NamedTuple):
    """A function of an account in a structure, as it is typed: a login or identifier, a UAI or identifier."""

    account: str
    function: str
    structure: str


def grant(connection: Connection, wanted: Function) -> Given:
    """Gives the function, and attaches the account to the structure where it is not yet; returns what came of it.

    Raises `NotGiven` where there is no such account or structure, where the function is not held in structures of
    that kind, and where the account may hold none: a pupil's, a relative's, a guest's, or one that is pre-deleted.
    """
    account, place = _account(connection, wanted.account), _place(connection, wanted.structure)
    kind = HELD_IN[wanted.function]
    if place.kind is not kind:
        facts = {"function": wanted.function, "kind": kind.value, "place": place.name, "is": place.kind.value}
        raise NotGiven("wrong-kind", **facts)
    if account.profile not in HOLDERS:
        raise NotGiven("wrong-profile", name=account.name, profile=account.profile.value)
    if account.deleted_at is not None:
        raise NotGiven("deleted", name=account.name)
    key = {"account": account.id, "structure": place.id}
    if _held(connection, account, wanted.function, place) is not None:
        return Given(account, place, False, _holders(connection, place))
    attached = _attached(connection, account, place)
    if not attached:
        connection.execute(_ATTACHMENTS.insert(), key)
    row = key | {"function": wanted.function, "attached": not attached}
    connection.execute(_FUNCTIONS.insert(), row)
    return _given(connection, account, place, moved=not attached)


def revoke(connection: Connection, wanted: Function) -> Given:
    """Withdraws the function, and detaches the account where it was attached for it alone; returns what came of it.

    Raises `NotGiven` where there is no such account or structure.
    """
    account, place = _account(connection, wanted.account), _place(connection, wanted.structure)
    alone = _held(connection, account, wanted.function, place)
    if alone is None:
        return Given(account, place, False, _holders(connection, place))
    mine = (_FUNCTIONS.c.account == account.id, _FUNCTIONS.c.structure == place.id)
    connection.execute(_FUNCTIONS.delete().where(*mine, _FUNCTIONS.c.function == wanted.function))
    if alone:  # another function that they hold there keeps them, and has that to undo in its turn
        kept = connection.execute(_FUNCTIONS.update().where(*mine).values(attached=True)).rowcount
        alone = not kept
    if alone:
        tie = (_ATTACHMENTS.c.account == account.id, _ATTACHMENTS.c.structure == place.id, ~_ATTACHMENTS.c.fed)
        connection.execute(_ATTACHMENTS.delete().where(*tie))
    return _given(connection, account, place, moved=alone)


def _given(connection: Connection, account: Account, place: Structure, moved: bool) -> Given:
    """What came of a change that was made; the search index follows it."""
    index(connection, [account.id])
    return Given(_account(connection, account.id), place, True, _holders(connection, place), moved)


def _account(connection: Connection, typed: str) -> Account:
    """The account with that login, else with that identifier."""
    for column, value in ((_ACCOUNTS.c.login, login_key(typed)), (_ACCOUNTS.c.id, typed.strip())):
        rows = connection.execute(select(_ACCOUNTS).where(column == value)).all()
        if rows:
            return complete(connection, rows)[0]
    raise NotGiven("no-account", typed=typed)


def _place(connection: Connection, typed: str) -> Structure:
    """The structure with that UAI, else with that identifier."""
    coded = select(_STRUCTURES.c.id).where(_STRUCTURES.c.uai == typed.strip().upper(), _STRUCTURES.c.uai != "")
    known = connection.execute(coded).scalars().first()
    ids = [known] if known is not None else [typed.strip(), typed.strip().lower()]
    places = lineage(connection, ids)
    found = next((places[id_] for id_ in ids if id_ in places), None)
    if found is not None:
        return found
    town = connection.execute(select(_COMMUNES.c.name, _COMMUNES.c.kind).where(_COMMUNES.c.id.in_(ids))).first()
    if town is not None:
        raise NotGiven("beside-the-tree", place=town.name, kind="ville" if town.kind == VILLE else "syndicat")
    raise NotGiven("no-structure", typed=typed)


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
        .order_by(_ACCOUNTS.c.sort_name, _FUNCTIONS.c.function)
    )
    return tuple((f"{row.first_name} {row.last_name}".strip(), row.function) for row in connection.execute(rows))
