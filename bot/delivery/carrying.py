"""Carrying: what the records say of notices under way. Which may go now, and what follows from each one's end."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.delivery import pacing
from bot.delivery.rules.retry import Gone, Moved, Outcome, Retry, Sent, Wait, decide
from bot.storage import deliveries, outbox, people, requests, screens
from bot.storage.deliveries import Parcel
from bot.storage.work import Work
from bot.workflows.requests import telling
from bot.workflows.requests.events import UNREACHABLE

log = logging.getLogger(__name__)


Worded = TypeVar("Worded")
Ended = tuple[Parcel, Outcome]
"""A notice that is through, and what became of it."""


@dataclass(frozen=True, slots=True)
class Hands:
    """A courier's hands: until when what they hold is theirs, how many are free, what the others hold."""

    until: datetime
    free: int
    full: frozenset[int] = frozenset()
    unheard: frozenset[datetime] = frozenset()  #: claims until then may have been made, and nobody heard which
    tend: bool = True  #: claims are to be looked after: its own made longer, those of dead couriers ended


@dataclass(frozen=True, slots=True)
class Round(Generic[Worded]):
    """What one transaction of a courier did."""

    became: Sequence[str]  #: the state of each notice that was through
    claimed: list[tuple[Parcel, Worded]]  #: to send now, and how
    lost: list[int]  #: what a dead courier left
    due: datetime | None  #: when the next one may go
    closed: float  #: seconds for which nothing may go at all


def go_round(
    work: Work, hands: Hands, ended: Sequence[Ended], paced: bool, word: Callable[[Work, Parcel], Worded]
) -> Round[Worded]:
    """Writes down what became of notices, and takes the next in hand, worded."""
    became = {parcel.id: settle(work, parcel, outcome) for parcel, outcome in sorted(ended, key=_turn)}
    claimed, lost, more = claim(work, hands, paced, word)
    due = work.now if more else deliveries.next_due(work)
    return Round([became[parcel.id] for parcel, _ in ended], claimed, lost, due, pacing.wait(work) if paced else 0.0)


def claim(
    work: Work, hands: Hands, paced: bool, word: Callable[[Work, Parcel], Worded]
) -> tuple[list[tuple[Parcel, Worded]], list[int], bool]:
    """The notices to send now, for as many hands as are free; the numbers of those that a dead courier left; and
    whether others may go now that were not looked at, since some that were must wait.

    They are worded before they take their place: what comes between it and the sending brings the pace out of step.
    """
    for unheard in hands.unheard:
        deliveries.take_back(work, unheard, hands.full)
    lost = []
    if hands.tend:
        deliveries.hold(work, hands.full, hands.until)
        lost = deliveries.abandon(work, before=work.now)
    many = min(hands.free, pacing.room(work)) if paced else hands.free
    if many <= 0:
        return [], lost, False
    first = [(parcel, word(work, parcel)) for parcel in deliveries.heads(work, many)]
    going = _paced(work, first) if paced and first else first
    deliveries.claim(work, [parcel for parcel, _ in going], hands.until)
    return going, lost, len(going) < len(first) == many


def _paced(work: Work, worded: list[tuple[Parcel, Worded]]) -> list[tuple[Parcel, Worded]]:
    """Those whose place is now; the others wait for theirs."""
    going = []
    waits = pacing.book(work, [(parcel.chat_id, _cost(parcel)) for parcel, _ in worded])
    for one, seconds in zip(worded, waits, strict=False):
        if seconds:
            deliveries.defer(work, one[0], work.now + timedelta(seconds=seconds))
        else:
            going.append(one)
    return going


def report(uncertain: list[int]) -> None:
    """Tells the operator of notices that were cut off."""
    if uncertain:
        log.warning("Cut off while being sent, and so perhaps said, perhaps not: notices %s", uncertain)


def settle(work: Work, parcel: Parcel, outcome: Outcome) -> str:
    """Writes down what became of a notice, and what that asks for; its state from now on."""
    decision = decide(outcome, parcel.attempts + 1)
    reason = getattr(outcome, "reason", "")
    if isinstance(outcome, Moved):
        outbox.move_chat(work, parcel.chat_id, outcome.chat_id)
    if isinstance(outcome, Gone):
        _lost(work, parcel)
    if isinstance(decision, Retry):
        again = work.now + timedelta(seconds=decision.after)
        deliveries.put_back(work, parcel, again, reason, counted=not decision.whole_chat)
        if decision.whole_chat:
            pacing.hold(work, parcel.chat_id, decision.after)
        return "queued"
    deliveries.settle(work, parcel, decision.state, getattr(outcome, "message_id", None) or None, reason)
    if isinstance(outcome, Sent) and outcome.message_id and parcel.kind in ("card", "screen", "notice"):
        _remember(work, parcel, outcome.message_id)
    return decision.state


def _turn(one: Ended) -> tuple[bool, int]:
    """Settling locks what was shown, or the bot's own line: always in the same order, whoever settles."""
    parcel, outcome = one
    shown = parcel.payload["about"].partition(":")[2] if parcel.kind == "screen" else parcel.request or 0
    return isinstance(outcome, Wait), int(shown)


def _remember(work: Work, parcel: Parcel, message_id: int) -> None:
    """Notes what the message shows. What changed while it was on its way is drawn now.

    The request is locked before the message is noted: whoever is changing it is waited for, and whoever changes it
    afterwards finds the message.
    """
    if parcel.person is None:
        return
    work.because(f"{parcel.dedupe}:shown")
    if parcel.kind == "screen":
        about = parcel.payload["about"]
        screens.record(work, parcel.chat_id, message_id, about, parcel.person)
        outbox.redraw(work, parcel.chat_id, message_id, parcel.person, about)
    if parcel.request is not None:
        live = parcel.kind == "card"
        request = requests.load(work, parcel.request, to_change=True) if live else None
        outbox.record_card(work, parcel.chat_id, message_id, parcel.request, parcel.person, live)
        if request is not None and request.version != parcel.version:
            outbox.redraw(work, parcel.chat_id, message_id, parcel.person, f"request:{parcel.request}")


def _cost(parcel: Parcel) -> int:
    """How many messages it makes; an edit makes none, but in a group."""
    if parcel.kind == "files":
        return len(parcel.payload["files"])
    return int(parcel.kind not in deliveries.REPEATABLE or (parcel.kind == "refresh" and parcel.chat_id < 0))


def _lost(work: Work, parcel: Parcel) -> None:
    """A person who cannot be reached is marked; whoever treats their request hears so, once for each of its moves."""
    person = people.by_id(work, parcel.person) if parcel.person is not None else None
    if person is None or person.telegram_id != parcel.chat_id:  # it went to a chat they left: they are well elsewhere
        return
    people.change(work, person, reachable=False)
    request = requests.load(work, parcel.request, to_change=True) if parcel.request is not None else None
    if request is not None and request.requester == person.id:
        work.because(f"gone:{request.number}:{request.version}")
        telling.spread(work, UNREACHABLE, request, person, {"name": person.name})
