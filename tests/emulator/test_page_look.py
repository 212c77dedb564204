"""Whether everybody can see and touch the page: contrast, edges, sizes, focus, names, as the browser sees them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from tests.emulator.scripted_bot import ScriptedBot
from tests.emulator.test_page import LINA, MARC, attached, bot, browser, phone, picture, port, say

__all__ = ["bot", "browser", "port"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("chromium")]

DESK, HANDHELD = {"width": 1400, "height": 900}, {"width": 390, "height": 844}

LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")


async def faults(page: Page, what: str, *more: Any) -> list[Any]:
    """Returns what the function of this name in looking.js finds on the page."""
    found: list[Any] = await page.evaluate(
        f"([what, more]) => {{ {LOOKING} return looking[what](...more); }}", [what, more]
    )
    return found


@pytest_asyncio.fixture(
    loop_scope="module",
    params=[(DESK, "light"), (DESK, "dark"), (HANDHELD, "light"), (HANDHELD, "dark")],
    ids=["desk light", "desk dark", "phone light", "phone dark"],
)
async def look(request: pytest.FixtureRequest, browser: BrowserContext, bot: ScriptedBot) -> AsyncIterator[Page]:
    """The page's first screen on a desk and on a phone, in light and in dark."""
    viewport, scheme = request.param
    async for opened in seen(browser, bot, viewport=viewport, color_scheme=scheme):
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def handheld(browser: BrowserContext, bot: ScriptedBot) -> AsyncIterator[Page]:
    """The page's first screen on a phone."""
    async for opened in seen(browser, bot, viewport=HANDHELD, has_touch=True):
        yield opened


async def seen(browser: BrowserContext, bot: ScriptedBot, **how: Any) -> AsyncIterator[Page]:
    """Yields the page's first screen in a browser context of its own, and closes that in the end."""
    assert browser.browser is not None
    context = await browser.browser.new_context(locale="fr-FR", reduced_motion="reduce", **how)
    opened = await context.new_page()
    failures: list[Any] = []
    opened.on("pageerror", lambda failure: failures.append(failure))
    await opened.goto(bot.emulator.url)
    await expect(opened.get_by_role("button", name="Ouvrir Inès et son directeur")).to_be_visible()
    yield opened
    await context.close()
    assert not failures, failures


async def begun(page: Page, bot: ScriptedBot) -> None:
    """Begins the tour, and fills the phones with one of everything."""
    await page.get_by_role("button", name="Ouvrir Inès et son directeur").click()
    lina = phone(page, "eleve")
    names = ("danger", "success", "primary")
    styles = [{"text": name.title(), "callback_data": name, "style": name} for name in names]
    links = [{"text": "Lien", "url": "https://example.org"}, {"text": "Copier", "copy_text": {"text": "x"}}]
    text = "<b>Gras</b> <code>code</code> <a href='https://example.org'>lien</a> /aide <blockquote>cité</blockquote>"
    rows = {"inline_keyboard": [styles, links]}
    sent = await bot.call("sendMessage", chat_id=LINA, text=text, parse_mode="HTML", reply_markup=rows)
    await bot.call("editMessageText", chat_id=LINA, message_id=sent["message_id"], text="Modifié", reply_markup=rows)
    reply = {"message_id": sent["message_id"]}
    await bot.call("sendMessage", chat_id=LINA, text=text, parse_mode="HTML", reply_parameters=reply)
    await bot.control("reactions", user_id=LINA, message_id=sent["message_id"], emoji="👍")
    keys = {"keyboard": [[{"text": "Ma file"}]]}
    await bot.call("sendMessage", chat_id=MARC, text="Que voulez-vous ?", reply_markup=keys)
    await bot.call("pinChatMessage", chat_id=LINA, message_id=sent["message_id"])
    await lina.locator("input[type=file]").set_input_files(attached("liste.csv", "text/csv", b"nom"))
    await lina.get_by_role("button", name="Envoyer").click()
    await lina.locator("input[type=file]").set_input_files(attached("photo.png", "image/png", picture(90)))
    await expect(lina.get_by_role("link", name="Télécharger liste.csv")).to_be_visible()
    await expect(lina.locator(".edited")).to_be_visible()


async def test_texts_and_edges_stand_out(look: Page, bot: ScriptedBot) -> None:
    assert await faults(look, "texts") == []
    assert await faults(look, "edges") == []
    await begun(look, bot)
    await phone(look, "eleve").get_by_role("button", name="Autres actions").click()
    for what in ("texts", "placeholders", "edges"):
        assert await faults(look, what) == [], what


async def test_lists_alerts_and_forms_stand_out(look: Page, bot: ScriptedBot) -> None:
    group = await bot.control("groups", title="ERUN", is_forum=True, members=[LINA, MARC])
    await bot.call("createForumTopic", chat_id=group["id"], name="Tilleuls")
    await bot.call("sendMessage", chat_id=group["id"], text="Bonjour à toutes et à tous")
    await look.get_by_role("button", name="Ouvrir Inès et son directeur").click()
    marc = phone(look, "directeur")
    await marc.get_by_role("tab", name="ERUN").click()
    await expect(marc.get_by_text("Bonjour à toutes")).to_be_visible()
    await marc.get_by_role("button", name="Commandes").click()
    await expect(marc.get_by_role("option", name="/carte")).to_be_visible()
    assert await faults(look, "texts") == []
    assert await faults(look, "edges") == []
    if await look.get_by_role("button", name="Personnes").is_visible():
        await look.get_by_role("button", name="Personnes").click()
    assert await faults(look, "texts") == []
    await look.get_by_role("button", name="Ajouter quelqu’un").click()
    await expect(look.get_by_role("dialog", name="Ajouter")).to_be_visible()
    assert await faults(look, "texts") == []
    assert await faults(look, "edges") == []


async def test_every_control_has_a_name_in_words(look: Page, bot: ScriptedBot) -> None:
    assert await look.evaluate("document.documentElement.lang") == "fr"
    assert await faults(look, "nameless") == []
    await begun(look, bot)
    assert await faults(look, "nameless") == []


async def test_the_tour_is_the_first_tab_stop_and_the_focus_is_seen(look: Page, bot: ScriptedBot) -> None:
    await look.evaluate("document.activeElement.blur()")
    await look.keyboard.press("Tab")
    await expect(look.get_by_role("button", name="Ouvrir Inès et son directeur")).to_be_focused()
    await begun(look, bot)
    await look.reload()
    await expect(phone(look, "directeur").get_by_text("Que voulez-vous ?")).to_be_visible()
    await look.evaluate("document.body.tabIndex = -1; document.body.focus()")
    await look.keyboard.press("Tab")
    await expect(look.get_by_role("button", name="Visite guidée, étape 1")).to_be_focused()
    for _ in range(14):
        assert await faults(look, "unfocused") == []
        await look.keyboard.press("Tab")


async def test_buttons_are_large_enough(look: Page, bot: ScriptedBot) -> None:
    await begun(look, bot)
    on_a_phone = look.viewport_size == HANDHELD
    assert await look.locator(".inline").count() >= 5
    assert await faults(look, "small", 44 if on_a_phone else 32, ".inline") == []
    assert await faults(look, "small", 40 if on_a_phone else 24) == []


async def test_forced_colours_keep_the_edges(look: Page, bot: ScriptedBot) -> None:
    await look.emulate_media(forced_colors="active")
    await begun(look, bot)
    assert await faults(look, "bare", ".bubble, .inline, .reply-key, .solid, .round, .reaction, .field") == []


async def test_on_a_phone_the_tour_is_one_line_and_the_thread_has_the_room(handheld: Page, bot: ScriptedBot) -> None:
    await begun(handheld, bot)
    await expect(handheld.locator(".tour-panel")).to_be_hidden()
    tour = await handheld.get_by_role("region", name="Visite guidée").bounding_box()
    await bot.control("users", id=79, first_name="Paul")
    thread = await phone(handheld, "directeur").locator(".screen").bounding_box()
    assert tour is not None
    assert thread is not None
    assert tour["height"] <= 60
    assert thread["height"] >= 844 / 2
    assert await handheld.evaluate("document.documentElement.scrollWidth") == 390
    await handheld.get_by_role("button", name="Visite guidée").click()
    await expect(handheld.locator(".tour-panel")).to_be_visible()


async def test_on_a_phone_the_list_of_people_opens_scrolls_and_closes(handheld: Page, bot: ScriptedBot) -> None:
    for number in range(30):
        await bot.control("users", first_name=f"Prénom{number}")
    await expect(handheld.locator('.person[aria-label="Prénom29"]')).to_be_attached()
    last = handheld.get_by_role("button", name="Prénom29", exact=True)
    await handheld.get_by_role("button", name="Personnes").click()
    await last.scroll_into_view_if_needed()
    await last.click()
    await expect(last).to_be_hidden()
    await expect(handheld.locator(".phone")).to_have_count(1)
    await handheld.get_by_role("button", name="Personnes").click()
    await handheld.keyboard.press("Escape")
    await expect(last).to_be_hidden()


async def test_on_a_phone_nobody_needs_a_mouse_to_act_on_a_message(handheld: Page, bot: ScriptedBot) -> None:
    await handheld.get_by_role("button", name="Ouvrir Inès et son directeur").click()
    lina = phone(handheld, "eleve")
    await say(lina, "Bonjour")
    await lina.get_by_text("Reçu : Bonjour").tap()
    await lina.get_by_role("button", name="Répondre (R)").tap()
    await expect(lina.get_by_text("Réponse à Assistance")).to_be_visible()
