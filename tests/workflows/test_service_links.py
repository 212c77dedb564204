"""The links of a school: made, changed and withdrawn, each once it is confirmed."""

from __future__ import annotations

import pytest

from bot import texts
from bot.ent.services import ServiceKind
from bot.terms import Profile, Refusal
from tests.workflows.services import OTHER, POOL, SCHOOL, asked, had, made, pressed, said
from tests.workflows.steps import actions
from tests.world import World


async def test_a_link_is_made_once_it_is_summed_up_and_confirmed(world: World) -> None:
    assert (await asked(world)).kind == "services"
    await pressed(world, "service_kind", "link")
    assert (await pressed(world, "service_new")).kind == "service_address"
    name = await said(world, "www.ville.fr/piscine")
    assert (name.kind, name.facts["completed"]) == ("service_name", True)
    assert "https://" in texts.word(name, "fr").text
    summary = await said(world, "  La   piscine ")
    assert (summary.kind, summary.facts["name"], summary.facts["address"]) == ("link_asked", "La piscine", POOL)
    assert "service_now" not in actions(summary)
    with pytest.raises(Refusal, match="service-for-nobody"):
        await pressed(world, "service_now")
    await pressed(world, "service_profile", "student")
    await pressed(world, "service_profile", "relative")
    assert await had(world, "La piscine") is None

    receipt = await pressed(world, "service_now")

    link = await had(world, "La piscine")
    assert link is not None
    assert (link.kind, link.address, link.owner) == (ServiceKind.LINK, POOL, SCHOOL)
    assert link.profiles == {Profile.STUDENT, Profile.RELATIVE}
    assert (receipt.kind, receipt.facts["given"]) == ("link_made", True)
    assert await had(world, "La piscine", OTHER) is None
    (act,) = await world.rows("interventions")
    assert (act["act"], act["state"], act["facts"]["service"]) == ("create_link", "done", link.id)
    assert "piscine" not in str(await world.rows("audit"))


async def test_a_link_is_begun_in_one_line_in_any_order(world: World) -> None:
    for typed in (f"{POOL} La piscine", f"La piscine {POOL}"):
        summary = await asked(world, typed=typed)
        assert (summary.kind, summary.facts["name"], summary.facts["address"]) == ("link_asked", "La piscine", POOL)


async def test_confirming_twice_makes_one_link(world: World) -> None:
    await made(world)

    with pytest.raises(Refusal, match=r"already-done|old-button"):
        await pressed(world, "service_now")
    assert len(await world.rows("interventions")) == 1


async def test_a_name_that_is_taken_is_said_before_anything_is_done(world: World) -> None:
    for typed in (f"{POOL} cantine de CREIL", f"{POOL} Édumedia"):
        with pytest.raises(Refusal, match="service-taken"):
            await asked(world, typed=typed)
    assert await world.rows("interventions") == []


async def test_what_an_address_warns_of_is_said(world: World) -> None:
    summary = await asked(world, typed="http://www.ville.fr/?token=4f2a Piscine")

    words = texts.word(summary, "fr").text
    assert "n’est pas chiffrée" in words
    assert "a l’air de contenir une clé" in words


async def test_a_link_is_changed_and_what_is_skipped_stays(world: World) -> None:
    await asked(world, typed="cantine")
    assert (await pressed(world, "service_change")).kind == "service_address"
    assert (await pressed(world, "skip")).kind == "service_name"
    summary = await said(world, "Restaurant scolaire")
    assert (summary.kind, summary.facts["before"]) == ("link_change_asked", "Cantine de Creil")

    assert (await pressed(world, "service_now")).kind == "link_changed"

    link = await had(world, "Restaurant scolaire")
    assert link is not None
    assert (link.id, link.address) == ("cantine", "https://cantine.ville-de-creil.example/")
    assert link.profiles == {Profile.RELATIVE, Profile.PERSONNEL}


async def test_a_change_of_nothing_is_refused(world: World) -> None:
    await asked(world, typed="cantine")
    await pressed(world, "service_change")
    await pressed(world, "skip")
    await pressed(world, "skip")

    with pytest.raises(Refusal, match="service-unchanged"):
        await pressed(world, "service_now")


async def test_a_link_is_withdrawn_once_it_is_confirmed(world: World) -> None:
    await asked(world, typed="cantine")
    question = await pressed(world, "service_withdraw")
    assert (question.kind, actions(question)) == ("link_withdraw_asked", ["service_now", "back", "cancel"])
    assert await had(world, "Cantine de Creil") is not None

    assert (await pressed(world, "service_now")).kind == "link_withdrawn"

    assert await had(world, "Cantine de Creil") is None
    assert [(act["act"], act["state"]) for act in await world.rows("interventions")] == [("withdraw_link", "done")]


async def test_those_of_the_town_make_links_in_its_schools_through_the_rights_that_they_inherit(world: World) -> None:
    await world.appoint("enseignant", ("adml", SCHOOL), ("adml", OTHER))
    await world.ask_again("enseignant")
    await asked(world, "enseignant", f"{POOL} Piscine")
    await said(world, "louise", "enseignant")
    await pressed(world, "service_profile", "relative", "enseignant")

    assert (await pressed(world, "service_now", key="enseignant")).kind == "link_made"

    assert await had(world, "Piscine") is None
    assert await had(world, "Piscine", OTHER) is not None
