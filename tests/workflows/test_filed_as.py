"""Somebody with several accounts reads which one files, and has another one file by one tap."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from bot.workflows import intake
from bot.workflows.requests import correction, filing, queues, verbs
from bot.workflows.requests.scenes import by_any_account
from tests.workflows.steps import actions, linked, pressed
from tests.world import World


async def two(world: World) -> None:
    """A teacher of Jean-Moulin links the account of a parent of Louise-Michel, which speaks then."""
    await linked(world, "parent2", world.caller("enseignant"))


async def test_the_summary_names_the_account_and_offers_the_other(world: World) -> None:
    await two(world)
    await world.asked("enseignant", filing.start, "connexion", world.saying("enseignant"))

    summary = await world.say("enseignant", "Elle ne peut plus entrer")

    assert summary is not None
    assert summary.hat is not None
    assert (summary.hat["name"], summary.hat["place"]) == ("Karim Haddad", "École Louise-Michel")
    other = next(b for row in summary.buttons for b in row if b.action == "file_as")
    assert "Yann Le Bihan" in other.words


async def test_another_account_files_what_was_prepared(world: World) -> None:
    await two(world)
    await world.asked("enseignant", filing.start, "connexion", world.saying("enseignant"))
    summary = await world.say("enseignant", "Ma classe ne peut plus entrer")
    assert summary is not None

    again = await intake.file_as(world.desk, world.cause(), world.caller("enseignant"), pressed(summary, "file_as"))
    assert again is not None
    assert (again.kind, again.facts["text"]) == ("summary", "Ma classe ne peut plus entrer")
    await intake.press(world.desk, world.cause(), world.caller("enseignant"), "send", pressed(again, "send"))

    (row,) = await world.rows("requests")
    assert row["requester"] == (await world.person("enseignant")).id
    assert row["place"][0].id == "jean-moulin"


async def test_with_one_account_nothing_is_added(world: World) -> None:
    await world.asked("parent", filing.start, "connexion", world.saying("parent"))

    summary = await world.say("parent", "Plus de code")

    assert summary is not None
    assert not summary.hat
    assert "file_as" not in actions(summary)


@pytest.mark.parametrize("chosen", ["999999", "", "9" * 30, "²", "directeur"])
async def test_nobody_files_as_somebody_else(world: World, chosen: str) -> None:
    await two(world)
    await world.asked("enseignant", filing.start, "connexion", world.saying("enseignant"))
    summary = await world.say("enseignant", "Elle ne peut plus entrer")
    assert summary is not None
    serial = pressed(summary, "file_as").partition(":")[0]
    stranger = str((await world.person("directeur")).id) if chosen == "directeur" else chosen

    with pytest.raises(Refusal, match="old-button"):
        await intake.file_as(world.desk, world.cause(), world.caller("enseignant"), f"{serial}:{stranger}")

    assert await world.rows("requests") == []


async def test_a_request_filed_in_one_line_leaves_what_another_account_prepares(world: World) -> None:
    await world.new("enseignant")
    await world.press("enseignant", "category", "application")
    await two(world)

    await world.act("enseignant", filing.start, "classe", world.saying("enseignant", "En une ligne"))

    (draft,) = await world.rows("drafts")
    assert (draft["step"], draft["data"]["draft"]["category"]) == ("filing", "application")


async def test_thanks_are_for_what_was_read_last(world: World) -> None:
    await world.file("enseignant", "application", "La messagerie")
    await two(world)
    solved, answered = 1, await world.file("enseignant", "connexion", "Plus de code")
    await world.act("erun", verbs.resolve, solved)
    await world.carry()
    await world.act("directrice", verbs.speak, answered, world.saying("directrice", "Je regarde"))
    await world.carry()

    said = await world.say("enseignant", "Merci beaucoup")

    assert said is not None
    assert said.kind == "offer"
    assert (await world.act("enseignant", queues.mine)).facts["lines"]


async def test_a_school_corrected_as_another_account_is_refused_with_what_that_one_would_read(world: World) -> None:
    number = await world.file("enseignant", "application", "La messagerie")
    await two(world)

    no = await world.refused("enseignant", by_any_account(correction.start), number, correction.SCHOOL)

    assert (no.reason, no.facts["own"]) == ("no-other-school", True)
