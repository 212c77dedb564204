"""Reported publications of a real ENT."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.ent.entcore.reading import key, moment, text, things
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.ent.reports import Report, Reporter, Reports
from bot.terms import Declined, InDoubt

_PAGES = 40  # of reports, read at most when one report is looked for
_VERDICTS = {"KEEP": "kept", "DELETE": "deleted"}
_UNKNOWN = datetime.fromtimestamp(0, UTC)


class EntcoreReports(Slice, Reports):
    """Reads and treats reports over HTTP, in the schools that the bot's account administers."""

    async def reports(self, school: str, treated: bool, page: int = 0) -> list[Report]:
        """A page of the school's reports, newest first. Declined: `FORBIDDEN` if the bot does not administer it."""
        await self._server.check_administered(school)
        pending = "false" if treated else "true"
        query = {"structure": school, "pending": pending, "page": str(max(page, 0))}
        call = Call("GET", "/timeline/reported", query, read=self._server.patience.reports)
        return read_reports(await self._server.session.read(call))

    async def keep_report(self, school: str, report_id: str) -> None:
        """Leaves the publication in place."""
        await self._treat(school, report_id, "keep")

    async def delete_report(self, school: str, report_id: str) -> None:
        """Hides the publication from everyone."""
        await self._treat(school, report_id, "delete")

    async def _treat(self, school: str, report_id: str, action: str) -> None:
        """Sends the verdict. Declined: `GONE` if it is deleted already: the server would forget who deleted it."""
        await self._server.check_administered(school)
        if await self._verdict(school, report_id) == "deleted":
            raise Declined(Reason.GONE)
        call = Call("PUT", f"/timeline/{segment(report_id)}/action/{action}", {"structure": school})
        answer = await self._server.session.act(call)
        number = answer.get("number") if isinstance(answer, dict) else None
        if not isinstance(number, int):
            raise InDoubt(f"a report was to be treated ({action}), and the ENT did not say how many were")
        if number == 0:
            raise Declined(Reason.GONE)

    async def _verdict(self, school: str, report_id: str) -> str:
        """The verdict on a report; empty while it waits, or if the report is not found."""
        for treated in (False, True):
            for number in range(_PAGES):
                found = await self.reports(school, treated, number)
                if mine := next((report for report in found if report.id == report_id), None):
                    return mine.verdict
                if not found:
                    break
        return ""


def read_reports(listed: Any) -> list[Report]:
    """The reports in a page of the server's JSON, newest first: by verdict if treated, else by last reporter."""
    found = [_report(row) for row in things(listed) if isinstance(row, dict) and key(row)]
    return sorted(found, key=lambda report: report.treated_at or report.reported_at, reverse=True)


def _report(row: dict[str, Any]) -> Report:
    reporters = sorted(_reporters(row.get("reporters")), key=lambda reporter: reporter.at)
    params, action = row.get("params"), row.get("reportAction")
    named = params if isinstance(params, dict) else {}
    done = action if isinstance(action, dict) else {"action": action}
    first = reporters[0].at if reporters else _UNKNOWN
    return Report(
        id=key(row),
        kind=text(row.get("type")),
        html=text(row.get("message")),
        creator=text(row.get("sender")),
        creator_name=text(named.get("username")),
        published_at=moment(row.get("date")) or moment(row.get("created")) or first,
        reporters=tuple(reporters),
        verdict=_VERDICTS.get(text(done.get("action")).upper(), ""),
        treated_by=_name(done),
        treated_at=moment(done.get("date")),
    )


def _reporters(listed: Any) -> Iterator[Reporter]:
    for row in things(listed):
        if isinstance(row, dict) and text(row.get("userId")):
            yield Reporter(text(row["userId"]), _name(row), moment(row.get("date")) or _UNKNOWN)


def _name(row: dict[str, Any]) -> str:
    name = f"{text(row.get('firstName'))} {text(row.get('lastName'))}".strip()
    return name or text(row.get("displayName"))
