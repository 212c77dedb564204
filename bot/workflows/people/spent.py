"""Links that cannot be used any more: what whoever holds one reads."""

from __future__ import annotations

from bot.storage import people, tokens
from bot.storage.work import Work
from bot.terms import Notice, Person, Refusal, Way
from bot.workflows.desk import Caller, Desk
from bot.workflows.people import speaking


async def present(desk: Desk, caller: Caller, digest: str) -> Notice:
    """The accounts of the caller, where the link of that hash linked one of them: they touched it twice.

    Refused as `refusal` has it where it did not.
    """
    if await desk.look(_linked_here, caller, digest):
        return await desk.see(caller, speaking.accounts)
    raise await desk.look(refusal, caller, digest)


def refusal(work: Work, caller: Caller, begins: str) -> Refusal:
    """Why the link whose hash begins so is refused to the caller: it or its sign-in expired, it was used, it is void,
    or unknown.

    `old-button` where it linked the caller already.
    """
    past = tokens.past(work, begins)
    if past is None:
        return Refusal("bad-token")
    if _linked_here(work, caller, begins):
        return Refusal("old-button")
    if past.way is Way.SIGN_IN and past.expired:
        return Refusal("sign-in-over")
    return Refusal("old-token", expired=past.expired, used=past.used)


def overtaken(work: Work, person: Person, begins: str) -> Refusal:
    """Why the linked person's answer comes too late to whoever waited with the link whose hash begins so.

    That link expired or was made void meanwhile; `old-button` where nobody waits, since it was answered before.
    """
    past = tokens.past(work, begins)
    mine = past is not None and past.account == person.account and past.claimed
    return Refusal("consent-over", name=person.name) if mine else Refusal("old-button")


def _linked_here(work: Work, caller: Caller, begins: str) -> bool:
    past = tokens.past(work, begins)
    person = people.by_account(work, past.account) if past is not None else None
    return person is not None and person.telegram_id == caller.telegram_id
