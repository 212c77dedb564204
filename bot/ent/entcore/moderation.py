"""Reports and traces in the domain's words, from the JSON of a document store. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.ent.directory import BlockTrace, Report, Reporter
from bot.ent.entcore.reading import key, moment, text, things
from bot.terms import Profile

_VERDICTS = {"KEEP": "kept", "DELETE": "deleted"}
_PROFILES = {profile.value: profile for profile in Profile}
_UNKNOWN = datetime.fromtimestamp(0, UTC)


def read_reports(listed: Any) -> list[Report]:
    """The reports of a page, newest first: by their last reporter, or by their verdict once there is one."""
    found = [_report(row) for row in things(listed) if isinstance(row, dict) and key(row)]
    return sorted(found, key=lambda report: report.treated_at or report.reported_at, reverse=True)


def read_traces(listed: Any) -> list[BlockTrace]:
    """The traces of whole profiles blocked or unblocked, newest first."""
    found = (trace for row in things(listed) if isinstance(row, dict) for trace in _trace(row))
    return sorted(found, key=lambda trace: trace.at, reverse=True)


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


def _trace(row: dict[str, Any]) -> Iterator[BlockTrace]:
    at, profile = moment(row.get("created")), _PROFILES.get(text(row.get("profile")).lower())
    owner = row.get("owner")
    by = text(owner.get("displayName")) if isinstance(owner, dict) else text(owner)
    if at is not None and profile is not None:
        yield BlockTrace(at, profile, text(row.get("action")).upper() == "BLOCK", by)


def _name(row: dict[str, Any]) -> str:
    name = f"{text(row.get('firstName'))} {text(row.get('lastName'))}".strip()
    return name or text(row.get("displayName"))
