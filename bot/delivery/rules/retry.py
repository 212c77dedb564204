"""What becomes of a delivery after an attempt to send it: the outcomes, and what each of them asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from bot.delivery.rules.lifecycle import DeliveryEvent

PATIENCE = 300  #: attempts before a delivery that cannot be written is dead: about a day
LONGEST_PAUSE = 300.0  #: seconds


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it."""

    message_id: int = 0  #: 0 where no message was made
    others: tuple[int, ...] = ()  #: the further messages of an album
    lost: tuple[int, ...] = ()  #: the places, counted from 0, of files of the album that could not be sent
    outside: bool = False  #: whether its topic is gone, so that it stands in the chat itself


@dataclass(frozen=True, slots=True)
class Wait:
    """Too many messages: nothing may go to this chat for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Gone:
    """The person cannot be reached: they blocked the bot, never started it, or left Telegram."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has a new number: what is queued for the old one may go there."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Nothing was written to Telegram: another attempt cannot say it twice."""

    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It was written to Telegram, and no answer came: it may have arrived."""

    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """Telegram refused it, and would refuse it again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Vanished:
    """The message that was to be changed is not in the chat, or is one that this bot cannot change."""

    reason: str


Outcome = Sent | Wait | Gone | Moved | NotWritten | Uncertain | Rejected | Vanished


@dataclass(frozen=True, slots=True)
class Finish:
    """No attempt follows; the event leads to the state that the delivery ends in."""

    event: DeliveryEvent


@dataclass(frozen=True, slots=True)
class Retry:
    """Another attempt follows after so many seconds; with `whole_chat`, nothing goes to that chat before."""

    after: float
    whole_chat: bool = False


Decision = Finish | Retry


def decide(outcome: Outcome, attempts: int) -> Decision:
    """What follows from the outcome of an attempt, given how many were made with this one."""
    match outcome:
        case Sent() | Vanished():  # nothing is left to change
            return Finish(DeliveryEvent.ARRIVE)
        case Uncertain():
            return Finish(DeliveryEvent.DOUBT)
        case Gone() | Rejected():
            return Finish(DeliveryEvent.FAIL)
        case Wait(seconds):
            return Retry(seconds, whole_chat=True)
        case Moved():
            return Finish(DeliveryEvent.FAIL) if attempts >= PATIENCE else Retry(0.0)
        case NotWritten():
            return Finish(DeliveryEvent.FAIL) if attempts >= PATIENCE else Retry(pause(attempts))
        case _:
            assert_never(outcome)


def pause(attempts: int) -> float:
    """Seconds to wait after that many attempts: 1, 2, 4 … and never more than five minutes."""
    return min(LONGEST_PAUSE, 2.0 ** min(max(0, attempts - 1), 10))
