"""`Voir tout`: the whole exchange of a request, page by page, for who may read it."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Notice
from bot.workflows.requests import leafing, verbs
from tests.workflows.steps import actions, pressed
from tests.world import PHOTO, World

STRANGERS = ("enseignant", "directrice", "parent", "erun", "danei")


async def leaves(world: World, key: str, number: int) -> list[Notice]:
    """Every page of the exchange, as that persona leafs through it from the card's button."""
    assert "all" in actions(await world.card(key, number))
    found = [await world.act(key, leafing.leaf, number)]
    while "further" in actions(found[-1]):
        about, _, at = pressed(found[-1], "further").partition(":")
        found.append(await world.act(key, leafing.leaf, int(about), at))
    return found


def said(pages: list[Notice]) -> str:
    """All texts of the pages, one after the other."""
    return "".join(line["text"] for page in pages for line in page.facts["exchange"])


async def test_the_whole_exchange_is_read_page_by_page_oldest_first(world: World) -> None:
    written = [f"Message {n} " + "mot " * 120 for n in range(40)]
    number = await world.file("eleve", text=written[0])
    for text in written[1:]:
        await world.act("eleve", verbs.speak, number, world.saying("eleve", text))

    pages = await leaves(world, "directeur", number)

    assert said(pages) == "".join(written)
    assert [page.facts["further"] for page in pages] == [False, *([True] * (len(pages) - 1))]
    for page in pages:
        spoken = texts.word(page, "fr").text
        assert texts.markup.length(spoken) <= texts.markup.LIMIT
        assert all(line["text"].strip() in spoken for line in page.facts["exchange"])


async def test_a_long_text_goes_on_on_the_next_page(world: World) -> None:
    text = "phrase assez longue, " * 190
    number = await world.file("eleve", text=text)

    pages = await leaves(world, "eleve", number)

    assert said(pages) == text
    assert [line["continued"] for page in pages for line in page.facts["exchange"]] == [False, True]


async def test_short_messages_that_a_card_shows_whole_have_no_further_button(world: World) -> None:
    number = await world.file("eleve")
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Encore"))

    assert "all" not in actions(await world.card("eleve", number))


async def test_a_message_that_the_card_shortens_has_the_button(world: World) -> None:
    number = await world.file("eleve", text="mot " * 300)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Encore"))

    assert "all" in actions(await world.card("eleve", number))


async def test_the_requester_leafs_through_no_note(world: World) -> None:
    number = await world.file("eleve", text="mot " * 900)
    await world.act("directeur", verbs.note, number, world.saying("directeur", "Entre nous", PHOTO))

    assert "Entre nous" in said(await leaves(world, "directeur", number))
    pages = await leaves(world, "eleve", number)
    assert "Entre nous" not in said(pages)
    assert all("enclosed" not in actions(page) for page in pages)


async def test_the_files_of_a_page_are_sent_by_its_button(world: World) -> None:
    number = await world.file("eleve", text="mot " * 900)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Voici " + "mot " * 700, PHOTO))
    first, second = await leaves(world, "directeur", number)
    assert "enclosed" not in actions(first)
    about, _, at = pressed(second, "enclosed").partition(":")
    mark = await world.mark()

    await world.act("directeur", leafing.send_enclosed, int(about), at)

    assert await world.everybody_told(mark) == {"directeur": ["files"]}
    assert (await world.refused("directeur", leafing.send_enclosed, number)).reason == "no-files"


@pytest.mark.parametrize("key", STRANGERS)
async def test_strangers_leaf_through_nothing(sqlite_world: World, key: str) -> None:
    number = await sqlite_world.file("eleve")

    for view in (leafing.leaf, leafing.send_enclosed):
        assert (await sqlite_world.refused(key, view, number)).reason == "unknown-request"


@pytest.mark.parametrize("at", ["x", "1", "1:", "-1:0"])
async def test_a_forged_page_is_an_old_button(sqlite_world: World, at: str) -> None:
    number = await sqlite_world.file("eleve")

    assert (await sqlite_world.refused("eleve", leafing.leaf, number, at)).reason == "old-button"
