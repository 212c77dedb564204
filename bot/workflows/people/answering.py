"""Answering: a parent, or the school, reads what is answered about a pupil below the age, and says yes or no.

A button belongs to the moment it was shown at. Once somebody else has answered since, it changes nothing: it shows
who said what, and offers the choice anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.ent.directory import Reason
from bot.storage import consents, people
from bot.terms import Account, Answer, Button, Declined, Notice, Person, Refusal, Says
from bot.workflows import looks
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import telling
from bot.workflows.people.consents import allowed, answer, drop_strangers, settle
from bot.workflows.rules import consent as rules

_LINES = 4  #: newest answers that are shown


async def show(desk: Desk, caller: Caller, child_id: int) -> Notice:
    """What is answered about the pupil, with the buttons that change it; refused as `say` refuses a no."""
    caller = replace(caller, withdraws=True)
    return await desk.see(caller, _show, child_id, await account_of(desk, caller, child_id))


async def say(
    desk: Desk, cause: str, caller: Caller, child_id: int, yes: bool, mark: str, paper: bool = False
) -> Notice:
    """Records the answer of a parent, or of the school, to whether that pupil may write here; the pupil is told.

    `mark` is that of the button, as `rules.consent.marked` makes it: where somebody else answered after it was shown,
    nothing is recorded, and the answer shows that. Before a yes of the school, asks whether it has the `paper`.
    About a pupil who is not linked any more, only a no that is kept can be taken back.
    Refused where the ENT does not name the caller as a parent of the pupil, nor as somebody who answers for the
    pupil's school; where the pupil needs no yes; and for a yes, where the caller cannot log in to the ENT, or speaks
    for the school in the pupil's own chat.
    """
    caller = replace(caller, withdraws=not yes)
    found = await account_of(desk, caller, child_id)
    said = await desk.act(cause, caller, _say, child_id, found, yes, rules.shown_at(mark), paper)
    desk.stir()  # what waited for the pupil is told
    return said


async def account_of(desk: Desk, caller: Caller, child_id: int) -> Account | None:
    """What the ENT says of that pupil's account now; None where there is none, or the ENT does not show it."""
    child = await desk.see(caller, lambda turn: people.by_id(turn.work, child_id))
    if child is None:
        return None
    try:
        return await desk.directory.account(child.account, [place.id for place in child.places])
    except Declined as no:
        if no.reason != Reason.FORBIDDEN:
            raise
        return None


def _show(turn: Turn, child_id: int, found: Account | None) -> Notice:
    child, account, (_, school) = _admit(turn, child_id, found)
    return Notice("family", *_screen(turn, child, account, school))


def _say(turn: Turn, child_id: int, found: Account | None, yes: bool, shown: datetime, paper: bool) -> Notice:
    work, me = turn.work, turn.me
    child, account, (part, school) = _admit(turn, child_id, found)
    consents.lock(work, child.id)
    if child.telegram_id is None:
        return _free(turn, child, account, school, yes)
    if rules.newer(consents.of(work, child.id), me.id, shown):
        return Notice("family_since", *_screen(turn, child, account, school))
    if yes and school and me.telegram_id == child.telegram_id:
        raise Refusal("own-phone", name=child.name)
    if yes and school and not paper:
        looks.at_account(work, turn.policy, me, account)
        held = Button("child_paper", telling.target(work, child), me.id, style="primary")
        facts = telling.facts_of(child) | {"phone": telling.on_phone(work, child, me)}
        return Notice("family_paper", facts, ((held, Button("child", str(child.id), me.id)),))
    _record(turn, child, account, part, school, Says.YES if yes else Says.NO)
    return Notice("family_said", *_screen(turn, child, account, school))


def _free(turn: Turn, child: Person, account: Account, school: str, yes: bool) -> Notice:
    """With a yes, takes back the no that this person is known to say about a pupil who is not linked any more.

    A yes is not kept: they are asked once the pupil is linked again.
    """
    if not yes:
        return Notice("family", *_screen(turn, child, account, school))
    consents.drop(turn.work, child.id, [turn.me.id])
    telling.write(turn.work, turn.me, child, says="free", part=rules.SCHOOL if school else rules.PARENT)
    return Notice("family_free", telling.facts_of(child))


def _record(turn: Turn, child: Person, account: Account, part: str, school: str, says: Says) -> None:
    """Records the answer, and tells the pupil, whoever answered otherwise, and the school where it is asked now."""
    work, policy, me = turn.work, turn.policy, turn.me
    drop_strangers(work, policy, child, account)
    was, before = child.waits, consents.of(work, child.id)
    given = answer(work, policy, child, me, school, says)
    consents.say(work, given)
    telling.write(work, me, child, says=says.value, part=part, charter=given.charter, shared=given.shared)
    waits, asked = not allowed(work, policy, child), set[int]()
    if waits and rules.split(consents.of(work, child.id)) and not (was and rules.split(before)):
        asked = telling.ask_school(work, policy, child, account.places, "split")
    elif waits and rules.unsure(given, policy.consent) and not _unsure(turn, me, before):
        asked = telling.ask_school(work, policy, child, account.places, "shared", me.name)
    settle(work, policy, child)
    if was != child.waits:
        telling.overruled(work, child, me, part, asked)
    if was and child.waits and says is Says.NO:
        telling.to_wait(work, child)


def _admit(turn: Turn, child_id: int, account: Account | None) -> tuple[Person, Account, tuple[str, str]]:
    """The pupil, their account, and in which part the person may answer about them, with the school they speak for.

    Refused in the same words where they may not and where there is no such pupil: a number says nothing to others.
    """
    child, part = people.by_id(turn.work, child_id), None
    if child is not None and account is not None and child.account == account.id:
        part = rules.part_of(turn.me, account, turn.policy.consent)
    if child is None or account is None or part is None:
        raise Refusal("not-your-child")
    if child.telegram_id is None and not telling.says_no(turn.work, child, turn.me):
        raise Refusal("child-unlinked", name=child.name)
    if not rules.below(account, turn.work.now, turn.policy.consent):
        raise Refusal("old-enough", name=child.name)
    return child, account, part


def _screen(
    turn: Turn, child: Person, account: Account, school: str
) -> tuple[dict[str, Any], tuple[tuple[Button, ...]]]:
    """What is answered about the pupil, by whom and when, and the buttons that change what this person answers."""
    work, policy, me = turn.work, turn.policy, turn.me
    looks.at_account(work, policy, me, account)
    answers = consents.of(work, child.id)
    mine = next((one for one in answers if one.giver == me.id), None)
    says = mine.says if mine is not None else Says.NOTHING
    facts = telling.facts_of(child) | {
        "says": says.value,
        "stands": _stands(turn, child, answers, school),
        "school": bool(school),
    }
    facts["answers"] = list(_lines(turn, answers, bool(school)))
    facts["phone"] = telling.on_phone(work, child, me) if school else []
    return facts, (tuple(_buttons(turn, child, mine)),)


def _buttons(turn: Turn, child: Person, mine: Answer | None) -> Iterator[Button]:
    """What this person may answer now: a yes where they say none, and can log in; a no where it changes something.

    The school may also say anew a yes that counts no more, since a parent or a colleague said no after it.
    """
    says = mine.says if mine is not None else Says.NOTHING
    theirs = (telling.target(turn.work, child), turn.me.id)
    if child.telegram_id is None:
        yield Button("child_yes", *theirs, style="primary")
        return
    anew = child.waits and mine is not None and bool(mine.school)
    if (anew or says is not Says.YES) and not turn.me.barred:
        yield Button("child_yes", *theirs, style="primary")
    if says is Says.YES:
        yield Button("child_back", *theirs)
    elif says is Says.NOTHING or not child.waits:  # a no that the school overruled can be said again
        yield Button("child_no", *theirs)


def _stands(turn: Turn, child: Person, answers: list[Answer], school: str) -> str:
    """Where the pupil stands: `writes`, `refused` by a parent, `unsure` of a yes said on one phone, or `waits`.

    Else `unlinked`, or `blocked` in the ENT. A parent reads of a yes said on one phone where it is their own.
    """
    if child.telegram_id is None:
        return "unlinked"
    if child.barred:
        return "blocked"
    if not child.waits:
        return "writes"
    if rules.whom(answers) == "no":
        return "refused"
    concerned = [one for one in answers if school or one.giver == turn.me.id]
    return "unsure" if any(_shared(turn, one) for one in concerned) else "waits"


def _lines(turn: Turn, answers: list[Answer], school: bool) -> Iterator[dict[str, Any]]:
    """The newest answers, as the texts word them: who said what, and when.

    The school reads names; a parent reads of others only whether a parent or the school said so.
    """
    said = sorted((one for one in answers if one.says is not Says.NOTHING), key=lambda one: one.at, reverse=True)
    names = people.named(turn.work, {one.giver for one in said[:_LINES]})
    for one in said[:_LINES]:
        part = rules.SCHOOL if one.school else rules.PARENT
        who = "me" if one.giver == turn.me.id else "named" if school and one.giver in names else "other"
        name = names[one.giver].name if who == "named" else ""
        when = {"when": one.at.isoformat(), "now": turn.work.now.isoformat()}
        yield {"says": one.says.value, "who": who, "part": part, "name": name, "shared": _shared(turn, one), **when}


def _shared(turn: Turn, one: Answer) -> bool:
    return rules.unsure(one, turn.policy.consent)


def _unsure(turn: Turn, me: Person, before: list[Answer]) -> bool:
    """Whether this person had said yes on the pupil's phone before: the school was told then."""
    return any(one.giver == me.id and _shared(turn, one) for one in before)
