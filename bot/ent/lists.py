"""The part of the port that searches accounts: the query, and the pages of accounts it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from bot.terms import Account, Profile


class Sort(StrEnum):
    """The order of a list of accounts."""

    NAME = "name"  #: by last name, then first name
    PROFILE = "profile"  #: by profile, then as `NAME`


@dataclass(frozen=True, slots=True)
class Query:
    """The filters of a list of accounts (guide, chapter 3.B); a field left at its default filters nothing."""

    words: str = ""  #: beginnings of first or last names, in any order, or one whole login
    profiles: frozenset[Profile] = frozenset()
    classes: frozenset[str] = frozenset()  #: identifiers
    groups: frozenset[str] = frozenset()  #: names of manual groups
    sources: frozenset[str] = frozenset()
    activated: bool | None = None
    blocked: bool | None = None
    duplicates: bool = False  #: only accounts that may be somebody's second one
    administrators: bool = False  #: only those who administer a school, of those searched, that they belong to
    created_from: date | None = None
    created_until: date | None = None
    sort: Sort = Sort.NAME


@dataclass(frozen=True, slots=True)
class Found:
    """A page of accounts."""

    accounts: tuple[Account, ...]
    after: str = ""  #: give this to `search` for the next page; empty on the last page
    count: int | None = None  #: number of accounts on all pages; None where counting would be slow


class Lists(Protocol):
    """Searches the accounts of structures."""

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of at most `limit` accounts of the structures `within`, of all below them, and of pupils' relatives.

        Ignores case and accents. Words without any letter or digit find nobody. `after` is the `Found.after` of the
        page before; any other value starts again from the first page.
        """
        ...
