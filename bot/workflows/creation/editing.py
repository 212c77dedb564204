"""Changing an account made by hand: its names, a pupil's birth date, or a parent's children."""

from __future__ import annotations

from bot.ent.creation import Change
from bot.terms import Account, Button, Declined, InDoubt, Notice, Person, Profile, Refusal, Saying, Unavailable
from bot.workflows.accounts import finding
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.creation import children, describing
from bot.workflows.creation.entry import Entry
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import feed
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.calendar import today

MODIFY = "modify_account"  #: the name of the act in the audit
_NAMES, _BORN, _CHILDREN = "names", "born", "children"


async def start(desk: Desk, cause: str, caller: Caller, account_id: str) -> Notice | None:
    """The button of an account's card: asks what is to change."""
    me, account = await _checked(desk, caller, account_id)
    entry = Entry(
        account=account.id,
        profile=account.profile.value,
        first_name=account.first_name,
        last_name=account.last_name,
        written=True,
        born=account.birth_date,
        family=True,
    )
    entry.school = administration.school_of(me, account)
    entry.schools = {place.id: place.name for place in account.places}
    family = await desk.directory.accounts(account.children) if account.children else []
    entry.children = {one.id: one.name for one in family}
    entry.hidden = [one for one in account.children if one not in entry.children]
    entry.before = entry.name
    return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, course.begin, EDIT, entry))


async def _checked(desk: Desk, caller: Caller, account_id: str) -> tuple[Person, Account]:
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    administration.check(Deed.MODIFY, me, account)
    feed.check_by_hand(desk.policy.feed, today(desk.clock()), account)
    return me, account


async def _learn(desk: Desk, _caller: Caller, entry: Entry) -> None:
    """Looks for the children of the name that was typed."""
    await children.seek(desk, entry)


def _parts(entry: Entry) -> list[str]:
    own = {Profile.STUDENT: [_BORN], Profile.RELATIVE: [_CHILDREN]}
    return [_NAMES, *own.get(entry.of, [])]


def _ask_part(turn: Turn, entry: Entry) -> Notice:
    rows = ((Button("edit_part", part, turn.me.id),) for part in _parts(entry))
    return Notice("edit_part", entry.facts, tuple(rows))


def _hear_part(turn: Turn, entry: Entry, saying: Saying) -> bool:
    """Takes new names in place of the choice."""
    _choose_part(turn, entry, _NAMES)
    return describing.hear_names(turn, entry, saying)


def _choose_part(_turn: Turn, entry: Entry, part: str) -> None:
    if part not in _parts(entry):
        raise Refusal("old-button")
    entry.part = part
    if part == _NAMES:
        entry.first_name, entry.last_name, entry.typed, entry.written = "", "", "", False
    elif part == _BORN:
        entry.born = None
    else:
        entry.family = False


def _ask_sure(turn: Turn, entry: Entry) -> Notice:
    row = (Button("edit_now", "", turn.me.id, style="primary"),)
    return Notice("edit_sure", entry.facts | {"before": entry.before, "change": entry.part}, (row,))


def _hear_sure(_turn: Turn, entry: Entry, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("create-confirm")
    entry.sure = True
    return True


def _confirm(_turn: Turn, entry: Entry, _value: str) -> None:
    entry.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, entry: Entry) -> Notice:
    """Has the ENT change the account; a change may be repeated, so that a lost answer does no harm."""
    _, account = await _checked(desk, caller, entry.account)
    change = _change(entry)

    async def do() -> None:
        await _changed(desk, account, change)

    number, _ = await carry_out(desk, cause, caller, Meant(MODIFY, Deed.MODIFY, account), do)
    return await desk.act(f"deed:{number}", caller, _done, number, entry)


def _change(entry: Entry) -> Change:
    if entry.part == _NAMES:
        return Change(first_name=entry.first_name, last_name=entry.last_name)
    if entry.part == _BORN:
        return Change(birth_date=entry.born)
    return Change(children=(*entry.children, *entry.hidden))


async def _changed(desk: Desk, account: Account, change: Change) -> None:
    try:
        await desk.directory.modify(account.id, change)
    except (InDoubt, Unavailable) as lost:
        try:
            await desk.directory.modify(account.id, change)
        except (Declined, InDoubt, Unavailable):
            raise lost from None


def _done(turn: Turn, number: int, entry: Entry) -> Notice:
    end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    row = (Button("account", finding.target(entry.account), turn.me.id),)
    return Notice("account_modified", {"name": entry.name}, (row,))


EDIT = Conversation(
    "edit",
    Entry,
    (
        Question("part", lambda _, entry: not entry.part, _ask_part, _hear_part, {"edit_part": _choose_part}),
        *describing.NAMES,
        describing.BORN,
        children.QUESTION,
        Question(
            "sure", lambda _, entry: not entry.sure, _ask_sure, _hear_sure, {"edit_now": _confirm}, amendable=False
        ),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda entry: bool(entry.sought) and not (entry.found or entry.family),
)
