"""Reports on a screen: the card with what may be done, the list of those that wait, the list of the treated ones."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from bot.storage import outbox, people, reports
from bot.storage.reports import Reported
from bot.storage.work import Work
from bot.terms import Button, Level, Notice, Person, Refusal, Role
from bot.workflows.accounts import finding
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.reports import telling
from bot.workflows.rules.reports import moderation

STATES = {"": "w", "kept": "k"}  #: a verdict as a button remembers what its reader saw
_KEY = re.compile(r"([0-9]{1,16}):([0-9]{1,18})")  #: microseconds and number, as a page's button has them


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """The card of a report: what was published, by whom, who reported it, what became of it; and what may be done."""
    reported = seen(work, person, number)
    talker = people.by_id(work, int(reported.talk_by)) if reported.talk_by else None
    shown = facts_of(reported) | {
        "text": reported.text,
        "published": reported.published_at.isoformat(),
        "reporters": reported.reporters,
        "talker": talker.name if talker and not reported.verdict else "",
    }
    return Notice("report", shown, _rows(reported, person))


def show(turn: Turn, number: int) -> None:
    """Has the card of the report sent to the person: it is recorded, so that it follows the report."""
    seen(turn.work, turn.me, number)
    outbox.screen(turn.work, turn.me, telling.about(number))


def seen(work: Work, me: Person, number: int, to_change: bool = False) -> Reported:
    """The report, as the person may see it; one of elsewhere looks the same as none at all."""
    reported = reports.load(work, number, to_change)
    if reported is None or reported.creator == me.account:
        raise Refusal("unknown-report")
    moderation.check(me, reported.school, reported.circonscription)
    return reported


def listed(turn: Turn, treated: bool, after: str = "") -> Notice:
    """A page of the reports that wait, or of the treated ones, newest first, after the key that a page ended on."""
    schools, circonscriptions = moderation.posts(turn.me)
    most = turn.policy.page
    found = reports.page(turn.work, schools, circonscriptions, treated, _key(after), most + 1)
    shown = [one for one in found[:most] if one.creator != turn.me.account]
    keys = [Button("report", str(one.number), turn.me.id, words=f"n°{one.number}") for one in shown]
    rows = [tuple(keys[i : i + 4]) for i in range(0, len(keys), 4)]
    if len(found) > most:
        moment = (shown[-1].treated_at if treated else None) or shown[-1].reported_at
        key = f"{int(moment.timestamp() * 1_000_000)}:{shown[-1].number}"
        rows.append((Button("reports_page", f"{'t' if treated else 'w'}:{key}", turn.me.id),))
    rows.append((Button("reports_waiting" if treated else "reports_treated", "", turn.me.id),))
    lines = [facts_of(one) | {"text": one.text, "count": len(one.reporters)} for one in shown]
    return Notice("reports", {"treated": treated, "further": bool(after), "lines": lines}, tuple(rows))


def facts_of(reported: Reported) -> dict[str, Any]:
    """What every sentence about a report may need."""
    return {
        "number": reported.number,
        "place": reported.school_name,
        "publication": reported.kind,
        "name": reported.creator_name,
        "verdict": reported.verdict,
        "reported": reported.reported_at.isoformat(),
        "judge": reported.treated_by,
        "judged": bool(reported.treated_by),
        "when": reported.treated_at.isoformat() if reported.treated_at else "",
    }


def back(me: Person, number: int) -> tuple[Button, ...]:
    """The way back to the card."""
    return (Button("report", str(number), me.id),)


def suspect(me: Person, reported: Reported) -> tuple[Button, ...]:
    """The button that blocks the creator's account, for those who may."""
    if not reported.creator or Role(Level.SCHOOL, reported.school) not in me.roles:
        return ()
    return (Button("block", finding.target(reported.creator), me.id),)


def _rows(reported: Reported, me: Person) -> tuple[tuple[Button, ...], ...]:
    number, state = str(reported.number), STATES.get(reported.verdict)
    kept, crisis = Button("report_keep", number, me.id), Button("crisis", number, me.id)
    rows: list[tuple[Button, ...]] = []
    if state is not None:
        delete_it = Button("report_delete", f"{number}:{state}", me.id, style="danger")
        rows.append((delete_it,) if reported.verdict else (kept, delete_it))
    rows += [suspect(me, reported), (crisis,)]
    if not reported.verdict:
        rows.append((Button("report_talk", number, me.id),))
    return tuple(row for row in rows if row)


def _key(after: str) -> tuple[datetime, int] | None:
    if not after:
        return None
    match = _KEY.fullmatch(after)
    if match is None:
        raise Refusal("old-button")
    return datetime.fromtimestamp(int(match[1]) / 1_000_000, UTC), int(match[2])
