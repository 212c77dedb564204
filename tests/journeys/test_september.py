"""The demo's day of September in a real browser: its files, its button, and what a director and a pupil see of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from bot import app, demo
from bot.ent.embedded.demo import SEPTEMBER
from bot.web import september_html
from tests.journeys.test_signing_in import QUIET
from tests.processes import free_port
from tests.programs import required

pytestmark = pytest.mark.needs("chromium")


@dataclass
class Screens:
    """The demo in a browser: the ENT's page, and the page of phones."""

    telegram: str
    ent: Page
    phones: Page

    async def write(self, who: str, text: str) -> Locator:
        """That person of the demo writes that; returns their phone."""
        await self.phones.goto(f"{self.telegram}/#{who}")
        phone = self.phones.locator(f'.phone[data-person="{who}"]')
        await phone.locator("textarea").fill(text)
        await phone.locator("textarea").press("Enter")
        return phone

    async def spend(self) -> None:
        """Presses the button of the day."""
        await self.ent.get_by_role("button", name="Une journée de septembre").click()


@pytest.fixture
async def screens(tmp_path: Path) -> AsyncIterator[Screens]:
    """The demo's two pages."""
    async with demo.staged(free_port(), tmp_path) as stage, async_playwright() as playwright:
        stop = asyncio.Event()
        polling = asyncio.create_task(app.poll_updates(stage.house, stop))
        browser = await playwright.chromium.launch(executable_path=required("chromium"), args=[*QUIET])
        context = await browser.new_context(viewport={"width": 1000, "height": 900}, locale="fr-FR")
        phones, ent = await context.new_page(), await context.new_page()
        await ent.goto(stage.ent)
        yield Screens(stage.telegram, ent, phones)
        await browser.close()
        stop.set()
        await polling


async def test_a_day_of_september_arrives_and_the_director_finds_the_pupil_who_came(screens: Screens) -> None:
    phone = await screens.write("directeur", "/compte Morel")
    await expect(phone).to_contain_text("Je ne trouve")

    await screens.spend()

    told = screens.ent.locator("section.told")
    for line in (
        *("Ismaël Bakayoko, élève", "Lucie Hébert, élève", "Timéo Vanœuvre, élève"),
        "Sacha Morel : CM1-CM2 → CE2-CM1 Mme Quémener, École Jean-Jaurès → École Jean-Moulin",
        "CE2-CM1 → CE2-CM1 Mme Quémener",
        f"Nour Saïdi : {september_html.REASONS['no-ine']}",
    ):
        await expect(told.get_by_role("listitem").filter(has_text=line).first).to_have_text(line)
    await expect(told.get_by_role("listitem").filter(has_text="élève")).to_have_count(4)  # three, and those changed
    phone = await screens.write("directeur", "/compte Morel")
    await expect(phone).to_contain_text("CE2-CM1 Mme Quémener")
    await expect(await screens.write("nomade", "/mesdonnees")).to_contain_text(
        "Sacha Morel (élève, École Jean-Moulin)"
    )
    await screens.ent.get_by_role("link", name="Retour").click()

    await screens.spend()

    await expect(screens.ent.get_by_role("status")).to_contain_text("Rien ne change")
    await expect(told.get_by_role("listitem").filter(has_text="Sacha")).to_have_count(0)


async def test_the_files_of_the_day_can_be_kept(screens: Screens) -> None:
    names = sorted(path.name for path in SEPTEMBER.iterdir())
    assert names == ["CSVExtraction-eleves.csv", "CSVExtraction-responsables.csv"]
    for name in names:
        async with screens.ent.expect_download() as waited:
            await screens.ent.get_by_role("link", name=name).click()
        kept = await (await waited.value).path()
        assert kept.read_bytes() == (SEPTEMBER / name).read_bytes()
