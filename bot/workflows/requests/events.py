"""The events of a request, and who is told what of each."""

from __future__ import annotations

from bot.workflows.events import Event, Whom, shown, told

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
