"""The part of the port that makes accounts by hand, for people whom no feed brings (guide, chapters 2.B and 2.C)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.folding import words
from bot.terms import Account, Profile

MANUAL = "MANUAL"  #: the source of accounts made by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """An account that is to be made by hand."""

    first_name: str
    last_name: str
    profile: Profile
    school: str
    class_id: str = ""  #: a pupil's class; for a relative, the class of one of the children
    birth_date: date | None = None  #: known for every pupil
    children: tuple[str, ...] = ()  #: account ids, for a relative

    def became(self, account: Account, since: datetime) -> bool:
        """Whether that account was made for this newcomer from that moment on."""
        mine = account.source == MANUAL and account.created_at is not None and account.created_at >= since
        names = [words(account.first_name), words(account.last_name)]
        return (
            mine
            and account.profile is self.profile
            and names == [words(self.first_name), words(self.last_name)]
            and account.birth_date == self.birth_date
            and any(place.id == self.school for place in account.places)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to change of an account made by hand; what is None stays."""

    first_name: str | None = None
    last_name: str | None = None
    birth_date: date | None = None
    children: tuple[str, ...] | None = None  #: all of a relative's, by identifier


class Creation(Protocol):
    """Makes accounts by hand, and changes and deletes those alone. All but `create` may be repeated."""

    async def create(self, newcomer: Newcomer) -> str:
        """Makes an account that was never activated, with a login of its own; returns its identifier.

        Never repeated: an ENT has no means to tell a second pupil of that name from the first one asked for twice.
        Declined: `FORBIDDEN` outside of the administered schools; `GONE` where the class or a child is not there.
        """
        ...

    async def made(self, newcomer: Newcomer, since: datetime) -> Sequence[str]:
        """The accounts made by hand from that moment on that are this newcomer's, by identifier, oldest first.

        They have the same names, profile, school and birth date. What `create` answered may have been lost: this
        tells whether it made one.
        """
        ...

    async def modify(self, account_id: str, change: Change) -> None:
        """Changes an account made by hand; its login stays.

        Declined: `GONE`, also for a child; `DELETED`; `FORBIDDEN`, also for an administrator's account; `FED` for
        one whose data the feed brings.
        """
        ...

    async def delete(self, account_id: str) -> None:
        """Deletes an account made by hand that was never activated; pre-deletes one that was, or leaves it so.

        Declined: `GONE`; `FORBIDDEN`, also for an administrator's account; `FED`.
        """
        ...

    async def restore(self, account_id: str) -> None:
        """Takes back the pre-deletion of an account made by hand; does nothing where there is none.

        Declined: as `delete`.
        """
        ...
