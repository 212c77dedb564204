"""The page's first screen and its guided tour: what its buttons do, and when it ticks a step."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import BrowserContext, Locator, Page, expect

from tests.emulator.scripted_bot import ScriptedBot
from tests.emulator.test_page import LINA, MARC, bot, browser, page, phone, port, say

__all__ = ["bot", "browser", "page", "port"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("chromium")]


def tour(page: Page) -> Locator:
    return page.get_by_role("region", name="Visite guidée")


def keys(*actions: str) -> dict[str, Any]:
    """Returns buttons about request 12, as the real bot names them."""
    return {"inline_keyboard": [[{"text": action.title(), "callback_data": f"{action}|12|1"} for action in actions]]}


async def filed(bot: ScriptedBot) -> int:
    """Has the pupil told of request 12, and the director given its card; returns the card's message_id."""
    await bot.call("sendMessage", chat_id=LINA, text="Votre demande n°12 est envoyée.", reply_markup=keys("show"))
    sent = await bot.call("sendMessage", chat_id=MARC, text="Demande n°12", reply_markup=keys("take"))
    return int(sent["message_id"])


async def test_the_first_screen_says_what_palier_is_and_has_one_button_that_begins(
    browser: BrowserContext, bot: ScriptedBot
) -> None:
    page = await browser.new_page()
    await page.goto(bot.emulator.url)
    await expect(tour(page)).to_contain_text("Palier est l’assistance de l’ENT dans Telegram")
    await expect(tour(page).get_by_role("button")).to_have_count(1)
    await tour(page).get_by_role("button", name="Ouvrir Inès et son directeur").click()
    await expect(page.locator(".phone")).to_have_count(2)
    await expect(phone(page, "eleve")).to_be_visible()
    await expect(phone(page, "directeur")).to_be_visible()
    await expect(tour(page).get_by_role("button", name="Envoyer ce message")).to_be_focused()
    await page.close()


async def test_a_button_of_the_tour_sends_for_real_and_is_not_ticked_before_its_effect_is_seen(
    page: Page, bot: ScriptedBot
) -> None:
    await tour(page).get_by_role("button", name="Envoyer ce message").click()
    await expect(phone(page, "eleve").locator(".mine .text")).to_have_text(
        "/assistance connexion Je ne peux plus me connecter"
    )
    await expect(phone(page, "eleve").get_by_text("Reçu : /assistance connexion")).to_be_visible()
    await expect(tour(page).get_by_text("Un instant…")).to_be_visible()
    await expect(tour(page).get_by_text("Fait")).to_have_count(0)
    await filed(bot)
    await expect(tour(page).get_by_text("Fait")).to_be_visible()
    await expect(tour(page).get_by_role("button", name="Envoyer ce message")).to_have_count(0)


async def test_what_is_done_by_hand_is_ticked_too(page: Page, bot: ScriptedBot) -> None:
    await say(phone(page, "eleve"), "/assistance Je suis bloquée")
    await filed(bot)
    await expect(tour(page).get_by_text("Fait")).to_be_visible()


async def test_a_button_of_the_tour_presses_for_real(page: Page, bot: ScriptedBot) -> None:
    await filed(bot)
    await tour(page).get_by_role("button", name="Suivant").click()
    await tour(page).get_by_role("button", name="Toucher « Prendre », pour Marc Delorme").click()
    await expect(phone(page, "directeur").get_by_role("status")).to_have_text("Vous la tenez.")
    await expect(phone(page, "directeur").get_by_text("Demande n°12, prise")).to_be_visible()
    await expect(tour(page).get_by_text("Fait")).to_have_count(0)
    told = "Marc Delorme s’occupe de votre demande n°12."
    await bot.call("sendMessage", chat_id=LINA, text=told, reply_markup=keys("show"))
    await expect(tour(page).get_by_text("Fait")).to_have_count(1)


async def test_a_step_that_comes_too_early_says_so(page: Page) -> None:
    await tour(page).get_by_role("button", name="Suivant").click()
    await expect(tour(page).get_by_role("button", name="Toucher « Prendre »")).to_be_disabled()
    await expect(tour(page).get_by_text("Faites d’abord ce qui précède.")).to_have_count(2)


async def test_a_reload_keeps_the_step_and_its_ticks(page: Page, bot: ScriptedBot) -> None:
    card = await filed(bot)
    await tour(page).get_by_role("button", name="Suivant").click()
    await bot.call(
        "editMessageText", chat_id=MARC, message_id=card, text="Demande n°12", reply_markup=keys("release")
    )
    await expect(tour(page).get_by_text("Fait")).to_have_count(1)
    await bot.call("editMessageText", chat_id=MARC, message_id=card, text="Demande n°12, plus haut")
    await expect(phone(page, "directeur").get_by_text("plus haut")).to_be_visible()
    await page.reload()
    await expect(tour(page).get_by_role("button", name="étape 2 sur 9")).to_be_visible()
    await expect(tour(page).get_by_text("Fait")).to_have_count(1)


async def test_a_new_request_begins_the_story_anew(page: Page, bot: ScriptedBot) -> None:
    await filed(bot)
    await expect(tour(page).get_by_text("Fait")).to_be_visible()
    later = {"inline_keyboard": [[{"text": "Voir", "callback_data": "show|13|1"}]]}
    await bot.call("sendMessage", chat_id=LINA, text="Votre demande n°13 est envoyée.", reply_markup=later)
    await expect(tour(page).get_by_text("Fait")).to_have_count(0)


async def test_the_tour_folds_to_one_line_and_opens_again(page: Page) -> None:
    line = tour(page).get_by_role("button", name="Visite guidée, étape 1 sur 9")
    await line.click()
    await expect(tour(page).locator(".tour-panel")).to_be_hidden()
    await expect(line).to_have_attribute("aria-expanded", "false")
    await line.click()
    await expect(tour(page).locator(".tour-panel")).to_be_visible()
