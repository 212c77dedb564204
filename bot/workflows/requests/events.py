"""The events of a request, and who is told what of each."""

from __future__ import annotations

from bot.workflows.events import Event, Whom, shown, told

_TALK = ("answer", "show")
_LOOK = ("show",)
_ENDS = ("confirm", "still")
_SOLVE = ("answer", "resolve", "show")
_REMARK = ("note", "show")
_AGAIN = ("reopen", "show")
_W = Whom
_BOTH = (_W.REQUESTER, _W.SENDERS)

_BEHALF = told("behalf", _W.REQUESTER, keys=("show", "withdraw"))  # whoever filed it for themselves is not told

FILED = Event("filed", _BEHALF + shown("filed", _W.DESK, _W.SCHOOL))
TAKEN = Event("taken", told("taken", _W.REQUESTER, keys=_TALK), receipt=True)
ANSWERED = Event("answered", told("answered", *_BOTH, _W.HOLDER, keys=_TALK, quotes=True), receipt=True)
REPLIED = Event(
    "replied",
    told("replied", _W.ANSWERING, keys=_SOLVE, quotes=True) + told("replied", *_BOTH, keys=_TALK, quotes=True),
    receipt=True,
)
ASKED = Event("asked", told("asked", *_BOTH, _W.HOLDER, keys=_TALK, quotes=True), receipt=True)
NOTED = Event("noted", told("noted", _W.ANSWERING, _W.SENDERS, keys=_REMARK, quotes=True), receipt=True)
RELEASED = Event("released", shown("released", _W.DESK), receipt=True)
HANDED = Event("handed", shown("handed", _W.HOLDER) + told("taken", _W.REQUESTER, keys=_TALK), receipt=True)
ESCALATED = Event(
    "escalated", shown("escalated", _W.DESK) + told("escalated", _W.REQUESTER, keys=_LOOK), receipt=True
)
SENT_BACK = Event(
    "sent_back", shown("sent_back", _W.DESK) + told("sent_back", _W.REQUESTER, keys=_LOOK), receipt=True
)
RESOLVED = Event(
    "resolved",
    told("resolved", _W.REQUESTER, keys=("confirm", "reopen"), quotes=True)
    + told("resolved_elsewhere", _W.SENDERS, keys=_LOOK)
    + told("resolved_by", _W.HOLDER, keys=_LOOK, quotes=True)
    + told("followed_resolved", _W.FOLLOWERS, keys=_ENDS, quotes=True),
    receipt=True,
)
CONFIRMED = Event(
    "confirmed",
    told("confirmed", _W.HOLDER, keys=_LOOK)
    + told("confirmed", _W.REQUESTER, keys=_AGAIN)
    + told("followed_closed", _W.FOLLOWERS, keys=_ENDS),
    receipt=True,
)
EXPIRED = Event(
    "expired",
    told("expired", _W.REQUESTER, keys=_AGAIN) + told("followed_closed", _W.FOLLOWERS, keys=_ENDS),
)
REOPENED = Event(
    "reopened",
    told("reopened", _W.ANSWERING, keys=_SOLVE, quotes=True)
    + told("reopened", _W.REQUESTER, keys=_TALK, quotes=True)
    + told("followed_reopened", _W.FOLLOWERS, keys=_LOOK),
    receipt=True,
)
UNREACHABLE = Event("unreachable", told("unreachable", _W.ANSWERING, keys=_REMARK))
FILED_ABOVE = Event("filed", _BEHALF + shown("filed_above", _W.DESK) + shown("filed", _W.SCHOOL))
ESCALATED_PAST = Event(
    "escalated", shown("escalated_past", _W.DESK) + told("escalated_past", _W.REQUESTER, keys=_LOOK), receipt=True
)
MOVED_UP = Event("moved_up", shown("moved_up", _W.DESK) + told("moved_up", _W.REQUESTER, _W.SENDERS, keys=_LOOK))
MOVED_DOWN = Event(
    "moved_down", shown("moved_down", _W.DESK) + told("given_back", _W.REQUESTER, _W.SENDERS, keys=_LOOK)
)
STRANDED = Event("stranded", told("stranded", _W.REQUESTER, keys=_LOOK))
FOUND = Event("found", shown("found", _W.DESK) + told("found", _W.REQUESTER, keys=_LOOK))
GIVEN_BACK = Event(
    "given_back", shown("given_back", _W.DESK) + told("given_back", _W.REQUESTER, keys=_LOOK), receipt=True
)
HOLDER_AWAY = Event("holder_away", shown("holder_away", _W.DESK))
HOLDER_BACK = Event("holder_back", told("holder_back", _W.DESK, keys=_LOOK))
READS_AGAIN = Event("reads_again", told("reads_again", _W.ANSWERING, keys=_TALK))
ACTED = Event("acted", told("acted", _W.HOLDER, keys=_LOOK))
WITHDRAWN = Event("withdrawn", told("withdrawn", _W.REQUESTER, keys=_AGAIN), receipt=True)
MERGED = Event(
    "merged",
    told("merged", _W.REQUESTER, _W.SENDERS, keys=_LOOK) + told("followed_merged", _W.FOLLOWERS, keys=_LOOK),
    receipt=True,
)
MERGED_ACROSS = Event(
    "merged",
    told("merged", _W.REQUESTER, keys=_LOOK)
    + told("merged_across", _W.SENDERS, _W.SCHOOL, keys=_LOOK)
    + told("followed_merged", _W.FOLLOWERS, keys=_LOOK),
    receipt=True,
)
EDITED = Event("edited", told("edited", _W.ANSWERING, _W.REQUESTER, _W.SENDERS, keys=_TALK, quotes=True))
CORRECTED = Event("corrected", told("corrected", _W.ANSWERING, _W.REQUESTER, keys=_LOOK), receipt=True)
RELOCATED = Event(
    "relocated",
    told("corrected", _W.ANSWERING, _W.REQUESTER, keys=_LOOK) + shown("moved", _W.SCHOOL),
    receipt=True,
)
MOVED = Event("moved", shown("moved", _W.DESK, _W.SCHOOL) + told("moved", _W.REQUESTER, keys=_LOOK), receipt=True)

# What happens to a request whose requester is at another school now, or whose school has another desk above it.

CAME = Event("came", shown("came", _W.DESK, _W.SCHOOL) + told("came", *_BOTH, keys=_LOOK))
CAME_ABOVE = Event(
    "came_above", shown("came_above", _W.DESK) + shown("came", _W.SCHOOL) + told("came_above", *_BOTH, keys=_LOOK)
)
CAME_ALONG = Event(
    "came_along",
    told("came_along", _W.ANSWERING, keys=_LOOK) + shown("came", _W.SCHOOL) + told("came", *_BOTH, keys=_LOOK),
)
LEFT_ALL = Event("left_all", told("left_all", _W.ANSWERING, _W.SENDERS, keys=_LOOK))
LEFT_SEVERAL = Event("left_several", told("left_several", _W.ANSWERING, keys=_LOOK))
REGRAFTED = Event("regrafted", shown("regrafted", _W.DESK) + told("regrafted", *_BOTH, _W.SCHOOL, keys=_LOOK))
PARTED = Event(
    "parted",
    shown("parted", _W.ANSWERING)
    + told("parted", _W.REQUESTER, keys=_TALK)
    + told("followed_parted", _W.FOLLOWERS, keys=_LOOK),
)

# What happens to a request that was merged into another: ANSWERING are those who treat the other one.

HEARD = Event(
    "heard",
    told("heard", _W.ANSWERING, keys=_TALK, quotes=True)
    + told("replied", _W.REQUESTER, _W.SENDERS, keys=_TALK, quotes=True),
    receipt=True,
)
SETTLED = Event(
    "settled", told("confirmed", _W.HOLDER, keys=_LOOK) + told("confirmed", _W.REQUESTER, keys=_AGAIN), receipt=True
)
STILL = Event(
    "still",
    shown("still", _W.ANSWERING)
    + told("reopened", _W.REQUESTER, _W.SENDERS, keys=_TALK, quotes=True)
    + told("followed_reopened", _W.FOLLOWERS, keys=_LOOK),
    receipt=True,
)
RESUMED = Event(
    "resumed",
    shown("resumed", _W.ANSWERING)
    + told("resumed", _W.REQUESTER, keys=_TALK)
    + told("followed_resumed", _W.FOLLOWERS, keys=_LOOK),
)

EVENTS = (
    *(FILED, TAKEN, ANSWERED, REPLIED, ASKED, NOTED, RELEASED, HANDED, ESCALATED, SENT_BACK, RESOLVED, CONFIRMED),
    *(EXPIRED, REOPENED, UNREACHABLE, ACTED, WITHDRAWN, MERGED, MERGED_ACROSS, EDITED),
    *(HEARD, SETTLED, STILL, RESUMED),
    *(CORRECTED, RELOCATED, MOVED),
    *(CAME, CAME_ABOVE, CAME_ALONG, LEFT_ALL, LEFT_SEVERAL, REGRAFTED, PARTED),
    *(
        FILED_ABOVE,
        ESCALATED_PAST,
        MOVED_UP,
        MOVED_DOWN,
        STRANDED,
        FOUND,
        GIVEN_BACK,
        HOLDER_AWAY,
        HOLDER_BACK,
        READS_AGAIN,
    ),
)
