"""An ERUN detaches somebody who left a school (guide, chapter 2.D).

The account is attached to the entity of the IEN before it is detached, so that it is never lost. These are two acts:
what was cut off between them goes on from there, and the ENT declines the second without the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.terms import Account, Button, Kind, Notice, Person, Refusal, Saying, Structure, here
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.accounts.naming import naming
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.attachments import leaving, schools, telling
from bot.workflows.attachments.filing import ASK, DETACH, asked
from bot.workflows.conversations import course, keeping, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.declaring import AGENTS
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent

KEEP, ACT = "attach_keep", "detach"  #: the names of the two acts in the audit


@dataclass(slots=True)
class Parting:
    """Who is about to be detached, and from where."""

    account: str
    name: str
    request: int | None = None  #: the request that it helps with
    schools: list[Structure] = field(default_factory=list)  #: those of the account of which the ERUN chooses one
    place: Structure | None = None
    facts: dict[str, Any] | None = None  #: what ends there, as facts; None before the ENT is asked
    sure: bool = False  #: True once it is confirmed

    @property
    def gone(self) -> bool:
        """Whether the account is not attached there any more, so that there is nothing to confirm."""
        return self.facts is not None and not self.facts["there"]


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/detachement ACCOUNT`: a director asks the ERUN for it, who does it; or offers the accounts of that name."""
    me = await finding.administrator(desk, caller)
    found = await finding.named(desk, me, typed)
    if len(found) != 1:
        return finding.choose(me, "leaver", typed, found)
    return await _begin(desk, cause, caller, me, found[0])


async def start(desk: Desk, cause: str, caller: Caller, account_id: str) -> Notice | None:
    """The button of an account that was offered: as `ask` for that account."""
    me = await finding.administrator(desk, caller)
    return await _begin(desk, cause, caller, me, await finding.one(desk, me, account_id))


async def of_request(desk: Desk, cause: str, caller: Caller, number: int) -> Notice | None:
    """`Détacher` on the card of a request: asks to confirm. Refused to whoever answers for no structure above."""
    me = await finding.administrator(desk, caller)
    place, wanted = await desk.see(caller, asked, number)
    if wanted.get(ASK) != DETACH:
        raise Refusal("old-button")
    administration.check_above(me, place)
    draft = Parting(str(wanted["account"]), str(wanted["name"]), number, [place], place)
    return await course.open_with(desk, cause, caller, PARTING, draft)


async def _begin(desk: Desk, cause: str, caller: Caller, me: Person, account: Account) -> Notice | None:
    leaving.check_staff(account)
    above = {one.id for one in await desk.directory.schools(administration.above(me))}
    places = [one for one in account.places if one.kind is Kind.SCHOOL and one.id in above]
    if not places:
        return await leaving.start(desk, cause, caller, account)
    draft = Parting(account.id, account.name, None, places, places[0] if len(places) == 1 else None)
    return await course.open_with(desk, cause, caller, PARTING, draft)


async def _learn(desk: Desk, caller: Caller, draft: Parting) -> None:
    if not _learns(draft):
        return
    me, place = await finding.administrator(desk, caller), draft.place
    assert place is not None
    account = await _member(desk, me, draft.account, place)
    ours = [one for one in here(account.roles, place) if one.structure == place.id]
    draft.name, draft.facts = (
        account.name,
        {
            "entity": schools.entity(place).name,
            "classes_there": [one.name for one in account.classes if place in one.above],
            "right": administration.function_at(account, place) if ours else "",
            "other_places": ", ".join(
                one.name for one in account.places if one.kind is Kind.SCHOOL and one.id != place.id
            ),
            "there": place.id in {one.id for one in account.places},
        },
    )


def _learns(draft: Parting) -> bool:
    return draft.place is not None and draft.facts is None


async def _member(desk: Desk, me: Person, account_id: str, place: Structure) -> Account:
    """The account as the ENT tells it now; refused, as if there were none, where it may not be detached there."""
    account = await finding.whoever(desk, account_id)
    administration.check_member(Deed.DETACH, me, account, place)
    await desk.look(looks.at_account, desk.policy, me, account)
    return account


def _choose_place(turn: Turn, draft: Parting, chosen: str) -> None:
    schools.choose_among(turn, draft, chosen)
    draft.facts = None  # they are those of another school


def _ask_sure(turn: Turn, draft: Parting) -> Notice:
    assert draft.place is not None
    row = (Button("detach_now", "", turn.me.id, style="danger"),)
    return Notice("detach_asked", {"name": draft.name, "place": draft.place.name} | (draft.facts or {}), (row,))


def _hear_sure(_turn: Turn, draft: Parting, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("press-confirm")
    draft.sure = True
    return True


def _confirm(_turn: Turn, draft: Parting, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Parting) -> Notice:
    """Attaches the account to the entity of the IEN, then detaches it; where one fails, the question stays open.

    What was done of it before is not done again. Where it is detached already, changes nothing, and tells whoever was
    not told then.
    """
    me, place = await finding.administrator(desk, caller), draft.place
    assert place is not None
    entity, account = schools.entity(place), await _member(desk, me, draft.account, place)
    if not draft.sure:
        return await desk.act(cause, caller, _tell, account, place, entity, draft.request, False)

    async def keep() -> bool:
        return await desk.directory.attach(account.id, entity.id)

    async def part() -> bool:
        return await desk.directory.detach(account.id, place.id, entity.id)

    if entity.id not in {one.id for one in account.places}:
        kept, _ = await carry_out(desk, f"{cause}:keep", caller, _meant(KEEP, account, draft, place), keep)
        await desk.put(end, kept, InterventionEvent.SUCCEED)
    number, made = await carry_out(desk, cause, caller, _meant(ACT, account, draft, place), part)
    return await desk.act(f"deed:{number}", caller, _done, account, place, entity, number, draft.request, made)


def _meant(act: str, account: Account, draft: Parting, place: Structure) -> Meant:
    return Meant(act, Deed.DETACH, account, draft.request, place=place)


def _done(
    turn: Turn,
    account: Account,
    place: Structure,
    entity: Structure,
    number: int,
    request: int | None,
    made: bool,
) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED, facts={} if made else {"already": True})
    return _tell(turn, account, place, entity, request, made)


def _tell(
    turn: Turn, account: Account, place: Structure, entity: Structure, request: int | None, made: bool
) -> Notice:
    """Ends the conversation, tells whom it concerns, and returns the receipt."""
    if keeping.resumed(turn, PARTING) is not None:  # it asked something before it came to its end
        course.leave(turn)
    telling.detached(turn, account, place, entity, request, made)
    row = (Button("resolve", str(request), turn.me.id, style="success"),) if request is not None else ()
    facts = {"name": account.name, "place": place.name, "entity": entity.name, "already": not made}
    return Notice("detached_now", facts, (row,) if row else ())


def _may(turn: Turn, draft: Parting) -> None:
    """Refused where this person answers for no structure above the school any more."""
    administration.scopes(turn.me)
    if draft.place is not None:
        administration.check_above(turn.me, draft.place)


PARTING = Conversation(
    "parting",
    Parting,
    (
        schools.among("detach_where", choose=_choose_place),
        Question("sure", lambda _, it: not (it.sure or it.gone), _ask_sure, _hear_sure, {"detach_now": _confirm}),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=_learns,
    may=_may,
)

LEAVER = naming("leaver", ask, AGENTS)
