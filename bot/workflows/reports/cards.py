"""Reports on a screen: the card of one of them, with its buttons, and the lists of waiting and of treated ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.storage import outbox, people, reports, watches
from bot.storage.reports import ReportRecord
from bot.storage.work import Work
from bot.terms import Button, Level, Notice, Person, Refusal, ReportState, Role
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.reports import telling
from bot.workflows.rules.reports import moderation
from bot.workflows.rules.screens import grid, page_key, read_page_key

STATES = {ReportState.WAITING: "w", ReportState.KEPT: "k"}  #: what the card showed, as its delete button says it
_ACROSS = 4  #: reports in a row of buttons


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """The card of a report: what was published, by whom, who reported it, what became of it, and the buttons.

    A `Refusal` where this person may not see it.
    """
    reported = seen(work, person, number)
    waits = reported.verdict is ReportState.WAITING
    talker = people.by_id(work, int(reported.talk_by)) if reported.talk_by else None
    shown = facts_of(reported) | {
        "text": reported.text,
        "published": reported.published_at.isoformat(),
        "now": work.now.isoformat(),
        "reporters": reported.reporters,
        "talker": talker.name if talker and waits else "",
    }
    return Notice("report", shown, _rows(reported, person))


def show(turn: Turn, number: int) -> None:
    """Queues the card of the report for the person; it is edited when the report changes."""
    looked_at(turn, number)
    outbox.screen(turn.work, turn.me, telling.about(number))


def looked_at(turn: Turn, number: int) -> ReportRecord:
    """As `seen`; traces that the person sees the report."""
    reported = seen(turn.work, turn.me, number)
    looks.at(turn.work, turn.policy, turn.me, "report", reported.creator, reported.school, number=number)
    return reported


def seen(work: Work, me: Person, number: int, to_change: bool = False) -> ReportRecord:
    """The report; one `Refusal` where there is none, it is of another school, or the person is the author."""
    reported = reports.load(work, number, to_change)
    if reported is None or reported.creator == me.account:
        raise Refusal("unknown-report")
    moderation.check(me, reported.school, reported.circonscription)
    return reported


def listed(turn: Turn, treated: bool, after: str = "", since: datetime | None = None) -> Notice:
    """A page of the waiting or of the treated reports, newest first; `after` is the key of the page before.

    `since` is when the ENT last told them, where it did not just now (`watching.ask_now`); None where it did.
    """
    schools, circonscriptions = moderation.posts(turn.me)
    most = turn.policy.page
    found = reports.page(turn.work, schools, circonscriptions, treated, read_page_key(after), most + 1)
    shown = [one for one in found[:most] if one.creator != turn.me.account]
    _look(turn, [treated, after], shown, (*schools, *circonscriptions)[0])
    keys = [Button("report", str(one.number), turn.me.id, words=f"n°{one.number}") for one in shown]
    rows = [*grid(keys, _ACROSS)]
    if len(found) > most:
        moment = (shown[-1].treated_at if treated else None) or shown[-1].reported_at
        key = page_key(moment, shown[-1].number)
        rows.append((Button("reports_page", f"{'t' if treated else 'w'}:{key}", turn.me.id),))
    rows.append((Button("reports_waiting" if treated else "reports_treated", "", turn.me.id),))
    lines = [facts_of(one) | {"text": one.text, "count": len(one.reporters)} for one in shown]
    facts = {"treated": treated, "further": bool(after), "now": turn.work.now.isoformat(), "lines": lines}
    if since is not None:
        facts |= {"since": since.isoformat(), "unread": since <= watches.NEVER}
    return Notice("reports", facts, tuple(rows))


def _look(turn: Turn, page: object, shown: Sequence[ReportRecord], otherwise: str) -> None:
    """Traces the look at a page of reports, for each school whose reports it shows."""
    schools: dict[str, list[int]] = {}
    for one in shown:
        schools.setdefault(one.school, []).append(one.number)
    looks.at_list(turn.work, turn.policy, turn.me, "reports", looks.View(page, schools, otherwise))


def facts_of(reported: ReportRecord) -> dict[str, Any]:
    """The facts that the sentences about a report use."""
    return {
        "number": reported.number,
        "place": reported.school_name,
        "publication": reported.kind,
        "name": reported.creator_name,
        "verdict": "" if reported.verdict is ReportState.WAITING else reported.verdict.value,
        "reported": reported.reported_at.isoformat(),
        "judge": reported.treated_by,
        "judged": bool(reported.treated_by),
        "when": reported.treated_at.isoformat() if reported.treated_at else "",
    }


def back(me: Person, number: int) -> tuple[Button, ...]:
    """The button that shows the card of the report."""
    return (Button("report", str(number), me.id),)


def suspect(me: Person, reported: ReportRecord) -> tuple[Button, ...]:
    """The button that blocks the author's account; empty for people who do not administer the school."""
    if not reported.creator or Role(Level.SCHOOL, reported.school) not in me.roles:
        return ()
    return (Button("block", finding.target(reported.creator), me.id),)


def _rows(reported: ReportRecord, me: Person) -> tuple[tuple[Button, ...], ...]:
    number, state = str(reported.number), STATES.get(reported.verdict)
    kept, crisis = Button("report_keep", number, me.id), Button("crisis", number, me.id)
    waits = reported.verdict is ReportState.WAITING
    rows: list[tuple[Button, ...]] = []
    if state is not None:
        delete_it = Button("report_delete", f"{number}:{state}", me.id, style="danger")
        rows.append((kept, delete_it) if waits else (delete_it,))
    rows += [suspect(me, reported), (crisis,)]
    if waits:
        rows.append((Button("report_talk", number, me.id),))
    return tuple(row for row in rows if row)
