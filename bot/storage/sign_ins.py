"""Sign-ins: each leads one chat to the ENT's own login page and back, once. Of its secrets, only hashes are kept.

A chat has a few at most, each good for its time: the bot answers what somebody writes in between with a new button,
and the browser that is open meanwhile must still lead back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_SIGN_INS = DESK.tables["sign_ins"]
_C = _SIGN_INS.c


_BEGIN = Prepared(_SIGN_INS.insert().inline())
_MOST = 3  #: sign-ins of one chat, the newest


@dataclass(frozen=True, slots=True)
class Returned:
    """A sign-in whose account is known, and which leads back to the chat that began it."""

    chat: int
    token: str  #: the hash of the token that links the account


def begin(work: Work, chat: int, state: str, expires_at: datetime) -> None:
    """Begins a sign-in of that chat; of its earlier ones, the oldest lead nowhere from then on. `state` is a hash."""
    newest = select(_C.state).where(_C.chat == chat).order_by(_C.expires_at.desc(), _C.state).limit(_MOST - 1)
    kept = list(work.execute(newest).scalars())
    work.execute(delete(_SIGN_INS).where(_C.chat == chat, _C.state.not_in(kept)))
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
    """Keeps the hashes of the way back and of the account's token; False where it is over."""
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


def led_back(work: Work, way_back: str) -> bool:
    """Whether some sign-in led back that way lately, even where it has expired."""
    return work.execute(select(_C.chat).where(_C.way_back == way_back)).first() is not None


def close(work: Work, sign_in: Returned) -> bool:
    """Has that sign-in lead nowhere any more; others that the chat began go on. False where it did not before."""
    mine = update(_SIGN_INS).where(_C.chat == sign_in.chat, _C.token == sign_in.token, _C.token != "")
    return work.execute(mine.values(way_back="", token="", expires_at=work.now)).rowcount > 0


def gave(work: Work, token: str, chat: int | None = None) -> bool:
    """Whether the token with that hash comes from a sign-in, of that chat where one is given."""
    mine = (_C.token == token, *(() if chat is None else (_C.chat == chat,)))
    return bool(token) and work.execute(select(_C.chat).where(*mine)).first() is not None
