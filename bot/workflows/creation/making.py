"""Making an account: asked of the ENT once, looked for where its answer was lost, then shown with its first code."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.ent.creation import Newcomer
from bot.storage import interventions
from bot.terms import Account, Button, Declined, InDoubt, Kind, Notice, Person, Refusal, Unavailable
from bot.workflows import hats
from bot.workflows.accounts import finding
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.conversations import course
from bot.workflows.creation.entry import Entry
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.whispering import whisper

CREATE = "create_account"  #: the name of the act in the audit
SKEW = timedelta(minutes=2)  #: by which the ENT's clock may be behind


async def make(desk: Desk, cause: str, caller: Caller, entry: Entry) -> Notice:
    """Has the ENT make the account, shows its activation code, and returns the receipt with its login.

    Refused where the person may not, or where the ENT declines. Where its answer was lost and the account is not
    there when it is looked for, it may still come: nothing is asked again.
    """
    me = await finding.administrator(desk, caller)
    administration.check_school(me, entry.school)
    target, newcomer = await _meant(desk, entry), entry.newcomer

    async def do() -> Account:
        return await _made(desk, newcomer)

    facts = {"profile": entry.profile} | ({"case": entry.case} if entry.case else {})
    meant = Meant(CREATE, Deed.CREATE, target, why=entry.task or "", facts=facts)
    number, account = await carry_out(desk, cause, caller, meant, do)
    shown = await _show_code(desk, caller, me, account, number)
    return await desk.act(f"deed:{number}", caller, _done, number, account, entry.facts, shown)


async def _meant(desk: Desk, entry: Entry) -> Account:
    """The account that is to be made, at its school."""
    school = await desk.directory.structure(entry.school)
    if school is None:
        raise Refusal("not-your-school")
    return Account("", "", entry.first_name, entry.last_name, entry.of, (school,))


async def _made(desk: Desk, newcomer: Newcomer) -> Account:
    """The account that the ENT made, or that it turns out to have made; raises `InDoubt` where neither is known."""
    began = desk.clock() - SKEW
    before = frozenset(await desk.directory.made(newcomer, began))
    try:
        made = await desk.directory.create(newcomer)
    except (InDoubt, Unavailable) as lost:
        made = await _found(desk, newcomer, before, began, lost)
    account = await _read(desk, made, newcomer.school)
    if account is None:
        raise InDoubt("an account was made, and is not there")
    return account


async def _found(desk: Desk, newcomer: Newcomer, before: frozenset[str], began: datetime, lost: Exception) -> str:
    """The one account that is new since; raises what was lost where there is none, or nobody can tell."""
    try:
        fresh = [one for one in await desk.directory.made(newcomer, began) if one not in before]
    except (Declined, Unavailable):
        fresh = []
    if len(fresh) != 1:
        raise lost
    return fresh[0]


async def _read(desk: Desk, account_id: str, school: str) -> Account | None:
    try:
        return await desk.directory.account(account_id, [school])
    except Declined as no:  # it was made all the same
        raise InDoubt(f"an account was made, and could not be read: {no.reason}") from no


async def _show_code(desk: Desk, caller: Caller, me: Person, account: Account, number: int) -> bool:
    """Shows the activation code in a message of its own, which is deleted in time; whether it could be shown.

    Where it could not, /code shows it as often as it is asked.
    """
    try:
        code = await desk.directory.activation_code(account.id)
    except (Declined, InDoubt, Unavailable):
        return False
    minutes = desk.policy.codes.visible_minutes
    facts = {"name": finding.shy(account), "code": code, "minutes": minutes}
    secret = Notice("new_account_code", facts, ((Button("copy", copy=code),),), me.tongue, secret=True)
    return await whisper(desk, caller.chat_id, hats.as_person(secret, me), number, minutes, caller.topic) > 0


def _done(turn: Turn, number: int, account: Account, facts: dict[str, Any], shown: bool) -> Notice:
    interventions.name_account(turn.work, number, account.id)
    end(turn.work, number, InterventionEvent.SUCCEED, facts={"shown": shown})
    course.leave(turn)
    aim = finding.target(account.id)
    first = [Button("account", aim, turn.me.id)]
    if not shown:
        first.append(Button("code", aim, turn.me.id, style="primary"))
    second = [Button("sheet", account.id, turn.me.id)]
    if administration.allows(Deed.LINK, turn.me, account):
        second.append(Button("link", aim, turn.me.id))
    made = {"login": account.login, "place": _place(account, facts), "shown": shown}
    return Notice("account_made", facts | made, (tuple(first), tuple(second)))


def _place(account: Account, facts: dict[str, Any]) -> str:
    schools = [place.name for place in account.places if place.kind is Kind.SCHOOL]
    return schools[0] if len(schools) == 1 else str(facts["place"])
