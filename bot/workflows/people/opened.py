"""Opened: a pupil's account came to another phone. Its parents, or the school, are told, and can close it there."""

from __future__ import annotations

from dataclasses import replace

from bot.storage import consents as answers
from bot.storage import outbox, people, requests
from bot.storage.work import Work
from bot.terms import Account, Button, Kind, Level, Notice, Person, Refusal, Role
from bot.workflows import hats
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import answering, consents, telling, unlinking
from bot.workflows.policy import Policy
from bot.workflows.rules import consent as rules
from bot.workflows.rules.screens import mark

_SIGNS = 4  #: of a phone's mark: too few to tell which Telegram account it is, and enough to tell two apart


def follow(work: Work, policy: Policy, child: Person, account: Account | None, moved: bool) -> None:
    """As `consents.follow` for somebody who was linked just now; tells of another phone where they `moved` to it.

    The linked parents of a pupil below the age are told, else their school. Not those whose own phone it is, nor who
    was asked just now whether that pupil may write.
    """
    before = _asked(work, child)
    consents.follow(work, policy, child, account, links=True)
    if not moved or account is None or not rules.below(account, work.now, policy.consent):
        return
    parents = [one for one in people.of_accounts(work, account.relatives) if one.telegram_id and not one.barred]
    schools = [Role(Level.SCHOOL, place.id) for place in account.places if place.kind is Kind.SCHOOL]
    readers = parents or {one.id: one for role in schools for one in people.at_desk(work, role)}.values()
    asked = _asked(work, child) - before
    for reader in (one for one in readers if one.telegram_id != child.telegram_id and one.id not in asked):
        row = (Button("phone_close", f"{child.id}:{_phone(child)}", reader.id, style="danger"),)
        facts = telling.facts_of(child) | {"school": not parents}
        outbox.tell(work, reader, Notice("phone_opened", facts, (row,)))


async def close(desk: Desk, cause: str, caller: Caller, child_id: int, phone: str) -> Notice:
    """`Ce n'est pas nous`: unlinks the pupil's account from the phone whose mark the button bears.

    Refused as an answer about the pupil is, and where the account is linked to another phone by now.
    """
    caller = replace(caller, withdraws=True)
    found = await answering.account_of(desk, caller, child_id)
    said = await desk.act(cause, caller, _close, child_id, found, phone)
    desk.stir()  # what waited for the pupil's phone is dropped
    return said


def _close(turn: Turn, child_id: int, found: Account | None, phone: str) -> Notice:
    child = people.by_id(turn.work, child_id)
    part = rules.part_of(turn.me, found, replace(turn.policy.consent, who=rules.WHO)) if found is not None else None
    if child is None or found is None or part is None or child.account != found.id:
        raise Refusal("not-your-child")
    if child.telegram_id is None:
        raise Refusal("child-unlinked", name=child.name)
    if phone != _phone(child):
        raise Refusal("old-button")
    said = Notice("phone_closed_here", telling.facts_of(child), hat=hats.for_reader(turn.work, child))
    unlinking.leave(turn.work, turn.policy, child, child.telegram_id, said)
    requests.write_event(turn.work, None, turn.me.id, "phone_closed", {"child": child.id, "part": part[0]}, child)
    again = Button("link", f":{child.account}", turn.me.id)
    facts = telling.facts_of(child) | {"school": bool(part[1])}
    return Notice("phone_closed", facts, ((again,),) if part[1] else ())


def _asked(work: Work, child: Person) -> set[int]:
    return {one.giver for one in answers.of(work, child.id)}


def _phone(child: Person) -> str:
    return mark(f"{child.account}:{child.telegram_id}")[:_SIGNS]
