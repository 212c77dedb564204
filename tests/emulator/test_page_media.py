"""What the page shows of films, sounds, stickers, places, contacts and polls, and which files a person can attach."""

from __future__ import annotations

import base64
import io
import wave
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.emulator.scripted_bot import ScriptedBot
from tests.emulator.test_page import LINA, attached, bot, browser, page, phone, picture, port, say

__all__ = ["bot", "browser", "page", "port"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.needs("chromium")]

SHOW = """message => Promise.all([import('/page/media.js'), import('/page/words.js')]).then(([media, words]) => {
  const box = document.createElement('div');
  box.id = 'shown';
  box.append(media.mediaOf([message]));
  document.getElementById('shown')?.remove();
  document.body.append(box);
  return words.summaryOf(message);
})"""
FILE = {"file_id": "none", "file_unique_id": "none", "file_size": 3_400_000}
POLL = {
    "question": "Sortie ?",
    "options": [{"text": "Oui", "voter_count": 2}, {"text": "Non", "voter_count": 0}],
    "total_voter_count": 2,
}
PLACE = {"latitude": 49.41732, "longitude": 2.82609}


def sound() -> bytes:
    """Returns a tenth of a second of silence as a WAV file."""
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(1600))
    return written.getvalue()


async def shown(page: Page, **content: Any) -> tuple[Locator, str]:
    """Shows a message with this content, as the page's own functions do; returns it and its one-line summary."""
    summary = await page.evaluate(SHOW, {"message_id": 1, "date": 1, **content})
    return page.locator("#shown"), summary


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"video": {**FILE, "file_name": "panne.mp4", "duration": 65}}, ["panne.mp4", "Vidéo · 1:05 · 3,4 Mo"]),
        ({"animation": {**FILE, "file_name": "clic.mp4"}, "document": FILE}, ["clic.mp4", "Animation · 3,4 Mo"]),
        ({"video_note": {**FILE, "duration": 9}}, ["Message vidéo", "0:09 · 3,4 Mo"]),
        ({"voice": {**FILE, "duration": 12}}, ["Message vocal", "0:12 · 3,4 Mo"]),
        ({"audio": {**FILE, "performer": "CM2", "title": "Chorale"}}, ["CM2 – Chorale", "Son · 3,4 Mo"]),
        ({"document": {**FILE, "file_name": "liste.ods"}}, ["liste.ods", "Fichier · 3,4 Mo"]),
        ({"sticker": {**FILE, "emoji": "👋", "is_animated": True}}, ["👋", "Autocollant · 3,4 Mo"]),
        ({"location": PLACE}, ["Position", "49,41732 ; 2,82609", "Voir sur une carte"]),
        ({"venue": {"title": "École", "address": "1 rue A", "location": PLACE}}, ["Lieu", "École, 1 rue A"]),
        ({"contact": {"first_name": "Ana", "phone_number": "+33 1 02"}}, ["Contact", "Ana", "+33 1 02"]),
        ({"poll": POLL}, ["Sondage · 2 votes", "Sortie ?", "Oui", "2", "Non", "0"]),
        ({"dice": {"emoji": "🎲", "value": 4}}, ["Dé", "🎲 4"]),
        ({"story": {"id": 7}}, ["Contenu que cette page ne sait pas montrer", "story"]),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)  # fmt: skip
async def test_each_kind_is_said_in_words(page: Page, content: dict[str, Any], words: list[str]) -> None:
    box, summary = await shown(page, **content)
    for each in words:
        await expect(box).to_contain_text(each)
    assert summary != "Message"


async def test_a_file_that_the_browser_cannot_play_is_said_so_and_can_be_downloaded(page: Page) -> None:
    box, _ = await shown(page, video={**FILE, "file_name": "panne.mp4"})
    await expect(box).to_contain_text("Ce navigateur ne sait pas lire ce fichier.")
    await expect(box.get_by_role("link", name="Télécharger panne.mp4")).to_be_visible()


async def test_a_sound_a_person_attaches_can_be_played(page: Page) -> None:
    lina = phone(page, "eleve")
    await lina.locator("input[type=file]").set_input_files(attached("bruit.wav", "audio/wav", sound()))
    await lina.get_by_role("button", name="Envoyer").click()
    player = lina.locator("audio")
    await expect(player).to_have_attribute("aria-label", "Son\N{NO-BREAK SPACE}: bruit.wav")
    await player.evaluate("node => node.readyState || new Promise(done => { node.onloadedmetadata = done; })")
    assert await player.evaluate("node => node.duration") == pytest.approx(0.1)


async def test_two_photos_leave_as_one_album_that_opens_large(page: Page) -> None:
    lina = phone(page, "eleve")
    files = [attached(f"{grey}.png", "image/png", picture(grey)) for grey in (80, 200)]
    await lina.locator("input[type=file]").set_input_files(files)
    await say(lina, "Deux écrans")
    await expect(lina.get_by_role("article").first.locator(".photo img")).to_have_count(2)
    await lina.get_by_role("button", name="Photo : Deux écrans, agrandir").click()
    await expect(page.get_by_role("dialog").locator("img")).to_have_js_property("naturalWidth", 24)
    await page.keyboard.press("Escape")


async def test_a_document_comes_back_as_it_left(page: Page) -> None:
    lina = phone(page, "eleve")
    await lina.locator("input[type=file]").set_input_files(attached("liste.csv", "text/csv", b"nom;classe"))
    await lina.get_by_role("button", name="Envoyer").click()
    async with page.expect_download() as waiting:
        await lina.get_by_role("link", name="Télécharger liste.csv").click()
    saved = await (await waiting.value).path()
    assert saved.read_bytes() == b"nom;classe"


async def test_any_file_can_be_attached_and_an_empty_one_is_refused_in_words(page: Page, bot: ScriptedBot) -> None:
    lina = phone(page, "eleve")
    kinds = [("clip.mp4", "video/mp4"), ("outil.exe", "application/x-msdownload"), ("sans-nom", "")]
    await lina.locator("input[type=file]").set_input_files([attached(name, kind, b"x") for name, kind in kinds])
    await lina.get_by_role("button", name="Envoyer").click()
    for name, _ in kinds:
        await expect(lina.get_by_role("link", name=f"Télécharger {name}")).to_be_visible()
    await expect(lina.get_by_text("Vidéo", exact=False).first).to_be_visible()
    await lina.locator("input[type=file]").set_input_files(attached("rien.txt", "text/plain", b""))
    await expect(lina.get_by_role("status")).to_contain_text("« rien.txt » est vide")


async def test_a_browser_may_ask_for_a_part_of_a_film(page: Page, bot: ScriptedBot) -> None:
    film = {"name": "clip.mp4", "base64": base64.b64encode(b"0123456789").decode()}
    await bot.control("messages", user_id=LINA, video=film)
    link = phone(page, "eleve").get_by_role("link", name="Télécharger clip.mp4")
    address = f"{bot.emulator.url}{await link.get_attribute('href')}"
    for wanted, status, part in (("bytes=2-5", 206, b"2345"), ("bytes=7-", 206, b"789"), ("bytes=40-", 200, None)):
        answer = await page.request.get(address, headers={"Range": wanted})
        assert (answer.status, await answer.body()) == (status, b"0123456789" if part is None else part)
    whole = await page.request.get(address)
    assert (whole.status, whole.headers["accept-ranges"]) == (200, "bytes")


async def test_names_and_words_that_are_markup_stay_words(page: Page) -> None:
    hostile = "<img src=x onerror=window.broken=1>\"'><script>window.broken=1</script>\u202egpj.exe"
    for content in (
        {"document": {**FILE, "file_name": hostile, "mime_type": "text/html"}},
        {"audio": {**FILE, "performer": hostile, "title": hostile}},
        {"video": {**FILE, "file_name": hostile}, "caption": hostile},
        {"poll": {**POLL, "question": hostile}},
        {"contact": {"phone_number": f"+33{hostile}", "first_name": hostile}},
    ):
        box, summary = await shown(page, **content)
        assert await box.locator("script, img[onerror]").count() == 0
        assert "<script>" in summary or await box.get_by_text("<script>").count() > 0
    assert await page.evaluate("window.broken") is None
