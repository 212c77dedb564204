"""The services of a school: who has them, for its administrators alone."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Profile, Refusal
from bot.workflows.rules.screens import mark
from bot.workflows.services import asking
from tests.workflows.services import OTHER, SCHOOL, asked, everything, had, made, pressed, said
from tests.workflows.steps import actions
from tests.world import World


async def test_the_screen_lists_one_kind_by_pages_with_who_has_each(world: World) -> None:
    first = await asked(world)
    assert (first.kind, first.facts["place"], first.facts["service_kind"]) == (
        "services",
        "École Jean-Moulin",
        "application",
    )
    assert len(first.facts["services"]) == 8
    assert [key for key in actions(first) if key != "service_look"] == [
        *["service_kind"] * 4,
        "service_after",
        "cancel",
    ]
    assert "Blog</b> — élèves, parents, enseignants, personnels" in texts.word(first, "fr").text

    second = await pressed(world, "service_after", "1")
    assert not {one["name"] for one in first.facts["services"]} & {one["name"] for one in second.facts["services"]}
    links = await pressed(world, "service_kind", "link")
    assert [one["name"] for one in links.facts["services"]] == ["Cantine de Creil"]
    assert "service_new" in actions(links)
    connectors = await pressed(world, "service_kind", "connector")
    assert "service_connector" in actions(connectors)
    assert "accord entre éditeurs" in texts.word(connectors, "fr").text
    assert (await pressed(world, "service_kind", "widget")).facts["services"]


async def test_profiles_are_switched_together_and_nothing_changes_before_it_is_confirmed(world: World) -> None:
    card = await asked(world, typed="wiki")
    assert (card.kind, card.facts["profiles"]) == ("service", ["student", "teacher"])
    assert "service_save" not in actions(card)
    before = await everything(world)
    for profile in ("relative", "guest", "student"):
        card = await pressed(world, "service_profile", profile)
    assert (card.facts["given"], card.facts["withdrawn"]) == (["relative", "guest"], ["student"])
    assert await everything(world) == before

    receipt = await pressed(world, "service_save")

    wiki = await had(world, "Wiki")
    assert wiki is not None
    assert wiki.profiles == {Profile.RELATIVE, Profile.TEACHER, Profile.GUEST}
    assert (receipt.kind, actions(receipt)) == ("service_given", ["services"])
    assert "Ne l’ont plus : élèves" in texts.word(receipt, "fr").text.replace("\u00a0", " ")
    assert (await everything(world))[1] == before[1]
    (act,) = await world.rows("interventions")
    assert (act["act"], act["state"], act["school"], act["whom"]) == ("give_service", "done", SCHOOL, "Wiki")
    assert act["facts"] == {"service": "app-wiki", "given": ["relative", "guest"], "withdrawn": ["student"]}
    again = await asking.again(world.desk, world.cause(), world.caller("directeur"), "a:jean-moulin")
    assert again is not None
    assert again.kind == "services"


async def test_profiles_are_named_in_words_and_a_yes_confirms(world: World) -> None:
    await asked(world, typed="wiki")
    card = await said(world, "parents et invités")
    assert card.facts["given"] == ["relative", "guest"]

    assert (await said(world, "oui")).kind == "service_given"


async def test_what_comes_from_above_or_is_locked_is_only_read(world: World) -> None:
    for name, why in (("edumedia", "inherited"), ("assistance", "locked")):
        card = await asked(world, typed=name)
        assert (card.facts["lock"], actions(card)) == (why, ["cancel"])
        assert "🔒" in texts.word(card, "fr").text
        for action in ("service_profile", "service_save", "service_change", "service_withdraw", "service_now"):
            with pytest.raises(Refusal):
                await pressed(world, action, "student")
    assert await world.rows("interventions") == []


async def test_an_application_is_neither_changed_nor_withdrawn(world: World) -> None:
    card = await asked(world, typed="blog")
    assert not {"service_change", "service_withdraw"} & {*actions(card)}

    for action in ("service_change", "service_withdraw"):
        with pytest.raises(Refusal, match="old-button"):
            await pressed(world, action)


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant", "danei", "plateforme", "editeur"])
async def test_nobody_else_sees_services(world: World, key: str) -> None:
    with pytest.raises(Refusal, match=r"administrators-only|school-administrators-only"):
        await asked(world, key)


async def test_who_has_several_schools_chooses_one_and_another_schools_link_is_not_there(world: World) -> None:
    await made(world)
    where = await asked(world, "erun", "piscine")
    assert where.kind == "services_where"
    with pytest.raises(Refusal, match="service-unknown"):
        await pressed(world, "service_at", OTHER, "erun")
    with pytest.raises(Refusal, match="old-button"):
        await pressed(world, "service_at", "jules-verne", "erun")

    card = await pressed(world, "service_at", SCHOOL, "erun")

    assert (card.kind, card.facts["name"]) == ("service", "Piscine")


async def test_who_loses_the_right_meanwhile_changes_nothing(world: World) -> None:
    await asked(world, "adjoint", "wiki")
    await pressed(world, "service_profile", "guest", "adjoint")
    before = await everything(world)
    await world.appoint("adjoint")
    await world.ask_again("adjoint")

    with pytest.raises(Refusal, match="administrators-only"):
        await pressed(world, "service_save", key="adjoint")

    assert await everything(world) == before


@pytest.mark.parametrize("target", ["l:louise-michel", "l:atlantis", "l:", "x:jean-moulin", ""])
async def test_a_forged_way_back_leads_to_no_other_school(world: World, target: str) -> None:
    with pytest.raises(Refusal, match=r"old-button|no-such-school"):
        await asking.again(world.desk, world.cause(), world.caller("directeur"), target)


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("service_kind", "secret"),
        ("service_look", "0"),
        ("service_look", mark("cantine") + "0"),
        ("service_after", "-1"),
        ("service_after", "²"),
        ("service_profile", "student"),
        ("service_save", ""),
        ("service_now", ""),
    ],
)
async def test_forged_buttons_of_the_list_are_refused(world: World, action: str, value: str) -> None:
    await asked(world)

    with pytest.raises(Refusal):
        await pressed(world, action, value)
    assert await world.rows("interventions") == []


async def test_asking_for_a_connector_begins_a_request_about_applications(world: World) -> None:
    question = await asking.ask_for_connector(world.desk, world.cause(), world.caller("directeur"))
    assert question is not None
    assert (question.kind, question.facts["category"]) == ("ask_words", "application")

    summary = await said(world, "Nous voudrions Educ’Arte pour les CM2")
    assert summary.kind == "summary"
    assert await world.press("directeur", "send") is None

    (filed,) = await world.rows("requests")
    assert filed["category"] == "application"
