"""What a guided conversation is made of: its questions in order, what answers each, and what is done at the end.

Each noun declares its conversations as values of `Conversation`; `bot.workflows.conversations.course` runs them. What
was said so far is kept in a draft, a dataclass of plain values.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bot.terms import Notice, Saying
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Waits as Waits

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Question(Generic[D]):
    """One thing that a conversation asks.

    `hear` and the functions of `picks` change the draft, or raise a `Refusal` that says what is wrong with the
    answer; then nothing changes.
    """

    name: str
    unanswered: Callable[[Turn, D], bool]  #: whether it is still to be asked
    ask: Callable[[Turn, D], Notice]  #: the question in words, with a button for each choice
    hear: Callable[[Turn, D, Saying], bool]  #: takes words or files; False where they need no reply
    picks: Mapping[str, Callable[[Turn, D, str], None]] = field(default_factory=dict)  #: by action, takes a button
    amendable: bool = True  #: whether the edit of a message that answered it counts as a new answer
    files: bool = False  #: whether `hear` takes files too; a message with files is refused where it does not
    skip: Callable[[D], None] | None = None  #: records that it has no answer; None where it must have one


@dataclass(frozen=True, slots=True)
class Conversation(Generic[D]):
    """Questions asked one after the other until all are answered, and what is done then.

    Whatever it calls is given the turn, or the caller, of the account that began it, whichever account speaks now.

    Exactly one of `finish` and `act` is given. `finish` runs in the transaction of the last answer. `act` runs
    outside of any transaction, to ask the ENT; it must end the conversation itself (`course.leave`) once the ENT has
    done it, so that after a failure the same button tries again.
    """

    name: str
    draft: type[D]
    questions: tuple[Question[D], ...]
    waits: Waits  #: which of the spans of the policy says how long its questions wait
    finish: Callable[[Turn, D], Any] | None = None  #: returns what to say, or the first question of another one
    act: Callable[[Desk, str, Caller, D], Awaitable[Notice | None]] | None = None
    learn: Callable[[Desk, Caller, D], Awaitable[None]] | None = None  #: asks the ENT what the next question needs
    learns: Callable[[D], bool] = lambda _draft: True  #: whether `learn` is to run now
    keep: Callable[[D, D], None] | None = None  #: on going back, copies what must not be lost from the later draft
    #: raises the `Refusal` that says why its person may not go on with it any more; asked after any refusal
    may: Callable[[Turn, D], None] = lambda _turn, _draft: None
    about: Callable[[D], int] = lambda _draft: 0  #: the request that its words go to; 0 where they go to none yet
    carries: bool = False  #: whether its words are sent to other people, so that it must be sure whom they are for
    lasting: Callable[[D], bool] = lambda _draft: False  #: whether it comes back after the person did something else
    holds: Callable[[D], bool] = lambda _draft: (
        False
    )  #: whether it holds words that were written and went nowhere yet
    closed: str = "closed"  #: the kind of the notice that takes the place of its question once it was given up
    stays: bool = False  #: whether the words of a question stay, without its buttons, once it is asked elsewhere
    ended: str = "ended"  #: the kind of the notice that takes the place of its question once all is done
    several: bool = False  #: whether several may be open at once, each with its own question
    leads_on: frozenset[str] = frozenset()  #: actions of buttons that leave it, but must carry its serial

    @property
    def actions(self) -> frozenset[str]:
        """The actions of the buttons that answer its questions."""
        return frozenset(action for question in self.questions for action in question.picks)
