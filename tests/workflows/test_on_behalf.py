"""A request is filed for somebody else: they learn it, by whom and where, at once or when they link."""

from __future__ import annotations

import json
from typing import Any

from bot import texts
from bot.terms import Notice, Saying, Status
from bot.workflows.requests import filing, verbs
from tests.workflows.ent import moved
from tests.workflows.steps import chosen
from tests.world import World


async def filed_for(world: World, name: str, key: str = "directeur") -> int:
    """That agent files a request for the person of that name; returns its number."""
    await world.act(key, filing.start, "", Saying())
    await world.press(key, "someone")
    found = await world.say(key, name)
    await world.press(key, "whom", chosen(found, name))
    await world.press(key, "category", "connexion")
    await world.say(key, "Elle ne se connecte plus, je la reçois demain")
    await world.press(key, "send")
    return int((await world.rows("requests"))[-1]["number"])


async def behalf(world: World, key: str, after: int = 0) -> list[dict[str, Any]]:
    """The notices that tell that persona of requests filed for them."""
    notices = [row["payload"] for row in await world.letters(key, after) if row["kind"] == "notice"]
    return [notice for notice in notices if notice["kind"] == "behalf"]


def keys(notice: dict[str, Any]) -> list[str]:
    """The actions of its buttons."""
    return [button["action"] for row in notice["buttons"] for button in row]


async def test_a_linked_parent_learns_who_filed_for_them_and_for_which_school(world: World) -> None:
    number = await filed_for(world, "Sophie Caron")

    (told,) = await behalf(world, "parent")
    said = texts.word(Notice(told["kind"], told["facts"]), "fr").text
    assert "Marc Delattre" in said
    assert f"n°{number}" in said
    assert "École Jean-Moulin" in said
    assert keys(told) == ["show", "withdraw"]
    await world.act("parent", verbs.withdraw, number)
    assert (await world.request(number)).status is Status.CLOSED


async def test_the_words_of_whoever_files_and_their_notes_are_not_in_it(world: World) -> None:
    await filed_for(world, "Sophie Caron")

    (told,) = await behalf(world, "parent")

    assert "je la reçois" not in json.dumps(told, ensure_ascii=False)


async def test_a_pupil_is_told_as_pupils_are(world: World) -> None:
    await filed_for(world, "Inès Caron")

    (told,) = await behalf(world, "eleve")

    assert "une demande pour toi" in texts.word(Notice(told["kind"], told["facts"]), "fr-tu").text


async def test_who_files_for_themselves_is_not_told_so(world: World) -> None:
    await world.file("parent")

    assert await behalf(world, "parent") == []


async def test_an_agent_of_the_desk_for_whom_a_colleague_files_learns_that_it_is_for_them(world: World) -> None:
    await filed_for(world, "Nadia Belkacem", "erun")

    assert len(await behalf(world, "adjoint")) == 1


async def test_who_was_not_linked_learns_it_on_linking(world: World) -> None:
    number = await filed_for(world, "Gwenaëlle Le Goff")

    await world.enrol("gwenaelle.le-goff", 6_000_001)

    (told,) = await behalf(world, "gwenaelle.le-goff")
    assert (told["facts"]["number"], told["facts"]["actor"]) == (number, "Marc Delattre")
    assert keys(told) == ["show", "withdraw"]


async def test_on_linking_nothing_is_offered_that_the_lifecycle_refuses(world: World) -> None:
    number = await filed_for(world, "Gwenaëlle Le Goff")
    await world.act("directeur", verbs.take, number)

    await world.enrol("gwenaelle.le-goff", 6_000_001)

    (told,) = await behalf(world, "gwenaelle.le-goff")
    assert keys(told) == ["show"]


async def test_on_linking_nobody_is_told_of_what_is_over_or_of_what_they_filed_for_others(world: World) -> None:
    over = await filed_for(world, "Gwenaëlle Le Goff")
    await world.act("directeur", verbs.withdraw, over)
    await filed_for(world, "Léa Martin")
    mark = await world.mark()

    await world.enrol("gwenaelle.le-goff", 6_000_001)
    await world.enrol("directeur", 6_000_002)

    assert await behalf(world, "gwenaelle.le-goff") == []
    assert await behalf(world, "directeur", mark) == []


async def test_a_new_right_tells_nobody_again(world: World) -> None:
    await filed_for(world, "Yann Le Bihan")
    mark = await world.mark()

    await world.appoint("enseignant", ("adml", "jean-moulin"))
    await moved(world, "enseignant", "jean-moulin")

    assert await behalf(world, "enseignant", mark) == []
