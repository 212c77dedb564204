"""Rights follow the ENT within minutes: whoever is blocked, gone or demoted there may do nothing here."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage import people
from bot.terms import Refusal, Status
from bot.workflows import upkeep
from bot.workflows.blocks import campaigns
from bot.workflows.passwords import codes
from bot.workflows.people import rights
from bot.workflows.requests import queues, verbs
from tests.workflows.profiles import confirmed, row
from tests.workflows.unseen import counting, deleted, set_account
from tests.world import World


async def test_a_director_blocked_in_the_ent_gets_no_code_and_blocks_nobody(world: World) -> None:
    await set_account(world, "directeur", blocked=True)
    world.wait(minutes=3)

    for ask in (codes.ask(world.desk, world.cause(), world.caller("directeur"), "eleve"), confirmed(world)):
        with pytest.raises(Refusal) as met:
            await ask
        assert met.value.reason == "barred-blocked"
    assert not world.whispers
    assert (await world.refused("directeur", queues.queue, "")).reason == "barred-blocked"


async def test_a_blocked_agent_hands_over_and_reads_why_once(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await set_account(world, "directeur", blocked=True)
    world.wait(minutes=11)
    mark = await world.mark()

    await upkeep.tend(world.desk)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)
    assert await world.told("directeur", mark) == ["account_barred_blocked"]
    assert "card:released" in await world.told("adjoint", mark)
    assert not (await world.person("directeur")).roles


async def test_a_predeleted_agent_may_do_nothing(world: World) -> None:
    number = await world.file("eleve")
    await deleted(world, "adjoint")
    world.wait(minutes=3)

    assert (await world.refused("adjoint", verbs.take, number)).reason == "barred-deleted"


async def test_who_is_unblocked_has_their_desk_back_and_reads_what_waits(world: World) -> None:
    await set_account(world, "directeur", blocked=True)
    world.wait(minutes=11)
    await upkeep.tend(world.desk)
    await world.file("eleve")
    await set_account(world, "directeur", blocked=False)
    world.wait(minutes=361)
    mark = await world.mark()

    await upkeep.tend(world.desk)
    await upkeep.tend(world.desk)

    assert await world.told("directeur", mark) == ["waits"]
    assert await world.act("directeur", queues.queue, "")


async def test_a_function_removed_between_two_presses_lets_the_second_do_nothing(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    await world.appoint("adjoint")
    world.wait(minutes=3)

    assert (await world.refused("adjoint", verbs.resolve, number)).reason in ("unknown-request", "no-longer-yours")
    assert (await world.request(number)).holder is None


async def test_when_roles_change_the_menu_is_sent_and_the_cards_are_redrawn(world: World) -> None:
    number = await world.file("eleve")
    await world.carry()
    await world.appoint("adjoint")
    world.wait(minutes=3)
    mark = await world.mark()

    await rights.renew(world.desk, world.caller("adjoint"))

    letters = await world.letters("adjoint", mark)
    kinds = [(one["kind"], one["payload"].get("about")) for one in letters]
    assert ("menu", None) in kinds
    assert ("refresh", f"request:{number}") in kinds


async def test_one_read_of_the_ent_a_person_and_two_minutes_however_much_they_do(world: World) -> None:
    ent = counting(world)
    world.wait(minutes=3)

    for _ in range(10):
        await world.act("directeur", queues.queue, "")
        world.wait(seconds=11)

    assert ent.reads == ["directeur"]


async def test_those_who_ask_at_the_same_time_share_one_read(world: World) -> None:
    ent = counting(world)
    world.wait(minutes=3)

    await asyncio.gather(*(rights.renew(world.desk, world.caller("directeur")) for _ in range(20)))

    assert ent.reads == ["directeur"]


async def test_a_slow_ent_holds_up_an_update_for_a_bounded_time_only(world: World) -> None:
    ent = counting(world)
    ent.held = asyncio.Event()
    bounds = replace(world.desk.policy.rights, wait=timedelta(milliseconds=50))
    world.desk.policy = replace(world.desk.policy, rights=bounds)
    world.wait(minutes=3)

    assert await asyncio.wait_for(world.act("directeur", queues.queue, ""), 5)

    ent.held.set()
    await asyncio.gather(*(look.task for look in world.desk.looks.values()))
    assert (await world.person("directeur")).seen_at == world.now


async def test_an_ent_down_for_a_day_leaves_families_alone_and_stops_agents(world: World) -> None:
    number = await world.file("eleve")
    ent = counting(world)
    ent.down = True
    world.wait(minutes=30)
    assert await world.act("directeur", queues.queue, "")

    world.wait(minutes=31)
    assert (await world.refused("directeur", verbs.take, number)).reason == "rights-unconfirmed"
    assert (await world.refused("directeur", queues.queue, "")).reason == "rights-unconfirmed"
    with pytest.raises(Refusal, match="rights-unconfirmed"):
        await codes.ask(world.desk, world.cause(), world.caller("directeur"), "eleve")

    world.wait(hours=23)
    await upkeep.tend(world.desk)
    assert (await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))).kind
    assert await world.file("parent") == number + 1
    assert await world.file("directeur", "application") == number + 2

    ent.down = False
    world.wait(minutes=2)
    assert (await world.act("directeur", verbs.take, number)).kind == "done_taken"


async def test_an_ent_that_is_down_is_asked_once_a_minute_and_person(world: World) -> None:
    ent = counting(world)
    ent.down = True
    world.wait(minutes=3)

    for _ in range(6):
        await world.act("directeur", queues.queue, "")
        world.wait(seconds=9)

    assert len(ent.reads) == 1


async def test_a_moment_in_the_future_makes_no_rights_fresh(world: World) -> None:
    await world.appoint("adjoint")
    person = await world.person("adjoint")
    ahead = world.now + timedelta(days=30)
    await world.desk.put(lambda work: people.change(work, person, seen_at=ahead, tried_at=ahead))

    assert (await world.refused("adjoint", queues.queue, "")).reason == "agents-only-queue"


async def test_who_is_gone_acts_no_more_at_once_and_is_unlinked_at_the_second_look(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    await world.delete_account("adjoint")
    world.wait(minutes=3)

    assert (await world.refused("adjoint", verbs.resolve, number)).reason == "rights-gone"
    assert (await world.person("adjoint")).telegram_id is not None

    world.wait(minutes=11)
    await upkeep.tend(world.desk)
    assert (await world.person("adjoint")).telegram_id is None
    assert (await world.request(number)).holder is None


async def test_who_is_found_again_at_the_second_look_stays(world: World) -> None:
    ent = counting(world)
    person = await world.person("adjoint")
    account = await ent.account("adjoint")
    world.wait(minutes=3)
    await world.desk.put(lambda work: people.change(work, person, gone_at=work.now))
    world.wait(minutes=11)

    await upkeep.tend(world.desk)

    assert account is not None
    assert (await world.person("adjoint")).gone_at is None
    assert await world.act("adjoint", queues.queue, "")


async def test_those_whom_the_ent_does_not_show_keep_nobody_else_from_being_looked_at(world: World) -> None:
    ent = counting(world)
    linked = [key for key in world.telegram if key != "inconnu"]
    ent.hidden = set(linked) - {"erun"}
    await world.appoint("erun")
    world.wait(hours=7)

    for _ in range(len(linked)):
        await rights.refresh(world.desk, limit=1)
        world.wait(seconds=1)

    assert sorted(ent.reads) == sorted(linked)
    assert not (await world.person("erun")).roles


async def test_whom_the_ent_does_not_show_for_days_hands_over(world: World) -> None:
    number = await world.file("eleve")
    await world.act("adjoint", verbs.take, number)
    ent = counting(world)
    ent.hidden = {"adjoint"}
    world.wait(days=1)
    await upkeep.tend(world.desk)
    assert (await world.request(number)).holder is not None

    world.wait(days=1, minutes=1)
    await upkeep.tend(world.desk)

    assert (await world.request(number)).holder is None
    assert not (await world.person("adjoint")).roles
    assert (await world.person("adjoint")).telegram_id is not None


async def test_a_running_campaign_stops_where_its_author_is_blocked(world: World) -> None:
    number = await confirmed(world)
    await set_account(world, "directeur", blocked=True)
    world.wait(minutes=3)

    while await campaigns.advance(world.desk):
        pass

    assert (await row(world, number))["state"] == "cancelled"
    assert (await row(world, number))["done"] == 0
