"""Mailings: their lifecycle, and whom they invite. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.terms import Account, MailingState
from bot.workflows.rules.machines import Guard, Lifecycle

_R, _D, _C = MailingState.RUNNING, MailingState.DONE, MailingState.CANCELLED


class MailingEvent(StrEnum):
    """What happens to a mailing."""

    STOP = "stop"  #: an administrator of the school stops it, or it cannot go on
    FINISH = "finish"  #: the last account was gone through


@dataclass(slots=True)
class MailingCase:
    """A mailing as the lifecycle sees it."""

    state: str


#: (event, from, to, guard): docs/states.md shows it, and a test keeps the two equal
TABLE: tuple[tuple[MailingEvent, tuple[MailingState, ...], MailingState, Guard | None], ...] = (
    (MailingEvent.STOP, (_R,), _C, None),
    (MailingEvent.FINISH, (_R,), _D, None),
)
LIFECYCLE = Lifecycle(MailingState, MailingState.RUNNING, TABLE)


def reads(account: Account, school: str) -> bool:
    """Whether a message of the ENT reaches somebody there who is of that school."""
    here = any(place.id == school for place in account.places)
    return here and account.activated and not account.barred
