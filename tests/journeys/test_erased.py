"""Somebody erases their data in a bot that runs: what other phones show, and what the database's files hold."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from tests.journeys.phone import PATIENCE, Phone, text_of
from tests.journeys.town import Town

WORD = "Zorglub-très-privé"


async def shows_no_more(phone: Phone, word: str) -> None:
    """Waits until no message of the chat has that word."""
    async with asyncio.timeout(PATIENCE):
        while any(word in text_of(message) for message in await phone.chat(wait=1)):
            continue


def left(folder: Path, *words: str) -> list[str]:
    """The words found in the files of the folder, as text or as JSON has them."""
    raw = b"".join(path.read_bytes() for path in folder.glob("*.db*"))
    return [word for word in words if word.encode() in raw or json.dumps(word)[1:-1].encode() in raw]


async def test_what_a_pupil_wrote_is_gone_from_phones_and_files(small_town: Town, tmp_path: Path) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write(f"/assistance connexion {WORD}, je n'y arrive pas")
    await director.press("Répondre", await director.see(WORD))
    await director.write("Tu as essayé quoi ?")
    await pupil.see("essayé quoi")
    await pupil.write(f"/repondre 1 encore {WORD}")
    await director.see(f"encore {WORD}")
    assert left(tmp_path, WORD) == [WORD]

    await pupil.write("/mesdonnees")
    await pupil.press("Effacer", await pupil.see("gardé sur toi"))
    await pupil.press("Confirmer", await pupil.see("Tout effacer"))
    await pupil.see("C’est effacé")

    assert left(tmp_path, WORD, str(pupil.user_id)) == []
    await shows_no_more(director, WORD)
    await director.see("Message effacé à la demande de son auteur")
    await director.see("Demandeur effacé")
    assert left(tmp_path, WORD, str(pupil.user_id)) == []
