"""The queue of one school among several, and what an agent sent to another level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.handlers.buttons import encode
from bot.workflows.requests import correcting, queues, verbs
from tests.workflows.test_views import further, numbers
from tests.world import World


async def sent_on(world: World, key: str = "eleve") -> int:
    """Files a request that its director escalates; returns its number."""
    number = await world.file(key)
    director = "directrice" if key == "parent2" else "directeur"
    await world.act(director, verbs.escalate, number, world.saying(director, "Essayé ici"))
    return number


async def test_what_i_sent_to_another_level_is_listed_newest_first_with_where_it_is(world: World) -> None:
    first, second = await sent_on(world), await sent_on(world)
    await world.file("eleve")
    await world.act("erun", verbs.take, second)

    page = await world.act("directeur", queues.queue, "envoyées")

    assert numbers(page) == [second, first]
    assert [(line["level"], line["status"]) for line in page.facts["lines"]] == [(1, "open"), (1, "new")]
    assert numbers(await world.act("adjoint", queues.queue, "envoyees")) == []


async def test_what_i_sent_comes_page_by_page(world: World) -> None:
    sent = [await sent_on(world) for _ in range(10)]

    first = await world.act("directeur", queues.queue, "envoyees")
    key = further(first)
    second = await world.act("directeur", queues.queue, *key.split(":"))

    assert numbers(first) + numbers(second) == sent[::-1]
    assert (len(numbers(first)), further(second)) == (8, "")


async def test_what_was_brought_to_another_school_is_no_longer_among_what_i_sent(world: World) -> None:
    gone, left = await sent_on(world), await sent_on(world)
    louise = await world.desk.directory.structure("louise-michel")
    assert louise is not None
    await world.act("erun", correcting.relocate, gone, louise)

    assert numbers(await world.act("directeur", queues.queue, "envoyees")) == [left]


@pytest.mark.parametrize("typed", ["jean moulin", "Moulin", "libres jean", "libres  JEAN-MOULIN", "tout jean"])
async def test_an_agent_above_a_school_asks_for_one_school(sqlite_world: World, typed: str) -> None:
    world = sqlite_world
    here, there = await sent_on(world, "eleve"), await sent_on(world, "parent2")
    assert numbers(await world.act("erun", queues.queue, "")) == [here, there]

    page = await world.act("erun", queues.queue, typed)

    assert (numbers(page), page.facts["school"]) == ([here], "École Jean-Moulin")


async def test_a_school_is_leafed_through_page_by_page(world: World) -> None:
    here = []
    for _ in range(10):
        here.append(await sent_on(world, "eleve"))
        await sent_on(world, "parent2")

    first = await world.act("erun", queues.queue, "jean moulin")
    head, _, after = further(first).partition(":")
    second = await world.act("erun", queues.queue, head, after)

    assert numbers(first) + numbers(second) == here
    assert further(second) == ""


async def test_what_i_sent_is_asked_for_by_school_too(world: World) -> None:
    numbered = [await sent_on(world, "eleve"), await sent_on(world, "parent2")]
    for number in numbered:
        await world.act("erun", verbs.escalate, number, world.saying("erun", "Essayé ici"))

    assert numbers(await world.act("erun", queues.queue, "envoyees louise")) == numbered[1:]


async def test_filters_and_schools_are_buttons_under_the_queue(world: World) -> None:
    here, there = await sent_on(world, "eleve"), await sent_on(world, "parent2")
    await world.act("erun", verbs.take, here)
    page = await world.act("erun", queues.queue, "")
    assert [key.target for row in page.buttons for key in row if key.action == "queue_filter"] == [
        *(":moi", ":libres", ":retard", ":envoyees")
    ]

    mine = await world.act("erun", queues.filtered, ":moi")
    offered = await world.act("erun", queues.schools, "tout")
    louise = next(key for row in offered.buttons for key in row if key.words == "École Louise-Michel")
    school = await world.act("erun", queues.filtered, louise.target)
    within = next(key for row in school.buttons for key in row if key.target.endswith(":moi"))

    assert (numbers(mine), numbers(school)) == ([here], [there])
    assert numbers(await world.act("erun", queues.filtered, within.target)) == []


async def test_several_schools_that_fit_are_offered(world: World) -> None:
    await sent_on(world, "eleve")
    await sent_on(world, "parent2")

    offered = await world.act("erun", queues.queue, "moi ecole")

    assert [key.words for row in offered.buttons for key in row if key.words] == [
        *("École Jean-Moulin", "École Louise-Michel")
    ]
    assert all(key.target.endswith(":moi") for row in offered.buttons for key in row)


@pytest.mark.parametrize("typed", ["moi jules", "en urgence", "jules verne"])
async def test_words_that_are_no_filter_and_no_school_are_refused(sqlite_world: World, typed: str) -> None:
    await sent_on(sqlite_world, "eleve")

    assert (await sqlite_world.refused("erun", queues.queue, typed)).reason == "unknown-filter"


@pytest.mark.parametrize("target", ["0a0a0a0a:moi", "x:y", "@:@", "moi@", "a:b:c"])
async def test_a_forged_filter_is_refused(sqlite_world: World, target: str) -> None:
    await sent_on(sqlite_world, "eleve")

    assert (await sqlite_world.refused("erun", queues.filtered, target)).reason in ("old-button", "unknown-filter")


@pytest.mark.parametrize("after", ["x", "1:2", "9" * 40, "²"])
async def test_a_forged_key_of_what_was_sent_is_an_old_button(sqlite_world: World, after: str) -> None:
    assert (await sqlite_world.refused("directeur", queues.queue, "envoyees", after)).reason == "old-button"


async def test_every_button_under_a_queue_fits_telegram(world: World) -> None:
    for _ in range(10):
        await sent_on(world)
    page = await world.act("erun", queues.queue, "jean moulin")

    for button in (key for row in page.buttons for key in row):
        longest = replace(button, target=button.target.replace(f":{numbers(page)[-1]}", f":{10**9 - 1}"))
        assert len(encode(replace(longest, person=10**8))) <= 64
