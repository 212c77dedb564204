"""What a guided conversation is made of: questions in their order, what answers each, and what is done at the end.

A noun of the house declares its conversations as values of `Conversation`; `bot.workflows.conversations.course` runs
them. A draft is a dataclass of plain values: what was said so far.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Generic, TypeVar

from bot.terms import Notice, Saying
from bot.workflows.desk import Caller, Desk, Turn

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Question(Generic[D]):
    """One thing that a conversation asks.

    `hear` and the functions of `picks` change the draft, or raise a `Refusal` that says in one sentence what is wrong
    with the answer: then nothing changes.
    """

    name: str
    unanswered: Callable[[Turn, D], bool]  #: whether it is still to be asked
    ask: Callable[[Turn, D], Notice]  #: the sentence, with the buttons of its choices
    hear: Callable[[Turn, D, Saying], bool]  #: takes words or files; False where nothing needs to be said to them
    picks: Mapping[str, Callable[[Turn, D, str], None]] = field(default_factory=dict)  #: by a button's action
    skip: Callable[[D], None] | None = None  #: answers it with nothing; None where it must be answered


@dataclass(frozen=True, slots=True)
class Conversation(Generic[D]):
    """Questions asked one after the other until none is unanswered, and what is done then.

    Exactly one of `finish` and `act` is given. `finish` runs in the transaction of the last answer. `act` runs
    outside of any, for what the ENT does; it ends the conversation itself (`course.leave`), so that an ENT that
    failed can be asked again by the same button.
    """

    name: str
    draft: type[D]
    questions: tuple[Question[D], ...]
    life: timedelta  #: it ends by itself when nothing was said for so long
    finish: Callable[[Turn, D], Notice | None] | None = None
    act: Callable[[Desk, str, Caller, D], Awaitable[Notice | None]] | None = None
    learn: Callable[[Desk, Caller, D], Awaitable[None]] | None = None  #: asks the ENT what the next question needs
    learns: Callable[[D], bool] = lambda _draft: True  #: whether there is something to ask it now
    leads_on: frozenset[str] = frozenset()  #: actions of its buttons that lead out of it, and must know which it was

    @property
    def actions(self) -> frozenset[str]:
        """The actions of the buttons that answer its questions."""
        return frozenset(action for question in self.questions for action in question.picks)
