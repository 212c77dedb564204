"""What the new school reads of a request that came along, and what those read who had it before."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from bot.workflows.requests import cards, correcting, leafing, queues, verbs
from tests.workflows.movers import FAR, NEAR, filed_for, moved
from tests.workflows.steps import actions, escalated, filed
from tests.world import PHOTO, World


async def shown(world: World, key: str, number: int) -> list[str]:
    """The texts of the exchange that the card and the leaves of the request show to that persona: both the same."""
    card = [line["text"] for line in (await world.card(key, number)).facts["exchange"]]
    leaf = [line["text"] for line in (await world.act(key, leafing.leaf, number)).facts["exchange"]]
    assert card == leaf
    return card


async def treated(world: World) -> int:
    """The pupil's request, with a note and its picture, an act, an answer and a reply; returns the number."""
    number = await world.file("eleve")
    await world.act("directeur", verbs.note, number, world.saying("directeur", "Parents séparés", PHOTO))
    await world.act("directeur", verbs.acted, number, "code", "Inès Caron")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Essaie encore"))
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Ça ne marche pas"))
    return number


SAID = ["Je n'y arrive pas", "Essaie encore", "Ça ne marche pas"]


async def test_the_new_school_reads_what_was_said_but_no_note_and_no_act_of_the_old_one(world: World) -> None:
    number = await treated(world)

    await moved(world, "eleve", NEAR)

    assert await shown(world, "directrice", number) == SAID
    assert "files" not in actions(await world.card("directrice", number))
    assert (await world.refused("directrice", cards.send_files, number)).reason == "no-files"


async def test_who_answers_for_both_schools_reads_the_notes_still(world: World) -> None:
    number = await treated(world)
    await escalated(world, number, 2)

    await moved(world, "eleve", NEAR)

    for key in ("erun", "danei"):
        assert "Parents séparés" in await shown(world, key, number)
    read = await shown(world, "directrice", number)
    assert read == SAID


async def test_a_desk_of_another_circonscription_reads_no_earlier_note_and_the_level_above_both_does(
    world: World,
) -> None:
    number = await treated(world)
    await escalated(world, number, 1)

    await moved(world, "eleve", FAR)
    assert await shown(world, "erun2", number) == SAID

    await world.act("erun2", verbs.note, number, world.saying("erun2", "Vu avec l'école"))
    await world.act("erun2", verbs.escalate, number, world.saying("erun2", "À vous"))
    assert "Parents séparés" in await shown(world, "danei", number)
    assert await shown(world, "directeur3", number) == [*SAID, "Vu avec l'école", "À vous"]


async def test_back_at_the_first_school_its_own_notes_are_read_again_and_no_others(world: World) -> None:
    number = await treated(world)
    await moved(world, "eleve", NEAR)
    await world.act("directrice", verbs.note, number, world.saying("directrice", "Arrivée lundi"))

    await moved(world, "eleve", "jean-moulin/CM2")

    read = await shown(world, "directeur", number)
    assert "Parents séparés" in read
    assert "Arrivée lundi" not in read


async def test_a_corrected_school_reads_no_note_of_the_wrong_one_either(world: World) -> None:
    number = await treated(world)
    await escalated(world, number, 1)
    place = await world.desk.directory.structure("louise-michel")
    assert place is not None

    await world.act("erun", correcting.relocate, number, place)

    assert await shown(world, "directrice", number) == SAID
    assert "Parents séparés" in await shown(world, "erun", number)


async def test_the_requester_reads_the_same_as_before(world: World) -> None:
    number = await treated(world)
    before = await shown(world, "eleve", number)

    await moved(world, "eleve", NEAR)

    assert await shown(world, "eleve", number) == before


async def test_what_a_child_who_stayed_wrote_is_not_read_at_the_new_school(world: World) -> None:
    await world.enrol("lea.martin", 6_000_003)
    mine, other = await world.file("lea.martin", text="C'est Léa"), await world.file("eleve")
    await world.act("directeur", verbs.merge, mine, other)
    await world.act("lea.martin", verbs.confirm, mine)

    await moved(world, "eleve", NEAR)

    assert await shown(world, "directrice", other) == ["Je n'y arrive pas"]
    with pytest.raises(Refusal, match="unknown-request"):
        await world.card("directrice", mine)


async def test_old_cards_and_buttons_say_that_it_is_no_longer_there(world: World) -> None:
    number, _ = await filed(world)
    await world.carry()

    await moved(world, "eleve", NEAR)

    assert [row for row in await world.letters("directeur") if row["kind"] == "refresh" and row["state"] == "queued"]
    with pytest.raises(Refusal, match="no-longer-yours"):
        await world.card("directeur", number)
    for verb in (verbs.take, verbs.release, cards.send):
        assert (await world.refused("directeur", verb, number)).reason == "no-longer-yours"
    assert (await world.refused("erun", verbs.take, number)).reason == "unknown-request"


async def test_who_filed_it_at_the_old_school_sees_their_words_and_the_status_only(world: World) -> None:
    number = await filed_for(world, "directeur", "lea.martin")
    await world.enrol("lea.martin", 6_000_003)

    await moved(world, "lea.martin", NEAR)
    await world.act("directrice", verbs.speak, number, world.saying("directrice", "Bienvenue"))

    card = await world.card("directeur", number)
    assert [line["text"] for line in card.facts["exchange"]] == ["Plus aucun accès"]
    assert (card.facts["status"], actions(card)) == ("open", [])
    assert (await world.refused("directeur", verbs.speak, number, world.saying("directeur", "?"))).reason == (
        "follower-only"
    )
    listed = await world.act("directeur", queues.mine)
    assert [line["number"] for line in listed.facts["lines"]] == [number]
    assert "answered" not in await world.told("directeur")


async def test_who_filed_it_and_goes_to_another_school_themselves_only_follows_it(world: World) -> None:
    number = await filed_for(world, "directeur", "lea.martin")
    await world.enrol("lea.martin", 6_000_003)
    await world.appoint("directeur", ("director", "jules-verne"))

    await moved(world, "directeur", "jules-verne")
    await world.act("lea.martin", verbs.speak, number, world.saying("lea.martin", "Entre nous"))

    card = await world.card("directeur", number)
    assert [line["text"] for line in card.facts["exchange"]] == ["Plus aucun accès"]
    assert "replied" not in await world.told("directeur")
    assert "take" in actions(await world.card("adjoint", number))


async def test_who_filed_it_and_answers_for_the_new_school_too_goes_on_as_before(world: World) -> None:
    await world.appoint("directeur", ("director", "jean-moulin"), ("director", "louise-michel"))
    await world.ask_again("directeur")
    number = await filed_for(world, "directeur", "lea.martin")
    await world.enrol("lea.martin", 6_000_003)

    await moved(world, "lea.martin", NEAR)

    assert (await world.request(number)).filer == (await world.person("directeur")).id
    assert "take" in actions(await world.card("directeur", number))
