"""Attaches an account to classes and teaching groups, and detaches it, one after the other; each twice is as once.

What is to be changed stands in the act that was written down: whoever finds it unfinished can go on with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.ent.classes import Classes
from bot.ent.directory import Reason
from bot.storage.interventions import Intervention
from bot.terms import Declined, InDoubt, Unavailable

ACT = "classes"  #: the name of the act in the audit
#: what concerns one class alone: the others are changed all the same
_OF_ONE = (Reason.GONE, Reason.FORBIDDEN, Reason.REFUSED)


@dataclass(frozen=True, slots=True)
class Step:
    """One class or teaching group to attach the account to, or else to detach it from."""

    there: bool
    group: bool
    id: str
    label: str


@dataclass(slots=True)
class Outcome:
    """How far the steps have come."""

    done: list[Step] = field(default_factory=list)
    failed: list[Step] = field(default_factory=list)  #: those that the ENT declined
    left: list[Step] = field(default_factory=list)  #: not done, or not surely: the ENT stopped answering

    @property
    def facts(self) -> dict[str, Any]:
        """The names of what was done, declined and left, as sentences use them."""
        return {
            "added": ", ".join(step.label for step in self.done if step.there),
            "removed": ", ".join(step.label for step in self.done if not step.there),
            "declined": ", ".join(step.label for step in self.failed),
            "pending": ", ".join(step.label for step in self.left),
        }


def noted(steps: Sequence[Step]) -> dict[str, Any]:
    """The facts of the act that is to take these steps."""
    added = sum(step.there for step in steps)
    rows = [[step.there, step.group, step.id, step.label] for step in steps]
    return {"steps": rows, "added": added, "removed": len(steps) - added}


def read(act: Intervention) -> list[Step]:
    """The steps of an act that `noted` wrote."""
    return [Step(bool(there), bool(group), str(key), str(label)) for there, group, key, label in act.facts["steps"]]


async def take(directory: Classes, account: str, steps: Sequence[Step]) -> Outcome:
    """Has the ENT take the steps; returns how far it came.

    Raises the ENT's `Declined` where nothing was changed.
    """
    made, refused = Outcome(), Declined(Reason.REFUSED)
    for at, step in enumerate(steps):
        try:
            change = directory.teach_group if step.group else directory.teach_class
            await change(account, step.id, step.there)
        except Declined as no:
            if no.reason in _OF_ONE:
                refused = no
                made.failed.append(step)
                continue
            if not made.done:
                raise
            made.left = list(steps[at:])
            break
        except (InDoubt, Unavailable):
            made.left = list(steps[at:])
            break
        made.done.append(step)
    if made.failed and not made.done and not made.left:
        raise refused
    return made
