"""The ENT fails while a link is made or services are given: nobody gets two links, and what is not known is said."""

from __future__ import annotations

import pytest

from bot import texts
from bot.ent.directory import Reason
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.terms import Declined, InDoubt, Profile, Refusal, Unavailable
from bot.workflows import acting
from tests.workflows.services import POOL, asked, everything, had, made, pressed
from tests.world import World


class Failing(EmbeddedDirectory):
    """The embedded ENT, which fails when a link is made or given: before it, or after it is done."""

    making: BaseException | None = None
    giving: BaseException | None = None
    after = True
    blind = False  #: whether nothing can be read once it failed
    times = 0  #: how often a link was asked for

    async def create_link(self, school: str, name: str, address: str) -> str:
        self.times += 1
        if self.making is not None and not self.after:
            raise self.making
        link = await super().create_link(school, name, address)
        if self.making is not None:
            raise self.making
        return link

    async def offer(self, school, service_id, given, withdrawn):  # type: ignore[no-untyped-def]
        if self.giving is not None and not self.after:
            raise self.giving
        await super().offer(school, service_id, given, withdrawn)
        if self.giving is not None:
            raise self.giving

    async def services(self, school):  # type: ignore[no-untyped-def]
        if self.blind and self.times:
            raise Unavailable("gone")
        return await super().services(school)


@pytest.fixture
def ent(world: World) -> Failing:
    """The world's ENT, which can be made to fail."""
    failing = Failing(world.desk.records)
    world.desk.directory = failing
    return failing


async def states(world: World) -> list[str]:
    """The state of each recorded act."""
    return [row["state"] for row in await world.rows("interventions")]


@pytest.mark.parametrize("lost", [InDoubt("lost"), Unavailable("lost")])
async def test_a_link_whose_answer_was_lost_is_found_and_given(world: World, ent: Failing, lost: Exception) -> None:
    ent.making = lost

    receipt = await made(world)

    assert (receipt.kind, receipt.facts["given"]) == ("link_made", True)
    link = await had(world, "Piscine")
    assert link is not None
    assert link.profiles == {Profile.STUDENT}
    assert (ent.times, await states(world)) == (1, ["done"])


@pytest.mark.parametrize("there", [True, False])
async def test_where_nobody_can_tell_it_is_said_and_nothing_is_asked_again(
    world: World, ent: Failing, there: bool
) -> None:
    ent.making, ent.after, ent.blind = InDoubt("lost"), there, there
    with pytest.raises(Refusal, match="ent-doubt") as met:
        await made(world)
    assert "/services" in texts.refuse(met.value, "fr").text
    assert (ent.times, await states(world)) == (1, ["doubt"])
    ent.making, ent.blind = None, False

    if there:
        with pytest.raises(Refusal, match="ent-taken"):
            await pressed(world, "service_now")
    else:
        await pressed(world, "service_now")

    found = await EmbeddedDirectory(world.desk.records).services("jean-moulin")
    assert [one.name for one in found].count("Piscine") == 1


async def test_an_older_link_of_that_name_and_address_is_not_taken_for_the_new_one(
    world: World, ent: Failing
) -> None:
    await asked(world, typed=f"{POOL} Piscine")
    await EmbeddedDirectory(world.desk.records).create_link("jean-moulin", "Piscine", POOL)
    await pressed(world, "service_profile", "student")

    with pytest.raises(Refusal, match="ent-taken"):
        await pressed(world, "service_now")

    link = await had(world, "Piscine")
    assert link is not None
    assert not link.profiles
    assert await states(world) == ["declined"]


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("error", [InDoubt("lost"), Declined(Reason.UNREACHABLE)])
async def test_a_link_that_is_made_and_not_surely_given_is_said_to_be(
    world: World, ent: Failing, error: Exception, after: bool
) -> None:
    ent.giving, ent.after = error, after

    receipt = await made(world)

    assert (receipt.kind, receipt.facts["given"]) == ("link_made", False)
    assert "je ne suis pas sûr" in texts.word(receipt, "fr").text
    assert await had(world, "Piscine") is not None
    (act,) = await world.rows("interventions")
    assert (act["state"], act["facts"]["failed"]) == ("done", 1)


async def test_giving_whose_answer_was_lost_is_safe_to_confirm_again(world: World, ent: Failing) -> None:
    await asked(world, typed="wiki")
    await pressed(world, "service_profile", "guest")
    ent.giving = InDoubt("lost")
    with pytest.raises(Refusal, match="ent-doubt"):
        await pressed(world, "service_save")
    ent.giving = None

    assert (await pressed(world, "service_save")).kind == "service_given"

    wiki = await had(world, "Wiki")
    assert wiki is not None
    assert Profile.GUEST in wiki.profiles
    assert await states(world) == ["doubt", "done"]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason.GONE, "service-gone"),
        (Reason.FORBIDDEN, "service-forbidden"),
        (Reason.LOCKED, "ent-locked"),
        (Reason.UNREACHABLE, "ent-unreachable"),
    ],
)
async def test_what_the_ent_declines_changes_nothing(world: World, ent: Failing, reason: Reason, said: str) -> None:
    await asked(world, typed="wiki")
    await pressed(world, "service_profile", "guest")
    before = await everything(world)
    ent.giving, ent.after = Declined(reason), False

    with pytest.raises(Refusal, match=said):
        await pressed(world, "service_save")

    assert (await everything(world), await states(world)) == (before, ["declined"])


async def test_a_crash_while_a_link_is_made_is_owned_up_to(world: World, ent: Failing) -> None:
    ent.making = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        await made(world)
    assert await states(world) == ["intended"]
    mark = await world.mark()
    world.wait(minutes=3)

    assert await acting.own_up(world.desk) == 1

    assert await states(world) == ["doubt"]
    assert await world.told("directeur", mark) == ["ent_doubt"]


async def test_two_presses_at_once_are_one_act(world: World, ent: Failing) -> None:
    ent.making = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        await made(world)
    ent.making = None

    with pytest.raises(Refusal, match="under-way"):
        await pressed(world, "service_now")

    assert ent.times == 1
