"""Several accounts of one Telegram account, which of them speaks, and in which language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.storage import cards as messages
from bot.terms import Attachment, Notice, Refusal, Status
from bot.workflows.conversations import course
from bot.workflows.desk import Turn
from bot.workflows.people import speaking
from bot.workflows.requests import cards, prompts, queues, verbs
from bot.workflows.requests.scenes import as_whom, by_any_account
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
    await world.desk.put(messages.record, chat, 77, number, marc.id, "card", True)
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


# Two accounts in one Telegram account


async def family(world: World) -> tuple[int, int]:
    """A director files as a director, then as a parent through the same Telegram account; returns both numbers."""
    as_director = await world.file("directeur", "compte")
    await linked(world, "parent2", world.caller("directeur"))
    return as_director, await world.file("directeur", "connexion")


async def test_my_requests_are_those_of_all_my_accounts_each_with_its_name(world: World) -> None:
    as_director, as_parent = await family(world)

    page = await world.act("directeur", queues.mine)

    lines = [(line["number"], line["account"]) for line in page.facts["lines"]]
    assert lines == [(as_parent, "Karim"), (as_director, "Marc")]
    owners = {button.words: button.person for row in page.buttons for button in row}
    assert owners[f"n°{as_director}"] == (await world.person("directeur")).id
    assert owners[f"n°{as_parent}"] == (await world.person("parent2")).id


async def test_with_one_account_no_name_is_added(world: World) -> None:
    await world.file("eleve")

    page = await world.act("eleve", queues.mine)

    assert [line["account"] for line in page.facts["lines"]] == [""]


async def test_what_is_typed_about_a_request_of_my_other_account_is_done_by_that_account(world: World) -> None:
    number, _ = await family(world)
    marc = (await world.person("directeur")).id
    assert (await world.refused("directeur", verbs.speak, number, world.saying("directeur", "Oui"))).reason

    answer = by_any_account(verbs.speak)
    said = await world.act("directeur", answer, number, world.saying("directeur", "Voici"))
    await world.act("directeur", by_any_account(cards.send), number)

    assert said.kind == "done_replied"
    assert (await world.exchange(number))[-1].author == marc


async def test_only_the_requester_confirms_whichever_account_speaks(world: World) -> None:
    number, _ = await family(world)
    await world.act("erun", verbs.resolve, number)

    await world.act("directeur", by_any_account(verbs.confirm), number)
    await world.act("directeur", by_any_account(verbs.reopen), number)

    assert (await world.request(number)).status is Status.OPEN


async def test_words_asked_for_are_said_by_the_account_whose_request_it_is(world: World) -> None:
    number, _ = await family(world)

    def prompt(turn: Turn, number: int) -> Notice | course.Pending | None:
        return prompts.prompt(turn, "answer", number)

    await world.asked("directeur", by_any_account(prompt), number)
    await world.say("directeur", "Voici")

    assert (await world.exchange(number))[-1].author == (await world.person("directeur")).id


async def test_a_request_of_none_of_my_accounts_is_refused_as_one_that_does_not_exist(world: World) -> None:
    await family(world)
    other = await world.file("directeur3", "compte")

    assert (await world.refused("directeur", by_any_account(cards.send), other)).reason == "unknown-request"
    assert (await world.refused("directeur", by_any_account(cards.send), 404)).reason == "unknown-request"


async def test_a_button_is_pressed_by_the_account_it_was_made_for_and_no_other(world: World) -> None:
    number, _ = await family(world)
    caller = replace(world.caller("directeur"), person=(await world.person("parent2")).id)

    with pytest.raises(Refusal, match="unknown-request"):
        await world.desk.act(world.cause(), caller, by_any_account(cards.send), number)


async def test_as_whom_finds_the_account_that_may_see_a_request(world: World) -> None:
    as_director, as_parent = await family(world)

    def who(turn: Turn, number: int) -> str:
        return as_whom(turn, number).me.login

    assert await world.act("directeur", who, as_director) == "directeur"
    assert await world.act("directeur", who, as_parent) == "parent2"
    assert await world.act("directeur", who, 404) == "parent2"
