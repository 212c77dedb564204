"""The ENT fails in the middle of an act: the agent is told what is known, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest

from bot.ent.directory import Code, Reason
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.storage import interventions
from bot.terms import Declined, Done, InDoubt, Refusal, Unavailable
from bot.workflows import acting
from bot.workflows.blocks import single
from bot.workflows.passwords import codes
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from tests.world import World

T = TypeVar("T")


class Failing(EmbeddedDirectory):
    """The embedded ENT, which fails where a test wants it to: before the act, or after it is done."""

    error: BaseException | None = None
    after = False
    acts = 0

    async def renew_code(self, account_id: str) -> Code:
        return await self._fail(lambda: super(Failing, self).renew_code(account_id))

    async def block(self, account_id: str, blocked: bool) -> None:
        await self._fail(lambda: super(Failing, self).block(account_id, blocked))

    async def _fail(self, do: Callable[[], Awaitable[T]]) -> T:
        if self.error is not None and not self.after:
            raise self.error
        answer = await do()
        self.acts += 1
        if self.error is not None:
            raise self.error
        return answer


@pytest.fixture
def ent(world: World) -> Failing:
    """The world's ENT, which can be made to fail."""
    failing = Failing(world.desk.records)
    world.desk.directory = failing
    return failing


async def code(world: World, cause: str = "") -> None:
    """Inès' director asks for a code for her."""
    await codes.ask(world.desk, cause or world.cause(), world.caller("directeur"), "eleve")


async def states(world: World) -> list[tuple[str, str]]:
    """The name and the state of each recorded act."""
    return [(row["state"], row["reason"]) for row in await world.rows("interventions")]


@pytest.mark.parametrize("reason", list(Reason))
async def test_what_the_ent_declines_is_said_and_changes_nothing(world: World, ent: Failing, reason: Reason) -> None:
    ent.error = Declined(reason)

    with pytest.raises(Refusal, match=f"ent-{reason.value}"):
        await code(world)

    assert await states(world) == [("declined", reason.value)]
    assert not world.whispers


@pytest.mark.parametrize("error", [InDoubt("no answer"), Unavailable("gone")])
async def test_an_act_whose_answer_was_lost_stands_in_doubt(world: World, ent: Failing, error: Exception) -> None:
    ent.error, ent.after = error, True

    with pytest.raises(Refusal, match="ent-doubt"):
        await code(world)

    assert ent.acts == 1
    assert await states(world) == [("doubt", "")]


async def test_whoever_was_cut_off_in_the_middle_reads_that_it_is_in_doubt(world: World, ent: Failing) -> None:
    ent.error, ent.after = KeyboardInterrupt(), True
    with pytest.raises(KeyboardInterrupt):
        await code(world)
    mark = await world.mark()
    ent.error = None

    world.wait(minutes=1)
    assert await acting.own_up(world.desk) == 0
    world.wait(minutes=2)
    await acting.own_up(world.desk)
    await acting.own_up(world.desk)

    assert await world.told("directeur", mark) == ["ent_doubt"]
    assert await states(world) == [("doubt", "")]


async def test_an_update_that_comes_again_does_not_act_again(world: World, ent: Failing) -> None:
    ent.error, ent.after = KeyboardInterrupt(), True
    with pytest.raises(KeyboardInterrupt):
        await code(world, "tg:1:1")
    ent.error = None

    with pytest.raises(Done):
        await code(world, "tg:1:1")
    assert ent.acts == 1


async def test_declined_codes_do_not_count_against_anybody(world: World, ent: Failing) -> None:
    ent.error = Declined(Reason.UNREACHABLE)
    for _ in range(world.desk.policy.codes.per_account_an_hour + 1):
        with pytest.raises(Refusal, match="ent-unreachable"):
            await code(world)
    ent.error = None

    await code(world)
    assert len(world.whispers) == 1


async def test_a_block_in_doubt_can_be_asked_for_again(world: World, ent: Failing) -> None:
    where = world.caller("directeur")
    await single.ask(world.desk, world.cause(), where, "lea.martin", True)
    ent.error = InDoubt("cut")
    with pytest.raises(Refusal, match="ent-doubt"):
        await world.press("directeur", "block_now")
    ent.error = None

    said = await world.press("directeur", "block_now")

    assert said is not None
    assert said.kind == "account_blocked"
    assert await states(world) == [("doubt", ""), ("done", "")]


@pytest.mark.parametrize("later", list(InterventionEvent))
async def test_the_first_known_end_of_an_act_stands(world: World, ent: Failing, later: InterventionEvent) -> None:
    await code(world)
    (act,) = await world.rows("interventions")

    assert await world.desk.put(acting.end, act["id"], later, "late") is False

    assert await world.rows("interventions") == [act]


async def test_an_act_whose_end_is_heard_at_the_last_moment_is_not_called_doubtful(
    world: World, ent: Failing, monkeypatch: pytest.MonkeyPatch
) -> None:
    ent.error, ent.after = KeyboardInterrupt(), True
    with pytest.raises(KeyboardInterrupt):
        await code(world)
    world.wait(minutes=3)
    mark, lost = await world.mark(), await world.desk.look(interventions.forgotten, world.now)
    await world.desk.put(acting.end, lost[0].id, InterventionEvent.SUCCEED)
    monkeypatch.setattr(interventions, "forgotten", lambda *_: lost)  # what another replica read a moment ago

    await acting.own_up(world.desk)

    assert not await world.everybody_told(mark)
    assert await states(world) == [("done", "")]
