"""Local administration of every school of a town, or of every town of a syndicat, given at once."""

from __future__ import annotations

import pytest

from bot.ent.directory import Query
from bot.ent.embedded.enrolment import Enrolment, enrol, remove
from bot.ent.embedded.granting import Function, grant, revoke
from bot.ent.embedded.tree import plant
from bot.ent.reasons import Reason
from bot.terms import Declined, Level, Profile, Role
from bot.terms.functions import Given
from bot.terms.functions import Town as Commune
from bot.terms.tree import StructureRecord, TreeReport
from tests.ent.conftest import Town

HALL = Enrolment(id="mairie", login="mairie", first_name="Odile", last_name="Prévost", profile=Profile.PERSONNEL)
TREE = [
    StructureRecord(2, "syndicat", "smo", "", "SMO Oise", ("oise",)),
    StructureRecord(3, "ville", "ville-creil", "", "Ville de Creil", ("smo",)),
    StructureRecord(4, "ville", "ville-noyon", "", "Ville de Noyon", ("smo",)),
    StructureRecord(5, id="jean-moulin", parents=("creil", "ville-creil")),
    StructureRecord(6, id="louise-michel", parents=("creil", "ville-creil")),
    StructureRecord(7, id="jaures-noyon", parents=("noyon", "ville-noyon")),
]


@pytest.fixture
async def oise(town: Town) -> Town:
    """The demo's world, with two towns of a syndicat, and somebody who works for one."""
    await town.records.run(lambda connection: enrol(connection, [], [HALL]))
    await planted(town, *TREE)
    return town


async def planted(town: Town, *rows: StructureRecord) -> TreeReport:
    """What a file of structures changes."""
    report = await town.records.run(lambda connection: plant(connection, rows))
    assert report.refused == ()
    return report


async def given(town: Town, structure: str) -> Given:
    """Gives local administration there."""
    return await town.records.run(lambda connection: grant(connection, Function("mairie", "adml", structure)))


async def rights(town: Town) -> set[str]:
    """The schools that the town's staff administers; by no other role."""
    account = await town.account("mairie")
    assert all(role.level is Level.SCHOOL for role in account.roles)
    assert {role.structure for role in account.roles} == {place.id for place in account.administered}
    return {role.structure for role in account.roles}


async def test_a_town_s_staff_administers_its_schools_and_no_other_one_until_that_is_withdrawn(oise: Town) -> None:
    before = await oise.everything()

    done, again = await given(oise, "ville-creil"), await given(oise, "Ville de Creil")

    assert isinstance(done.place, Commune)
    assert [school.id for school in done.place.schools] == ["jean-moulin", "louise-michel"]
    assert (done.changed, again.changed) == (True, False)
    assert done.account.roles == (Role(Level.SCHOOL, "jean-moulin"), Role(Level.SCHOOL, "louise-michel"))
    assert await rights(oise) == {"jean-moulin", "louise-michel"}
    wanted = Function("mairie", "adml", "ville-creil")
    gone = await oise.records.run(lambda connection: revoke(connection, wanted))
    assert gone.changed
    assert not (await oise.records.run(lambda connection: revoke(connection, wanted))).changed
    after = await oise.everything()
    assert {name: rows for name, rows in after.items() if rows != before[name] and name != "ent_search"} == {}
    assert await rights(oise) == set()


async def test_a_syndicat_s_staff_administers_the_schools_of_all_its_towns(oise: Town) -> None:
    await given(oise, "smo")

    assert await rights(oise) == {"jean-moulin", "louise-michel", "jaures-noyon"}


@pytest.mark.parametrize("held", ["ville-creil", "smo"])
async def test_the_rights_follow_a_school_that_changes_town_and_the_file_says_so(oise: Town, held: str) -> None:
    await planted(oise, StructureRecord(2, "ville", "ville-senlis", "", "Ville de Senlis", ("smo",)))
    await planted(oise, StructureRecord(2, "syndicat", "smo2", "", "Autre SMO", ("oise",)))
    await planted(oise, StructureRecord(2, "ville", "ville-loin", "", "Ville de Loin", ("smo2",)))
    await given(oise, held)

    lost = await planted(oise, StructureRecord(2, id="louise-michel", parents=("creil", "ville-loin")))
    there = await rights(oise)
    gained = await planted(oise, StructureRecord(2, id="jules-verne", parents=("beauvais", "ville-creil")))

    assert "louise-michel" not in there
    assert "jules-verne" in await rights(oise)
    assert [one.loses for one in lost.changes] == [("Odile Prévost (adml)",)]
    assert [one.gains for one in gained.changes] == [("Odile Prévost (adml)",)]
    found = await oise.directory.search(Query(words="prevost"), ["jules-verne"], 10)
    assert [account.id for account in found.accounts] == ["mairie"]
    assert (await oise.directory.search(Query(words="prevost"), ["louise-michel"], 10)).accounts == ()


async def test_they_are_listed_among_the_administrators_and_nobody_acts_on_their_account(oise: Town) -> None:
    await given(oise, "ville-creil")

    listed = await oise.directory.search(Query(administrators=True), ["louise-michel"], 10)

    assert {account.id for account in listed.accounts} == {"directrice", "mairie"}
    with pytest.raises(Declined) as no:
        await oise.directory.renew_code("mairie")
    assert no.value.reason is Reason.FORBIDDEN


async def test_an_account_that_is_deleted_for_good_leaves_no_function(oise: Town) -> None:
    await given(oise, "smo")

    await oise.records.run(lambda connection: remove(connection, "mairie"))

    assert (await oise.everything())["ent_town_functions"] == []
