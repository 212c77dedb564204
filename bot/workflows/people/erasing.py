"""Erasing: leaves nothing of a person in the records, but that somebody acted; upkeep goes on where there is much.

What must stay (what was done, when, and for whom) is signed by nobody: the person's name becomes « [effacé] », their
account a mark that leads to no account of the ENT. What an agent answered to families can still be read; it is signed
by their level. Whoever links that account again begins as a new person.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

from bot.storage import consents as answers
from bot.storage import erasing, interventions, lists, particulars, people, pointers, reminders, requests
from bot.storage.erasing import Erasure
from bot.storage.work import Work
from bot.terms import ERASED, ERASED_ACCOUNT, Notice, Part, Person
from bot.workflows import hats
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import consents, leaving, redrawing, takingback
from bot.workflows.people.blanking import Known, redacted
from bot.workflows.people.speaking import part
from bot.workflows.policy import Policy

AT_ONCE = 4000  #: rows of each table that are gone through in one transaction
_ASKED = (Part.REQUESTER, Part.FOLLOWER)
_SOON, _IDLE = 1.0, 3600.0  # seconds until `go_on` is due


def erase(turn: Turn) -> Notice:
    """Erases what is kept about the person: closes their requests, releases those they hold, unlinks their account.

    What they were shown of other people is taken back from their chat. Of a large database, the newest rows are gone
    through now, and the others by `go_on`.
    """
    hat = hats.for_reader(turn.work, turn.me)
    _erase(turn.work, turn.policy, turn.me, "erase", turn.me.id, turn.caller)
    return Notice("erased", hat=hat)


def erase_deleted(work: Work, policy: Policy, person: Person) -> None:
    """As `erase`, for somebody who is not linked any more: the ENT has deleted the account for good."""
    _erase(work, policy, person, "erase_deleted", None, None)


def erase_account(work: Work, account: str) -> None:
    """Forgets an account of which nothing is kept but what others were shown or handed out."""
    pointers.forget(work, 0, account)
    erasing.forget_account(work, account)
    erasing.blank_lines(work, account)


def _erase(work: Work, policy: Policy, me: Person, act: str, by: int | None, caller: Caller | None) -> None:
    chat, schools = me.telegram_id, [place.id for place in me.places]
    alone = chat is not None and len(people.of_telegram(work, chat)) == 1
    asked = erasing.own(work, me.id, _ASKED if me.is_agent else (*_ASKED, Part.FILER))
    near = asked | erasing.merged(work, asked)
    known = _known(work, policy, me, chat if alone else None, near)
    if chat is not None:
        takingback.take_back(work, me, chat)
    part(work, me)
    answers.drop(work, me.id)
    consents.leave(work, policy, me, erased=True)
    leaving.close_own(work, policy, me)
    leaving.leave_desks(work, me)
    if caller is not None:
        keeping.drop_of(work, caller, me.id)
    known.files, known.said = erasing.blank(work, me.id, asked)
    particulars.forget(work, erasing.own(work, me.id, (Part.REQUESTER,)))
    _forget(work, me, chat, known)
    _go_through(work, Erasure(me.id, asdict(known), {}))
    requests.write_event(work, None, by, act, schools=schools)
    redrawing.queue_cards(work, asked | erasing.spoken_in(work, me.id))
    work.scrubs = True


async def go_on(desk: Desk) -> int:
    """Goes on with erasures that are not through; returns how many there were.

    Each goes through the tables in steps; then what was deleted is wiped from the database's files.
    """
    pending = await desk.look(erasing.pending)
    for one in pending:
        if one.known:
            await desk.put(partial(_go_through, erasure=one))
    rest = [one for one in pending if not one.known and any(one.reached.values())]
    for one in rest:
        await desk.put(partial(_finish, erasure=one))
    wiped = [one.person for one in pending if not one.known and one not in rest]
    if wiped and await desk.records.scrub(erasing.WIPED):
        await desk.put(erasing.drop, wiped)
    return len(pending)


async def until_through(desk: Desk) -> float:
    """Seconds until `go_on` is due: at once where an erasure is not through, else an hour."""
    return _SOON if await desk.look(erasing.pending) else _IDLE


def _known(work: Work, policy: Policy, me: Person, chat: int | None, near: Iterable[int]) -> Known:
    """What tells who the person was, before any of it is changed."""
    filing = erasing.filers(work, me.id)
    level = min((role.level for role in me.roles), default=None)
    return Known(
        person=me.id,
        name=me.name,
        login=me.login,
        account=me.account,
        chat=str(chat or ""),
        others=erasing.namesakes(work, me.id, me.account, me.name.split() or [me.name]),
        signature=ERASED if level is None else policy.levels[level].name,
        mark=ERASED_ACCOUNT + secrets.token_hex(12),
        near=sorted(near),
        agent=me.is_agent,
        filers=[one.name for one in people.named(work, set(filing)).values()],
        filing=filing,
    )


def _forget(work: Work, me: Person, chat: int | None, known: Known) -> None:
    """Deletes what is the person's alone, and leaves of them a row that says that somebody was there."""
    erasing.forget_words(work, me.id)
    interventions.forget_words(work, me.id)
    lists.drop(work, me.id)
    pointers.forget(work, me.id, me.account)
    reminders.forget(work, me.id)
    erasing.forget_account(work, me.account)
    erasing.blank_lines(work, me.account)
    erasing.leave_chat(work, chat or 0, me.id, alone=bool(known.chat))
    gone = {
        "account": known.mark,
        "login": "",
        "name": known.signature,
        "function": "",
        "places": (),
        "language": "fr",
    }
    people.change(work, me, **gone, speaking=False)
    work.people.clear()


def _go_through(work: Work, erasure: Erasure) -> None:
    """Goes through the next rows of every table; where none is left, forgets who the person was."""
    known, first = Known(**erasure.known), not erasure.reached
    redact = partial(redacted, known, work.now)
    changed = erasing.sweep(work, redact, erasure.reached, AT_ONCE)
    redrawing.queue(work, known, changed, first)
    if first:
        erasing.sweep_drafts(work, partial(_draft, known))
    for delivery in work.deliveries:  # said in this transaction, and not in the outbox yet
        delivery["payload"] = known.traces.facts(delivery["payload"], delivery["request"] in known.near, keep=False)
    if any(erasure.reached.values()):
        erasing.put(work, Erasure(erasure.person, asdict(known), erasure.reached))
    else:
        _finish(work, Erasure(erasure.person, {}, {"sending": known.sending, "chat": int(known.chat or 0)}))
    work.scrubs = work.scrubs or bool(changed)


def _finish(work: Work, erasure: Erasure) -> None:
    """Looks at what was being sent during the erasure, and at what is to be deleted in the person's own chat."""
    arrived, sending = erasing.delivered(work, erasure.reached["sending"])
    redrawing.retell(work, arrived)
    chat = erasure.reached["chat"]
    posted = any(one["chat_id"] == chat and one["kind"] in ("delete", "menu") for one in work.deliveries)
    left = chat if chat and (erasing.deleting(work, chat) or posted) else 0
    erasing.put(work, Erasure(erasure.person, {}, {"sending": sending, "chat": left}))


def _draft(known: Known, data: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = known.traces.facts(data, near=False, keep=False)
    return made
