"""The lifecycle of a campaign: planned, running from its day on, then done or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from transitions import EventData

from bot.terms import CampaignState
from bot.workflows.rules.machines import Guard, Lifecycle

_P, _R = CampaignState.PLANNED, CampaignState.RUNNING
_D, _C = CampaignState.DONE, CampaignState.CANCELLED


class CampaignEvent(StrEnum):
    """What happens to a campaign."""

    BEGIN = "begin"  #: its moment has come
    CANCEL = "cancel"  #: an administrator of the school gives it up or stops it
    FINISH = "finish"  #: the last account was gone through


@dataclass(slots=True)
class CampaignCase:
    """A campaign as the lifecycle sees it."""

    state: str
    blocks: bool = True  #: True to block, False to unblock
    author_there: bool = True  #: whether its author still administers the school
    expired: bool = False  #: whether the campaign that undoes it is due already


def lapsed(event: EventData) -> bool:
    """Its author left the school: a block is then given up. An unblock is not, so that no account stays blocked."""
    case = event.model
    assert isinstance(case, CampaignCase)
    return case.blocks and not case.author_there


def expired(event: EventData) -> bool:
    """What undoes it is due already: it is not run late, just to be undone."""
    case = event.model
    assert isinstance(case, CampaignCase)
    return case.expired


#: (event, from, to, guard): docs/states.md shows it, and a test keeps the two equal
TABLE: tuple[tuple[CampaignEvent, tuple[CampaignState, ...], CampaignState, Guard | None], ...] = (
    (CampaignEvent.BEGIN, (_P,), _C, expired),
    (CampaignEvent.BEGIN, (_P,), _C, lapsed),
    (CampaignEvent.BEGIN, (_P,), _R, None),
    (CampaignEvent.CANCEL, (_P, _R), _C, None),
    (CampaignEvent.FINISH, (_R,), _D, None),
)
LIFECYCLE = Lifecycle(CampaignState, CampaignState.PLANNED, TABLE)
