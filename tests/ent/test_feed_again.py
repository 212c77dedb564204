"""The same files again change nothing, whatever state earlier ones left, and in whatever order the schools come."""

from __future__ import annotations

import pytest

from tests.ent.fed import BAY, ELM, OAK, Fed, adult, child, files, pupil
from tests.ent.years import twice

LEO = child("Léo", "ROY", "CE1")
INE, OTHER = "111111111AA", "222222222BB"


@pytest.mark.parametrize("seed", [5, 7, 8, 16, 22, 26, 30, 36, 68, 73, 90, 100, 271, 314])
async def test_the_same_files_again_change_nothing(fed: Fed, seed: int) -> None:
    assert await twice(fed, seed) == []


async def test_a_namesake_whom_the_files_of_a_later_school_take_in_is_meant_by_nobody_here(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY", INE)))
    moved = [files(ELM, pupil("Léo", "ROY", OTHER), adult("Ana", "ROY", LEO)), files(OAK, pupil("Léo", "ROY", INE))]
    await fed.feed(*moved)

    [tie] = await fed.rows("families")
    assert tie.student == (await fed.by_ine(OTHER)).id
    await fed.feed(*moved)
    assert [report.changes for report in fed.reports] == [(), ()]


async def test_a_parent_without_a_child_in_a_school_is_not_attached_there_by_what_a_later_school_says(
    fed: Fed,
) -> None:
    ana = adult("Ana", "ROY", LEO, email="ana@example.org")
    town = [files(ELM, pupil("Tom", "PETIT", OTHER), ana), files(OAK, pupil("Léo", "ROY", INE), ana)]
    await fed.feed(*town)
    assert await fed.places("Ana ROY") == set()

    await fed.feed(*town)
    assert [report.changes for report in fed.reports] == [(), ()]


async def test_a_pupil_whom_two_schools_claim_stays_and_so_do_the_parents_that_either_names(fed: Fed) -> None:
    leo, mia = pupil("Léo", "ROY", INE), pupil("Mia", "PETIT", OTHER)
    await fed.feed(files(BAY, leo, mia, adult("Sam", "PETIT", child("Mia", "PETIT"))))
    claimed = [
        files(OAK, leo, adult("Ana", "ROY", child("Léo", "ROY"))),
        files(BAY, leo, mia, adult("Sam", "PETIT", child("Mia", "PETIT"))),
    ]
    for _ in range(2):
        await fed.feed(*claimed, complete=True, most_leaving=1.0)

    assert [report.changes for report in fed.reports] == [(), ()]
    assert await fed.children((await fed.one("Ana ROY")).id) == {"Léo"}


async def test_who_brings_no_child_along_leaves_with_the_school_that_named_them(fed: Fed) -> None:
    await fed.feed(files(OAK, pupil("Léo", "ROY", INE), adult("Ana", "ROY", LEO)))
    sam = pupil("Mia", "PETIT", OTHER), adult("Sam", "PETIT", child("Mia", "PETIT"))
    moved = [files(ELM, pupil("Léo", "ROY", INE), *sam), files(OAK, pupil("Zoé", "NOIR", "333333333CC"))]
    moved[1] = files(OAK, *moved[1].pupils, adult("Eva", "NOIR", child("Zoé", "NOIR")))
    for schools in (moved, moved[::-1]):
        await fed.feed(*schools, complete=True, most_leaving=1.0)
        assert (await fed.one("Ana ROY")).missing_since is not None
