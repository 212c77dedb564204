"""Several accounts of one Telegram account, which of them speaks, and in which language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.storage import cards
from bot.terms import Attachment, Refusal
from bot.workflows.people import speaking
from bot.workflows.requests import verbs
from tests.workflows.steps import linked
from tests.world import PHOTO, TELEGRAM, World


async def test_the_account_linked_last_speaks(world: World) -> None:
    await linked(world, "aurelie.martin", world.caller("enseignant"))

    said = await world.act("enseignant", speaking.accounts)

    assert (said.facts["name"], said.facts["others"]) == ("Aurélie Martin", 1)


async def test_another_account_of_the_same_telegram_account_can_speak(world: World) -> None:
    await linked(world, "aurelie.martin", world.caller("enseignant"))
    yann = await world.person("enseignant")

    await speaking.speak_as(world.desk, world.cause(), replace(world.caller("enseignant"), person=yann.id))

    assert (await world.act("enseignant", speaking.accounts)).facts["name"] == "Yann Le Bihan"


async def test_a_button_made_for_somebody_else_does_nothing(world: World) -> None:
    stolen = replace(world.caller("eleve"), person=(await world.person("directeur")).id)

    with pytest.raises(Refusal, match="not-your-button"):
        await speaking.speak_as(world.desk, world.cause(), stolen)
    with pytest.raises(Refusal, match="not-your-button"):
        await world.desk.act(world.cause(), stolen, verbs.take, await world.file("eleve"))


async def test_a_reply_to_a_card_speaks_as_the_account_the_card_was_made_for(world: World) -> None:
    number = await world.file("eleve")
    marc, chat = await world.person("directeur"), TELEGRAM["directeur"]
    await world.desk.put(cards.record, chat, 77, number, marc.id, cards.CARD)
    await linked(world, "aurelie.martin", world.caller("directeur"))

    said = await world.say("directeur", "Je regarde", reply_to=77)

    assert said is not None
    assert said.kind == "done_answered"
    assert (await world.exchange(number))[-1].author == marc.id


async def test_edits_and_late_files_stay_with_the_account_that_wrote(world: World) -> None:
    number = await world.file("eleve")
    first = world.saying("directeur", "Voicii", replace(PHOTO, album="album-1"))
    await world.act("directeur", verbs.speak, number, first)
    await linked(world, "aurelie.martin", world.caller("directeur"))

    assert first.origin is not None
    await world.edit("directeur", first.origin, "Voici")
    late = Attachment("photo", "file-2", "unique-2", album="album-1")
    assert await world.say("directeur", "", late) is None

    message = (await world.exchange(number))[-1]
    assert (message.text, len(message.files)) == ("Voici", 2)


async def test_people_are_spoken_to_in_the_language_they_chose(world: World) -> None:
    assert (await world.act("eleve", speaking.speak_language, "en")).kind == "language"

    assert (await world.act("eleve", speaking.accounts)).language == "en"
    assert (await world.refused("eleve", verbs.take, 404)).language == "en"


@pytest.mark.parametrize(("code", "kind"), [("", "languages"), ("xx", "unknown_language")])
async def test_without_a_known_language_the_choice_is_shown(sqlite_world: World, code: str, kind: str) -> None:
    said = await sqlite_world.act("eleve", speaking.speak_language, code)

    assert (said.kind, [button.target for row in said.buttons for button in row]) == (kind, ["fr", "en"])
