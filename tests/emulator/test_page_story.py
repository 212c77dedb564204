"""The guided tour on the real demo: a visitor who only presses its buttons sees every step done and ticked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientSession, CookieJar
from playwright.async_api import BrowserContext, Locator, Page, expect

from tests.emulator.test_page import browser, phone
from tests.processes import free_port, palier

__all__ = ["browser"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("chromium")]

PATIENCE = 20_000  # milliseconds that a step may take on a busy machine
REPORTED = "match-de-la-recre"


@pytest_asyncio.fixture(loop_scope="module")
async def visited(browser: BrowserContext, tmp_path: Path) -> AsyncIterator[Page]:
    """The first screen of a fresh demo."""
    port = free_port()
    async with palier("demo", "--port", str(port), "--data", str(tmp_path)):
        opened = await browser.new_page()
        await opened.goto(f"http://127.0.0.1:{port}")
        yield opened
        await opened.close()


async def report(address: str) -> None:
    """Signs in to the demo's ENT at this address as the pupil its link names, and reports a publication."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as visitor:
        home, _, login = address.partition("/?identifiant=")
        async with visitor.post(f"{home}/connexion", data={"login": login, "secret": "bonjour-one"}) as answer:
            assert answer.status == 200
        async with visitor.post(f"{home}/signalements", data={"publication": REPORTED}) as answer:
            assert answer.status == 200


async def through(tour: Locator, moves: int) -> None:
    """Does every move of the present step by its button, and waits for its tick."""
    for done in range(moves):
        await expect(tour.get_by_text("Fait", exact=True)).to_have_count(done)
        link = tour.locator("a.solid")
        if await link.count():
            await report(str(await link.get_attribute("href")))
        else:
            await tour.locator(".moves button:not(:disabled)").first.click()
        await expect(tour.get_by_text("Fait", exact=True)).to_have_count(done + 1, timeout=PATIENCE)


async def test_the_tour_does_the_whole_story(visited: Page) -> None:
    await visited.get_by_role("button", name="Ouvrir Inès et son directeur").click()
    tour = visited.get_by_role("region", name="Visite guidée")
    for step, moves in enumerate((1, 2, 1, 4, 1, 1, 3, 2), 1):
        await expect(tour.get_by_role("button", name=f"étape {step} sur 9")).to_be_visible()
        await through(tour, moves)
        await tour.get_by_role("button", name="Suivant").click()
    await expect(tour.get_by_role("button", name="étape 9 sur 9 : À vous")).to_be_visible()
    await expect(phone(visited, "eleve").get_by_text("Voici ton code")).to_be_visible()


async def test_people_are_grouped_by_the_level_they_answer_at(visited: Page) -> None:
    titles = visited.get_by_role("navigation").get_by_role("heading")
    await expect(titles).to_have_count(6)
    *levels, several = await titles.all_text_contents()
    for level, words in enumerate(levels):
        assert words.endswith(f"niveau {level}")
    assert several == "Plusieurs casquettes"
    editor = visited.get_by_role("region", name="L’éditeur · niveau 4")
    await expect(editor.get_by_role("button", name="Camille D’Almont")).to_be_attached()
