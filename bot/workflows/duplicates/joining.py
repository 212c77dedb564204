"""What follows at the desk once the ENT has merged two accounts: their people are one, and nobody loses a request.

The Telegram account that was linked to the account that disappeared is linked to the one that is left, unless another
one is, or that account administers the ENT: then it is told so. Links handed out for the former account are void.
"""

from __future__ import annotations

from typing import Any

from bot.storage import outbox, people, succession
from bot.storage.work import Work
from bot.terms import Account, Notice, Person
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller
from bot.workflows.people import changing, speaking, takingback, voiding
from bot.workflows.policy import Policy


def follow(work: Work, policy: Policy, gone_id: str, kept: Account) -> None:
    """Has the records follow the ENT, which has no account `gone_id` any more; `kept` is as it shows that one now.

    Done twice, it changes nothing.
    """
    voiding.void(work, gone_id)
    succession.forget_account(work, gone_id, kept.id)
    former, heir = people.by_account(work, gone_id), people.by_account(work, kept.id)
    if former is None:
        _renew(work, policy, heir, kept)
        return
    facts = {"name": kept.name, "login": kept.login, "other": former.name, "former": former.login}
    moves = former.telegram_id is not None and not kept.roles
    if heir is None and moves:
        succession.rename(work, former, kept.id)
        _renew(work, policy, former, kept, facts)
        return
    heir = heir or people.know(work, kept)
    if moves and heir.telegram_id is None:
        succession.swap_accounts(work, former, heir)
        former, heir = heir, former
    numbers = _hand_on(work, former, heir, facts)
    _renew(work, policy, heir, kept, facts)
    for number in numbers:
        outbox.refresh(work, number)


def _hand_on(work: Work, former: Person, heir: Person, facts: dict[str, Any]) -> list[int]:
    """Passes on what the records have of the former person, who is linked to no chat any more.

    Returns the numbers of their requests.
    """
    chat, numbers = former.telegram_id, succession.requests_of(work, former.id)
    shared = chat is not None and chat == heir.telegram_id
    if chat is not None and not shared:
        takingback.take_back(work, former, chat)
    succession.hand_on(work, former.id, heir.id, shared)
    if chat is not None:
        if not shared:
            outbox.say_later(work, chat, Notice("accounts_joined_elsewhere", facts), former.tongue)
        keeping.drop_of(work, Caller(chat, chat), former.id)
        speaking.part(work, former)
    people.change(work, former, places=(), roles=(), gone_at=former.gone_at or work.now)
    return numbers


def _renew(
    work: Work, policy: Policy, person: Person | None, account: Account, facts: dict[str, Any] | None = None
) -> None:
    """Updates the person with what the ENT says of the account that is left, and tells them, if they are linked."""
    work.people.clear()  # those read before are out of date
    person = people.by_id(work, person.id) if person is not None else None
    if person is None:
        return
    changing.answered(work, policy, person, account)
    person = people.by_id(work, person.id)
    if person is not None and person.telegram_id is not None and facts is not None:
        outbox.tell(work, person, Notice("accounts_joined", facts))
