"""Merging requests of two schools: it is asked first, each school reads its own, and both are told."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Refusal, Status
from bot.workflows.desk import Turn
from bot.workflows.requests import exchanges, merging, verbs
from bot.workflows.requests.exchanges import Readable
from tests.workflows.hats import A, B, somebody
from tests.world import World


async def two(world: World) -> tuple[int, int]:
    """A request of each of two schools, which their directors sent on to the ERUN; their numbers."""
    there = await world.file("parent2", text="Chez eux")
    here = await world.file("eleve", text="Chez nous")
    await world.act("directrice", verbs.escalate, there, world.saying("directrice", "Sans succès chez eux"))
    await world.act("directeur", verbs.escalate, here, world.saying("directeur", "Sans succès chez nous"))
    return there, here


async def read(world: World, key: str, number: int) -> set[str]:
    """The texts that the card of the request shows that persona."""
    return {line["text"] for line in (await world.card(key, number)).facts["exchange"]}


async def test_merging_across_schools_asks_first_and_names_both(world: World) -> None:
    there, here = await two(world)
    mark = await world.mark()

    question = await world.asked("erun", merging.ask, there, here)

    assert (question.kind, question.facts["place"], question.facts["other"]) == (
        *("ask_merge", "École Louise-Michel", "École Jean-Moulin"),
    )
    labels = [key.label for row in texts.word(question, "fr").rows for key in row]
    assert labels == ["Confirmer", "Annuler"]
    assert (await world.request(there)).merged_into is None
    assert await world.everybody_told(mark) == {}


@pytest.mark.parametrize("typed", ["", "oui", "Confirmer"])
async def test_once_confirmed_both_directors_are_told_and_the_requester_follows(world: World, typed: str) -> None:
    there, here = await two(world)
    await world.asked("erun", merging.ask, there, here)
    mark = await world.mark()

    said = await (world.say("erun", typed) if typed else world.press("erun", "merge_now"))

    assert said is not None
    assert said.kind == "done_merged"
    merged = await world.request(there)
    assert (merged.status, merged.merged_into) == (Status.CLOSED, here)
    assert await world.everybody_told(mark) == {
        "parent2": ["merged"],
        "directrice": ["merged_across"],
        **{key: ["joined"] for key in ("directeur", "adjoint")},
    }
    assert (await world.card("parent2", here)).kind == "card_followed"


async def test_what_is_not_confirmed_changes_nothing(world: World) -> None:
    there, here = await two(world)
    await world.asked("erun", merging.ask, there, here)

    with pytest.raises(Refusal, match="merge-sure"):
        await world.say("erun", "peut-être")
    await world.cancel("erun")

    assert (await world.request(there)).merged_into is None
    assert (await world.request(there)).status is Status.NEW


async def test_what_cannot_be_merged_is_refused_before_anything_is_asked(world: World) -> None:
    there, here = await two(world)
    await world.act("erun", verbs.merge, there, here)
    third = await world.file("enseignant", "application")

    assert (await world.refused("erun", merging.ask, there, third)).reason == "merged"
    assert (await world.refused("erun", merging.ask, third, there)).reason == "merged"
    assert (await world.refused("directeur", merging.ask, there, here)).reason == "unknown-request"
    assert (await world.refused("erun", merging.ask, here, here)).reason == "same-request"


async def test_within_one_school_it_is_done_at_once(world: World) -> None:
    first, second = await world.file("eleve"), await world.file("parent")

    assert (await world.asked("directeur", merging.ask, first, second)).kind == "done_merged"


async def test_each_director_reads_their_own_request_and_nothing_of_the_others(world: World) -> None:
    there, here = await two(world)
    await world.act("erun", verbs.note, here, world.saying("erun", "Note de Jean-Moulin"))
    await world.act("erun", verbs.merge, there, here)

    assert await read(world, "directrice", there) == {"Chez eux", "Sans succès chez eux"}
    assert await read(world, "directeur", here) == {"Chez nous", "Sans succès chez nous", "Note de Jean-Moulin"}
    assert (await world.refused("directrice", exchanged, here)).reason == "unknown-request"
    assert (await world.refused("directeur", exchanged, there)).reason == "unknown-request"
    assert "Chez eux" in await read(world, "erun", here)


def exchanged(turn: Turn, number: int) -> Readable:
    """What whoever speaks may read of the exchange of the request."""
    return exchanges.of(turn.work, turn.me, number)


async def test_a_director_of_two_schools_asks_herself_too(world: World) -> None:
    await somebody(world, "deux", ("director", A), ("director", B))
    here, there = await world.file("eleve"), await world.file("parent2")

    assert (await world.asked("deux", merging.ask, there, here)).kind == "ask_merge"
    mark = await world.mark()
    await world.press("deux", "merge_now")

    told = await world.everybody_told(mark)
    assert told.pop("parent2") == ["merged"]
    assert told == {"directrice": ["merged_across"], **{key: ["joined"] for key in ("directeur", "adjoint")}}


async def test_a_colleague_who_administers_one_of_the_two_schools_reads_only_that_one(world: World) -> None:
    await somebody(world, "deux", ("director", A), ("director", B))
    here, there = await world.file("eleve", text="Chez nous"), await world.file("parent2", text="Chez eux")
    await world.act("deux", verbs.note, here, world.saying("deux", "Note de Jean-Moulin"))
    await world.act("deux", verbs.merge, there, here)

    assert await read(world, "deux", here) == {"Chez nous", "Note de Jean-Moulin", "Chez eux"}
    assert await read(world, "adjoint", here) == {"Chez nous", "Note de Jean-Moulin"}
    assert (await world.refused("adjoint", exchanged, there)).reason == "unknown-request"
    assert await read(world, "directrice", there) == {"Chez eux"}
    assert (await world.refused("directrice", exchanged, here)).reason == "unknown-request"


async def test_words_of_one_schools_family_go_to_nobody_of_the_other(world: World) -> None:
    await somebody(world, "deux", ("director", A), ("director", B))
    here, there = await world.file("eleve"), await world.file("parent2")
    await world.act("deux", verbs.merge, there, here)
    mark = await world.mark()

    await world.act("parent2", verbs.speak, there, world.saying("parent2", "Toujours rien chez eux"))

    assert await world.everybody_told(mark) == {"deux": ["heard"]}
    await world.act("directeur", verbs.take, here)  # he administers one of the two schools only
    mark = await world.mark()
    await world.act("parent2", verbs.speak, there, world.saying("parent2", "Et maintenant ?"))
    assert await world.everybody_told(mark) == {"deux": ["heard"]}


async def test_where_nobody_who_treats_it_may_read_them_words_go_to_the_desk_where_they_were(world: World) -> None:
    there, here = await two(world)
    await world.act("erun", verbs.merge, there, here)
    await world.act("erun", verbs.send_back, here, world.saying("erun", "À voir en classe"))
    mark = await world.mark()

    await world.act("parent2", verbs.speak, there, world.saying("parent2", "Toujours rien chez eux"))

    told = await world.everybody_told(mark)
    assert "directeur" not in told
    assert told["erun"] == ["heard"]


async def test_the_solution_still_reaches_the_family_that_follows(world: World) -> None:
    there, here = await two(world)
    await world.act("erun", verbs.merge, there, here)
    mark = await world.mark()

    await world.act("erun", verbs.resolve, here)

    assert (await world.told("parent2", mark)) == ["followed_resolved"]
