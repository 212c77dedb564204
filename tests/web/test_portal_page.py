"""The demo's ENT page in a real browser, on a phone and on a desktop."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.programs import required
from tests.web.test_portal import PASSWORD, School, school

__all__ = ["school"]
pytestmark = pytest.mark.needs("chromium")

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


@pytest.fixture
async def page(school: School) -> AsyncIterator[Page]:
    """The page at the size of a phone; any message on the browser's console fails the test."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=required("chromium"), args=[*QUIET])
        context = await browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
        opened = await context.new_page()
        complaints: list[str] = []
        opened.on("console", lambda said: complaints.append(said.text))
        await opened.goto(school.url)
        yield opened
        await browser.close()
        assert not complaints


async def test_a_pupil_comes_in_by_a_code_publishes_and_another_reports_it(school: School, page: Page) -> None:
    await page.get_by_text("École Jean-Moulin").click()
    await page.get_by_role("link", name="Inès Caron").click()
    code = (await school.directory.renew_code("eleve")).code
    await page.get_by_label("Mot de passe ou code").fill(code)
    await page.keyboard.press("Enter")
    await page.get_by_label("Nouveau mot de passe").fill(PASSWORD)
    await page.get_by_label("Écrivez-le une deuxième fois").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await page.get_by_label("Votre publication").fill("<b>Vive</b> la cantine")
    await page.get_by_role("button", name="Publier").click()
    post = page.get_by_role("article").first
    await expect(post.locator(".words")).to_have_text("<b>Vive</b> la cantine")
    await expect(post.get_by_text("Signaler")).to_have_count(0)
    await page.get_by_role("button", name="Quitter").click()
    await page.get_by_label("Identifiant").fill("enseignant")
    await page.get_by_label("Mot de passe ou code").fill("bonjour-one")
    await page.keyboard.press("Enter")
    await post.get_by_text("Signaler", exact=True).click()
    await post.get_by_role("button", name="Oui, signaler").click()
    await expect(page.get_by_role("status")).to_have_text("Merci. L’école est prévenue.")
    await expect(post).to_contain_text("Signalé à l’école")
    assert len(school.reports) == 1


@pytest.mark.parametrize("width", [320, 1280])
async def test_nothing_overflows_on_a_small_phone_or_a_desktop(page: Page, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 700})
    await page.get_by_label("Identifiant").fill("eleve")
    await page.get_by_label("Mot de passe ou code").fill("bonjour-one")
    await page.keyboard.press("Enter")
    await page.get_by_label("Votre publication").fill("W" * 400)
    await page.get_by_role("button", name="Publier").click()
    await expect(page.get_by_role("article").first).to_contain_text("WWW")
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
