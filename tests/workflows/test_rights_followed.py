"""Rights follow the ENT within minutes: whoever is blocked, gone or demoted there may do nothing here."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, update

from bot.courier import Courier
from bot.delivery import carrying
from bot.delivery.rules.retry import Sent
from bot.ent.directory import Directory
from bot.ent.embedded.tables import ENT
from bot.storage import deliveries, people
from bot.terms import Account, Declined, Refusal, Status
from bot.workflows import upkeep
from bot.workflows.blocks import campaigns
from bot.workflows.desk import Caller
from bot.workflows.passwords import codes
from bot.workflows.people import linking, rights
from bot.workflows.requests import filing, queues, verbs
from tests.delivery.test_courier import Telegram
from tests.workflows.profiles import confirmed, row
from tests.workflows.steps import NEWCOMER, pressed
from tests.world import World


class Counting:
    """An ENT whose reads of accounts are counted, and which hides accounts, is down or slow where a test wants it."""

    def __init__(self, ent: Directory) -> None:
        self._ent = ent
        self.reads: list[str] = []
        self.hidden: set[str] = set()
        self.down = False
        self.held: asyncio.Event | None = None  #: while it is set to an event, answers wait for it

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ent, name)

    async def account(self, account_id: str, places: Sequence[str] = ()) -> Account | None:
        """The account; declines where the test wants it to."""
        self.reads.append(account_id)
        if self.held is not None:
            await self.held.wait()
        if self.down:
            raise Declined("unreachable")
        if account_id in self.hidden:
            raise Declined("forbidden")
        return await self._ent.account(account_id, places)


def counting(world: World) -> Counting:
    """Puts a counting ENT in the place of the world's."""
    ent = Counting(world.desk.directory)
    world.desk.directory = ent
    return ent


async def set_account(world: World, key: str, **values: Any) -> None:
    """Changes an account in the ENT, behind the desk's back."""
    table = ENT.tables["ent_accounts"]

    def write(connection: Connection) -> None:
        connection.execute(update(table).where(table.c.id == key).values(**values))

    await world.desk.records.run(write)


async def deleted(world: World, key: str) -> None:
    """Pre-deletes an account in the ENT."""
    await set_account(world, key, deleted_at=world.now)


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

    assert (await world.refused("adjoint", verbs.resolve, number)).reason == "rights-unconfirmed"
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


async def test_a_blocked_pupil_may_ask_why_and_reads_nothing_older(world: World) -> None:
    old = await world.file("eleve")
    await set_account(world, "eleve", blocked=True)
    world.wait(minutes=3)
    asking = replace(world.caller("eleve"), asks=True)

    assert (await world.refused("eleve", filing.start, "compte", world.saying("eleve", "Pourquoi ?"))).reason == (
        "barred-asks"
    )
    await world.desk.act(world.cause(), asking, filing.start, "compte", world.saying("eleve", "Pourquoi ?"))

    asked = await world.desk.see(asking, queues.mine)
    assert [line["number"] for line in asked.facts["lines"]] == [old + 1]
    for reading in (world.card("eleve", old), _speak(world, asking, old)):
        with pytest.raises(Refusal, match="unknown-request"):
            await reading
    assert await world.card("eleve", old + 1)
    assert (await _speak(world, asking, old + 1)).kind


async def _speak(world: World, caller: Caller, number: int) -> Any:
    saying = world.saying("eleve", "Alors ?")
    return await world.desk.act(world.cause(), caller, verbs.speak, number, saying)


async def test_a_barred_account_gives_way_to_another_of_the_same_chat(world: World) -> None:
    await world.enrol("enseignant", world.telegram["adjoint"])
    await set_account(world, "enseignant", blocked=True)
    world.wait(minutes=3)

    assert await world.act("adjoint", queues.queue, "")
    assert (await world.person("adjoint")).speaking


async def test_a_pupil_who_is_blocked_may_link_to_ask_why_and_a_predeleted_account_may_not(world: World) -> None:
    _, token = await linking.issue_token(world.desk, "mathys.leroy")  # blocked in the demo
    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    assert shown.kind == "charter_to_accept"

    await deleted(world, "mathys.leroy")
    world.wait(minutes=3)
    with pytest.raises(Refusal, match="barred-deleted"):
        await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(shown, "accept"))
    with pytest.raises(Refusal, match="barred-deleted"):
        await linking.present(world.desk, world.cause(), NEWCOMER, token)


async def test_who_lost_their_function_since_the_charter_was_shown_is_linked_without_it(world: World) -> None:
    await world.appoint("mael.le-goff", ("adml", "jean-moulin"))
    await world.file("eleve")
    _, token = await linking.issue_token(world.desk, "mael.le-goff")
    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    await world.appoint("mael.le-goff")
    world.wait(days=1)
    mark = await world.mark()

    await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(shown, "accept"))

    assert not (await world.person("mael.le-goff")).roles
    assert await world.told("inconnu", mark) == []


@pytest.mark.parametrize("why", ["blocked", "down"])
async def test_the_courier_shows_no_notice_to_whom_may_not_read_now(world: World, why: str) -> None:
    number = await world.file("eleve", text="Mot de passe perdu")
    ent = counting(world)
    if why == "blocked":
        whose, kinds = "eleve", {"refresh"}
        await set_account(world, "eleve", blocked=True)
        world.wait(minutes=3)
        await rights.renew(world.desk, world.caller("eleve"))
        await world.carry()
        await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))
    else:
        whose, kinds = "directeur", set()
        await world.carry()
        ent.down = True
        world.wait(minutes=61)
        await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))

    assert await world.letters(whose)
    assert {kind for chat, kind in await carried(world) if chat == world.telegram[whose]} <= kinds

    if why == "down":
        ent.down = False
        world.wait(minutes=11)
        mark = await world.mark()
        await upkeep.tend(world.desk)
        await upkeep.tend(world.desk)
        assert await world.told("directeur", mark) == ["waits"]


async def carried(world: World) -> list[tuple[int, str]]:
    """The chats to which the courier says something of what is queued, and the kind of each."""
    courier, said = Courier(world.desk, Telegram()), []
    while queued := await world.desk.put(deliveries.heads, 100):
        for one in queued:
            ready = await world.desk.look(courier._prepare, one)
            said += [(one.chat_id, one.kind)] if callable(ready) else []
            await world.desk.put(carrying.record, one, Sent())
    return said
