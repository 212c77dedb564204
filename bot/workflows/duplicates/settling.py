"""Settling a pair once that is confirmed: its accounts are merged, or said to be two people's. Neither is undone.

What the question showed is compared with what the ENT says at the confirmation; where it differs, it is asked anew.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from bot.ent.directory import Reason
from bot.ent.duplicates import changes_source, hindrance
from bot.storage import pairs, people
from bot.storage.work import Work
from bot.terms import Account, Button, InDoubt, Notice, Person, Refusal, Saying
from bot.workflows.accounts import cards as accounts
from bot.workflows.accounts import finding
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.duplicates import cards, joining, sighting
from bot.workflows.duplicates.sighting import Sighted
from bot.workflows.events import Event, Whom, told
from bot.workflows.requests import scenes, verbs
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.duplicates import comparing

MERGE, PART = "merge_accounts", "part_accounts"  #: the acts, as the audit names them
_LOOK = ("show",)
_HOLDER = told("acted", Whom.HOLDER, keys=_LOOK)
MERGED = Event("pair_merged", told("pair_merged", Whom.REQUESTER, keys=_LOOK) + _HOLDER)
PARTED = Event("pair_parted", told("pair_parted", Whom.REQUESTER, keys=_LOOK) + _HOLDER)


@dataclass(slots=True)
class Settling:
    """A pair, what is to be done with it, and what the question about that shows."""

    act: str
    account: str  #: the one that is kept
    other: str
    seen: str  #: a mark of both accounts as they were when it was asked
    request: int | None = None  #: the request that it answers
    facts: dict[str, Any] = field(default_factory=dict)
    anew: bool = False  #: whether it is asked again, because something changed meanwhile
    sure: bool = False  #: True once it is confirmed


async def ask(desk: Desk, cause: str, caller: Caller, target: str, act: str) -> Notice | None:
    """`Fusionner`, `Dissocier`: asks to confirm. Refused where the person may not, or the ENT does not do it."""
    me, pair = await sighting.aimed(desk, caller, target)
    draft = await _drafted(desk, me, pair, act)
    return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, _begin, draft))


async def _drafted(desk: Desk, me: Person, pair: Sighted, act: str) -> Settling:
    """The draft of that act on the pair; refused where the person may not, or the ENT does not do it."""
    cards.check(me, pair)
    kept, gone = pair.one, pair.other
    assert gone is not None
    if (reason := _hindrance(act, kept, gone)) is not None:
        raise Refusal(f"ent-{reason}", name=gone.name)
    facts: dict[str, Any] = {"name": kept.name, "login": kept.login, "other": gone.name, "former": gone.login}
    facts |= {"active": kept.activated, "fed": changes_source(kept, gone)}
    facts |= await desk.look(_chats, kept, gone)
    return Settling(act, kept.id, gone.id, comparing.seen(kept, gone), pair.request, facts)


def _hindrance(act: str, kept: Account, gone: Account) -> Reason | None:
    """Why the ENT does not do that; None where it does."""
    if act == MERGE:
        return hindrance(kept, gone)
    return Reason.BLOCKED if kept.blocked or gone.blocked else None


def _chats(work: Work, kept: Account, gone: Account) -> dict[str, Any]:
    """Whether a Telegram account is linked to the account that disappears, and what becomes of it."""
    heir, former = people.by_account(work, kept.id), people.by_account(work, gone.id)
    there = former.telegram_id if former is not None else None
    here = heir.telegram_id if heir is not None else None
    moves = here in (None, there) and not kept.roles
    return {"chat": "none" if there is None else "moves" if moves else "parts"}


def _begin(turn: Turn, draft: Settling) -> Notice | course.Pending | None:
    return course.begin(turn, SETTLE, draft)


def _ask(turn: Turn, draft: Settling) -> Notice:
    row = (Button("pair_now", "", turn.me.id, style="danger"),)
    facts = draft.facts | {"anew": draft.anew}
    return Notice("pair_merge_asked" if draft.act == MERGE else "pair_part_asked", facts, (row,))


def _hear(_turn: Turn, draft: Settling, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("pair-confirm")
    draft.sure = True
    return True


def _confirm(_turn: Turn, draft: Settling, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Settling) -> Notice | None:
    """Has the ENT settle the pair; returns what is left of it. Asks anew where it is not as it was shown."""
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, draft.account)
    pair = await sighting.between(desk, me, account, draft.other, draft.request)
    now = await _drafted(desk, me, pair, draft.act)
    if now.seen != draft.seen:
        now.anew = True
        return await course.carry_on(desk, cause, caller, await desk.act(f"{cause}:anew", caller, _again, now))
    kept, gone = pair.one, pair.other
    assert gone is not None

    def guard(turn: Turn, _target: Account) -> None:
        administration.check(Deed.SETTLE, turn.me, kept)

    async def do() -> None:
        if draft.act == MERGE:
            await _merge(desk, gone, kept)
        else:
            await desk.directory.part(kept.id, gone.id)

    meant = Meant(draft.act, Deed.SETTLE, gone, draft.request, facts={"with": kept.id})
    number, _ = await carry_out(desk, cause, caller, meant, do, guard)
    if draft.act == PART:
        return await desk.act(f"deed:{number}", caller, _parted, number, now)
    left = await desk.directory.account(kept.id, [place.id for place in kept.places]) or kept
    said = await desk.act(f"deed:{number}", caller, _merged, number, now, left)
    card = await accounts.card(desk, me, left, draft.request)
    return replace(said, facts={**said.facts, "card": card.facts}, buttons=(*said.buttons, *card.buttons))


def _again(turn: Turn, draft: Settling) -> Notice | course.Pending | None:
    course.leave(turn)
    return course.begin(turn, SETTLE, draft)


async def _merge(desk: Desk, gone: Account, kept: Account) -> None:
    """Has the ENT merge the accounts; where its answer is lost, reads whether it has. Raises what the ENT raises."""
    try:
        await desk.directory.merge(gone.id, kept.id)
    except InDoubt:
        if not await merged(desk, gone.id, kept.id):
            raise


async def merged(desk: Desk, gone: str, kept: str, places: tuple[str, ...] = ()) -> bool:
    """Whether the ENT has the second account, and surely not the first. Raises the ENT's `Declined`."""
    left = await desk.directory.account(kept, places)
    where = [place.id for place in left.places] if left is not None else []
    return left is not None and await desk.directory.account(gone, where) is None


def _merged(turn: Turn, number: int, draft: Settling, left: Account) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    joining.follow(turn.work, turn.policy, draft.other, left)
    return _settled(turn, draft)


def _parted(turn: Turn, number: int, draft: Settling) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    return _settled(turn, draft)


def _settled(turn: Turn, draft: Settling) -> Notice:
    """The receipt; those who asked for advice about the pair are told."""
    numbers = advise(turn, draft.act, (draft.account, draft.other), draft.request, draft.facts["name"])
    rows = tuple((Button("resolve", str(number), turn.me.id, style="success"),) for number in numbers[:1])
    rows = (*rows, (Button("pairs", "0", turn.me.id),))
    return Notice("accounts_merged" if draft.act == MERGE else "accounts_parted", draft.facts, rows)


def advise(turn: Turn, act: str, pair: tuple[str, str], request: int | None, name: str) -> list[int]:
    """Tells those who asked for advice about these two accounts what became of them; returns their requests.

    Those that the person treats, the one they came from first.
    """
    deed, event = ("merged", MERGED) if act == MERGE else ("parted", PARTED)
    numbers = _advised(turn, pair, request)
    for number in numbers:
        verbs.acted(turn, number, deed, name, event)
    return numbers


def _advised(turn: Turn, pair: tuple[str, str], request: int | None) -> list[int]:
    numbers = []
    if request is not None:
        with suppress(Refusal):  # not theirs any more
            scenes.found(turn.work, turn.me, request)
            numbers.append(request)
    for number in pairs.standing(turn.work, *pair):
        with suppress(Refusal):  # not theirs to read
            if number not in numbers and scenes.found(turn.work, turn.me, number)[1].agent:
                numbers.append(number)
    return numbers


SETTLE = Conversation(
    "settling",
    Settling,
    (Question("sure", lambda _turn, draft: not draft.sure, _ask, _hear, {"pair_now": _confirm}, amendable=False),),
    Waits.ACTS,
    act=_act,
)
