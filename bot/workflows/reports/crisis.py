"""A grave case, step by step (guide, chapter 10): delete the publication, block its author's account, summon them.

Each step asks before it acts, and may be skipped. A step that somebody has done already is reported, not repeated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.ent.directory import Reason
from bot.storage import outbox
from bot.storage.reports import ReportRecord
from bot.terms import Account, Button, Declined, Level, Notice, Person, Profile, Refusal, ReportState
from bot.workflows.accounts import finding, holding
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy
from bot.workflows.reports import treating
from bot.workflows.reports.cards import back, facts_of, looked_at, seen
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.blocks import elsewhere
from bot.workflows.rules.reports.lifecycle import ReportEvent

_CALLED = (Level.CIRCONSCRIPTION, Level.DSDEN, Level.RECTORAT)  #: the levels whose contacts are shown
_LEFT = (f"ent-{Reason.GONE}", f"ent-{Reason.DELETED}")  #: why there is no account to block any more
_REMOVED = (ReportState.DELETED, ReportState.GONE)  #: nothing is left to delete


@dataclass(frozen=True, slots=True)
class _Case:
    """A report, the person who goes through the steps, and the author's account."""

    me: Person
    reported: ReportRecord
    creator: Account | None  #: None where the ENT has no such account any more
    read_at: datetime  #: when the ENT was asked for that account
    only_there: bool = False  #: whether only another school holds it blocked: this school may block it too

    @property
    def hurdle(self) -> str:
        """Why the second step is skipped; empty where it is asked.

        It is `absent`, `deleted`, `blocked`, or the reason of a `Refusal`.
        """
        if self.creator is None or not administration.sees(self.me, self.creator):
            return "absent"
        if self.creator.deleted_at is not None:
            return "deleted"
        if self.creator.blocked and not self.only_there:
            return "blocked"
        try:
            administration.check(Deed.BLOCK, self.me, self.creator)
        except Refusal as refusal:
            return refusal.reason
        return ""

    @property
    def others(self) -> list[str]:
        """The names of the other schools of the author's account, which lose it too."""
        if self.creator is None:
            return []
        school = administration.school_of(self.me, self.creator)
        return [place.name for place in elsewhere.others(self.creator, school)]


async def begin(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """Explains the three steps and asks for the first one that is not done yet."""
    case = await _case(desk, caller, number)
    if case.reported.verdict in _REMOVED:
        return await _second(desk, cause, caller, case)
    row = (Button("crisis_delete", str(number), case.me.id, style="danger"), _stop(case, "report_leave"))
    return Notice("crisis", facts_of(case.reported), (row,), case.me.tongue)


async def delete(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """First step: deletes the publication, unless somebody did before; then asks for the second step."""
    verdict = (await desk.see(caller, lambda turn: seen(turn.work, turn.me, number))).verdict
    if verdict not in _REMOVED:
        try:
            await treating.treat(desk, cause, caller, number, ReportEvent.DELETE, verdict)
        except Refusal as refusal:
            if refusal.reason not in ("report-treated", "report-gone"):
                raise
    return await begin(desk, f"{cause}:next", caller, number)


async def block(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """Second step: blocks the author's account, unless somebody did before; then goes on to the third step."""
    case = await _case(desk, caller, number)
    if case.hurdle or case.creator is None:
        return await summon(desk, cause, caller, number)
    account = case.creator
    meant = Meant("block", Deed.BLOCK, account, facts={"report": number})
    try:
        deed, _ = await carry_out(desk, cause, caller, meant, lambda: desk.directory.block(account.id, True))
    except Refusal as refusal:
        if refusal.reason not in _LEFT:
            raise
        return await summon(desk, f"{cause}:left", caller, number)  # it left since it was read
    return await desk.act(f"deed:{deed}", caller, _summoned, case, "done", deed)


async def summon(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """Third step: writes the convocation that the director may send, and says whom to call."""
    case = await _case(desk, caller, number)
    return await desk.act(cause, caller, _summoned, case, case.hurdle or "left", 0)


async def _second(desk: Desk, cause: str, caller: Caller, case: _Case) -> Notice:
    if case.hurdle:
        return await summon(desk, cause, caller, case.reported.number)
    number = str(case.reported.number)
    sure = Button("crisis_block", number, case.me.id, style="danger")
    rows = ((sure, Button("crisis_summon", number, case.me.id)), (_stop(case, "crisis_stop"),))
    facts = facts_of(case.reported) | {"shared": len(case.others), "names": ", ".join(case.others)}
    return Notice("crisis_second", facts, rows, case.me.tongue)


async def _case(desk: Desk, caller: Caller, number: int) -> _Case:
    me = await finding.up_to_date(desk, caller)
    reported = await desk.see(caller, looked_at, number)
    read_at = desk.clock()
    creator = await _creator(desk, reported)
    found = await desk.look(holding.standing, me, creator) if creator is not None else holding.Standing()
    return _Case(me, reported, creator, read_at, bool(found.others) and not found.mine)


async def _creator(desk: Desk, reported: ReportRecord) -> Account | None:
    """The author's account; None where it is gone, or is of no school that the bot may look into."""
    try:
        return await desk.directory.account(reported.creator, [reported.school]) if reported.creator else None
    except Declined as no:
        if no.reason != Reason.FORBIDDEN:
            raise
        return None


def _summoned(turn: Turn, case: _Case, account: str, deed: int) -> Notice:
    """Queues the convocation as a message to copy; returns what was done and whom to call."""
    reported = seen(turn.work, turn.me, case.reported.number)
    told: dict[str, Any] = {"shared": 0}
    if deed and case.creator is not None:
        end(turn.work, deed, InterventionEvent.SUCCEED)
        told = holding.settle(turn, case.creator, case.read_at, deed, blocked=True)
    pupil = case.creator is None or case.creator.profile is Profile.STUDENT
    text = {"name": reported.creator_name, "place": reported.school_name, "actor": turn.me.name, "pupil": pupil}
    outbox.tell(turn.work, turn.me, Notice("convocation", text))
    facts = facts_of(reported) | told | {"account": account, "contacts": _contacts(turn.policy)}
    return Notice("crisis_last", facts, (back(turn.me, reported.number),))


def _contacts(policy: Policy) -> list[dict[str, Any]]:
    return [{"level": int(level), "contact": policy.levels[level].contact} for level in _CALLED]


def _stop(case: _Case, action: str) -> Button:
    return Button(action, str(case.reported.number), case.me.id)
