"""Tokens: each links one ENT account to a Telegram account, once. Only their hashes are kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select, update

from bot.storage import handouts
from bot.storage.tables import DESK
from bot.storage.tables.people import OPENED
from bot.storage.work import Work
from bot.terms import Way

_TOKENS = DESK.tables["tokens"]
_SELECT = select(_TOKENS)
_SHOWN_TO = 8  #: Telegram accounts that are remembered for one token
_USED = "used"  # in place of those who were shown a charter, once the token has linked its account
_AT_ONCE = 1000  #: accounts named in one statement


@dataclass(frozen=True, slots=True)
class Token:
    """A token that can still be used."""

    hash: str
    account: str  #: of the ENT
    replaces: int | None  #: the Telegram account that the account was linked to when the token was issued
    claimed_by: int | None  #: the Telegram account that waits until the one that is linked agrees
    language: str  #: of whoever claimed it, as Telegram told it
    way: Way = Way.OPERATOR  #: by which it came to its person
    handout: int | None = None  #: with which it was handed out
    shown_to: str = ""  #: digests of the Telegram accounts that were shown its charter, the last ones


@dataclass(frozen=True, slots=True)
class Past:
    """A token that cannot be used any more."""

    account: str  #: of the ENT
    expired: bool  #: whether only its time is over: it was neither used nor made void
    claimed: bool = False  #: whether a Telegram account waited with it for an answer that never came
    way: Way = Way.OPERATOR  #: by which it came to its person
    used: bool = False  #: whether it linked its account


@dataclass(frozen=True, slots=True)
class Claim:
    """A Telegram account that waited with a token until the one that is linked agrees."""

    telegram_id: int
    account: str  #: of the ENT
    language: str  #: in which it is spoken to


@dataclass(frozen=True, slots=True)
class Voided:
    """What was made void: how many tokens, and who waited with one of them."""

    count: int
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class New:
    """A token to be kept."""

    digest: str  #: the hash of the token
    account: str  #: of the ENT
    replaces: int | None = None  #: the Telegram account that need not be asked before the account moves


def add(work: Work, new: Sequence[New], way: Way, expires_at: datetime, handout: int | None = None) -> None:
    """Inserts the hashes of tokens that come by that way, together as that handout where there is one."""
    same = {"expires_at": expires_at, "language": "", "way": way.value, "handout": handout}
    rows = [{"hash": one.digest, "account": one.account, "replaces": one.replaces, **same} for one in new]
    if rows:
        work.execute(_TOKENS.insert(), rows)


def of_digest(work: Work, digest: str) -> Token | None:
    """The usable token with that hash; None where it is unknown, used, void or expired."""
    return _usable(work, _TOKENS.c.hash == digest)


def marked(work: Work, mark: str) -> Token | None:
    """The usable token whose hash begins with that mark; None where there is none."""
    return _usable(work, _TOKENS.c.hash.startswith(mark, autoescape=True)) if mark else None


def past(work: Work, begins: str) -> Past | None:
    """The token whose hash begins so, where it cannot be used any more; None where it can, or none is known."""
    mine = _TOKENS.c.hash.startswith(begins, autoescape=True)
    over = or_(_TOKENS.c.used_at.is_not(None), _TOKENS.c.expires_at <= work.now)
    row = work.execute(_SELECT.where(mine, over)).first() if begins else None
    if row is None:
        return None
    return Past(row.account, row.used_at is None, row.claimed_by is not None, Way(row.way), row.shown_to == _USED)


def use(work: Work, digest: str, links: bool = True) -> bool:
    """Marks the token used, and counts it in its handout if it has one; False where it was used before.

    One that `links` nobody, since that was declined, is not counted. Nobody waits with it any more.
    """
    statement = update(_TOKENS).where(_TOKENS.c.hash == digest, _TOKENS.c.used_at.is_(None))
    linked = {"shown_to": _USED} if links else {}
    used = statement.values(used_at=work.now, claimed_by=None, **linked).returning(_TOKENS.c.handout)
    row = work.execute(used).first()
    if row is not None and row.handout is not None and links:
        handouts.count_use(work, row.handout)
    return row is not None


def show(work: Work, token: Token, telegram_id: int) -> None:
    """Notes that the charter of the token's account is shown to that Telegram account, which may accept it then."""
    mine = _shown_mark(token, telegram_id)
    shown = [one for one in token.shown_to.split() if one != mine][-_SHOWN_TO + 1 :]
    kept = update(_TOKENS).where(_TOKENS.c.hash == token.hash)
    work.execute(kept.values(shown_to=" ".join([*shown, mine])))


def hide(work: Work, token: Token, telegram_id: int) -> None:
    """Notes that the charter shown to that Telegram account is given up there: it may not be accepted any more."""
    left = [one for one in token.shown_to.split() if one != _shown_mark(token, telegram_id)]
    freed = {"claimed_by": None} if token.claimed_by == telegram_id else {}
    work.execute(update(_TOKENS).where(_TOKENS.c.hash == token.hash).values(shown_to=" ".join(left), **freed))


def was_shown(token: Token, telegram_id: int) -> bool:
    """Whether that Telegram account presented the token: a button made by hand or passed on opens nothing."""
    return _shown_mark(token, telegram_id) in token.shown_to.split()


def claim(work: Work, token: Token, telegram_id: int, language: str) -> bool:
    """Notes which Telegram account waits for the consent of the one that is linked; False where another one does."""
    free = (_TOKENS.c.claimed_by.is_(None) | (_TOKENS.c.claimed_by == telegram_id), _TOKENS.c.used_at.is_(None))
    claimed = update(_TOKENS).where(_TOKENS.c.hash == token.hash, *free)
    return work.execute(claimed.values(claimed_by=telegram_id, language=language)).rowcount == 1


def void(work: Work, account_id: str) -> Voided:
    """Makes every unused token of that account useless."""
    return _void(work, _TOKENS.c.account == account_id)


def void_one(work: Work, digest: str) -> Voided:
    """Makes the token with that hash useless, unless it was used."""
    return _void(work, _TOKENS.c.hash == digest)


def void_ways(work: Work, account_ids: Sequence[str], ways: Collection[Way]) -> Voided:
    """Makes the unused tokens of those accounts useless that came by one of those ways."""
    came, done = _TOKENS.c.way.in_([way.value for way in ways]), Voided(0)
    for start in range(0, len(account_ids), _AT_ONCE):
        more = _void(work, _TOKENS.c.account.in_(account_ids[start : start + _AT_ONCE]), came)
        done = Voided(done.count + more.count, (*done.claims, *more.claims))
    return done


def void_handout(work: Work, handout: int) -> Voided:
    """Makes the unused tokens of that handout useless."""
    return _void(work, _TOKENS.c.handout == handout, _TOKENS.c.expires_at > work.now)


def void_alone(work: Work, account_id: str) -> Voided:
    """Makes the usable tokens useless that were given to that account alone."""
    return _void(work, _TOKENS.c.account == account_id, *_given_alone(work))


def good(work: Work, handout_ids: Collection[int]) -> dict[int, int]:
    """How many tokens of each of these handouts can still be used; a handout without any is left out."""
    theirs = (_TOKENS.c.handout.in_(list(handout_ids)), *_still_good(work))
    found = select(_TOKENS.c.handout, func.count().label("good")).where(*theirs).group_by(_TOKENS.c.handout)
    return {row.handout: row.good for row in work.execute(found)}


def of_handout(work: Work, handout: int) -> list[str]:
    """The accounts that were given a token in that handout, as far as these are kept, used and void ones too."""
    rows = work.execute(select(_TOKENS.c.account).where(_TOKENS.c.handout == handout).order_by(_TOKENS.c.account))
    return list(rows.scalars())


def ways_of(work: Work, account_id: str) -> set[Way]:
    """The ways of the tokens of that account that can still be used."""
    rows = work.execute(select(_TOKENS.c.way).where(_TOKENS.c.account == account_id, *_still_good(work)).distinct())
    return {Way(row.way) for row in rows}


def by_way(work: Work, account_ids: Sequence[str], way: Way) -> list[Token]:
    """The usable tokens of those accounts that came by that way, by account."""
    found = list[Token]()
    for start in range(0, len(account_ids), _AT_ONCE):
        theirs = (_TOKENS.c.account.in_(account_ids[start : start + _AT_ONCE]), _TOKENS.c.way == way.value)
        rows = work.execute(_SELECT.where(*theirs, *_still_good(work)).order_by(_TOKENS.c.account, _TOKENS.c.hash))
        found += [_token(row) for row in rows]
    return found


def opened_in(work: Work, telegram_id: int) -> list[Token]:
    """The usable tokens whose charter that Telegram account was shown, and neither accepted nor gave up."""
    open_ = _SELECT.where(OPENED, *_still_good(work)).order_by(_TOKENS.c.hash)
    return [one for one in map(_token, work.execute(open_)) if was_shown(one, telegram_id)]


def waiting(work: Work, account_ids: Sequence[str], way: Way) -> int:
    """How many of those accounts have a usable token by that way."""
    count = 0
    for start in range(0, len(account_ids), _AT_ONCE):
        theirs = _TOKENS.c.account.in_(account_ids[start : start + _AT_ONCE])
        found = select(func.count(_TOKENS.c.account.distinct())).where(theirs, _TOKENS.c.way == way.value)
        count += work.execute(found.where(*_still_good(work))).scalar_one()
    return count


def alone(work: Work, limit: int) -> list[Token]:
    """The usable tokens that were given alone, those of no handout, that end last; never one of a sign-in."""
    given = _SELECT.where(*_given_alone(work)).order_by(_TOKENS.c.expires_at.desc(), _TOKENS.c.hash)
    return [_token(row) for row in work.execute(given.limit(limit))]


def unused(work: Work, digests: Collection[str]) -> list[Token]:
    """The usable tokens with these hashes."""
    rows = work.execute(_SELECT.where(_TOKENS.c.hash.in_(list(digests)), *_still_good(work)))
    return [_token(row) for row in rows]


def known(work: Work, digests: Collection[str]) -> dict[str, bool]:
    """Those of these hashes that are some token's, and whether it can still be used."""
    mine = select(_TOKENS.c.hash, _TOKENS.c.used_at, _TOKENS.c.expires_at).where(_TOKENS.c.hash.in_(list(digests)))
    return {row.hash: row.used_at is None and row.expires_at > work.now for row in work.execute(mine)}


def _void(work: Work, *which: ColumnElement[bool]) -> Voided:
    made = update(_TOKENS).where(*which, _TOKENS.c.used_at.is_(None)).values(used_at=work.now)
    rows = work.execute(made.returning(_TOKENS.c.account, _TOKENS.c.claimed_by, _TOKENS.c.language)).all()
    claims = tuple(Claim(row.claimed_by, row.account, row.language) for row in rows if row.claimed_by is not None)
    return Voided(len(rows), claims)


def _shown_mark(token: Token, telegram_id: int) -> str:
    return sha256(f"{token.hash}:{telegram_id}".encode()).hexdigest()[:16]


def _usable(work: Work, which: ColumnElement[bool]) -> Token | None:
    row = work.execute(_SELECT.where(which, *_still_good(work))).first()
    return None if row is None else _token(row)


def _token(row: Row[Any]) -> Token:
    claimed = (row.claimed_by, row.language)
    return Token(row.hash, row.account, row.replaces, *claimed, Way(row.way), row.handout, row.shown_to)


def _given_alone(work: Work) -> tuple[ColumnElement[bool], ...]:
    return _TOKENS.c.handout.is_(None), _TOKENS.c.way != Way.SIGN_IN.value, *_still_good(work)


def _still_good(work: Work) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _TOKENS.c.used_at.is_(None), _TOKENS.c.expires_at > work.now
