"""The demo's newcomer comes in by the ENT's own login page, in a real browser: phone, ENT, the bot's page, phone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Locator, Page, async_playwright, expect

from bot import app, demo
from bot.demo import Stage
from tests.processes import free_port
from tests.programs import required

pytestmark = pytest.mark.needs("chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


@dataclass
class Way:
    """The demo in a browser, with the newcomer's phone open."""

    stage: Stage
    context: BrowserContext
    page: Page

    @property
    def phone(self) -> Locator:
        """The newcomer's phone."""
        return self.page.locator('.phone[data-person="inconnu"]')

    async def write(self, text: str) -> None:
        """The newcomer writes that."""
        await self.phone.locator("textarea").fill(text)
        await self.phone.locator("textarea").press("Enter")

    async def leave(self) -> Page:
        """The newcomer presses the last button that leads to the ENT; returns the page that opens."""
        async with self.context.expect_page() as opened:
            await self.phone.get_by_role("link", name="Se connecter avec l’ENT").last.click()
        return await opened.value


@pytest.fixture
async def way(tmp_path: Path) -> AsyncIterator[Way]:
    """The demo; any message on a console of the browser fails the test, and a failure's status does not."""
    async with demo.staged(free_port(), tmp_path) as stage, async_playwright() as playwright:
        stop = asyncio.Event()
        polling = asyncio.create_task(app.poll_updates(stage.house, stop))
        browser = await playwright.chromium.launch(executable_path=required("chromium"), args=[*QUIET])
        context = await browser.new_context(viewport={"width": 1000, "height": 740}, locale="fr-FR")
        complaints: list[str] = []
        context.on("console", lambda said: complaints.append(said.text))
        page = await context.new_page()
        await page.goto(f"{stage.telegram}/#inconnu")
        made = Way(stage, context, page)
        await expect(made.phone.locator("textarea")).to_be_focused()
        yield made
        await browser.close()
        stop.set()
        await polling
        assert [one for one in complaints if "the server responded with a status of" not in one] == []


async def signed_in(ent: Page, login: str) -> None:
    """Signs in to the ENT as that account."""
    await ent.get_by_label("Identifiant").fill(login)
    await ent.get_by_label("Mot de passe ou code").fill("bonjour-one")
    await ent.keyboard.press("Enter")


async def test_the_newcomer_signs_in_and_is_linked(way: Way) -> None:
    await way.write("Bonjour")
    ent = await way.leave()
    await signed_in(ent, "inconnu")
    await ent.get_by_role("link", name="Continuer").click()
    await ent.get_by_role("link", name="Retour dans Telegram").click()
    await expect(ent.get_by_role("status")).to_contain_text("le téléphone de Paul Lefèvre")
    await expect(way.phone.get_by_text("Bonjour Paul Lefèvre")).to_be_visible()
    await way.phone.get_by_role("button", name="Accepter").click()
    await expect(way.phone.get_by_text("Votre compte est relié")).to_be_visible()


async def test_who_took_another_account_says_so_and_takes_the_right_one(way: Way) -> None:
    await way.write("/start")
    ent = await way.leave()
    await signed_in(ent, "enseignant")
    await ent.get_by_role("link", name="Continuer").click()
    await ent.get_by_role("link", name="Retour dans Telegram").click()
    await way.phone.get_by_role("button", name="Ce n’est pas moi").click()
    await expect(way.phone.get_by_text("ce compte n’est pas relié")).to_be_visible()

    again = await way.leave()
    await again.get_by_role("button", name="Prendre un autre compte").click()
    await signed_in(again, "inconnu")
    await expect(again.get_by_text("Vous êtes Paul Lefèvre")).to_be_visible()
    await again.get_by_role("link", name="Continuer").click()
    await again.get_by_role("link", name="Retour dans Telegram").click()
    await expect(way.phone.get_by_text("Bonjour Paul Lefèvre")).to_be_visible()


async def test_who_refuses_at_the_ent_comes_back_to_a_new_button(way: Way) -> None:
    await way.write("/start")
    ent = await way.leave()
    await signed_in(ent, "inconnu")
    await ent.get_by_role("link", name="Refuser").click()
    await expect(ent.get_by_role("heading")).to_have_text("Connexion abandonnée")
    await ent.get_by_role("link", name="Retour dans Telegram").click()
    await expect(way.phone.get_by_role("link", name="Se connecter avec l’ENT")).to_have_count(2)

    first = way.phone.get_by_role("link", name="Se connecter avec l’ENT").first
    async with way.context.expect_page() as opened:
        await first.click()
    await expect((await opened.value).get_by_role("heading")).to_have_text("Cette page ne sert plus")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light")])
async def test_the_bots_page_is_read_on_every_screen(way: Way, width: int, scheme: str) -> None:
    await way.write("/start")
    ent = await way.leave()
    await ent.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await ent.set_viewport_size({"width": width, "height": 640})
    await signed_in(ent, "inconnu")
    await ent.get_by_role("link", name="Continuer").click()
    button = ent.get_by_role("link", name="Retour dans Telegram")
    await expect(button).to_be_visible()
    assert await ent.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    box = await button.bounding_box()
    assert box is not None
    assert box["height"] >= 44  # a thumb finds it
    assert await button.evaluate(_CONTRAST) >= 4.5
    assert await ent.locator(".more p").first.evaluate(_CONTRAST) >= 4.5


#: the contrast of an element's words with what is behind them, as WCAG counts it
_CONTRAST = """element => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  };
  let behind = element;
  while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
  const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)];
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}"""
