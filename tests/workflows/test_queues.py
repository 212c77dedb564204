"""The queue of one school among several, and what an agent sent to another level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import texts
from bot.handlers.buttons import encode
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Notice, Person, Profile
from bot.workflows.people import speaking
from bot.workflows.requests import correcting, queues, scenes, verbs
from tests.workflows.hats import ABOVE, A, B, somebody
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


async def hats(world: World) -> None:
    """A director of two schools, whose phone has an ERUN's account too, and a parent's that speaks."""
    await somebody(world, "deux", ("director", A), ("director", B), name=("Anne", "Roche"))
    await somebody(world, "circo", ("erun", ABOVE), phone=world.telegram["deux"], name=("Anne", "Roche"))
    await somebody(world, "mere", phone=world.telegram["deux"], profile=Profile.RELATIVE, name=("Anne", "Roche"))


async def speaks(world: World, key: str) -> None:
    """From now on that account speaks on its phone."""
    caller = replace(world.caller(key), person=(await world.person(key)).id)
    await speaking.speak_as(world.desk, world.cause(), caller)


def told(page: Notice) -> list[tuple[int, str]]:
    """The number and the desk of each line."""
    return [(line["number"], line["desk"]) for line in page.facts["lines"]]


@pytest.mark.parametrize("key", ["deux", "circo", "mere"])
async def test_the_queue_is_that_of_all_accounts_whichever_speaks_and_each_line_names_its_desk(
    world: World, key: str
) -> None:
    await hats(world)
    await speaks(world, key)
    here, above, there = await world.file("eleve"), await sent_on(world, "parent2"), await world.file("parent2")

    page = await world.act(key, queues.queue, "")

    assert told(page) == [
        (here, "École Jean-Moulin"),
        (above, "Circonscription de Creil"),
        (there, "École Louise-Michel"),
    ]
    opening = {b.target: b.person for row in page.buttons for b in row if b.action == "open"}
    deux, circo = await world.person("deux"), await world.person("circo")
    assert opening == {str(here): deux.id, str(above): circo.id, str(there): deux.id}
    assert texts.word(page, "fr").text.count("📥") == 3


async def test_a_director_of_one_school_reads_nothing_of_desks(world: World) -> None:
    number = await world.file("eleve")

    page = await world.act("directeur", queues.queue, "")

    assert told(page) == [(number, "")]
    assert "📥" not in texts.word(page, "fr").text


async def test_two_accounts_of_different_names_are_told_apart_by_name(world: World) -> None:
    await somebody(world, "ecole", ("adml", A), name=("Paul", "Simon"))
    await somebody(world, "circo", ("erun", ABOVE), phone=world.telegram["ecole"], name=("Paule", "Simon"))
    await world.file("eleve")

    page = await world.act("ecole", queues.queue, "")

    assert "👤 Paul Simon" in texts.word(page, "fr").text


async def test_all_desks_are_leafed_through_in_one_order_and_nothing_comes_twice(world: World) -> None:
    await hats(world)
    due = []
    for _ in range(5):
        due += [await world.file("eleve"), await sent_on(world, "parent2"), await world.file("parent2")]

    page, seen = await world.act("mere", queues.queue, ""), []
    while key := further(page):
        seen += numbers(page)
        page = await world.act("mere", queues.queue, *key.split(":", 1))

    assert seen + numbers(page) == due


async def test_filters_and_schools_work_over_all_accounts(world: World) -> None:
    await hats(world)
    await speaks(world, "mere")
    here, above, there = await world.file("eleve"), await sent_on(world, "parent2"), await world.file("parent2")
    for key, number in (("deux", here), ("circo", above)):
        await world.act("mere", scenes.by_any_account(verbs.take), number)
        assert (await world.request(number)).holder == (await world.person(key)).id
    await world.act("mere", scenes.by_any_account(verbs.escalate), there, world.saying("mere", "Essayé ici"))

    async def listed(typed: str) -> list[int]:
        return numbers(await world.act("mere", queues.queue, typed))

    assert await listed("moi") == [here, above]
    assert await listed("libres") == [there]
    assert await listed("louise") == [above, there]
    assert await listed("moi louise") == [above]
    assert await listed("envoyees") == [there]
    world.wait(days=30)
    assert await listed("retard") == [here, above, there]
    offered = await world.act("mere", queues.schools, "tout")
    assert [key.words for row in offered.buttons for key in row if key.words] == [
        *("École Jean-Moulin", "École Louise-Michel")
    ]


async def test_what_one_account_sent_to_another_opens_as_the_one_that_treats_it(world: World) -> None:
    await hats(world)
    number = await world.file("eleve")
    await world.act("mere", scenes.by_any_account(verbs.escalate), number, world.saying("mere", "Essayé ici"))

    page = await world.act("mere", queues.queue, "envoyees")

    assert told(page) == [(number, "Circonscription de Creil")]
    opens = next(key for row in page.buttons for key in row if key.action == "open")
    assert opens.person == (await world.person("circo")).id


async def test_somebody_none_of_whose_accounts_answers_requests_is_refused(world: World) -> None:
    await somebody(world, "mere", profile=Profile.RELATIVE, phone=world.telegram["enseignant"])

    assert (await world.refused("enseignant", queues.queue, "")).reason == "agents-only-queue"
    assert (await world.refused("enseignant", queues.schools, "tout")).reason == "agents-only-queue"


async def test_an_account_without_its_charter_shows_no_queue(world: World) -> None:
    await hats(world)
    number = await world.file("eleve")
    above = await sent_on(world, "parent2")
    await world.desk.put(set_charter, await world.person("circo"))

    assert numbers(await world.act("deux", queues.queue, "")) == [number]
    assert numbers(await world.act("erun", queues.queue, "")) == [above]


def set_charter(work: Work, person: Person) -> None:
    """Has the person accept no charter yet."""
    people.change(work, person, charter=0)


async def test_ones_own_school_is_known_though_nothing_stands_there(sqlite_world: World) -> None:
    said = await sqlite_world.act("directeur", queues.queue, "moi jean moulin")

    assert (said.facts["school"], said.facts["lines"]) == ("École Jean-Moulin", [])
