"""What becomes of what is kept here about accounts that the ENT has deleted for good: it is erased."""

from __future__ import annotations

from bot.storage import interventions, people
from bot.storage.work import Work
from bot.terms import Account, Profile
from bot.workflows.desk import Desk
from bot.workflows.people import changing, erasing
from bot.workflows.policy import Policy
from bot.workflows.requests import serving

_MOST = 100  #: accounts in one round


async def erase_departed(desk: Desk) -> int:
    """Erases what is kept about accounts that the ENT deleted, as `/mesdonnees` would; returns how many there were.

    Who is still linked is unlinked, of which the chat is told; the rest is erased at the next call. What a crash
    leaves, the next call does: nothing is done twice. A real ENT says of no account that it is deleted for good.
    """
    if desk.departures is None:
        return 0
    gone = await desk.departures.deleted(_MOST)
    for account in gone:
        if await desk.once(f"departed:{account}", _unlinked, desk.policy, account):
            continue
        await desk.once(f"erased:{account}", _erase, desk.policy, account)
        await desk.departures.settle([account])
    if gone:
        await serving.settle(desk)  # what the last reader of a desk left goes above
        desk.stir()
    return len(gone)


def _unlinked(work: Work, policy: Policy, account: str) -> bool:
    """Unlinks the account; False where it is linked to no chat."""
    person = people.by_account(work, account)
    if person is None or person.telegram_id is None:
        return False
    changing.deleted(work, policy, person)
    return True


def _erase(work: Work, policy: Policy, account: str) -> None:
    person = people.by_account(work, account)
    acts = interventions.on_accounts(work, [account]) if person is None else []
    if acts:  # nobody ever spoke for it here, but what was done to it names it
        person = people.know(work, Account(account, "", "", acts[-1].whom, Profile.GUEST, ()))
    if person is None:
        erasing.erase_account(work, account)
    else:
        erasing.erase_deleted(work, policy, person)
