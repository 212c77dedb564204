"""Unlinking an account by an operator: whoever held it can do nothing more with it here, and is told."""

from __future__ import annotations

import secrets

from bot.storage import outbox, people, requests
from bot.storage.work import Work
from bot.terms import Notice, Person
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk
from bot.workflows.people import consents, leaving, speaking, takingback
from bot.workflows.policy import Policy
from bot.workflows.requests import serving


async def unlink(desk: Desk, account_id: str) -> bool:
    """Unlinks the account; False where it is linked to no Telegram account.

    What it holds goes back to its desks, what it was shown of others is taken back from its chat, its links are void,
    and what it answered as a parent counts no more. Its own requests stay open for whoever links it again.
    """
    done = await desk.do(f"unlink:{secrets.token_hex(16)}", _unlink, desk.policy, account_id)
    await serving.settle(desk)  # what the last reader of a desk left goes above
    return done


def _unlink(work: Work, policy: Policy, account_id: str) -> bool:
    person = people.by_account(work, account_id)
    if person is None or person.telegram_id is None:
        return False
    chat, school = person.telegram_id, person.places[0].id if person.places else ""
    takingback.take_back(work, person, chat)
    _tell(work, person, chat)
    speaking.part(work, person)
    consents.leave(work, policy, person)
    leaving.leave_desks(work, person)
    serving.gone(work, person)
    keeping.drop_of(work, Caller(chat, chat), person.id)
    requests.write_event(work, None, None, "unlink", {"account": person.account, "school": school})
    return True


def _tell(work: Work, person: Person, chat: int) -> None:
    outbox.say_later(work, chat, Notice("unlinked_here", {"name": person.name}), person.tongue)
