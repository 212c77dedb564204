"""The part of the port that reads the groups of schools: those that follow its people, and those made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.terms import Account, Profile


class GroupKind(StrEnum):
    """Where a group comes from; only manual ones are composed by people."""

    PROFILE = "profile"  #: everybody of one profile in a school, or in one of its classes
    TEACHING = "teaching"  #: taught beside the classes, such as an ULIS; named in ONDE
    MANUAL = "manual"  #: made by hand, and named as its school likes


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a school, as the ENT says now."""

    id: str
    school: str
    name: str  #: empty for a group of a profile, which is told by profile and class
    kind: GroupKind
    profile: Profile | None = None  #: of a group of a profile
    class_id: str | None = None  #: None for a group of the whole school
    class_name: str | None = None
    size: int = 0  #: its members
    together: bool = False  #: whether its members may write to each other
    fixed: bool = False  #: whether the platform lets nobody rename or delete it
    composed: bool = False  #: whether the platform says who its members are
    made_by: str = ""  #: the name that the ENT has of whoever made it; empty where it has none
    made_at: datetime | None = None

    @property
    def manual(self) -> bool:
        """Whether it was made by hand."""
        return self.kind is GroupKind.MANUAL


class Groups(Protocol):
    """Reads groups. A school is always named: a group is one of that school, or is not there."""

    async def groups(self, school: str) -> list[Group]:
        """The groups of a school; empty for an unknown one.

        First those of the school's profiles, then those of its classes' profiles, the teaching groups, and the
        manual ones; by name, in the order of the profiles.
        """
        ...

    async def group_names(self, school: str) -> list[str]:
        """The names of a school's manual groups, sorted, each once; empty for an unknown school."""
        ...

    async def group(self, school: str, group_id: str) -> Group | None:
        """The group of that school with that identifier; None if there is none."""
        ...

    async def members(self, school: str, group_id: str) -> list[Account]:
        """The members of a group, by name, without pre-deleted ones; empty where there is no such group there.

        What an ENT tells of somebody only on their card, such as an e-mail address, may be missing.
        """
        ...


def in_order(groups: list[Group]) -> list[Group]:
    """The groups in the order of `Groups.groups`."""
    kinds, profiles = list(GroupKind), list(Profile)

    def rank(group: Group) -> tuple[int, bool, str, int, str, str]:
        profile = profiles.index(group.profile) if group.profile else 0
        whole = group.class_id is None
        return kinds.index(group.kind), group.profile is not None and not whole, *_named(group, profile), group.id

    return sorted(groups, key=rank)


def _named(group: Group, profile: int) -> tuple[str, int, str]:
    """By class and profile, where a profile makes it; else by name."""
    if group.kind is GroupKind.PROFILE:
        return group.class_name or "", profile, ""
    return "", 0, group.name
