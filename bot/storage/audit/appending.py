"""Appending: lines get their positions and hashes at the very end of the transaction of what they tell.

Whoever appends locks the row of the head, and nothing after it: so nobody waits for somebody who waits for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from bot.storage.audit.lines import START, Line, Written, chain_of, digest_of
from bot.storage.audit.reading import LINES as LINES
from bot.storage.prepared import Prepared, insert_once
from bot.storage.tables import DESK

HEAD = DESK.tables["audit_head"]
_NEWEST = select(func.max(LINES.c.position)).scalar_subquery()
_TAKE = Prepared(
    select(HEAD.c.position, HEAD.c.chain, _NEWEST.label("newest"))
    .where(HEAD.c.id == bindparam("key"))
    .with_for_update(of=HEAD)
)
_CREATE = insert_once(HEAD)
_CHAIN_AT = Prepared(select(LINES.c.chain).where(LINES.c.position == bindparam("key")))
_APPEND = Prepared(LINES.insert().inline())
_MOVE = Prepared(
    update(HEAD).where(HEAD.c.id == bindparam("key")).values(position=bindparam("last"), chain=bindparam("newest"))
)
_ONLY = {"key": 1}
_NO_LINES = {"id": 1, "fault": ""} | dict.fromkeys(("position", "verified", "reread"), 0)
_NO_LINES |= dict.fromkeys(("chain", "verified_chain", "reread_chain"), START)


def append(connection: Connection, now: datetime, lines: Sequence[Line]) -> None:
    """Writes these lines after the newest one. Nothing may be locked after it in the same transaction."""
    position, chain = _head(connection)
    rows: list[dict[str, Any]] = []
    for line in lines:
        position += 1
        written = _written(position, now, line)
        chain = chain_of(written, chain)
        rows.append(written._asdict() | {"chain": chain})
    _APPEND.run(connection, rows)
    _MOVE.run(connection, {"key": 1, "last": position, "newest": chain})


def _head(connection: Connection) -> tuple[int, str]:
    """Locks the head; returns the position and the chain of the newest line.

    A head that somebody deleted or set back does not keep the bot from going on: verifying tells of it.
    """
    found = _TAKE.run(connection, _ONLY).first()
    if found is None:
        _CREATE.run(connection, _NO_LINES)
        found = _TAKE.run(connection, _ONLY).first()
    if found.newest is None or found.newest <= found.position:
        return found.position, found.chain
    return found.newest, _CHAIN_AT.run(connection, {"key": found.newest}).first().chain


def _written(position: int, now: datetime, line: Line) -> Written:
    salt, facts = token_hex(16), dict(line.facts)
    digest = digest_of(salt, line.account, facts)
    kept = (line.person, line.level, line.act, line.request, line.account, line.school)
    return Written(position, now, *kept, facts, salt, digest, START)
