"""Reaching: what the outcome of an attempt says of whether its reader can be reached."""

from __future__ import annotations

from dataclasses import dataclass

from bot.delivery import menus
from bot.delivery.rules.lifecycle import REPEATABLE, DeliveryEvent
from bot.delivery.rules.retry import Gone, NotWritten, Outcome, Sent
from bot.storage import people, reaching
from bot.storage.deliveries import Delivery
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class NotMet(Gone):
    """The person has not written to this bot yet, but to the one before it: they are told once they do."""


def found(work: Work, delivery: Delivery, outcome: Outcome) -> Outcome:
    """Notes what an attempt says of its reader, and of the menu that it set.

    Returns its outcome, or another one that holds instead.

    A message that arrived says that they can be reached, unless they were lost after the attempt began. That they
    cannot be reached says nothing where they came back after it began: it is then tried again. Nor does it where they
    have not written to this bot yet: `NotMet`.
    """
    person = people.by_id(work, delivery.person) if delivery.person is not None else None
    if isinstance(outcome, Sent) and person is not None and delivery.kind not in REPEATABLE:
        lost = None if person.lost_at is None or delivery.read_at is None else person.lost_at > delivery.read_at
        mine = outcome.message_id and person.telegram_id == delivery.chat_id
        if mine and not lost and (not person.reachable or person.unmet(work.bot)):
            reaching.regain(work, delivery.chat_id)
    if delivery.kind == "menu":
        menus.record(work, delivery.chat_id, outcome)
    if not isinstance(outcome, Gone):
        return outcome
    if delivery.read_at is not None and people.heard_since(work, delivery.chat_id, delivery.read_at):
        return NotWritten(outcome.reason)
    if person is not None and person.telegram_id == delivery.chat_id and person.unmet(work.bot):
        people.missed(work, person, delivery.at)
        return NotMet(outcome.reason)
    return outcome


def ended(outcome: Outcome, event: DeliveryEvent) -> DeliveryEvent:
    """The event that ends a delivery: it is dropped where its reader is told what waits once they come."""
    return DeliveryEvent.DROP if isinstance(outcome, NotMet) else event
