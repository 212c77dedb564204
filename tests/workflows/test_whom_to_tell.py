"""Whoever is frightened, or fears for a child, chooses whom to tell: the school, or somebody outside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.terms import Level
from bot.workflows import intake
from bot.workflows.requests import (
    alarm,
    calls,
    filing,
    serving,
    verbs,
)
from tests.workflows.families import CHILD, Families, early, write
from tests.workflows.outside import ABOUT_THE_HEAD, AT_PLAY, lose, told_outside, words
from tests.workflows.steps import actions
from tests.world import World

OF_THE_SCHOOL = ("directeur", "adjoint", "enseignant")


async def test_a_child_chooses_whom_to_tell_and_reads_where_each_button_leads(sqlite_world: World) -> None:
    said = await sqlite_world.say("eleve", AT_PLAY)

    assert said is not None
    assert actions(said) == ["tell_school", "tell_outside", "new", "cancel"]
    read = words(said)
    assert "Personne de ton école ne le verra." in read
    assert read.index("119") < read.index("Le dire à l’école")


@pytest.mark.parametrize(
    "text", [ABOUT_THE_HEAD, "la MAITRESSE me crie dessus", "les animateurs m’insultent", "l’AVS me pince"]
)
async def test_words_that_name_an_adult_of_the_school_put_the_way_out_of_it_first(
    sqlite_world: World, text: str
) -> None:
    said = await sqlite_world.say("eleve", text)

    assert said is not None
    assert actions(said)[:2] == ["tell_outside", "tell_school"]


async def test_oui_to_words_about_the_head_tells_nobody_of_the_school(sqlite_world: World) -> None:
    world = sqlite_world
    mark = await world.mark()
    await world.say("eleve", ABOUT_THE_HEAD)
    await world.say("eleve", "oui")

    [row] = await world.rows("requests")
    assert row["level"] == Level.CIRCONSCRIPTION
    assert not await world.told("directeur", mark)


async def test_a_second_cry_joins_the_first_with_the_same_addressee_only(sqlite_world: World) -> None:
    world = sqlite_world
    first = await told_outside(world)
    again = await told_outside(world, "Il me menace aussi, le directeur")
    await world.say("eleve", AT_PLAY)
    await world.press("eleve", "tell_school")
    await world.say("eleve", "On me frappe encore")
    await world.press("eleve", "tell_school")

    assert first == again
    rows = await world.rows("requests")
    assert [row["level"] for row in rows] == [Level.CIRCONSCRIPTION, Level.SCHOOL]
    assert len(await world.exchange(first)) == 2
    assert len(await world.exchange(rows[1]["number"])) == 2


async def test_the_message_says_what_was_done_and_keeps_the_numbers(sqlite_world: World) -> None:
    world = sqlite_world
    for action in ("tell_school", "tell_outside"):
        message = await world.said("eleve", await world.say("eleve", AT_PLAY))
        await world.press("eleve", action)
        [edit] = await world.rows("outbox", kind="refresh", message_id=message)
        number = (await world.rows("requests"))[-1]["number"]
        assert edit["payload"]["about"] == f"told_afraid:{number}"
        person = await world.person("eleve")
        now = words(await world.desk.look(calls.told, world.desk.policy, person, number))
        assert now.startswith("✅ C’est dit")
        assert "touche" not in now
        assert "119" in now


async def test_words_about_an_old_call_outside_are_not_filed_with_the_school(sqlite_world: World) -> None:
    world = sqlite_world
    number = await told_outside(world)
    await world.act("erun", verbs.resolve, number, world.saying("erun", "J’ai parlé à ta mère"))
    await world.act("eleve", verbs.confirm, number)
    world.wait(days=40)
    await world.act("eleve", verbs.reopen, number, world.saying("eleve", "Il recommence"))
    said = await world.press("eleve", "renew")

    assert said is not None
    assert said.kind.startswith("afraid")
    assert actions(said)[0] == "tell_outside"


async def test_a_child_who_waits_for_a_yes_may_tell_somebody_outside_too(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    said = await write(world, ABOUT_THE_HEAD)
    assert said is not None
    assert actions(said)[:2] == ["tell_outside", "tell_school"]
    mark = await world.mark()
    serial = (await world.rows("drafts", chat_id=world.telegram[CHILD]))[0]["data"]["serial"]
    caller = replace(early(world), person=(await world.person(CHILD)).id)
    await intake.press(world.desk, world.cause(), caller, "tell_outside", f"{serial}:")
    await write(world, "C’était hier")

    told = await world.everybody_told(mark)
    assert told["erun"] == ["card:filed", "replied"]
    assert not set(told) & {"directeur", "adjoint"}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("parent", AT_PLAY),
        ("parent", "La maîtresse frappe mon fils"),
        ("parent", "Mon fils a peur d’aller à l’école"),
        ("enseignant", "Un collègue tape les élèves"),
        ("enseignant", "Un élève veut mourir"),
    ],
)
async def test_an_adult_who_fears_for_a_child_has_the_same_choice(sqlite_world: World, key: str, text: str) -> None:
    world = sqlite_world
    said = await world.asked(key, filing.start, "autre", world.saying(key, text))
    assert said.kind == "afraid"
    assert {"tell_school", "tell_outside"} <= set(actions(said))
    assert "Tu " not in words(said, "fr")
    mark = await world.mark()
    await world.press(key, "tell_outside")

    told = await world.everybody_told(mark)
    assert told["erun"] == ["card:filed"]
    assert not set(told) & {"directeur", "adjoint"}


@pytest.mark.parametrize(
    "text",
    [
        "Mon fils a perdu son mot de passe",
        "Le suivi de mon fils ne s’affiche pas",
        "Ma fille tape le code des élèves",
    ],
)
async def test_an_adult_with_an_ordinary_trouble_is_not_alarmed(sqlite_world: World, text: str) -> None:
    assert await sqlite_world.act("parent", alarm.lead, sqlite_world.saying("parent", text)) is None


async def test_where_nobody_reads_outside_the_child_is_told_so_and_the_school_still_reads_nothing(
    sqlite_world: World,
) -> None:
    world = sqlite_world
    await lose(world, Level.CIRCONSCRIPTION, Level.DSDEN)
    said = await world.say("eleve", ABOUT_THE_HEAD)
    assert "personne n’y lit encore" in words(said)
    again = await world.say("eleve", "oui")  # to tell nobody is no answer to "oui"
    assert again is not None
    assert again.kind == "afraid"
    mark = await world.mark()
    await world.press("eleve", "tell_outside")
    await serving.settle(world.desk)

    [row] = await world.rows("requests")
    request = await world.request(row["number"])
    assert (request.level, request.stranded_at is None) == (Level.CIRCONSCRIPTION, False)
    assert await world.told("eleve", mark) == ["filed_outside_unread"]
    assert not await world.told("directeur", mark)
