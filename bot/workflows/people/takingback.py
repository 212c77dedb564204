"""Taking back: what an account was shown of other people is deleted in a chat that the account leaves."""

from __future__ import annotations

from collections.abc import Iterable

from bot.storage import cards, outbox, people, printings, requests, screens
from bot.storage.work import Work
from bot.terms import Person
from bot.workflows.rules.requests.access import standing

MOST = 500  #: newest messages about requests, and newest screens, that are taken back from one chat


def take_back(work: Work, person: Person, chat: int, moved: bool = False) -> None:
    """Queues the deletion of what the person was shown in that chat, and forgets what is known of these messages.

    So are the codes and links that they were shown, and the sheets that they were sent. What is about a request that
    they asked for or filed stays there, but is not edited any more; where the account `moved` to another chat, it is
    taken back too, as is all else that they were told. What was answered to whoever spoke there stays where another
    account of the chat reads the request. What waits for the person in that chat is dropped; where they `moved`,
    only edits are. To be called before anything else is queued for somebody who leaves.
    """
    others = [one for one in people.of_telegram(work, chat) if one.id != person.id]
    shown = cards.shown_in(work, chat, person.id, MOST, own=moved)
    taken = {card.message_id for card in shown if card.person or not _read(work, card.request, others)}
    taken.update(screens.withdraw(work, chat, person.id, MOST))
    if moved or person.is_agent:
        taken.update(screens.told(work, chat, person.id, MOST))
    alone = moved and not others
    screens.expire_now(work, chat, None if alone else person.id, printings.messages_in(work, chat, person.id))
    cards.drop(work, chat, sorted(taken))
    cards.forget(work, chat, person.id)
    outbox.abandon(work, person, chat, edits=moved)
    for message in sorted(taken):
        outbox.remove(work, chat, message)


def _read(work: Work, number: int, readers: Iterable[Person]) -> bool:
    """Whether one of these people may read the request."""
    request = requests.load(work, number)
    return request is not None and any(standing(one, request).reads for one in readers)
