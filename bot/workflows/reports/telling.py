"""Recording what becomes of reports, and telling of them: the school's administrators, or else the ERUN above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.ent.directory import Report
from bot.storage import outbox, people, reports, screens
from bot.storage.reports import ReportRecord
from bot.storage.work import Work
from bot.terms import ERASED, Button, InterventionState, Level, Notice, Person, ReportState, Role
from bot.workflows import acting
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.calendar import next_school_day
from bot.workflows.rules.machines import Impossible
from bot.workflows.rules.reports import moderation
from bot.workflows.rules.reports.lifecycle import LIFECYCLE, ReportCase, ReportEvent

ACTS = {ReportEvent.KEEP: "keep_report", ReportEvent.DELETE: "delete_report"}  #: their names in the audit
FEW = 3  #: where a school is read for the first time, more old reports than this are told in one message
_EVENTS = {"kept": ReportEvent.KEEP, "deleted": ReportEvent.DELETE}  #: by the verdict that the ENT shows
_OLD = timedelta(days=7)

Told = tuple[Report, str]  #: a report, and the text of its publication without markup


@dataclass(frozen=True, slots=True)
class Place:
    """A school, and the circonscription above it, empty where the tree has none."""

    school: str
    name: str
    circonscription: str


def about(number: int) -> str:
    """The key under which messages that show the report are found, such as `report:7`."""
    return f"report:{number}"


def news(work: Work, place: Place, waiting: Sequence[Report]) -> tuple[list[Report], bool]:
    """Which of the waiting reports are new or have new reporters, and whether some are to be told to the ERUN now."""
    known = reports.known(work, place.school, [report.id for report in waiting])
    fresh = [report for report in waiting if _unheard(known.get(report.id), report)]
    return fresh, bool(_orphans(work, place))


def learn(work: Work, place: Place, waiting: Sequence[Told], treated: Sequence[Report], first: bool) -> int:
    """Records what the ENT shows of a school: tells of new reports, updates known ones; returns how many were new.

    `waiting` has each report with the text of its publication. `first` says that the school was never read before.
    """
    shown = [*(report for report, _ in waiting), *treated]
    known = reports.known(work, place.school, [report.id for report in shown], to_change=True)
    new = []
    for report, text in sorted(waiting, key=lambda one: one[0].reported_at):
        if report.id in known:
            _add_reporters(work, known[report.id], report)
        elif reports.insert(work, made := _written(work, place, report, text)):
            new.append(made)
    for report in treated:
        if report.id in known:
            note_verdict(work, known[report.id], report)
    old = [made for made in new if first and made.reported_at < work.now - _OLD]
    if len(old) > FEW:
        _announce(work, place, old)
    for made in new:
        if len(old) <= FEW or made not in old:
            _tell(work, made)
    for orphan in _orphans(work, place):
        orphan.circonscription = place.circonscription
        reports.save(work, orphan)
        _tell(work, orphan)
    return len(new)


def note_verdict(work: Work, reported: ReportRecord, found: Report) -> None:
    """Records the verdict that the ENT shows; nothing where it has none, or none that is new.

    Where an act of ours with that verdict has no known end, it was done by this: its agent is named as the moderator.
    """
    event = _EVENTS.get(found.verdict)
    if event is None or not LIFECYCLE.leads(reported.verdict, event):
        return
    open_states = [InterventionState.INTENDED, InterventionState.DOUBT]
    ours = reports.open_acts(work, reported, [ACTS[event]], open_states)
    doers = [person for act in ours if (person := people.by_id(work, act.person)) is not None]
    for act in ours[-1:]:
        acting.end(work, act.id, InterventionEvent.SUCCEED)
    judge(work, reported, event, doers[-1].name if doers else found.treated_by, found.treated_at)


def judge(work: Work, reported: ReportRecord, event: ReportEvent, by: str, at: datetime | None = None) -> bool:
    """Records what became of a report, by whom, and when if not now; False where the lifecycle has no such step."""
    try:
        reported.verdict = LIFECYCLE.fire(event, ReportCase(reported.verdict))
    except Impossible:
        return False
    reported.treated_by, reported.treated_at, reported.remind_at = by, at or work.now, None
    redraw(work, reported)
    return True


def redraw(work: Work, reported: ReportRecord) -> None:
    """Saves a report, and queues the edits of the messages that show it."""
    reports.save(work, reported)
    screens.refresh(work, about(reported.number))


def remind(work: Work, number: int) -> None:
    """Sends a waiting report again, to the person who talks about it in class or else to everybody told of it."""
    reported = reports.load(work, number, to_change=True)
    if reported is None or reported.verdict is not ReportState.WAITING:
        return
    if reported.remind_at is None or reported.remind_at > work.now:
        return
    reported.remind_at = None
    talker = people.by_id(work, int(reported.talk_by)) if reported.talk_by else None
    if talker is not None and moderation.may(talker, reported.school, reported.circonscription):
        outbox.screen(work, talker, about(number), "report_talk", _facts(reported))
    else:
        for person in audience(work, reported):
            outbox.screen(work, person, about(number), "report_again", _facts(reported))
    reports.save(work, reported)


def audience(work: Work, reported: ReportRecord) -> list[Person]:
    """Who is told of a report: the school's linked administrators; where there are none, the ERUN who was told."""
    own = _others(work, Role(Level.SCHOOL, reported.school), reported.creator)
    return own or _others(work, Role(Level.CIRCONSCRIPTION, reported.circonscription), reported.creator)


def _written(work: Work, place: Place, report: Report, text: str) -> ReportRecord:
    here = Role(Level.SCHOOL, place.school)
    return ReportRecord(
        ent_id=report.id,
        school=place.school,
        school_name=place.name,
        kind=report.kind,
        text=text,
        creator=report.creator,
        creator_name=report.creator_name,
        published_at=report.published_at,
        reporters=_reporters(report),
        reported_at=report.reported_at,
        circonscription="" if _others(work, here, report.creator) else place.circonscription,
        remind_at=next_school_day(work.now),
    )


def _reporters(report: Report, known: Iterable[Sequence[str]] = ()) -> list[list[str]]:
    """Name and moment of each reporter; who had their data erased since, as is `known`, stays without a name."""
    erased = {at for name, at in known if name == ERASED}
    found = [(reporter.name, reporter.at.isoformat()) for reporter in report.reporters]
    return [[ERASED if at in erased else name, at] for name, at in found]


def _add_reporters(work: Work, reported: ReportRecord, report: Report) -> None:
    """Records new reporters: nobody is told again, but the messages that show the report are edited."""
    if _unheard(reported, report):
        reported.reporters = _reporters(report, reported.reporters)
        reported.reported_at = report.reported_at
        redraw(work, reported)


def _unheard(reported: ReportRecord | None, report: Report) -> bool:
    """Whether the report is new, or waits and has new reporters."""
    if reported is None:
        return True
    return reported.verdict is ReportState.WAITING and reported.reporters != _reporters(report, reported.reporters)


def _orphans(work: Work, place: Place) -> list[ReportRecord]:
    """Waiting reports of a school where nobody is linked any more, which were not told to the ERUN yet."""
    if not place.circonscription or _reachable(work, Role(Level.SCHOOL, place.school)):
        return []
    return [reported for reported in reports.pending(work, place.school) if not reported.circonscription]


def _tell(work: Work, reported: ReportRecord) -> None:
    for person in audience(work, reported):
        outbox.screen(work, person, about(reported.number), "report_new", _facts(reported))


def _announce(work: Work, place: Place, new: Sequence[ReportRecord]) -> None:
    """Sends one message for all the reports that waited when the school was read for the first time."""
    for person in audience(work, new[0]):
        row = (Button("reports", "", person.id, style="primary"),)
        outbox.tell(work, person, Notice("reports_waiting", {"count": len(new), "place": place.name}, (row,)))


def _others(work: Work, role: Role, creator: str) -> list[Person]:
    """The reachable people of a desk, without the author of the publication, who must not learn who reported it."""
    return [person for person in _reachable(work, role) if person.account != creator]


def _reachable(work: Work, role: Role) -> list[Person]:
    return [person for person in people.at_desk(work, role) if person.reachable]


def _facts(reported: ReportRecord) -> dict[str, Any]:
    alone = bool(reported.circonscription)
    return {"number": reported.number, "place": reported.school_name, "alone": alone}
