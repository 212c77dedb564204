"""A pupil who went to another school: who is asked for a new yes, and what the school they left hears: nothing."""

from __future__ import annotations

from bot.workflows.people import consents
from tests.workflows.families import CHILD, FATHER, MOTHER, Families
from tests.workflows.movers import NEAR, moved

FORMER = ("directeur", "adjoint")
NEW = "directrice"  #: of the school that the pupil goes to


async def about(families: Families, who: str, mark: int) -> list[str]:
    """What that person was told about Léa since the mark: the reasons of questions, the kinds of anything else."""
    letters = [row["payload"] for row in await families.world.letters(who, mark) if row["kind"] == "notice"]
    mine = [one for one in letters if one["facts"].get("name") == "Léa Martin"]
    return [one["facts"].get("why", one["kind"]) for one in mine]


async def gone(families: Families) -> int:
    """Léa, for whom the school said yes, goes to another one; a mark after that."""
    world = families.world
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    await moved(world, CHILD, NEAR)
    assert not await families.waits()
    return await world.mark()


async def later(families: Families, days: int) -> None:
    """The ENT names everybody again after these days, and the chore is run twice."""
    world = families.world
    world.wait(days=days)
    for who in (CHILD, *FORMER, NEW, *(one for one in (MOTHER, FATHER) if one in world.telegram)):
        await world.ask_again(who)
    for _ in range(2):
        await consents.renew(world.desk)


async def test_the_new_school_and_the_linked_parents_are_asked_and_the_former_school_hears_nothing(
    families: Families,
) -> None:
    await families.link(MOTHER)
    mark = await gone(families)
    await later(families, 340)

    assert [await about(families, who, mark) for who in FORMER] == [[], []]
    assert await about(families, NEW, mark) == await about(families, MOTHER, mark) == ["lapses"]
    await families.say(NEW, yes=True, paper=True)
    await later(families, 31)
    assert not await families.waits()


async def test_nobody_is_asked_while_a_yes_of_a_parent_holds(families: Families) -> None:
    mark = await gone(families)
    world = families.world
    world.wait(days=200)
    await families.link(MOTHER)
    await families.say(MOTHER, yes=True)
    await later(families, 140)
    for who in (*FORMER, NEW, MOTHER):
        assert "lapses" not in await about(families, who, mark)
        assert "ends" not in await about(families, who, mark)


async def test_a_former_school_that_said_yes_does_not_hear_of_a_later_no(families: Families) -> None:
    await families.link(FATHER)
    mark = await gone(families)
    await families.say(FATHER, yes=False)
    assert await families.waits()
    assert [await about(families, who, mark) for who in FORMER] == [[], []]


async def test_whoever_left_the_school_is_not_asked_for_its_yes(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    await world.appoint("directeur")
    mark = await world.mark()
    await later(families, 340)
    assert await about(families, "directeur", mark) == []
    assert await about(families, "adjoint", mark) == ["lapses"]
