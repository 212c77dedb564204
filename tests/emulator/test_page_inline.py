"""Inline mode on the page: results are listed above the composer, the chosen one is sent to the chat."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.emulator.scripted_bot import ScriptedBot
from tests.emulator.test_page import LINA, MARC, bot, browser, page, phone, port, say

__all__ = ["bot", "browser", "page", "port"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("chromium")]

NAME = "@assistance_4242_bot"


def results(column: Locator) -> Locator:
    return column.get_by_role("listbox", name="Résultats du bot").get_by_role("option")


async def test_what_is_typed_after_the_bots_name_shows_its_results(page: Page) -> None:
    marc = phone(page, "directeur")
    await marc.locator("textarea").fill(f"{NAME} dup")
    await expect(results(marc)).to_have_text(
        ["Chercher autrement", "IDInès DupontÉlève · CM2", "LDLéo DupuisÉlève · CM2"]
    )
    await marc.locator("textarea").fill(f"{NAME} zzz")
    await expect(results(marc)).to_have_text(["Chercher autrement"])


async def test_a_click_sends_the_result_in_the_persons_name_and_its_button_works(page: Page) -> None:
    marc = phone(page, "directeur")
    await marc.locator("textarea").fill(f"{NAME} inès")
    await results(marc).filter(has_text="Inès Dupont").click()
    await expect(marc.locator("textarea")).to_have_value("")
    await expect(marc.locator(".mine .text")).to_have_text("Fiche de Inès Dupont")
    await expect(marc.locator(".mine .forwarded")).to_have_text(f"via {NAME}")
    await marc.get_by_role("button", name="Ouvrir").click()
    await expect(marc.locator(".mine .text")).to_have_text("Fiche ouverte")


async def test_enter_takes_the_first_result_and_never_sends_the_query(page: Page) -> None:
    marc = phone(page, "directeur")
    await marc.locator("textarea").fill(f"{NAME} dup")
    await marc.locator("textarea").press("Enter")
    await expect(results(marc)).to_have_count(3)
    await marc.locator("textarea").press("ArrowDown")
    await marc.locator("textarea").press("Enter")
    await expect(marc.locator(".mine .text")).to_have_text("Fiche de Léo Dupuis")


async def test_the_end_of_the_list_brings_the_next_page(page: Page) -> None:
    marc = phone(page, "directeur")
    await marc.locator("textarea").fill(f"{NAME} élève")
    await expect(results(marc)).to_have_count(21)
    await results(marc).last.scroll_into_view_if_needed()
    await expect(results(marc)).to_have_count(31)


async def test_the_button_above_the_results_starts_the_bot(page: Page) -> None:
    marc = phone(page, "directeur")
    await marc.locator("textarea").fill(f"{NAME} ")
    await results(marc).filter(has_text="Chercher autrement").click()
    await expect(marc.get_by_text("Reçu : /start comptes")).to_be_visible()


async def test_a_button_may_type_the_query(page: Page, bot: ScriptedBot) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Chercher", "switch_inline_query_current_chat": "dup"}]]}
    await bot.call("sendMessage", chat_id=MARC, text="Qui ?", reply_markup=keyboard)
    marc = phone(page, "directeur")
    await marc.get_by_role("button", name="Chercher").click()
    await expect(results(marc)).to_have_count(3)


async def test_in_a_group_the_result_stands_in_the_group(page: Page, bot: ScriptedBot) -> None:
    await bot.control("groups", title="ERUN", members=[LINA, MARC])
    marc = phone(page, "directeur")
    await marc.get_by_role("tab", name="ERUN").click()
    await marc.locator("textarea").fill(f"{NAME} inès")
    await results(marc).filter(has_text="Inès Dupont").click()
    await expect(marc.get_by_text("Fiche de Inès Dupont")).to_be_visible()
    await marc.get_by_role("tab", name="Assistance").click()
    await expect(marc.get_by_text("Fiche de Inès Dupont")).to_have_count(0)


async def test_the_header_leads_to_what_runs_beside_the_emulator(page: Page, bot: ScriptedBot) -> None:
    await expect(page.locator("#links")).to_be_hidden()
    bot.emulator.links.append(("L’ENT de la démonstration", "http://127.0.0.1:9/"))
    await page.reload()
    await expect(page.get_by_role("link", name="L’ENT de la démonstration")).to_have_attribute(
        "href", "http://127.0.0.1:9/"
    )
    await say(phone(page, "eleve"), "Bonjour")
    await expect(phone(page, "eleve").get_by_text("Reçu : Bonjour")).to_be_visible()
