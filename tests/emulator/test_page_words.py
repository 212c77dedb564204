"""The page's French: « d’Inès », the schools' time whatever the browser's zone, and days that follow the clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from tests.emulator.scripted_bot import ScriptedBot
from tests.emulator.test_page import LINA, bot, browser, page, phone, port

__all__ = ["bot", "browser", "page", "port"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("chromium")]

DAY = 86_400.0


ELIDED = "Inès,Élodie Martin,Aïssatou N’Diaye,Œdipe,Yves,Yvonne,Hélène Vasseur,Henri,Hugo,Olivier,Ulysse"
WHOLE = "Marc,Yann Le Bihan,Yasmine,Youssef,Hassan,Harry,Nadia,Çelik,7 ans"


@pytest.mark.parametrize(
    "name", [*(f"d’{each}" for each in ELIDED.split(",")), *(f"de {each}" for each in WHOLE.split(","))]
)
async def test_de_is_elided_as_french_does(page: Page, name: str) -> None:
    bare = name.removeprefix("d’").removeprefix("de ")
    told = await page.evaluate("name => import('/page/french.js').then(({ ofName }) => ofName(name))", bare)
    assert told == name


async def test_the_labels_elide(page: Page, bot: ScriptedBot) -> None:
    await bot.control("users", id=78, first_name="Inès")
    await page.get_by_role("button", name="Inès", exact=True).click()
    await expect(phone(page, "78").get_by_role("combobox", name="Message d’Inès")).to_be_visible()
    await expect(phone(page, "78").get_by_role("feed", name="Messages d’Inès avec Assistance")).to_be_attached()


@pytest_asyncio.fixture(loop_scope="module")
async def abroad(browser: BrowserContext, bot: ScriptedBot) -> AsyncIterator[Page]:
    """The page in a browser whose zone is 14 hours ahead of Greenwich."""
    assert browser.browser is not None
    context = await browser.browser.new_context(locale="fr-FR", timezone_id="Pacific/Kiritimati")
    opened = await context.new_page()
    await opened.goto(f"{bot.emulator.url}/#eleve")
    await expect(phone(opened, "eleve").locator("textarea")).to_be_focused()
    yield opened
    await context.close()


def school_time(message: dict[str, Any]) -> str:
    """The message's time as a clock on a school's wall shows it."""
    return datetime.fromtimestamp(message["date"], UTC).astimezone(ZoneInfo("Europe/Paris")).strftime("%H:%M")


async def test_times_are_those_of_the_schools(abroad: Page, bot: ScriptedBot) -> None:
    sent = await bot.call("sendMessage", chat_id=LINA, text="Bonjour")
    await expect(phone(abroad, "eleve").locator(".message time")).to_have_text(school_time(sent))
    await expect(phone(abroad, "eleve").locator(".day")).to_have_text("Aujourd’hui")


async def test_a_day_is_shown_where_it_changes_and_follows_the_emulators_clock(page: Page, bot: ScriptedBot) -> None:
    days = phone(page, "eleve").locator(".day")
    await bot.call("sendMessage", chat_id=LINA, text="Bonjour")
    await expect(days).to_have_text(["Aujourd’hui"])
    await bot.control("clock", advance_s=DAY)
    await expect(days).to_have_text(["Hier"])
    await bot.call("sendMessage", chat_id=LINA, text="Rebonjour")
    await expect(days).to_have_text(["Hier", "Aujourd’hui"])
    await bot.control("clock", advance_s=9 * DAY)
    await expect(days.filter(has_text="Aujourd’hui")).to_have_count(0)
    assert "Hier" not in await days.all_text_contents()


async def test_midnight_is_the_schools_and_not_the_browsers(abroad: Page) -> None:
    keys = await abroad.evaluate(
        "moments => import('/page/words.js').then(({ dayKeyOf }) => moments.map(dayKeyOf))",
        [datetime(2026, 11, 26, *hour, tzinfo=UTC).timestamp() for hour in ((22, 59), (23, 1))],
    )
    assert keys == ["2026-11-26", "2026-11-27"]
