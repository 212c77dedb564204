"""Finding, attaching and detaching members of staff, on every adapter."""

from __future__ import annotations

import pytest

from bot.ent.directory import Directory, Reason
from bot.terms import STAFF, Kind, Profile
from tests.contracts.questions import known, why
from tests.contracts.stages import Stage

ACADEMY = "amiens"


async def _places(directory: Directory, account: str) -> set[str]:
    return {place.id for place in (await known(directory, account)).places}


async def _found(directory: Directory, words: str, within: str = ACADEMY, limit: int = 50) -> list[str]:
    return [one.id for one in await directory.staff(words, within, limit)]


@pytest.mark.parametrize("words", ["Yann Le Bihan", "LE BIHAN yann", "yann", "le b", "solene quem", "Quémener"])
async def test_a_teacher_is_found_by_the_beginnings_of_their_names_in_either_order(
    directory: Directory, words: str
) -> None:
    found = await directory.staff(words, ACADEMY, 50)

    assert {one.last_name for one in found} <= {"Le Bihan", "Quémener"}
    assert [one.name for one in found if one.name in ("Yann Le Bihan", "Solène Quémener")]


async def test_nobody_but_staff_is_ever_found(directory: Directory) -> None:
    for account in ("eleve", "parent"):
        who = await known(directory, account)
        found = await directory.staff(who.last_name, ACADEMY, 50)
        assert account not in {one.id for one in found}
        assert {one.profile for one in found} <= set(STAFF)


async def test_staff_is_found_only_below_the_structure_that_is_named(directory: Directory) -> None:
    teacher = await known(directory, "enseignant")

    assert "enseignant" in await _found(directory, teacher.last_name, "jean-moulin")
    assert "enseignant" not in await _found(directory, teacher.last_name, "beauvais")


@pytest.mark.parametrize("words", ["", "m", "…", " - "])
async def test_fewer_than_two_letters_find_nobody(directory: Directory, words: str) -> None:
    assert await _found(directory, words) == []


async def test_no_more_are_found_than_wanted_and_each_once(directory: Directory) -> None:
    several = await _found(directory, "ma", limit=50)
    assert len(set(several)) == len(several)
    assert len(several) > 2

    assert await _found(directory, "ma", limit=2) == several[:2]


async def test_somebody_of_several_schools_is_found_once_with_all_of_them(directory: Directory) -> None:
    who = await known(directory, "trs")
    (found,) = [one for one in await directory.staff(who.last_name, ACADEMY, 50) if one.id == "trs"]

    assert len(found.places) > 1
    assert {place.id for place in found.places} == {place.id for place in who.places}


async def test_a_teacher_is_attached_once(directory: Directory) -> None:
    assert await directory.attach("enseignant", "jules-verne")
    assert await _places(directory, "enseignant") == {"jean-moulin", "jules-verne"}

    assert not await directory.attach("enseignant", "jules-verne")
    assert "enseignant" in await _found(directory, (await known(directory, "enseignant")).last_name, "beauvais")


async def test_a_teacher_is_attached_to_the_entity_of_the_circonscription(directory: Directory) -> None:
    assert await directory.attach("enseignant", "creil")

    found = (await known(directory, "enseignant")).places
    assert {place.kind for place in found} == {Kind.SCHOOL, Kind.CIRCONSCRIPTION}
    assert not (await known(directory, "enseignant")).roles


@pytest.mark.parametrize("account", ["eleve", "parent"])
async def test_pupils_and_relatives_are_neither_attached_nor_detached(directory: Directory, account: str) -> None:
    before = await _places(directory, account)

    assert await why(directory.attach(account, "jules-verne")) == Reason.FORBIDDEN
    assert await why(directory.detach(account, "jean-moulin", "creil")) == Reason.FORBIDDEN
    assert await _places(directory, account) == before


async def test_who_does_not_exist_is_not_attached(directory: Directory) -> None:
    assert await why(directory.attach("nobody", "jules-verne")) == Reason.GONE
    assert await why(directory.detach("nobody", "jules-verne", "beauvais")) == Reason.GONE


async def test_nobody_is_attached_to_a_structure_that_does_not_exist(directory: Directory) -> None:
    assert await why(directory.attach("enseignant", "nowhere")) == Reason.FORBIDDEN


async def test_somebody_predeleted_is_not_attached_nor_found(stage: Stage) -> None:
    who = await known(stage.directory, "enseignant")
    await stage.predeleted("enseignant")

    assert await why(stage.directory.attach("enseignant", "jules-verne")) == Reason.DELETED
    assert "enseignant" not in await _found(stage.directory, who.last_name)


async def test_nobody_is_detached_before_something_else_keeps_the_account(directory: Directory) -> None:
    before = await known(directory, "enseignant")

    assert await why(directory.detach("enseignant", "jean-moulin", "creil")) == Reason.UNKEPT
    assert await why(directory.detach("enseignant", "jean-moulin", "jean-moulin")) == Reason.UNKEPT
    assert (await known(directory, "enseignant")).classes == before.classes


async def test_who_is_detached_keeps_the_account_and_loses_classes_and_groups_there(directory: Directory) -> None:
    before = await known(directory, "enseignant")
    assert before.classes
    await directory.attach("enseignant", "creil")

    assert await directory.detach("enseignant", "jean-moulin", "creil")

    after = await known(directory, "enseignant")
    assert [place.id for place in after.places] == ["creil"]
    assert (after.classes, after.groups) == ((), ())
    assert (after.login, after.activated, after.last_login) == (before.login, before.activated, before.last_login)
    assert not await directory.detach("enseignant", "jean-moulin", "creil")


async def test_who_is_detached_keeps_the_other_school_and_its_classes(stage: Stage) -> None:
    await stage.directory.attach("enseignant", "creil")
    await stage.directory.attach("enseignant", "louise-michel")

    await stage.directory.detach("enseignant", "louise-michel", "creil")

    after = await known(stage.directory, "enseignant")
    assert {place.id for place in after.places} == {"creil", "jean-moulin"}
    assert after.classes


@pytest.mark.parametrize("account", ["directeur", "adjoint"])
async def test_who_is_detached_has_no_right_left_at_that_school(directory: Directory, account: str) -> None:
    await directory.attach(account, "creil")

    assert await directory.detach(account, "jean-moulin", "creil")

    after = await known(directory, account)
    assert [place.id for place in after.places] == ["creil"]
    assert (after.roles, after.function, after.profile) == ((), "", Profile.TEACHER)


async def test_who_directs_two_schools_keeps_the_right_to_the_other(directory: Directory) -> None:
    await directory.attach("directrice2", "noyon")
    before = await known(directory, "directrice2")
    first, second = (role.structure for role in before.roles)

    await directory.detach("directrice2", first, "noyon")

    assert [role.structure for role in (await known(directory, "directrice2")).roles] == [second]
