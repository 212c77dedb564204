"""Who sees a report, on its card and in the lists; a stranger learns nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot import texts
from bot.terms import Refusal
from bot.workflows.reports import cards, treating
from tests.workflows import wall
from tests.workflows.hats import A, B, somebody
from tests.workflows.steps import actions
from tests.workflows.wall import audit, delete, keep
from tests.world import World


async def test_the_lists_hold_what_waits_and_what_was_treated(world: World) -> None:
    kept, waiting = await wall.told(world), await wall.told(world, "lea.martin", "eleve")
    await keep(world, "directeur", kept)

    first = await world.act("adjoint", cards.listed, False)
    second = await world.act("adjoint", cards.listed, True)

    assert [line["number"] for line in first.facts["lines"]] == [waiting]
    assert [(line["number"], line["judge"]) for line in second.facts["lines"]] == [(kept, "Marc Delattre")]
    assert actions(first) == ["report", "reports_treated"]


async def test_treated_reports_are_leafed_through_page_by_page(world: World) -> None:
    await wall.backlog(world, 20)
    await wall.look(world)
    for row in await world.rows("reports"):
        await keep(world, "directeur", row["id"])

    numbers, after = [], ""
    for _ in range(3):
        page = await world.act("directeur", cards.listed, True, after)
        numbers += [line["number"] for line in page.facts["lines"]]
        following = [button for row in page.buttons for button in row if button.action == "reports_page"]
        after = following[0].target.removeprefix("t:") if following else ""

    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == 20
    assert after == ""


async def test_a_report_of_elsewhere_looks_like_none_at_all(world: World) -> None:
    number = await wall.told(world)
    for key in ("directrice", "directeur3", "erun", "erun2", "danei", "enseignant", "eleve", "parent"):
        verbs: list[tuple[Any, *tuple[str, ...]]] = [(cards.show,), (treating.talk,), (treating.leave,)]
        for verb, *more in (*verbs, (treating.delete_asked, "w")):
            foreign = await world.refused(key, verb, number, *more)
            absent = await world.refused(key, verb, 999, *more)
            assert (foreign.reason, foreign.facts) == (absent.reason, absent.facts) == ("unknown-report", {})
        for act in (keep, delete):
            with pytest.raises(Refusal, match="unknown-report"):
                await act(world, key, number)
    assert await audit(world) == []


async def test_a_forged_button_means_nothing(world: World) -> None:
    number = await wall.told(world)

    assert (await world.refused("directeur", treating.delete_asked, number, "x")).reason == "old-button"
    assert (await world.refused("directeur", cards.listed, True, "1:2:3")).reason == "old-button"


async def test_whoever_administers_two_schools_reads_which_one_a_report_is_of(world: World) -> None:
    await somebody(world, "deux", ("director", A), ("director", B))
    here, there = await wall.told(world), await wall.told(world, "yasmine.haddad", "parent2")

    page = texts.word(await world.act("deux", cards.listed, False), "fr").text
    asked = texts.word(await world.act("deux", treating.delete_asked, there, "w"), "fr").text
    card = await world.desk.look(cards.screen, world.desk.policy, await world.person("deux"), here)

    assert "École Jean-Moulin" in page
    assert "École Louise-Michel" in page
    assert "École Louise-Michel" in asked
    assert "École Jean-Moulin" in texts.word(card, "fr").text
