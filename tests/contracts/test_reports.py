"""Reported publications, on every adapter: waiting, treated, kept, deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.ent.directory import Directory, Reason, Report
from bot.terms import Declined
from tests.contracts.stages import Stage

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
SCHOOL = "jules-verne"


async def waiting(directory: Directory, *ids: str) -> list[Report]:
    """The waiting reports with those identifiers; the demo's own are left out."""
    return [report for report in await directory.reports(SCHOOL, treated=False) if report.id in ids]


async def treated(directory: Directory, *ids: str) -> list[Report]:
    """The treated reports with those identifiers; the demo's own are left out."""
    return [report for report in await directory.reports(SCHOOL, treated=True) if report.id in ids]


async def test_a_report_tells_what_was_published_by_whom_and_who_reported_it(stage: Stage) -> None:
    reporters = {"gabin.lefevre": TUESDAY, "inconnu": MONDAY}
    key = await stage.report(SCHOOL, "linh.tran", "<p>Des mots qui <b>blessent</b></p>", reporters)

    [report] = await waiting(stage.directory, key)

    assert (report.kind, report.html) == ("BLOG", "<p>Des mots qui <b>blessent</b></p>")
    assert (report.creator, report.creator_name, report.published_at) == ("linh.tran", "Linh Trần", MONDAY)
    assert [(reporter.account, reporter.name, reporter.at) for reporter in report.reporters] == [
        ("inconnu", "Paul Lefèvre", MONDAY),
        ("gabin.lefevre", "Gabin Lefèvre", TUESDAY),
    ]
    assert (report.verdict, report.treated_by, report.treated_at) == ("", "", None)


async def test_waiting_reports_come_by_their_last_reporter_newest_first(stage: Stage) -> None:
    old = await stage.report(SCHOOL, "linh.tran", "<p>un</p>", {"inconnu": MONDAY})
    new = await stage.report(SCHOOL, "raphael.gonzalez", "<p>deux</p>", {"inconnu": TUESDAY})

    assert [report.id for report in await waiting(stage.directory, old, new)] == [new, old]


@pytest.mark.parametrize("act", ["keep", "delete"])
async def test_a_treated_report_waits_no_longer_and_stays_readable(stage: Stage, act: str) -> None:
    key = await stage.report(SCHOOL, "linh.tran", "<p>un</p>", {"inconnu": MONDAY})
    verb = {"keep": stage.directory.keep_report, "delete": stage.directory.delete_report}[act]

    await verb(SCHOOL, key)

    assert await waiting(stage.directory, key) == []
    [report] = await treated(stage.directory, key)
    assert report.verdict == {"keep": "kept", "delete": "deleted"}[act]
    assert report.treated_by
    assert report.treated_at is not None


async def test_a_kept_report_may_be_deleted_later(stage: Stage) -> None:
    key = await stage.report(SCHOOL, "linh.tran", "<p>un</p>", {"inconnu": MONDAY})
    await stage.directory.keep_report(SCHOOL, key)

    await stage.directory.delete_report(SCHOOL, key)

    assert [report.verdict for report in await treated(stage.directory, key)] == ["deleted"]


async def test_a_deleted_report_never_comes_back(stage: Stage) -> None:
    key = await stage.report(SCHOOL, "linh.tran", "<p>un</p>", {"inconnu": MONDAY})
    await stage.directory.delete_report(SCHOOL, key)

    for verb in (stage.directory.keep_report, stage.directory.delete_report):
        with pytest.raises(Declined, match=Reason.GONE):
            await verb(SCHOOL, key)

    assert [report.verdict for report in await treated(stage.directory, key)] == ["deleted"]


async def test_a_report_is_treated_in_its_own_school_only(stage: Stage) -> None:
    key = await stage.report(SCHOOL, "linh.tran", "<p>un</p>", {"inconnu": MONDAY})

    for school, report in (("jean-moulin", key), (SCHOOL, "nothing")):
        with pytest.raises(Declined, match=Reason.GONE):
            await stage.directory.delete_report(school, report)

    assert [report.id for report in await waiting(stage.directory, key)] == [key]


async def test_reports_come_in_pages_of_25(stage: Stage) -> None:
    people = ["linh.tran", "raphael.gonzalez"]
    keys = [
        await stage.report(SCHOOL, people[n % 2], f"<p>{n}</p>", {"inconnu": TUESDAY + timedelta(minutes=n)})
        for n in range(30)
    ]

    first = await stage.directory.reports(SCHOOL, treated=False)
    second = await stage.directory.reports(SCHOOL, treated=False, page=1)

    assert [report.id for report in first] == keys[:4:-1]
    assert [report.id for report in second if report.id in keys] == keys[4::-1]
