"""What changes when the ENT says something else of an account than before: its roles, its places, that it is gone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.storage import cards, outbox, people, requests
from bot.storage.work import Work
from bot.terms import Account, Notice, Person, Role
from bot.workflows.people import consents, leaving, speaking, takingback
from bot.workflows.policy import Policy
from bot.workflows.requests import moving, returning
from bot.workflows.rules import rights

_CARDS = 100  #: newest cards of a person that are redrawn


def answered(work: Work, policy: Policy, asked: Person, account: Account | None) -> bool:
    """Updates the person with what the ENT answered; returns whether their rights changed.

    An account that the ENT does not have is unlinked at the second such answer. Nothing where another answer was
    recorded since the ENT was asked.
    """
    before = people.by_id(work, asked.id)
    if before is None or before.seen_at != asked.seen_at:
        return False
    if account is None and not _surely_gone(work, policy, before):
        people.change(work, before, tried_at=work.now, gone_at=_first(work, before))
        return False
    return _changed(work, policy, before, account)


def deleted(work: Work, policy: Policy, person: Person) -> None:
    """Unlinks the person at once: the ENT says that it has deleted the account for good."""
    _changed(work, policy, person, None)


def unanswered(work: Work, policy: Policy, asked: Person, hidden: bool) -> None:
    """Records that the ENT gave no answer about the person; `hidden` says that it answers, but not about them.

    Somebody who is hidden for long has no roles any more, and what they held is handed over.
    """
    people.unanswered(work, asked.id)
    person = people.by_id(work, asked.id)
    if not hidden or person is None or not person.roles:
        return
    if rights.within(person.seen_at, work.now, policy.rights.hidden):
        return
    before = person.roles
    people.change(work, person, roles=())
    people.join_desks(work, person)
    left = leaving.estate(work, policy.levels, person, set(before))
    _say(work, person, [Notice("left_desk", left)] if left is not None else [])
    leaving.leave_desks(work, person)
    _show(work, person)


def _changed(work: Work, policy: Policy, before: Person, account: Account | None) -> bool:
    """What they may not treat any more is released, and what they asked for goes along to their new school.

    They are told what they leave open, and to whom it goes; at a new desk, what waits for them there.
    """
    levels, roles, places = policy.levels, before.roles, before.places
    doubted = rights.unconfirmed(before, work.now, policy.rights)
    person = people.know(work, account) if account is not None else before
    now = person.roles if account is not None else ()
    lost, gained = set(roles) - set(now), set(now) - set(roles)
    _say(work, person, _news(work, policy, before, person, account, lost))
    if account is None:
        _part(work, person)
    moving.follow(work, levels, person, account, places)
    leaving.leave_desks(work, person)
    if before.barred and not person.barred:  # what was kept from them meanwhile is told once they return
        since = person.missed_since or before.barred_at or before.seen_at
        people.change(work, person, missed_since=since, heard_at=work.now)
    elif gained:
        returning.arrive(work, person, sorted(gained, key=lambda role: role.level))
    if account is not None:
        consents.follow(work, policy, person, account)
    changed = bool(lost or gained) or before.barred != person.barred
    if account is not None and (changed or doubted):
        speaking.step_aside(work, person)
        _show(work, person, None if changed else before.seen_at)
    return changed or account is None


def _news(
    work: Work, policy: Policy, before: Person, person: Person, account: Account | None, lost: Collection[Role]
) -> list[Notice]:
    """What the person is told: that the account is gone or barred, or else what they leave open."""
    if person.barred and account is not None:
        return [_barred(person)] if person.barred != before.barred else []
    left = leaving.estate(work, policy.levels, person, lost)
    said = [Notice("account_left", {"name": person.name})] if account is None else []
    return said + ([Notice("left_desk", left)] if left is not None else [])


def _barred(person: Person) -> Notice:
    """Says why the account can do nothing here any more, and whom to ask."""
    facts = {"name": person.name}
    if rights.may_ask(person):
        return Notice("account_barred_asks", facts)
    deleted = person.barred == "deleted"
    return Notice("account_barred_deleted", facts) if deleted else Notice("account_barred_blocked", facts)


def _say(work: Work, person: Person, said: Collection[Notice]) -> None:
    """Says it to the chat, since the person may no longer be linked, or may read nothing more, when it is sent."""
    for notice in said:
        if person.telegram_id is not None:
            outbox.say_later(work, person.telegram_id, notice, person.tongue)


def _surely_gone(work: Work, policy: Policy, person: Person) -> bool:
    """Whether the ENT did not know the account long enough ago, either."""
    return person.gone_at is not None and policy.rights.gone <= work.now - person.gone_at


def _first(work: Work, person: Person) -> object:
    """When the account was first found gone; now, where that moment lies in the future."""
    return min(person.gone_at, work.now) if person.gone_at is not None else work.now


def _part(work: Work, person: Person) -> None:
    """Unlinks the person, and takes back what their chat was shown of others."""
    chat = person.telegram_id
    if chat is not None:
        takingback.take_back(work, person, chat)
    speaking.part(work, person)


def _show(work: Work, person: Person, since: datetime | None = None) -> None:
    """Brings the menu of the chat, and the cards that the person was shown, up to date with their rights.

    With `since`, only the cards of requests that changed after that moment.
    """
    heir = people.speaking(work, person.telegram_id) if person.telegram_id is not None else None
    if heir is not None:
        outbox.menu(work, heir)
    for card in cards.shown_to(work, person.id, _CARDS):
        request = requests.load(work, card.request) if since is not None else None
        if request is None or since is None or request.updated_at >= since:
            outbox.redraw(work, card.chat_id, card.message_id, person.id, f"request:{card.request}")
