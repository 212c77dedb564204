"""Consents: a pupil below an age writes here only once a parent, or the school that holds a paper, said yes.

Who may say so, and how long a yes holds, is decided in `rules.consent`; they say it in `answering`. What follows from
it is `Person.waits`, which this module keeps true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.storage import consents, people, silence
from bot.storage.work import Work
from bot.terms import Account, Answer, Declined, Level, Person, Profile, Role, Says, Structure
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk
from bot.workflows.people import telling
from bot.workflows.policy import Policy
from bot.workflows.rules import consent as rules
from bot.workflows.rules.requests.routing import DANGER

_MANY = 200  #: rows that one round of the chore treats
_AFRAID = "afraid"  #: the conversation of a call for help, which goes on while its pupil waits


def follow(work: Work, policy: Policy, person: Person, account: Account | None, links: bool = False) -> None:
    """Brings what a linked person waits for in line with what the ENT says of their account now.

    A pupil below the age waits for a yes, and whoever may say it is asked once. A relative is asked about their
    children who wait. Where the ENT says nothing, `account` is None, and a pupil is as one whose birth date is not
    known. The pupil reads that they wait, unless they are just being linked: then the answer to that says so.
    About a pupil who is blocked nobody is asked before the school unblocks the account.
    """
    if person.profile is Profile.RELATIVE and account is not None:
        for child in people.of_accounts(work, account.children):
            if child.waits and not child.barred:
                telling.ask_parents(work, policy, child, [person])
    if person.profile not in policy.consent.profiles or person.telegram_id is None:
        return
    if account is None:
        people.change(work, person, waits=person.waits or policy.consent.unknown)
    elif rules.below(account, work.now, policy.consent):
        _of_child(work, policy, person, account, links)
    else:
        _release(work, person)


def enrolled(work: Work, policy: Policy, person: Person, account: Account) -> None:
    """Records a yes where one is needed: for the demo and for tests.

    It is that of somebody who answers for the school, on paper, or else of a parent. The pupil waits where the desk
    knows neither.
    """
    if not rules.below(account, work.now, policy.consent):
        return
    schools = [
        (one, place.id) for place in account.places for one in people.at_desk(work, Role(Level.SCHOOL, place.id))
    ]
    parents = [(one, "") for one in people.of_accounts(work, account.relatives)]
    for giver, school in [*schools, *parents][:1]:
        consents.say(work, answer(work, policy, person, giver, school, Says.YES))


def answer(work: Work, policy: Policy, child: Person, giver: Person, school: str, says: Says) -> Answer:
    """What somebody answers now about the pupil: for that school, or as a parent, maybe on the pupil's phone."""
    shared = not school and giver.telegram_id is not None and giver.telegram_id == child.telegram_id
    return Answer(child.id, giver.id, school, says, policy.charters[child.profile].version, work.now, shared=shared)


def leave(work: Work, policy: Policy, parent: Person, erased: bool) -> None:
    """Forgets what somebody who is unlinked answered as a parent: their yes counts no more, but a no stays.

    A no goes, too, where they had their data `erased`: then a yes that it outweighed must be said anew. Where a pupil
    waits for one of these reasons, the school and the other parents who were asked are asked anew.
    """
    gone = consents.forget_parent(work, parent.id) if erased else consents.forget_yes(work, parent.id)
    about = people.named(work, {one.child for one in gone})
    for one in (one for one in gone if one.child in about and about[one.child].telegram_id is not None):
        child = about[one.child]
        outweighed = _outweighed(work, child, [one])
        if settle(work, policy, child) or (outweighed and child.waits):
            others = {left.giver for left in consents.of(work, child.id) if not left.school}
            _ask_anew(work, policy, child, people.named(work, others).values(), child.places)


async def renew(desk: Desk) -> int:
    """Asks those whose yes ends soon again, and has the pupils wait whose yes has ended; returns how many of both.

    Where whoever said yes does not speak for the pupil's schools any more, those who do and the parents are asked.
    """
    bounds, now = desk.policy.consent, desk.clock()
    version = max(desk.policy.charters[profile].version for profile in bounds.profiles or {Profile.STUDENT})
    soon = await desk.look(consents.ending, version, now - bounds.yes + bounds.again, _MANY)
    for one in soon:
        await desk.once(_cause("again", one), _again, desk.policy, one, await _heirs(desk, one))
    over = await desk.look(consents.ended, now - bounds.yes, now - bounds.again, _MANY)
    for one in over:
        await desk.once(_cause("ended", one), _end, desk.policy, one)
    return len(soon) + len(over)


def allowed(work: Work, policy: Policy, child: Person) -> bool:
    """Whether what is answered about the pupil lets them write here now."""
    version = policy.charters[child.profile].version
    return rules.given(consents.of(work, child.id), version, work.now, policy.consent)


def drop_strangers(work: Work, policy: Policy, child: Person, account: Account) -> tuple[list[Person], bool]:
    """Forgets what those answered who are no parents any more, what schools left said, and a yes of a phone left.

    A yes that a no among these outweighed must be said anew. Returns the parents whom the desk knows, and whether
    somebody is to be asked anew: a yes that counted is forgotten, or one that was outweighed.
    """
    parents = people.of_accounts(work, account.relatives)
    answers = consents.of(work, child.id)
    valid = rules.valid(answers, account, {one.account: one.id for one in parents})
    here = {one.id for one in parents if one.telegram_id == child.telegram_id}
    gone = [
        one for one in answers if one not in valid or (rules.unsure(one, policy.consent) and one.giver not in here)
    ]
    if gone:
        consents.drop(work, child.id, [one.giver for one in gone])
    outweighed = _outweighed(work, child, gone)
    return parents, outweighed or (not child.waits and any(one.says is Says.YES for one in gone))


def settle(work: Work, policy: Policy, child: Person, quiet: bool = False) -> bool:
    """Sets whether the pupil waits, by what is answered; tells them where that changed, unless `quiet`.

    Returns whether they begin to wait. What they had begun to write is over then, but for a call for help.
    """
    waits = not allowed(work, policy, child)
    if child.waits and not waits:
        _welcome(work, child)
    if child.waits or not waits:
        return False
    people.change(work, child, waits=True, missed_since=child.missed_since or work.now)
    if child.telegram_id is not None:
        keeping.end_of(work, Caller(child.telegram_id, child.telegram_id), child.id, but=_AFRAID)
    if not quiet:
        telling.to_wait(work, child)
    return True


def _of_child(work: Work, policy: Policy, child: Person, account: Account, links: bool) -> None:
    """Drops the answers of those who may not speak any more, asks those who may say yes, and settles who waits."""
    parents, lost = drop_strangers(work, policy, child, account)
    if not allowed(work, policy, child):
        if lost and not links:
            _ask_anew(work, policy, child, parents, account.places)
        elif not child.barred and not telling.ask_parents(work, policy, child, parents):
            telling.ask_school(work, policy, child, account.places)
    settle(work, policy, child, quiet=links)


def _outweighed(work: Work, child: Person, gone: Collection[Answer]) -> bool:
    """Has each yes that one of these answers outweighed wait for a new word; returns whether there is one.

    A no that is forgotten is not to let a pupil write whom it stopped.
    """
    over = rules.outweighed(consents.of(work, child.id), gone)
    for one in over:
        consents.say(work, replace(one, says=Says.NOTHING, again_at=None, shared=False))
    return bool(over)


def _ask_anew(
    work: Work, policy: Policy, child: Person, parents: Iterable[Person], places: Collection[Structure]
) -> None:
    """Tells that a yes is missing again: to the school, and to the parents, but not to those who say no."""
    noes = {one.giver for one in consents.of(work, child.id) if one.says is Says.NO}
    telling.ask_parents(work, policy, child, [one for one in parents if one.id not in noes], "missing")
    telling.ask_school(work, policy, child, places, "missing")


def _cause(what: str, given: Answer) -> str:
    return f"consent:{what}:{given.child}:{given.giver}:{given.at.isoformat()}"


def _release(work: Work, person: Person) -> None:
    """What was answered about somebody who is old enough is forgotten; they wait no more."""
    if consents.of(work, person.id):
        consents.drop(work, person.id)
    if person.waits:
        _welcome(work, person)


def _welcome(work: Work, child: Person) -> None:
    """The pupil waits no more; the time in which they may answer what was solved meanwhile goes on now."""
    since = child.missed_since
    people.change(work, child, waits=False, missed_since=None)
    silence.resume(work, child.id, since, DANGER)
    telling.welcome(work, child, since)


async def _heirs(desk: Desk, given: Answer) -> Sequence[str]:
    """The accounts of the parents to ask in place of somebody who speaks for the pupil no more.

    Empty where that person still speaks for the pupil, and where the ENT does not name the parents now.
    """
    persons = await desk.look(people.named, {given.child, given.giver})
    child, giver = persons.get(given.child), persons.get(given.giver)
    if child is None or (giver is not None and rules.speaks(giver, given, child)):
        return ()
    try:
        account = await desk.directory.account(child.account, [place.id for place in child.places])
    except Declined:  # the school is asked all the same
        return ()
    return account.relatives if account is not None else ()


def _again(work: Work, policy: Policy, given: Answer, heirs: Sequence[str]) -> None:
    child, giver = people.by_id(work, given.child), people.by_id(work, given.giver)
    if child is None or giver is None:
        return
    version = policy.charters[child.profile].version
    if not rules.ends_soon(given, version, work.now, policy.consent) or not consents.asked_again(work, given):
        return
    if rules.speaks(giver, given, child):
        telling.ask(work, policy, child, giver, given.school, "charter" if given.charter < version else "ends")
        return
    answers = consents.of(work, child.id)
    if not rules.given([one for one in answers if one.again_at is None], version, work.now, policy.consent):
        said = {one.giver for one in answers if one.says is not Says.NOTHING}
        parents = [one for one in people.of_accounts(work, heirs) if one.id not in said]
        telling.ask_parents(work, policy, child, parents, "lapses")
        telling.ask_school(work, policy, child, child.places, "lapses")


def _end(work: Work, policy: Policy, given: Answer) -> None:
    child = people.by_id(work, given.child)
    if child is not None:
        consents.say(work, replace(given, says=Says.NOTHING, again_at=None))
        settle(work, policy, child)
