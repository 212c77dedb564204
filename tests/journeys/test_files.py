"""Screenshots and documents reach the other side in both directions; albums stay together, with late items."""

from __future__ import annotations

import base64
import struct
import zlib
from functools import partial
from typing import Any

from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town


def picture(name: str) -> dict[str, Any]:
    """A small PNG in the form that the control API expects."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"".join(b"\0" + b"\x20\x80\x60" * 8 for _ in range(8))))
    whole = b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")
    return {"name": name, "base64": base64.b64encode(whole).decode()}


def contains(name: str, message: dict[str, Any]) -> bool:
    """Whether the message has a content of that name, such as `video`."""
    return name in message


async def test_a_screenshot_of_the_guided_way_reaches_the_director(town: Town) -> None:
    pupil = town["eleve"]
    await pupil.write("/assistance")
    await pupil.press("Connexion, mot de passe")
    await pupil.see(lambda m: "Annuler" in labels(m) and "Connexion, mot de passe" not in labels(m))
    await pupil.write("Voici ce que je vois")
    await pupil.see(lambda m: "Envoyer" in labels(m))
    await pupil.write(photo=picture("ecran.png"))
    summary = await pupil.see(lambda m: "Envoyer" in labels(m) and "1 fichier" in text_of(m))
    await pupil.press("Envoyer", summary)
    await pupil.see("n°1")

    assert await pupil.see(lambda m: m["message_id"] == summary["message_id"] and not labels(m))
    assert await town["directeur"].see("Voici ce que je vois")
    assert await town["directeur"].see(lambda m: "photo" in m)


async def test_an_album_stays_together_and_its_late_member_follows(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Voici mes écrans")
    receipt = await pupil.see("n°1")
    reply = {"reply_to_message_id": receipt["message_id"], "media_group": "42"}
    await pupil.write(photo=picture("a.png"), caption="En trois images", **reply)
    await pupil.write(photo=picture("b.png"), media_group="42")
    await director.see("En trois images")
    await pupil.write(photo=picture("c.png"), media_group="42")
    await director.see(lambda m: "photo" in m)

    async def photos() -> int:
        return sum("photo" in m for m in await director.chat())

    while await photos() < 3:
        await director.chat(wait=1)
    told = [m for m in await director.chat() if "a écrit" in str(m.get("text")) and "images" in str(m.get("text"))]
    assert len(told) == 1


async def test_a_document_comes_back_from_the_agent(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Rien ne marche")
    card = await director.see("Rien ne marche")
    sheet = {"name": "fiche.pdf", "base64": base64.b64encode(b"%PDF-1.4 fiche").decode()}
    await director.write(document=sheet, caption="Voici la fiche", reply_to_message_id=card["message_id"])

    await pupil.see("Voici la fiche")
    assert await pupil.see(lambda m: m.get("document", {}).get("file_name") == "fiche.pdf" and m["from"]["is_bot"])


async def test_every_kind_of_file_reaches_the_director_as_what_it_is(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Voici ce que je vois et ce que j'entends")
    receipt = await pupil.see("n°1")
    file = {"name": "a.bin", "base64": base64.b64encode(b"content").decode()}
    for kind in ("video", "animation", "voice", "audio", "video_note"):
        given: dict[str, Any] = {kind: file, "reply_to_message_id": receipt["message_id"]}
        await pupil.write(**given)
        await director.see(partial(contains, kind))


async def test_what_is_not_carried_is_refused_in_words_that_say_what_to_do(small_town: Town) -> None:
    pupil = small_town["eleve"]
    await pupil.write(poll={"question": "Qui ?", "options": [{"text": "Moi"}]})

    assert await pupil.see("il faut écrire la question dans un message")


async def test_an_edit_of_the_requester_is_carried_over_and_marked(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance")
    await pupil.press("Autre chose")
    said = await pupil.write("Mon clacier ne marche pas")
    await pupil.see(lambda m: "Envoyer" in labels(m))
    await pupil.press("Envoyer")
    await director.see("clacier")
    await pupil.post("edits", {"user_id": pupil.user_id, "message_id": said, "text": "Mon clavier ne marche pas"})

    await director.see("Mon clavier ne marche pas")
    assert await director.see(lambda m: "modifié" in str(m.get("text")) and "Mon clavier" in str(m.get("text")))


async def test_an_edit_of_a_command_carries_its_words_over(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    said = await pupil.write("/assistance connexion Mon code ne marhce pas")
    await director.see("marhce")
    edit = {"user_id": pupil.user_id, "message_id": said, "text": "/assistance connexion Mon code ne marche pas"}
    await pupil.post("edits", edit)

    assert await director.see(lambda m: "a modifié" in str(m.get("text")) and "ne marche pas" in str(m.get("text")))
    assert "/assistance" not in await director.texts()


async def test_a_forwarded_command_is_words_that_say_they_were_forwarded(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Rien ne marche")
    await director.see("Rien ne marche")
    await director.write("/resoudre 1 fini", forward_from={"user_id": pupil.user_id})
    asked = await director.see(lambda m: "Message transféré" in text_of(m) and "/resoudre 1 fini" in text_of(m))
    await director.press("Répondre à la demande n°1", asked)

    await pupil.see("↪️ Message transféré\n/resoudre 1 fini")
    assert "résolue" not in await pupil.texts()
