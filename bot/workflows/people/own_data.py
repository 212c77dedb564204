"""Own data: tells how much is kept about a person, and asks before it erases that (GDPR, articles 15, 17 and 20).

What is exported is in `exporting`, what is erased in `erasing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.storage import exchange, requests
from bot.terms import ACTIVE, Button, Notice, Person
from bot.terms import ERASED as ERASED
from bot.workflows import hats
from bot.workflows.desk import Turn
from bot.workflows.people import leaving
from bot.workflows.people.erasing import erase as erase
from bot.workflows.people.exporting import export as export
from bot.workflows.people.speaking import facts_of, unlinking_row
from bot.workflows.rules.requests.routing import DANGER
from bot.workflows.rules.screens import Row, anew, stands, warned


def my_data(turn: Turn) -> Notice:
    """How much is kept about the person, with the buttons to export and to erase it, and to unlink the account."""
    said = exchange.by_author(turn.work, turn.me.id)
    filed = requests.of_person(turn.work, turn.me, None, 1000)
    kept = any(one.outside for one in filed)
    facts = facts_of(turn.me) | {"requests": len(filed), "messages": len(said), "outside": kept}
    row = (Button("export", "", turn.me.id), Button("erase", "", turn.me.id, style="danger"))
    return Notice("my_data", facts, (row, *unlinking_row(turn.work, turn.me)))


def erase_asked(turn: Turn) -> Notice:
    """Asks to confirm, since an erasure cannot be undone; says what an agent leaves open, and to whom it goes.

    Somebody whose call for help is still treated reads that those who treat it will know who called.
    """
    left = leaving.estate(turn.work, turn.policy.levels, turn.me, turn.me.roles)
    hat = hats.for_reader(turn.work, turn.me)  # also where it speaks: one must read whose data are erased
    if left is not None:
        return Notice("erase_asked_agent", facts_of(turn.me) | left, _sure(turn.me, left), hat=hat)
    filed = requests.of_person(turn.work, turn.me, None, 1000)
    called = any(one.category == DANGER and one.status in ACTIVE and one.requester == turn.me.id for one in filed)
    facts = {"called": called}
    return Notice("erase_asked", facts_of(turn.me) | facts, _sure(turn.me, facts), hat=hat)


def erase_confirmed(turn: Turn, said: str) -> Notice:
    """As `erase`, where the question with the mark `said` told all that follows; else asks anew."""
    question = erase_asked(turn)
    return erase(turn) if stands(said, _warned(question.facts)) else anew(question)


def _sure(me: Person, facts: Mapping[str, Any]) -> tuple[Row, ...]:
    return ((Button("erase_now", _warned(facts), me.id, style="danger"), Button("cancel", "", me.id)),)


def _warned(facts: Mapping[str, Any]) -> str:
    return warned(facts.get("called"), *(facts.get(name) for name in ("goes", "numbers", "level")))
