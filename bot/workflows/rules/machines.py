"""Lifecycles: turns a table of transitions into a state machine, which computes the state an event leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import Field, replace
from enum import StrEnum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from transitions import EventData, Machine, MachineError

S = TypeVar("S", bound=StrEnum)
E = TypeVar("E", bound=StrEnum)

Guard = Callable[[EventData], bool]


class Subject(Protocol):
    """What an event happens to: a dataclass with its state (or the state's value) and the data for the guards."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    state: str


class Impossible(Exception):
    """The event cannot happen in this state: the table has no line for it, or a guard said no."""

    def __init__(self, event: str, state: str, guarded: bool) -> None:
        super().__init__(f"{event} from {state!r}" + " is barred by a guard" * guarded)
        self.guarded = guarded  #: True where the table has a line, but its guard said no


class Lifecycle(Generic[S, E]):
    """The lifecycle of one noun: its states, the first of them, and its table.

    A line of the table is an event, the states it can happen in, the state it leads to, and a guard or None. Of
    several lines for the same event and state, the first whose guard agrees is taken.
    """

    def __init__(
        self, states: type[S], initial: S, table: Sequence[tuple[E, tuple[S, ...], S, Guard | None]]
    ) -> None:
        self._states, self._initial, self.table = states, initial, table
        self._steps = {(state, event) for event, sources, _, _ in table for state in sources}
        self._guarded = {(state, event) for event, sources, _, guard in table if guard for state in sources}
        self._machine = self.machine()

    def machine(self, factory: type[Machine] = Machine, **options: Any) -> Machine:
        """A new state machine of the table, without a model unless `options` has one; some factories can draw it."""
        made = factory(
            model=options.pop("model", None),
            states=[state.value for state in self._states],
            initial=self._initial.value,
            auto_transitions=False,
            send_event=True,
            **options,
        )
        for event, sources, target, guard in self.table:
            made.add_transition(event.value, [state.value for state in sources], target.value, conditions=guard)
        return made

    def fire(self, event: E, subject: Subject) -> S:
        """The state that the event leads to; the subject is not changed. Raises `Impossible` where there is none."""
        moving = replace(subject, state=str(subject.state))  # `transitions` looks enum members up by name
        try:
            moved = self._machine.events[event.value].trigger(moving)
        except MachineError as error:
            raise Impossible(event, subject.state, guarded=False) from error
        if not moved:
            raise Impossible(event, subject.state, guarded=True)
        return self._states(moving.state)

    def leads(self, state: S, event: E) -> bool:
        """Whether the table has a line for that event in that state, with or without a guard."""
        return (state, event) in self._steps

    def guarded(self, state: S, event: E) -> bool:
        """Whether the table has a line with a guard for that event in that state."""
        return (state, event) in self._guarded
