"""The ENT fails while several classes are changed: what was done is told, and the rest is done later, once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.ent.directory import Reason
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.terms import Declined, InDoubt, Notice, Refusal
from bot.workflows import acting
from bot.workflows.classes import choosing, saving
from tests.world import World

CM2, CE1, CP, ULIS = "jean-moulin/CM2", "jean-moulin/CE1", "jean-moulin/CP", "jean-moulin/ulis"


class Failing(EmbeddedDirectory):
    """The embedded ENT, which fails from a given change of classes on: before it, or after it is done."""

    left = 99  #: changes until it fails
    error: BaseException | None = None
    after = False
    gone: str = ""  #: a class that it does not know any more
    asked = 0

    async def teach_class(self, account_id: str, class_id: str, taught: bool) -> None:
        if class_id == self.gone:
            raise Declined(Reason.GONE)
        await self._fail(lambda: super(Failing, self).teach_class(account_id, class_id, taught))

    async def teach_group(self, account_id: str, group_id: str, taught: bool) -> None:
        await self._fail(lambda: super(Failing, self).teach_group(account_id, group_id, taught))

    async def _fail(self, do: Callable[[], Awaitable[None]]) -> None:
        self.asked += 1
        self.left -= 1
        failing = self.error if self.left < 0 else None
        if failing is not None and not self.after:
            raise failing
        await do()
        if failing is not None:
            raise failing


@pytest.fixture
def ent(world: World) -> Failing:
    """The world's ENT, which can be made to fail."""
    failing = Failing(world.desk.records)
    world.desk.directory = failing
    return failing


async def saved(world: World) -> Notice:
    """The director adds CE1, CP and ULIS to the teacher's classes and takes CM2 away; returns the answer."""
    await choosing.ask(world.desk, world.cause(), world.caller("directeur"), "enseignant")
    screen = await world.say("directeur", "CE1 CP ULIS")
    assert screen is not None
    await world.press("directeur", "class_toggle", "2")  # CM2
    said = await world.press("directeur", "class_save")
    assert said is not None
    return said


async def taught(world: World) -> set[str]:
    """What the teacher teaches."""
    found = await EmbeddedDirectory(world.desk.records).teaching("enseignant", "jean-moulin")
    return {*found.classes, *found.groups}


async def states(world: World) -> list[str]:
    """The state of each recorded act."""
    return [row["state"] for row in await world.rows("interventions")]


async def later(world: World, **length: float) -> int:
    """Some time passes, three minutes unless it is given, and the chore looks for what was broken off."""
    world.wait(**length or {"minutes": 3})
    return await saving.advance(world.desk)


async def test_where_nothing_was_changed_it_is_refused_and_can_be_tried_again(world: World, ent: Failing) -> None:
    ent.left, ent.error = 0, Declined(Reason.UNREACHABLE)
    with pytest.raises(Refusal, match="ent-unreachable"):
        await saved(world)
    assert await states(world) == ["declined"]
    assert await taught(world) == {CM2}

    ent.error = None
    said = await world.press("directeur", "class_save")

    assert said is not None
    assert said.kind == "classes_saved"
    assert await taught(world) == {CE1, CP, ULIS}
    assert await later(world) == 0


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("error", [InDoubt("lost"), Declined(Reason.UNREACHABLE)])
async def test_what_is_left_is_done_once_the_ent_answers_again(
    world: World, ent: Failing, error: Exception, after: bool
) -> None:
    ent.left, ent.error, ent.after = 2, error, after
    said = await saved(world)

    assert (said.kind, said.facts["pending"]) == ("classes_waiting", "ULIS, CM2")
    assert said.facts["added"] == "CE1, CP"
    assert await states(world) == ["intended"]
    mark = await world.mark()
    assert await later(world) == 0  # it still does not answer
    assert await acting.own_up(world.desk) == 0  # and nobody is told that nobody knows

    ent.error = None
    assert await later(world) == 1

    assert await taught(world) == {CE1, CP, ULIS}
    assert await states(world) == ["done"]
    assert await world.told("directeur", mark) == ["classes_saved"]
    assert await later(world) == 0


async def test_a_crash_between_two_classes_is_gone_on_with(world: World, ent: Failing) -> None:
    ent.left, ent.error = 1, KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        await saved(world)
    assert len(await taught(world)) == 2
    assert await states(world) == ["intended"]

    ent.error = None
    assert await later(world) == 1

    assert await taught(world) == {CE1, CP, ULIS}
    assert await states(world) == ["done"]


async def test_one_class_that_is_gone_keeps_no_other_from_being_changed(world: World, ent: Failing) -> None:
    ent.gone = CE1

    said = await saved(world)

    assert (said.facts["added"], said.facts["removed"], said.facts["declined"]) == ("CP, ULIS", "CM2", "CE1")
    assert await taught(world) == {CP, ULIS}


async def test_nothing_is_gone_on_with_for_somebody_who_administers_no_more(world: World, ent: Failing) -> None:
    ent.left, ent.error = 1, InDoubt("lost")
    await saved(world)
    before, asked = await taught(world), ent.asked
    ent.error = None
    await world.appoint("directeur")
    mark = await world.mark()

    assert await later(world) == 1

    assert await taught(world) == before
    assert ent.asked == asked
    assert await states(world) == ["doubt"]
    assert "ent_doubt" in await world.told("directeur", mark)


async def test_a_later_change_by_somebody_else_is_not_undone(world: World, ent: Failing) -> None:
    ent.left, ent.error = 1, InDoubt("lost")
    await saved(world)
    ent.error = None
    await choosing.ask(world.desk, world.cause(), world.caller("adjoint"), "enseignant CE2-CM1")
    await world.press("adjoint", "class_now")
    before = await taught(world)

    await later(world)

    assert await taught(world) == before
    assert sorted(await states(world)) == ["done", "doubt"]


async def test_what_could_not_be_done_in_a_day_is_given_up_and_told(world: World, ent: Failing) -> None:
    ent.left, ent.error = 1, InDoubt("lost")
    await saved(world)
    mark = await world.mark()

    assert await later(world, hours=25) == 1

    assert await states(world) == ["doubt"]
    assert await world.told("directeur", mark) == ["ent_doubt"]


async def test_the_audit_counts_the_classes_and_names_none(world: World, ent: Failing) -> None:
    await saved(world)

    lines = [row for row in await world.rows("audit") if row["act"] == "classes"]
    assert [row["facts"]["state"] for row in lines] == ["intended", "done"]
    assert (lines[0]["facts"]["added"], lines[0]["facts"]["removed"]) == (3, 1)
    assert all("steps" not in row["facts"] for row in lines)
