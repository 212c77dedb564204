"""The services of a school: who has them, and its links, for its administrators alone."""

from __future__ import annotations

import pytest

from bot import texts
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.services import Service, ServiceKind
from bot.terms import Notice, Profile, Refusal
from bot.workflows.rules.screens import mark
from bot.workflows.services import asking
from tests.workflows.steps import actions
from tests.world import World

SCHOOL, OTHER = "jean-moulin", "louise-michel"
POOL = "https://www.ville.fr/piscine"


async def asked(world: World, key: str = "directeur", typed: str = "") -> Notice:
    """That persona types `/services` with these words; returns the answer."""
    said = await asking.ask(world.desk, world.cause(), world.caller(key), typed)
    assert said is not None
    return said


async def pressed(world: World, action: str, value: str = "", key: str = "directeur") -> Notice:
    """Presses a button under the question; returns the answer."""
    said = await world.press(key, action, value)
    assert said is not None
    return said


async def said(world: World, words: str, key: str = "directeur") -> Notice:
    """Writes words as the answer; returns what is said to them."""
    notice = await world.say(key, words)
    assert notice is not None
    return notice


async def had(world: World, name: str, school: str = SCHOOL) -> Service | None:
    """The service of that name that the school has; None where it has none."""
    found = await EmbeddedDirectory(world.desk.records).services(school)
    return next((one for one in found if one.name == name), None)


async def made(world: World, typed: str = f"{POOL} Piscine", *profiles: str) -> Notice:
    """The director makes a link for these profiles, pupils unless they are given; returns the receipt."""
    await asked(world, typed=typed)
    for profile in profiles or ("student",):
        await pressed(world, "service_profile", profile)
    return await pressed(world, "service_now")


async def everything(world: World) -> list[list[Service]]:
    """What the two schools have."""
    directory = EmbeddedDirectory(world.desk.records)
    return [await directory.services(school) for school in (SCHOOL, OTHER)]


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


async def test_those_of_the_town_make_links_in_its_schools_through_the_rights_that_they_inherit(world: World) -> None:
    await world.appoint("enseignant", ("adml", SCHOOL), ("adml", OTHER))
    await world.ask_again("enseignant")
    await asked(world, "enseignant", f"{POOL} Piscine")
    await said(world, "louise", "enseignant")
    await pressed(world, "service_profile", "relative", "enseignant")

    assert (await pressed(world, "service_now", key="enseignant")).kind == "link_made"

    assert await had(world, "Piscine") is None
    assert await had(world, "Piscine", OTHER) is not None


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
    print(question)
    summary = await said(world, "Nous voudrions Educ’Arte pour les CM2")
    print(summary)
    assert 0
