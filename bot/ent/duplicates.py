"""The part of the port that settles duplicates: which accounts may be the same person's, and what becomes of two.

What the ENT merges, and which account it keeps, is the same behind every adapter: the functions below say it before
the ENT is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.ent.reasons import Reason
from bot.folding import words
from bot.terms import Account

_FEEDS = ("AAF", "AAF1D")  #: of two accounts that one of these feeds, none is merged while both are in its data
_SOURCES = (*_FEEDS, "CSV", "EDT", "UDT", "SSO", "MANUAL")  #: the first one's account is kept


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts that may be the same person's; `one` is of the structures that were asked about."""

    one: Account
    other: Account | None  #: None where it is of none of these structures
    other_id: str
    score: int  #: 2, and 1 more for each that is equal: last name, first name, birth date, mail


class Duplicates(Protocol):
    """Lists and settles duplicates."""

    async def duplicates(self, within: Sequence[str]) -> list[Pair]:
        """The pairs of which an account is of those structures or below, each once, the likeliest first.

        What was told apart is none.
        """
        ...

    async def merge(self, gone: str, kept: str) -> None:
        """Merges the first account into the second: it disappears, and what ties it to others ties the other one.

        An administrator's account is not declined, as the ENT does not: whoever asks decides that.

        Declined: `GONE`, `FORBIDDEN`; `APART`, where they are no pair; what `hindrance` names; `OTHER_KEPT`, where
        the ENT would keep the first one.
        """
        ...

    async def part(self, one: str, other: str) -> None:
        """Records that the two accounts are two people's: they are never a pair again. Nothing where they are none.

        Declined: `GONE`, `FORBIDDEN`; `BLOCKED`, where one of them is.
        """
        ...


def hindrance(one: Account, other: Account) -> Reason | None:
    """Why the ENT does not merge these two; None where it does.

    Two profiles are two accounts (guide, chapter 2.E), and a blocked account is not settled (chapter 3.A.3):
    these are rules of the guide, which the ENT itself does not check. The others are its own.
    """
    if one.profile is not other.profile:
        return Reason.PROFILES
    if one.activated and other.activated:
        return Reason.BOTH_ACTIVE
    if one.deleted_at is not None or other.deleted_at is not None:
        return Reason.DELETED
    if one.source == other.source and one.source in _FEEDS and not (_missing(one) or _missing(other)):
        return Reason.SAME_FEED
    return Reason.BLOCKED if one.blocked or other.blocked else None


def kept_first(one: Account, other: Account) -> tuple[Account, Account]:
    """The account that a merge keeps, and the one that disappears.

    The one that is activated; else the one that its feed still has; else that of the better source. Where the ENT
    leaves it to whoever asks, the older one.
    """
    two = sorted((one, other), key=lambda account: (account.created_at is None, str(account.created_at), account.id))
    kept, gone = sorted(two, key=_preference)
    return kept, gone


def changes_source(kept: Account, gone: Account) -> bool:
    """Whether the kept account is fed from then on as the one that disappears was, and takes its identity there."""
    better = _rank(gone.source) < _rank(kept.source)
    same = gone.source == kept.source and gone.source in _FEEDS
    return kept.activated and (better or (same and _missing(kept)))


def likeness(one: Account, other: Account) -> int:
    """The score that the ENT gives a pair."""
    told = [
        (one.last_name, other.last_name),
        (one.first_name, other.first_name),
        (str(one.birth_date or ""), str(other.birth_date or "")),
        (one.email, other.email),
    ]
    return 2 + sum(same(*pair) for pair in told)


def same(one: str, other: str) -> bool:
    """Whether both are told, and equal but for case, accents and spaces."""
    return bool(words(one)) and "".join(words(one)) == "".join(words(other))


def ordered(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs as they are listed: the likeliest first, then by the name and the identifiers."""
    return sorted(pairs, key=_place)


def _place(pair: Pair) -> tuple[int, list[str], str, str]:
    return -pair.score, words(f"{pair.one.last_name} {pair.one.first_name}"), pair.one.id, pair.other_id


def _preference(account: Account) -> tuple[bool, int, bool]:
    feeds = account.source in _FEEDS
    return not account.activated, _rank(account.source), feeds and _missing(account)


def _rank(source: str) -> int:
    return _SOURCES.index(source) if source in _SOURCES else len(_SOURCES)


def _missing(account: Account) -> bool:
    return account.missing_since is not None or account.deleted_at is not None
