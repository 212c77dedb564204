"""Whether an account may be somebody's who is to be given one: by names and by birth date. Pure."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from bot.folding import words
from bot.terms import Account

_ALIKE = 0.74  #: share of letters that two names have in common, in their order: one mistyped letter of four


class Likeness(StrEnum):
    """How an account is like a newcomer, the most alike first."""

    SAME = "same"  #: the same names, whatever their order, case and accents
    BORN = "born"  #: the same birth date, and one name that is alike
    NEAR = "near"  #: names that are alike, and no birth date that tells them apart


def likeness(first_name: str, last_name: str, born: date | None, account: Account) -> Likeness | None:
    """How the account is like somebody of those names and that birth date; None where it is not."""
    theirs = account.first_name, account.last_name
    if sorted(map(_plain, (first_name, last_name))) == sorted(map(_plain, theirs)):
        return Likeness.SAME
    first, last = _near(first_name, theirs[0]), _near(last_name, theirs[1])
    if born is not None and born == account.birth_date and (first or last):
        return Likeness.BORN
    apart = born is not None and account.birth_date is not None and born != account.birth_date
    return Likeness.NEAR if first and last and not apart else None


def may_be(first_name: str, last_name: str, account: Account) -> bool:
    """Whether a name of the account is alike, so that its birth date would tell more."""
    return _near(first_name, account.first_name) or _near(last_name, account.last_name)


def _near(one: str, other: str) -> bool:
    """Whether two names are the same but for a mistake of typing, or one has words of the other."""
    mine, theirs = set(words(one)), set(words(other))
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return True
    plain, compared = _plain(one), _plain(other)
    return bool(plain and compared) and SequenceMatcher(None, plain, compared).ratio() >= _ALIKE


def _plain(name: str) -> str:
    return "".join(words(name))
