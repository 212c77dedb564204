"""Lifecycles: a table of transitions, made into one shared machine that is fired on throw-away subjects."""

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
    """What a machine is fired on: a dataclass with a state (or its value), and whatever data the guards look at."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    state: str


class Impossible(Exception):
    """Nothing in the table leads from this state by this event, or a guard stands in the way."""

    def __init__(self, event: str, state: str, guarded: bool) -> None:
        super().__init__(f"{event} from {state!r}" + " is barred by a guard" * guarded)
        self.guarded = guarded  #: whether the table has a line, whose guard said no


class Lifecycle(Generic[S, E]):
    """The states of one noun, where it begins, and its table: lines of event, states it starts from, target, guard.

    Of several lines for the same event and state, the first whose guard agrees is taken.
    """

    def __init__(
        self, states: type[S], initial: S, table: Sequence[tuple[E, tuple[S, ...], S, Guard | None]]
    ) -> None:
        self._states, self._initial, self.table = states, initial, table
        self._steps = {(state, event) for event, sources, _, _ in table for state in sources}
        self._guarded = {(state, event) for event, sources, _, guard in table if guard for state in sources}
        self._machine = self.machine()

    def machine(self, factory: type[Machine] = Machine, **options: Any) -> Machine:
        """The table as a new machine, without a model unless one is named; `factory` may be one that draws itself."""
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
        """The state that the event leads to; raises `Impossible`. The subject itself is left as it was."""
        moving = replace(subject, state=str(subject.state))  # `transitions` looks enum members up by name
        try:
            moved = self._machine.events[event.value].trigger(moving)
        except MachineError as error:
            raise Impossible(event, subject.state, guarded=False) from error
        if not moved:
            raise Impossible(event, subject.state, guarded=True)
        return self._states(moving.state)

    def leads(self, state: S, event: E) -> bool:
        """Whether the table has a line for that event in that state, whatever its guard says."""
        return (state, event) in self._steps

    def guarded(self, state: S, event: E) -> bool:
        """Whether a guard has a say in what that event does in that state."""
        return (state, event) in self._guarded
