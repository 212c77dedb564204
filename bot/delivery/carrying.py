"""Carrying: the courier's transactions. Which deliveries it claims, and what each outcome changes in the records."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.delivery import doubted, pacing, parcels, postponed, reaching
from bot.delivery.rules.budget import FREE
from bot.delivery.rules.holding import EDITS, NO_MESSAGES
from bot.delivery.rules.lifecycle import DeliveryEvent, fire
from bot.delivery.rules.retry import Gone, Moved, NotWritten, Outcome, Rejected, Retry, Sent, Vanished, Wait, decide
from bot.storage import announcements, cards, deliveries, doubts, outbox, people, requests, screens
from bot.storage import serving as told
from bot.storage.deliveries import Delivery
from bot.storage.work import Work
from bot.terms import DeliveryLane, DeliveryState, Person, Refusal
from bot.workflows.policy import Policy
from bot.workflows.requests import serving, telling
from bot.workflows.requests.events import UNREACHABLE
from bot.workflows.rules import rights
from bot.workflows.rules.requests.access import standing

log = logging.getLogger(__name__)

_REMEMBERED = ("card", "files", "notice", "screen")  # kinds whose messages are remembered
_CUT_OFF = "cut off while it was being sent"

Worded = TypeVar("Worded")
Tried = tuple[Delivery, Outcome]
"""A delivery, and the outcome of the attempt to send it."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a courier holds, and how much more it can take."""

    until: datetime  #: the claims that it makes or renews now end then
    slots: int  #: how many more deliveries it can send at once
    in_flight: frozenset[int] = frozenset()  #: numbers of the deliveries it has claimed
    unconfirmed: frozenset[datetime] = frozenset()  #: ends of claims of which it never heard whether they were made
    renewing: bool = True  #: whether to renew its claims now, and to end those of dead couriers


@dataclass(frozen=True, slots=True)
class Round(Generic[Worded]):
    """What one transaction of a courier did."""

    states: Sequence[DeliveryState]  #: of the deliveries whose outcomes were recorded, in the order given
    claimed: list[tuple[Delivery, Worded]]  #: to be sent now, with their words
    uncertain: list[int]  #: numbers of the deliveries that a dead courier left uncertain
    due: datetime | None  #: when the next delivery may go; None where none waits
    wait: float  #: seconds for which the whole bot may write nothing
    unexplained: bool = False  #: whether a delivery waits though nothing holds it back


def go_round(
    work: Work, capacity: Capacity, tried: Sequence[Tried], paced: bool, word: Callable[[Work, Delivery], Worded]
) -> Round[Worded]:
    """Records the outcomes of attempts, then claims the next deliveries, each worded by `word`.

    With `paced`, no more is claimed than the rate windows let through.
    """
    states = {delivery.id: record(work, delivery, outcome) for delivery, outcome in sorted(tried, key=_lock_order)}
    claimed, uncertain, more = claim(work, capacity, paced, word)
    due = work.now if more else deliveries.next_due(work)
    if paced and (clears := pacing.clears(work, FREE)) is not None:  # announcements may wait for that
        due = clears if due is None else min(due, clears)
    wait = pacing.wait(work) if paced else 0.0
    unexplained = capacity.renewing and not claimed and deliveries.unexplained(work)
    return Round([states[delivery.id] for delivery, _ in tried], claimed, uncertain, due, wait, unexplained)


def claim(
    work: Work, capacity: Capacity, paced: bool, word: Callable[[Work, Delivery], Worded]
) -> tuple[list[tuple[Delivery, Worded]], list[int], bool]:
    """Claims as many due deliveries as there are slots.

    Returns those claimed, with their words; the numbers of those that a dead courier left uncertain; and whether
    others may be due too: not all could be looked at, or the whole bot must wait before more are.
    """
    for until in capacity.unconfirmed:
        deliveries.release_until(work, until, capacity.in_flight)
    uncertain = []
    if capacity.renewing:
        deliveries.renew(work, capacity.in_flight, capacity.until)
        uncertain = cut_off(work, before=work.now)
    room = pacing.room(work) if paced else capacity.slots + FREE
    many = min(capacity.slots, room)
    if many <= 0:
        return [], uncertain, capacity.slots > 0
    # Worded before they are booked: time spent between the booking and the sending would spoil the pace.
    first = [(one, word(work, one)) for one in _spared(deliveries.heads(work, many, room > FREE), room - FREE)]
    going, all_asked = _booked(work, first) if paced and first else (first, True)
    deliveries.claim(work, [delivery for delivery, _ in going], capacity.until)
    return going, uncertain, len(first) == many or not all_asked


def _spared(found: list[Delivery], places: int) -> list[Delivery]:
    """These deliveries, without the announcements beyond so many: they leave room for what comes meanwhile."""
    late = [one for one in found if one.lane == DeliveryLane.ANNOUNCEMENTS][max(0, places) :]
    return [one for one in found if one not in late]


def cut_off(work: Work, ids: Iterable[int] | None = None, before: datetime | None = None) -> list[int]:
    """Ends claims for which no outcome was recorded, and returns the numbers of the deliveries now uncertain.

    The claims are those on `ids`, or those that ended by `before`, or all. Nobody knows whether such a delivery was
    sent: one that may be done twice is queued again, any other becomes uncertain.
    """
    ended: dict[DeliveryState, list[int]] = {}
    for number, kind in deliveries.claimed(work, ids, before):
        ended.setdefault(fire(DeliveryEvent.CUT_OFF, kind), []).append(number)
    uncertain = ended.pop(DeliveryState.UNCERTAIN, [])
    deliveries.end_claims(work, uncertain, DeliveryState.UNCERTAIN, _CUT_OFF)
    doubted.own_up(work, uncertain)
    for state, numbers in ended.items():
        deliveries.end_claims(work, numbers, state)
    return uncertain


def warn(uncertain: list[int]) -> None:
    """Logs the deliveries that were cut off; nothing where there are none."""
    if uncertain:
        log.warning("Cut off while being sent, and so perhaps said, perhaps not: notices %s", uncertain)


def record(work: Work, delivery: Delivery, outcome: Outcome) -> DeliveryState:
    """Writes the outcome of an attempt into the records, with all that follows from it; returns the new state."""
    outcome = reaching.found(work, delivery, outcome)
    decision = decide(outcome, delivery.attempts + 1)
    reason = getattr(outcome, "reason", "")
    if isinstance(outcome, Moved):
        outbox.move_chat(work, delivery.chat_id, outcome.chat_id)
    if isinstance(outcome, Gone) and not isinstance(outcome, reaching.NotMet):
        _unreachable(work, delivery)
    if isinstance(decision, Retry):
        again = work.now + timedelta(seconds=decision.after)
        deliveries.retry(work, delivery, again, reason, counted=not decision.whole_chat)
        if decision.whole_chat:
            pacing.hold_after(work, delivery.kind, delivery.chat_id, decision.after)
            postponed.redraw(work, delivery, outcome)
        return fire(DeliveryEvent.RETRY, delivery.kind)
    state = fire(_event(delivery, outcome, decision.event), delivery.kind)
    _instead(work, delivery, outcome)
    deliveries.finish(work, delivery, state, getattr(outcome, "message_id", None) or None, reason)
    if isinstance(outcome, Sent) and outcome.message_id and delivery.kind in _REMEMBERED:
        _remember(work, delivery, (outcome.message_id, *outcome.others))
    postponed.redraw(work, delivery, outcome)
    if delivery.kind == "files" and isinstance(outcome, Sent):
        deliveries.keep_album(work, delivery, (outcome.message_id, *outcome.others))
    if delivery.kind == "files" and isinstance(outcome, Sent | Rejected):
        parcels.own_up(work, delivery, outcome)
    if isinstance(outcome, Vanished) and delivery.message_id is not None:  # it does not come back by itself
        cards.vanish(work, delivery.chat_id, delivery.message_id)
        screens.vanish(work, delivery.chat_id, delivery.message_id)
    doubted.ended(work, delivery, outcome, state)
    return state


def _unedited(delivery: Delivery, outcome: Outcome) -> bool:
    """Whether an answer was to take the place of a message that cannot be changed."""
    answers = delivery.kind == "refresh" and delivery.person is None and "notice" in delivery.payload
    return answers and isinstance(outcome, Vanished | Rejected)


def _event(delivery: Delivery, outcome: Outcome, event: DeliveryEvent) -> DeliveryEvent:
    return DeliveryEvent.ARRIVE if _unedited(delivery, outcome) else reaching.ended(outcome, event)


def _instead(work: Work, delivery: Delivery, outcome: Outcome) -> None:
    """Queues what is said in place of a delivery that ends: the answer as a message, or that an export failed."""
    payload = delivery.payload
    if _unedited(delivery, outcome):
        work.because(f"{delivery.dedupe}:anew")
        notice = outbox.notice_from_json(payload["notice"])
        outbox.say_later(work, delivery.chat_id, notice, payload["language"])
    elif delivery.kind == "export" and not isinstance(outcome, Sent | Gone):
        work.because(f"{delivery.dedupe}:lost")
        person = people.by_id(work, delivery.person) if delivery.person is not None else None
        language = person.tongue if person is not None else "fr"
        outbox.say_later(work, delivery.chat_id, Refusal("export-lost"), language)


def kept_back(work: Work, policy: Policy, person: Person, delivery: Delivery) -> NotWritten | Sent | None:
    """The outcome of a delivery that this person may not read now, without an attempt; None where they may read it.

    It is tried again later where the ENT has not confirmed the person's rights for long. Who cannot log in is told
    only what is about a request that they may read, and given their own data; a pupil who waits for a yes is
    also told what is about no request.
    """
    if rights.unconfirmed(person, work.now, policy.rights):
        return NotWritten("the ENT does not confirm the rights of its reader")
    if not (person.barred or (person.waits and delivery.request)) or delivery.kind in ("refresh", "menu", "export"):
        return None
    request = requests.load(work, delivery.request) if delivery.request is not None else None
    reads = request is not None and standing(person, request).reads
    return None if reads else Sent()  # they are told what waits once they can read again


def _booked(work: Work, worded: list[tuple[Delivery, Worded]]) -> tuple[list[tuple[Delivery, Worded]], bool]:
    """Books messages in the rate windows; returns the deliveries that go now, and defers those whose chat must wait.

    Returns too whether all were asked for: the last ones stay as they are where the whole bot must wait. What needs
    not be sent, such as an edit that a later one makes needless, takes no place. A call for help is tried even where
    Telegram said to wait in its chat.
    """
    going = [one for one in worded if isinstance(one[1], Outcome)]
    worded = [one for one in worded if not isinstance(one[1], Outcome)]
    waits = pacing.book(work, [(one.chat_id, _messages(one), one.kind in EDITS) for one, _ in worded])
    for one, seconds in zip(worded, waits, strict=False):
        if seconds and not (one[0].alarm and pacing.held(work, one[0].chat_id)):
            deliveries.defer(work, one[0], work.now + timedelta(seconds=seconds))
        else:
            going.append(one)
    return going, len(waits) == len(worded)


def _lock_order(tried: Tried) -> tuple[bool, int]:
    """Sorts outcomes by what recording them locks, so that two couriers never wait for each other.

    Recording locks the request, report or campaign that was shown; a `Wait` locks the window of the whole bot.
    """
    delivery, outcome = tried
    shown = delivery.payload["about"].partition(":")[2] if delivery.kind == "screen" else delivery.request or 0
    return isinstance(outcome, Wait), int(shown)


def _remember(work: Work, delivery: Delivery, messages: Sequence[int]) -> None:
    """Notes what the messages show, and queues an edit of a card or screen that changed while it was being sent.

    The request is locked before the message is noted. Whoever is changing the request is waited for; whoever changes
    it afterwards finds the message and has it edited. What arrives in a chat that its reader has left is deleted.
    """
    work.because(f"{delivery.dedupe}:shown")
    person, (message_id, *_) = delivery.person or 0, messages
    reader = people.by_id(work, person) if person else None
    if reader is not None and reader.telegram_id != delivery.chat_id:
        for one in messages:
            outbox.remove(work, delivery.chat_id, one)
        return
    if delivery.kind == "screen":
        about = delivery.payload["about"]
        screens.record(work, delivery.chat_id, message_id, about, person)
        if not announcements.unchanged(work, about, delivery.payload.get("facts") or {}):
            outbox.redraw(work, delivery.chat_id, message_id, person, about)
    if delivery.request is not None:
        kind, live = _kind(delivery), delivery.kind == "card"
        request = requests.load(work, delivery.request, to_change=True) if live else None
        for one in messages:
            cards.record(work, delivery.chat_id, one, delivery.request, person, kind, live)
        if request is not None and request.version != delivery.version:
            outbox.redraw(work, delivery.chat_id, message_id, person, f"request:{delivery.request}")


def _kind(delivery: Delivery) -> str:
    """The kind of notice that a delivery about a request is; for files and further pieces, that of their notice."""
    payload = delivery.payload
    if delivery.kind != "notice":
        return str(payload.get("of") or delivery.kind)
    return str(payload["facts"].get("of") or payload["kind"])


def _messages(delivery: Delivery) -> int:
    """How many messages a delivery makes or changes in its chat; 0 for a deletion, a menu, or leaving the chat."""
    if delivery.kind == "files":
        return len(delivery.payload["files"])
    return int(delivery.kind not in NO_MESSAGES)


def _unreachable(work: Work, delivery: Delivery) -> None:
    """Marks the person of a delivery as unreachable, and tells whoever treats their request, once each time.

    Nothing is done where the delivery went to a chat that the person has left for another. An edit or a menu is no
    message: nobody missed anything, and whoever treats the request is told nothing of it.
    """
    said = delivery.kind in doubts.SAID
    person = people.by_id(work, delivery.person) if delivery.person is not None else None
    if person is None or person.telegram_id != delivery.chat_id:
        return
    for one in people.of_telegram(work, delivery.chat_id):
        if people.lose(work, one):
            serving.gone(work, one)
    if said:
        people.missed(work, person, delivery.at)  # it was queued before anybody knew that they are away
    request = requests.load(work, delivery.request, to_change=True) if said and delivery.request else None
    if request is None or request.requester != person.id or person.missed_since is None:
        return
    if request.number not in told.warned(work, person, person.missed_since, telling.AWAY):
        work.because(f"gone:{request.number}:{request.version}")
        requests.write_event(work, request.number, person.id, telling.AWAY)
        telling.spread(work, UNREACHABLE, request, person, {"name": person.name})
