"""A director asks the ERUN to attach somebody: what they are asked for, and what the ERUN reads."""

from __future__ import annotations

import pytest

from bot.storage import particulars
from bot.terms import Refusal
from bot.workflows.people import own_data
from tests.workflows.attaching import ask, filed
from tests.world import World

KELLER = {"ask": "attach", "name": "Bruno Keller", "kind": "TRS", "base": "IEN de la circonscription"}


async def test_a_director_is_asked_for_all_that_the_guide_wants_one_by_one(world: World) -> None:
    said = await ask(world, "directeur")
    assert said is not None
    asked = [said.kind]
    for word in ("brigade autre", "Bruno Keller", "École Jean-Jaurès", "Noyon"):
        said = await world.say("directeur", word)
        assert said is not None
        asked.append(said.kind)
    said = await world.press("directeur", "skip")
    assert said is not None
    assert [*asked, said.kind] == [
        *("attach_kind", "attach_who", "attach_origin", "attach_town", "attach_last_year", "attach_summary"),
    ]
    assert said.facts["particulars"] == {
        "ask": "attach",
        "name": "Bruno Keller",
        "kind": "BRIGADE-AUTRE",
        "base": "école d’une autre circonscription",
        "origin": "École Jean-Jaurès",
        "town": "Noyon",
    }


async def test_what_a_director_does_not_know_is_left_out(world: World) -> None:
    said = await ask(world, "directeur", "TRS Bruno Keller")
    for _ in ("origin", "town", "last_year"):
        said = await world.press("directeur", "skip")

    assert said is not None
    assert (said.kind, said.facts["particulars"]) == ("attach_summary", KELLER)


@pytest.mark.parametrize(("typed", "next_"), [("pes", "attach_who"), ("Pes Zoé Picard", "attach_origin")])
async def test_one_line_is_enough_and_what_is_missing_is_asked(world: World, typed: str, next_: str) -> None:
    said = await ask(world, "directeur", typed)
    assert said is not None
    assert said.kind == next_


@pytest.mark.parametrize("typed", ["parent", "Élèves", "ATSEM", "elco Zoé Picard"])
async def test_whoever_is_made_by_hand_is_not_asked_for(world: World, typed: str) -> None:
    with pytest.raises(Refusal) as met:
        await ask(world, "directeur", typed)
    assert met.value.reason == "made-by-hand"


async def test_the_request_stands_at_the_desk_of_the_erun_with_its_facts(world: World) -> None:
    number = await filed(world)

    request = await world.request(number)
    assert (request.category, int(request.level), request.desk) == ("rattachement", 1, "creil")
    card = await world.card("erun", number)
    assert card.facts["particulars"] == {**KELLER, "origin": "École Jean-Jaurès", "town": "Noyon"}
    assert "card:filed" in await world.told("erun")


async def test_a_director_of_two_schools_is_asked_to_which(world: World) -> None:
    await world.hats()
    await ask(world, "directrice2", "ZIL Fatou Diallo")
    await world.say("directrice2", "École Louise-Michel")
    await world.say("directrice2", "Nogent")
    said = await world.press("directrice2", "skip")
    assert said is not None
    assert said.kind == "attach_where"
    await world.press("directrice2", "place", "marie-curie")
    await world.press("directrice2", "send")

    rows = await world.rows("requests")
    assert (await world.request(rows[-1]["number"])).place.id == "marie-curie"


async def test_the_same_person_asked_for_twice_is_asked_about(world: World) -> None:
    number = await filed(world)

    await ask(world, "adjoint", "TRS KELLER bruno")
    await world.say("adjoint", "École Jean-Jaurès")
    await world.say("adjoint", "Noyon")
    said = await world.press("adjoint", "skip")
    assert said is not None
    assert (said.kind, said.facts["number"]) == ("attach_summary", number)
    assert [key.action for row in said.buttons for key in row][:2] == ["open", "send"]


@pytest.mark.parametrize("key", ["parent", "enseignant"])
async def test_nobody_else_asks_for_it(world: World, key: str) -> None:
    with pytest.raises(Refusal) as met:
        await ask(world, key, "TRS Bruno Keller")
    assert met.value.reason == "administrators-only"


async def test_the_facts_are_erased_with_the_data_of_who_asked(world: World) -> None:
    number = await filed(world)
    kept = await world.act("directeur", own_data.export)
    assert [one["asked_for"]["name"] for one in kept["requests"] if one["number"] == number] == ["Bruno Keller"]

    await world.act("directeur", own_data.erase)

    assert await world.desk.look(particulars.of, number) == {}


@pytest.mark.parametrize(
    ("typed", "meant", "name"),
    [
        ("PESS Jeanne Roux", "PES", "Jeanne Roux"),
        ("tsr Jeanne Roux", "TRS", "Jeanne Roux"),
        ("brigade autr Jeanne Roux", "BRIGADE-AUTRE", "Jeanne Roux"),
        ("rasd Jeanne Roux", "RASED", "Jeanne Roux"),
        ("Aesch", "AESH", ""),
    ],
)
async def test_a_kind_that_is_mistyped_is_asked_about_and_never_part_of_the_name(
    world: World, typed: str, meant: str, name: str
) -> None:
    said = await ask(world, "directeur", typed)
    assert said is not None
    assert said.kind == "attach_meant"
    said = await world.press("directeur", "kind", meant)

    assert said is not None
    draft = (await world.rows("drafts"))[0]["data"]["draft"]
    assert (draft["kind"], draft["name"]) == (meant, name)
    assert said.kind == ("attach_origin" if name else "attach_who")


@pytest.mark.parametrize("typed", ["Parant Jeanne Roux", "pess Roux"])
async def test_a_first_name_that_is_near_a_kind_stays_one_where_somebody_says_so(world: World, typed: str) -> None:
    await ask(world, "directeur", typed)

    said = await world.press("directeur", "first_name")

    assert said is not None
    assert said.kind == "attach_kind"
    assert (await world.rows("drafts"))[0]["data"]["draft"]["name"] == typed


async def test_a_name_that_is_near_no_kind_is_not_asked_about(world: World) -> None:
    said = await ask(world, "directeur", "Brigitte Zola")
    assert said is not None
    assert said.kind == "attach_kind"
    said = await ask(world, "directeur", "brigade Anne Roux")
    assert said is not None
    assert said.kind == "attach_origin"
