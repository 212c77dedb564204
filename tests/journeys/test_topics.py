"""A private chat with topics: what is asked in one is answered in it, from the first word to the last file."""

from __future__ import annotations

import base64
from typing import Any

from tests.journeys.phone import Phone, Shown, labels, text_of
from tests.journeys.town import Town

PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def topic(message: Shown) -> int:
    """The topic of a message; 0 where it stands in the chat itself."""
    return int(message.get("message_thread_id", 0))


async def opened(town: Town, key: str, name: str = "Cartable") -> int:
    """That persona opens a topic in their chat with the bot; returns its number."""
    await town.control("POST", "bots", {"has_topics_enabled": True, "allows_users_to_create_topics": True})
    phone = town[key]
    made = await phone.post("topics", {"user_id": phone.user_id, "name": name})
    return int(made["message_thread_id"])


async def deleted(town: Town, phone: Phone, thread: int) -> None:
    """The topic is deleted, with all that stands in it."""
    url = f"{town.emulator.url}/bot{town.settings.telegram_token.get_secret_value()}/deleteForumTopic"
    async with town.http.post(url, json={"chat_id": phone.user_id, "message_thread_id": thread}) as response:
        assert response.status == 200, await response.text()


async def said(phone: Phone) -> list[Shown]:
    """What the bot said in the chat, oldest first."""
    return [message for message in await phone.chat() if message["from"]["is_bot"]]


async def test_a_request_lives_in_the_topic_where_it_was_filed(town: Town) -> None:
    pupil, director = town["eleve"], town["directeur"]
    thread = await opened(town, "eleve")
    here: dict[str, Any] = {"message_thread_id": thread}
    before = await pupil.last()
    await pupil.write("/assistance", **here)
    await pupil.press("Connexion, mot de passe")
    await pupil.see(lambda shown: "Annuler" in labels(shown) and "Connexion, mot de passe" not in labels(shown))
    await pupil.write("Je ne peux plus entrer", **here)
    await pupil.press("Envoyer")
    await pupil.see("n°1", before)
    card = await director.see("Je ne peux plus entrer")

    await director.press("Prendre", card)
    await pupil.see("s’occupe de ta demande")
    await director.write("/repondre 1 Quel message lis-tu ?")
    asked = await pupil.see("Quel message lis-tu ?", before)
    picture = {"name": "ecran.png", "base64": base64.b64encode(PHOTO).decode()}
    await pupil.write(caption="Celui-ci", photo=picture, reply_to_message_id=asked["message_id"], **here)
    await director.see(lambda shown: "photo" in shown)
    await director.see("Celui-ci")

    assert {topic(message) for message in await said(pupil) if message["message_id"] > before} == {thread}
    assert {topic(message) for message in await said(director)} == {0}


async def test_a_card_and_a_code_asked_for_in_a_topic_are_shown_and_change_there(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Mon mot de passe")
    await director.see("Mon mot de passe")
    thread = await opened(small_town, "directeur", "Demandes")
    await director.write("/demande 1", message_thread_id=thread)
    card = await director.see(lambda shown: topic(shown) == thread and "Prendre" in labels(shown))

    await director.press("Prendre", card)
    changed = await director.see(
        lambda shown: shown["message_id"] == card["message_id"] and "Prendre" not in labels(shown)
    )
    assert topic(changed) == thread
    await director.press("Code de connexion", changed)
    await director.press("Code · Inès Caron")
    code = await director.see("Code de connexion pour")

    assert topic(code) == thread
    assert [entity["type"] for entity in code["entities"]].count("spoiler") == 1


async def test_words_in_another_topic_are_offered_and_the_question_still_listens(small_town: Town) -> None:
    pupil, director = small_town["eleve"], small_town["directeur"]
    await pupil.write("/assistance connexion Bonjour")
    card = await director.see("Bonjour")
    await director.press("Répondre", card)
    await director.see("Écrivez votre réponse")
    thread = await opened(small_town, "directeur", "À moi")

    await director.write("Cette famille exagère", message_thread_id=thread)
    offer = await director.see(lambda shown: "Oui, c’est cela" in labels(shown))
    assert topic(offer) == thread
    await director.write("Votre code est prêt")

    await pupil.see("Votre code est prêt")
    assert "exagère" not in await pupil.texts()


async def test_what_was_asked_in_a_topic_that_is_deleted_meanwhile_is_answered_in_the_chat(small_town: Town) -> None:
    pupil = small_town["eleve"]
    thread = await opened(small_town, "eleve")
    await small_town.stop()
    await pupil.write("/assistance connexion", message_thread_id=thread)
    await deleted(small_town, pupil, thread)
    await small_town.start()

    asked = await pupil.see(lambda shown: "Annuler" in labels(shown))
    assert topic(asked) == 0
    await pupil.write("Je ne peux plus entrer")
    await pupil.press("Envoyer")
    await small_town["directeur"].see("Je ne peux plus entrer")
    await small_town["directeur"].write("/repondre 1 Voici un code")

    answer = await pupil.see("Voici un code")
    assert topic(answer) == 0
    assert sum("Voici un code" in text_of(message) for message in await said(pupil)) == 1


async def test_a_command_quoted_from_a_family_is_nothing_to_touch(small_town: Town) -> None:
    await small_town["eleve"].write("/assistance connexion Touchez /resoudre ou http://evil.example/ ou @evil_bot")

    card = await small_town["directeur"].see("Touchez")

    units = text_of(card).encode("utf-16-le")
    touched = {
        units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le"): one["type"]
        for one in card["entities"]
        if one["type"] in ("code", "bot_command", "url", "mention")
    }
    assert touched == {"/resoudre": "code", "http://evil.example/": "code", "@evil_bot": "code"}
