"""Looking for an account from any chat: who is answered, with what, and what others may read of it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import House, _build
from bot.terms import Declined
from bot.web.reception import Verdict
from bot.workflows import talk
from bot.workflows.rules.pace import Pace
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.world import TELEGRAM, World

ME = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}

Json = dict[str, Any]


@dataclass
class Typed:
    """A house whose Telegram is a stand-in, and people who type."""

    api: BotApi
    house: House
    updates: int = 0

    async def receive(self, **update: Any) -> None:
        """Brings one more update, which must be taken."""
        self.updates += 1
        assert await self.house.reception.receive({"update_id": self.updates, **update}) is Verdict.TAKEN

    async def look(self, key: str, query: str, *, chat: str = "sender", offset: str = "") -> Json:
        """The answer to an inline query."""
        body = {"id": "1", "from": person(key), "query": query, "offset": offset, "chat_type": chat}
        await self.receive(inline_query=body)
        return self.api.asked("answerInlineQuery")[-1]

    async def found(self, key: str, query: str, *, chat: str = "sender") -> list[Json]:
        """Its results."""
        results = (await self.look(key, query, chat=chat))["results"]
        parsed: list[Json] = json.loads(results) if isinstance(results, str) else results
        return parsed


def person(key: str) -> Json:
    """Somebody, as Telegram names them."""
    return {"id": TELEGRAM[key], "is_bot": False, "first_name": key.title(), "language_code": "fr"}


@pytest.fixture
async def typed(sqlite_world: World) -> AsyncIterator[Typed]:
    """The house on the demo's world."""
    async with BotApi() as api:
        api.answer("getMe", 200, json.dumps({"ok": True, "result": ME}))
        settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(TOKEN),
            telegram_api=api.url[:-4],
        )
        house = _build(settings, sqlite_world.desk, TOKEN, partial(talk.put_aside, sqlite_world.desk))
        async with house.application:
            yield Typed(api, house)


async def test_a_director_finds_the_accounts_of_the_school_as_the_name_is_typed(typed: Typed) -> None:
    (found,) = await typed.found("directeur", "lero")
    assert (found["title"], found["description"]) == ("🟠 Mathys Leroy", "élève · CE1 · ⛔ bloqué")


async def test_the_answer_is_for_that_person_alone_and_kept_by_nobody(typed: Typed) -> None:
    answer = await typed.look("directeur", "lero")
    assert (str(answer["cache_time"]), str(answer["is_personal"]).lower()) == ("0", "true")


async def test_more_come_by_key(typed: Typed) -> None:
    first = await typed.look("erun", "")
    rest = await typed.look("erun", "", offset=first["next_offset"])
    ids = [{result["id"] for result in answer["results"]} for answer in (first, rest)]
    assert len(ids[0]) == 20
    assert ids[0].isdisjoint(ids[1])


async def test_accounts_of_another_school_are_not_found(typed: Typed) -> None:
    assert await typed.found("directrice", "mathys") == []


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant", "inconnu"])
async def test_nobody_else_finds_anybody(typed: Typed, key: str) -> None:
    assert await typed.found(key, "martin") == []


async def test_a_stranger_is_shown_the_way_in(typed: Typed) -> None:
    button = (await typed.look("inconnu", "martin"))["button"]
    assert button == {"text": "Relier mon compte ENT", "start_parameter": "lier"}
    await typed.receive(message=command("inconnu", "/start lier"))
    assert "lien de connexion" in typed.api.asked("sendMessage")[-1]["text"]


@pytest.mark.parametrize("query", ["couleur:bleu", "depuis:demain", "classe:CM9", "…"])
async def test_what_finds_nobody_is_answered_with_nothing(typed: Typed, query: str) -> None:
    assert await typed.found("directeur", query) == []


async def test_in_the_bot_s_own_chat_a_result_asks_for_the_card(typed: Typed) -> None:
    (found,) = await typed.found("directeur", "lero")
    assert found["input_message_content"]["message_text"] == "/compte mathys.leroy"


@pytest.mark.parametrize("chat", ["private", "group", "supergroup", "channel"])
async def test_in_any_other_chat_nothing_of_the_account_is_sent(typed: Typed, chat: str) -> None:
    (found,) = await typed.found("directeur", "lero", chat=chat)
    assert found["input_message_content"]["message_text"] == "👤 Fiche d’un compte de l’ENT"
    ((button,),) = found["reply_markup"]["inline_keyboard"]
    assert button["text"].endswith("Voir la fiche")
    assert "Leroy" not in json.dumps(found["reply_markup"], ensure_ascii=False)


async def test_the_button_opens_the_card_in_the_asker_s_own_chat(typed: Typed) -> None:
    (found,) = await typed.found("directeur", "lero", chat="group")
    await typed.receive(callback_query=pressed("directeur", found))
    card = typed.api.asked("sendMessage")[-1]
    assert int(card["chat_id"]) == TELEGRAM["directeur"]
    assert "Mathys Leroy" in card["text"]


async def test_the_button_does_nothing_for_anybody_else(typed: Typed) -> None:
    (found,) = await typed.found("directeur", "lero", chat="group")
    await typed.receive(callback_query=pressed("erun", found))
    assert typed.api.asked("sendMessage") == []
    assert typed.api.asked("answerCallbackQuery")[-1]["text"] == "Ce bouton est fait pour quelqu’un d’autre."


async def test_typing_does_not_use_up_what_a_person_may_say(typed: Typed) -> None:
    typed.house.desk.pace = Pace(1, 0.0)
    for query in ("l", "le", "ler"):
        await typed.look("directeur", query)
    await typed.receive(message=command("directeur", "/file"))
    assert "Demandes à traiter" in typed.api.asked("sendMessage")[-1]["text"]


async def test_an_ent_that_is_down_answers_with_nothing(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    async def down(*_: Any) -> None:
        raise Declined("unreachable")

    monkeypatch.setattr(typed.house.desk.directory, "search", down)
    assert await typed.found("directeur", "lero") == []


async def test_an_answer_that_comes_too_late_troubles_nobody(typed: Typed) -> None:
    typed.api.refuse("answerInlineQuery", 400, "Bad Request: query is too old and response timeout expired")
    await typed.look("directeur", "lero")
    assert await typed.found("directeur", "lero")


def command(key: str, text: str) -> Json:
    """A command that somebody types in their chat with the bot."""
    entity = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
    chat = {"id": TELEGRAM[key], "type": "private"}
    return {"message_id": 1, "date": 1, "from": person(key), "chat": chat, "text": text, "entities": [entity]}


def pressed(key: str, result: Json) -> Json:
    """A press of the button that a chosen result bears in another chat."""
    ((button,),) = result["reply_markup"]["inline_keyboard"]
    message = {"inline_message_id": "AbC", "chat_instance": "1"}
    return {"id": "2", "from": person(key), "data": button["callback_data"], **message}
