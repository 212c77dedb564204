"""Treating reports (guide, chapter 10): keeping, deleting, talking about it in class first. Who acts first wins."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ent.directory import Reason, Report
from bot.storage import interventions, people, reports, requests
from bot.storage.audit.lines import Line, level_of
from bot.storage.interventions import Intervention
from bot.storage.reports import ReportRecord
from bot.storage.work import Work
from bot.terms import Button, InterventionState, Notice, Refusal, ReportState
from bot.workflows import acting
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.events import Event, Whom, told
from bot.workflows.reports import telling, watching
from bot.workflows.reports.cards import STATES, back, facts_of, seen, suspect
from bot.workflows.reports.telling import ACTS
from bot.workflows.requests import verbs
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.calendar import next_school_day
from bot.workflows.rules.reports.lifecycle import ReportEvent

_BECOMES = {ReportEvent.KEEP: ReportState.KEPT, ReportEvent.DELETE: ReportState.DELETED}
_ABOUT = "contenu"  #: the category of requests about a publication
_FEW = 3  #: at most so many such requests get a button under a receipt

_LOOK = ("show",)
JUDGED = Event("judged", told("judged", Whom.REQUESTER, keys=_LOOK) + told("acted", Whom.HOLDER, keys=_LOOK))


async def keep(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """Has the ENT keep the publication; a `Refusal` says who treated it before, if somebody did."""
    return await treat(desk, cause, caller, number, ReportEvent.KEEP, ReportState.WAITING)


def delete_asked(turn: Turn, number: int, saw: str) -> Notice:
    """Asks to confirm, since a deletion cannot be undone; `saw` is what the pressed card showed (`cards.STATES`)."""
    reported = seen(turn.work, turn.me, number)
    before = _before(saw)
    refuse_treated(reported, before)
    sure = Button("report_delete_now", f"{number}:{STATES[before]}", turn.me.id, style="danger")
    row = (sure, Button("report_leave", str(number), turn.me.id))
    return Notice("report_delete_asked", facts_of(reported), (row,))


async def delete(desk: Desk, cause: str, caller: Caller, number: int, saw: str) -> Notice:
    """Has the ENT delete the publication for good; refused where somebody treated it since `saw` was shown."""
    return await treat(desk, cause, caller, number, ReportEvent.DELETE, _before(saw))


def talk(turn: Turn, number: int) -> Notice:
    """Records that the person talks about it in class first: the report waits, and they are reminded of it."""
    reported = seen(turn.work, turn.me, number, to_change=True)
    refuse_treated(reported, ReportState.WAITING)
    reported.talk_by, reported.remind_at = str(turn.me.id), next_school_day(turn.work.now)
    about = (None, reported.creator, reported.school)
    turn.work.trace(Line("talk_report", turn.me.id, level_of(turn.me), *about, {"report": number}))
    telling.redraw(turn.work, reported)
    return Notice("done_report_talk", facts_of(reported))


def leave(turn: Turn, number: int) -> Notice:
    """Does nothing: the person does not go on with what was asked about the report."""
    reported = seen(turn.work, turn.me, number)
    return Notice("report_left", facts_of(reported), (back(turn.me, number),))


async def treat(
    desk: Desk, cause: str, caller: Caller, number: int, event: ReportEvent, before: ReportState
) -> Notice:
    """Has the ENT keep or delete the publication, where the report is still in the state the person saw; the receipt.

    A `Refusal` where it is not, where the ENT declines, or where the ENT's answer is lost.
    """
    await finding.up_to_date(desk, caller)
    deed, reported = await desk.act(cause, caller, _intend, number, event, before)
    ask = desk.directory.keep_report if event is ReportEvent.KEEP else desk.directory.delete_report
    try:
        await acting.ask_ent(
            desk, deed, ACTS[event], reported.creator_name, lambda: ask(reported.school, reported.ent_id)
        )
    except Refusal as refusal:
        if refusal.reason != f"ent-{Reason.GONE}":
            raise
        raise await _overtaken(desk, caller, deed, reported) from refusal
    said = await desk.act(f"deed:{deed}", caller, _treated, deed, number, event)
    if isinstance(said, Refusal):
        raise said
    return said


def refuse_treated(reported: ReportRecord, before: ReportState) -> None:
    """Raises the `Refusal` that says who treated the report, and when, unless it is still in the state `before`."""
    if reported.verdict is not before:
        raise _already(reported)


def _intend(turn: Turn, number: int, event: ReportEvent, before: ReportState) -> tuple[int, ReportRecord]:
    """Records the act as intended; refused where somebody treated the report, or is about to."""
    reported = seen(turn.work, turn.me, number, to_change=True)
    refuse_treated(reported, before)
    since = turn.work.now - acting.PATIENCE
    for other in reports.open_acts(turn.work, reported, list(ACTS.values()), [InterventionState.INTENDED]):
        if other.at is not None and other.at > since:
            person = people.by_id(turn.work, other.person)
            raise Refusal("report-busy", name=person.name if person else "")
    meant = Intervention(
        act=ACTS[event],
        person=turn.me.id,
        account=reported.creator,
        whom=reported.creator_name,
        school=reported.school,
        facts={"report": number},
    )
    return interventions.intend(turn.work, meant), reported


def _treated(turn: Turn, deed: int, number: int, event: ReportEvent) -> Notice | Refusal:
    """Records that the ENT did it; returns the receipt, or what to say where the publication is deleted since.

    What the ENT showed us before this (`telling.note_verdict`) stands as it is.
    """
    reported = reports.load(turn.work, number, to_change=True)
    assert reported is not None
    acting.end(turn.work, deed, InterventionEvent.SUCCEED)
    telling.judge(turn.work, reported, event, turn.me.name)
    if reported.verdict is not _BECOMES[event]:
        return _already(reported)
    asked = _asked_about(turn, reported)
    if event is ReportEvent.KEEP:
        return Notice("report_kept" if asked else "done_report_kept", facts_of(reported), asked)
    rows = (*asked, suspect(turn.me, reported), back(turn.me, number))
    return Notice("report_deleted", facts_of(reported), tuple(row for row in rows if row))


def note(turn: Turn, number: int, request: int) -> Notice:
    """Writes what became of the report into the exchange of a request about it, and tells its requester."""
    reported = seen(turn.work, turn.me, number)
    if reported.verdict not in _BECOMES.values():
        raise Refusal("old-button")
    verbs.acted(turn, request, f"report_{reported.verdict.value}", f"n°{number}", JUDGED)
    row = (Button("resolve", str(request), turn.me.id, style="success"),)
    return Notice("report_noted", {"number": request}, (row,))


def _asked_about(turn: Turn, reported: ReportRecord) -> tuple[tuple[Button, ...], ...]:
    """For each request about a publication of the school that the person holds, a button that tells it there."""
    mine = requests.held(turn.work, turn.me.id)
    about = [one for one in mine if one.category == _ABOUT and one.place.id == reported.school][:_FEW]
    return tuple((Button("report_note", f"{reported.number}:{one.number}", turn.me.id, once=True),) for one in about)


async def _overtaken(desk: Desk, caller: Caller, deed: int, reported: ReportRecord) -> Refusal:
    """Records what became of a report that no longer waits in the ENT; returns the `Refusal` to raise."""
    found = await watching.verdicts(desk, reported.school, [reported.ent_id], reported.reported_at)
    await desk.once(f"overtaken:{deed}", _note_overtaken, reported.number, found)
    return await desk.see(caller, lambda turn: _already(seen(turn.work, turn.me, reported.number)))


def _note_overtaken(work: Work, number: int, found: Sequence[Report]) -> None:
    reported = reports.load(work, number, to_change=True)
    if reported is None:
        return
    if found:
        telling.note_verdict(work, reported, found[0])
    else:
        telling.judge(work, reported, ReportEvent.VANISH, reported.treated_by)


def _already(reported: ReportRecord) -> Refusal:
    if reported.verdict is ReportState.GONE:
        return Refusal("report-gone")
    if reported.verdict is ReportState.WAITING:  # the button was made when it was kept
        return Refusal("old-button")
    facts = {"verdict": reported.verdict.value, "name": reported.treated_by}
    when = reported.treated_at.isoformat() if reported.treated_at else ""
    return Refusal("report-treated", **facts, when=when)


def _before(saw: str) -> ReportState:
    found = next((state for state, short in STATES.items() if short == saw), None)
    if found is None:  # a forged button
        raise Refusal("old-button")
    return found
