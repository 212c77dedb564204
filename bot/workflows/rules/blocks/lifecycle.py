"""The lifecycle of a campaign: planned, begun on its day, ended by itself or by somebody."""

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
    """A campaign as the machine sees it."""

    state: str
    blocks: bool = True  #: False where it unblocks
    author_there: bool = True  #: whoever asked for it still administers the school


def lapsed(event: EventData) -> bool:
    """Whoever planned the block has left the school: nobody is blocked in their name. What was blocked is undone."""
    case = event.model
    assert isinstance(case, CampaignCase)
    return case.blocks and not case.author_there


#: (event, from, to, guard): docs/states.md shows it, and a test keeps the two equal
TABLE: tuple[tuple[CampaignEvent, tuple[CampaignState, ...], CampaignState, Guard | None], ...] = (
    (CampaignEvent.BEGIN, (_P,), _C, lapsed),
    (CampaignEvent.BEGIN, (_P,), _R, None),
    (CampaignEvent.CANCEL, (_P, _R), _C, None),
    (CampaignEvent.FINISH, (_R,), _D, None),
)
LIFECYCLE = Lifecycle(CampaignState, CampaignState.PLANNED, TABLE)
