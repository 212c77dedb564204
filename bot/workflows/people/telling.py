"""Asks those who may let a pupil write here, tells the pupil what follows, and those whose answer counts no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from bot.storage import consents, outbox, people, requests
from bot.storage.work import Work
from bot.terms import Answer, Button, Kind, Level, Notice, Person, Profile, Role, Says, Status, Structure
from bot.workflows.policy import Policy
from bot.workflows.refusing import whom
from bot.workflows.rules import consent as rules
from bot.workflows.rules.accounts.administration import administers

_SHOWN = 8  #: newest requests among which those that changed while their pupil waited are shown


def facts_of(child: Person) -> dict[str, Any]:
    """The facts that the sentences about a pupil use: their name and their school."""
    return {"name": child.name, "place": child.places[0].name if child.places else ""}


def on_phone(work: Work, child: Person, reader: Person) -> list[dict[str, Any]]:
    """The adults whose accounts are linked in the pupil's Telegram, as facts for somebody who answers for the school.

    Whom that reader does not administer has no name: only that there is somebody.
    """
    here = people.of_telegram(work, child.telegram_id) if child.telegram_id is not None else []
    adults = [one for one in here if one.profile is not Profile.STUDENT]
    seen = {one.id for one in adults if any(administers(reader, place) for place in one.places)}
    return [one.hat if one.id in seen else {"name": ""} for one in adults]


def says_no(work: Work, child: Person, giver: Person) -> bool:
    """Whether that person is known to say no about the pupil."""
    return any(one.giver == giver.id and one.says is Says.NO for one in consents.of(work, child.id))


def target(work: Work, child: Person) -> str:
    """The target of a button that answers about the pupil, shown now: `answering` reads both in it."""
    return f"{child.id}:{rules.marked(work.now)}"


def ask_parents(work: Work, policy: Policy, child: Person, parents: Iterable[Person], why: str = "first") -> bool:
    """Asks those of the parents who are linked and can log in, as `ask` does; False where there is none."""
    asked = [one for one in parents if one.telegram_id is not None and not one.barred]
    asked = asked if rules.PARENT in policy.consent.who else []
    for parent in asked:
        ask(work, policy, child, parent, "", why)
    return bool(asked)


def ask_school(
    work: Work, policy: Policy, child: Person, places: Collection[Structure], why: str = "first", by: str = ""
) -> set[int]:
    """Asks the directors and local administrators of the pupil's schools, as `ask` does; returns the `id` of each."""
    asked: set[int] = set()
    if rules.SCHOOL not in policy.consent.who:
        return asked
    for place in (one for one in places if one.kind is Kind.SCHOOL):
        for agent in people.at_desk(work, Role(Level.SCHOOL, place.id)):
            ask(work, policy, child, agent, place.id, why, by)
            asked.add(agent.id)
    return asked


def ask(
    work: Work, policy: Policy, child: Person, giver: Person, school: str, why: str = "first", by: str = ""
) -> None:
    """Asks somebody whether the pupil may write here; for the reason "first", only who was not asked yet.

    The other reasons are "split", where parents disagree; "shared", where the parent named `by` said yes on the
    pupil's phone; "missing", where a yes is there no more; "charter" and "ends", where their own ends soon; "lapses",
    where that of somebody does who speaks for the pupil no more.
    """
    charter, language = policy.charters[child.profile], giver.language
    fresh = consents.ask(work, Answer(child.id, giver.id, school, Says.NOTHING, charter.version, work.now))
    if not fresh and why == "first":
        return
    text = charter.text.get(language) or charter.text["fr"]
    mine = (target(work, child), giver.id)
    row = (Button("child_yes", *mine, style="primary"), Button("child_no", *mine))
    facts = facts_of(child) | {"why": why, "years": policy.consent.age, "text": text, "school": bool(school)}
    facts |= {"phone": on_phone(work, child, giver) if school else []}
    outbox.tell(work, giver, Notice("family_asked", facts | {"actor": by}, (row,)))
    write(work, giver, child, says="asked", part=rules.SCHOOL if school else rules.PARENT, charter=charter.version)


def write(work: Work, person: Person, child: Person, **facts: Any) -> None:
    """A line of the audit: who was asked or answered, about whom, and about which version of the charter."""
    requests.write_event(work, None, person.id, "family", {"child": child.id, **facts}, concerning=child)


def to_wait(work: Work, child: Person) -> None:
    """Tells the pupil that they wait now, and whom to ask."""
    outbox.tell(work, child, Notice("family_waits", {"name": child.name, "from_whom": whom(work, child)}))


def welcome(work: Work, child: Person, since: datetime | None) -> None:
    """Tells the pupil that they wait no more, and shows their requests that changed since then; none for None."""
    new = Button("new", "", child.id, style="primary")
    outbox.tell(work, child, Notice("family_given", {"name": child.name}, ((new,),)))
    for request in requests.of_person(work, child, None, _SHOWN):
        if since is not None and request.updated_at >= since and request.status is not Status.CLOSED:
            outbox.show(work, child, request.number)


def overruled(work: Work, child: Person, me: Person, part: str, but: Collection[int] = ()) -> None:
    """Tells those who had answered otherwise that what this person answered, in that part, counts now.

    Those who said yes where the pupil waits now; else the parents who said no, with a button to say it again. The
    school is not told of a parent's yes: that is the parent's to give. A school that the pupil left is told nothing,
    nor are those in `but`, who were just asked.
    """
    over = Says.YES if child.waits else Says.NO
    answers = [one for one in consents.of(work, child.id) if one.says is over and one.giver not in (me.id, *but)]
    said = {one.giver: one for one in answers if child.waits or not one.school}
    facts = facts_of(child) | {"waits": child.waits, "part": part}
    persons = people.named(work, set(said)).values()
    for giver in (one for one in persons if rules.speaks(one, said[one.id], child)):
        shows = Button("child", str(child.id), giver.id)
        again = Button("child_no", target(work, child), giver.id)
        outbox.tell(work, giver, Notice("family_overruled", facts, ((shows if child.waits else again,),)))
