"""What may happen to a request, and who is told what then. The one who acts is never told of their own act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Whom(Enum):
    """Circles of people around a request."""

    REQUESTER = "requester"  #: who asked, and who filed it for them
    ANSWERING = "answering"  #: its holder, or every agent of the desk while nobody holds it
    DESK = "desk"  #: every agent of the desk
    HOLDER = "holder"
    SCHOOL = "school"  #: the school's local administrators
    SENDERS = "senders"  #: who sent it on
    FOLLOWERS = "followers"  #: whose own request was merged into it


@dataclass(frozen=True, slots=True)
class Tell:
    """One line of an event: that circle hears this notice, or is shown the card under that headline."""

    whom: Whom
    kind: str  #: of the notice, or the headline of the card
    keys: tuple[str, ...] = ()  #: the buttons under the notice; a card brings its own
    card: bool = False
    quotes: bool = False  #: whether words and files go along; a reason is an internal note, and never does


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a request; each person is told once, by the first line that names them."""

    name: str
    tells: tuple[Tell, ...] = ()


def told(kind: str, *circles: Whom, keys: tuple[str, ...] = (), quotes: bool = False) -> tuple[Tell, ...]:
    """The same notice for each of those circles."""
    return tuple(Tell(whom, kind, keys, quotes=quotes) for whom in circles)


def shown(headline: str, *circles: Whom) -> tuple[Tell, ...]:
    """The card under that headline for each of those circles."""
    return tuple(Tell(whom, headline, card=True, quotes=True) for whom in circles)


_TALK = ("answer", "show")
_LOOK = ("show",)
_W = Whom

FILED = Event("filed", shown("filed", _W.DESK, _W.SCHOOL))
TAKEN = Event("taken", told("taken", _W.REQUESTER, keys=_TALK))
ANSWERED = Event("answered", told("answered", _W.REQUESTER, _W.SENDERS, keys=_TALK, quotes=True))
REPLIED = Event("replied", told("replied", _W.ANSWERING, _W.REQUESTER, _W.SENDERS, keys=_TALK, quotes=True))
ASKED = Event("asked", told("asked", _W.REQUESTER, _W.SENDERS, keys=_TALK, quotes=True))
NOTED = Event("noted", told("noted", _W.ANSWERING, _W.SENDERS, keys=_LOOK, quotes=True))
RELEASED = Event("released", shown("released", _W.DESK))
HANDED = Event("handed", shown("handed", _W.HOLDER) + told("taken", _W.REQUESTER, keys=_TALK))
ESCALATED = Event("escalated", shown("escalated", _W.DESK) + told("escalated", _W.REQUESTER, keys=_LOOK))
SENT_BACK = Event("sent_back", shown("sent_back", _W.DESK) + told("sent_back", _W.REQUESTER, keys=_LOOK))
RESOLVED = Event(
    "resolved",
    told("resolved", _W.REQUESTER, keys=("confirm", "reopen"), quotes=True)
    + told("resolved_elsewhere", _W.SENDERS, _W.FOLLOWERS),
)
CONFIRMED = Event("confirmed", told("confirmed", _W.HOLDER, _W.REQUESTER))
EXPIRED = Event("expired", told("expired", _W.REQUESTER, keys=("reopen",)))
REOPENED = Event("reopened", told("reopened", _W.ANSWERING, _W.REQUESTER, keys=_TALK, quotes=True))
UNREACHABLE = Event("unreachable", told("unreachable", _W.ANSWERING))
ACTED = Event("acted")
WITHDRAWN = Event("withdrawn", told("withdrawn", _W.REQUESTER))
MERGED = Event("merged", told("merged", _W.REQUESTER, _W.SENDERS))
EDITED = Event("edited", told("edited", _W.ANSWERING, _W.REQUESTER, _W.SENDERS, keys=_LOOK, quotes=True))

EVENTS = (
    *(FILED, TAKEN, ANSWERED, REPLIED, ASKED, NOTED, RELEASED, HANDED, ESCALATED, SENT_BACK, RESOLVED, CONFIRMED),
    *(EXPIRED, REOPENED, UNREACHABLE, ACTED, WITHDRAWN, MERGED, EDITED),
)
