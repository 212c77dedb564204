"""Who cannot log in to the ENT: what they may still ask and read, and what reaches them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.terms import Refusal
from bot.workflows import upkeep
from bot.workflows.desk import Caller
from bot.workflows.people import issuing, linking, rights
from bot.workflows.requests import filing, queues, verbs
from tests.workflows.families import CHILD, MOTHER, Families
from tests.workflows.steps import NEWCOMER, pressed
from tests.workflows.unseen import carried, counting, deleted, set_account
from tests.world import World


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
    _, token = await issuing.issue_token(world.desk, "mathys.leroy")  # blocked in the demo
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
    _, token = await issuing.issue_token(world.desk, "mael.le-goff")
    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    await world.appoint("mael.le-goff")
    world.wait(days=1)
    mark = await world.mark()

    await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(shown, "accept"))

    assert not (await world.person("mael.le-goff")).roles
    assert await world.told("inconnu", mark) == []


async def test_the_courier_shows_no_notice_to_whom_cannot_log_in(world: World) -> None:
    number = await world.file("eleve", text="Mot de passe perdu")
    await set_account(world, "eleve", blocked=True)
    world.wait(minutes=3)
    await rights.renew(world.desk, world.caller("eleve"))
    await world.carry()
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici"))

    assert await world.letters("eleve")
    assert {kind for chat, kind in await carried(world) if chat == world.telegram["eleve"]} <= {"refresh"}


async def test_what_is_for_an_agent_waits_while_the_ent_does_not_confirm_their_rights(world: World) -> None:
    number = await world.file("eleve", text="Mot de passe perdu")
    ent = counting(world)
    await world.carry()
    ent.down = True
    world.wait(minutes=61)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Toujours rien"))

    assert world.telegram["directeur"] not in {chat for chat, _ in await carried(world)}

    ent.down = False
    world.wait(minutes=11)
    await upkeep.tend(world.desk)
    assert (world.telegram["directeur"], "notice") in await carried(world)


async def test_who_links_a_blocked_account_reads_so_and_nobody_is_asked_before_it_is_unblocked(world: World) -> None:
    families, mark = Families(world), await world.mark()
    await set_account(world, CHILD, blocked=True)

    said = await families.link(CHILD)

    assert (said.kind, said.facts["waits"]) == ("linked_barred", True)
    await families.link(MOTHER)
    world.wait(minutes=3)
    await rights.renew(world.desk, world.caller(CHILD))
    assert not [key for key, told in (await world.everybody_told(mark)).items() if "family_asked" in told]

    await set_account(world, CHILD, blocked=False)
    world.wait(minutes=3)
    await rights.renew(world.desk, world.caller(CHILD))
    assert "family_asked" in await world.told(MOTHER, mark)
