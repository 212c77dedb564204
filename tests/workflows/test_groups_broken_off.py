"""The ENT fails, or the process dies, while a group is changed: it is gone on with, and nobody is put in twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.ent.directory import Reason
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.groups import Group
from bot.terms import Declined, InDoubt, Refusal
from bot.workflows import acting
from bot.workflows.groups import filling
from tests.workflows.grouping import CHORALE, SCHOOL, begun, followed, last, members, names, typed
from tests.world import World


class Failing(EmbeddedDirectory):
    """The embedded ENT, which fails from a given call on: before it, or after it is done."""

    left = 99  #: calls until it fails
    error: BaseException | None = None
    after = False
    asked: list[list[str]]

    async def put_in(self, school: str, group_id: str, account_ids: Sequence[str]) -> None:
        self.asked.append([*account_ids])
        await self._before()
        await super().put_in(school, group_id, account_ids)
        self._afterwards()

    async def make_group(self, school: str, name: str) -> Group:
        await self._before()
        made = await super().make_group(school, name)
        self._afterwards()
        return made

    async def delete_group(self, school: str, group_id: str) -> None:
        await self._before()
        await super().delete_group(school, group_id)
        self._afterwards()

    async def _before(self) -> None:
        self.left -= 1
        if self.left < 0 and self.error is not None and not self.after:
            raise self.error

    def _afterwards(self) -> None:
        if self.left < 0 and self.error is not None:
            raise self.error


@pytest.fixture
def ent(world: World, monkeypatch: pytest.MonkeyPatch) -> Failing:
    """The world's ENT, which can be made to fail; a group is filled in small steps."""
    monkeypatch.setattr(filling, "PAGE", 1)
    failing = Failing(world.desk.records)
    failing.asked = []
    world.desk.directory = failing
    return failing


async def asked(world: World) -> int:
    """The director adds the parents of the school to the choir; returns how many they are."""
    await begun(world, "directeur", "add")
    await world.press("directeur", "group_profile", "relative")
    screen = await world.press("directeur", "group_tick_all")
    assert screen is not None
    await world.press("directeur", "group_put")
    return int(screen.facts["ticked"])


async def parents(world: World) -> int:
    """How many parents are in the choir."""
    found = await EmbeddedDirectory(world.desk.records).members(SCHOOL, CHORALE)
    return sum(one.profile.value == "relative" for one in found)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("error", [InDoubt("lost"), Declined(Reason.UNREACHABLE)])
async def test_what_is_left_is_done_once_the_ent_answers_again(
    world: World, ent: Failing, error: Exception, after: bool
) -> None:
    count = await asked(world)
    ent.left, ent.error, ent.after = 1, error, after
    await filling.advance(world.desk)
    said = await followed(world, "directeur")
    assert (said.facts["progress"], said.facts["waiting"], said.facts["done"]) == ("intended", True, 1)
    assert await filling.advance(world.desk) == 0  # not at once

    world.wait(minutes=3)
    assert await acting.own_up(world.desk) == 0  # nobody is told that nobody knows
    ent.error = None
    assert await filling.advance(world.desk) == 1

    assert await parents(world) == count
    assert (await followed(world, "directeur")).facts["progress"] == "done"
    assert [page for page in ent.asked if page == ent.asked[0]] == [ent.asked[0]]  # what was done stays done


async def test_a_crash_between_two_steps_is_gone_on_with(world: World, ent: Failing) -> None:
    count = await asked(world)
    ent.left, ent.error, ent.after = 1, KeyboardInterrupt(), True
    with pytest.raises(KeyboardInterrupt):
        await filling.advance(world.desk)
    assert 0 < await parents(world) < count
    ent.error = None

    assert await filling.advance(world.desk) == 1

    assert await parents(world) == count
    assert [row["state"] for row in await world.rows("interventions")] == ["done"]


async def test_it_stops_for_whoever_administers_the_school_no_more(world: World, ent: Failing) -> None:
    await asked(world)
    await world.appoint("directeur")
    world.wait(minutes=3)

    await filling.advance(world.desk)

    assert await parents(world) == 0
    assert ent.asked == []
    assert (await last(world))["state"] == "declined"


async def test_a_group_that_is_deleted_meanwhile_ends_it(world: World, ent: Failing) -> None:
    await asked(world)
    await begun(world, "adjoint", "delete")
    await world.press("adjoint", "group_now")

    await filling.advance(world.desk)

    said = await followed(world, "directeur")
    assert (said.facts["progress"], said.facts["hitch"]) == ("declined", "gone")
    assert await filling.advance(world.desk) == 0


async def test_what_could_not_be_done_in_a_day_is_given_up_and_told(world: World, ent: Failing) -> None:
    await asked(world)
    ent.left, ent.error = 1, Declined(Reason.UNREACHABLE)
    await filling.advance(world.desk)
    mark = await world.mark()
    world.wait(hours=25)

    await filling.advance(world.desk)

    assert (await followed(world, "directeur")).facts["progress"] == "doubt"
    assert await world.told("directeur", mark) == ["screen"]


async def test_a_group_whose_answer_was_lost_is_found_and_made_once(world: World, ent: Failing) -> None:
    ent.left, ent.error, ent.after = 0, InDoubt("lost"), True
    await begun(world, "directeur", "new")

    said = await world.say("directeur", "Orchestre")

    assert said is not None
    assert said.kind == "group_kept"
    assert (await names(world)).count("Orchestre") == 1
    assert (await last(world))["state"] == "done"


async def test_a_group_that_was_not_made_is_in_doubt_and_nothing_is_repeated(world: World, ent: Failing) -> None:
    ent.left, ent.error = 0, InDoubt("lost")
    await begun(world, "directeur", "new")

    with pytest.raises(Refusal, match="ent-doubt"):
        await world.say("directeur", "Orchestre")

    assert "Orchestre" not in await names(world)
    assert (await last(world))["state"] == "doubt"


async def test_a_crash_between_the_intention_and_the_ent_is_told(world: World, ent: Failing) -> None:
    ent.left, ent.error = 0, KeyboardInterrupt()
    await begun(world, "directeur", "delete")
    with pytest.raises(KeyboardInterrupt):
        await world.press("directeur", "group_now")
    assert "Chorale" in await names(world)
    mark = await world.mark()
    world.wait(minutes=3)

    assert await acting.own_up(world.desk) == 1

    assert await world.told("directeur", mark) == ["ent_doubt"]
    assert (await last(world))["state"] == "doubt"


async def test_where_the_ent_declines_the_same_button_tries_again(world: World, ent: Failing) -> None:
    ent.left, ent.error = 0, Declined(Reason.UNREACHABLE)
    await begun(world, "directeur", "delete")
    with pytest.raises(Refusal, match="ent-unreachable"):
        await world.press("directeur", "group_now")
    assert (await last(world))["state"] == "declined"

    ent.error = None
    said = await world.press("directeur", "group_now")

    assert said is not None
    assert said.kind == "group_deleted"
    assert (await typed(world, "directeur")).facts["manual"] == 1
    assert await members(world) == set()
