"""Reported publications of the embedded ENT, and the verdicts on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from bot.ent.embedded.database import Slice
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.ent.reports import Report, Reporter, Reports
from bot.terms import Declined

_PAGE = 25
_BY = "Palier"  # noted as the author of every verdict; who asked for it stands in the desk's own records

_ACCOUNTS = ENT.tables["ent_accounts"]
_PUBLICATIONS = ENT.tables["ent_publications"]
_REPORTS = ENT.tables["ent_reports"]
_VERDICTS = ENT.tables["ent_verdicts"]
_LATEST = (
    select(_REPORTS.c.publication, func.max(_REPORTS.c.at).label("reported_at"))
    .group_by(_REPORTS.c.publication)
    .subquery()
)
_REPORTED = (
    select(_PUBLICATIONS, _ACCOUNTS.c.first_name, _ACCOUNTS.c.last_name, _VERDICTS)
    .join(_LATEST, _LATEST.c.publication == _PUBLICATIONS.c.id)
    .join(_ACCOUNTS, _ACCOUNTS.c.id == _PUBLICATIONS.c.author)
    .outerjoin(_VERDICTS, _VERDICTS.c.publication == _PUBLICATIONS.c.id)
    .where(_PUBLICATIONS.c.school == bindparam("school"))
    .with_only_columns(
        *(_PUBLICATIONS.c[name] for name in ("id", "kind", "html", "author", "at")),
        _ACCOUNTS.c.first_name,
        _ACCOUNTS.c.last_name,
        _VERDICTS.c.verdict,
        _VERDICTS.c.by,
        _VERDICTS.c.at.label("treated_at"),
    )
    .limit(_PAGE)
    .offset(bindparam("skipped"))
)
_WAITING = _REPORTED.where(_VERDICTS.c.verdict.is_(None)).order_by(_LATEST.c.reported_at.desc(), _PUBLICATIONS.c.id)
_TREATED = _REPORTED.where(_VERDICTS.c.verdict.is_not(None)).order_by(_VERDICTS.c.at.desc(), _PUBLICATIONS.c.id)
_REPORTERS = (
    select(_REPORTS, _ACCOUNTS.c.first_name, _ACCOUNTS.c.last_name)
    .join(_ACCOUNTS, _ACCOUNTS.c.id == _REPORTS.c.reporter)
    .where(_REPORTS.c.publication.in_(bindparam("ids", expanding=True)))
    .order_by(_REPORTS.c.at, _REPORTS.c.reporter)
)
_ONE = (
    select(_PUBLICATIONS.c.id)
    .where(_PUBLICATIONS.c.id == bindparam("key"), _PUBLICATIONS.c.school == bindparam("school"))
    .where(select(_REPORTS.c.reporter).where(_REPORTS.c.publication == _PUBLICATIONS.c.id).exists())
    .with_for_update()
)
_VERDICT = select(_VERDICTS.c.verdict).where(_VERDICTS.c.publication == bindparam("key"))


class EmbeddedReports(Slice, Reports):
    """Reads reports from the tables, and writes verdicts."""

    async def reports(self, school: str, treated: bool, page: int = 0) -> list[Report]:
        """A page of the school's reports, newest first."""
        return await self._database.read(lambda connection: _page(connection, school, treated, page))

    async def keep_report(self, school: str, report_id: str) -> None:
        """Leaves a reported publication in place."""
        await self._judge(school, report_id, "kept")

    async def delete_report(self, school: str, report_id: str) -> None:
        """Hides a reported publication from everyone, for good."""
        await self._judge(school, report_id, "deleted")

    async def _judge(self, school: str, report_id: str, verdict: str) -> None:
        now = self._clock()
        await self._database.run(lambda connection: _judge(connection, school, report_id, verdict, now))


def _page(connection: Connection, school: str, treated: bool, page: int) -> list[Report]:
    """A page of the school's reports, newest first."""
    statement = _TREATED if treated else _WAITING
    rows = connection.execute(statement, {"school": school, "skipped": max(page, 0) * _PAGE}).all()
    reporters: dict[str, list[Reporter]] = defaultdict(list)
    for row in connection.execute(_REPORTERS, {"ids": [row.id for row in rows]}) if rows else ():
        reporters[row.publication].append(Reporter(row.reporter, name(row), row.at))
    return [_report(row, reporters[row.id]) for row in rows]


def _judge(connection: Connection, school: str, report_id: str, verdict: str, now: datetime) -> None:
    """Writes the verdict, "kept" or "deleted". Declined: `GONE`, also if the publication was deleted already."""
    known = connection.execute(_ONE, {"key": report_id, "school": school}).first()
    if known is None or connection.execute(_VERDICT, {"key": report_id}).scalar() == "deleted":
        raise Declined(Reason.GONE)
    connection.execute(_VERDICTS.delete().where(_VERDICTS.c.publication == report_id))
    row = {"publication": report_id, "verdict": verdict, "by": _BY, "at": now}
    connection.execute(_VERDICTS.insert(), row)
    if verdict == "deleted":
        connection.execute(_PUBLICATIONS.update().where(_PUBLICATIONS.c.id == report_id).values(hidden=True))


def name(row: Any) -> str:
    """The full name in a row with `first_name` and `last_name`."""
    return f"{row.first_name} {row.last_name}".strip()


def _report(row: Any, reporters: Sequence[Reporter]) -> Report:
    return Report(
        id=row.id,
        kind=row.kind,
        html=row.html,
        creator=row.author,
        creator_name=name(row),
        published_at=row.at,
        reporters=tuple(reporters),
        verdict=row.verdict or "",
        treated_by=row.by or "",
        treated_at=row.treated_at,
    )
