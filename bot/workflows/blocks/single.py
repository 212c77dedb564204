"""Blocking and unblocking one account (guide, chapters 3.B and 10), once that is confirmed; a reason is optional.

An account of several schools is blocked for all of them: the question says so, and the other schools are told. What
another school holds blocked stays blocked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.holds import Hold
from bot.terms import Account, Button, Notice, Refusal, Saying
from bot.workflows.accounts import finding, holding
from bot.workflows.accounts.naming import naming
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.declaring import SCHOOL
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.events import Event, Whom, told
from bot.workflows.requests import events, scenes, verbs
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.blocks import elsewhere

_LOOK = ("show",)
UNBLOCKED = Event("unblocked", told("unblocked", Whom.REQUESTER, keys=_LOOK) + told("acted", Whom.HOLDER, keys=_LOOK))


@dataclass(slots=True)
class Block:
    """An account that is to be blocked or unblocked, and why."""

    account: str
    name: str
    blocked: bool  #: True to block it, False to unblock it
    request: int | None = None  #: the request it helps to solve
    why: str = ""
    sure: bool = False  #: True once it is confirmed
    others: list[str] = field(default_factory=list)  #: names of the other schools it belongs to
    held: list[dict[str, str]] = field(default_factory=list)  #: who holds it blocked already, as sentences use it
    kept: bool = False  #: whether it stays blocked, since another school holds it too


async def ask(desk: Desk, cause: str, caller: Caller, typed: str, blocked: bool) -> Notice | None:
    """`/bloquer ACCOUNT [reason]`, `/debloquer ACCOUNT`: asks to confirm, or offers the accounts that the name fits.

    The name is as many of the first words as fit an account; the others are the reason.
    """
    me = await finding.administrator(desk, caller)
    found, name, why = await finding.first_named(desk, me, typed)
    if len(found) != 1:
        return finding.choose(me, _action(blocked), name, found)
    return await _begun(desk, cause, caller, found[0], Block(found[0].id, found[0].name, blocked, why=why))


async def start(
    desk: Desk, cause: str, caller: Caller, account_id: str, request: int | None, blocked: bool
) -> Notice | None:
    """The button of an account's card: asks to confirm; words typed before that are taken as the reason."""
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    return await _begun(desk, cause, caller, account, Block(account.id, account.name, blocked, request))


async def _begun(desk: Desk, cause: str, caller: Caller, account: Account, draft: Block) -> Notice | None:
    return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, _begin, account, draft))


def _begin(turn: Turn, account: Account, draft: Block) -> Notice | course.Pending | None:
    """Asks to confirm; refused where it is so already, and to unblock what only another school holds.

    A school may block what another holds: then both hold it, and it stays blocked until both unblock it.
    """
    administration.check(Deed.BLOCK, turn.me, account)
    found = holding.standing(turn.work, turn.me, account)
    if draft.blocked and account.blocked and not (found.others and not found.mine):
        raise Refusal("already-blocked", name=account.name)
    if not draft.blocked:
        if not account.blocked:
            raise Refusal("not-blocked", name=account.name)
        draft.kept = bool(holding.check_mine(turn.work, turn.me, account))
    draft.others = [place.name for place in elsewhere.others(account, administration.school_of(turn.me, account))]
    draft.held = holding.facts_of(account, found.others if draft.blocked else (*found.mine, *found.others))
    return course.begin(turn, BLOCK, draft)


def _ask(turn: Turn, draft: Block) -> Notice:
    style = "danger" if draft.blocked else "success"
    row = (Button("block_now", "", turn.me.id, style=style),)
    facts = {"name": draft.name, "text": draft.why, "held": draft.held, "kept": draft.kept}
    facts |= {"shared": len(draft.others), "names": ", ".join(draft.others)}
    return Notice("block_asked" if draft.blocked else "unblock_asked", facts, (row,))


def _hear(turn: Turn, draft: Block, saying: Saying) -> bool:
    """Takes what was typed as the reason."""
    scenes.refuse_long(turn, saying.text)
    if steps.agrees(saying):
        draft.sure = True
        return True
    draft.why = saying.text
    return True


def _confirm(_turn: Turn, draft: Block, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Block) -> Notice:
    """Has the ENT block or unblock the account; returns the receipt. Where that fails, the question stays open.

    The ENT is not asked to unblock what another school holds: only the own school's hold is given up.
    """
    me = await finding.administrator(desk, caller)
    read_at = desk.clock()
    account = await finding.one(desk, me, draft.account)
    kept: list[Hold] = []

    def guard(turn: Turn, target: Account) -> None:
        if not draft.blocked:
            kept.extend(holding.check_mine(turn.work, turn.me, target))

    async def do() -> None:
        if not kept:
            await desk.directory.block(account.id, draft.blocked)

    meant = Meant(_action(draft.blocked), Deed.BLOCK, account, draft.request, draft.why)
    number, _ = await carry_out(desk, cause, caller, meant, do, guard)
    return await desk.act(f"deed:{number}", caller, _done, account, read_at, number, draft, kept)


def _done(turn: Turn, account: Account, read_at: datetime, number: int, draft: Block, kept: Sequence[Hold]) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED, facts={"kept": True} if kept else None)
    course.leave(turn)
    told = holding.settle(turn, account, read_at, number, draft.blocked, kept)
    row = [Button("account", finding.target(account.id, draft.request), turn.me.id)]
    if draft.request:
        if kept:
            verbs.acted(turn, draft.request, "lifted", account.name)
        else:
            act, event = ("blocked", events.ACTED) if draft.blocked else ("unblocked", UNBLOCKED)
            verbs.acted(turn, draft.request, act, account.name, event)
        row.append(Button("resolve", str(draft.request), turn.me.id, style="success"))
    facts = {"name": account.name} | told
    if kept:
        held = {"held": holding.facts_of(account, kept), "to": holding.ask_whom(turn.work, kept[0])}
        return Notice("account_kept", facts | held, (tuple(row),))
    return Notice("account_blocked" if draft.blocked else "account_unblocked", facts, (tuple(row),))


def _action(blocked: bool) -> str:
    return "block" if blocked else "unblock"


async def _block(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    return await ask(desk, cause, caller, typed, True)


async def _unblock(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    return await ask(desk, cause, caller, typed, False)


BLOCK = Conversation(
    "why",
    Block,
    (Question("sure", lambda _turn, draft: not draft.sure, _ask, _hear, {"block_now": _confirm}),),
    Waits.ACTS,
    act=_act,
)


NAMED = (naming("block", _block, SCHOOL, finding.readings), naming("unblock", _unblock, SCHOOL, finding.readings))
