"""Linking an account, the charter, several accounts, one's own data, and rights that follow the ENT."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from bot.storage import outbox
from bot.terms import Attachment, Refusal
from bot.workflows import people
from bot.workflows.desk import Caller
from bot.workflows.policy import Charter
from bot.workflows.requests import cards, verbs
from tests.world import PHOTO, TELEGRAM, World

NEWCOMER = Caller(TELEGRAM["inconnu"], TELEGRAM["inconnu"])


async def link(world: World, login: str = "inconnu", caller: Caller = NEWCOMER) -> None:
    """Links that account by a token, as its holder would."""
    _, token = await people.issue_token(world.desk, login)
    await people.present(world.desk, world.cause(), caller, token)
    await people.accept(world.desk, world.cause(), caller)


def renewed(world: World) -> None:
    """Publishes a newer charter of every profile."""
    charters = {name: Charter(c.version + 1, c.text) for name, c in world.desk.policy.charters.items()}
    world.desk.policy = replace(world.desk.policy, charters=charters)


# Tokens and charters


async def test_a_token_is_kept_as_a_hash_only(world: World) -> None:
    _, token = await people.issue_token(world.desk, "inconnu")

    kept = json.dumps([await world.rows(table) for table in ("tokens", "events", "causes")], default=str)
    assert token not in kept


async def test_a_token_is_issued_for_a_known_login_only(world: World) -> None:
    with pytest.raises(Refusal, match="no-account"):
        await people.issue_token(world.desk, "personne")


async def test_the_charter_comes_first_and_accepting_it_links(world: World) -> None:
    _, token = await people.issue_token(world.desk, "inconnu")

    shown = await people.present(world.desk, world.cause(), NEWCOMER, token)
    assert shown.kind == "charter_to_accept"
    assert (await world.person("inconnu")).telegram_id is None

    assert (await people.accept(world.desk, world.cause(), NEWCOMER)).kind == "linked"
    assert (await world.person("inconnu")).telegram_id == NEWCOMER.telegram_id


async def test_a_token_links_once(world: World) -> None:
    _, token = await people.issue_token(world.desk, "inconnu")
    await people.present(world.desk, world.cause(), NEWCOMER, token)
    await people.accept(world.desk, world.cause(), NEWCOMER)

    with pytest.raises(Refusal, match="bad-token"):
        await people.present(world.desk, world.cause(), Caller(6_000_009, 6_000_009), token)


async def test_of_two_who_present_the_same_token_one_is_linked(world: World) -> None:
    _, token = await people.issue_token(world.desk, "inconnu")
    callers = [NEWCOMER, Caller(6_000_009, 6_000_009)]
    for caller in callers:
        await people.present(world.desk, world.cause(), caller, token)

    accepted = (people.accept(world.desk, world.cause(), caller) for caller in callers)
    said = await asyncio.gather(*accepted, return_exceptions=True)

    assert [getattr(result, "reason", "linked") for result in said].count("bad-token") == 1


@pytest.mark.parametrize(("days", "works"), [(29, True), (30, False)])
async def test_a_token_lives_thirty_days(world: World, days: int, works: bool) -> None:
    _, token = await people.issue_token(world.desk, "inconnu")
    world.wait(days=days)

    if works:
        assert (await people.present(world.desk, world.cause(), NEWCOMER, token)).kind == "charter_to_accept"
    else:
        with pytest.raises(Refusal, match="bad-token"):
            await people.present(world.desk, world.cause(), NEWCOMER, token)


@pytest.mark.parametrize("token", ["wrong", "", "é" * 200, "a b"])
async def test_a_wrong_token_opens_nothing(sqlite_world: World, token: str) -> None:
    with pytest.raises(Refusal, match="bad-token"):
        await people.present(sqlite_world.desk, sqlite_world.cause(), NEWCOMER, token)


async def test_nothing_is_accepted_that_was_not_shown(world: World) -> None:
    with pytest.raises(Refusal, match="unlinked"):
        await people.accept(world.desk, world.cause(), NEWCOMER)
    with pytest.raises(Refusal, match="old-button"):
        await people.accept(world.desk, world.cause(), world.caller("eleve"))


async def test_a_newer_charter_is_asked_for_before_anything_else(world: World) -> None:
    number = await world.file("eleve")
    renewed(world)

    refusal = await world.refused("eleve", cards.send, number)
    assert refusal.reason == "charter-first"
    assert (await people.read_charter(world.desk, world.caller("eleve"))).kind == "charter_to_accept"
    assert (await people.accept(world.desk, world.cause(), world.caller("eleve"))).kind == "charter_accepted"
    await world.act("eleve", cards.send, number)


# Several accounts, another chat


async def test_the_account_linked_last_speaks(world: World) -> None:
    await link(world, "aurelie.martin", world.caller("enseignant"))

    said = await world.act("enseignant", people.accounts)

    assert (said.facts["name"], said.facts["others"]) == ("Aurélie Martin", 1)


async def test_another_account_of_the_same_telegram_account_can_speak(world: World) -> None:
    await link(world, "aurelie.martin", world.caller("enseignant"))
    yann = await world.person("enseignant")

    await people.speak_as(world.desk, world.cause(), replace(world.caller("enseignant"), person=yann.id))

    assert (await world.act("enseignant", people.accounts)).facts["name"] == "Yann Le Bihan"


async def test_a_button_made_for_somebody_else_does_nothing(world: World) -> None:
    stolen = replace(world.caller("eleve"), person=(await world.person("directeur")).id)

    with pytest.raises(Refusal, match="not-your-button"):
        await people.speak_as(world.desk, world.cause(), stolen)
    with pytest.raises(Refusal, match="not-your-button"):
        await world.desk.act(world.cause(), stolen, verbs.take, await world.file("eleve"))


async def test_a_reply_to_a_card_speaks_as_the_account_the_card_was_made_for(world: World) -> None:
    number = await world.file("eleve")
    marc, chat = await world.person("directeur"), TELEGRAM["directeur"]
    await world.desk.put(outbox.record_card, chat, 77, number, marc.id, True)
    await link(world, "aurelie.martin", world.caller("directeur"))

    said = await world.say("directeur", "Je regarde", reply_to=77)

    assert said is not None
    assert said.kind == "done_answered"
    assert (await world.exchange(number))[-1].author == marc.id


async def test_edits_and_late_files_stay_with_the_account_that_wrote(world: World) -> None:
    number = await world.file("eleve")
    first = world.saying("directeur", "Voicii", replace(PHOTO, album="album-1"))
    await world.act("directeur", verbs.speak, number, first)
    await link(world, "aurelie.martin", world.caller("directeur"))

    assert first.origin is not None
    await world.edit("directeur", first.origin, "Voici")
    late = Attachment("photo", "file-2", "unique-2", album="album-1")
    assert await world.say("directeur", "", late) is None

    message = (await world.exchange(number))[-1]
    assert (message.text, len(message.files)) == ("Voici", 2)


async def test_linking_elsewhere_tells_the_chat_that_was_linked_before(world: World) -> None:
    mark = await world.mark()

    await link(world, "eleve", Caller(6_000_009, 6_000_009))

    assert await world.told("eleve", mark) == ["unlinked_elsewhere"]
    assert (await world.refused("eleve", people.accounts)).reason == "unlinked"


# Language


async def test_people_are_spoken_to_in_the_language_they_chose(world: World) -> None:
    assert (await world.act("eleve", people.speak_language, "en")).kind == "language"

    assert (await world.act("eleve", people.accounts)).language == "en"
    assert (await world.refused("eleve", verbs.take, 404)).language == "en"


@pytest.mark.parametrize(("code", "kind"), [("", "languages"), ("xx", "unknown_language")])
async def test_without_a_known_language_the_choice_is_shown(sqlite_world: World, code: str, kind: str) -> None:
    said = await sqlite_world.act("eleve", people.speak_language, code)

    assert (said.kind, [button.target for row in said.buttons for button in row]) == (kind, ["fr", "en"])
