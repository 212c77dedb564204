"""The clock was ahead, and is set right: nothing that was kept meanwhile waits for it to come back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery import pacing
from bot.delivery.leases import run_leased
from bot.storage import blocks, bots, deliveries, interventions, outbox, screens, watches
from bot.storage.interventions import Intervention
from bot.terms import CampaignState, Profile, Refusal
from bot.workflows import acting, upkeep
from bot.workflows import ahead as set_back
from bot.workflows.desk import Desk
from bot.workflows.jobs import Job
from bot.workflows.passwords import vanishing
from bot.workflows.requests import filing, silence, verbs
from bot.workflows.rules.pace import Admission, Pace
from bot.workflows.talk import admit
from tests.world import World, policy

AHEAD = [timedelta(minutes=2), timedelta(hours=2), timedelta(days=31)]
pytestmark = pytest.mark.parametrize("ahead", AHEAD, ids=["two minutes", "two hours", "a month"])


async def set_right(world: World, ahead: timedelta) -> None:
    """Something happens while the clock is ahead; then the clock is set right, and the chores come round."""
    await world.desk.do(world.cause(), lambda _work: None)
    world.now -= ahead
    await upkeep.tend(world.desk)


async def test_a_message_may_leave_at_once(world: World, ahead: timedelta) -> None:
    desk = Desk(world.desk.records, world.desk.directory, policy(), clock=lambda: world.now)
    world.now += ahead
    for chat in range(1, 31):
        await pacing.may(desk, chat)
    world.now -= ahead

    assert await pacing.may(desk, 1)
    assert await desk.look(pacing.wait) == 0


async def test_a_delivery_that_was_put_off_is_due(world: World, ahead: timedelta) -> None:
    world.now += ahead
    await world.desk.do(world.cause(), outbox.say_later, 7, Refusal("bad-number", typed="x"), "fr")
    await set_right(world, ahead)

    assert 7 in [one.chat_id for one in await world.desk.put(deliveries.heads, 100)]


async def test_a_long_wait_that_telegram_asked_for_is_kept_and_no_longer_than_it_was(
    world: World, ahead: timedelta
) -> None:
    desk = Desk(world.desk.records, world.desk.directory, policy(), clock=lambda: world.now)
    world.now += ahead
    await desk.put(pacing.hold, 7, 3 * 3600.0)
    await set_right(world, ahead)

    assert not await pacing.may(desk, 7)
    world.wait(hours=2, minutes=59)
    assert not await pacing.may(desk, 7)
    world.wait(minutes=2)
    assert await pacing.may(desk, 7)


async def test_a_claim_and_a_lease_end_in_their_time(world: World, ahead: timedelta) -> None:
    world.now += ahead
    await world.desk.do(world.cause(), outbox.say_later, 7, Refusal("bad-number", typed="x"), "fr")
    mine = [one for one in await world.desk.put(deliveries.heads, 100) if one.chat_id == 7]
    await world.desk.put(deliveries.claim, mine, world.now + deliveries.CLAIM)
    runs: list[int] = []

    async def tend(_desk: Desk) -> None:
        runs.append(1)

    async def pause(_desk: Desk) -> float:
        return 60.0

    await run_leased(world.desk, Job("test", tend, pause), 60.0, hurried=False)
    await set_right(world, ahead)
    world.now += deliveries.CLAIM + timedelta(seconds=2)

    assert await world.desk.put(deliveries.claimed, None, world.now)
    await run_leased(world.desk, Job("test", tend, pause), 60.0, hurried=False)
    assert len(runs) == 2


async def test_a_code_vanishes_within_its_minutes(world: World, ahead: timedelta) -> None:
    world.now += ahead
    await world.desk.put(screens.expire, 7, 1, world.now + timedelta(minutes=10), 1)
    await set_right(world, ahead)
    world.wait(minutes=10)

    assert await vanishing.vanish(world.desk) == 1


async def test_an_act_whose_end_is_not_known_is_in_doubt_soon_and_stops_no_other(
    world: World, ahead: timedelta
) -> None:
    world.now += ahead
    me = await world.person("directeur")
    meant = Intervention("renew", me.id, "eleve", "Inès Caron")
    await world.desk.do(world.cause(), interventions.intend, meant)
    await set_right(world, ahead)
    world.now += acting.PATIENCE + timedelta(seconds=2)

    assert not await world.desk.put(interventions.under_way, me.id, "eleve", world.now - acting.PATIENCE)
    assert await acting.own_up(world.desk) == 1


async def test_acts_done_while_it_was_ahead_are_not_counted_for_hours(world: World, ahead: timedelta) -> None:
    world.now += ahead
    me = await world.person("directeur")
    for _ in range(5):
        await world.desk.do(world.cause(), interventions.intend, Intervention("renew", me.id, "eleve"))
    await set_right(world, ahead)
    world.wait(hours=1, minutes=1)

    since = world.now - timedelta(hours=1)
    assert await world.desk.look(lambda work: interventions.count(work, ["renew"], since, person=me.id)) == 0


async def test_the_reports_of_a_school_are_read_on(world: World, ahead: timedelta) -> None:
    world.now += ahead
    await world.desk.put(watches.claim, ["jean-moulin"], timedelta(seconds=5), 25)
    await set_right(world, ahead)
    world.wait(seconds=6)

    found = await world.desk.put(watches.claim, ["jean-moulin"], timedelta(seconds=5), 25)
    assert [one.school for one in found] == ["jean-moulin"]


async def test_a_conversation_ends_by_itself_after_its_own_time(world: World, ahead: timedelta) -> None:
    world.now += ahead
    await world.asked("eleve", filing.start, "connexion", world.saying("eleve"))
    before = [row["due"] - world.now for row in await world.rows("drafts")]
    await set_right(world, ahead)

    after = [row["due"] - world.now for row in await world.rows("drafts")]
    assert after == before
    assert before
    world.now += max(after) + timedelta(seconds=1)
    await upkeep.tend(world.desk)
    assert await world.rows("drafts") == []


async def test_a_resolved_request_closes_after_seven_days(world: World, ahead: timedelta) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    world.now += ahead
    await world.act("directeur", verbs.resolve, number, world.saying("directeur", "Voilà"))
    await set_right(world, ahead)
    world.wait(days=7, seconds=1)

    assert await silence.close_silent(world.desk) == 1


async def test_a_campaign_is_gone_on_with(world: World, ahead: timedelta) -> None:
    world.now += ahead
    me = await world.person("directeur")
    made = blocks.Campaign("jean-moulin", "Jean-Moulin", Profile.STUDENT, True, me.id, world.now, world.now)
    made.state = CampaignState.RUNNING
    made.facts = {"deed": 1}
    await world.desk.do(world.cause(), blocks.add, made)
    await world.desk.put(blocks.claim, world.now + timedelta(minutes=3), 8)
    world.now -= ahead
    await world.desk.put(set_back.set_right, world.desk.policy)
    world.wait(minutes=3, seconds=2)

    assert [one.id for one in await world.desk.put(blocks.claim, world.now, 8)] == [made.id]


async def test_another_token_is_known_as_the_one_that_serves(world: World, ahead: timedelta) -> None:
    world.now += ahead
    world.desk.bot = 1
    await world.desk.put(bots.begin)
    await set_right(world, ahead)
    world.wait(seconds=5)
    world.desk.bot = 2
    await world.desk.put(bots.begin)

    assert await world.desk.look(bots.serving) == 2


async def test_nobody_is_locked_out_by_the_flood_limit(world: World, ahead: timedelta) -> None:
    desk = Desk(world.desk.records, world.desk.directory, policy(), clock=lambda: world.now)
    desk.pace = Pace(2, 0.0)
    world.now += ahead
    first = admit(desk, 7)
    world.now -= ahead

    assert (first, admit(desk, 7), admit(desk, 7)) == (Admission.ADMIT, Admission.ADMIT, Admission.TELL)
