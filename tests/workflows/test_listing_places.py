"""A line about somebody of several schools names those of whoever reads it, and no other."""

from __future__ import annotations

from bot.terms import Account
from bot.workflows.accounts import finding
from bot.workflows.lists import pages
from tests.world import World


async def test_where_else_somebody_works_is_on_no_line_of_a_list(world: World) -> None:
    for school in ("jean-moulin", "jules-verne"):
        await world.desk.directory.attach("trs", school)

    said = await pages.start(world.desk, world.caller("directeur"), "enseignants")
    (line,) = [line for line in said.facts["lines"] if line["name"] == "Bruno Keller"]
    assert line["where"] == ""
    said = finding.choose(await world.person("directeur"), "account", "b", await both(world))
    words = " ".join(key.words for row in said.buttons for key in row)
    assert "Bruno Keller" in words
    assert "Jules-Verne" not in words


async def both(world: World) -> list[Account]:
    """Two teachers of the school, one of whom is of other schools, too."""
    return [one for key in ("trs", "enseignant") if (one := await world.desk.directory.account(key)) is not None]
