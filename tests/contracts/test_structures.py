"""The tree of structures, on every adapter: what lies above one, the schools below it, the classes of a school."""

from __future__ import annotations

from bot.ent.directory import Directory
from bot.terms import Kind


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

    assert await names("oise") == ["jean-moulin", "jules-verne", "louise-michel"]
    assert await names("creil", "jean-moulin") == ["jean-moulin", "louise-michel"]
    assert await names("jules-verne") == ["jules-verne"]
    assert await names("atlantis") == await names() == []


async def test_the_classes_of_a_school_come_by_name(directory: Directory) -> None:
    classes = await directory.classes("jean-moulin")

    assert [one.name for one in classes] == ["CE1", "CE2-CM1", "CM2", "CP"]
    assert {one.above[-1].id for one in classes} == {"jean-moulin"}
    assert await directory.classes("atlantis") == []
