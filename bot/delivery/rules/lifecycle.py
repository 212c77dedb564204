"""The lifecycle of a delivery: one table, one shared machine, fired on throw-away subjects.

A claim is data beside the state: a queued delivery that a courier has claimed is being sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from transitions import EventData

from bot.terms import DeliveryState
from bot.workflows.rules.machines import Guard, Impossible, Lifecycle

REPEATABLE = ("refresh", "bare", "delete", "menu", "leave")  #: kinds of delivery that may be done twice without harm


class DeliveryEvent(StrEnum):
    """What happens to a delivery."""

    ARRIVE = "arrive"  #: Telegram took it
    RETRY = "retry"  #: it was not written, and goes again later
    DOUBT = "doubt"  #: it was written, and no answer came
    FAIL = "fail"  #: it cannot be sent
    CUT_OFF = "cut_off"  #: its claim ended before anybody recorded an outcome
    REQUEUE = "requeue"  #: an operator has it sent again
    DROP = "drop"  #: an operator gave it up, or its reader floods the bot


_Q, _S, _U = DeliveryState.QUEUED, DeliveryState.SENT, DeliveryState.UNCERTAIN
_DEAD, _DROPPED = DeliveryState.DEAD, DeliveryState.DROPPED


@dataclass(slots=True)
class DeliveryCase:
    """A delivery as the machine sees it: its state, and the kind that its guards look at."""

    state: str
    kind: str


def repeatable(event: EventData) -> bool:
    """Its kind may be done twice without harm."""
    case = event.model
    assert isinstance(case, DeliveryCase)
    return case.kind in REPEATABLE


def not_repeatable(event: EventData) -> bool:
    """Its kind would be said twice."""
    return not repeatable(event)


#: (event, from, to, guard): docs/delivery.md shows it, and a test keeps the two equal.
#: An outcome may be recorded late, when the claim ran out and the delivery became uncertain.
TABLE: tuple[tuple[DeliveryEvent, tuple[DeliveryState, ...], DeliveryState, Guard | None], ...] = (
    (DeliveryEvent.ARRIVE, (_Q, _U), _S, None),
    (DeliveryEvent.RETRY, (_Q, _U), _Q, None),
    (DeliveryEvent.DOUBT, (_Q, _U), _U, None),
    (DeliveryEvent.FAIL, (_Q, _U), _DEAD, None),
    (DeliveryEvent.CUT_OFF, (_Q,), _Q, repeatable),
    (DeliveryEvent.CUT_OFF, (_Q,), _U, not_repeatable),
    (DeliveryEvent.REQUEUE, (_Q, _U, _DEAD), _Q, None),
    (DeliveryEvent.DROP, (_Q, _U, _DEAD), _DROPPED, None),
)
LIFECYCLE = Lifecycle(DeliveryState, DeliveryState.QUEUED, TABLE)


def fire(event: DeliveryEvent, kind: str, state: DeliveryState = DeliveryState.QUEUED) -> DeliveryState:
    """The state that the event leads to from `state`, for a delivery of that kind; raises `ValueError` if to none."""
    try:
        return LIFECYCLE.fire(event, DeliveryCase(state, kind))
    except Impossible as error:
        raise ValueError(f"nothing is to {event.value} where a delivery is {state.value}") from error
