"""Groups, on every adapter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.ent.directory import Directory, Query, Reason
from bot.ent.groups import Group, GroupKind
from bot.terms import Profile
from tests.contracts.questions import why
from tests.contracts.stages import Stage

SCHOOL, CM2, CHORALE = "jean-moulin", "jean-moulin/CM2", "jean-moulin/chorale"


async def test_the_names_of_the_manual_groups_of_a_school_come_in_order(stage: Stage) -> None:
    before = await stage.directory.group_names("louise-michel")
    await stage.group("louise-michel", "Zumba")
    await stage.group("louise-michel", "Atelier lecture")

    assert await stage.directory.group_names("louise-michel") == sorted([*before, "Atelier lecture", "Zumba"])
    assert await stage.directory.group_names("atlantis") == []


async def test_every_group_of_a_school_is_told_in_order(stage: Stage) -> None:
    await stage.group(SCHOOL, "Atelier", "lea.martin")

    found = await stage.directory.groups(SCHOOL)

    classes = [one.name for one in await stage.directory.classes(SCHOOL)]
    profiles = [(None, profile) for profile in Profile] + [(name, p) for name in classes for p in Profile]
    assert [(one.class_name, one.profile) for one in found if one.kind is GroupKind.PROFILE] == profiles
    assert [(one.kind, one.name) for one in found[len(profiles) :]] == [
        (GroupKind.TEACHING, "ULIS"),
        (GroupKind.MANUAL, "Atelier"),
        (GroupKind.MANUAL, "Chorale"),
        (GroupKind.MANUAL, "Conseil des élèves"),
    ]
    assert {one.school for one in found} == {SCHOOL}
    assert len({one.id for one in found}) == len(found)
    assert await stage.directory.groups("atlantis") == []


async def test_a_group_says_how_many_are_in_it_and_these_are_told_by_name(stage: Stage) -> None:
    await stage.group(SCHOOL, "Mélange", "parent", "lea.martin", "eleve", "enseignant")
    for one in await stage.directory.groups(SCHOOL):
        members = await stage.directory.members(SCHOOL, one.id)
        assert len({member.id for member in members}) == len(members) == one.size, one
        assert not one.profile or {member.profile for member in members} <= {one.profile}

    mixed = await stage.directory.members(SCHOOL, "Mélange")
    names = [f"{one.last_name} {one.first_name}".lower() for one in mixed]
    assert sorted(one.id for one in mixed) == ["eleve", "enseignant", "lea.martin", "parent"]
    assert names == sorted(names)


async def test_whoever_is_attached_is_in_the_groups_of_their_profile(directory: Directory) -> None:
    school, in_class = await _of(directory, Profile.RELATIVE), await _of(directory, Profile.STUDENT, "CM2")

    assert "parent" in {one.id for one in await directory.members(SCHOOL, school.id)}
    pupils = {one.id for one in await directory.members(SCHOOL, in_class.id)}
    assert "eleve" in pupils
    assert "parent" not in pupils
    teachers = await _of(directory, Profile.TEACHER, "CM2")
    assert "enseignant" in {one.id for one in await directory.members(SCHOOL, teachers.id)}


async def test_who_is_pre_deleted_is_in_no_group(stage: Stage) -> None:
    await stage.group(SCHOOL, "Deux", "lea.martin", "eleve")
    before = (await _of(stage.directory, Profile.STUDENT)).size
    await stage.predeleted("lea.martin")

    assert [one.id for one in await stage.directory.members(SCHOOL, "Deux")] == ["eleve"]
    group = await stage.directory.group(SCHOOL, "Deux")
    assert group is not None
    assert group.size == 1
    assert (await _of(stage.directory, Profile.STUDENT)).size == before - 1


async def test_who_teaches_a_teaching_group_is_in_it(directory: Directory) -> None:
    await directory.teach_group("enseignant", "jean-moulin/ulis", True)

    group = await directory.group(SCHOOL, "jean-moulin/ulis")
    assert group is not None
    assert (group.kind, group.size) == (GroupKind.TEACHING, 1)
    assert [one.id for one in await directory.members(SCHOOL, group.id)] == ["enseignant"]


async def test_a_group_of_another_school_is_not_there(directory: Directory) -> None:
    assert await directory.group("louise-michel", CHORALE) is None
    assert await directory.members("louise-michel", CHORALE) == []
    assert await directory.group(SCHOOL, "nothing") is None
    assert await directory.members(SCHOOL, "nothing") == []


async def test_members_may_write_to_each_other_as_an_ent_sets_it_up(directory: Directory) -> None:
    found = await directory.groups(SCHOOL)

    together = {(one.profile, one.class_id is not None) for one in found if one.profile and one.together}
    assert together == {
        *((profile, False) for profile in (Profile.TEACHER, Profile.PERSONNEL)),
        (Profile.STUDENT, True),
    }
    assert {one.name: one.together for one in found if not one.profile} == {
        "ULIS": False,
        "Chorale": True,
        "Conseil des élèves": True,
    }


async def test_a_group_is_made_renamed_filled_emptied_and_deleted(directory: Directory) -> None:
    made = await directory.make_group(SCHOOL, "Sortie à la mer")
    assert (made.school, made.name, made.kind, made.size, made.together) == (
        *(SCHOOL, "Sortie à la mer", GroupKind.MANUAL, 0),
        True,
    )
    assert await _again(directory, made) == replace(made, made_by=(await _again(directory, made)).made_by)

    for _ in range(2):  # twice is as once
        await directory.put_in(SCHOOL, made.id, ["lea.martin", "eleve", "nobody", "yasmine.haddad"])
        await directory.rename_group(SCHOOL, made.id, "Mer")
    members = [one.id for one in await directory.members(SCHOOL, made.id)]
    assert sorted(members) == ["eleve", "lea.martin", "yasmine.haddad"]
    assert (await _again(directory, made)).name == "Mer"
    for _ in range(2):
        await directory.take_out(SCHOOL, made.id, ["eleve", "parent"])
    assert (await _again(directory, made)).size == 2
    found = await directory.search(Query(groups=frozenset({"Mer"})), [SCHOOL], 10)
    assert [one.id for one in found.accounts] == ["lea.martin"]

    await directory.delete_group(SCHOOL, made.id)
    assert await directory.group(SCHOOL, made.id) is None
    assert not (await directory.search(Query(groups=frozenset({"Mer"})), [SCHOOL], 10)).accounts
    assert await why(directory.delete_group(SCHOOL, made.id)) == Reason.GONE


async def test_members_are_let_write_to_each_other_or_not(directory: Directory) -> None:
    for together in (False, False, True, True):
        await directory.let_write(SCHOOL, CHORALE, together)

        group = await directory.group(SCHOOL, CHORALE)
        assert group is not None
        assert group.together is together


@pytest.mark.parametrize("change", ["rename", "delete", "put_in", "take_out", "let"])
async def test_only_groups_made_by_hand_are_changed_and_in_their_own_school(
    directory: Directory, change: str
) -> None:
    def ask(school: str, group: str) -> Awaitable[None]:
        asked: dict[str, Callable[[], Awaitable[None]]] = {
            "rename": lambda: directory.rename_group(school, group, "Autre"),
            "delete": lambda: directory.delete_group(school, group),
            "put_in": lambda: directory.put_in(school, group, ["lea.martin"]),
            "take_out": lambda: directory.take_out(school, group, ["lea.martin"]),
            "let": lambda: directory.let_write(school, group, False),
        }
        return asked[change]()

    before = await directory.groups(SCHOOL)
    profile = await _of(directory, Profile.STUDENT)
    for automatic in (profile.id, "jean-moulin/ulis"):
        assert await why(ask(SCHOOL, automatic)) == Reason.AUTOMATIC
    assert await why(ask(SCHOOL, "nothing")) == Reason.GONE
    assert await why(ask("louise-michel", CHORALE)) == Reason.GONE
    assert await directory.groups(SCHOOL) == before


async def test_no_group_is_made_where_there_is_no_school(directory: Directory) -> None:
    assert await why(directory.make_group("atlantis", "Chorale")) == Reason.FORBIDDEN


async def _again(directory: Directory, group: Group) -> Group:
    found = await directory.group(group.school, group.id)
    assert found is not None
    return found


async def _of(directory: Directory, profile: Profile, class_name: str | None = None) -> Group:
    found = await directory.groups(SCHOOL)
    return next(one for one in found if (one.profile, one.class_name) == (profile, class_name))
