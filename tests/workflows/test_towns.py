"""Somebody who administers schools asks the vendor for a town's space: what is asked, what the vendor reads."""

from __future__ import annotations

from typing import Any

import pytest

from bot import texts
from bot.opening import plant
from bot.storage import particulars
from bot.terms import Notice, Refusal, uai
from bot.terms.tree import StructureRecord
from bot.workflows.people import own_data
from bot.workflows.requests import verbs
from bot.workflows.rules.screens import mark
from bot.workflows.towns import asking
from tests.world import World

TREE = [
    StructureRecord(2, "syndicat", "smo", "", "SMO Oise", ("oise",)),
    StructureRecord(3, "ville", "ville-nogent", "", "Ville de Nogent", ("smo",)),
    StructureRecord(4, id="louise-michel", parents=("creil", "ville-nogent")),
]
CONTACT = ("Odile", "Prévost", "Odile.Prevost@Creil.FR")


async def ask(world: World, key: str = "adjoint", typed: str = "") -> Notice:
    """Types `/commune`."""
    said = await asking.ask(world.desk, world.cause(), world.caller(key), typed)
    assert said is not None
    return said


async def summed(world: World, key: str = "adjoint", typed: str = "Creil 0609901A") -> Notice:
    """Asks in one line, and answers what is missing; returns the summary."""
    await ask(world, key, typed)
    said = await world.press(key, "town_all")
    for words in CONTACT:
        said = await world.say(key, words)
    assert said is not None
    return said


async def filed(world: World, key: str = "adjoint", typed: str = "Creil 0609901A") -> int:
    """Asks, and sends the request; returns its number."""
    await summed(world, key, typed)
    await world.press(key, "send")
    rows: list[dict[str, Any]] = await world.rows("requests")
    return int(rows[-1]["number"])


async def refused(world: World, key: str, typed: str = "") -> Refusal:
    with pytest.raises(Refusal) as met:
        await ask(world, key, typed)
    return met.value


async def test_all_that_the_guide_wants_is_asked_for_one_by_one(world: World) -> None:
    asked = [(await ask(world)).kind]
    for words in ("Creil", "c’est tout", *CONTACT):
        said = await world.say("adjoint", words)
        assert said is not None
        asked.append(said.kind)

    assert asked == [f"town_{name}" for name in ("name", "schools", "first", "last", "email", "summary")]
    assert said is not None
    assert said.facts["particulars"] == {
        "ask": "town",
        "name": "Creil",
        "schools": ["École Jean-Moulin (0609901A)"],
        "contact": "Odile Prévost",
        "email": "Odile.Prevost@creil.fr",
    }


async def test_the_request_stands_at_once_at_the_vendor_s_desk_with_its_facts(world: World) -> None:
    number = await filed(world)

    request = await world.request(number)
    assert (request.category, int(request.level), int(request.entry)) == ("autre", 4, 4)
    assert request.place.id == "jean-moulin"
    card = await world.card("editeur", number)
    assert card.facts["particulars"]["email"] == "Odile.Prevost@creil.fr"
    assert "card:filed" in await world.told("editeur")
    assert (await world.act("editeur", verbs.take, number)).kind == "done_taken"
    for key in ("erun", "danei", "plateforme", "directrice", "directeur3", "enseignant"):
        assert (await world.refused(key, verbs.take, number)).reason == "unknown-request"


async def test_schools_are_tapped_named_or_given_by_their_codes(world: World) -> None:
    question = await ask(world, "erun", "Creil")
    offered = [button.words for row in question.buttons for button in row if button.action == "town_school"]
    assert offered == ["École Jean-Moulin (0609901A)", "École Louise-Michel (0609902B)"]

    said = await world.press("erun", "town_school", mark("jean-moulin"))
    assert said is not None
    assert "une école est choisie : École Jean-Moulin (0609901A)." in texts.word(said, "fr").text.replace(
        "\u00a0", " "
    )
    await world.press("erun", "town_school", mark("louise-michel"))
    await world.press("erun", "town_school", mark("louise-michel"))
    said = await world.say("erun", "louise")
    assert said is not None
    assert said.facts["count"] == 2
    said = await world.say("erun", "060 9903 C")
    assert said is not None
    assert said.facts["count"] == 3
    assert (await world.rows("drafts"))[0]["data"]["draft"]["chosen"].keys() == {
        "jean-moulin",
        "louise-michel",
        "jules-verne",
    }


async def test_a_request_about_schools_of_several_circonscriptions_is_about_what_lies_above_them(
    world: World,
) -> None:
    number = await filed(world, typed="Creil 0609901A, 0609903C")

    request = await world.request(number)
    assert request.place.id == "oise"
    await world.ask_again("adjoint")
    assert (await world.request(number)).place.id == "oise"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("0609901B", "uai-letter"), (f"0609998{uai.letter('0609998')}", "no-such-uai"), ("zola", "no-such-school")],
)
async def test_a_school_that_cannot_be_is_refused_and_those_chosen_stay(
    world: World, typed: str, reason: str
) -> None:
    await ask(world, typed="Creil")

    with pytest.raises(Refusal) as met:
        await world.say("adjoint", typed)
    assert met.value.reason == reason
    said = await world.press("adjoint", "town_all")
    assert said is not None
    assert said.kind == "town_first"


async def test_no_town_is_without_school_and_no_mail_address_is_made_up(world: World) -> None:
    await ask(world, typed="Creil")
    await world.press("adjoint", "town_school", mark("jean-moulin"))
    with pytest.raises(Refusal, match="town-no-school"):
        await world.press("adjoint", "town_all")
    await world.press("adjoint", "town_school", mark("jean-moulin"))
    await world.press("adjoint", "town_all")
    with pytest.raises(Refusal, match="name-unread"):
        await world.say("adjoint", "0344")
    await world.say("adjoint", "Odile")
    await world.say("adjoint", "Prévost")
    for typed in ("odile", "odile@creil", "odile prevost@creil.fr"):
        with pytest.raises(Refusal, match="mail-unread"):
            await world.say("adjoint", typed)


async def test_what_has_a_space_already_is_said_before_it_is_sent(world: World) -> None:
    await world.desk.do(world.cause(), lambda work: plant(work.connection, TREE))

    assert (await summed(world)).facts["same_name"] == []
    await world.cancel("adjoint")
    said = await summed(world, "adjoint", "Nogent 0609901A")
    assert (said.facts["same_name"], said.facts["same_schools"]) == (["Ville de Nogent"], [])
    await world.cancel("adjoint")
    said = await summed(world, "adjoint", "Creil 0609901A 0609902B")
    assert (said.facts["same_name"], said.facts["same_schools"]) == ([], ["École Louise-Michel (Ville de Nogent)"])


async def test_the_same_request_that_is_open_is_shown_to_whom_may_read_it_alone(world: World) -> None:
    number = await filed(world, typed="Creil 0609901A 0609902B")

    assert (await summed(world, "adjoint", "CREIL 0609902B 0609901A")).facts["number"] == number
    assert (await summed(world, "directrice", "Creil 0609902B 0609901A")).facts["number"] == 0


async def test_the_vendor_and_whoever_administers_nothing_have_nothing_to_ask(world: World) -> None:
    assert (await refused(world, "editeur")).reason == "town-vendor"
    for key in ("enseignant", "parent", "eleve"):
        assert (await refused(world, key)).reason == "administrators-only"


async def test_whoever_asked_reads_in_their_data_what_they_asked_for_and_an_erasure_forgets_the_contact(
    world: World,
) -> None:
    number = await filed(world)

    export = await world.act("adjoint", own_data.export)
    assert "Odile.Prevost@creil.fr" in str(export)
    await world.act("adjoint", own_data.erase)
    assert await world.desk.look(particulars.of, number) == {}
