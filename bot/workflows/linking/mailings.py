"""Mailings: begins, stops and ends them, says how far they are, and has the next step of them done.

Any replica may do the next step; where one is killed, another goes on once the lease is over. What it was sending at
that moment is in doubt, and is not sent again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.storage import handouts, invitations, mailings, outbox, people, requests, screens
from bot.storage.audit.lines import Line
from bot.storage.mailings import Mailing
from bot.storage.work import Work
from bot.terms import Button, Level, Notice, Person, Refusal, Role, Way
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.machines import Impossible
from bot.workflows.rules.mailings import LIFECYCLE, MailingCase, MailingEvent

_LONG = timedelta(minutes=1)  #: the end of a mailing that took longer is told in a new message


def enter(turn: Turn, school: str, school_name: str, scope: Mapping[str, str]) -> Mailing:
    """Begins a mailing, and queues the message that follows it; refused to who does not administer the school."""
    work = turn.work
    administration.check_school(turn.me, school)
    asked = {name: value for name, value in scope.items() if name != "class_name"}
    handout = handouts.add(work, Way.MESSAGE, school, asked, turn.me.id, 0)
    mailing = Mailing(school, school_name, dict(scope), turn.me.id, work.now, handout)
    mailings.add(work, mailing)
    facts = {"school": school, "way": Way.MESSAGE.value, "handout": handout, "mailing": mailing.id} | asked
    requests.write_event(work, None, turn.me.id, "mailing", facts)
    outbox.screen(work, turn.me, about(mailing))
    return mailing


def cancel(turn: Turn, number: int) -> Notice:
    """Stops a mailing: what was sent stays sent, and those who still waited can be invited by another one."""
    mine = administration.own_schools(turn.me)  # first: nobody else learns whether there is such a mailing
    mailing = mailings.load(turn.work, number, to_change=True)
    if mailing is None or mailing.school not in mine:
        raise Refusal("old-button")
    try:
        end(turn.work, mailing, MailingEvent.STOP)
    except Impossible as no:
        raise Refusal("mailing-over") from no
    turn.work.trace(Line("mailing_stop", turn.me.id, Level.SCHOOL, school=mailing.school, facts={"mailing": number}))
    return Notice("done_mailing_stopped")


def end(work: Work, mailing: Mailing, event: MailingEvent, why: str = "") -> None:
    """Ends a mailing, which must have been loaded to be changed; `why` says why it could not go on.

    Raises `Impossible` where it is over.
    """
    mailing.state = LIFECYCLE.fire(event, MailingCase(mailing.state))
    mailing.ended_at, mailing.lease_until = work.now, None
    mailing.facts.pop("waiting", None)
    mailing.facts |= {"why": why} if why else {}
    invitations.drop_waiting(work, mailing.id)
    mailings.save(work, mailing)
    counts = {key: getattr(mailing, key) for key in ("sent", "skipped", "doubtful", "failed")}
    facts = counts | {"mailing": mailing.id, "state": mailing.state.value}
    work.trace(Line("mailing_over", mailing.person, Level.SCHOOL, school=mailing.school, facts=facts))
    screens.refresh(work, about(mailing))
    author = people.by_id(work, mailing.person)
    if author is not None and author.telegram_id is not None and work.now - mailing.at >= _LONG:
        outbox.screen(work, author, about(mailing))  # people do not notice an edit


def desk_of(mailing: Mailing) -> Role:
    """The desk of the mailing's school."""
    return Role(Level.SCHOOL, mailing.school)


def about(mailing: Mailing) -> str:
    """The key under which messages that show the mailing are found, such as `mailing:7`."""
    return f"mailing:{mailing.id}"


def screen(work: Work, policy: Policy, person: Person, number: int) -> Notice:
    """How far the mailing is, and the button that stops it.

    A `Refusal` where there is no such mailing, or the person does not administer the school.
    """
    mailing = mailings.load(work, number)
    if mailing is None:
        raise Refusal("old-button")
    administration.check_school(person, mailing.school)
    author = people.by_id(work, mailing.person)
    facts = {
        **{name: mailing.scope.get(name, "") for name in ("profile", "class_name")},
        **{name: getattr(mailing, name) for name in ("total", "sent", "skipped", "doubtful", "failed")},
        "place": mailing.school_name,
        "name": author.name if author else "",
        "stage": mailing.state.value,
        "gathered": mailing.gathered,
        "waiting": bool(mailing.facts.get("waiting")),
        "ending": mailing.facts.get("why", ""),
        "days": policy.linking.again.days,
    }
    rows = () if mailing.over else ((Button("mailing_stop", str(number), person.id),),)
    return Notice("mailing", facts, rows)
