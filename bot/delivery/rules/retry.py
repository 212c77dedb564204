"""What becomes of a notice after an attempt to send it: the outcomes, and what each asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, assert_never

PATIENCE = 300  #: attempts before a notice that cannot be written is given up: about a day
LONGEST_PAUSE = 300.0  #: seconds


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived."""

    message_id: int = 0  #: 0 where no message was made


@dataclass(frozen=True, slots=True)
class Wait:
    """Too many messages: nothing may go to this chat for so long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Gone:
    """The person cannot be reached: blocked the bot, never started it, left."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has a new identifier; the same words may go there."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class NoTopic:
    """The topic was deleted, and has to be made again."""


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Nothing arrived, and the next attempt cannot say it twice."""

    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It was written and nobody answered: it may have arrived."""

    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """It was understood and refused, and would be refused again."""

    reason: str


Outcome = Sent | Wait | Gone | Moved | NoTopic | NotWritten | Uncertain | Rejected


@dataclass(frozen=True, slots=True)
class Settle:
    """The notice has come to its end."""

    state: Literal["sent", "uncertain", "dead"]


@dataclass(frozen=True, slots=True)
class Retry:
    """The notice goes again after so many seconds; `whole_chat` if what follows it in the chat waits too."""

    after: float
    whole_chat: bool = False


Decision = Settle | Retry


def decide(outcome: Outcome, attempts: int) -> Decision:
    """What to do with a notice after its `attempts`-th attempt (counted from 1) had that outcome."""
    match outcome:
        case Sent():
            return Settle("sent")
        case Uncertain():
            return Settle("uncertain")
        case Gone() | Rejected():
            return Settle("dead")
        case Wait(seconds):
            return Retry(seconds, whole_chat=True)
        case Moved() | NoTopic():
            return Settle("dead") if attempts >= PATIENCE else Retry(0.0)
        case NotWritten():
            return Settle("dead") if attempts >= PATIENCE else Retry(pause(attempts))
        case _:
            assert_never(outcome)


def pause(attempts: int) -> float:
    """Seconds to wait after that many attempts: 1, 2, 4 … and never more than five minutes."""
    return min(LONGEST_PAUSE, 2.0 ** min(max(0, attempts - 1), 10))
