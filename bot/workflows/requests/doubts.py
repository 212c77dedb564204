"""What is in doubt before words about a request go out: whom they are for, who holds the request, who else reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.storage import merged, requests
from bot.terms import Attachment, Part, Person, Refusal, Saying, Status
from bot.terms.moments import lately
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Turn
from bot.workflows.requests import scenes, sharing
from bot.workflows.requests.scenes import Scene

_WRITING = timedelta(minutes=10)  # a colleague whose conversation is younger than this is writing now
#: actions that somebody who does not hold the request takes only once they read who does
_SHARED = ("answer", "ask", "conclude", "escalate", "send_back")
FAMILY, REQUESTER = "family", "requester"  #: whom words may be for: who asks
ABOVE, COLLEAGUES = "above", "colleagues"  #: or agents alone
AGENTS = (ABOVE, COLLEAGUES)
AGAIN = "again"  #: or for who asks, with the request opened again


@dataclass(slots=True)
class Prompt:
    """The number of a request, and the words for it once they are written."""

    number: int
    said: Saying | None = None
    doubtful: bool = False  #: whether it is not known whom the words are for
    towards: str = ""  #: whom they are for, once that was chosen: the requester, or the agents alone
    warned: int = 0  #: `id` of the colleague of whom the author knows that they hold the request
    share: str = ""  #: whether those who follow the request are to read the solution too, `yes` or `no`
    more: list[str] = field(default_factory=list)  #: further messages that go with the words
    joined: bool = False  #: whether the words are those of several messages

    @property
    def files(self) -> tuple[Attachment, ...]:
        """The files written so far."""
        return self.said.files if self.said is not None else ()


def undirected(it: Scene, action: str, draft: Prompt) -> bool:
    """Whether it must be asked whom the words are for.

    Somebody who sent the request on may write both ways; an answer that cannot be given now may be said otherwise.
    """
    if action != "answer" or draft.towards:
        return False
    if it.mine.sender and not it.mine.agent and not it.mine.requester:
        return it.request.status is not Status.CLOSED
    return (draft.doubtful and it.mine.reads_notes) or bool(ways_out(it, action))


def ways_out(it: Scene, action: str) -> list[str]:
    """Whom words may be for, of those to whom an answer is refused now; empty where none is refused, or none may.

    Opening the request again comes first, then a note for the agents.
    """
    settled = it.mine.requester and not it.request.follows
    if action != "answer" or (it.request.merged_into is not None and not settled):
        return []
    try:
        scenes.would(it, action)
    except Refusal:
        others = ((AGAIN, "reopen"), (COLLEAGUES if it.mine.agent else ABOVE, "note"))
        return [whom for whom, verb in others if _possible(it, verb)]
    return []


def _possible(it: Scene, action: str) -> bool:
    try:
        scenes.would(it, action)
    except Refusal:
        return False
    return True


def unshared(it: Scene, action: str, draft: Prompt) -> bool:
    """Whether it must be asked if those who follow the request may read the solution: only words that name nobody."""
    if action != "conclude" or draft.share or draft.said is None or not draft.said.text:
        return False
    work, text = it.turn.work, draft.said.text
    followed = any(part is Part.FOLLOWER for _, part in requests.parties(work, it.request.number))
    followed = followed and bool(merged.followers(work, it.request))
    return followed and bool(sharing.shareable(work, it.request, text, it.turn.me))


def unwarned(it: Scene, action: str, draft: Prompt) -> bool:
    """Whether the author must first read that a colleague holds the request."""
    if action not in _SHARED or draft.towards in AGENTS or not it.mine.agent or it.turn.me.id == it.request.requester:
        return False
    other = scenes.colleague(it)
    return other is not None and other.id != draft.warned


def held(it: Scene) -> dict[str, Any]:
    """The facts about the colleague who holds the request; empty where none does."""
    other = scenes.colleague(it)
    if other is None:
        return {"holder": "", "writing": False}
    return {"holder": other.name, "writing": _writes(it.turn, other, it.request.number)}


def _writes(turn: Turn, other: Person, number: int) -> bool:
    """Whether that colleague is writing about the request now."""
    chat = other.telegram_id or 0
    for row in keeping.every(turn.work, Caller(chat, chat)):
        data = row["data"]
        if row["step"].startswith("say:") and not data.get("aside") and data["draft"].get("number") == number:
            return lately(keeping.asked_at(row), turn.work.now, _WRITING)
    return False
