"""The part of the port that says who teaches which class and which teaching group, and changes that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.terms import Account


@dataclass(frozen=True, slots=True)
class TeachingGroup:
    """A group of pupils that is taught beside the classes, such as an ULIS or an UPE2A."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Teaching:
    """What somebody teaches in one school."""

    classes: frozenset[str]  #: identifiers
    groups: frozenset[str]  #: identifiers of teaching groups


class Classes(Protocol):
    """Attaches those who teach to classes and teaching groups; both are named in ONDE alone."""

    async def teaching_groups(self, school: str) -> list[TeachingGroup]:
        """The teaching groups of a school, by name; empty for an unknown school."""
        ...

    async def teaching(self, account_id: str, school: str) -> Teaching:
        """The classes and teaching groups of that school that the account is attached to, as the ENT says now.

        Declined: `GONE`; `FORBIDDEN`.
        """
        ...

    async def teachers(self, school: str) -> list[tuple[Account, bool]]:
        """The teachers of a school, by name, each with whether they have a class or teaching group there.

        Without those who are pre-deleted. Empty for an unknown school.
        """
        ...

    async def teach_class(self, account_id: str, class_id: str, taught: bool) -> None:
        """Attaches an account to a class, or detaches it; does nothing if it is so already.

        An administrator's account may be attached as any other. Declined: `GONE`, where there is no such account or
        class; `DELETED`; `FORBIDDEN`.
        """
        ...

    async def teach_group(self, account_id: str, group_id: str, taught: bool) -> None:
        """Attaches an account to a teaching group, or detaches it; declined as `teach_class` is."""
        ...
