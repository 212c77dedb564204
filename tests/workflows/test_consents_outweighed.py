"""A yes that a no outweighed: it does not come back when the no is forgotten, and the school can say it anew."""

from __future__ import annotations

from bot.workflows.people import own_data
from tests.workflows.families import CHILD, FATHER, MOTHER, Families
from tests.workflows.steps import actions


async def reasons(families: Families, who: str, mark: int) -> list[str]:
    """Why that person was asked about a pupil since the mark."""
    letters = [row["payload"] for row in await families.world.letters(who, mark) if row["kind"] == "notice"]
    return [one["facts"]["why"] for one in letters if one["kind"] == "family_asked"]


async def test_a_yes_of_the_school_does_not_come_back_when_those_who_said_no_erase_their_data(
    families: Families,
) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say("directeur", yes=True, paper=True)
    await families.say(MOTHER, yes=False)
    await families.say(FATHER, yes=False)
    mark = await world.mark()
    for login in (MOTHER, FATHER):
        await world.act(login, own_data.erase)

    assert await families.waits()
    assert "family_given" not in await world.told(CHILD, mark)
    for who in ("directeur", "adjoint"):
        assert await reasons(families, who, mark) == ["missing"]
    await families.say("directeur", yes=True, paper=True)
    assert not await families.waits()


async def test_a_yes_of_a_parent_does_not_come_back_when_the_other_who_said_no_erases_their_data(
    families: Families,
) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    await families.say(FATHER, yes=False)
    mark = await world.mark()
    await world.act(FATHER, own_data.erase)

    assert await families.waits()
    assert await reasons(families, MOTHER, mark) == await reasons(families, "directeur", mark) == ["missing"]
    await families.say(MOTHER, yes=True)
    assert not await families.waits()


async def test_a_yes_does_not_come_back_when_who_said_no_is_no_parent_any_more(families: Families) -> None:
    world = families.world
    for login in (FATHER, CHILD):
        await families.link(login)
    await families.say("directeur", yes=True, paper=True)
    await families.say(FATHER, yes=False)
    mark = await world.mark()
    await families.relate((MOTHER, CHILD))
    await world.ask_again(CHILD)

    assert await families.waits()
    assert await reasons(families, "directeur", mark) == ["missing"]


async def test_a_yes_of_a_school_does_not_come_back_when_the_pupil_leaves_the_school_that_took_it_back(
    families: Families,
) -> None:
    world = families.world
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    await families.say("adjoint", yes=False)
    await world.move(CHILD, "louise-michel/CE2")
    await world.ask_again(CHILD)
    assert await families.waits()


async def test_a_yes_that_is_newer_than_the_forgotten_no_goes_on_counting(families: Families) -> None:
    world = families.world
    for login in (FATHER, CHILD):
        await families.link(login)
    await families.say(FATHER, yes=False)
    await families.say("directeur", yes=True, paper=True)
    mark = await world.mark()
    await world.act(FATHER, own_data.erase)
    assert not await families.waits()
    assert await reasons(families, "directeur", mark) == []


async def test_the_school_is_offered_a_yes_anew_after_a_newer_no(families: Families) -> None:
    for login in (FATHER, CHILD):
        await families.link(login)
    await families.say("directeur", yes=True, paper=True)
    assert actions(await families.shown("directeur")) == ["child_back"]
    await families.say(FATHER, yes=False)
    assert actions(await families.shown("directeur")) == ["child_yes", "child_back"]
    await families.say("directeur", yes=True, paper=True)
    assert not await families.waits()
    await families.say("adjoint", yes=False)
    assert actions(await families.shown("directeur")) == ["child_yes", "child_back"]


async def test_the_school_hears_of_a_disagreement_where_the_pupil_waits_for_it_only(families: Families) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(FATHER, yes=False)
    await families.say("directeur", yes=True, paper=True)
    mark = await world.mark()
    await families.say(MOTHER, yes=True)

    assert not await families.waits()
    assert await world.told("directeur", mark) == await world.told("adjoint", mark) == []
    await families.say(FATHER, yes=False)
    assert await families.waits()
    assert await reasons(families, "adjoint", mark) == ["split"]
