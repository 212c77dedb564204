"""Blocking and unblocking one account (guide, chapters 3.B and 10): given a reason, confirmed, written down."""

from __future__ import annotations

from bot.storage import drafts, interventions
from bot.storage.drafts import Draft
from bot.terms import Account, Button, Notice, Refusal
from bot.workflows import accounts
from bot.workflows.acting import Meant, carry_out
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import verbs
from bot.workflows.requests.verbs import Saying
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed

STEP = "why"
_MOST_WORDS = 4  #: of a name, before a reason begins


async def ask(desk: Desk, cause: str, caller: Caller, typed: str, blocked: bool) -> Notice:
    """`/bloquer ACCOUNT [reason]`, `/debloquer ACCOUNT`: asks to confirm, or for which of several accounts."""
    me = await accounts.administrator(desk, caller)
    words = typed.split()
    for taken in range(min(len(words), _MOST_WORDS), 0, -1):
        found = await accounts.named(desk, me, " ".join(words[:taken]))
        if len(found) == 1:
            reason = " ".join(words[taken:])
            return await desk.act(cause, caller, _asked, found[0], None, blocked, reason)
        if found:
            return accounts.choose(me, _action(blocked), " ".join(words[:taken]), found)
    return accounts.choose(me, _action(blocked), typed, [])


async def start(
    desk: Desk, cause: str, caller: Caller, account_id: str, request: int | None, blocked: bool
) -> Notice:
    """The button of a card: asks why, and to confirm."""
    me = await accounts.administrator(desk, caller)
    account = await accounts.one(desk, me, account_id)
    return await desk.act(cause, caller, _asked, account, request, blocked, "")


async def confirm(desk: Desk, cause: str, caller: Caller, asked: str) -> Notice:
    """Does what was asked, for the reason given; refused where that is not what is asked any more."""
    me = await accounts.administrator(desk, caller)
    draft = await desk.see(caller, _draft)
    if asked != _aim(draft):
        raise Refusal("old-button")
    account, blocked = await accounts.one(desk, me, draft.data["account"]), bool(draft.data["blocked"])
    meant = Meant(_action(blocked), Deed.BLOCK, account, draft.data["request"], draft.data["why"])
    number, _ = await carry_out(desk, cause, caller, meant, lambda: desk.directory.block(account.id, blocked))
    return await desk.act(f"deed:{number}", caller, _done, account, number, meant.request, blocked)


def reason(turn: Turn, draft: Draft, saying: Saying) -> Notice:
    """Takes the words written meanwhile as the reason, and asks to confirm again."""
    verbs.refuse_long(turn, saying.text)
    draft.data["why"] = saying.text
    drafts.save(turn.work, turn.caller.chat_id, turn.caller.telegram_id, draft)
    return _question(turn, draft)


def _asked(turn: Turn, account: Account, request: int | None, blocked: bool, why: str) -> Notice:
    administration.check(Deed.BLOCK, turn.me, account)
    if account.blocked is blocked:
        raise Refusal("already-blocked" if blocked else "not-blocked", name=account.name)
    data = {"account": account.id, "name": account.name, "request": request, "blocked": blocked, "why": why}
    draft = Draft(STEP, data)
    drafts.save(turn.work, turn.caller.chat_id, turn.caller.telegram_id, draft)
    return _question(turn, draft)


def _question(turn: Turn, draft: Draft) -> Notice:
    blocked = bool(draft.data["blocked"])
    style = "danger" if blocked else "success"
    row = (Button("block_now", _aim(draft), turn.me.id, style=style), Button("cancel", "", turn.me.id))
    facts = {"name": draft.data["name"], "text": draft.data["why"]}
    return Notice("block_asked" if blocked else "unblock_asked", facts, (row,))


def _aim(draft: Draft) -> str:
    """What is asked, as its button says it: of an older question it is not the same."""
    return f"{int(draft.data['blocked'])}:{draft.data['account']}"


def _draft(turn: Turn) -> Draft:
    draft = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    if draft is None or draft.step != STEP:
        raise Refusal("old-button")
    return draft


def _done(turn: Turn, account: Account, number: int, request: int | None, blocked: bool) -> Notice:
    interventions.end(turn.work, number, "done")
    drafts.drop(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    row = [Button("account", accounts.target(account.id, request), turn.me.id)]
    if request:
        act, event = ("blocked", "acted") if blocked else ("unblocked", "unblocked")
        verbs.acted(turn, request, act, account.name, event)
        row.append(Button("resolve", str(request), turn.me.id, style="success"))
    return Notice("account_blocked" if blocked else "account_unblocked", {"name": account.name}, (tuple(row),))


def _action(blocked: bool) -> str:
    return "block" if blocked else "unblock"
