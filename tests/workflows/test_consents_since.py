"""Answers about a pupil that cross: a button belongs to the moment it was shown at; who said what, and when."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import update

from bot import texts
from bot.ent.embedded.tables import ENT
from bot.terms import Notice, Refusal
from bot.workflows.people import charters, own_data, rights
from tests.workflows.families import CHILD, FATHER, MOTHER, Families
from tests.workflows.steps import actions

SCHOOL = ("directeur", "adjoint")


def worded(said: Notice) -> str:
    """The notice as somebody reads it in French."""
    return texts.plain(texts.word(said, "fr").text).replace("\u00a0", " ")


async def bar(families: Families, login: str, how: str) -> None:
    """Blocks or pre-deletes that account in the ENT."""
    table, world = ENT.tables["ent_accounts"], families.world
    values = {"blocked": True} if how == "blocked" else {"deleted_at": world.now}
    statement = update(table).where(table.c.id == login).values(values)
    await world.desk.records.run(lambda connection: connection.execute(statement))
    world.wait(minutes=3)


async def test_an_old_no_of_the_school_does_not_undo_the_yes_of_a_colleague(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    asked = world.now
    await families.say("directeur", yes=True, paper=True)
    said = await families.say("adjoint", yes=False, shown=asked)

    assert (said.kind, actions(said)) == ("family_since", ["child_yes", "child_no"])
    assert "Oui de Marc Delattre (école), le 24 nov. à 13:01" in worded(said)
    assert not await families.waits()
    assert (await families.say("adjoint", yes=False)).kind == "family_said"  # with the button below that
    assert await families.waits()


@pytest.mark.parametrize("paper", [False, True])
async def test_an_old_yes_of_the_school_does_not_undo_a_newer_no_of_a_parent(families: Families, paper: bool) -> None:
    world = families.world
    for login in (CHILD, FATHER):
        await families.link(login)
    asked = world.now
    await families.say(FATHER, yes=False)
    said = await families.say("directeur", yes=True, paper=paper, shown=asked)

    assert said.kind == "family_since"
    assert "Non de Jean-Baptiste Martin (parent), le 24 nov. à 13:01" in worded(said)
    assert await families.waits()
    await families.say("directeur", yes=True, paper=True)
    assert not await families.waits()


async def test_an_old_button_of_a_parent_says_what_another_one_answered_since_and_names_nobody(
    families: Families,
) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    asked = world.now
    await families.say(MOTHER, yes=True)
    said = await families.say(FATHER, yes=False, shown=asked)

    assert said.kind == "family_since"
    assert "Oui d’un autre parent, le 24 nov. à 13:01" in worded(said)
    assert "Martin" not in worded(said).replace("Léa Martin", "")
    assert not await families.waits()
    assert (await families.say(FATHER, yes=False)).facts["stands"] == "refused"


async def test_a_button_of_the_release_before_counts_only_while_nobody_else_has_answered(families: Families) -> None:
    for login in (MOTHER, CHILD):
        await families.link(login)
    long_ago = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    assert (await families.say(MOTHER, yes=True, shown=long_ago)).kind == "family_said"
    assert (await families.say("directeur", yes=False, shown=long_ago)).kind == "family_since"


async def test_the_school_reads_who_answered_what_and_when_and_a_parent_whether_it_was_one(
    families: Families,
) -> None:
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    await families.say(FATHER, yes=False)
    await families.say("directeur", yes=True, paper=True)

    assert worded(await families.shown("adjoint")).splitlines()[-3:] == [
        "Oui de Marc Delattre (école), le 24 nov. à 13:03",
        "Non de Jean-Baptiste Martin (parent), le 24 nov. à 13:02",
        "Oui d’Aurélie Martin (parent), le 24 nov. à 13:01",
    ]
    assert worded(await families.shown(MOTHER)).splitlines()[-3:] == [
        "Oui de l’école, le 24 nov. à 13:03",
        "Non d’un autre parent, le 24 nov. à 13:02",
        "Oui de votre part, le 24 nov. à 13:01",
    ]


@pytest.mark.parametrize("how", ["blocked", "deleted"])
async def test_a_parent_who_cannot_log_in_takes_their_yes_back_and_gives_none(families: Families, how: str) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    await bar(families, MOTHER, how)

    await rights.renew(world.desk, world.caller(MOTHER))
    assert (await world.person(MOTHER)).barred == how
    shown_there = await charters.read_charter(world.desk, world.caller(MOTHER))
    assert actions(shown_there) == ["child"]
    assert actions(await families.shown(MOTHER)) == ["child_back"]
    said = await families.say(MOTHER, yes=False)
    assert (said.kind, actions(said)) == ("family_said", [])
    assert await families.waits()
    with pytest.raises(Refusal, match="barred"):
        await families.say(MOTHER, yes=True)


async def test_somebody_of_the_school_who_cannot_log_in_answers_nothing(families: Families) -> None:
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    await bar(families, "directeur", "blocked")
    with pytest.raises(Refusal, match="barred"):
        await families.say("directeur", yes=False)


async def test_a_no_of_an_only_parent_promises_nothing_and_sets_nobody_against_the_pupil(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    mark = await world.mark()
    said = await families.say(MOTHER, yes=False)

    assert "école" not in worded(said).partition("Cet élève")[2]
    assert [await world.told(one, mark) for one in SCHOOL] == [[], []]
    [letter] = [row["payload"] for row in await world.letters(CHILD, mark)]
    told = texts.word(Notice(letter["kind"], letter["facts"]), "fr-tu").text
    assert "non" not in told.lower().split()
    assert "ta famille et l’école" in told


async def test_where_a_parent_has_their_data_erased_the_school_and_the_other_parent_hear_that_a_yes_is_missing(
    families: Families,
) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    mark = await world.mark()
    await world.act(MOTHER, own_data.erase)

    assert await families.waits()
    for who in (*SCHOOL, FATHER):
        [question] = [row["payload"] for row in await world.letters(who, mark) if row["kind"] == "notice"]
        assert (question["kind"], question["facts"]["why"]) == ("family_asked", "missing")
    await families.say(FATHER, yes=True)
    assert not await families.waits()


async def test_where_a_parent_who_said_yes_is_none_any_more_the_school_hears_it_too(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    mark = await world.mark()
    await families.relate((FATHER, CHILD))
    await world.ask_again(CHILD)

    assert await families.waits()
    assert await world.told("directeur", mark) == ["family_asked"]


async def test_a_parent_whose_no_is_erased_asks_nobody_anything(families: Families) -> None:
    world = families.world
    for login in (MOTHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=False)
    mark = await world.mark()
    await world.act(MOTHER, own_data.erase)
    assert [await world.told(one, mark) for one in SCHOOL] == [[], []]
