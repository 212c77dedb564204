"""Tells pupils that they wait for a yes or wait no more, and those who answered that another answer counts now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.storage import consents, outbox, people, requests
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Says, Status
from bot.workflows.refusing import whom

_SHOWN = 8  #: newest requests among which those that changed while their pupil waited are shown


def facts_of(child: Person) -> dict[str, Any]:
    """The facts that the sentences about a pupil use: their name and their school."""
    return {"name": child.name, "place": child.places[0].name if child.places else ""}


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


def overruled(work: Work, child: Person, me: Person, part: str) -> None:
    """Tells those who had answered otherwise that what this person answered, in that part, counts now.

    Those who said yes where the pupil waits now; else the parents who said no, with a button to say it again. The
    school is not told of a parent's yes: that is the parent's to give.
    """
    over = Says.YES if child.waits else Says.NO
    answers = [one for one in consents.of(work, child.id) if one.says is over and one.giver != me.id]
    givers = {one.giver for one in answers if child.waits or not one.school}
    facts = facts_of(child) | {"waits": child.waits, "part": part}
    for giver in people.named(work, givers).values():
        key = Button("child" if child.waits else "child_no", str(child.id), giver.id)
        outbox.tell(work, giver, Notice("family_overruled", facts, ((key,),)))
