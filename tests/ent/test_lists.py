"""Searches of the embedded ENT: filters, order, pages and counts."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.ent.directory import Query, Sort
from bot.ent.embedded import search as searching
from bot.ent.embedded.enrolment import catch_up, index, remove
from bot.ent.embedded.tables import ENT
from bot.terms import Profile
from tests.ent.conftest import Town

SCHOOL, TOWN, ALL = "jean-moulin", "creil", "ode"
LE_GOFF = ["gwenaelle.le-goff", "mael.le-goff"]
MARTIN = ["aurelie.martin", "jean-baptiste.martin", "noe.martin"]
SCOPES = (SCHOOL, TOWN, ALL)  #: the first is read whole, the others are searched


async def found(town: Town, within: str, **asked: Any) -> list[str]:
    """The identifiers of the accounts that a query finds."""
    return [account.id for account in (await town.directory.search(Query(**asked), [within], 100)).accounts]


async def paged(town: Town, query: Query, within: str, size: int) -> list[str]:
    """The identifiers of the accounts that a query finds, read in pages of that size."""
    page = await town.directory.search(query, [within], size)
    seen = [account.id for account in page.accounts]
    while page.after:
        page = await town.directory.search(query, [within], size, page.after)
        seen.extend(account.id for account in page.accounts)
    return seen


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"words": "le", "profiles": frozenset({Profile.TEACHER})}, ["enseignant"]),
        ({"words": "martin", "classes": frozenset({"jean-moulin/CE1"})}, MARTIN),
        ({"groups": frozenset({"Chorale"})}, ["lea.martin", "aissatou.ndiaye"]),
        ({"groups": frozenset({"Chorale", "Conseil des élèves"})}, ["eleve", "lea.martin", "aissatou.ndiaye"]),
        ({"sources": frozenset({"MANUAL"})}, ["zoe.pereira"]),
        ({"duplicates": True}, ["zoe.da-silva-pereira", "zoe.pereira"]),
        ({"words": "zoé", "activated": False}, ["zoe.pereira"]),
        ({"words": "zoé", "activated": True}, ["zoe.da-silva-pereira"]),
        ({"blocked": True}, ["mathys.leroy"]),
        ({"words": "le g", "blocked": False}, LE_GOFF),
        ({"created_from": date(2026, 11, 12)}, ["zoe.pereira"]),
        (
            {"created_from": date(2026, 9, 7), "created_until": date(2026, 11, 11)},
            ["gwenaelle.le-goff", "mael.le-goff"],
        ),
        ({"created_from": date(2026, 11, 13), "created_until": date(2026, 11, 12)}, []),
        ({"words": "directeur", "profiles": frozenset({Profile.TEACHER})}, ["directeur"]),
        ({"words": "directeur", "profiles": frozenset({Profile.STUDENT})}, []),
    ],
)
async def test_each_filter_narrows_the_list(town: Town, asked: dict[str, Any], ids: list[str]) -> None:
    of_the_school = {account.id for account in (await town.directory.search(Query(), [SCHOOL], 100)).accounts}

    for within in SCOPES:
        assert [key for key in await found(town, within, **asked) if key in of_the_school] == ids


async def test_local_administrators_are_directors_and_their_colleagues(town: Town) -> None:
    assert await found(town, SCHOOL, administrators=True) == ["adjoint", "directeur"]
    assert await found(town, TOWN, administrators=True) == ["adjoint", "directeur", "directrice"]


@pytest.mark.parametrize("within", SCOPES)
async def test_a_list_by_profile_goes_by_name_within_each(town: Town, within: str) -> None:
    accounts = (await town.directory.search(Query(sort=Sort.PROFILE), [within], 100)).accounts
    ranks = list(Profile)

    profiles = [ranks.index(account.profile) for account in accounts]
    assert profiles == sorted(profiles)
    by_name = await found(town, within)
    assert [account.id for account in accounts] == sorted(
        by_name, key=lambda key: (profiles[[a.id for a in accounts].index(key)], by_name.index(key))
    )


@pytest.mark.parametrize(("few", "walks"), [(5000, (4000,)), (0, (4000,)), (0, (3, 6)), (5, (3, 6))])
@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("within", SCOPES)
async def test_page_by_page_everybody_is_seen_once_and_in_order(
    town: Town, within: str, sort: Sort, few: int, walks: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_FEW", few)
    monkeypatch.setattr(searching, "_WALKS", walks)
    for words in ("", "m", "le", "l m", "directeur"):
        query = Query(words=words, sort=sort)
        whole = await found(town, within, words=words, sort=sort)

        assert await paged(town, query, within, 3) == whole
        assert len(set(whole)) == len(whole) > 0


@pytest.mark.parametrize("after", ["nobody", "\0", "🙂", "x" * 5000, "\ud800"])
async def test_a_key_that_no_page_gave_begins_anew(town: Town, after: str) -> None:
    first = await town.directory.search(Query(words="m"), [SCHOOL], 2)

    assert await town.directory.search(Query(words="m"), [SCHOOL], 2, after) == first


async def test_the_count_is_of_all_pages_where_the_list_is_of_a_school(town: Town) -> None:
    page = await town.directory.search(Query(words="martin"), [SCHOOL], 2)

    assert (len(page.accounts), page.count) == (2, 4)
    assert (await town.directory.search(Query(words="martin"), [SCHOOL], 2, page.after)).count == 4


async def test_the_count_is_of_all_pages_where_few_are_found(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    query, after = Query(words="martin"), "aurelie.martin"
    assert [(await town.directory.search(query, [TOWN], 2, key)).count for key in ("", after)] == [4, 4]

    monkeypatch.setattr(searching, "_FEW", 3)

    assert (await town.directory.search(query, [TOWN], 2)).count is None


async def test_the_count_is_known_where_the_first_page_is_the_last(town: Town) -> None:
    assert (await town.directory.search(Query(words="martin"), [ALL], 10)).count == 4
    assert (await town.directory.search(Query(words="martin"), [ALL], 2)).count is None


async def test_whoever_is_found_by_login_counts_once(town: Town) -> None:
    for within in SCOPES:
        found_ = await town.directory.search(Query(words="directeur"), [within], 10)
        assert ([account.id for account in found_.accounts], found_.count) == (["directeur"], 1)


async def test_several_schools_are_searched_at_once(town: Town) -> None:
    query = Query(words="h")

    page = await town.directory.search(query, ["louise-michel", "jules-verne", "louise-michel"], 10)

    assert [account.id for account in page.accounts] == [
        "eloise.d-hauteville",
        "parent2",
        "yasmine.haddad",
        "directrice",
        "hugo.vidal",
    ]


async def test_whoever_is_blocked_is_found_as_such_at_once(town: Town) -> None:
    await town.directory.block("lea.martin", True)
    assert await found(town, ALL, blocked=True) == ["mathys.leroy", "lea.martin"]

    await town.directory.block("mathys.leroy", False)

    assert await found(town, ALL, blocked=True) == ["lea.martin"]


async def test_the_structures_below_are_known_by_name(town: Town) -> None:
    assert [school.id for school in await town.directory.schools([TOWN])] == ["jean-moulin", "louise-michel"]
    assert [school.id for school in await town.directory.schools([SCHOOL, SCHOOL])] == [SCHOOL]
    assert [class_.name for class_ in await town.directory.classes(SCHOOL)] == ["CE1", "CE2-CM1", "CM2", "CP"]
    assert await town.directory.group_names(SCHOOL) == ["Chorale", "Conseil des élèves"]
    assert await town.directory.group_names("atlantis") == []


async def test_accounts_of_a_version_that_searched_otherwise_are_found_once_caught_up_with(town: Town) -> None:
    await town.records.run(lambda connection: connection.execute(ENT.tables["ent_search"].delete()).rowcount)
    assert await found(town, ALL, words="martin") == []

    await town.records.run(catch_up)
    await town.records.run(catch_up)

    assert len(await found(town, ALL, words="martin")) == 4


async def test_a_pupil_who_changes_schools_is_found_in_the_new_one_and_so_are_the_parents(town: Town) -> None:
    attachments = ENT.tables["ent_attachments"]

    def move(connection: Connection) -> None:
        of_pupil = attachments.c.account == "yasmine.haddad"
        connection.execute(attachments.update().where(of_pupil).values(structure="jean-moulin/CP"))
        index(connection, ["yasmine.haddad"])

    await town.records.run(move)

    assert await found(town, SCHOOL, words="haddad") == ["parent2", "yasmine.haddad"]
    assert await found(town, "louise-michel", words="haddad") == []


async def test_an_account_taken_out_is_found_no_more(town: Town) -> None:
    await town.records.run(lambda connection: remove(connection, "gwenaelle.le-goff"))

    assert await found(town, ALL, words="le goff") == ["mael.le-goff"]
    assert (await town.account("mael.le-goff")).relatives == ()


async def test_siblings_blocked_at_the_same_time_are_both_found_as_such(town: Town) -> None:
    await asyncio.gather(*(town.directory.block(key, True) for key in ("lea.martin", "noe.martin", "eleve")))

    assert await found(town, ALL, blocked=True) == ["eleve", "mathys.leroy", "lea.martin", "noe.martin"]
