"""Sign-ins: each leads one chat to the ENT's own login page and back, once. Of its secrets, only hashes are kept.

A chat has one row at most: a new sign-in takes the place of its last one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_SIGN_INS = DESK.tables["sign_ins"]
_C = _SIGN_INS.c


def _begin(made: Any) -> Any:
    values = {name: made.excluded[name] for name in ("state", "expires_at", "spent_at", "way_back")}
    return made.on_conflict_do_update(index_elements=["chat"], set_=values).inline()


_BEGIN = Prepared(_begin(sqlite.insert(_SIGN_INS)), _begin(postgresql.insert(_SIGN_INS)))


@dataclass(frozen=True, slots=True)
class Returned:
    """A sign-in whose account is known, and which leads back to the chat that began it."""

    chat: int
    token: str  #: the hash of the token that links the account


def begin(work: Work, chat: int, state: str, expires_at: datetime) -> None:
    """Begins a sign-in of that chat; its earlier one leads nowhere from then on. `state` is a hash."""
    row = {"chat": chat, "state": state, "expires_at": expires_at, "spent_at": None, "way_back": "", "token": ""}
    work.run(_BEGIN, row)


def is_open(work: Work, state: str) -> bool:
    """Whether a sign-in with that state was begun, has not expired, and nobody came back from the ENT with it."""
    open_ = (_C.state == state, _C.spent_at.is_(None), _C.expires_at > work.now)
    return work.execute(select(_C.chat).where(*open_)).first() is not None


def spend(work: Work, state: str) -> bool:
    """Notes that somebody came back from the ENT with that state; False where it is not open any more."""
    open_ = (_C.state == state, _C.spent_at.is_(None), _C.expires_at > work.now)
    return work.execute(update(_SIGN_INS).where(*open_).values(spent_at=work.now)).rowcount == 1


def finish(work: Work, state: str, way_back: str, token: str, expires_at: datetime) -> bool:
    """Keeps the hashes of the way back and of the account's token; False where the chat began another meanwhile."""
    mine = update(_SIGN_INS).where(_C.state == state, _C.spent_at.is_not(None), _C.way_back == "")
    return work.execute(mine.values(way_back=way_back, token=token, expires_at=expires_at)).rowcount == 1


def is_finished(work: Work, state: str, way_back: str) -> bool:
    """Whether the sign-in with that state leads back that way."""
    mine = (_C.state == state, _C.way_back == way_back, _C.expires_at > work.now)
    return work.execute(select(_C.chat).where(*mine)).first() is not None


def by_way_back(work: Work, way_back: str) -> Returned | None:
    """The sign-in that leads back that way; None where there is none, or it has expired."""
    row = work.execute(select(_SIGN_INS).where(_C.way_back == way_back, _C.expires_at > work.now)).first()
    return Returned(row.chat, row.token) if row is not None else None


def close(work: Work, chat: int) -> None:
    """Has the sign-in of that chat lead nowhere any more."""
    work.execute(update(_SIGN_INS).where(_C.chat == chat).values(way_back="", token="", expires_at=work.now))


def gave(work: Work, token: str, chat: int | None = None) -> bool:
    """Whether the token with that hash comes from a sign-in, of that chat where one is given."""
    mine = (_C.token == token, *(() if chat is None else (_C.chat == chat,)))
    return bool(token) and work.execute(select(_C.chat).where(*mine)).first() is not None
