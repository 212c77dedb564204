"""The tree of structures, on every adapter: what lies above one, the schools below it, the classes of a school."""

from __future__ import annotations

from bot.ent.directory import Directory, Query
from bot.terms import Kind
from tests.contracts.stages import Stage


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


async def test_schools_are_those_at_and_below_the_structures_by_name(directory: Directory) -> None:
    async def names(*within: str) -> list[str]:
        return [school.id for school in await directory.schools(within)]

    assert await names("creil", "beauvais") == ["jean-moulin", "jules-verne", "louise-michel"]
    assert await names("oise") == [
        *("jaures-noyon", "jaures-senlis", "jean-moulin", "jules-verne", "louise-michel", "marie-curie", "eluard")
    ]
    assert await names("creil", "jean-moulin") == ["jean-moulin", "louise-michel"]
    assert await names("jules-verne") == ["jules-verne"]
    assert await names("atlantis") == await names() == []


async def test_the_classes_of_a_school_come_by_name(directory: Directory) -> None:
    classes = await directory.classes("jean-moulin")

    assert [one.name for one in classes] == ["CE1", "CE2-CM1", "CM2", "CP"]
    assert {one.above[-1].id for one in classes} == {"jean-moulin"}
    assert await directory.classes("atlantis") == []


async def names(directory: Directory) -> dict[str, str]:
    """The names of the demo's schools of the académie, by identifier."""
    return {school.id: school.name for school in await directory.schools(["amiens"])}


async def test_schools_of_one_name_are_told_apart_wherever_they_are_named(stage: Stage) -> None:
    await stage.school("jumelle", "Ecole JEAN MOULIN", town="Noyon", uai="0609911K", pupil="eleve")

    found = await names(stage.directory)
    pupil = await stage.directory.account("eleve")
    listed = await stage.directory.search(Query(words="ines caron"), ["amiens"], 5)

    assert found["jumelle"] in ("Ecole JEAN MOULIN (Noyon)", "Ecole JEAN MOULIN (0609911K)")
    assert found["jean-moulin"] in ("École Jean-Moulin (Creil)", "École Jean-Moulin (0609901A)")
    assert found["louise-michel"] == "École Louise-Michel"
    assert pupil is not None
    assert [place.name for place in pupil.places] == sorted(found[key] for key in ("jean-moulin", "jumelle"))
    assert [account.places for account in listed.accounts] == [pupil.places]
    assert {one.above[-1].name for one in await stage.directory.classes("jean-moulin")} == {found["jean-moulin"]}


async def test_namesakes_of_one_town_are_told_apart_by_their_codes(stage: Stage) -> None:
    await stage.school("first", "École du Centre", town="Noyon", uai="0609911K")
    await stage.school("second", "École du Centre", town="NOYON", uai="0609912L")

    found = await names(stage.directory)

    assert (found["first"], found["second"]) == ("École du Centre (0609911K)", "École du Centre (0609912L)")


async def test_a_namesake_does_not_take_the_name_of_a_third_school(stage: Stage) -> None:
    await stage.school("first", "École du Centre", town="Noyon", uai="0609911K")
    await stage.school("second", "École du Centre", town="Creil", uai="0609912L")
    await stage.school("third", "École du Centre (Noyon)", town="Senlis", uai="0609913M")

    found = await names(stage.directory)

    assert found["first"] == "École du Centre (0609911K)"
    assert len(set(found.values())) == len(found)


async def test_namesakes_of_which_nothing_else_is_known_still_have_names_of_their_own(stage: Stage) -> None:
    for key in ("first", "second"):
        await stage.school(key, "École du Centre")

    found = await names(stage.directory)

    assert (found["first"], found["second"]) == ("École du Centre (first)", "École du Centre (second)")


async def test_classes_keep_the_name_that_classes_of_other_schools_have_too(directory: Directory) -> None:
    assert "CP" in [one.name for one in await directory.classes("jules-verne")]


async def test_a_school_is_found_by_its_official_code(directory: Directory) -> None:
    found = await directory.by_uai(" 0609901a ")

    assert found is not None
    assert found.id == "jean-moulin"
    assert await directory.by_uai("0600000Z") is await directory.by_uai("") is None


async def test_the_space_of_a_town_is_found_by_its_name_and_by_its_schools(stage: Stage) -> None:
    await stage.space("ville-noyon", "Ville de Noyon", "jaures-noyon", "jules-verne")

    async def found(name: str, *schools: str) -> list[tuple[str, list[str]]]:
        towns = await stage.directory.towns(name, schools)
        return [(town.name, [school.id for school in town.schools]) for town in towns]

    theirs = [("Ville de Noyon", ["jaures-noyon", "jules-verne"])]
    assert await found("noyon") == await found("Commune de NOYON") == await found("Creil", "jules-verne") == theirs
    assert await found("Creil", "jean-moulin") == await found("") == await found("Ville") == []
