"""Publishing and reporting in the embedded ENT, and the verdicts on reports."""

from __future__ import annotations

import pytest

from bot.ent.directory import Reason, Report
from bot.terms import Declined
from tests.ent.conftest import Town

MUSEUM = "sortie-au-musee"


async def waiting(town: Town) -> list[Report]:
    """The waiting reports of École Jean-Moulin."""
    return await town.directory.reports("jean-moulin", treated=False)


async def treated(town: Town) -> list[Report]:
    """The treated reports of École Jean-Moulin."""
    return await town.directory.reports("jean-moulin", treated=True)


async def test_a_pupil_reads_what_their_school_published_newest_first(town: Town) -> None:
    wall = await town.portal.wall("eleve")

    assert [publication.author for publication in wall] == ["aissatou.ndiaye", "lea.martin"]
    assert not any(publication.reported for publication in wall)
    assert await town.portal.wall("yasmine.haddad") == []


async def test_what_is_typed_is_published_as_text(town: Town) -> None:
    await town.portal.publish("eleve", " <b>Salut</b> & bonjour ")

    [newest, *_] = await town.portal.wall("lea.martin")

    assert (newest.author_name, newest.at) == ("Inès Caron", town.now)
    assert newest.html == "<p>&lt;b&gt;Salut&lt;/b&gt; &amp; bonjour</p>"


async def test_an_empty_text_is_not_published(town: Town) -> None:
    await town.portal.publish("eleve", "  \n ")

    assert len(await town.portal.wall("eleve")) == 2


async def test_a_report_reaches_the_school_with_who_and_when(town: Town) -> None:
    assert await waiting(town) == []

    assert await town.portal.report("eleve", MUSEUM)

    [report] = await waiting(town)
    assert (report.id, report.creator, report.creator_name) == (MUSEUM, "lea.martin", "Léa Martin")
    assert [(who.account, who.name, who.at) for who in report.reporters] == [("eleve", "Inès Caron", town.now)]
    assert (report.verdict, report.treated_at, report.reported_at) == ("", None, town.now)
    assert await town.directory.reports("louise-michel", treated=False) == []
    assert town.heard == ["report"]


async def test_the_same_person_reports_a_publication_once(town: Town) -> None:
    await town.portal.report("eleve", MUSEUM)

    assert not await town.portal.report("eleve", MUSEUM)
    assert await town.portal.report("parent", MUSEUM)

    [report] = await waiting(town)
    assert [who.account for who in report.reporters] == ["eleve", "parent"]
    assert town.heard == ["report", "report"]


async def test_a_reader_sees_what_they_reported_themselves(town: Town) -> None:
    await town.portal.report("eleve", MUSEUM)

    assert {p.id for p in await town.portal.wall("eleve") if p.reported} == {MUSEUM}
    assert not any(p.reported for p in await town.portal.wall("parent"))


@pytest.mark.parametrize(("reader", "publication"), [("eleve", "nothing"), ("yasmine.haddad", MUSEUM), ("?", MUSEUM)])
async def test_what_somebody_cannot_read_they_cannot_report(town: Town, reader: str, publication: str) -> None:
    assert not await town.portal.report(reader, publication)
    assert await waiting(town) == []
    assert town.heard == []


async def test_the_last_reported_comes_first(town: Town) -> None:
    await town.portal.report("eleve", MUSEUM)
    town.wait(minutes=1)
    await town.portal.report("eleve", "match-de-la-recre")
    assert [report.id for report in await waiting(town)] == ["match-de-la-recre", MUSEUM]

    town.wait(minutes=1)
    await town.portal.report("parent", MUSEUM)

    assert [report.id for report in await waiting(town)] == [MUSEUM, "match-de-la-recre"]


async def test_reports_come_in_pages_of_twenty_five(town: Town) -> None:
    for number in range(26):
        town.wait(minutes=1)
        await town.portal.publish("lea.martin", f"Message {number}")
    for publication in await town.portal.wall("eleve"):
        await town.portal.report("eleve", publication.id)

    first, second, third = [await town.directory.reports("jean-moulin", False, page) for page in range(3)]

    assert (len(first), len(second), third) == (25, 3, [])
    assert len({report.id for report in (*first, *second)}) == 28


async def test_a_kept_publication_stays_and_may_be_deleted_later(town: Town) -> None:
    await town.portal.report("eleve", MUSEUM)
    await town.directory.keep_report("jean-moulin", MUSEUM)

    assert await waiting(town) == []
    [kept] = await treated(town)
    assert (kept.verdict, kept.treated_at) == ("kept", town.now)
    assert len(await town.portal.wall("eleve")) == 2

    await town.directory.delete_report("jean-moulin", MUSEUM)

    assert [report.verdict for report in await treated(town)] == ["deleted"]


async def test_a_deleted_publication_is_hidden_from_everyone_for_good(town: Town) -> None:
    await town.portal.report("eleve", MUSEUM)
    await town.directory.delete_report("jean-moulin", MUSEUM)

    assert MUSEUM not in {p.id for p in await town.portal.wall("lea.martin")}
    assert not await town.portal.report("parent", MUSEUM)
    for act in (town.directory.keep_report, town.directory.delete_report):
        with pytest.raises(Declined) as declined:
            await act("jean-moulin", MUSEUM)
        assert declined.value.reason == Reason.GONE
    assert [report.verdict for report in await treated(town)] == ["deleted"]


@pytest.mark.parametrize(("school", "report"), [("jean-moulin", "nothing"), ("louise-michel", MUSEUM)])
async def test_a_school_treats_only_its_own_reports(town: Town, school: str, report: str) -> None:
    await town.portal.report("eleve", MUSEUM)

    with pytest.raises(Declined) as declined:
        await town.directory.delete_report(school, report)

    assert declined.value.reason == Reason.GONE
    assert len(await waiting(town)) == 1


async def test_what_nobody_reported_is_not_treated(town: Town) -> None:
    with pytest.raises(Declined) as declined:
        await town.directory.delete_report("jean-moulin", MUSEUM)

    assert declined.value.reason == Reason.GONE
    assert len(await town.portal.wall("eleve")) == 2
