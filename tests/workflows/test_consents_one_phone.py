"""A pupil and a parent on one phone: the parent's yes may be the pupil's, so it needs one of the school."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot import texts
from bot.terms import Notice, Refusal
from bot.workflows.rules.consent import PARENT, read_consent
from tests.workflows.families import CHILD, FATHER, MOTHER, PHONES, Families


async def test_a_yes_said_on_the_pupils_phone_counts_once_the_school_says_yes(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD, PHONES[MOTHER])
    mark = await world.mark()
    said = await families.say(MOTHER, yes=True)

    assert (said.facts["says"], said.facts["stands"]) == ("yes", "unsure")
    assert await families.waits()
    [question] = [row["payload"] for row in await world.letters("directeur", mark)]
    assert (question["facts"]["why"], question["facts"]["actor"]) == ("shared", "Aurélie Martin")
    await families.say("directeur", yes=True, paper=True)
    assert not await families.waits()


async def test_the_school_is_told_once_of_such_a_yes(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD, PHONES[MOTHER])
    await families.say(MOTHER, yes=True)
    mark = await world.mark()
    await families.say(MOTHER, yes=True)
    assert await world.told("directeur", mark) == []


async def test_a_no_said_on_the_pupils_phone_counts(families: Families) -> None:
    await families.link(MOTHER)
    await families.link(CHILD, PHONES[MOTHER])
    await families.say("directeur", yes=True, paper=True)
    await families.say(MOTHER, yes=False)
    assert await families.waits()


async def test_the_yes_of_the_other_parent_on_a_phone_of_their_own_suffices(families: Families) -> None:
    for login in (MOTHER, FATHER):
        await families.link(login)
    await families.link(CHILD, PHONES[MOTHER])
    assert (await families.say(MOTHER, yes=True)).facts["stands"] == "unsure"
    assert (await families.say(FATHER, yes=True, shown=families.world.now.replace(year=2020))).facts[
        "stands"
    ] == "waits"
    assert await families.waits()
    await families.say(FATHER, yes=True)
    assert not await families.waits()


async def test_such_a_yes_does_not_count_later_because_the_pupil_has_another_phone(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD, PHONES[MOTHER])
    await families.say(MOTHER, yes=True)
    mark = await world.mark()
    await families.link(CHILD, 5_100_099)
    await world.ask_again(CHILD)

    assert await families.waits()
    assert "family_asked" in await world.told(MOTHER, mark)  # now on a phone that the pupil does not hold
    await families.say(MOTHER, yes=True)
    assert not await families.waits()


async def test_nobody_says_the_schools_yes_on_the_pupils_phone(families: Families) -> None:
    await families.link(CHILD, families.world.telegram["directeur"])
    with pytest.raises(Refusal, match="own-phone"):
        await families.say("directeur", yes=True, paper=True)
    assert await families.waits()
    await families.say("adjoint", yes=True, paper=True)
    assert not await families.waits()


async def test_an_academie_may_decide_that_such_a_yes_suffices(families: Families) -> None:
    world = families.world
    bounds = replace(world.desk.policy.consent, one_phone=PARENT)
    world.desk.policy = replace(world.desk.policy, consent=bounds)
    await families.link(MOTHER)
    await families.link(CHILD, PHONES[MOTHER])
    await families.say(MOTHER, yes=True)
    assert not await families.waits()


def test_whose_yes_counts_on_one_phone_is_one_of_those_who_may_say_yes() -> None:
    table = {"age": 15, "profiles": ["student"], "unknown": "below", "yes_days": 365, "again_days": 30}
    assert read_consent(table | {"who": ["parent"]}).one_phone == PARENT
    with pytest.raises(ValueError, match="one_phone"):
        read_consent(table | {"who": ["parent"], "one_phone": "school"})


def phone(notice: dict[str, Any] | Notice) -> list[tuple[str, str]]:
    """Who else is linked where the pupil is, as the notice says: name and function."""
    facts = notice.facts if isinstance(notice, Notice) else notice["payload"]["facts"]
    return [(one["name"], one.get("function", "")) for one in facts["phone"]]


async def test_the_school_reads_whose_phone_it_is_when_it_is_asked_and_before_its_yes(families: Families) -> None:
    world = families.world
    mark = await world.mark()
    await families.link(CHILD, world.telegram["enseignant"])

    asked = (await world.letters("directeur", mark))[-1]
    assert phone(asked) == [("Yann Le Bihan", "teacher")]
    assert phone(await families.say("directeur", yes=True)) == [("Yann Le Bihan", "teacher")]
    shown = await families.shown("directeur")
    assert "où parle aussi Yann Le Bihan (équipe enseignante)" in texts.word(shown, "fr").text


async def test_an_adult_whom_the_school_may_not_see_has_no_name(families: Families) -> None:
    world = families.world
    await families.link(CHILD, world.telegram["directrice"])

    shown = await families.shown("directeur")

    assert phone(shown) == [("", "")]
    assert "un adulte relié" in texts.word(shown, "fr").text
    assert (await world.person("directrice")).name not in texts.word(shown, "fr").text


async def test_a_parent_is_not_told_whose_phone_it_is(families: Families) -> None:
    await families.link(MOTHER)
    mark = await families.world.mark()
    await families.link(CHILD, families.world.telegram["enseignant"])

    [asked] = await families.world.letters(MOTHER, mark)
    assert phone(asked) == []
    assert phone(await families.shown(MOTHER)) == []


async def test_nothing_is_said_of_a_phone_that_is_the_pupils_alone(families: Families) -> None:
    await families.link(CHILD)

    assert "Telegram" not in texts.word(await families.shown("directeur"), "fr").text
