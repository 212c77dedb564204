"""Password reset (guide, chapter 3.B.2): a mailed link, or a code that is shown once and can be handed on.

A code is never in the records: only in the ENT, and in the chats where it is shown until those messages are deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.cutting import initial
from bot.storage import interventions
from bot.terms import Account, Button, Level, Notice, Person, Refusal
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.accounts.naming import naming
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.events import Event, Whom, told
from bot.workflows.passwords import handing
from bot.workflows.passwords.handing import ACTIVATION, RENEWAL
from bot.workflows.requests import scenes, verbs
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.whispering import whisper

MAIL = "mail_reset"
_LOOK = ("show",)
MAILED = Event("mailed", told("mailed", Whom.REQUESTER, keys=_LOOK) + told("acted", Whom.HOLDER, keys=_LOOK))
_HOUR = timedelta(hours=1)
_UNSEEN = 3  # times as many codes are made as may be seen: those that nobody saw count against loops alone


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/code ACCOUNT`: as `start` for the account that the typed words fit, or offers the accounts that they fit."""
    me = await finding.administrator(desk, caller)
    found = await finding.named(desk, me, typed)
    if len(found) != 1:
        return finding.choose(me, "code", typed, found)
    return await _begin(desk, cause, caller, me, found[0], None)


async def start(desk: Desk, cause: str, caller: Caller, account_id: str, request: int | None) -> Notice | None:
    """The button of an account: asks "link or code" where it has an address; else shows a code and returns None."""
    me = await finding.administrator(desk, caller)
    return await _begin(desk, cause, caller, me, await finding.one(desk, me, account_id), request)


async def offer(desk: Desk, caller: Caller, number: int) -> Notice:
    """The button of a request: asks for whom, its requester or one of their children, and whether link or code.

    Refused where the person may give a code to none of them.
    """
    me = await finding.administrator(desk, caller)
    requester = await desk.see(caller, scenes.account_of, number)
    own = await finding.whoever(desk, requester)
    family = [own, *await desk.directory.accounts(own.children)]
    able = [account for account in family if administration.allows(Deed.CODE, me, account)]
    if not able:
        if not own.roles:
            administration.check(Deed.CODE, me, own)  # says why not
        return _protected(me, own, number)
    coded = [account for account in able if not account.federated]
    if not coded:
        _refuse_federated(able[0])
    await desk.look(looks.at_account, desk.policy, me, own)
    rows = [row for account in coded for row in _ways(me, account, number)]
    portal = [account.name for account in able if account.federated]
    facts = {"number": number, "portal": len(portal), "names": ", ".join(portal)}
    return Notice("code_for", facts, (*rows, (Button("cancel"),)), me.tongue)


async def give_code(desk: Desk, cause: str, caller: Caller, account_id: str, request: int | None) -> None:
    """Has the ENT make a code, and shows it once to the agent; for an account never used, the activation code.

    Refused where the agent may not or asks too often, where the ENT fails, or where the code could not be shown.
    """
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    meant = Meant(RENEWAL if account.activated else ACTIVATION, Deed.CODE, account, request)
    number, code = await carry_out(desk, cause, caller, meant, lambda: _make(desk, account), _within_limits)
    to = await desk.look(handing.heirs, account, request, me.id)
    facts = _facts(desk, account)
    secret = handing.shown(number, facts, code, to, me, request)
    minutes = desk.policy.codes.visible_minutes
    message_id = await whisper(desk, caller.chat_id, secret, number, minutes, caller.topic)
    kept: dict[str, Any] = {"heirs": [one.id for one in to], "first": account.first_name, "shown": facts}
    kept |= {} if message_id else {"unseen": True}
    await desk.act(f"deed:{number}", caller, _given, account, number, request, kept, message_id)
    if message_id <= 0:
        raise _addressed(Refusal("code-not-shown"), me)


async def give_mail(desk: Desk, cause: str, caller: Caller, account_id: str, request: int | None) -> Notice:
    """Has the ENT mail its owner the link to choose a new password; returns the receipt. Refused like `give_code`."""
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    meant = Meant(MAIL, Deed.CODE, account, request)
    number, address = await carry_out(
        desk, cause, caller, meant, lambda: desk.directory.mail_reset(account.id), _within_limits
    )
    return await desk.act(f"deed:{number}", caller, _mailed, account, number, request, masked(address))


def masked(address: str) -> str:
    """An e-mail address shortened so that its owner recognises it, and nobody else can write to it."""
    name, _, host = address.partition("@")
    return f"{initial(name)}…@{host}"


async def _begin(
    desk: Desk, cause: str, caller: Caller, me: Person, account: Account, request: int | None
) -> Notice | None:
    if account.roles and account.id != me.account:
        return _protected(me, account, request)
    administration.check(Deed.CODE, me, account)
    _refuse_federated(account)
    if account.activated and account.email:
        rows = (*_ways(me, account, request), (Button("cancel"),))
        return Notice("code_or_mail", {"name": account.name}, rows, me.tongue)
    await give_code(desk, cause, caller, account.id, request)
    return None


def _protected(me: Person, account: Account, request: int | None) -> Notice:
    """Says that only the level above may act on an administrator's account, with a button to ask it."""
    way = Button("escalate", str(request), me.id) if request else Button("ask_above", account.id, me.id)
    highest = any(role.level is Level.VENDOR for role in me.roles)
    away = ", ".join(place.name for place in administration.only_elsewhere(me, account))
    facts = {"name": account.name, "highest": highest, "away": bool(away), "place": away}
    return Notice("administrator_target", facts, ((way,),) * (not highest), me.tongue)


def _refuse_federated(account: Account) -> None:
    """Raises the `Refusal` that says where the account enters, if it can have no code."""
    if account.federated:
        raise Refusal("ent-federated", name=account.name)


def _ways(me: Person, account: Account, request: int | None) -> list[tuple[Button, ...]]:
    aim = finding.target(account.id, request)
    rows: list[tuple[Button, ...]] = [(Button("key", aim, me.id, words=f"🔑 Code · {account.name}", once=True),)]
    if account.activated and account.email:
        rows.insert(0, (Button("mail", aim, me.id, words=f"✉️ Mail · {masked(account.email)}"),))
    return rows


async def _make(desk: Desk, account: Account) -> str:
    if not account.activated:
        return await desk.directory.activation_code(account.id)
    return (await desk.directory.renew_code(account.id)).code


def _facts(desk: Desk, account: Account) -> dict[str, Any]:
    """The facts of the message that shows a code, without the code."""
    return {
        "name": finding.shy(account),
        "activation": not account.activated,
        "blocked": account.blocked,
        "account": account.id,
        "minutes": desk.policy.codes.visible_minutes,
    }


def _within_limits(turn: Turn, target: Account) -> None:
    since, limits = turn.work.now - _HOUR, turn.policy.codes
    asked = (RENEWAL, ACTIVATION, MAIL)
    if interventions.count(turn.work, asked, since, person=turn.me.id) >= limits.per_agent_an_hour:
        raise Refusal("too-many-codes-agent", limit=limits.per_agent_an_hour)
    on_it, most = interventions.lately(turn.work, asked, since, target.id), limits.per_account_an_hour
    seen = sum(not one.facts.get("unseen") for one in on_it)
    if seen >= most or len(on_it) >= _UNSEEN * most:
        raise Refusal("too-many-codes-account", limit=limits.per_account_an_hour)


def _given(
    turn: Turn, account: Account, number: int, request: int | None, facts: Mapping[str, Any], message_id: int
) -> None:
    """Records that the code was made, and adds that to the exchange of the request, if there is one."""
    end(turn.work, number, InterventionEvent.SUCCEED, facts=facts)
    if request and message_id > 0:
        verbs.acted(turn, request, "code" if account.activated else "activation", finding.shy(account))


def _mailed(turn: Turn, account: Account, number: int, request: int | None, address: str) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED)
    row: tuple[Button, ...] = ()
    if request:
        verbs.acted(turn, request, "mail", finding.shy(account), MAILED)
        row = (Button("resolve", str(request), turn.me.id, style="success"),)
    return Notice("mail_sent", {"name": account.name, "address": address}, (row,) if row else ())


def _addressed(refusal: Refusal, me: Person) -> Refusal:
    refusal.language = me.tongue
    return refusal


CODE = naming("code", ask)
