"""Invitations go on after faults, and end where they cannot: a killed process, an ENT that is down, a lost right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.storage import handouts
from bot.terms import Declined, InDoubt
from bot.workflows.linking import mailings, sending
from tests.workflows.invited import (
    Mail,
    boxes,
    change,
    confirmed,
    everybody,
    gathered,
    open_link,
    run,
    shown,
)
from tests.world import World


async def test_killed_while_sending_it_goes_on_and_what_was_under_way_is_in_doubt(world: World, mail: Mail) -> None:
    class Killed(BaseException):
        """Raised in place of killing the process."""

    number = await confirmed(world, "parents")
    victim = "aurelie.martin"
    mail.failing[victim] = Killed()
    with pytest.raises(Killed):
        await run(world.desk)
    mail.failing.clear()

    await run(world.desk)
    assert (await shown(world, number))["stage"] == "running"
    world.wait(minutes=3)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["doubtful"]) == ("done", 1)
    assert facts["sent"] == facts["total"] - 1
    assert mail.asked.count(victim) == 1


async def test_a_lost_answer_is_not_sent_again_and_is_said_at_the_end(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    mail.failing["aurelie.martin"] = InDoubt("no answer")
    await run(world.desk)
    assert (await shown(world, number))["waiting"]
    world.wait(minutes=1)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["doubtful"]) == ("done", 1)
    assert mail.asked.count("aurelie.martin") == 1
    [html] = (await boxes(world))["aurelie.martin"]
    assert (await open_link(world, html)).kind == "linked"  # it may have arrived: its link is good


async def test_an_ent_that_is_down_is_waited_for(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    mail.down = True
    await run(world.desk)
    assert (await shown(world, number))["waiting"]

    mail.down = False
    world.wait(minutes=1)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["waiting"], facts["sent"]) == ("done", False, facts["total"])


async def test_what_was_not_sent_while_the_messaging_was_down_is_sent_later_with_a_good_link(
    world: World, mail: Mail
) -> None:
    number = await confirmed(world, "parents")
    mail.every = Declined(Reason.UNREACHABLE)
    await run(world.desk)
    assert len(mail.asked) == 1

    mail.every = None
    world.wait(minutes=1)
    await run(world.desk)

    assert (await shown(world, number))["stage"] == "done"
    [html] = (await boxes(world))["aurelie.martin"]
    assert (await open_link(world, html)).kind == "linked"


async def test_an_ent_that_lets_nobody_write_ends_it_and_says_to_whom_to_turn(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    mail.every = Declined(Reason.FORBIDDEN)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["ending"], facts["sent"]) == ("cancelled", "refused", 0)
    assert len(mail.asked) == 1
    mail.every = None
    await confirmed(world, "parents")  # nobody counts as invited
    await run(world.desk)
    assert len(await boxes(world)) == facts["total"]


async def test_an_ent_that_refuses_one_message_after_the_other_is_not_asked_two_thousand_times(
    world: World, mail: Mail
) -> None:
    number = await everybody(world)
    mail.every = Declined(Reason.REFUSED)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["ending"], facts["failed"]) == ("cancelled", "refused", 5)
    assert len(mail.asked) == 5


async def test_whoever_was_linked_blocked_or_left_meanwhile_is_skipped_at_their_moment(
    world: World, mail: Mail
) -> None:
    number = await everybody(world)
    accounts = await gathered(world)
    linked, blocked, *_ = accounts
    await world.enrol(linked, 555_123)
    await change(world, blocked, blocked=True)
    await run(world.desk)

    facts = await shown(world, number)
    assert facts["skipped"] == 2
    assert facts["sent"] == facts["total"] - 2
    assert {linked, blocked}.isdisjoint(mail.asked)


async def test_an_author_who_lost_the_right_ends_it(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents", "adjoint")
    functions = ENT.tables["ent_functions"]
    await world.desk.records.run(
        lambda connection: connection.execute(functions.delete().where(functions.c.account == "adjoint")).rowcount
    )
    world.now += timedelta(minutes=5)
    await run(world.desk)

    assert (await shown(world, number))["ending"] == "lapsed"
    assert not mail.asked


async def test_it_is_stopped_by_a_button_and_the_others_can_be_invited_later(world: World, mail: Mail) -> None:
    number = await everybody(world)
    await gathered(world)
    said = await world.act("adjoint", mailings.cancel, number)
    await run(world.desk)

    assert said.kind == "done_mailing_stopped"
    assert not mail.asked
    assert (await shown(world, number))["stage"] == "cancelled"
    assert (await world.refused("directeur", mailings.cancel, number)).reason == "mailing-over"
    assert (await world.refused("erun", mailings.cancel, number)).reason == "school-administrators-only"
    assert await world.rows("invitations") == []


async def test_links_that_were_made_void_together_stop_it(world: World, mail: Mail) -> None:
    number = await everybody(world)
    await gathered(world)
    [mailing] = await world.rows("mailings")
    await world.desk.put(handouts.revoke, mailing["handout"])
    await run(world.desk)

    assert (await shown(world, number))["ending"] == "revoked"
    assert not mail.asked


async def test_so_many_are_sent_a_minute_and_no_list_is_read_twice(world: World, mail: Mail) -> None:
    number = await everybody(world)
    searches = mail.searches
    slow = replace(world.desk.policy.linking, a_minute=3)
    world.desk.policy = replace(world.desk.policy, linking=slow)
    await run(world.desk)
    assert len(mail.asked) == 3
    assert 0 < await sending.until_next(world.desk) <= 60

    while (await shown(world, number))["stage"] == "running":
        before = len(mail.asked)
        world.wait(seconds=61)
        await run(world.desk)
        assert len(mail.asked) - before <= 3

    facts = await shown(world, number)
    assert facts["sent"] == facts["total"] == len(set(mail.asked))
    assert mail.searches - searches == 1
