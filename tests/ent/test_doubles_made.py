"""An account made by hand that may be another one's is listed with it, as a real ENT does after each import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.ent.creation import Change, Newcomer
from bot.ent.directory import Query
from bot.terms import Profile
from tests.ent.conftest import Town

BORN = date(2016, 5, 4)
NILS = Newcomer(
    first_name="Nils",
    last_name="Aubert-Roy",
    profile=Profile.STUDENT,
    school="jean-moulin",
    class_id="jean-moulin/CM2",
    birth_date=BORN,
)
RITA = Newcomer(first_name="Rita", last_name="D’Angelo", profile=Profile.PERSONNEL, school="jean-moulin")


async def pairs(town: Town, school: str = "jean-moulin") -> list[set[str]]:
    """The pairs of accounts made by hand that are listed for that school."""
    listed = await town.directory.duplicates([school])
    return [{pair.one.id, pair.other_id} for pair in listed if pair.one.source == "MANUAL"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NILS, replace(NILS, first_name="NILS", last_name="Aubert Roy")),
        (NILS, replace(NILS, first_name="Niels")),
        (RITA, replace(RITA, last_name="D’ANGELO")),
    ],
)
async def test_somebody_made_twice_is_listed_as_a_pair(town: Town, first: Newcomer, second: Newcomer) -> None:
    one, other = await town.directory.create(first), await town.directory.create(second)

    assert await pairs(town) == [{one, other}]
    found = await town.directory.search(Query(duplicates=True), ["jean-moulin"], 50)
    assert {one, other} <= {account.id for account in found.accounts}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NILS, replace(NILS, birth_date=date(2017, 5, 4))),
        (NILS, replace(NILS, first_name="Ana", last_name="Costa")),
        (RITA, replace(RITA, profile=Profile.GUEST)),
        (RITA, replace(RITA, school="jules-verne")),
    ],
)
async def test_two_people_are_no_pair(town: Town, first: Newcomer, second: Newcomer) -> None:
    await town.directory.create(first)
    await town.directory.create(second)

    assert await pairs(town) == []


async def test_who_was_told_apart_stays_so_when_renamed_and_a_new_name_may_make_a_pair(town: Town) -> None:
    one = await town.directory.create(RITA)
    other = await town.directory.create(replace(RITA, first_name="Zita"))
    assert await pairs(town) == []

    await town.directory.modify(other, Change(first_name="Rita"))
    assert await pairs(town) == [{one, other}]
    await town.directory.part(one, other)
    await town.directory.modify(other, Change(first_name="RITA"))
    assert await pairs(town) == []
