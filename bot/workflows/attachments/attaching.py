"""An ERUN attaches a member of staff to a school of their circonscription (guide, chapter 2.A).

The account is looked for in the whole académie: only here, and only among staff. Each school is one act.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.ent.attachments import LEAST
from bot.folding import words as split
from bot.terms import Account, Button, Kind, Notice, Person, Refusal, Saying, Structure
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.attachments import schools, telling
from bot.workflows.attachments.filing import asked
from bot.workflows.conversations import course, keeping, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.attachments.kinds import doubtful, kind_of

MOST = 6  #: accounts offered to choose from
ACT = "attach"  #: the name of the act in the audit


@dataclass(slots=True)
class Search:
    """Whom an ERUN is about to attach, and where, as far as they have said it."""

    request: int | None = None  #: the request that it helps with
    choice: schools.Choice = field(default_factory=schools.Choice)  #: the school
    doubt: str = ""  #: the first words of the line, where they may be a kind that was mistyped
    meant: str = ""  #: that kind
    rest: str = ""  #: the words after them
    words: str = ""  #: the name that is looked for
    found: list[dict[str, Any]] | None = None  #: the accounts that bear it, as facts; None before the ENT is asked
    more: bool = False  #: whether there are more
    account: str = ""  #: identifier of the account that was chosen
    who: dict[str, Any] = field(default_factory=dict)  #: that account as facts, once the ENT has told it
    there: bool = False  #: whether it is attached to that school already, so that there is nothing to confirm
    sure: bool = False  #: True once it is confirmed


async def of_request(desk: Desk, cause: str, caller: Caller, number: int) -> Notice | None:
    """`Rattacher` on the card of a request: looks for the person that it names; returns the next question.

    Refused to whoever answers for no structure above the school of the request.
    """
    me = await finding.administrator(desk, caller)
    place, wanted = await desk.see(caller, asked, number)
    choice = schools.Choice()
    if place.kind is Kind.SCHOOL:
        administration.check_above(me, place)
        choice.place = place
    draft = Search(number, choice, words=str(wanted.get("name", "")))
    return await course.open_with(desk, cause, caller, SEARCHING, draft)


async def directly(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/rattachement [KIND] [name]` of somebody above the schools: asks where to, then whom; returns the question."""
    doubt, draft = doubtful(desk.policy.kinds, typed), Search()
    if doubt is not None:
        draft.doubt, draft.meant, draft.rest = doubt
    else:
        draft.words = kind_of(desk.policy.kinds, typed)[1]
    return await course.open_with(desk, cause, caller, SEARCHING, draft)


async def also(desk: Desk, cause: str, caller: Caller, account_id: str, number: int | None) -> Notice | None:
    """`Rattacher aussi à…`: attaches the same account to another school; returns the question which one.

    Refused to who does not treat the request, where it helps with one.
    """
    if number is not None:
        await desk.see(caller, asked, number)
    return await course.open_with(desk, cause, caller, SEARCHING, Search(number, account=account_id))


async def _learn(desk: Desk, caller: Caller, draft: Search) -> None:
    """Asks the ENT for the schools, for those who bear the name, and for the account that was chosen."""
    me = await finding.administrator(desk, caller)
    await schools.learn(desk, me, draft.choice)
    place = draft.choice.place
    if place is None:
        return
    if draft.account and not draft.who:
        account = await _chosen(desk, me, draft.account, place)
        draft.who, draft.there = facts_of(account), place.id in {one.id for one in account.places}
    elif draft.words and draft.found is None and not draft.account:
        await _look(desk, me, draft, place)


async def _look(desk: Desk, me: Person, draft: Search, place: Structure) -> None:
    if sum(map(len, split(draft.words))) < LEAST:
        draft.words = ""
        raise Refusal("name-too-short", limit=LEAST)
    found = await desk.directory.staff(draft.words, schools.academy(place).id, MOST + 1)
    draft.found, draft.more = [facts_of(one) for one in found[:MOST]], len(found) > MOST
    await desk.look(looks.at_accounts, desk.policy, me, ["staff", *split(draft.words)], found[:MOST], place.id)


async def _chosen(desk: Desk, me: Person, account_id: str, place: Structure) -> Account:
    """The account as the ENT tells it now; refused, as if there were none, where it may not be attached there."""
    account = await finding.whoever(desk, account_id)
    administration.check_member(Deed.ATTACH, me, account, place)
    await desk.look(looks.at_account, desk.policy, me, account)
    return account


def facts_of(account: Account) -> dict[str, Any]:
    """What an ERUN sees of an account before they choose it."""
    return {
        "id": account.id,
        "name": account.name,
        "login": account.login,
        "profile": account.profile.value,
        "function": administration.function_at(account, *account.places),
        "attached_to": ", ".join(place.name for place in account.places),
        "last_login": account.last_login.isoformat() if account.last_login else "",
        "activated": account.activated,
    }


def _learns(draft: Search) -> bool:
    if draft.choice.open:
        return True
    waits = bool(draft.account) and not draft.who
    return waits or (bool(draft.words) and draft.found is None and not draft.account)


def ask_meant(turn: Turn, doubt: str, meant: str) -> Notice:
    """Whether the first words are a kind that was mistyped, or belong to the name."""
    keys = [Button("kind", meant, turn.me.id)] if meant else []
    return Notice("attach_meant", {"words": doubt}, ((*keys, Button("first_name", "", turn.me.id)),))


def _hear_meant(turn: Turn, draft: Search, saying: Saying) -> bool:
    """Takes the kind, and the name behind it if there is one; here only the name is needed."""
    if not (steps.agrees(saying) and draft.meant):
        kind, rest = kind_of(turn.policy.kinds, saying.typed)
        if not kind:
            raise Refusal("unknown-kind", names=", ".join(turn.policy.kinds))
        draft.rest = rest or draft.rest
    _mean(turn, draft, "")
    return True


def _mean(_turn: Turn, draft: Search, _kind: str) -> None:
    draft.words, draft.doubt = draft.rest, ""


def _first_name(_turn: Turn, draft: Search, _value: str) -> None:
    draft.words, draft.doubt = f"{draft.doubt} {draft.rest}".strip(), ""


def _ask_words(_turn: Turn, draft: Search) -> Notice:
    return Notice("attach_whom", {"place": draft.choice.name})


def _ask_which(turn: Turn, draft: Search) -> Notice:
    """Offers the accounts that were found; where there is none, says what may still be done."""
    found = draft.found or []
    facts = {"words": draft.words, "place": draft.choice.name, "bearers": found, "more": draft.more}
    if not found:
        row = (Button("escalate", str(draft.request), turn.me.id),) if draft.request else ()
        return Notice("staff_none", facts | {"number": draft.request or 0}, (row,) if row else ())
    rows = tuple((Button("member", one["id"], turn.me.id, words=one["name"]),) for one in found)
    return Notice("staff_found", facts, rows)


def _hear(_turn: Turn, draft: Search, saying: Saying) -> bool:
    """Takes another name, in place of what was found or chosen before."""
    if not saying.text:
        raise Refusal("text-needed")
    draft.words, draft.found, draft.account, draft.who = saying.typed, None, "", {}
    return True


def _choose(_turn: Turn, draft: Search, account_id: str) -> None:
    if account_id not in {one["id"] for one in draft.found or ()}:
        raise Refusal("old-button")
    draft.account, draft.who = account_id, {}


def _ask_sure(turn: Turn, draft: Search) -> Notice:
    row = (Button("attach_now", "", turn.me.id, style="success"),)
    return Notice("attach_asked", draft.who | {"place": draft.choice.name}, (row,))


def _hear_sure(turn: Turn, draft: Search, saying: Saying) -> bool:
    if steps.agrees(saying):
        draft.sure = True
        return True
    return _hear(turn, draft, saying)


def _confirm(_turn: Turn, draft: Search, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Search) -> Notice:
    """Has the ENT attach the account, and tells people; where that fails, the question stays open.

    Where it is there already, changes nothing, and tells whoever was not told then.
    """
    me, place = await finding.administrator(desk, caller), draft.choice.place
    assert place is not None
    account = await _chosen(desk, me, draft.account, place)
    if not draft.sure:
        return await desk.act(cause, caller, _tell, account, place, draft.request, False)

    async def do() -> bool:
        return await desk.directory.attach(account.id, place.id)

    meant = Meant(ACT, Deed.ATTACH, account, draft.request, place=place)
    number, made = await carry_out(desk, cause, caller, meant, do)
    return await desk.act(f"deed:{number}", caller, _done, account, place, number, draft.request, made)


def _done(turn: Turn, account: Account, place: Structure, number: int, request: int | None, made: bool) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED, facts={} if made else {"already": True})
    return _tell(turn, account, place, request, made)


def _tell(turn: Turn, account: Account, place: Structure, request: int | None, made: bool) -> Notice:
    """Ends the conversation, tells whom it concerns, and returns the receipt."""
    if keeping.resumed(turn, SEARCHING) is not None:  # it asked something before it came to its end
        course.leave(turn)
    telling.attached(turn, account, place, request, made)
    row = [Button("also", finding.target(account.id, request), turn.me.id)]
    if request is not None:
        row.insert(0, Button("resolve", str(request), turn.me.id, style="success"))
    return Notice("attached_now", {"name": account.name, "place": place.name, "already": not made}, (tuple(row),))


def _may(turn: Turn, draft: Search) -> None:
    """Refused where this person answers for no structure above the chosen school any more."""
    administration.scopes(turn.me)
    if draft.choice.place is not None:
        administration.check_above(turn.me, draft.choice.place)


SEARCHING = Conversation(
    "searching",
    Search,
    (
        Question(
            "meant",
            lambda _, it: bool(it.doubt),
            lambda turn, it: ask_meant(turn, it.doubt, it.meant),
            _hear_meant,
            {"kind": _mean, "first_name": _first_name},
        ),
        schools.question(lambda draft: draft.choice),
        Question("words", lambda _, it: not (it.words or it.account), _ask_words, _hear),
        Question("member", lambda _, it: not it.account, _ask_which, _hear, {"member": _choose}),
        Question("sure", lambda _, it: not (it.sure or it.there), _ask_sure, _hear_sure, {"attach_now": _confirm}),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=_learns,
    may=_may,
)
