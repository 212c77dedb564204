"""How a yes for a pupil ends: by time, a new charter, the age, an erasure; and what the pupil reads then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.storage.work import Work
from bot.terms import Person, Profile, Refusal
from bot.workflows.people import consents, linking, own_data, speaking
from bot.workflows.policy import Charter
from bot.workflows.requests import cards, verbs
from tests.workflows.families import CHILD, FATHER, MOTHER, Families, early


async def test_it_ends_at_the_age_and_nothing_of_it_is_kept(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    await families.born(world.now.date().replace(year=world.now.year - 15))
    mark = await world.mark()
    await world.ask_again(CHILD)

    assert not await families.waits()
    assert "family_given" in await world.told(CHILD, mark)
    assert await world.rows("consents", child=(await world.person(CHILD)).id) == []
    with pytest.raises(Refusal, match="old-enough"):
        await families.say("directeur", yes=True, paper=True)


async def test_whose_birth_date_is_not_known_waits(families: Families) -> None:
    await families.born(None)
    assert (await families.link(CHILD)).kind == "linked_waits"


async def test_where_the_ent_says_nothing_a_pupil_waits_until_it_does(families: Families) -> None:
    world = families.world
    child = await _unasked(families)
    assert child.waits
    await world.ask_again(CHILD)
    assert "family_asked" in await world.told("directeur")


async def _unasked(families: Families) -> Person:
    """Léa, linked while the ENT did not answer."""
    world = families.world
    await families.link(CHILD)
    person = await world.person(CHILD)
    await world.desk.put(lambda work: speaking.part(work, person))

    def link(work: Work) -> None:
        linking.link(world.desk.policy, work, person, world.caller(CHILD), None)

    await world.desk.put(link)
    return await world.person(CHILD)


async def test_a_new_version_of_the_charter_is_asked_again_and_the_old_yes_holds_for_a_while(
    families: Families,
) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    await families.say(MOTHER, yes=True)
    newer = {**world.desk.policy.charters, Profile.STUDENT: Charter(2, {"fr": "Nouvelle charte"})}
    world.desk.policy = replace(world.desk.policy, charters=newer)
    mark = await world.mark()
    for _ in range(2):
        await consents.renew(world.desk)

    assert await world.told(MOTHER, mark) == ["family_asked"]
    assert not await families.waits()
    world.wait(days=31)
    await consents.renew(world.desk)
    assert await families.waits()
    await families.say(MOTHER, yes=True)
    assert not await families.waits()
    assert (await world.rows("consents", says="yes"))[-1]["charter"] == 2


async def test_a_yes_is_asked_for_again_before_it_ends(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    mark = await world.mark()
    world.wait(days=340)
    await consents.renew(world.desk)
    letters = [row["payload"] for row in await world.letters("directeur", mark)]
    assert [one["facts"]["why"] for one in letters if one["facts"]["name"].startswith("Léa")] == ["ends"]
    world.wait(days=26)
    await consents.renew(world.desk)
    assert await families.waits()
    assert await consents.renew(world.desk) == 0


async def test_what_others_filed_for_a_pupil_is_read_once_a_yes_is_there(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    mark = await world.mark()
    await families.say(MOTHER, yes=True)
    number = await world.file(CHILD)
    await families.say(MOTHER, yes=False)

    refusal = await world.refused(CHILD, cards.send, number)
    assert refusal.reason == "consent-first"
    with pytest.raises(Refusal, match="consent-first"):
        await world.desk.act(world.cause(), early(world), cards.send, number)
    told = await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici ton code"))
    assert told.kind == "done_kept_waiting"
    mark = await world.mark()
    await families.say(MOTHER, yes=True)
    assert await world.told(CHILD, mark) == ["family_given", "card:"]


async def test_it_is_exported_to_both_and_erased_with_the_data(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    await families.say(MOTHER, yes=True)

    mine = (await world.act(CHILD, own_data.export))["consents"]
    hers = (await world.act(MOTHER, own_data.export))["consents"]
    assert [(one["about"], one["by"], one["says"]) for one in mine] == [("me", "parent", "yes")]
    assert [(one["about"], one["says"]) for one in hers] == [("a pupil", "yes")]
    await world.act(MOTHER, own_data.erase)
    assert await families.waits()
    await families.say("directeur", yes=True, paper=True)
    await world.act(CHILD, own_data.erase)
    assert [row["child"] for row in await world.rows("consents")] == [(await world.person("eleve")).id]


async def test_a_parent_whose_no_the_school_overrules_reads_so_and_can_say_no_again(families: Families) -> None:
    world = families.world
    await families.link(FATHER)
    await families.link(CHILD)
    await families.say(FATHER, yes=False)
    mark = await world.mark()

    await families.say("directeur", yes=True, paper=True)
    assert await world.told(FATHER, mark) == ["family_overruled"]
    await families.say(FATHER, yes=False)
    assert await families.waits()


async def test_whoever_said_yes_is_told_when_a_later_no_stops_the_pupil(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    mark = await world.mark()

    await families.say("adjoint", yes=False)
    assert await families.waits()
    assert "family_overruled" in await world.told("directeur", mark)
    assert "family_overruled" not in await world.told("adjoint", mark)
