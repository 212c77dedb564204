"""The emulator's page in a real browser, with a small scripted bot behind the Bot API."""

from __future__ import annotations

import socket
import struct
import zlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, FilePayload, Locator, Page, async_playwright, expect

from bot.emulator import Emulator, Persona
from tests.emulator.scripted_bot import ScriptedBot
from tests.programs import required

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("chromium")]

LINA, MARC = 5000001, 5000004
PERSONAS = (
    Persona("eleve", LINA, "Lina", "Moreau", "Élève", "École des Tilleuls"),
    Persona("directeur", MARC, "Marc", "Delorme", "Directeur", "École des Tilleuls"),
)
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
UPDATES = ("--disable-component-update", "--disable-sync")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[BrowserContext]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=required("chromium"), args=[*QUIET, *UPDATES])
        yield await opened.new_context(permissions=["clipboard-read", "clipboard-write"], locale="fr-FR")
        await opened.close()


@pytest.fixture(scope="module")
def port() -> int:
    """One port for all tests, so that the browser can cache the page's files."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest_asyncio.fixture(loop_scope="module")
async def bot(port: int) -> AsyncIterator[ScriptedBot]:
    emulator = Emulator(PERSONAS, rates=False)
    await emulator.start(port=port)
    scripted = ScriptedBot(emulator)
    await scripted.start()
    yield scripted
    await scripted.stop()
    await emulator.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: BrowserContext, bot: ScriptedBot) -> AsyncIterator[Page]:
    opened = await browser.new_page()
    failures: list[Any] = []
    opened.on("pageerror", lambda failure: failures.append(failure))
    await opened.goto(f"{bot.emulator.url}/#eleve,directeur")
    await expect(phone(opened, "directeur").locator("textarea")).to_be_focused()
    yield opened
    await opened.close()
    assert not failures, failures


def phone(page: Page, key: str) -> Locator:
    return page.locator(f'.phone[data-person="{key}"]')


async def say(column: Locator, text: str) -> None:
    await column.locator("textarea").fill(text)
    await column.locator("textarea").press("Enter")


def picture(grey: int) -> bytes:
    """Returns a PNG of 24 by 16 pixels in one shade of grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([grey]) * 24) * 16
    head = struct.pack(">IIBBBBB", 24, 16, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def attached(name: str, kind: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


async def test_two_people_write_side_by_side_and_each_sees_only_their_answer(page: Page) -> None:
    await say(phone(page, "eleve"), "Bonjour")
    await say(phone(page, "directeur"), "Bonsoir")
    await expect(phone(page, "eleve").get_by_text("Reçu : Bonjour")).to_be_visible()
    await expect(phone(page, "directeur").get_by_text("Reçu : Bonsoir")).to_be_visible()
    await expect(phone(page, "eleve").get_by_text("Bonsoir")).to_have_count(0)


async def test_a_button_shows_the_bots_answer_and_the_edited_message(page: Page) -> None:
    lina = phone(page, "eleve")
    await say(lina, "/carte")
    await lina.get_by_role("button", name="Prendre").click()
    await expect(lina.get_by_role("status")).to_have_text("Vous la tenez.")
    await expect(lina.get_by_text("Demande n°12, prise")).to_be_visible()
    await expect(lina.locator(".facts").last).to_contain_text("modifié")


async def test_a_message_whose_buttons_alone_changed_is_not_marked_as_edited(page: Page, bot: ScriptedBot) -> None:
    keys = {"inline_keyboard": [[{"text": "Prendre", "callback_data": "take"}]]}
    sent = await bot.call("sendMessage", chat_id=LINA, text="Demande n°12", reply_markup=keys)
    lina = phone(page, "eleve")
    await expect(lina.get_by_role("button", name="Prendre")).to_be_visible()
    await bot.call("editMessageText", chat_id=LINA, message_id=sent["message_id"], text="Demande n°12")
    await expect(lina.get_by_role("button", name="Prendre")).to_have_count(0)
    await expect(lina.get_by_text("Demande n°12")).to_be_visible()
    await expect(lina.get_by_text("modifié")).to_have_count(0)


async def test_an_alert_stays_until_escape(page: Page) -> None:
    lina = phone(page, "eleve")
    await say(lina, "/carte")
    await lina.get_by_role("button", name="Aide").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Lisez l’aide.")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_spoiler_is_read_only_once_it_is_clicked(page: Page) -> None:
    lina = phone(page, "eleve")
    await say(lina, "/code")
    await expect(lina.get_by_text("K7P2")).to_be_hidden()
    await lina.get_by_role("button", name="Texte masqué").click()
    await expect(lina.get_by_text("K7P2")).to_be_visible()


async def test_the_keyboard_alone_suffices(page: Page) -> None:
    lina = phone(page, "eleve")
    await page.keyboard.press("Alt+1")
    await expect(lina.locator("textarea")).to_be_focused()
    await page.keyboard.type("/")
    await expect(lina.get_by_role("option", name="/carte")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(lina.get_by_role("button", name="Prendre")).to_be_visible()
    await lina.get_by_role("article").last.focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(lina.get_by_text("Demande n°12, prise")).to_be_visible()


async def test_html_in_a_message_or_a_name_is_shown_as_text(page: Page, bot: ScriptedBot) -> None:
    hostile = "<img src=x onerror=\"document.title='pwned'\">"
    await bot.control("users", id=77, first_name=hostile)
    await page.get_by_role("button", name="<img").click()
    await say(phone(page, "77"), hostile)
    await expect(phone(page, "77").locator(".text").first).to_have_text(hostile)
    await expect(page.locator('img[src="x"]')).to_have_count(0)
    assert "pwned" not in await page.title()


@pytest.mark.parametrize("text", ["ا" * 4096, "W" * 4096], ids=["right to left", "one long word"])
async def test_a_text_of_4096_characters_stays_inside_its_column(page: Page, bot: ScriptedBot, text: str) -> None:
    await bot.call("sendMessage", chat_id=LINA, text=text)
    bubble = phone(page, "eleve").locator(".text")
    await expect(bubble).to_have_text(text)
    assert await bubble.evaluate("node => getComputedStyle(node).direction") == ("ltr" if text[0] == "W" else "rtl")
    assert await phone(page, "eleve").evaluate("node => node.scrollWidth <= node.clientWidth")


async def test_a_forum_shows_its_topics_as_tabs(page: Page, bot: ScriptedBot) -> None:
    group = await bot.control("groups", title="ERUN", is_forum=True, members=[LINA, MARC])
    topic = await bot.call("createForumTopic", chat_id=group["id"], name="Tilleuls")
    marc = phone(page, "directeur")
    await marc.get_by_role("tab", name="ERUN").click()
    await marc.get_by_role("tab", name="Tilleuls").click()
    await say(marc, "Je regarde")
    await expect(marc.get_by_text("Reçu : Je regarde")).to_be_visible()
    await marc.get_by_role("tab", name="Général").click()
    await expect(marc.get_by_text("Reçu : Je regarde")).to_have_count(0)
    assert topic["message_thread_id"]


async def test_a_reload_keeps_the_open_columns_and_their_messages(page: Page) -> None:
    await say(phone(page, "eleve"), "Bonjour")
    await page.reload()
    await expect(phone(page, "eleve").get_by_text("Reçu : Bonjour")).to_be_visible()
    await expect(page.locator(".phone")).to_have_count(2)


async def test_one_answers_a_message_by_key_and_the_answer_quotes_it(page: Page, bot: ScriptedBot) -> None:
    await bot.call("sendMessage", chat_id=LINA, text="Quel navigateur ?")
    lina = phone(page, "eleve")
    await lina.get_by_role("article").first.press("r")
    await say(lina, "Firefox")
    await expect(lina.get_by_role("button", name="En réponse à : Quel navigateur ?")).to_be_visible()


async def test_the_arrow_up_edits_ones_last_message(page: Page) -> None:
    lina = phone(page, "eleve")
    await say(lina, "Bonjuor")
    await expect(lina.get_by_text("Reçu : Bonjuor")).to_be_visible()
    await lina.locator("textarea").press("ArrowUp")
    await say(lina, "Bonjour")
    await expect(lina.get_by_role("article").first).to_contain_text("Bonjourmodifié")


async def test_a_deleted_message_vanishes_and_its_quotation_says_nothing(page: Page, bot: ScriptedBot) -> None:
    sent = await bot.call("sendMessage", chat_id=LINA, text="Un code")
    lina = phone(page, "eleve")
    await lina.get_by_role("article").first.press("r")
    await say(lina, "Merci")
    await expect(lina.get_by_text("Un code")).to_have_count(2)
    await bot.call("deleteMessage", chat_id=LINA, message_id=sent["message_id"])
    await expect(lina.get_by_text("Un code")).to_have_count(0)
    await expect(lina.get_by_role("button", name="En réponse à : Message supprimé")).to_be_visible()
    await expect(lina.locator(f'[data-message="{sent["message_id"]}"]')).to_have_count(0)


async def test_a_protected_message_shows_a_lock_and_cannot_be_selected(page: Page, bot: ScriptedBot) -> None:
    await bot.call("sendMessage", chat_id=LINA, text="Un code", protect_content=True)
    lina = phone(page, "eleve")
    await expect(lina.get_by_role("img", name="Contenu protégé")).to_be_visible()
    await expect(lina.locator(".bubble")).to_have_css("user-select", "none")


async def test_a_copy_button_fills_the_clipboard(page: Page, bot: ScriptedBot) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Copier", "copy_text": {"text": "K7P2-9XQM"}}]]}
    await bot.call("sendMessage", chat_id=LINA, text="Votre code", reply_markup=keyboard)
    await phone(page, "eleve").get_by_role("button", name="Copier").click()
    await expect(phone(page, "eleve").get_by_role("status")).to_contain_text("Copié")
    assert await page.evaluate("navigator.clipboard.readText()") == "K7P2-9XQM"


async def test_somebody_and_a_group_are_added_on_the_page(page: Page) -> None:
    await page.get_by_role("button", name="Ajouter quelqu’un").click()
    await page.get_by_label("Prénom").fill("Ana")
    await page.get_by_role("dialog").get_by_role("button", name="Ajouter").first.click()
    ana = page.get_by_role("region", name="Ana")
    await say(ana, "Bonjour")
    await expect(ana.get_by_text("Reçu : Bonjour")).to_be_visible()
    await page.get_by_role("button", name="Ajouter quelqu’un").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Avec les personnes dont le téléphone est ouvert")
    await page.get_by_label("Titre").fill("ERUN")
    await page.get_by_role("dialog").get_by_role("button", name="Ajouter").last.click()
    await expect(ana.get_by_role("tab", name="ERUN")).to_be_visible()


async def test_someone_not_open_is_marked_as_having_news(page: Page, bot: ScriptedBot) -> None:
    await phone(page, "directeur").get_by_role("button", name="Fermer Marc Delorme").click()
    await bot.call("sendMessage", chat_id=MARC, text="Une demande")
    await page.get_by_role("button", name="Marc Delorme, Directeur · École des Tilleuls, 1 message non lu").click()
    await expect(phone(page, "directeur").get_by_text("Une demande")).to_be_visible()


async def test_a_reply_keyboard_writes_its_words_for_the_person(page: Page, bot: ScriptedBot) -> None:
    keys = {"keyboard": [[{"text": "Ma file"}]], "one_time_keyboard": True}
    await bot.call("sendMessage", chat_id=LINA, text="Que voulez-vous voir ?", reply_markup=keys)
    lina = phone(page, "eleve")
    await lina.get_by_role("button", name="Ma file").click()
    await expect(lina.get_by_text("Reçu : Ma file")).to_be_visible()
    await expect(lina.get_by_role("button", name="Ma file")).to_have_count(0)


async def test_formats_nest_and_count_emoji_as_telegram_does(page: Page, bot: ScriptedBot) -> None:
    text = "👩‍🏫 <b>gras <i>et penché</i></b> <s>barré</s> <a href='https://example.org/a'>lien</a> <code>code</code>"
    await bot.call("sendMessage", chat_id=LINA, text=text, parse_mode="HTML")
    shown = phone(page, "eleve").locator(".text")
    await expect(shown.locator("strong")).to_have_text(["gras ", "et penché"])  # cut where another style begins
    await expect(shown.locator("strong > em, em > strong")).to_have_text("et penché")
    await expect(shown.locator("s")).to_have_text("barré")
    await expect(shown.get_by_role("link")).to_have_attribute("href", "https://example.org/a")
    await expect(shown.locator("code")).to_have_text("code")


async def test_a_blocked_bot_gives_way_to_a_button_that_unblocks_it(page: Page) -> None:
    lina = phone(page, "eleve")
    await lina.get_by_role("button", name="Autres actions de Lina Moreau").click()
    await lina.get_by_role("menuitem", name="Bloquer le bot (comme dans Telegram)").click()
    await expect(lina.locator("textarea")).to_be_hidden()
    await lina.locator(".unblock").click()
    await say(lina, "Me revoilà")
    await expect(lina.get_by_text("Reçu : Me revoilà")).to_be_visible()


async def test_a_long_chat_shows_its_last_messages_and_older_ones_on_demand(page: Page, bot: ScriptedBot) -> None:
    for number in range(230):
        await bot.control("messages", user_id=MARC, photo=None, text=f"/carte {number}")
    marc = phone(page, "directeur")
    await expect(marc.get_by_text("Reçu : /carte 229", exact=True)).to_be_visible()
    await expect(marc.get_by_role("article")).to_have_count(200)
    await marc.get_by_role("button", name="Plus anciens").click()
    await expect(marc.get_by_role("article")).to_have_count(400)
