"""Campaigns: a whole profile is blocked or unblocked; asked for, confirmed, run to the end."""

from __future__ import annotations

import asyncio

import pytest

from bot.terms import Profile, Refusal
from bot.workflows.blocks import campaigns
from tests.workflows.profiles import (
    BEFORE,
    Failing,
    actions,
    all_of,
    appoint,
    ask,
    blocked_of,
    choose,
    confirmed,
    row,
    run,
    shown,
)
from tests.world import World

pytestmark = pytest.mark.usefixtures("two_at_a_time")

# Asking


async def test_the_question_says_how_many_accounts_and_whom_it_leaves_out(world: World) -> None:
    await world.desk.directory.block("francoise.boeuf", True)

    asked = await ask(world, typed="enseignants")

    names = ("total", "already", "left", "spared", "own", "names")
    assert {name: asked.facts[name] for name in names} == {
        "total": 5,
        "already": 1,
        "left": 2,
        "spared": 2,
        "own": True,
        "names": "Nadia Belkacem",
    }


@pytest.mark.parametrize("typed", ["eleves", "Élève", "ÉLÈVES", "les élèves", "pupils", "student"])
async def test_a_profile_is_understood_however_it_is_typed(sqlite_world: World, typed: str) -> None:
    asked = await ask(sqlite_world, typed=typed)

    assert (asked.kind, asked.facts["profile"]) == ("campaign_asked", "student")


async def test_an_unknown_profile_is_refused(sqlite_world: World) -> None:
    with pytest.raises(Refusal, match="unknown-profile"):
        await ask(sqlite_world, typed="cantiniers")


@pytest.mark.parametrize(
    "typed", ["parents 28/08 10/07", "parents 28/08/2027 10/07/2027", "parents du 31 au 10 juillet"]
)
async def test_dates_that_are_refused_are_asked_for_again(sqlite_world: World, typed: str) -> None:
    with pytest.raises(Refusal, match="dates-"):
        await ask(sqlite_world, typed=typed)

    said = await sqlite_world.say("directeur", "10/07/2027 28/08/2027")

    assert said is not None
    assert (said.kind, said.facts["dates"]) == ("campaign_asked", ["2027-07-10", "2027-08-28"])
    assert said.facts["profile"] == "relative"


async def test_nothing_happens_before_the_profile_is_typed(world: World) -> None:
    await ask(world)
    await run(world.desk)

    assert await blocked_of(world) == BEFORE
    assert await world.rows("campaigns") == []


async def test_another_word_does_not_confirm_and_the_right_one_still_does(world: World) -> None:
    await ask(world)

    wrong = await world.say("directeur", "parents")
    assert wrong is not None
    assert wrong.kind == "campaign_retype"
    assert await world.rows("campaigns") == []

    await world.say("directeur", "Eleves")
    await run(world.desk)
    assert await blocked_of(world) == await all_of(world)


async def test_typed_bare_it_asks_for_the_profile_then_for_the_moment(world: World) -> None:
    assert (await ask(world, typed="")).kind == "campaign_profile"
    when = await choose(world, "block_profile", "student")
    assert actions(when) == ["block_today", "block_summer", "block_dates", "back", "cancel"]

    asked = await choose(world, "block_today")

    assert (asked.kind, asked.facts["dates"]) == ("campaign_asked", [])


async def test_who_administers_two_schools_says_which(world: World) -> None:
    await appoint(world, "directeur", ("director", "jean-moulin"), ("director", "louise-michel"))

    asked = await ask(world)
    assert [button.target.partition(":")[2] for line in asked.buttons for button in line] == [
        "jean-moulin",
        "louise-michel",
        "",
    ]
    asked = await choose(world, "block_at", "louise-michel")
    assert asked.facts["place"] == "École Louise-Michel"
    await world.say("directeur", "élèves")
    await run(world.desk)

    left = {"hugo.vidal"}  # is being deleted: the ENT lets nobody act on it
    assert await blocked_of(world, school="louise-michel") == await all_of(world, school="louise-michel") - left
    assert await blocked_of(world) == BEFORE


async def test_a_profile_that_is_blocked_already_is_not_blocked_again(world: World) -> None:
    await confirmed(world)
    await run(world.desk)

    with pytest.raises(Refusal, match="campaign-nothing"):
        await ask(world)


# Running


async def test_every_pupil_of_the_school_is_blocked_and_nobody_else(world: World) -> None:
    number = await confirmed(world)

    await run(world.desk)

    pupils = await all_of(world)
    assert await blocked_of(world) == pupils
    assert await blocked_of(world, Profile.RELATIVE) == await blocked_of(world, school="louise-michel") == set()
    kept = await row(world, number)
    assert (kept["state"], kept["total"], kept["done"], kept["failed"]) == ("done", len(pupils), len(pupils), 0)


async def test_unblocking_lifts_it_again(world: World) -> None:
    await confirmed(world)
    await run(world.desk)

    await confirmed(world, blocked=False)
    await run(world.desk)

    assert await blocked_of(world) == set()


async def test_colleagues_who_administer_and_whoever_asks_are_never_blocked(world: World, ent: Failing) -> None:
    number = await confirmed(world, "enseignants")

    await run(world.desk)

    assert await blocked_of(world, Profile.TEACHER) == {"enseignant", "francoise.boeuf", "solene.quemener"}
    assert not {"directeur", "adjoint"} & set(ent.asked)
    assert (await row(world, number))["spared"] == 2


async def test_who_asked_follows_it_on_one_message_and_is_shown_its_end(world: World) -> None:
    mark = await world.mark()
    number = await confirmed(world)
    assert [letter["kind"] for letter in await world.letters("directeur", mark)] == ["screen"]
    assert actions(await shown(world, number)) == ["campaign_stop", "history"]

    await campaigns.advance(world.desk)
    assert (await shown(world, number)).facts["done"] == 2
    await run(world.desk)

    ended = await shown(world, number)
    assert (ended.facts["stage"], ended.facts["done"], actions(ended)) == ("done", 8, ["history"])


async def test_it_stands_in_the_audit_from_its_beginning_to_its_end(world: World) -> None:
    await confirmed(world)
    (begun,) = await world.rows("interventions")
    assert (begun["act"], begun["state"], begun["school"]) == ("block_profile", "intended", "jean-moulin")

    await run(world.desk)

    (ended,) = await world.rows("interventions")
    assert (ended["state"], ended["facts"]["done"]) == ("done", 8)


async def test_a_second_one_in_the_same_school_waits_for_the_first(world: World) -> None:
    await confirmed(world)
    await ask(world, "adjoint", "parents")

    with pytest.raises(Refusal, match="campaign-under-way"):
        await world.say("adjoint", "parents")

    await run(world.desk)
    await world.say("adjoint", "parents")
    await run(world.desk)
    assert await blocked_of(world, Profile.RELATIVE) == await all_of(world, Profile.RELATIVE)


async def test_of_two_directors_who_confirm_at_once_one_is_told_of_the_other(world: World) -> None:
    await ask(world, "directeur", "élèves")
    await ask(world, "adjoint", "parents")

    said = await asyncio.gather(
        world.say("directeur", "élèves"), world.say("adjoint", "parents"), return_exceptions=True
    )

    refused = [one.reason for one in said if isinstance(one, Refusal)]
    assert refused == ["campaign-under-way"]
    assert len(await world.rows("campaigns")) == 1


async def test_stopped_in_the_middle_it_goes_no_further(world: World) -> None:
    number = await confirmed(world)
    await campaigns.advance(world.desk)

    await world.act("adjoint", campaigns.cancel, number)
    await run(world.desk)

    assert len(await blocked_of(world) - BEFORE) == 2
    assert (await row(world, number))["state"] == "cancelled"


async def test_what_is_over_is_not_stopped_any_more(world: World) -> None:
    stopped = await confirmed(world)
    await world.act("directeur", campaigns.cancel, stopped)
    done = await confirmed(world)
    await run(world.desk)

    for number in (stopped, done):
        assert (await world.refused("directeur", campaigns.cancel, number)).reason == "campaign-over"
    assert [kept["state"] for kept in await world.rows("campaigns")] == ["cancelled", "done"]
