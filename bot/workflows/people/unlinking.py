"""Unlinking an account, by its person or by an operator: it does nothing more here, and nothing of it is erased."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from bot.storage import consents as answers
from bot.storage import outbox, people, requests
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Refusal, Says, Status
from bot.workflows import hats
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import consents, leaving, losing, speaking, takingback
from bot.workflows.people.speaking import facts_of
from bot.workflows.policy import Policy
from bot.workflows.requests import returning, serving
from bot.workflows.rules.screens import anew, stands, warned

_MOST = 1000  #: requests of the person that are looked at


async def unlink(desk: Desk, account_id: str) -> bool:
    """Unlinks the account for an operator, and tells its chat; False where it is linked to no Telegram account.

    What it holds goes back to its desks, what it was shown of others is taken back from its chat, its links are void,
    and its yes as a parent counts no more; a no stays. Its own requests stay open for whoever links it again.
    """
    done = await desk.do(
        f"unlink:{secrets.token_hex(16)}", _unlink, desk.policy, account_id, desk.sign_in is not None
    )
    await serving.settle(desk)  # what the last reader of a desk left goes above
    return done


def asked(turn: Turn) -> Notice:
    """Asks to confirm, and says what becomes of their requests, of those they treat, and of their yes for a child.

    Refused as `unlink_own`.
    """
    work, me = turn.work, turn.me
    _refuse(work, me)
    filed = requests.of_person(work, me, None, _MOST)
    own = [one.number for one in filed if one.requester == me.id and one.status is not Status.CLOSED]
    facts = facts_of(me) | {"open": len(own), "filed": returning.named(sorted(own)), "goes": "nothing"}
    facts |= {
        "agent": me.is_agent,
        "agrees": any(not one.school and one.says is Says.YES for one in answers.by(work, me.id)),
    }
    facts |= leaving.estate(work, turn.policy.levels, me, me.roles) or {}
    row = (Button("unlink_now", _warned(facts), me.id, style="danger"), Button("cancel", "", me.id))
    return Notice("unlink_asked", facts, (row,), hat=hats.for_reader(work, me))


def confirm(turn: Turn, said: str) -> Notice:
    """As `unlink_own`, where the question with the mark `said` told all that follows; else asks anew."""
    question = asked(turn)
    return unlink_own(turn) if stands(said, _warned(question.facts)) else anew(question)


def unlink_own(turn: Turn) -> Notice:
    """Unlinks the person's own account, as `unlink` does; returns what they read.

    Refused where the account is blocked, and no other one of the chat can log in: that goes on to bind it.
    A pupil who waits for a yes waits again once the account is linked anew, and a no about them stays.
    """
    work, me, chat = turn.work, turn.me, turn.caller.chat_id
    _refuse(work, me)
    hat = hats.for_reader(work, me)
    leave(work, turn.policy, people.by_id(work, me.id) or me, chat)
    schools = [place.id for place in me.places]
    requests.write_event(work, None, me.id, "unlink_own", {"account": me.account}, schools=schools)
    facts = {"name": me.name, "agent": me.is_agent, "others": len(people.of_telegram(work, chat))}
    return Notice("unlinked", facts, hat=hat)


def _warned(facts: Mapping[str, Any]) -> str:
    left = [facts["goes"], facts["numbers"], facts["level"]] if facts["goes"] != "nothing" else []
    return warned(facts["filed"], facts["agrees"], *left)


def _refuse(work: Work, me: Person) -> None:
    if not speaking.may_unlink(work, me):
        raise Refusal("old-button")


def _unlink(work: Work, policy: Policy, account_id: str, signs: bool) -> bool:
    person = people.by_account(work, account_id)
    if person is None or person.telegram_id is None:
        return False
    chat, school = person.telegram_id, person.places[0].id if person.places else ""
    said = Notice("unlinked_here", {"name": person.name, "agent": person.is_agent, "signs": signs})
    leave(work, policy, person, chat, said)
    requests.write_event(work, None, None, "unlink", {"account": person.account, "school": school})
    return True


def leave(work: Work, policy: Policy, person: Person, chat: int, said: Notice | None = None) -> None:
    """Takes the account out of the chat, which reads `said` before it reads which account speaks there then."""
    takingback.take_back(work, person, chat)
    if said is not None:
        outbox.say_later(work, chat, said, person.tongue)
    speaking.part(work, person)
    consents.leave(work, policy, person, erased=False)
    leaving.leave_desks(work, person)
    serving.gone(work, person)
    keeping.drop_of(work, Caller(chat, chat), person.id)
    losing.void_shown(work, person, chat)
