"""Has the ENT change rules: written down before, read again after, told to the others who administer the school."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.ent.directory import Reason
from bot.storage import interventions, outbox, people
from bot.storage.interventions import Intervention
from bot.terms import Button, Declined, Level, Notice, Refusal, Role
from bot.workflows import acting
from bot.workflows.accounts import finding
from bot.workflows.communication import reading
from bot.workflows.conversations import course
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.communication import examples
from bot.workflows.rules.communication.circles import Circle
from bot.workflows.rules.screens import mark

ALLOW, FORBID, RESET = "allow_writing", "forbid_writing", "reset_rules"  #: the acts, as the audit names them


@dataclass(frozen=True, slots=True)
class Change:
    """A rule of a school that is to be made, or else removed."""

    school: str
    place: str
    one: Circle
    other: Circle
    allowed: bool

    @property
    def facts(self) -> dict[str, Any]:
        """What sentences say of it."""
        return {"writers": self.one.facts, "written": self.other.facts, "allowed": self.allowed, "place": self.place}


async def change(desk: Desk, cause: str, caller: Caller, wanted: Change, read: Sequence[str]) -> Notice:
    """Has the ENT make the rule or remove it; returns the receipt.

    Refused where the rule changed meanwhile, or would widen more groups than whoever confirmed has `read`; where the
    ENT declines, or its answer is lost.
    """
    await finding.administrator(desk, caller)
    one, other = wanted.one.id, wanted.other.id
    if ((one, other) in await desk.directory.rules_of(wanted.school, one)) is wanted.allowed:
        raise Refusal("rule-changed")
    if wanted.allowed and not await desk.directory.widened(wanted.school, one, other) <= {*read}:
        raise Refusal("rule-changed")
    act = ALLOW if wanted.allowed else FORBID
    facts = {"one": [one, wanted.one.name], "other": [other, wanted.other.name]}
    number = await _carry_out(
        desk,
        cause,
        caller,
        Intervention(act, 0, whom=wanted.place, school=wanted.school, facts=facts),
        lambda: desk.directory.allow(wanted.school, one, other, wanted.allowed),
    )
    together = list[dict[str, Any]]()
    with suppress(Declined):
        now = await reading.circles(desk, wanted.school)
        together = [group.facts for group in examples.still_together(now, one, other)]
    return await desk.act(f"deed:{number}", caller, _done, number, wanted, together)


async def reset(desk: Desk, cause: str, caller: Caller, school: str, place: str) -> Notice:
    """Has the ENT begin anew with the rules of a school; returns the receipt. Refused as `change` is."""
    await finding.administrator(desk, caller)
    meant = Intervention(RESET, 0, whom=place, school=school)
    number = await _carry_out(desk, cause, caller, meant, lambda: desk.directory.reset_rules(school))
    return await desk.act(f"deed:{number}", caller, _reset, number, school, place)


async def _carry_out(
    desk: Desk, cause: str, caller: Caller, meant: Intervention, do: Callable[[], Awaitable[None]]
) -> int:
    """As `acting.carry_out`, of an act on a school: says of its groups what is said of an account elsewhere."""
    number = await desk.act(cause, caller, _intend, meant)
    try:
        await acting.ask_ent(desk, number, meant.act, meant.whom, do)
    except Refusal as refusal:
        if refusal.reason == f"ent-{Reason.GONE}":
            raise Refusal("rule-gone") from refusal
        if refusal.reason == f"ent-{Reason.RESERVED}":
            me = await desk.see(caller, lambda turn: turn.me.id)
            refusal.buttons = ((Button("rules_above", mark(meant.school), me, once=True),),)
        raise
    return number


def _intend(turn: Turn, meant: Intervention) -> int:
    """Writes the act down; refused where the person does not administer the school, or does the same just now."""
    administration.check_school(turn.me, meant.school)
    meant.person = turn.me.id
    if interventions.under_way(turn.work, turn.me.id, "", turn.work.now - acting.PATIENCE, meant.act):
        raise Refusal("under-way")
    return interventions.intend(turn.work, meant)


def _done(turn: Turn, number: int, wanted: Change, together: list[dict[str, Any]]) -> Notice:
    _end(turn, number, wanted.school, Notice("rule_told", wanted.facts | {"actor": turn.me.name}))
    facts = wanted.facts | {"still_together": together}
    return Notice("rule_done", facts, ((Button("rules_at", mark(wanted.school), turn.me.id),),))


def _reset(turn: Turn, number: int, school: str, place: str) -> Notice:
    _end(turn, number, school, Notice("rules_told", {"place": place, "actor": turn.me.name}))
    return Notice("rules_done", {"place": place}, ((Button("rules_at", mark(school), turn.me.id),),))


def _end(turn: Turn, number: int, school: str, told: Notice) -> None:
    """Writes down that it is done, and tells the other administrators of the school."""
    acting.end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    for other in people.at_desk(turn.work, Role(Level.SCHOOL, school)):
        if other.id != turn.me.id:
            outbox.tell(turn.work, other, told)
