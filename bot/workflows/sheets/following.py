"""The message that follows a printing: how far it is, and the button that takes its sheets back."""

from __future__ import annotations

from bot.storage import printings
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, PrintingState, Refusal
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts import administration
from bot.workflows.sheets.gathering import Wanted
from bot.workflows.sheets.making import SHOWN


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """How far the printing is; refused where there is none, or it is of a school that is not the person's."""
    printing = printings.load(work, number)
    if printing is None or printing.person != person.id:
        raise Refusal("old-button")
    administration.check_school(person, printing.school)
    wanted = Wanted(**printing.wanted)
    facts = wanted.told | {
        "stage": printing.state.value,
        "total": printing.total,
        "done": printing.done,
        "documents": len(printing.messages),
        "why": printing.why,
        "hours": int(SHOWN.total_seconds() // 3600),
    }
    over = printing.state is PrintingState.DONE and printing.handout is not None
    rows = ((Button("handout_revoke", str(printing.handout), person.id),),) if over else ()
    return Notice("printing", facts, rows)
