"""Changes what a school has: written down, then asked of the ENT, then written down as done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.ent.directory import Reason
from bot.ent.services import Service
from bot.storage import interventions
from bot.storage.interventions import Intervention
from bot.terms import Button, Notice, Profile, Refusal, Structure
from bot.workflows import acting
from bot.workflows.conversations import course
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import rights
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.services.draft import Draft, Task

T = TypeVar("T")
#: what the ENT's reasons mean of a service; the house's sentences speak of accounts
_OF_SERVICES = {f"ent-{Reason.GONE}": "service-gone", f"ent-{Reason.FORBIDDEN}": "service-forbidden"}


@dataclass(frozen=True, slots=True)
class Intended:
    """What is meant to be done to a service of a school."""

    act: str  #: a `Task`, its name in the audit
    name: str  #: of the service
    school: str
    facts: dict[str, Any] = field(default_factory=dict)  #: what the audit keeps of it: no name and no address


async def carry_out(
    desk: Desk, cause: str, caller: Caller, intended: Intended, do: Callable[[], Awaitable[T]]
) -> tuple[int, T]:
    """Writes down what is intended, then has `do` ask the ENT; returns the act's number and the ENT's answer.

    As `acting.carry_out`, for what is done to no account. Raises a `Refusal` where the person may not at that school.
    """
    await rights.renew(desk, caller)
    place = await desk.directory.structure(intended.school)
    if place is None:
        raise Refusal("no-such-school", name="")
    number = await desk.act(cause, caller, _intend, intended, place)
    try:
        return number, await acting.ask_ent(desk, number, intended.act, intended.name, do)
    except Refusal as refusal:
        if refusal.reason not in _OF_SERVICES:
            raise
        raise Refusal(_OF_SERVICES[refusal.reason], name=intended.name) from refusal


async def give(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    """Gives a service to the profiles that were chosen, and withdraws it from those left out; the receipt."""
    one, given, taken = draft.one, draft.given, draft.taken

    async def do() -> None:
        await desk.directory.offer(draft.school, one.id, [*map(Profile, given)], [*map(Profile, taken)])

    facts = {"service": one.id, "given": given, "withdrawn": taken}
    intended = Intended(Task.GIVE, one.name, draft.school, facts)
    number, _ = await carry_out(desk, cause, caller, intended, do)
    said = {"name": one.name, "given": given, "withdrawn": taken, "profiles": draft.chosen}
    return await desk.act(f"deed:{number}", caller, done, number, draft, Notice("service_given", said))


async def change(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    """Gives a link of the school another name and address; returns the receipt."""
    one = draft.one

    async def do() -> None:
        await desk.directory.change_link(draft.school, one.id, draft.name, draft.address)

    intended = Intended(Task.CHANGE, one.name, draft.school, {"service": one.id})
    number, _ = await carry_out(desk, cause, caller, intended, do)
    return await desk.act(f"deed:{number}", caller, done, number, draft, Notice("link_changed", draft.told))


async def withdraw(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    """Deletes a link of the school; returns the receipt."""
    one = draft.one

    async def do() -> None:
        await desk.directory.withdraw_link(draft.school, one.id)

    intended = Intended(Task.WITHDRAW, one.name, draft.school, {"service": one.id})
    number, _ = await carry_out(desk, cause, caller, intended, do)
    said = Notice("link_withdrawn", {"name": one.name, "place": draft.place})
    return await desk.act(f"deed:{number}", caller, done, number, draft, said)


def done(turn: Turn, number: int, draft: Draft, said: Notice, facts: dict[str, Any] | None = None) -> Notice:
    """Writes down that the act is done, and ends the conversation; returns what is said, with the way back."""
    acting.end(turn.work, number, InterventionEvent.SUCCEED, facts=facts)
    course.leave(turn)
    row = (Button("services", f"{draft.kind[0]}:{draft.school}", turn.me.id),)
    return Notice(said.kind, {**said.facts, "place": draft.place}, (*said.buttons, row))


async def now(desk: Desk, draft: Draft, service: str) -> Service | None:
    """The service as the ENT has it now; None where the school has it no more."""
    return next((one for one in await desk.directory.services(draft.school) if one.id == service), None)


def _intend(turn: Turn, intended: Intended, place: Structure) -> int:
    administration.check_near(turn.me, place)
    if interventions.under_way(turn.work, turn.me.id, "", turn.work.now - acting.PATIENCE):
        raise Refusal("under-way")  # a button pressed twice
    meant = Intervention(
        act=intended.act, person=turn.me.id, whom=intended.name, school=place.id, facts=intended.facts
    )
    return interventions.intend(turn.work, meant)
