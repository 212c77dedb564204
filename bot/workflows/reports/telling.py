"""What becomes of a report in our records, and who is told: the school's administrators, else the ERUN above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.ent.directory import Report
from bot.storage import interventions, outbox, people, reports, screens
from bot.storage.reports import Reported
from bot.storage.work import Work
from bot.terms import Button, Level, Notice, Person, Role
from bot.workflows.rules.calendar import next_school_day
from bot.workflows.rules.reports import moderation
from bot.workflows.rules.reports.publication import cleaned

KEEP, DELETE = "keep_report", "delete_report"  #: as the audit names the acts
ACTS = {"kept": KEEP, "deleted": DELETE}  #: by verdict
FEW = 3  #: more old ones than these, found when a school is read for the first time, are told in one message
_OLD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Place:
    """A school, and the circonscription above it: empty where the tree has none."""

    school: str
    name: str
    circonscription: str


def about(number: int) -> str:
    """How a live message names the report that it shows."""
    return f"report:{number}"


def news(work: Work, place: Place, waiting: Sequence[Report]) -> tuple[list[Report], bool]:
    """Those of the reports that are not known yet, or not all of whose reporters are; whether the ERUN is to hear."""
    known = reports.known(work, place.school, [report.id for report in waiting])
    fresh = [report for report in waiting if _unheard(known.get(report.id), report)]
    return fresh, bool(_orphans(work, place))


def learn(work: Work, place: Place, waiting: Sequence[Report], treated: Sequence[Report], first: bool) -> int:
    """How many reports were new. Tells of them, and has the messages edited that show what changed."""
    known = reports.known(work, place.school, [report.id for report in (*waiting, *treated)], to_change=True)
    new = []
    for report in sorted(waiting, key=lambda report: report.reported_at):
        if report.id in known:
            _add_reporters(work, known[report.id], report)
        elif reports.insert(work, made := _written(work, place, report)):
            new.append(made)
    for report in treated:
        if report.id in known:
            settle(work, known[report.id], report)
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


def settle(work: Work, reported: Reported, found: Report) -> None:
    """Notes what the ENT says of a report that was treated elsewhere, or by an act of ours whose end nobody heard."""
    if not found.verdict or reported.verdict in (found.verdict, "deleted"):
        return
    ours = reports.open_acts(work, reported, [ACTS[found.verdict]], ["intended", "doubt"])
    doers = [person for act in ours if (person := people.by_id(work, act.person)) is not None]
    for act in ours[-1:]:
        interventions.end(work, act.id, "done")
    reported.verdict = found.verdict
    reported.treated_by = doers[-1].name if doers else found.treated_by
    reported.treated_at = found.treated_at or work.now
    close(work, reported)


def close(work: Work, reported: Reported) -> None:
    """Writes down that a report waits no longer, of which nobody is reminded then."""
    reported.remind_at = None
    redraw(work, reported)


def redraw(work: Work, reported: Reported) -> None:
    """Writes down what changed of a report, and has every message that shows it edited."""
    reports.save(work, reported)
    screens.refresh(work, about(reported.number))


def remind(work: Work, number: int) -> None:
    """Shows a report that nobody has treated once more, to who wanted to talk about it in class or to everybody."""
    reported = reports.load(work, number, to_change=True)
    if reported is None or reported.verdict or reported.remind_at is None or reported.remind_at > work.now:
        return
    reported.remind_at = None
    talker = people.by_id(work, int(reported.talk_by)) if reported.talk_by else None
    if talker is not None and moderation.may(talker, reported.school, reported.circonscription):
        outbox.screen(work, talker, about(number), "report_talk", _facts(reported))
    else:
        for person in audience(work, reported):
            outbox.screen(work, person, about(number), "report_again", _facts(reported))
    reports.save(work, reported)


def audience(work: Work, reported: Reported) -> list[Person]:
    """Who is told of a report: the school's linked administrators, or the ERUN who was told before."""
    own = _others(work, Role(Level.SCHOOL, reported.school), reported.creator)
    return own or _others(work, Role(Level.CIRCONSCRIPTION, reported.circonscription), reported.creator)


def _written(work: Work, place: Place, report: Report) -> Reported:
    here = Role(Level.SCHOOL, place.school)
    return Reported(
        ent_id=report.id,
        school=place.school,
        school_name=place.name,
        kind=report.kind,
        text=cleaned(report.html),
        creator=report.creator,
        creator_name=report.creator_name,
        published_at=report.published_at,
        reporters=_reporters(report),
        reported_at=report.reported_at,
        circonscription="" if _others(work, here, report.creator) else place.circonscription,
        remind_at=next_school_day(work.now),
    )


def _reporters(report: Report) -> list[list[str]]:
    return [[reporter.name, reporter.at.isoformat()] for reporter in report.reporters]


def _add_reporters(work: Work, reported: Reported, report: Report) -> None:
    """Somebody else reported it too: nobody is told again, but every message shows it."""
    if _unheard(reported, report):
        reported.reporters, reported.reported_at = _reporters(report), report.reported_at
        redraw(work, reported)


def _unheard(reported: Reported | None, report: Report) -> bool:
    return reported is None or (not reported.verdict and reported.reporters != _reporters(report))


def _orphans(work: Work, place: Place) -> list[Reported]:
    """What waits at a school where nobody is linked any more, and of which the ERUN was not told yet."""
    if not place.circonscription or _reachable(work, Role(Level.SCHOOL, place.school)):
        return []
    return [reported for reported in reports.pending(work, place.school) if not reported.circonscription]


def _tell(work: Work, reported: Reported) -> None:
    for person in audience(work, reported):
        outbox.screen(work, person, about(reported.number), "report_new", _facts(reported))


def _announce(work: Work, place: Place, new: Sequence[Reported]) -> None:
    """One message for all that waited already when a school was read for the first time."""
    for person in audience(work, new[0]):
        row = (Button("reports", "", person.id, style="primary"),)
        outbox.tell(work, person, Notice("reports_waiting", {"count": len(new), "place": place.name}, (row,)))


def _others(work: Work, role: Role, creator: str) -> list[Person]:
    """Who of a desk may hear of it: never whoever published it, to judge themselves and read who complained."""
    return [person for person in _reachable(work, role) if person.account != creator]


def _reachable(work: Work, role: Role) -> list[Person]:
    return [person for person in people.at_desk(work, role) if person.reachable]


def _facts(reported: Reported) -> dict[str, Any]:
    alone = bool(reported.circonscription)
    return {"number": reported.number, "place": reported.school_name, "alone": alone}
