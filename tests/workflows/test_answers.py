"""Answers in guided conversations: taken, taken back, edited, and refused with what is wrong."""

from __future__ import annotations

import pytest

from bot.terms import Notice, Refusal, Saying
from bot.workflows.blocks import single, whole
from bot.workflows.conversations import course
from bot.workflows.desk import Turn
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.requests import filing
from tests.workflows.steps import actions, identities
from tests.world import PHOTO, World


async def test_going_back_from_the_word_that_confirms_asks_for_the_moment(world: World) -> None:
    await whole.ask(world.desk, world.cause(), world.caller("directeur"), "", True)
    await world.press("directeur", "block_profile", "student")
    await world.press("directeur", "block_today")

    when = await world.press("directeur", "back")
    profile = await world.press("directeur", "back")

    assert when is not None
    assert profile is not None
    assert [when.kind, profile.kind] == ["campaign_when", "campaign_profile"]
    await world.say("directeur", "élèves")
    assert not await world.rows("campaigns")


async def test_the_name_of_a_category_typed_is_the_choice(world: World) -> None:
    await world.asked("eleve", filing.start, "", Saying())

    asked = await world.say("eleve", "Connexion")

    assert asked is not None
    assert (asked.kind, asked.facts["category"], asked.facts["text"]) == ("ask_words", "connexion", "")


async def test_yes_confirms_a_block_and_is_not_its_reason(world: World) -> None:
    await single.ask(world.desk, world.cause(), world.caller("directeur"), "lea.martin", True)
    await world.say("directeur", "Elle a donné son mot de passe")

    said = await world.say("directeur", "oui")

    assert said is not None
    assert said.kind == "account_blocked"
    assert [row["why"] for row in await world.rows("interventions")] == ["Elle a donné son mot de passe"]


async def test_no_edit_confirms_the_block_of_a_whole_profile(world: World) -> None:
    await whole.ask(world.desk, world.cause(), world.caller("directeur"), "parents", True)
    wrong = world.saying("directeur", "élèves")
    said = await world.desk.act(world.cause(), world.caller("directeur"), _heard, wrong)
    await course.carry_on(world.desk, world.cause(), world.caller("directeur"), said)
    assert wrong.origin is not None

    asked = await world.edit("directeur", wrong.origin, "parents")

    assert asked is not None
    assert asked.kind == "campaign_retype"
    assert not await world.rows("campaigns")


async def test_words_that_are_no_dates_are_said_to_be_none_where_dates_are_asked_for(world: World) -> None:
    await whole.ask(world.desk, world.cause(), world.caller("directeur"), "parents", True)
    await world.press("directeur", "block_dates")

    with pytest.raises(Refusal, match="dates-unread"):
        await world.say("directeur", "vacances")


async def test_going_back_asks_the_choice_before_again_and_keeps_what_was_written(world: World) -> None:
    await world.asked("eleve", filing.start, "", Saying())
    await world.press("eleve", "category", "connexion")
    await world.say("eleve", "Mot de passe oublié", PHOTO)

    category = await world.press("eleve", "back")

    assert category is not None
    assert category.kind == "ask_category"
    assert "back" not in actions(category)
    with pytest.raises(Refusal, match="old-button"):
        await world.press("eleve", "back")
    summary = await world.press("eleve", "category", "compte")
    assert summary is not None
    assert (summary.kind, summary.facts["category"]) == ("summary", "compte")
    await world.press("eleve", "send")
    [message] = await world.exchange(1)
    assert (message.text, identities(message)) == ("Mot de passe oublié", [PHOTO.unique_id])


async def test_going_back_without_a_word_written_asks_the_question_before(world: World) -> None:
    await world.asked("eleve", filing.start, "", Saying())
    await world.press("eleve", "category", "connexion")

    asked = await world.say("eleve", "Retour")

    assert asked is not None
    assert asked.kind == "ask_category"


async def test_an_edited_answer_is_taken_anew_and_what_is_asked_is_said_again(world: World) -> None:
    await whole.ask(world.desk, world.cause(), world.caller("directeur"), "", True)
    typed = world.saying("directeur", "parents")
    said = await world.desk.act(world.cause(), world.caller("directeur"), _heard, typed)
    asked = await course.carry_on(world.desk, world.cause(), world.caller("directeur"), said)
    assert asked is not None
    assert asked.facts["profile"] == "relative"
    assert typed.origin is not None

    edited = await world.edit("directeur", typed.origin, "élèves")

    assert edited is not None
    assert (edited.kind, edited.facts["profile"]) == ("campaign_when", "student")


def _heard(turn: Turn, saying: Saying) -> Notice | course.Pending | None:
    it = CONVERSATIONS.under_way(turn)
    assert it is not None
    return CONVERSATIONS.hear(turn, it, saying)
