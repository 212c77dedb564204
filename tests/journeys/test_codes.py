"""A lost password: from the parent's request to the code the parent receives, and its removal from the chats."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ent.directory import CODE_LENGTH
from tests.journeys.phone import PATIENCE, Phone, Shown, labels, text_of
from tests.journeys.town import Town


def spoiler(message: Shown) -> str:
    """The text in the message's spoiler."""
    hidden = next(entity for entity in message["entities"] if entity["type"] == "spoiler")
    units = str(message["text"]).encode("utf-16-le")  # Telegram counts UTF-16 units
    code = units[2 * hidden["offset"] : 2 * (hidden["offset"] + hidden["length"])].decode("utf-16-le")
    assert len(code) == CODE_LENGTH
    return code


def held(folder: Path) -> dict[str, bytes]:
    """The contents of all files in a folder and its subfolders, by name."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def gone(phone: Phone, message: Shown) -> None:
    """Waits until the chat no longer shows that message."""
    async with asyncio.timeout(PATIENCE):
        while message["message_id"] in {m["message_id"] for m in await phone.chat(wait=1)}:
            continue


async def helped(town: Town) -> tuple[Shown, Shown]:
    """A parent asks, and the director makes a code and forwards it; returns both messages that show the code."""
    await town["parent"].write("/assistance connexion Inès a oublié son mot de passe")
    await town["directeur"].press("Code de connexion")
    await town["directeur"].press("Code · Inès Caron")
    shown = await town["directeur"].see("Code de connexion pour")
    await town["directeur"].press("Transmettre", shown)
    return shown, await town["parent"].see("Voici le code")


async def test_a_code_reaches_the_parent_who_asked_for_it(town: Town) -> None:
    shown, received = await helped(town)

    assert spoiler(shown) == spoiler(received)
    for message in (shown, received):
        assert message["has_protected_content"]
        assert "Copier le code" in labels(message)
        assert "Caron" not in text_of(message)
    await town["directeur"].see("transmis à Sophie Caron")
    assert spoiler(shown) not in await town["directeur"].texts()
    await town["directeur"].press("Résoudre", await town["directeur"].see("transmis à Sophie Caron"))
    await town["parent"].see("pense avoir réglé")


async def test_the_code_leaves_the_chats_when_its_time_is_up_even_after_a_restart(town: Town) -> None:
    await town["parent"].write("/assistance connexion Inès a oublié son mot de passe")
    await town["directeur"].press("Code de connexion")
    await town["directeur"].press("Code · Inès Caron")
    shown = await town["directeur"].see("Code de connexion pour")
    await town["directeur"].write("/code lea.martin")
    other = await town["directeur"].see("Léa M.")
    await town["directeur"].press("Transmettre", shown)
    received = await town["parent"].see("Voici le code")

    await town.stop()
    town.ahead += timedelta(minutes=11)
    await town.start()

    await gone(town["parent"], received)
    await gone(town["directeur"], other)


async def test_no_log_and_no_file_ever_holds_the_code(
    small_town: Town, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    with caplog.at_level(logging.DEBUG):
        shown, _ = await helped(small_town)
        await small_town["directeur"].see("transmis à Sophie Caron")
        await small_town.stop()

    code = spoiler(shown)
    kept = held(tmp_path)
    assert kept
    assert not [name for name, body in kept.items() if code.encode() in body]
    assert caplog.records
    assert not [record for record in caplog.records if code in record.getMessage() and "telegram" not in record.name]


async def test_strangers_get_no_code_and_learn_nothing(town: Town) -> None:
    for key in ("eleve", "parent2", "enseignant"):
        await town[key].write("/code lea.martin")
        assert "peuvent faire cela" in text_of(await town[key].see("peuvent faire cela"))
    await town["directrice"].write("/code lea.martin")
    foreign = await town["directrice"].see("lea.martin")
    await town["directrice"].write("/code nobody.anywhere")
    absent = await town["directrice"].see("nobody.anywhere")

    assert text_of(foreign).replace("lea.martin", "…") == text_of(absent).replace("nobody.anywhere", "…")
    assert "Léa" not in await town["directrice"].texts()
