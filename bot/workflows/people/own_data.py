"""Own data: tells, exports and erases what is kept about a person (GDPR, articles 15, 17 and 20)."""

from __future__ import annotations

from typing import Any

from bot.storage import exchange, interventions, lists, outbox, requests
from bot.terms import Button, Notice
from bot.workflows import hats
from bot.workflows.conversations import keeping
from bot.workflows.desk import Turn
from bot.workflows.people import leaving
from bot.workflows.people.speaking import facts_of, part

ERASED = "[effacé]"


def my_data(turn: Turn) -> Notice:
    """How much is kept about the person, with the buttons to export and to erase it."""
    said = exchange.by_author(turn.work, turn.me.id)
    filed = requests.of_person(turn.work, turn.me, None, 1000)
    facts = facts_of(turn.me) | {"requests": len(filed), "messages": len(said)}
    row = (Button("export", "", turn.me.id), Button("erase", "", turn.me.id, style="danger"))
    return Notice("my_data", facts, (row,))


def export(turn: Turn) -> dict[str, Any]:
    """All that is kept about the person, ready to be written as JSON."""
    filed = requests.of_person(turn.work, turn.me, None, 10_000)
    words = [
        {"request": m.request, "at": m.at.isoformat(), "text": m.text, "files": [f.name or f.kind for f in m.files]}
        for m in exchange.by_author(turn.work, turn.me.id)
    ]
    mine = [
        {"number": r.number, "category": r.category, "status": r.status.value, "created": r.created_at.isoformat()}
        for r in filed
    ]
    done = [
        {"act": act.act, "whom": act.whom, "why": act.why, "at": act.at.isoformat() if act.at else ""}
        for act in interventions.of_person(turn.work, turn.me.id)
    ]
    return (
        facts_of(turn.me)
        | {"login": turn.me.login, "telegram": turn.me.telegram_id}
        | {
            "charter": turn.me.charter,
            "requests": mine,
            "messages": words,
            "interventions": done,
        }
    )


def erase_asked(turn: Turn) -> Notice:
    """Asks to confirm, since an erasure cannot be undone; says what an agent leaves open, and to whom it goes."""
    row = (Button("erase_now", "", turn.me.id, style="danger"), Button("cancel", "", turn.me.id))
    left = leaving.estate(turn.work, turn.policy.levels, turn.me, turn.me.roles)
    hat = hats.for_reader(turn.work, turn.me)  # also where it speaks: one must read whose data are erased
    if left is not None:
        return Notice("erase_asked_agent", facts_of(turn.me) | left, (row,), hat=hat)
    return Notice("erase_asked", facts_of(turn.me), (row,), hat=hat)


def erase(turn: Turn) -> Notice:
    """Unlinks the account, closes the person's requests, releases those they hold, blanks their words and files."""
    me, work = turn.me, turn.work
    hat = hats.for_reader(work, me)
    part(work, me)
    leaving.close_own(work, turn.policy, me)
    leaving.leave_desks(work, me)
    spoken = {message.request for message in exchange.by_author(work, me.id)}
    exchange.erase(work, me.id, ERASED)
    requests.forget_words(work, me.id)
    interventions.forget_words(work, me.id)
    outbox.forget_words(work, spoken, me.name, ERASED)
    keeping.drop_of(work, turn.caller, me.id)
    lists.drop(work, me.id)
    outbox.forget_chat(work, turn.caller.telegram_id, me.id)
    requests.write_event(work, None, me.id, "erase")
    return Notice("erased", hat=hat)
