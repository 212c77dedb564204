"""Consents: a pupil below an age writes here only once a parent, or the school that holds a paper, said yes.

Who may say so, and how long a yes holds, is decided in `rules.consent`. What follows from it is `Person.waits`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from bot.ent.directory import Reason
from bot.storage import consents, outbox, people, requests
from bot.storage.work import Work
from bot.terms import (
    Account,
    Answer,
    Button,
    Declined,
    Kind,
    Level,
    Notice,
    Person,
    Profile,
    Refusal,
    Role,
    Says,
    Structure,
)
from bot.workflows import looks
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import telling
from bot.workflows.policy import Policy
from bot.workflows.refusing import whom
from bot.workflows.rules import consent as rules

_MANY = 200  #: rows that one round of the chore treats


def follow(work: Work, policy: Policy, person: Person, account: Account | None, links: bool = False) -> None:
    """Brings what a linked person waits for in line with what the ENT says of their account now.

    A pupil below the age waits for a yes, and whoever may say it is asked once. A relative is asked about their
    children who wait. Where the ENT says nothing, `account` is None, and a pupil is as one whose birth date is not
    known. The pupil reads that they wait, unless they are just being linked: then the answer to that says so.
    """
    if person.profile is Profile.RELATIVE and account is not None and not person.barred:
        for child in people.of_accounts(work, account.children) if rules.PARENT in policy.consent.who else []:
            if child.waits:
                _ask(work, policy, child, person, "")
    if person.profile not in policy.consent.profiles or person.telegram_id is None:
        return
    if account is None:
        people.change(work, person, waits=person.waits or policy.consent.unknown)
    elif rules.below(account, work.now, policy.consent):
        _of_child(work, policy, person, account, links)
    else:
        _release(work, person)


def enrolled(work: Work, policy: Policy, person: Person, account: Account) -> None:
    """Records a yes that the school holds on paper, where one is needed: for the demo and for tests."""
    school = next((place.id for place in account.places), "")
    if school and rules.below(account, work.now, policy.consent):
        consents.say(work, _answer(work, policy, person, person, school, Says.YES))


async def show(desk: Desk, caller: Caller, child_id: int) -> Notice:
    """What is answered about the pupil, with the buttons that change it; refused as `say` refuses."""
    return await desk.see(caller, _show, child_id, await _child(desk, caller, child_id))


async def say(desk: Desk, cause: str, caller: Caller, child_id: int, yes: bool, paper: bool = False) -> Notice:
    """Records the answer of a parent, or of the school, to whether that pupil may write here; the pupil is told.

    Before a yes of the school, asks whether it has the `paper`. Refused where the ENT does not name the caller as a
    parent of the pupil, nor as somebody who answers for the pupil's school; and where the pupil needs no yes.
    """
    said = await desk.act(cause, caller, _say, child_id, await _child(desk, caller, child_id), yes, paper)
    desk.stir()  # what waited for the pupil is told
    return said


def leave(work: Work, policy: Policy, parent: Person) -> None:
    """Forgets what somebody who had their data erased answered as a parent: a yes of theirs counts no more."""
    for child in people.named(work, set(consents.forget_parent(work, parent.id))).values():
        _settle(work, policy, child)


async def renew(desk: Desk) -> int:
    """Asks those whose yes ends soon again, and has the pupils wait whose yes has ended; returns how many of both."""
    bounds, now = desk.policy.consent, desk.clock()
    version = max(desk.policy.charters[profile].version for profile in bounds.profiles or {Profile.STUDENT})
    soon = await desk.look(consents.ending, version, now - bounds.yes + bounds.again, _MANY)
    for one in soon:
        await desk.once(_cause("again", one), _again, desk.policy, one)
    over = await desk.look(consents.ended, now - bounds.yes, now - bounds.again, _MANY)
    for one in over:
        await desk.once(_cause("ended", one), _end, desk.policy, one)
    return len(soon) + len(over)


def _cause(what: str, answer: Answer) -> str:
    return f"consent:{what}:{answer.child}:{answer.giver}:{answer.at.isoformat()}"


async def _child(desk: Desk, caller: Caller, child_id: int) -> Account | None:
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
    looks.at_account(turn.work, turn.policy, turn.me, account)
    return Notice("family", *_screen(turn, child, school))


def _say(turn: Turn, child_id: int, found: Account | None, yes: bool, paper: bool) -> Notice:
    work, policy, me = turn.work, turn.policy, turn.me
    child, account, (part, school) = _admit(turn, child_id, found)
    if school and yes and not paper:
        looks.at_account(work, policy, me, account)
        held = Button("child_paper", str(child.id), me.id, style="primary")
        return Notice("family_paper", telling.facts_of(child), ((held, Button("child", str(child.id), me.id)),))
    consents.lock(work, child.id)
    _drop_strangers(work, child, account)
    was, before = child.waits, rules.split(consents.of(work, child.id))
    answer = _answer(work, policy, child, me, school, Says.YES if yes else Says.NO)
    consents.say(work, answer)
    _write(work, me, child, says=answer.says.value, part=part, charter=answer.charter)
    if rules.split(consents.of(work, child.id)) and not before:
        _ask_school(work, policy, child, account.places, "split")
    _settle(work, policy, child)
    if was != child.waits:
        telling.overruled(work, child, me, part)
    if was and child.waits and not yes:
        telling.to_wait(work, child)
    return Notice("family_said", *_screen(turn, child, school))


def _admit(turn: Turn, child_id: int, account: Account | None) -> tuple[Person, Account, tuple[str, str]]:
    """The pupil, their account, and in which part the person may answer about them, with the school they speak for.

    Refused in the same words where they may not and where there is no such pupil: a number says nothing to others.
    """
    child, part = people.by_id(turn.work, child_id), None
    if child is not None and account is not None and child.account == account.id:
        part = rules.part_of(turn.me, account, turn.policy.consent)
    if child is None or account is None or part is None:
        raise Refusal("not-your-child")
    if child.telegram_id is None:
        raise Refusal("old-button")
    if not rules.below(account, turn.work.now, turn.policy.consent):
        raise Refusal("old-enough", name=child.name)
    return child, account, part


def _screen(turn: Turn, child: Person, school: str) -> tuple[dict[str, Any], tuple[tuple[Button, ...]]]:
    """The facts of what is answered about the pupil, and the buttons that change what this person answers."""
    answers = consents.of(turn.work, child.id)
    mine = next((one.says for one in answers if one.giver == turn.me.id), Says.NOTHING)
    made = []
    if mine is not Says.YES:
        made.append(Button("child_yes", str(child.id), turn.me.id, style="primary"))
    if mine is not Says.NO or not child.waits:  # a no that the school overruled can be said again
        made.append(Button("child_back" if mine is Says.YES else "child_no", str(child.id), turn.me.id))
    facts = telling.facts_of(child) | {"says": mine.value, "waits": child.waits, "school": bool(school)}
    return facts | {"refused": whom(turn.work, child) == "no"}, (tuple(made),)


def _of_child(work: Work, policy: Policy, child: Person, account: Account, links: bool) -> None:
    """Drops the answers of those who may not speak any more, asks those who may say yes, and settles who waits."""
    parents = _drop_strangers(work, child, account)
    if not _allowed(work, policy, child):
        linked = [one for one in parents if one.telegram_id is not None and not one.barred]
        asked = linked if rules.PARENT in policy.consent.who else []
        for parent in asked:
            _ask(work, policy, child, parent, "")
        if not asked:
            _ask_school(work, policy, child, account.places)
    _settle(work, policy, child, quiet=links)


def _drop_strangers(work: Work, child: Person, account: Account) -> list[Person]:
    """Forgets what was answered by those who are no parents any more, and by schools left; returns the parents."""
    parents = people.of_accounts(work, account.relatives)
    answers = consents.of(work, child.id)
    valid = rules.valid(answers, account, {one.account: one.id for one in parents})
    if gone := [one.giver for one in answers if one not in valid]:
        consents.drop(work, child.id, gone)
    return parents


def _ask_school(work: Work, policy: Policy, child: Person, places: Collection[Structure], why: str = "first") -> None:
    """Asks the directors and local administrators of the pupil's schools, as `_ask` does."""
    if rules.SCHOOL not in policy.consent.who:
        return
    for place in (one for one in places if one.kind is Kind.SCHOOL):
        for agent in people.at_desk(work, Role(Level.SCHOOL, place.id)):
            _ask(work, policy, child, agent, place.id, why)


def _ask(work: Work, policy: Policy, child: Person, giver: Person, school: str, why: str = "first") -> None:
    """Asks somebody whether the pupil may write here; for the reason "first", only who was not asked yet."""
    fresh = consents.ask(work, _answer(work, policy, child, giver, school, Says.NOTHING))
    if not fresh and why == "first":
        return
    charter, mine = policy.charters[child.profile], (str(child.id), giver.id)
    text = charter.text.get(giver.language) or charter.text["fr"]
    row = (Button("child_yes", *mine, style="primary"), Button("child_no", *mine))
    facts = telling.facts_of(child) | {"why": why, "years": policy.consent.age, "text": text, "school": bool(school)}
    outbox.tell(work, giver, Notice("family_asked", facts, (row,)))
    _write(work, giver, child, says="asked", part=rules.SCHOOL if school else rules.PARENT, charter=charter.version)


def _answer(work: Work, policy: Policy, child: Person, giver: Person, school: str, says: Says) -> Answer:
    return Answer(child.id, giver.id, school, says, policy.charters[child.profile].version, work.now)


def _allowed(work: Work, policy: Policy, child: Person) -> bool:
    version = policy.charters[child.profile].version
    return rules.given(consents.of(work, child.id), version, work.now, policy.consent)


def _settle(work: Work, policy: Policy, child: Person, quiet: bool = False) -> None:
    """Sets whether the pupil waits, by what is answered; tells them where that changed, unless `quiet`."""
    waits = not _allowed(work, policy, child)
    if waits and not child.waits:
        people.change(work, child, waits=True, missed_since=child.missed_since or work.now)
        if not quiet:
            telling.to_wait(work, child)
    elif child.waits and not waits:
        _welcome(work, child)


def _release(work: Work, person: Person) -> None:
    """What was answered about somebody who is old enough is forgotten; they wait no more."""
    if consents.of(work, person.id):
        consents.drop(work, person.id)
    if person.waits:
        _welcome(work, person)


def _welcome(work: Work, child: Person) -> None:
    """The pupil waits no more."""
    since = child.missed_since
    people.change(work, child, waits=False, missed_since=None)
    telling.welcome(work, child, since)


def _again(work: Work, policy: Policy, answer: Answer) -> None:
    child, giver = people.by_id(work, answer.child), people.by_id(work, answer.giver)
    if child is None or giver is None:
        return
    version = policy.charters[child.profile].version
    if rules.ends_soon(answer, version, work.now, policy.consent) and consents.asked_again(work, answer):
        _ask(work, policy, child, giver, answer.school, "charter" if answer.charter < version else "ends")


def _end(work: Work, policy: Policy, answer: Answer) -> None:
    child = people.by_id(work, answer.child)
    if child is not None:
        consents.say(work, replace(answer, says=Says.NOTHING, again_at=None))
        _settle(work, policy, child)


def _write(work: Work, person: Person, child: Person, **facts: Any) -> None:
    """A line of the audit: who was asked or answered, about whom, and about which version of the charter."""
    requests.write_event(work, None, person.id, "family", {"child": child.id, **facts}, concerning=child)
