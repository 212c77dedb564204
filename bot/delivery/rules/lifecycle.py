"""The lifecycle of a delivery: one table, one shared machine, fired on throw-away subjects.

A claim is data beside the state: a queued delivery that a courier has claimed is being sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from transitions import EventData, Machine, MachineError

from bot.terms import DeliveryState

REPEATABLE = ("refresh", "delete", "menu")  #: kinds of delivery that may be done twice without harm


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

#: (event, from, to, guard): docs/delivery.md shows it, and a test keeps the two equal.
#: An outcome may be recorded late, when the claim ran out and the delivery became uncertain.
TABLE: tuple[tuple[DeliveryEvent, tuple[DeliveryState, ...], DeliveryState, str | None], ...] = (
    (DeliveryEvent.ARRIVE, (_Q, _U), _S, None),
    (DeliveryEvent.RETRY, (_Q, _U), _Q, None),
    (DeliveryEvent.DOUBT, (_Q, _U), _U, None),
    (DeliveryEvent.FAIL, (_Q, _U), _DEAD, None),
    (DeliveryEvent.CUT_OFF, (_Q,), _Q, "repeatable"),
    (DeliveryEvent.CUT_OFF, (_Q,), _U, "not_repeatable"),
    (DeliveryEvent.REQUEUE, (_Q, _U, _DEAD), _Q, None),
    (DeliveryEvent.DROP, (_Q, _U, _DEAD), _DROPPED, None),
)


@dataclass(slots=True)
class Case:
    """A delivery as the machine sees it: its state, and the kind that its guards look at."""

    state: str
    kind: str


def repeatable(event: EventData) -> bool:
    """Its kind may be done twice without harm."""
    assert isinstance(event.model, Case)
    return event.model.kind in REPEATABLE


def not_repeatable(event: EventData) -> bool:
    """Its kind would be said twice."""
    return not repeatable(event)


_GUARDS = {guard.__name__: guard for guard in (repeatable, not_repeatable)}


def machine(factory: type[Machine] = Machine, **options: Any) -> Machine:
    """The lifecycle as a machine, without a model unless one is named; `factory` may be one that draws itself."""
    made = factory(
        model=options.pop("model", None),
        states=[state.value for state in DeliveryState],
        initial=DeliveryState.QUEUED.value,
        auto_transitions=False,
        send_event=True,
        **options,
    )
    for event, sources, target, guard in TABLE:
        conditions = None if guard is None else _GUARDS[guard]
        made.add_transition(event.value, [s.value for s in sources], target.value, conditions=conditions)
    return made


_MACHINE = machine()


def fire(event: DeliveryEvent, kind: str, state: DeliveryState = DeliveryState.QUEUED) -> DeliveryState:
    """The state that the event leads to from `state`, for a delivery of that kind; raises `ValueError` if to none."""
    case = Case(state.value, kind)
    try:
        _MACHINE.events[event.value].trigger(case)
    except MachineError as error:
        raise ValueError(f"nothing is to {event.value} where a delivery is {state.value}") from error
    return DeliveryState(case.state)
