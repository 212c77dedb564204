"""Treating reports (guide, chapter 10): keeping, deleting, talking about it in class first. Who acts first wins."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ent.directory import Reason, Report
from bot.storage import interventions, people, reports, requests
from bot.storage.interventions import Intervention
from bot.storage.reports import Reported
from bot.storage.work import Work
from bot.terms import Button, Notice, Refusal
from bot.workflows import acting
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.events import Event, Whom, told
from bot.workflows.reports import telling, watching
from bot.workflows.reports.cards import STATES, back, facts_of, seen, suspect
from bot.workflows.reports.telling import ACTS
from bot.workflows.requests import verbs
from bot.workflows.rules.calendar import next_school_day

_ABOUT = "contenu"  #: the category of requests about a publication
_FEW = 3  #: of them that a receipt offers to tell

JUDGED = Event("judged", told("judged", Whom.REQUESTER))


async def keep(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """Lets the publication stand; whoever comes second is told who treated it."""
    return await treat(desk, cause, caller, number, "kept", "")


def delete_asked(turn: Turn, number: int, saw: str) -> Notice:
    """Asks before deleting: it cannot be undone. `saw` is what the pressed card showed."""
    reported = seen(turn.work, turn.me, number)
    before = _before(saw)
    refuse_treated(reported, before)
    sure = Button("report_delete_now", f"{number}:{STATES[before]}", turn.me.id, style="danger")
    row = (sure, Button("report_leave", str(number), turn.me.id))
    return Notice("report_delete_asked", facts_of(reported), (row,))


async def delete(desk: Desk, cause: str, caller: Caller, number: int, saw: str) -> Notice:
    """Deletes the publication for everyone and for good; refused where somebody treated it since it was asked."""
    return await treat(desk, cause, caller, number, "deleted", _before(saw))


def talk(turn: Turn, number: int) -> Notice:
    """Notes that the person wants to talk about it in class first: it waits, and they are reminded of it."""
    reported = seen(turn.work, turn.me, number, to_change=True)
    refuse_treated(reported, "")
    reported.talk_by, reported.remind_at = str(turn.me.id), next_school_day(turn.work.now)
    telling.redraw(turn.work, reported)
    return Notice("done_report_talk", facts_of(reported))


def leave(turn: Turn, number: int) -> Notice:
    """Leaves a question about the report unanswered: nothing more is done."""
    reported = seen(turn.work, turn.me, number)
    return Notice("report_left", facts_of(reported), (back(turn.me, number),))


async def treat(desk: Desk, cause: str, caller: Caller, number: int, verdict: str, before: str) -> Notice:
    """Has the ENT keep or delete the publication, where the report is still as the person saw it; the receipt."""
    await finding.up_to_date(desk, caller)
    deed, reported = await desk.act(cause, caller, _intend, number, verdict, before)
    ask = desk.directory.keep_report if verdict == "kept" else desk.directory.delete_report
    try:
        await acting.settled(
            desk, deed, ACTS[verdict], reported.creator_name, lambda: ask(reported.school, reported.ent_id)
        )
    except Refusal as refusal:
        if refusal.reason != f"ent-{Reason.GONE}":
            raise
        raise await _overtaken(desk, caller, deed, reported) from refusal
    return await desk.act(f"deed:{deed}", caller, _treated, deed, number, verdict)


def refuse_treated(reported: Reported, before: str) -> None:
    """Raises the `Refusal` that says who treated it, and when, where it is no longer as the person saw it."""
    if reported.verdict != before:
        raise _already(reported)


def _intend(turn: Turn, number: int, verdict: str, before: str) -> tuple[int, Reported]:
    """Writes the act down; refused where somebody treated it, or is about to."""
    reported = seen(turn.work, turn.me, number, to_change=True)
    refuse_treated(reported, before)
    since = turn.work.now - acting.PATIENCE
    for other in reports.open_acts(turn.work, reported, list(ACTS.values()), ["intended"]):
        if other.at is not None and other.at > since:
            person = people.by_id(turn.work, other.person)
            raise Refusal("report-busy", name=person.name if person else "")
    meant = Intervention(
        act=ACTS[verdict],
        person=turn.me.id,
        account=reported.creator,
        whom=reported.creator_name,
        school=reported.school,
        facts={"report": number},
    )
    return interventions.intend(turn.work, meant), reported


def _treated(turn: Turn, deed: int, number: int, verdict: str) -> Notice:
    """Writes down that it is done, by whom and when."""
    reported = reports.load(turn.work, number, to_change=True)
    assert reported is not None
    interventions.end(turn.work, deed, "done")
    reported.verdict, reported.treated_by, reported.treated_at = verdict, turn.me.name, turn.work.now
    telling.close(turn.work, reported)
    asked = _asked_about(turn, reported)
    if verdict == "kept":
        return Notice("report_kept" if asked else "done_report_kept", facts_of(reported), asked)
    rows = (*asked, suspect(turn.me, reported), back(turn.me, number))
    return Notice("report_deleted", facts_of(reported), tuple(row for row in rows if row))


def note(turn: Turn, number: int, request: int) -> Notice:
    """Writes what became of the report into the exchange of a request about it, for its requester to read."""
    reported = seen(turn.work, turn.me, number)
    if reported.verdict not in ACTS:
        raise Refusal("old-button")
    verbs.acted(turn, request, f"report_{reported.verdict}", f"n°{number}", JUDGED)
    row = (Button("resolve", str(request), turn.me.id, style="success"),)
    return Notice("report_noted", {"number": request}, (row,))


def _asked_about(turn: Turn, reported: Reported) -> tuple[tuple[Button, ...], ...]:
    """For each request about a publication of the school that the person treats: to tell it there, in one tap."""
    mine = requests.held(turn.work, turn.me.id)
    about = [one for one in mine if one.category == _ABOUT and one.place.id == reported.school][:_FEW]
    return tuple((Button("report_note", f"{reported.number}:{one.number}", turn.me.id, once=True),) for one in about)


async def _overtaken(desk: Desk, caller: Caller, deed: int, reported: Reported) -> Refusal:
    """What to say where the ENT has no such report any more: who treated it there, once that is noted."""
    found = await watching.verdicts(desk, reported.school, [reported.ent_id], reported.reported_at)
    await desk.once(f"overtaken:{deed}", _note_overtaken, reported.number, found)
    return await desk.see(caller, lambda turn: _already(seen(turn.work, turn.me, reported.number)))


def _note_overtaken(work: Work, number: int, found: Sequence[Report]) -> None:
    reported = reports.load(work, number, to_change=True)
    if reported is None or reported.verdict == "deleted":
        return
    if found:
        telling.settle(work, reported, found[0])
    else:
        reported.verdict, reported.treated_at = "gone", work.now
        telling.close(work, reported)


def _already(reported: Reported) -> Refusal:
    if reported.verdict == "gone":
        return Refusal("report-gone")
    if not reported.verdict:  # a button of another age
        return Refusal("old-button")
    facts = {"verdict": reported.verdict, "name": reported.treated_by}
    when = reported.treated_at.isoformat() if reported.treated_at else ""
    return Refusal("report-treated", **facts, when=when)


def _before(saw: str) -> str:
    found = next((verdict for verdict, short in STATES.items() if short == saw), None)
    if found is None:  # people can send any data
        raise Refusal("old-button")
    return found
