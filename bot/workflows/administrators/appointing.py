"""Gives somebody the right to administer a school, or withdraws it (guide, chapters 2.E and 3.B.2), once confirmed.

What they administer elsewhere is not touched. The other administrators of the school are told, and they themselves.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from bot.folding import words
from bot.storage import outbox, people
from bot.terms import Account, Button, Declined, Level, Notice, Person, Refusal, Role, Saying, Structure, Unavailable
from bot.workflows.accounts import finding
from bot.workflows.accounts.naming import naming
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.administrators import showing
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import rights
from bot.workflows.rules.accounts import administration, staffing
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.accounts.staffing import Right

_SAID = {"donner": Right.GIVE, "give": Right.GIVE, "retirer": Right.TAKE, "withdraw": Right.TAKE}
_FEW = 1  #: colleagues beside the head who may administer a school without a warning (guide, chapter 2.E)


@dataclass(slots=True)
class Post:
    """One school of the account, and what may be done about its right there."""

    id: str
    name: str
    right: str
    holders: list[str] = field(default_factory=list)  #: the names of those who administer it
    colleagues: int = 0  #: how many of them do not head it


@dataclass(slots=True)
class Draft:
    """Whose right it is, where it may be given or withdrawn, and which school was chosen, by position."""

    account: str
    name: str = ""
    posts: list[Post] = field(default_factory=list)
    at: int = -1
    sure: bool = False

    @property
    def post(self) -> Post:
        """The chosen school."""
        return self.posts[self.at]

    @property
    def gives(self) -> bool:
        """Whether the right is to be given there; False where it is to be withdrawn."""
        return self.post.right == Right.GIVE


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/droits ACCOUNT`: the card of its rights, or the accounts that the name fits."""
    me = await finding.administrator(desk, caller)
    found = await finding.named(desk, me, typed)
    if len(found) != 1:
        return finding.choose(me, "rights", typed, found)
    return await start(desk, cause, caller, found[0].id)


async def start(desk: Desk, cause: str, caller: Caller, account_id: str) -> Notice | None:
    """The button of an account: the card of its rights."""
    return await course.open_with(desk, cause, caller, RIGHT, Draft(account_id))


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    """Asks the ENT what the account administers, and who else does."""
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, draft.account)
    administration.check(Deed.RIGHT, me, account)
    draft.account, draft.name = account.id, account.name
    draft.posts = [await _post(desk, me, account, school) for school in staffing.schools(me, account)]


async def _post(desk: Desk, me: Person, account: Account, school: Structure) -> Post:
    others = await showing.at(desk, school)
    colleagues = sum(administration.function_at(one, school) != "director" for one in others)
    return Post(
        school.id, school.name, staffing.right(me, account, school).value, [o.name for o in others], colleagues
    )


def _ask(turn: Turn, draft: Draft) -> Notice:
    """The card: what the account may administer, and a button for each school where that may change."""
    several = len(draft.posts) > 1
    keys = [
        Button(
            "right_give" if post.right == Right.GIVE else "right_take",
            str(at),
            turn.me.id,
            words=post.name if several else "",
        )
        for at, post in enumerate(draft.posts)
        if post.right in (Right.GIVE, Right.TAKE)
    ]
    posts = [{"place": post.name, "right": post.right, "names": ", ".join(post.holders)} for post in draft.posts]
    return Notice("right", {"name": draft.name, "posts": posts}, tuple((key,) for key in keys))


def _hear(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes the first word of the button that there is; refused where there is none, or several."""
    wanted = next((_SAID[word] for word in words(saying.text)[:1] if word in _SAID), None)
    found = [at for at, post in enumerate(draft.posts) if post.right == wanted]
    if len(found) != 1 or saying.forwarded:
        raise Refusal("right-confirm")
    draft.at = found[0]
    return True


def _hear_sure(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("right-confirm")
    draft.sure = True
    return True


def _pick(right: Right, draft: Draft, value: str) -> None:
    known = value.isascii() and value.isdecimal() and len(value) < 4 and int(value) < len(draft.posts)
    if not known or draft.posts[int(value)].right != right:
        raise Refusal("old-button")
    draft.at = int(value)


def _ask_sure(turn: Turn, draft: Draft) -> Notice:
    """Asks to confirm; warns where a colleague beside the head administers the school already."""
    post = draft.post
    facts = {"name": draft.name, "place": post.name, "names": ", ".join(post.holders), "gives": draft.gives}
    facts |= {"many": draft.gives and post.colleagues >= _FEW}
    row = (Button("right_now", "", turn.me.id, style="success" if draft.gives else "danger"),)
    return Notice("right_asked", facts, (row,))


def _confirm(_turn: Turn, draft: Draft, _value: str) -> None:
    if draft.at < 0:
        raise Refusal("old-button")
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    """Has the ENT give or withdraw the right, and tells whom it concerns; returns the receipt."""
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, draft.account)
    post, gives = draft.post, draft.gives

    def guard(turn: Turn, target: Account) -> None:
        school = next((one for one in staffing.schools(turn.me, target) if one.id == post.id), None)
        if school is None or staffing.right(turn.me, target, school) != post.right:
            raise Refusal("right-changed", name=target.name)

    async def do() -> None:
        await desk.directory.administer(account.id, post.id, gives)

    place = next((one for one in staffing.schools(me, account) if one.id == post.id), None)
    meant = Meant("give_right" if gives else "take_right", Deed.RIGHT, account, place=place)
    number, _ = await carry_out(desk, cause, caller, meant, do, guard)
    said = await desk.act(f"deed:{number}", caller, _done, account, number, post, gives)
    await _follow(desk, account.id)
    return said


def _done(turn: Turn, account: Account, number: int, post: Post, gives: bool) -> Notice:
    """Writes down that it is done; tells the account's owner and the other administrators of the school."""
    end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    facts = {"name": account.name, "place": post.name, "gives": gives}
    said = facts | {"actor": turn.me.name}
    owner = people.by_account(turn.work, account.id)
    linked = owner is not None and owner.telegram_id is not None
    if owner is not None:
        outbox.tell(turn.work, owner, Notice("right_given" if gives else "right_withdrawn", said))
    beside = (turn.me.id, owner.id if owner is not None else 0)
    others = [one for one in people.at_desk(turn.work, Role(Level.SCHOOL, post.id)) if one.id not in beside]
    for other in others:
        outbox.tell(turn.work, other, Notice("right_told", said))
    facts |= {"linked": linked, "others": bool(others)}
    return Notice("right_done", facts, ((Button("account", finding.target(account.id), turn.me.id),),))


async def _follow(desk: Desk, account: str) -> None:
    """Has the bot know at once what its owner may do now; else, that is known minutes later."""
    owner = await desk.look(people.by_account, account)
    if owner is not None and owner.telegram_id is not None:
        with suppress(Declined, Unavailable):
            await rights.ask_again(desk, owner)


def _may(turn: Turn, _draft: Draft) -> None:
    """Refused where this person administers nobody any more."""
    administration.scopes(turn.me)


RIGHT = Conversation(
    "right",
    Draft,
    (
        Question(
            "school",
            lambda _turn, draft: draft.at < 0,
            _ask,
            _hear,
            {
                "right_give": lambda _turn, draft, value: _pick(Right.GIVE, draft, value),
                "right_take": lambda _turn, draft, value: _pick(Right.TAKE, draft, value),
            },
            amendable=False,
        ),
        Question("sure", lambda _turn, draft: not draft.sure, _ask_sure, _hear_sure, {"right_now": _confirm}),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda draft: not draft.posts,
    may=_may,
)

NAMED = naming("rights", ask, staffing.NEAR)
