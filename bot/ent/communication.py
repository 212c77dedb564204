"""The part of the port that says who may write to whom: the rules between the groups of a school."""

from __future__ import annotations

from typing import Protocol

Rule = tuple[str, str]
"""The identifiers of two groups: the members of the first one may write to those of the second one."""


class Communication(Protocol):
    """Reads and changes rules. Both groups are of the school that is named; what leads out of it is not told.

    Whether the members of one group may write to each other is no rule of these: see `Group.together`.
    """

    async def rules(self, school: str) -> list[Rule]:
        """Every rule between two groups of a school, sorted; empty for an unknown one."""
        ...

    async def rules_of(self, school: str, group_id: str) -> list[Rule]:
        """The rules from a group of the school, and to it, sorted; empty where there is no such group there."""
        ...

    async def widened(self, school: str, sender: str, receiver: str) -> frozenset[str]:
        """Which of the two groups would also have its members write to each other if that rule were made.

        Declined: `GONE`, where one of them is no group of the school; `FORBIDDEN`; `RESERVED`, where only those who
        administer the whole ENT may make that rule.
        """
        ...

    async def allow(self, school: str, sender: str, receiver: str, allowed: bool) -> None:
        """Makes that rule, or removes it; does nothing if it is so already. Declined as `widened`."""
        ...

    async def reset_rules(self, school: str) -> None:
        """Brings the rules of the school's automatic groups back to what the ENT begins with.

        Those between two manual groups stay. Declined: `FORBIDDEN`; `RESERVED`, as `widened`.
        """
        ...
