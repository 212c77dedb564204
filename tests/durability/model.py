"""The expected state of a request after the steps of its story, computed from the steps alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.durability.stories import Step, Story

LADDER = ("school", "erun", "danei")  #: the desks a request can climb, in order
_VOICES = {"ask": "question", "note": "note", "escalate": "note", "send_back": "note"}

Told = tuple[str, str]  #: person, and kind of notice (a card: `card:` and its headline)


@dataclass(slots=True)
class Expected:
    """The expected state of a request, its messages, and the notices about it."""

    desks: Mapping[str, Sequence[str]]  #: the agents of each desk
    requester: str
    status: str = "new"
    rung: int = 0
    holder: str = ""
    messages: list[tuple[str, str, str]] = field(default_factory=list)  #: author, voice, token
    acts: list[str] = field(default_factory=list)
    told: Counter[Told] = field(default_factory=Counter)
    senders: list[str] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)

    def take(self, step: Step) -> None:
        """Applies one step."""
        self.acts.append(step.act)
        if step.token:
            self.messages.append((step.who, _VOICES.get(step.act, "answer"), step.token))
        getattr(self, f"_{step.act}")(step)
        self.visited.update(self._desk())

    def _desk(self) -> Sequence[str]:
        return self.desks[LADDER[self.rung]]

    def _answering(self) -> Sequence[str]:
        return [self.holder] if self.holder else self._desk()

    def _tell(self, step: Step, *lines: tuple[str, Sequence[str]]) -> None:
        """Expects a notice for each person named, of the kind of their first line; none for the one who acts."""
        done = {step.who}
        for kind, whom in lines:
            for person in whom:
                if person not in done:
                    done.add(person)
                    self.told[(person, kind)] += 1

    def _file(self, step: Step) -> None:
        self._tell(step, ("card:filed", self._desk()))
        self.told[(step.who, "filed")] += 1  # the receipt, which must not be lost

    def _take(self, step: Step) -> None:
        self.status, self.holder = "open", step.who
        self._tell(step, ("taken", [self.requester]))

    def _answer(self, step: Step) -> None:
        self.status = "open" if self.status == "new" else self.status
        self.holder = step.who
        self._tell(step, ("answered", [self.requester, *self.senders]))

    def _reply(self, step: Step) -> None:
        self.status = "open" if self.status == "waiting" else self.status
        self._tell(step, ("replied", [*self._answering(), *self.senders]))

    def _ask(self, step: Step) -> None:
        self.status, self.holder = "waiting", step.who
        self._tell(step, ("asked", [self.requester, *self.senders]))

    def _note(self, step: Step) -> None:
        self._tell(step, ("noted", [*self._answering(), *self.senders]))

    def _release(self, step: Step) -> None:
        self.status, self.holder = "new", ""
        self._tell(step, ("card:released", self._desk()))

    def _escalate(self, step: Step) -> None:
        self._move(step, +1, "escalated")

    def _send_back(self, step: Step) -> None:
        self._move(step, -1, "sent_back")

    def _move(self, step: Step, by: int, kind: str) -> None:
        self.visited.update(self._desk())
        self.status, self.holder, self.rung = "new", "", self.rung + by
        if step.who not in self.senders:
            self.senders.append(step.who)
        self._tell(step, (f"card:{kind}", self._desk()), (kind, [self.requester]))

    def _resolve(self, step: Step) -> None:
        self.status, self.holder = "resolved", self.holder or step.who
        self._tell(step, ("resolved", [self.requester]), ("resolved_elsewhere", self.senders))

    def _confirm(self, step: Step) -> None:
        self.status = "closed"
        self._tell(step, ("confirmed", [self.holder]))

    def _reopen(self, step: Step) -> None:
        self.status = "open" if self.holder else "new"
        self._tell(step, ("reopened", self._answering()))

    def may_read(self, token: str) -> set[str]:
        """The people whose chats may show this token: all agents it reached, and the requester if it is no note."""
        voice = next(voice for _, voice, mine in self.messages if mine == token)
        return self.visited | (set() if voice == "note" else {self.requester})


def expected(story: Story) -> Expected:
    """The expected state after the steps that the story has taken."""
    desks = {"school": story.school.administrators, "erun": ("erun",), "danei": ("danei",)}
    model = Expected(desks, story.requester)
    for step in story.steps[: story.done]:
        model.take(step)
    return model
