"""What every `Directory` promises, asked of each adapter on the demo's world."""

from __future__ import annotations

import pytest

from bot.ent.directory import Directory
from bot.terms import Account, Kind, Level, Profile, Role
from tests.contracts.stages import Stage


async def known(directory: Directory, account_id: str) -> Account:
    """The account, which must be there."""
    account = await directory.account(account_id)
    assert account is not None
    return account


async def test_an_unknown_identifier_is_nobody(directory: Directory) -> None:
    assert await directory.account("nobody") is None


async def test_a_pupil_stands_in_the_school_of_their_class_with_all_that_lies_above(directory: Directory) -> None:
    [school] = (await known(directory, "eleve")).places

    assert (school.id, school.kind) == ("jean-moulin", Kind.SCHOOL)
    assert [above.id for above in school.above] == ["ode", "amiens", "oise", "creil"]
    assert [above.id for above in school.above[-1].above] == ["ode", "amiens", "oise"]


async def test_a_pupil_has_a_name_a_profile_and_no_role(directory: Directory) -> None:
    pupil = await known(directory, "eleve")

    assert (pupil.name, pupil.profile, pupil.roles, pupil.function) == ("Inès Caron", Profile.STUDENT, (), "")


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


async def test_a_structure_is_known_with_all_that_lies_above(directory: Directory) -> None:
    structure = await directory.structure("beauvais")

    assert structure is not None
    assert (structure.name, structure.kind) == ("Circonscription de Beauvais", Kind.CIRCONSCRIPTION)
    assert [above.name for above in structure.above] == [
        "Open Digital Education",
        "Académie d’Amiens",
        "DSDEN de l’Oise",
    ]


async def test_an_unknown_structure_is_nowhere(directory: Directory) -> None:
    assert await directory.structure("atlantis") is None


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


async def test_schools_are_those_at_and_below_the_structures_by_name(directory: Directory) -> None:
    async def names(*within: str) -> list[str]:
        return [school.id for school in await directory.schools(within)]

    assert await names("oise") == ["jean-moulin", "jules-verne", "louise-michel"]
    assert await names("creil", "jean-moulin") == ["jean-moulin", "louise-michel"]
    assert await names("jules-verne") == ["jules-verne"]
    assert await names("atlantis") == await names() == []


async def test_the_classes_of_a_school_come_by_name(directory: Directory) -> None:
    classes = await directory.classes("jean-moulin")

    assert [one.name for one in classes] == ["CE1", "CE2-CM1", "CM2", "CP"]
    assert {one.above[-1].id for one in classes} == {"jean-moulin"}
    assert await directory.classes("atlantis") == []


async def test_the_manual_groups_of_a_school_come_in_order(stage: Stage) -> None:
    before = await stage.directory.groups("louise-michel")
    await stage.group("louise-michel", "Zumba")
    await stage.group("louise-michel", "Atelier lecture")

    assert await stage.directory.groups("louise-michel") == sorted([*before, "Atelier lecture", "Zumba"])
    assert await stage.directory.groups("atlantis") == []
