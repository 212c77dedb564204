"""Ending an announcement before its time: nobody sees it any more, and what was brought to chats says so."""

from __future__ import annotations

from bot.storage import announcements, screens
from bot.terms import Button, Notice, Refusal
from bot.workflows import acting
from bot.workflows.announcements import plan
from bot.workflows.announcements.online import facts_of, traced
from bot.workflows.announcements.pages import one_of
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts.lifecycle import InterventionEvent

END = "end_announcement"  #: the act in the audit


async def ask(desk: Desk, caller: Caller, aim: str) -> Notice:
    """`Terminer`: asks to confirm."""
    me, school, one = await one_of(desk, caller, aim)
    if one.school != school.id or one.stage(desk.clock()) == "over":
        raise Refusal("flash-not-changed")
    row = (Button("flash_end_now", aim, me.id, style="danger"), Button("flash_card", aim, me.id))
    return Notice("flash_end_asked", facts_of(one, school.name, desk.clock()), (row,))


async def end(desk: Desk, cause: str, caller: Caller, aim: str) -> Notice:
    """Has the ENT end it; the receipt. Refused where it is not the school's own, or as `acting.ask_ent` refuses."""
    _, school, one = await one_of(desk, caller, aim)
    if one.school != school.id:
        raise Refusal("flash-not-changed")
    ended = plan.of(school.id, school.name, one, one.id)

    async def do() -> None:
        await desk.directory.end_announcement(school.id, one.id)

    number, _, _ = await traced(desk, cause, caller, END, ended, do)
    return await desk.act(f"deed:{number}", caller, _ended, number, school.id, one.id, one.said.title)


def _ended(turn: Turn, number: int, school: str, entry: str, title: str) -> Notice:
    """Writes down that it is done: nothing more of it goes out, and what went out is emptied."""
    acting.end(turn.work, number, InterventionEvent.SUCCEED)
    spread = announcements.of_entry(turn.work, school, entry, to_change=True)
    if spread is not None:
        spread.ended_at = spread.ended_at or turn.work.now
        spread.stopped = True
        spread.version += 1
        announcements.save(turn.work, spread)
        announcements.take_back(turn.work, spread.id)
        screens.refresh(turn.work, announcements.about(spread.id))
    return Notice("flash_ended", {"title": title}, ((Button("flash_list", "a0", turn.me.id),),))
