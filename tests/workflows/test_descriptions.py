"""The description of a request under preparation: long texts, albums, edits of its pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.terms import Refusal, Saying
from bot.workflows import intake
from bot.workflows.requests import amending, filing
from tests.workflows.steps import ALBUM, guided, identities
from tests.world import PHOTO, World


async def test_captions_of_later_members_of_an_album_are_a_part_of_the_description(world: World) -> None:
    await guided(world)
    said = [await world.say("eleve", f"Écran {n}", file) for n, file in enumerate(ALBUM)]
    await world.press("eleve", "send")

    assert [notice and notice.kind for notice in said] == ["summary", None, None]
    assert [message.text for message in await world.exchange(1)] == ["Écran 0", "Écran 1", "Écran 2"]


async def test_words_added_by_an_edit_to_a_picture_of_the_description_are_kept_and_told(world: World) -> None:
    await guided(world)
    await world.say("eleve", "Mot de passe oublié")
    picture = world.saying("eleve", "", PHOTO)
    await intake.say(world.desk, world.cause(), world.caller("eleve"), picture, None)
    await world.press("eleve", "send")
    mark = await world.mark()

    for words in ("C'est la page d'acueil", "C'est la page d'accueil"):
        assert picture.origin is not None
        await world.act("eleve", amending.edit, picture.origin, words, picture.files)

    found = [(message.text, identities(message)) for message in await world.exchange(1)]
    assert found == [("Mot de passe oublié", [PHOTO.unique_id]), ("C'est la page d'accueil", [])]
    assert await world.told("directeur", mark) == ["replied", "edited"]


async def test_a_picture_that_an_edit_repeats_is_not_added_to_the_draft_again(world: World) -> None:
    await guided(world)
    saying = world.saying("eleve", "Voici", PHOTO)
    draft = filing.Filing("connexion")
    for one in (saying, replace(saying, text="Voilà")):
        await world.act("eleve", filing.gather, draft, one)

    assert (draft.text, [file.unique_id for file in draft.files]) == ("Voilà", [PHOTO.unique_id])
    other = replace(PHOTO, unique_id="unique-2")
    await world.act("eleve", filing.gather, draft, replace(saying, files=(other,)))
    assert [file.unique_id for file in draft.files] == [PHOTO.unique_id, "unique-2"]


async def test_a_description_may_be_several_long_messages(world: World) -> None:
    await guided(world)
    for letter in "abcd":
        await world.say("eleve", letter * 4090)

    with pytest.raises(Refusal, match="description-too-long") as met:
        await world.say("eleve", "e" * 100)

    assert met.value.facts["limit"] == 16384
    with pytest.raises(Refusal, match="text-too-long"):
        await world.say("eleve", "e" * 4097)
    await world.press("eleve", "send")
    assert [message.text[0] for message in await world.exchange(1)] == ["a", "b", "c", "d"]


async def test_a_picture_sent_with_the_name_of_the_requester_belongs_to_the_description(world: World) -> None:
    await world.act("directeur", filing.start, "", Saying())
    await world.press("directeur", "someone")

    assert await world.say("directeur", "Lina", PHOTO) is not None

    [draft] = await world.rows("drafts")
    assert [file["unique_id"] for file in draft["data"]["draft"]["files"]] == [PHOTO.unique_id]
