"""Renewing: a request that closed too long ago to be opened again is followed by a new one, of one tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.cutting import shorten
from bot.terms import Act, Attachment, Button, Notice, Refusal, Saying, Status
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Turn
from bot.workflows.requests import alarm, exchanges, filing, scenes, telling
from bot.workflows.requests.scenes import Scene
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.requests.lifecycle import fire
from bot.workflows.rules.requests.routing import DANGER

Said = Notice | course.Pending | None


_QUOTED = 200  #: UTF-16 units of the old request that the new one quotes


@dataclass(slots=True)
class Renewal:
    """The number of a closed request, and what its requester just wrote about it."""

    number: int
    said: list[tuple[int, str]] = field(default_factory=list)  #: Telegram's number and the text of each message
    files: list[Attachment] = field(default_factory=list)
    chosen: bool = False  #: whether they want a new request

    @property
    def text(self) -> str:
        """All messages as one text."""
        return "\n".join(text for _, text in self.said)


def too_late(it: Scene) -> bool:
    """Whether the request is closed and its requester, who acts, can no longer open it again."""
    if not it.mine.requester or it.case.erased or it.request.status is not Status.CLOSED:
        return False
    try:
        fire(Act.REOPEN, it.case, it.request.number)
    except Refusal:
        return True
    return False


def offer(it: Scene, saying: Saying | None, more: Sequence[str] = ()) -> Notice:
    """Offers a new request in place of one that closed too long ago; returns the question.

    The words just written, with the further messages `more`, wait for the answer; they join those that wait already
    about the same request. Those about another one are closed, in their own message.
    """
    draft, heard = Renewal(it.request.number), dict[str, str]()
    if (before := keeping.resumed(it.turn, RENEWAL)) is not None and before.draft.text:
        if before.draft.number == draft.number:
            draft.said, draft.files, heard = before.draft.said, before.draft.files, before.heard
        else:
            course.close(it.turn.work, it.turn.caller, before)
    if saying is not None and (saying.text or saying.files):
        _hear(it.turn, draft, saying)
        heard |= {str(saying.origin.message_id): "renew"} if saying.origin else {}
    draft.said += [(0, text) for text in more]
    said = course.begin(it.turn, RENEWAL, draft, heard)
    assert isinstance(said, Notice)
    return said


def _hear(turn: Turn, draft: Renewal, saying: Saying) -> bool:
    """Adds words and files; those of an edited message replace what it said before."""
    made = filing.Filing(said=draft.said, files=draft.files)
    speak = filing.gather(turn, made, saying)
    draft.said, draft.files = made.said, made.files
    return speak


def _ask(turn: Turn, draft: Renewal) -> Notice:
    it = scenes.scene(turn, draft.number, to_change=False)
    first = exchanges.of(turn.work, turn.me, draft.number).first(turn.work)
    facts = telling.facts_of(it.request) | {"words": (first.text if first else "") or "…"}
    rows = ((Button("renew", "", turn.me.id, style="primary", once=True),),)
    return Notice("ask_renew", facts | {"text": draft.text, "files": len(draft.files)}, rows)


def _choose(_turn: Turn, draft: Renewal, _value: str) -> None:
    draft.chosen = True


def _finish(turn: Turn, draft: Renewal) -> Said:
    """Begins to file with the words, and with the category and the school of the old request where they still fit.

    What was filed for somebody else is filed for them again; refused where whoever asks no longer administers them.
    After a call for help, its author is asked again whom to tell: what was told outside the school stays out of it.
    """
    it = scenes.scene(turn, draft.number, to_change=False)
    if it.request.category == DANGER:
        return alarm.again(turn, draft.said, draft.files, outside=bool(it.request.outside))
    first = exchanges.of(turn.work, turn.me, draft.number).first(turn.work)
    quoted = f" : « {shorten(first.text, _QUOTED)} »" if first and first.text else ""
    made = filing.Filing(said=draft.said, files=draft.files, quote=f"↩️ n°{draft.number}{quoted}")
    if it.request.category in turn.policy.categories:
        made.category = it.request.category
    if it.requester.id != turn.me.id:
        made.whom = it.requester.id
        around = {one.id for place in it.requester.places for one in (*place.above, place)}
        if around.isdisjoint(administration.scopes(turn.me)):
            raise Refusal("no-account", name=it.requester.name)
    if it.request.place.id in {place.id for place in it.requester.places}:
        made.place = it.request.place.id
    return filing.accept(turn, made)


#: holds words about a closed request until their author says whether they are a new one
RENEWAL = Conversation(
    "renewing",
    Renewal,
    (Question("renew", lambda _turn, draft: not draft.chosen, _ask, _hear, {"renew": _choose}, files=True),),
    Waits.FILINGS,
    finish=_finish,
    lasting=lambda _draft: True,
    closed="closed_offer",
)
