"""Who administers a school, on every adapter: nothing that somebody administers elsewhere is touched."""

from __future__ import annotations

import pytest

from bot.ent.directory import Directory, Query, Reason
from bot.terms import Level, Role
from tests.contracts.questions import known, why

MOULIN, MICHEL = Role(Level.SCHOOL, "jean-moulin"), Role(Level.SCHOOL, "louise-michel")


async def test_the_right_is_given_once_and_withdrawn(directory: Directory) -> None:
    for held in (True, True, False, False):
        await directory.administer("enseignant", "jean-moulin", held)

        account = await known(directory, "enseignant")
        assert account.roles == ((MOULIN,) if held else ())
        assert account.function == ("adml" if held else "")
        assert {one.id for one in account.classes} == {"jean-moulin/CM2"}
        found = await directory.search(Query(administrators=True), ["jean-moulin"], 20)
        assert ("enseignant" in {one.id for one in found.accounts}) is held


async def test_what_is_administered_elsewhere_stays(directory: Directory) -> None:
    await directory.administer("solene.quemener", "louise-michel", True)
    await directory.administer("solene.quemener", "jean-moulin", True)
    assert set((await known(directory, "solene.quemener")).roles) == {MOULIN, MICHEL}

    await directory.administer("solene.quemener", "louise-michel", False)

    assert (await known(directory, "solene.quemener")).roles == (MOULIN,)


async def test_a_colleagues_right_is_withdrawn(directory: Directory) -> None:
    await directory.administer("adjoint", "jean-moulin", False)

    account = await known(directory, "adjoint")
    assert (account.roles, account.function) == ((), "")
    assert [place.id for place in account.places] == ["jean-moulin"]


@pytest.mark.parametrize("account", ["directeur", "erun", "danei"])
async def test_neither_the_heads_right_nor_that_of_an_agent_above_is_withdrawn(
    directory: Directory, account: str
) -> None:
    before = (await known(directory, account)).roles

    assert await why(directory.administer(account, "jean-moulin", False)) == Reason.FORBIDDEN
    assert (await known(directory, account)).roles == before


@pytest.mark.parametrize("account", ["eleve", "parent"])
async def test_pupils_and_relatives_administer_nothing(directory: Directory, account: str) -> None:
    assert await why(directory.administer(account, "jean-moulin", True)) == Reason.FORBIDDEN
    assert not (await known(directory, account)).roles


@pytest.mark.parametrize("held", [True, False])
async def test_nobody_administers_what_does_not_exist(directory: Directory, held: bool) -> None:
    assert await why(directory.administer("nobody", "jean-moulin", held)) == Reason.GONE
    assert await why(directory.administer("enseignant", "atlantis", held)) == Reason.GONE
