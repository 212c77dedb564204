"""The feed as a whole: dry runs, any order, again and again, two at once; and that searches find who came."""

from __future__ import annotations

import asyncio
from itertools import permutations
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.ent.directory import Query
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.feeding.feeder import feed
from bot.ent.embedded.feeding.options import Options
from bot.ent.embedded.tables import ENT
from bot.storage.engine import Records, open_records
from bot.terms.feed import Change, Finding, SchoolFeed, Spot, Verdict
from tests.ent.conftest import everything
from tests.ent.fed import BAY, ELM, OAK, SEPTEMBER, Fed, adult, child, files, home, pupil, settle, teacher, told


def town() -> list[SchoolFeed]:
    """The files of three schools: families in several of them, a pupil in two, and one who is held."""
    moving = pupil("Zoé", "MARCHAND", "777777777GG")
    awa = {"email": "awa@example.org", "address": home("1 rue Basse")}
    return [
        files(
            ELM,
            pupil("Léo", "ROY", "111111111AA"),
            pupil("Ana", "ROY", "222222222BB", "CM1", class_id="9"),
            pupil("Held", "ROY"),
            moving,
            adult("Awa", "ROY", child("Léo", "ROY"), child("Ana", "ROY"), **awa),
            adult("Sophie", "PETITJEAN", child("Held", "ROY"), child("Zoé", "MARCHAND"), mobile="0612345678"),
            teacher("Inès", "ROUX", "CE1", email="ines@example.org"),
        ),
        files(
            OAK,
            pupil("Tom", "ROY", "333333333CC", "CP"),
            moving,
            adult("Awa", "ROY", child("Tom", "ROY"), email="awa@example.org"),
            adult("Sophie", "PETITJEAN", child("Zoé", "MARCHAND"), mobile="0612345678", email="s@example.org"),
            teacher("Inès", "ROUX", email="ines@example.org"),
        ),
        files(
            BAY,
            pupil("Mia", "ROY", "444444444DD", "CP"),
            adult("Awa", "ROY", child("Mia", "ROY"), address=home("1, RUE BASSE")),
            adult("Sophie", "PETITJEAN", child("Mia", "ROY")),
        ),
    ]


async def test_running_again_changes_nothing_and_says_so(fed: Fed) -> None:
    await fed.feed(*town())
    before = await fed.picture()
    await fed.feed(*town())

    assert [report.changes for report in fed.reports] == [(), (), ()]
    assert fed.reports[0].unchanged == {"pupil": 3, "relative": 2, "teacher": 1}
    assert await fed.picture() == before


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_the_order_of_schools_and_of_rows_does_not_matter(fed: Fed, order: tuple[int, ...]) -> None:
    await fed.feed(*town())
    expected = await fed.picture()
    await clear(fed.records)

    await fed.feed(*(shuffled(town()[at], sum(order[:2]) + at) for at in order))
    assert await fed.picture() == expected


def shuffled(school: SchoolFeed, seed: int) -> SchoolFeed:
    """The same files with their rows in another order."""
    rows: list[Any] = [*school.pupils, *school.adults, *school.staff]
    Random(seed).shuffle(rows)
    return files(school.place, *rows)


async def clear(records: Records) -> None:
    """Empties the ENT, and writes the three schools anew."""
    await records.run(wipe)
    await records.run(settle)


def wipe(connection: Connection) -> None:
    """Deletes every row of the embedded ENT."""
    for table in reversed(ENT.sorted_tables):
        connection.execute(table.delete())


async def test_a_dry_run_says_what_the_run_says_and_writes_nothing(fed: Fed) -> None:
    schools = town()
    before = await fed.records.read(everything)
    for _ in range(2):  # on a connection that knows the real tables, and on one that knows the copies
        await fed.feed(*schools, dry=True)
        rehearsed = fed.reports
        assert await fed.records.read(everything) == before
    await fed.feed(*schools)

    assert rehearsed == fed.reports
    assert told(rehearsed[0], Change.CREATED)
    after = await fed.records.read(everything)
    await fed.feed(*schools, dry=True)
    assert [report.changes for report in fed.reports] == [(), (), ()]
    assert await fed.records.read(everything) == after


async def test_a_dry_run_holds_up_nobody_who_writes_meanwhile(fed: Fed) -> None:
    await fed.feed(*town())
    account = await fed.one("Léo ROY")
    reports = feed(fed.records, SEPTEMBER, town(), Options(dry=True, complete=True))
    await anext(reports)

    async with asyncio.timeout(10):
        await fed.write("accounts", {"activated": True}, id=account.id)
    assert len([report async for report in reports]) == 2
    assert (await fed.one("Léo ROY")).activated


async def test_a_dry_run_that_is_given_up_leaves_nothing(fed: Fed) -> None:
    before = await fed.records.read(everything)
    reports = feed(fed.records, SEPTEMBER, town(), Options(dry=True))
    await anext(reports)
    await reports.aclose()  # type: ignore[attr-defined]

    assert await fed.records.read(everything) == before
    await fed.feed(*town())
    assert len(await fed.named("Léo ROY")) == 1


async def test_two_operators_at_once_double_nobody(fed: Fed, migrated_url: str) -> None:
    await fed.feed(*town())
    expected = await fed.picture()
    await clear(fed.records)
    other = Fed(open_records(migrated_url), fed.now)  # at the same moment
    await asyncio.gather(fed.feed(*town()), other.feed(*reversed(town())))
    await other.records.close()

    assert await fed.picture() == expected


async def test_whoever_came_is_found_by_name_and_in_their_class(fed: Fed) -> None:
    await fed.feed(*town())
    directory = EmbeddedDirectory(fed.records)

    found = await directory.search(Query(words="awa ro"), ["bay"], 10)
    assert [account.name for account in found.accounts] == ["Awa ROY"]
    assert len((await directory.search(Query(), ["top"], 50)).accounts) == len(await fed.rows("accounts"))

    renamed = files(ELM, pupil("Léo", "DURAND", "111111111AA"))
    await fed.feed(renamed)
    assert [one.name for one in (await directory.search(Query(words="durand"), ["elm"], 10)).accounts] == [
        "Léo DURAND"
    ]


async def test_namesakes_have_numbers_in_their_logins(fed: Fed) -> None:
    rows = [pupil("Éloïse", "Bœuf", f"{n:09}AA", f"C{n}") for n in range(12)]
    await fed.feed(files(ELM, *rows))

    logins = {row.login for row in await fed.rows("accounts")}
    assert logins == {"eloise.boeuf", *(f"eloise.boeuf{n}" for n in range(2, 13))}


async def test_what_was_found_while_reading_is_told_once_with_the_rest_by_line(fed: Fed) -> None:
    row = pupil("Léo", "ROY")
    read = Finding(row.spot, Verdict.HELD, "no-ine", "Léo ROY"), Finding(Spot("a.csv", 1), Verdict.NOTED, "column")
    report = await fed.feed(files(ELM, row, findings=read))

    assert report.findings == (read[1], read[0])
