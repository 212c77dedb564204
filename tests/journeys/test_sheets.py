"""Connection sheets in a bot that runs: the document reaches the director, and what it bears links a stranger."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pypdfium2
import zxingcpp

from bot.workflows.sheets import making
from tests.journeys.phone import PATIENCE, Phone, Shown, labels
from tests.journeys.town import Town


def is_document(message: Shown) -> bool:
    """Whether the message shows a document."""
    return "document" in message


async def content(town: Town, message: Shown) -> bytes:
    """What the document of a message holds."""
    return town.emulator.world.files[message["document"]["file_id"]].content


def links(document: bytes) -> list[str]:
    """The links in the QR codes of a PDF, in their order on the pages."""
    found = []
    for page in pypdfium2.PdfDocument(document):
        drawn = page.render(scale=3, grayscale=True)
        pixels = memoryview(bytes(drawn.buffer)).cast("B", [drawn.height, drawn.stride])
        found += [code.text for code in zxingcpp.read_barcodes(pixels)]
    return found


async def printed(director: Phone, words: str) -> Shown:
    """The director types `/fiches` and these words, and confirms; the message with the document."""
    before = await director.last()
    await director.write(f"/fiches {words}")
    await director.see("non relié", before)
    await director.press("Confirmer")
    return await director.see(is_document, before)


async def presented(town: Town, link: str) -> Phone:
    """The phone of somebody who is not linked, which presents the link."""
    phone = town["inconnu"]
    await phone.write(f"/start {link.partition('start=')[2]}")
    return phone


async def test_a_class_s_sheets_arrive_and_their_codes_link_whoever_holds_them(town: Town) -> None:
    director = town["directeur"]

    message = await printed(director, "CM2")

    assert re.fullmatch(r"fiches-cm2-\d{4}-\d\d-\d\d\.pdf", message["document"]["file_name"])
    await director.see("fiches envoyées")
    found = links(await content(town, message))
    assert len(found) == len(set(found)) == 3
    assert all(re.fullmatch(r"https://t\.me/\w+\?start=[\w-]{32}", link) for link in found)
    stranger = await presented(town, found[0])
    await stranger.press("Accepter")
    await stranger.see(lambda shown: "relié" in str(shown.get("text")))


async def test_printing_again_voids_the_first_and_taking_back_voids_the_second(town: Town) -> None:
    director = town["directeur"]
    first = links(await content(town, await printed(director, "CM2")))
    await director.see("fiches envoyées")

    before = await director.last()
    second = links(await content(town, await printed(director, "CM2")))
    sent = await director.see(lambda shown: "Annuler ces fiches" in labels(shown), before)
    stranger = await presented(town, first[0])
    await stranger.see("Ce lien ne sert plus")
    await director.press("Annuler ces fiches", sent)
    await director.press("Confirmer")
    await director.see("ne relieront plus personne")
    before = await stranger.last()
    await stranger.write(f"/start {second[0].partition('start=')[2]}")
    await stranger.see("Ce lien ne sert plus", before)


async def test_a_bot_killed_in_the_middle_leaves_no_document_and_says_so(small_town: Town) -> None:
    director = small_town["directeur"]
    assert small_town.house is not None
    reached, goes_on = asyncio.Event(), asyncio.Event()

    async def stuck(*given: object) -> bool:
        reached.set()
        await goes_on.wait()
        return False

    small_town.house.desk.give = stuck
    await director.write("/fiches CM2")
    await director.press("Confirmer")
    async with asyncio.timeout(PATIENCE):
        await reached.wait()
    await small_town.stop()
    small_town.ahead += making.LIFE + timedelta(seconds=1)
    await small_town.start()

    await director.see("Palier s’est arrêté en chemin")
    assert not [message for message in await director.chat() if is_document(message)]
