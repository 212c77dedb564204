"""The lifecycle of an act on the ENT: intended, then done, declined, or in doubt until the ENT is read again.

The first known end stands: nothing leads out of done and declined.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.terms import InterventionState
from bot.workflows.rules.machines import Guard, Lifecycle

_I, _D = InterventionState.INTENDED, InterventionState.DOUBT


class InterventionEvent(StrEnum):
    """What is heard of an act on the ENT."""

    SUCCEED = "succeed"  #: the ENT says, or shows later, that it was done
    DECLINE = "decline"  #: the ENT says that it was not done
    LOSE = "lose"  #: no answer came, or not in time


@dataclass(slots=True)
class InterventionCase:
    """An act as the lifecycle sees it."""

    state: str


#: (event, from, to, guard): docs/states.md shows it, and a test keeps the two equal
TABLE: tuple[tuple[InterventionEvent, tuple[InterventionState, ...], InterventionState, Guard | None], ...] = (
    (InterventionEvent.SUCCEED, (_I, _D), InterventionState.DONE, None),
    (InterventionEvent.DECLINE, (_I, _D), InterventionState.DECLINED, None),
    (InterventionEvent.LOSE, (_I,), InterventionState.DOUBT, None),
)
LIFECYCLE = Lifecycle(InterventionState, InterventionState.INTENDED, TABLE)
