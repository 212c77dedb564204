"""Someone not linked is only told how to link; a token works once, after the charter is accepted."""

from __future__ import annotations

import asyncio

import pytest

from bot.handlers import COMMANDS
from tests.journeys.phone import PATIENCE, labels, text_of
from tests.journeys.town import Town

HOW = "demander à l’école un lien Telegram"


async def test_a_stranger_hears_one_sentence_whatever_they_type(small_town: Town) -> None:
    stranger = small_town["inconnu"]
    await small_town["eleve"].write("/assistance connexion Un secret")
    await small_town["directeur"].see("secret")
    for command in ["Bonjour", *(f"/{name}" for name in COMMANDS if name != "annuler"), "/demande 1", "/prendre 1"]:
        sent = await stranger.write(command)
        answer = await stranger.see(lambda m: m["from"]["is_bot"], after=sent)

        assert HOW in text_of(answer), command
    assert "secret" not in await stranger.texts()


async def test_a_token_links_once_the_charter_is_accepted(town: Town) -> None:
    stranger = town["inconnu"]
    token = await town.token("inconnu")
    await stranger.write(f"/start {token}")
    charter = await stranger.see(lambda m: "Accepter" in labels(m))
    await stranger.press("Accepter", charter)
    await stranger.see("relié")
    await stranger.write("/assistance compte Mon nom est faux")

    assert "n°1" in text_of(await stranger.see("envoyée"))


async def test_a_token_that_was_used_links_nobody_else(small_town: Town) -> None:
    token = await small_town.token("inconnu")
    await small_town["inconnu"].write(f"/start {token}")
    await small_town["inconnu"].press("Accepter")
    await small_town["inconnu"].see("relié")
    newcomer = await small_town["inconnu"].post("users", {"first_name": "Autre"})
    thief = type(small_town["inconnu"])(small_town.http, small_town.emulator.url, newcomer["id"])

    await thief.write(f"/start {token}")

    assert "a déjà servi" in text_of(await thief.see(lambda m: m["from"]["is_bot"]))


async def test_each_role_sees_its_own_commands(small_town: Town) -> None:
    async def menu(key: str) -> set[str]:
        answer = await small_town.control("GET", f"commands?user_id={small_town[key].user_id}")
        return {line["command"] for line in answer}

    async with asyncio.timeout(PATIENCE):  # the courier sets the menus
        while not ("prendre" in await menu("directeur") and "assistance" in await menu("eleve")):
            await small_town["eleve"].chat(wait=1)

    assert "prendre" not in await menu("eleve")
    assert await menu("inconnu") == await menu("eleve")  # the usual menu


async def test_a_person_with_two_accounts_chooses_which_one_speaks(small_town: Town) -> None:
    director = small_town["directeur"]
    await director.write(f"/start {await small_town.token('inconnu')}")
    await director.press("Accepter")
    await director.see("relié")
    sent = await director.write("/assistance autre Une question")
    receipt = await director.see("Votre demande", after=sent)
    sent = await director.write("/start")
    accounts = await director.see(lambda m: any("Marc Delattre" in label for label in labels(m)), after=sent)
    await director.press(next(label for label in labels(accounts) if "Marc Delattre" in label), accounts)
    await director.see("Vous écrivez maintenant pour Marc Delattre")

    assert "Marc" not in text_of(receipt).partition("Votre demande")[0]
    sent = await director.write("/assistance autre Une autre question")
    assert text_of(await director.see("Votre demande", after=sent)).startswith("👤 Marc Delattre")


@pytest.mark.parametrize("code", ["fr", "en"])
async def test_the_bot_speaks_the_language_that_was_chosen(small_town: Town, code: str) -> None:
    await small_town["parent"].write(f"/langue {code}")
    await small_town["parent"].see("English" if code == "en" else "français")
    sent = await small_town["parent"].write("/demande 999")
    answer = await small_town["parent"].see(lambda m: m["from"]["is_bot"], after=sent)

    assert ("find" in text_of(answer)) is (code == "en")
