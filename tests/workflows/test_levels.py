"""A request goes through the five levels, and between colleagues of one desk."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bot.terms import Level, Notice, Refusal, Role, Saying, Status, Voice
from bot.workflows import talk
from bot.workflows.desk import Turn
from bot.workflows.requests import colleagues, verbs
from tests.workflows.steps import DESKS, actions, chosen, escalated, filed
from tests.world import PHOTO, World

Verb = Callable[[Turn, int, Saying], Notice]

# Through the levels


async def test_a_request_climbs_through_all_five_levels_and_each_desk_is_told(world: World) -> None:
    number, _ = await filed(world)

    for level, (key, _) in enumerate(DESKS[:-1], 1):
        mark = await world.mark()
        await world.act(key, verbs.escalate, number, world.saying(key, f"Essayé au niveau {level - 1}"))
        request = await world.request(number)
        above, structure = DESKS[level]
        assert (request.at, request.status, request.holder) == (Role(Level(level), structure), Status.NEW, None)
        assert await world.everybody_told(mark) == {"eleve": ["escalated"], above: ["card:escalated"]}


async def test_the_vendor_has_nobody_above(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 4)

    refusal = await world.refused("editeur", verbs.escalate, number, world.saying("editeur", "Encore"))

    assert refusal.reason == "guard-escalate"


async def test_escalating_needs_a_reason(world: World) -> None:
    number, _ = await filed(world)

    refusal = await world.refused("directeur", verbs.escalate, number, world.saying("directeur"))

    assert refusal.reason == "reason-needed"
    assert (await world.request(number)).level is Level.SCHOOL


async def test_who_escalated_keeps_reading_and_answers_for_the_school_only(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)

    assert (await world.card("directeur", number)).kind == "card"
    assert (await world.refused("directeur", verbs.resolve, number)).reason == "elsewhere"
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Elle a réessayé"))
    assert (await world.request(number)).holder is None


async def test_who_escalated_hears_what_is_answered_above(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    mark = await world.mark()

    await world.act("erun", verbs.speak, number, world.saying("erun", "Je regarde"))

    assert await world.everybody_told(mark) == {"eleve": ["answered"], "directeur": ["answered"]}


async def test_the_reason_for_escalating_is_a_note(world: World) -> None:
    number, mark = await filed(world)

    reason = world.saying("directeur", "Famille en conflit", PHOTO)
    await world.act("directeur", verbs.escalate, number, reason)

    assert (await world.exchange(number))[-1].voice is Voice.NOTE
    assert "conflit" not in json.dumps([row["payload"] for row in await world.letters("eleve", mark)])
    assert await world.told("eleve", mark) == ["escalated"]
    assert await world.told("erun", mark) == ["card:escalated", "files"]


async def test_a_long_reason_for_escalating_never_reaches_the_requester(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", verbs.escalate, number, world.saying("directeur", "R" * 4000))

    assert await world.told("eleve", mark) == ["escalated"]
    assert "RRR" not in json.dumps([row["payload"] for row in await world.letters("eleve", mark)])


async def test_a_request_is_sent_back_to_the_level_below_which_is_told(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 2)
    mark = await world.mark()

    await world.act("danei", verbs.send_back, number, world.saying("danei", "À voir sur place"))

    assert (await world.request(number)).at == Role(Level.CIRCONSCRIPTION, "creil")
    assert await world.everybody_told(mark) == {"eleve": ["sent_back"], "erun": ["card:sent_back"]}


async def test_nothing_is_sent_back_below_where_it_entered(world: World) -> None:
    number = await world.file("enseignant", "compte")

    refusal = await world.refused("erun", verbs.send_back, number, world.saying("erun", "Non"))

    assert refusal.reason == "guard-send_back"


# Colleagues


async def test_its_holder_gives_a_request_back_to_the_desk(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    mark = await world.mark()

    await world.act("directeur", verbs.release, number)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)
    assert await world.everybody_told(mark) == {"adjoint": ["card:released"]}


async def test_only_its_holder_gives_a_request_back(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)

    assert (await world.refused("adjoint", verbs.release, number)).reason == "holder-only"


@pytest.mark.parametrize("name", ["adjoint", "ADJOINT", "belk", "nadia bel"])
async def test_its_holder_hands_a_request_to_a_colleague_by_login_or_name(sqlite_world: World, name: str) -> None:
    number, _ = await filed(sqlite_world)
    await sqlite_world.act("directeur", verbs.take, number)
    mark = await sqlite_world.mark()

    await sqlite_world.act("directeur", colleagues.hand, number, name)

    assert (await sqlite_world.request(number)).holder == (await sqlite_world.person("adjoint")).id
    assert await sqlite_world.everybody_told(mark) == {"adjoint": ["card:handed"], "eleve": ["taken"]}


async def test_a_name_that_several_colleagues_bear_is_asked_again(world: World) -> None:
    await world.appoint("francoise.boeuf", ("adml", "jean-moulin"))
    await world.enrol("francoise.boeuf", 6_000_001)
    await world.appoint("solene.quemener", ("adml", "jean-moulin"))
    await world.enrol("solene.quemener", 6_000_002)
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)

    refusal = await world.refused("directeur", colleagues.hand, number, "b")

    assert refusal.reason == "which-colleague"
    assert refusal.facts["names"] == "Nadia Belkacem (adjoint), Françoise Bœuf (francoise.boeuf)"


@pytest.mark.parametrize("name", ["erun", "eleve", "personne"])
async def test_a_request_is_handed_to_nobody_of_another_desk(sqlite_world: World, name: str) -> None:
    number, _ = await filed(sqlite_world)
    await sqlite_world.act("directeur", verbs.take, number)

    assert (await sqlite_world.refused("directeur", colleagues.hand, number, name)).reason == "no-such-colleague"


async def test_an_agent_without_colleagues_is_told_so(world: World) -> None:
    number = await world.file("enseignant", "compte")
    await world.act("erun", verbs.take, number)

    assert (await world.refused("erun", colleagues.hand, number, "erun2")).reason == "no-colleague"


async def test_what_nobody_holds_is_handed_without_taking_it_first(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", colleagues.hand, number, "adjoint")

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.OPEN, (await world.person("adjoint")).id)
    assert await world.everybody_told(mark) == {"adjoint": ["card:handed"], "eleve": ["taken"]}


async def test_what_a_colleague_holds_stays_theirs(world: World) -> None:
    number, _ = await filed(world)
    await world.act("adjoint", verbs.take, number)

    refusal = await world.refused("directeur", colleagues.hand, number, "adjoint")

    assert (refusal.reason, refusal.facts["name"]) == ("held-by-colleague", "Nadia Belkacem")
    assert (await world.refused("directeur", colleagues.choose, number)).reason == "held-by-colleague"


async def test_the_colleagues_are_buttons(world: World) -> None:
    number, _ = await filed(world)
    assert "entrust" in actions(await world.card("directeur", number))

    asked = await world.asked("directeur", colleagues.choose, number)
    said = await world.press("directeur", "colleague", chosen(asked, "Nadia Belkacem"))

    assert actions(asked) == ["colleague", "cancel"]
    assert said is not None
    assert said.kind == "done_handed"
    assert (await world.request(number)).holder == (await world.person("adjoint")).id


async def test_a_colleague_may_also_be_typed_where_they_are_asked_for(world: World) -> None:
    number, _ = await filed(world)
    await world.asked("directeur", colleagues.choose, number)

    await world.say("directeur", "nadia")

    assert (await world.request(number)).holder == (await world.person("adjoint")).id


async def test_nobody_is_handed_a_request_who_would_not_hear_of_it(world: World) -> None:
    number, _ = await filed(world)
    await talk.reachable(world.desk, world.cause(), world.telegram["adjoint"], False)

    assert (await world.refused("directeur", colleagues.choose, number)).reason == "no-colleague"
    assert (await world.refused("directeur", colleagues.hand, number, "adjoint")).reason == "colleague-away"


async def test_a_colleague_of_another_desk_is_no_choice(world: World) -> None:
    number, _ = await filed(world)
    await world.asked("directeur", colleagues.choose, number)

    with pytest.raises(Refusal, match="old-button"):
        await world.press("directeur", "colleague", str((await world.person("erun")).id))


@pytest.mark.parametrize("verb", [verbs.escalate, verbs.send_back])
async def test_a_photo_alone_is_no_reason(sqlite_world: World, verb: Verb) -> None:
    number, _ = await filed(sqlite_world)
    await escalated(sqlite_world, number, 1)

    refusal = await sqlite_world.refused("erun", verb, number, sqlite_world.saying("erun", "", PHOTO))

    assert refusal.reason == "reason-needed"
    assert (await sqlite_world.request(number)).level is Level.CIRCONSCRIPTION
