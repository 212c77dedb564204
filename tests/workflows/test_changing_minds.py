"""Changing one's mind before a request is sent: its category, its school, or another request altogether."""

from __future__ import annotations

from dataclasses import replace

from bot.terms import Notice, Saying
from bot.workflows import intake
from bot.workflows.requests import filing
from tests.workflows.steps import actions, chosen, guided
from tests.world import PHOTO, World


async def prepared(world: World, key: str = "eleve") -> Notice | None:
    """That persona has described a request, and reads its summary."""
    await guided(world, key)
    return await world.say(key, "Mot de passe oublié", PHOTO)


async def test_the_summary_lets_the_category_be_changed_and_loses_no_words(world: World) -> None:
    await prepared(world)

    asked = await world.press("eleve", "change_category")
    summary = await world.press("eleve", "category", "compte")
    await world.press("eleve", "send")

    assert asked is not None
    assert asked.kind == "ask_category"
    assert summary is not None
    assert (summary.kind, summary.facts["text"]) == ("summary", "Mot de passe oublié")
    assert (await world.request(1)).category == "compte"
    assert [file.file_id for file in (await world.exchange(1))[0].files] == [PHOTO.file_id]


async def test_the_summary_lets_somebody_of_several_schools_change_the_school(world: World) -> None:
    await world.enrol("solene.quemener", 6_000_001)
    asked = await world.asked("solene.quemener", filing.start, "compte", world.saying("solene.quemener", "Bonjour"))
    summary = await world.press("solene.quemener", "place", chosen(asked, "École Louise-Michel"))
    assert summary is not None
    assert actions(summary)[:3] == ["send", "change_category", "change_place"]

    await world.press("solene.quemener", "change_place")
    await world.press("solene.quemener", "place", "jean-moulin")
    await world.press("solene.quemener", "send")

    assert (await world.request(1)).place.id == "jean-moulin"


async def test_a_second_assistance_asks_which_request_goes_on(world: World) -> None:
    await prepared(world)

    asked = await world.asked("eleve", filing.start, "", Saying())
    summary = await world.press("eleve", "continue")

    assert (asked.kind, asked.facts["text"]) == ("ask_again", "Mot de passe oublié")
    assert actions(asked) == ["continue", "another", "cancel"]
    assert summary is not None
    assert (summary.kind, summary.facts["text"], summary.facts["files"]) == ("summary", "Mot de passe oublié", 1)


async def test_nouvelle_demande_asks_which_request_goes_on(world: World) -> None:
    await prepared(world)

    asked = await world.new("eleve")

    assert asked is not None
    assert asked.kind == "ask_again"


async def test_an_edit_still_reaches_the_request_that_goes_on(world: World) -> None:
    await guided(world)
    saying = world.saying("eleve", "Mot de pase oublié")
    await intake.say(world.desk, world.cause(), world.caller("eleve"), saying, None)
    await world.asked("eleve", filing.start, "", Saying())
    await world.press("eleve", "continue")

    assert saying.origin is not None
    await world.edit("eleve", saying.origin, "Mot de passe oublié")
    await world.press("eleve", "send")

    assert [message.text for message in await world.exchange(1)] == ["Mot de passe oublié"]


async def test_words_of_the_second_request_join_the_first_where_that_goes_on(world: World) -> None:
    await prepared(world)
    await world.asked("eleve", filing.start, "", world.saying("eleve", "et ma messagerie"))
    await world.say("eleve", "depuis lundi")

    summary = await world.press("eleve", "continue")

    assert summary is not None
    assert summary.facts["text"] == "Mot de passe oublié\net ma messagerie\ndepuis lundi"


async def test_another_request_takes_the_place_of_the_first_and_retour_brings_it_back(world: World) -> None:
    await prepared(world)
    await world.asked("eleve", filing.start, "", world.saying("eleve", "Ma messagerie"))

    asked = await world.press("eleve", "another")
    back = await world.press("eleve", "back")
    summary = await world.press("eleve", "continue")

    assert asked is not None
    assert asked.kind == "ask_category"
    assert back is not None
    assert (back.kind, back.facts["text"]) == ("ask_again", "Mot de passe oublié")
    assert summary is not None
    assert summary.facts["text"] == "Mot de passe oublié\nMa messagerie"


async def test_going_back_and_on_again_doubles_no_words(world: World) -> None:
    await prepared(world)
    await world.asked("eleve", filing.start, "", world.saying("eleve", "Ma messagerie"))
    await world.press("eleve", "continue")
    await world.press("eleve", "back")

    summary = await world.press("eleve", "continue")

    assert summary is not None
    assert (summary.facts["text"], summary.facts["files"]) == ("Mot de passe oublié\nMa messagerie", 1)


async def test_the_old_summary_sends_nothing_while_it_is_asked_which_goes_on(world: World) -> None:
    await prepared(world)
    await world.asked("eleve", filing.start, "", world.saying("eleve", "Ma messagerie"))

    said = await world.press("eleve", "send")

    assert said is not None
    assert said.kind == "ask_again"
    assert not await world.rows("requests")


async def test_a_complete_request_is_filed_beside_the_one_in_preparation(world: World) -> None:
    await prepared(world)

    number = await world.file("eleve", "compte", "Mon compte a disparu")
    await world.press("eleve", "send")

    assert (await world.request(number)).category == "compte"
    assert [message.text for message in await world.exchange(2)] == ["Mot de passe oublié"]


async def test_an_edited_command_changes_the_request_that_it_began(world: World) -> None:
    typed = world.saying("eleve", "Mot de pase oublié")
    await world.asked("eleve", filing.start, "", typed)

    summary = await world.asked("eleve", filing.start, "connexion", replace(typed, text="Mot de passe oublié"))
    await world.press("eleve", "send")

    assert (summary.kind, summary.facts["text"]) == ("summary", "Mot de passe oublié")
    assert [message.text for message in await world.exchange(1)] == ["Mot de passe oublié"]
    assert len(await world.rows("requests")) == 1


async def test_an_edited_second_command_changes_the_second_request(world: World) -> None:
    await prepared(world)
    typed = world.saying("eleve", "Ma mesagerie")
    await world.asked("eleve", filing.start, "", typed)

    await world.asked("eleve", filing.start, "", replace(typed, text="Ma messagerie"))
    summary = await world.press("eleve", "continue")

    assert summary is not None
    assert summary.facts["text"] == "Mot de passe oublié\nMa messagerie"


async def test_filing_for_an_account_asks_too_which_request_goes_on(world: World) -> None:
    await prepared(world, "directeur")

    asked = await filing.for_account(world.desk, world.cause(), world.caller("directeur"), "adjoint")
    summary = await world.press("directeur", "another")

    assert asked is not None
    assert asked.kind == "ask_again"
    assert summary is not None
    assert (summary.kind, summary.facts["whom"]) == ("ask_words", "Nadia Belkacem")


async def test_a_file_sent_with_a_name_is_kept(world: World) -> None:
    await world.asked("directeur", filing.start, "connexion", Saying())
    await world.press("directeur", "change_category")
    await world.press("directeur", "someone")

    await world.say("directeur", "ines caron", PHOTO)
    await world.press("directeur", "whom", "eleve")
    summary = await world.press("directeur", "category", "compte")

    assert summary is not None
    assert (summary.kind, summary.facts["whom"], summary.facts["files"]) == ("summary", "Inès Caron", 1)
