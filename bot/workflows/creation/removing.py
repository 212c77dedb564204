"""Deleting an account made by hand, once that is confirmed, and restoring one that was pre-deleted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.terms import Account, Button, Declined, InDoubt, Notice, Refusal, Saying, Unavailable
from bot.workflows.accounts import finding
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import feed
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.calendar import today

DELETE, RESTORE = "delete_account", "restore_account"  #: names of the acts in the audit


@dataclass(slots=True)
class Removal:
    """An account that is to be deleted or restored."""

    account: str
    name: str
    restores: bool
    activated: bool = False  #: whether it is pre-deleted only, as its owner has used it
    sure: bool = False


async def start(desk: Desk, cause: str, caller: Caller, account_id: str, restores: bool) -> Notice | None:
    """The button of an account's card: asks to confirm, and says what becomes of the account."""
    account = await _checked(desk, caller, account_id, restores)
    draft = Removal(account.id, account.name, restores, account.activated)
    return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, course.begin, REMOVAL, draft))


async def _checked(desk: Desk, caller: Caller, account_id: str, restores: bool) -> Account:
    """The account as the ENT has it now; refused where it may not be deleted, or is so already."""
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    administration.check(Deed.DELETE, me, account)
    feed.check_by_hand(desk.policy.feed, today(desk.clock()), account)
    if bool(account.deleted_at) is not restores:
        raise Refusal("not-deleted" if restores else "deleted-already", name=account.name)
    return account


def _ask(turn: Turn, draft: Removal) -> Notice:
    row = (Button("remove_now", "", turn.me.id, style="success" if draft.restores else "danger"),)
    facts = {"name": draft.name, "activation": not draft.activated}
    return Notice("restore_asked" if draft.restores else "delete_asked", facts, (row,))


def _hear(_turn: Turn, draft: Removal, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("create-confirm")
    draft.sure = True
    return True


def _confirm(_turn: Turn, draft: Removal, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Removal) -> Notice:
    """Has the ENT do it; refused where the account was activated since, which changes what becomes of it."""
    account = await _checked(desk, caller, draft.account, draft.restores)
    if account.activated is not draft.activated:
        raise Refusal("activated-since", name=account.name)

    async def do() -> None:
        await _done_by_the_ent(desk, account, draft.restores)

    act = RESTORE if draft.restores else DELETE
    number, _ = await carry_out(desk, cause, caller, Meant(act, Deed.DELETE, account), do)
    return await desk.act(f"deed:{number}", caller, _done, number, account, draft)


async def _done_by_the_ent(desk: Desk, account: Account, restores: bool) -> None:
    """Asks the ENT; where its answer is lost, reads whether it was done, and raises what was lost if nobody knows."""
    try:
        await (desk.directory.restore if restores else desk.directory.delete)(account.id)
    except (InDoubt, Unavailable) as lost:
        try:
            left = await desk.directory.account(account.id, [place.id for place in account.places])
        except (Declined, Unavailable):
            raise lost from None
        if bool(left is None or left.deleted_at) is restores:
            raise lost from None


def _done(turn: Turn, number: int, account: Account, draft: Removal) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    facts = {"name": account.name, "activation": not draft.activated}
    left = draft.restores or draft.activated
    row = (Button("account", finding.target(account.id), turn.me.id),)
    return Notice("account_restored" if draft.restores else "account_deleted", facts, (row,) if left else ())


REMOVAL = Conversation(
    "removal",
    Removal,
    (Question("sure", lambda _, draft: not draft.sure, _ask, _hear, {"remove_now": _confirm}, amendable=False),),
    Waits.ACTS,
    act=_act,
)
