"""A charter that changed while it was read is shown anew: nobody accepts what they did not read."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Refusal
from bot.workflows.people import charters, issuing, linking
from tests.workflows.steps import NEWCOMER, pressed
from tests.workflows.test_linking import renewed
from tests.world import World


async def test_who_accepts_a_link_with_an_older_charter_reads_the_newer_one_first(world: World) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")
    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    renewed(world)

    again = await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(shown, "accept"))
    assert (again.kind, again.facts["changed"]) == ("charter_to_accept", True)
    assert (await world.person("inconnu")).telegram_id is None
    assert "La charte a changé" in texts.word(again, "fr").text

    said = await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(again, "accept"))
    assert said.kind == "linked"
    assert (await world.person("inconnu")).charter == 2


async def test_who_is_linked_and_accepts_an_older_charter_reads_the_newer_one_first(world: World) -> None:
    renewed(world)
    shown = await charters.read_charter(world.desk, world.caller("eleve"))
    renewed(world)

    again = await linking.accept(world.desk, world.cause(), world.caller("eleve"), pressed(shown, "accept"))
    assert again.kind == "charter_to_accept"
    said = await linking.accept(world.desk, world.cause(), world.caller("eleve"), pressed(again, "accept"))
    assert said.kind == "charter_accepted"


@pytest.mark.parametrize("version", ["é", "-1", "1e3", "99999999"])
async def test_a_forged_version_accepts_nothing(sqlite_world: World, version: str) -> None:
    world = sqlite_world
    with pytest.raises(Refusal, match="old-button"):
        await linking.accept(world.desk, world.cause(), world.caller("eleve"), f":{version}")
