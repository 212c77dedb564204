"""Who administers a school: given and withdrawn by its own administrators and their ERUN, with everybody told."""

from __future__ import annotations

import pytest

from bot.terms import Level, Notice, Refusal, Role
from bot.workflows.administrators import appointing, showing
from bot.workflows.requests import verbs
from tests.workflows.steps import actions
from tests.world import World

MOULIN = Role(Level.SCHOOL, "jean-moulin")


async def asked(world: World, key: str, typed: str) -> Notice:
    """That persona types `/droits` with these words; returns the answer."""
    said = await appointing.ask(world.desk, world.cause(), world.caller(key), typed)
    assert said is not None
    return said


async def pressed(world: World, key: str, action: str, value: str = "") -> Notice:
    """Presses a button of the card, or under the question; returns the answer."""
    said = await world.press(key, action, value)
    assert said is not None
    return said


async def changed(world: World, key: str, typed: str, action: str) -> Notice:
    """Gives or withdraws the right, and confirms; returns the receipt."""
    await asked(world, key, typed)
    await pressed(world, key, action, "0")
    return await pressed(world, key, "right_now")


async def roles(world: World, login: str) -> tuple[Role, ...]:
    """The roles of the account, as the ENT says."""
    account = await world.desk.directory.by_login(login)
    assert account is not None
    return account.roles


async def test_the_card_says_who_administers_and_offers_what_may_change(world: World) -> None:
    card = await asked(world, "directeur", "enseignant")

    assert (card.kind, actions(card)) == ("right", ["right_give", "cancel"])
    (post,) = card.facts["posts"]
    assert (post["place"], post["right"]) == ("École Jean-Moulin", "give")
    assert post["names"] == "Nadia Belkacem, Marc Delattre"


async def test_the_right_is_given_once_it_is_confirmed_and_known_at_once(world: World) -> None:
    await asked(world, "directeur", "enseignant")
    question = await pressed(world, "directeur", "right_give", "0")
    assert (question.kind, question.facts["gives"]) == ("right_asked", True)
    assert question.facts["many"]  # a colleague beside the head has it already
    assert await roles(world, "enseignant") == ()
    mark = await world.mark()

    said = await pressed(world, "directeur", "right_now")

    assert (said.kind, said.facts["linked"]) == ("right_done", True)
    assert await roles(world, "enseignant") == (MOULIN,)
    assert (await world.person("enseignant")).roles == (MOULIN,)
    assert (await world.told("enseignant", mark))[0] == "right_given"
    assert await world.told("adjoint", mark) == ["right_told"]
    assert await world.told("directeur", mark) == []
    assert (await world.rows("interventions"))[-1]["school"] == "jean-moulin"


async def test_without_a_colleague_who_administers_there_is_no_warning(world: World) -> None:
    await changed(world, "directeur", "adjoint", "right_take")

    await asked(world, "directeur", "enseignant")

    assert not (await pressed(world, "directeur", "right_give", "0")).facts["many"]


async def test_who_loses_the_right_is_told_and_what_they_held_goes_back(world: World) -> None:
    number = await world.file("parent", "compte", "Ma fille ne peut plus entrer")
    await world.act("adjoint", verbs.take, number)
    mark = await world.mark()

    said = await changed(world, "directeur", "adjoint", "right_take")

    assert (said.kind, said.facts["gives"]) == ("right_done", False)
    assert await roles(world, "adjoint") == ()
    assert (await world.person("adjoint")).roles == ()
    assert (await world.request(number)).holder is None
    assert {"right_withdrawn", "left_desk"} <= {*await world.told("adjoint", mark)}


@pytest.mark.parametrize(
    ("key", "typed", "right"),
    [
        ("directeur", "directeur", "head"),
        ("adjoint", "adjoint", "own"),
        ("adjoint", "directeur", "head"),
        ("erun", "directeur", "head"),
        ("erun", "adjoint", "take"),
        ("erun", "enseignant", "give"),
    ],
)
async def test_what_may_be_done_about_whom(world: World, key: str, typed: str, right: str) -> None:
    card = await asked(world, key, typed)

    assert [post["right"] for post in card.facts["posts"]] == [right]
    offered = [f"right_{right}"] if right in ("give", "take") else []
    assert actions(card) == [*offered, "cancel"]
    for action in {"right_give", "right_take"} - {*offered}:
        with pytest.raises(Refusal, match="old-button"):
            await pressed(world, key, action, "0")


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("directeur", "lea.martin", "right-not-staff"),
        ("directeur", "parent", "right-not-staff"),
        ("danei", "enseignant", "right-from-above"),
        ("erun", "erun", "right-own-above"),
        ("enseignant", "adjoint", "administrators-only"),
        ("eleve", "adjoint", "administrators-only"),
    ],
)
async def test_who_and_for_whom_it_is_refused(world: World, key: str, typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        await asked(world, key, typed)


async def test_somebody_of_another_school_looks_like_nobody(world: World) -> None:
    assert (await asked(world, "directrice", "enseignant")).kind == "nobody_found"


async def test_only_the_right_at_ones_own_school_is_shown_and_what_is_elsewhere_stays(world: World) -> None:
    await changed(world, "directrice", "solene.quemener", "right_give")
    card = await asked(world, "directeur", "solene.quemener")
    assert [post["place"] for post in card.facts["posts"]] == ["École Jean-Moulin"]

    await changed(world, "directeur", "solene.quemener", "right_give")
    await changed(world, "directrice", "solene.quemener", "right_take")

    assert await roles(world, "solene.quemener") == (MOULIN,)


async def test_the_erun_chooses_the_school_of_somebody_who_has_two(world: World) -> None:
    card = await asked(world, "erun", "solene.quemener")
    assert actions(card) == ["right_give", "right_give", "cancel"]

    await pressed(world, "erun", "right_give", "1")
    await pressed(world, "erun", "right_now")

    assert await roles(world, "solene.quemener") == (Role(Level.SCHOOL, "louise-michel"),)
    assert (await world.rows("interventions"))[-1]["school"] == "louise-michel"


async def test_what_changed_since_the_card_was_shown_is_not_done(world: World) -> None:
    await asked(world, "directeur", "enseignant")
    await pressed(world, "directeur", "right_give", "0")
    await world.appoint("enseignant", ("adml", "jean-moulin"))

    with pytest.raises(Refusal, match="right-changed"):
        await pressed(world, "directeur", "right_now")


async def test_typed_bare_it_lists_who_administers_ones_schools(world: World) -> None:
    said = await showing.of_schools(world.desk, world.caller("directeur"))

    assert said.kind == "administrators"
    assert [(one["name"], one["function"], one["me"]) for one in said.facts["holders"]] == [
        ("Nadia Belkacem", "adml", False),
        ("Marc Delattre", "director", True),
    ]
    assert actions(said) == ["rights", "right_whom"]
    above = await showing.of_schools(world.desk, world.caller("erun"))
    assert "Hélène Vasseur" in {one["name"] for one in above.facts["holders"]}
    with pytest.raises(Refusal, match="school-administrators-only"):
        await showing.of_schools(world.desk, world.caller("danei"))
