"""The port to the ENT: what the desk may ask of it and have it do, in the domain's words.

Each call may raise `Declined` with one of the reasons below: nothing was changed then. An act whose answer was lost
raises `InDoubt`. `Unavailable` is left to an ENT that shares the desk's database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.terms import Account, Profile, Structure

CODE_ALPHABET = "abcdefghjkmnprstvwxyz3456789"  #: of every code: no letter or digit that looks like another
CODE_LENGTH = 8


class Reason(StrEnum):
    """Why the ENT declined. The last four are for whoever runs the bot to mend."""

    FORBIDDEN = "forbidden"  #: not this account, or not in this structure
    GONE = "gone"  #: no such account or report (any more)
    INACTIVE = "inactive"  #: never activated: it has an activation code instead
    ACTIVE = "active"  #: activated already: it has no activation code
    NO_MAIL = "no-mail"  #: no address on the card
    REFUSED = "refused"  #: without a reason
    UNREACHABLE = "unreachable"  #: down, or too slow; nothing had been asked of it yet, or it was only read
    GARBLED = "garbled"  #: it answered what its contract does not say
    CREDENTIALS = "credentials"  #: the bot's own account cannot log in
    MFA = "mfa"  #: the bot's own account must confirm who it is
    NOT_READY = "not-ready"  #: the bot's own account must change its password, accept the charter, check its address


class Sort(StrEnum):
    """The orders of a list of accounts; within a profile, by name."""

    NAME = "name"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Query:
    """What a list of accounts is narrowed to (guide, chapter 3.B); an empty field narrows nothing."""

    words: str = ""  #: beginnings of first or last names, in any order, or one whole login
    profiles: frozenset[Profile] = frozenset()
    classes: frozenset[str] = frozenset()  #: identifiers
    groups: frozenset[str] = frozenset()  #: names of manual groups
    sources: frozenset[str] = frozenset()
    activated: bool | None = None
    blocked: bool | None = None
    duplicates: bool = False  #: only those that may be somebody's second account
    administrators: bool = False  #: only local administrators
    created_from: date | None = None
    created_until: date | None = None
    sort: Sort = Sort.NAME


@dataclass(frozen=True, slots=True)
class Found:
    """A page of accounts."""

    accounts: tuple[Account, ...]
    after: str = ""  #: the key the next page begins after; empty on the last page
    count: int | None = None  #: how many the query finds in all, where that is cheap to know


@dataclass(frozen=True, slots=True)
class Code:
    """A password renewal code: 8 characters, for one use, until a moment."""

    code: str
    expires_at: datetime

    def __repr__(self) -> str:
        return "Code(…)"  # so that no log and no failing test ever shows it


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reported a publication, and when."""

    account: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A reported publication (guide, chapter 10)."""

    id: str
    kind: str  #: of publication, as the ENT names it: BLOG, NEWS …
    html: str  #: what was published
    creator: str  #: account id
    creator_name: str
    published_at: datetime
    reporters: tuple[Reporter, ...]  #: oldest first
    verdict: str = ""  #: "kept", "deleted", or nothing while it waits
    treated_by: str = ""  #: their name
    treated_at: datetime | None = None

    @property
    def reported_at(self) -> datetime:
        """When it was last reported."""
        return max((reporter.at for reporter in self.reporters), default=self.published_at)


@dataclass(frozen=True, slots=True)
class BlockTrace:
    """A whole profile blocked or unblocked in a school, as the ENT remembers it."""

    at: datetime
    profile: Profile
    blocked: bool
    by: str  #: their name


class Directory(Protocol):
    """An ENT: its accounts and structures, and what an administrator may do there."""

    async def account(self, account_id: str) -> Account | None:
        """The account with that identifier; None where the ENT has none (any more)."""
        ...

    async def accounts(self, ids: Sequence[str]) -> list[Account]:
        """Those of the accounts that exist, in the order asked."""
        ...

    async def by_login(self, login: str) -> Account | None:
        """The account with exactly that login, case ignored; None where there is none."""
        ...

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of the accounts of the structures `within` and below them, and of their pupils' relatives.

        Case and accents are ignored. Words without any letter or digit find nobody. `after` is a key that a page
        before ended on; one that no page gave begins anew.
        """
        ...

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier and all that lies above it; None where there is none."""
        ...

    async def schools(self, within: Sequence[str]) -> list[Structure]:
        """The schools among those structures and below them, by name."""
        ...

    async def classes(self, school: str) -> list[Structure]:
        """The classes of a school, by name."""
        ...

    async def groups(self, school: str) -> list[str]:
        """The names of a school's manual groups, in order."""
        ...

    async def renew_code(self, account_id: str) -> Code:
        """A new renewal code for an activated account, in place of the one before (entcore-API: auth).

        Declined: `INACTIVE`, `GONE`, `FORBIDDEN` for a local administrator's account.
        """
        ...

    async def activation_code(self, account_id: str) -> str:
        """The activation code of an account never activated. Declined: `ACTIVE`, `GONE`, `FORBIDDEN`."""
        ...

    async def mail_reset(self, account_id: str) -> str:
        """Has the ENT mail the link that resets the password; returns the address it goes to.

        Declined: `NO_MAIL`, `INACTIVE`, `GONE`, `FORBIDDEN`.
        """
        ...

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks or unblocks an account; doing so twice changes nothing more. Declined: `GONE`, `FORBIDDEN`."""
        ...

    async def block_traces(self, school: str) -> list[BlockTrace]:
        """The whole profiles blocked and unblocked in the ENT's own console, newest first."""
        ...

    async def reports(self, school: str, treated: bool, page: int = 0) -> list[Report]:
        """A page of 25 of the school's reports, from page 0, newest first: those that wait, or the treated ones."""
        ...

    async def keep_report(self, school: str, report_id: str) -> None:
        """Lets a reported publication stand. Declined: `GONE`, also for one that was deleted."""
        ...

    async def delete_report(self, school: str, report_id: str) -> None:
        """Hides a reported publication from everyone, for good. Declined: `GONE`, also for one deleted already."""
        ...
