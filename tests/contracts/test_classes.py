"""Who teaches which class and teaching group, on every adapter."""

from __future__ import annotations

import pytest

from bot.ent.classes import Teaching, TeachingGroup
from bot.ent.directory import Directory, Reason
from bot.terms import Account
from tests.contracts.questions import known, why
from tests.contracts.stages import Stage

CM2, CE1, OTHER = "jean-moulin/CM2", "jean-moulin/CE1", "louise-michel/CE2"
ULIS = "jean-moulin/ulis"


async def test_the_teaching_groups_of_a_school_come_in_order(stage: Stage) -> None:
    await stage.teaching_group("jean-moulin", "dispositif", "Dispositif moins de trois ans")

    found = await stage.directory.teaching_groups("jean-moulin")

    assert found == [TeachingGroup("dispositif", "Dispositif moins de trois ans"), TeachingGroup(ULIS, "ULIS")]
    assert [one.name for one in await stage.directory.teaching_groups("louise-michel")] == ["UPE2A"]
    assert await stage.directory.teaching_groups("atlantis") == []
    assert "ULIS" not in await stage.directory.group_names("jean-moulin")  # these are made by hand


async def test_a_teacher_is_attached_to_a_class_once_and_detached(directory: Directory) -> None:
    for taught in (True, True, False, False):
        await directory.teach_class("enseignant", CE1, taught)

        classes = {CM2, CE1} if taught else {CM2}
        assert await directory.teaching("enseignant", "jean-moulin") == Teaching(frozenset(classes), frozenset())
        assert {one.id for one in (await known(directory, "enseignant")).classes} == classes


async def test_a_teacher_is_attached_to_a_teaching_group_once_and_detached(directory: Directory) -> None:
    for taught in (True, True, False, False):
        await directory.teach_group("enseignant", ULIS, taught)

        groups = frozenset({ULIS}) if taught else frozenset()
        assert await directory.teaching("enseignant", "jean-moulin") == Teaching(frozenset({CM2}), groups)
    assert not (await known(directory, "enseignant")).groups


async def test_what_is_taught_in_another_school_is_left_out(directory: Directory) -> None:
    await directory.teach_class("solene.quemener", OTHER, True)
    await directory.teach_group("solene.quemener", "louise-michel/upe2a", True)

    assert await directory.teaching("solene.quemener", "jean-moulin") == Teaching(
        frozenset({"jean-moulin/CE2-CM1"}), frozenset()
    )
    assert await directory.teaching("solene.quemener", "louise-michel") == Teaching(
        frozenset({OTHER}), frozenset({"louise-michel/upe2a"})
    )


@pytest.mark.parametrize("account", ["directeur", "adjoint"])
async def test_administrators_teach_as_well(directory: Directory, account: str) -> None:
    await directory.teach_class(account, CE1, True)
    await directory.teach_group(account, ULIS, True)

    found = await directory.teaching(account, "jean-moulin")
    assert CE1 in found.classes
    assert found.groups == {ULIS}


async def test_teachers_are_told_with_whether_they_have_a_class(directory: Directory) -> None:
    before = dict(_ids(await directory.teachers("jean-moulin")))
    assert before["enseignant"]
    assert not before["directeur"]

    await directory.teach_group("directeur", ULIS, True)
    await directory.teach_class("enseignant", CM2, False)

    after = await directory.teachers("jean-moulin")
    assert dict(_ids(after)) == before | {"directeur": True, "enseignant": False}
    names = [(one.last_name.lower(), one.first_name) for one, _ in after]
    assert names == sorted(names)
    assert dict(_ids(await directory.teachers("louise-michel")))["solene.quemener"] is False  # has one elsewhere
    assert await directory.teachers("atlantis") == []


@pytest.mark.parametrize("taught", [True, False])
async def test_nobody_is_attached_to_what_does_not_exist(directory: Directory, taught: bool) -> None:
    assert await why(directory.teach_class("nobody", CE1, taught)) == Reason.GONE
    assert await why(directory.teach_group("nobody", ULIS, taught)) == Reason.GONE
    assert await why(directory.teach_class("enseignant", "jean-moulin", taught)) == Reason.GONE
    assert await why(directory.teach_class("enseignant", "jean-moulin/CM9", taught)) == Reason.GONE
    assert await why(directory.teach_group("enseignant", "jean-moulin/chorale", taught)) == Reason.GONE
    assert await why(directory.teaching("nobody", "jean-moulin")) == Reason.GONE


def _ids(found: list[tuple[Account, bool]]) -> list[tuple[str, bool]]:
    return [(one.id, busy) for one, busy in found]
