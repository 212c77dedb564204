"""Help through Telegram: a pressed button of the help changes its message, and never adds another."""

from __future__ import annotations

import json

from tests.handlers.conftest import Json, Typed, command, person
from tests.world import TELEGRAM


def keys(message: Json) -> list[Json]:
    """The buttons under a message as the bot sent it."""
    markup = message["reply_markup"]
    rows = (json.loads(markup) if isinstance(markup, str) else markup)["inline_keyboard"]
    return [key for row in rows for key in row]


async def press(typed: Typed, message: Json, words: str) -> Json:
    """A parent presses the button with these words; returns what the message was changed to."""
    (data,) = [key["callback_data"] for key in keys(message) if key["text"].endswith(words)]
    chat = {"id": TELEGRAM["parent"], "type": "private"}
    under = {"message_id": 7, "date": 1, "chat": chat, "from": person("parent"), "text": "Aide"}
    query = {"id": "2", "from": person("parent"), "data": data, "message": under, "chat_instance": "1"}
    await typed.receive(callback_query=query)
    changed = typed.api.asked("editMessageText")[-1]
    assert (int(changed["chat_id"]), int(changed["message_id"])) == (TELEGRAM["parent"], 7)
    return changed


async def test_an_article_is_read_left_and_thanked_for_in_one_message(typed: Typed) -> None:
    await typed.receive(message=command("parent", "/aide"))
    menu = typed.api.asked("sendMessage")[-1]
    assert menu["text"].index("/aide mot de passe") < menu["text"].index("Commandes")

    topic = await press(typed, menu, "Se connecter")
    article = await press(typed, topic, "Mot de passe oublié")
    assert "Connexion, mot de passe" in article["text"]
    assert (await press(typed, article, "Retour"))["text"] == menu["text"]
    thanks = await press(typed, article, "Cela m'a aidé")
    assert "Merci" in thanks["text"]
    assert "Mot de passe oublié" in thanks["text"]
    assert len(typed.said()) == 1


async def test_a_search_that_finds_nothing_is_one_tap_away_from_every_answer(typed: Typed) -> None:
    await typed.receive(message=command("parent", "/aide zzzz"))

    assert "🔑 Se connecter" in {key["text"] for key in keys(await _all(typed))}


async def _all(typed: Typed) -> Json:
    return await press(typed, typed.api.asked("sendMessage")[-1], "Toutes les réponses")
