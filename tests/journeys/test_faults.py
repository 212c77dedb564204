"""Telegram fails, the bot stops midway, people flood it: nothing is lost, and no notice is sent twice."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest

from bot.workflows import upkeep
from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town


async def test_a_half_finished_conversation_survives_a_restart(town: Town) -> None:
    pupil = town["eleve"]
    await pupil.write("/assistance")
    await pupil.press("Connexion, mot de passe")
    await pupil.see(lambda m: "Annuler" in labels(m) and "Connexion, mot de passe" not in labels(m))
    await town.stop()
    await pupil.write("Je ne peux plus entrer")
    await town.start()
    await pupil.see(lambda m: "Envoyer" in labels(m))
    await town.stop()
    await town.start()
    await pupil.press("Envoyer")

    assert "n°1" in text_of(await pupil.see("envoyée"))
    assert "Je ne peux plus entrer" in text_of(await town["directeur"].see("n°1"))


async def test_what_a_closing_server_may_have_said_is_not_said_twice_and_holds_up_nothing(small_town: Town) -> None:
    await small_town.control("POST", "faults", {"method": "sendMessage", "error": 500, "times": 2})
    await small_town["eleve"].write("/assistance connexion Je suis bloquée")
    await small_town["eleve"].write("/repondre 1 Toujours bloquée")

    assert await small_town["directeur"].see("Toujours bloquée")
    sent = await small_town.control("GET", "calls?method=sendMessage")
    assert [call["ok"] for call in sent].count(False) == 2


@pytest.mark.parametrize("error", [429, 502])
async def test_a_notice_outlives_a_failure_of_telegram(small_town: Town, error: int) -> None:
    fault = {"method": "sendMessage", "error": error, "times": 2, **({"retry_after": 1} if error == 429 else {})}
    await small_town.control("POST", "faults", fault)
    await small_town["eleve"].write("/assistance connexion Je suis bloquée")

    assert "n°1" in text_of(await small_town["eleve"].see("envoyée"))
    assert await small_town["directeur"].see("Je suis bloquée")


async def test_a_message_that_may_have_arrived_is_not_said_twice(small_town: Town) -> None:
    await small_town["eleve"].write("/assistance connexion Bonjour")
    await small_town["directeur"].see("n°1")
    fault = {"method": "sendMessage", "error": "drop", "times": 1, "after_effect": True}
    await small_town.control("POST", "faults", fault)
    await small_town["eleve"].write("/repondre 1 Il y a quelqu'un ?")
    await small_town["directeur"].see("Il y a quelqu'un ?")
    await small_town["eleve"].write("/repondre 1 Vraiment ?")
    await small_town["directeur"].see("Vraiment ?")

    for key in ("eleve", "directeur"):
        shown = [text_of(m) for m in await small_town[key].chat() if m["from"]["is_bot"]]
        assert sum("Il y a quelqu'un ?" in text and "Demande n°1 ·" not in text for text in shown) <= 1


async def test_a_requester_who_blocked_the_bot_is_pointed_out_to_the_agent(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Bonjour")
    await director.see("n°1")
    await pupil.post("block", {"user_id": pupil.user_id})
    await director.write("/repondre 1 Quel est le message ?")

    assert await director.see(lambda m: "Inès Caron" in text_of(m) and "ne reçoit plus" in text_of(m))


async def test_seven_days_of_silence_close_a_request(small_town: Town) -> None:
    await small_town["eleve"].write("/assistance connexion Bonjour")
    await small_town["directeur"].see("n°1")
    await small_town["directeur"].write("/resoudre 1")
    await small_town["eleve"].see(lambda m: "C'est résolu" in labels(m))
    assert small_town.house is not None
    small_town.ahead = timedelta(days=7, minutes=1)
    await upkeep.tend(small_town.house.desk)

    assert await small_town["eleve"].see(lambda m: "Rouvrir" in labels(m) and "fermée" in text_of(m))


async def test_whoever_floods_is_told_once_then_not_heard(strict_town: Town) -> None:
    pupil = strict_town["eleve"]
    for number in range(60):
        await pupil.write(f"/demande {9000 + number}")
    await pupil.see("trop rapide")
    await strict_town["parent"].write("/assistance connexion Et moi ?")
    await strict_town["parent"].see("n°1")

    assert sum("trop rapide" in text_of(m) for m in await pupil.chat()) == 1


@pytest.mark.parametrize(
    "text",
    ["<b>gras</b> & <script>", "😀" * 2000, "\u202eà l'envers", "a\x00b", "x" * 4096, "n°1 #1 /prendre"],
)
async def test_whatever_is_typed_reaches_the_director_as_it_is(small_town: Town, text: str) -> None:
    await small_town["eleve"].write("/assistance")
    await small_town["eleve"].press("Autre chose")
    await small_town["eleve"].write(text)
    await small_town["eleve"].see(lambda m: "Envoyer" in labels(m))
    await small_town["eleve"].press("Envoyer")
    await small_town["eleve"].see("n°1")
    await small_town["directeur"].see("n°1")

    ending = text.replace("\x00", " ").lstrip("\u202e")[-20:]
    assert await small_town["directeur"].see(ending)


async def test_a_file_too_large_is_refused_in_one_sentence(small_town: Town) -> None:
    body = base64.b64encode(b"0" * (21 * 1024 * 1024)).decode()
    await small_town["eleve"].write(document={"name": "film.bin", "base64": body})

    assert "20" in text_of(await small_town["eleve"].see(lambda m: m["from"]["is_bot"]))


async def test_a_button_of_someone_elses_does_nothing(small_town: Town) -> None:
    await small_town["eleve"].write("/assistance connexion Bonjour")
    await small_town["directeur"].see("n°1")
    greeting = await small_town["directrice"].write("/aide")
    shown = await small_town["directrice"].see(lambda m: m["from"]["is_bot"], after=greeting)
    assert small_town.house is not None
    for data in ("take|1|4", "take|1|0", "take|1", "☠|1|0", "take|99999999999999|0", "erase_now||4"):
        body = {"user_id": small_town["directrice"].user_id, "message_id": shown["message_id"], "data": data}
        answer = await small_town["directrice"].post("callbacks", body)
        assert answer["answer"]["text"]

    assert "Nouveau" in text_of(await small_town["directeur"].see("Nouveau"))


@pytest.mark.parametrize("back", ["/aide", "Bonjour, toujours rien", "/mesdemandes"])
async def test_who_was_refused_one_message_reads_what_they_missed_once_they_do_anything(
    small_town: Town, back: str
) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Je suis bloquée")
    await director.see("n°1")
    fault = {"method": "sendMessage", "error": 403, "times": 1, "chat_id": pupil.user_id}
    await small_town.control("POST", "faults", fault)
    await director.write("/repondre 1 Voici ton code")
    await director.see("📵")

    await pupil.write(back)

    assert "n°1" in text_of(await pupil.see("📭"))
