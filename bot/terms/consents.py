"""What was answered to the question whether a pupil may write here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Says(StrEnum):
    """What somebody says when they are asked whether a pupil may write here."""

    NOTHING = "nothing"  #: they were asked, and have not answered
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Answer:
    """The last word of one person about one pupil."""

    child: int  #: the `id` of the pupil
    giver: int  #: the `id` of whoever was asked
    school: str  #: the school for which they speak, since it holds the family's paper; empty for a parent
    says: Says
    charter: int  #: the version of the pupil's charter that it is about
    at: datetime
    again_at: datetime | None = None  #: when they were asked again, because a yes ends soon; None if they were not
    shared: bool = False  #: whether it was said in the chat where the pupil's account is linked, too: on one phone
