"""What an account tells, on every adapter: names, places, roles, family, groups, and how it is found by login."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ent.directory import Directory
from bot.terms import Kind, Level, Profile, Role
from tests.contracts.questions import known
from tests.contracts.stages import Stage


async def test_an_identifier_that_is_unknown_where_it_is_looked_for_is_nobody(directory: Directory) -> None:
    assert await directory.account("nobody", ["jean-moulin", "louise-michel"]) is None


async def test_an_account_that_was_seen_and_is_there_no_more_is_nobody(stage: Stage) -> None:
    assert await stage.directory.account("mathys.leroy") is not None
    await stage.gone("mathys.leroy")

    assert await stage.directory.account("mathys.leroy", ["jean-moulin"]) is None
    assert await stage.directory.accounts(["mathys.leroy", "lea.martin"]) == [
        await stage.directory.account("lea.martin")
    ]


async def test_a_pre_deleted_account_is_known_with_its_school(directory: Directory) -> None:
    hugo = await directory.account("hugo.vidal", ["louise-michel"])

    assert hugo is not None
    assert hugo.deleted_at is not None
    assert hugo.barred == "deleted"
    assert [place.id for place in hugo.places] == ["louise-michel"]


async def test_an_account_of_the_portal_is_told(directory: Directory) -> None:
    assert (await known(directory, "jean-baptiste.martin")).federated
    assert not (await known(directory, "lea.martin")).federated


async def test_a_pupil_stands_in_the_school_of_their_class_with_all_that_lies_above(directory: Directory) -> None:
    [school] = (await known(directory, "eleve")).places

    assert (school.id, school.kind) == ("jean-moulin", Kind.SCHOOL)
    assert [above.id for above in school.above] == ["ode", "amiens", "oise", "creil"]
    assert [above.id for above in school.above[-1].above] == ["ode", "amiens", "oise"]


async def test_a_pupil_has_a_name_a_profile_and_no_role(directory: Directory) -> None:
    pupil = await known(directory, "eleve")

    assert (pupil.name, pupil.profile, pupil.roles, pupil.function) == ("Inès Caron", Profile.STUDENT, (), "")


async def test_the_birth_date_of_a_pupil_is_told_where_the_ent_knows_it(stage: Stage) -> None:
    assert (await known(stage.directory, "eleve")).birth_date == date(2016, 3, 14)

    for day in (date(2012, 2, 29), None):
        await stage.born("eleve", day)
        assert (await known(stage.directory, "eleve")).birth_date == day


async def test_the_relatives_of_a_pupil_are_told(directory: Directory) -> None:
    assert (await known(directory, "eleve")).relatives == ("parent",)


async def test_a_relative_stands_in_the_school_of_two_children_once(directory: Directory) -> None:
    mother = await known(directory, "aurelie.martin")

    assert mother.children == ("lea.martin", "noe.martin")
    assert [place.id for place in mother.places] == ["jean-moulin"]


async def test_a_teacher_of_two_schools_stands_in_both_by_name(directory: Directory) -> None:
    teacher = await known(directory, "solene.quemener")

    assert [place.id for place in teacher.places] == ["jean-moulin", "louise-michel"]


@pytest.mark.parametrize(
    ("account_id", "function", "role"),
    [
        ("directeur", "director", Role(Level.SCHOOL, "jean-moulin")),
        ("adjoint", "adml", Role(Level.SCHOOL, "jean-moulin")),
        ("directrice", "director", Role(Level.SCHOOL, "louise-michel")),
        ("erun", "erun", Role(Level.CIRCONSCRIPTION, "creil")),
        ("danei", "danei", Role(Level.DSDEN, "oise")),
        ("plateforme", "plateforme", Role(Level.RECTORAT, "amiens")),
        ("editeur", "vendor", Role(Level.VENDOR, "ode")),
    ],
)
async def test_an_agent_answers_at_their_level_in_their_structure(
    directory: Directory, account_id: str, function: str, role: Role
) -> None:
    agent = await known(directory, account_id)

    assert (agent.function, agent.roles) == (function, (role,))
    assert [place.id for place in agent.places] == [role.structure]


async def test_a_login_is_found_in_any_case_and_between_spaces(directory: Directory) -> None:
    account = await directory.by_login(" Lea.MARTIN ")

    assert account == await known(directory, "lea.martin")


async def test_a_part_of_a_login_is_nobody(directory: Directory) -> None:
    assert await directory.by_login("lea") is None


async def test_accounts_come_in_the_order_asked_without_those_that_do_not_exist(directory: Directory) -> None:
    found = await directory.accounts(["lea.martin", "nobody", "eleve"])

    assert [account.id for account in found] == ["lea.martin", "eleve"]
    assert await directory.accounts([]) == []


async def test_a_pupil_has_classes_and_relatives(directory: Directory) -> None:
    pupil = await known(directory, "lea.martin")

    assert [(c.id, c.name, c.kind) for c in pupil.classes] == [("jean-moulin/CM2", "CM2", Kind.CLASS)]
    assert [above.id for above in pupil.classes[0].above][-2:] == ["creil", "jean-moulin"]
    assert pupil.relatives == ("aurelie.martin", "jean-baptiste.martin")


async def test_an_account_tells_its_address_its_source_and_its_state(directory: Directory) -> None:
    mother = await known(directory, "aurelie.martin")

    assert (mother.email, mother.source) == ("aurelie.martin@example.org", "AAF1D")
    assert (mother.activated, mother.blocked, mother.duplicates) == (True, False, ())


async def test_an_account_tells_its_groups_and_who_may_be_its_double(stage: Stage) -> None:
    await stage.group("jean-moulin", "Chorale du jeudi", "lea.martin")
    await stage.twins("lea.martin", "noe.martin")

    pupil = await known(stage.directory, "lea.martin")

    assert "Chorale du jeudi" in pupil.groups
    assert pupil.duplicates == ("noe.martin",)
