"""Inline queries: who finds which accounts from any chat, and what other people in it may read."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import pacing
from bot.terms import Declined, Unavailable
from bot.web.reception import Handling
from bot.workflows.people import own_data
from tests.handlers.conftest import ME, Json, Typed, command, person
from tests.world import TELEGRAM, World


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
    assert "lien Telegram" in typed.api.asked("sendMessage")[-1]["text"]


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant"])
async def test_whoever_administers_nothing_reads_whom_this_is_for(typed: Typed, key: str) -> None:
    button = (await typed.look(key, "martin"))["button"]
    assert button == {"text": "Réservé aux équipes d’assistance · ouvrir Palier", "start_parameter": "lier"}
    await typed.receive(message=command(key, "/start lier"))
    assert typed.said()[-1]


async def test_the_school_is_left_out_where_whoever_asks_has_one(typed: Typed) -> None:
    assert not any("École" in one["description"] for one in await typed.found("directeur", "enseignants"))
    assert all("École" in one["description"] for one in await typed.found("erun", "enseignants"))


@pytest.mark.parametrize("query", ["couleur:bleu", "depuis:demain", "classe:CM9", "…"])
async def test_what_finds_nobody_is_answered_with_nothing(typed: Typed, query: str) -> None:
    assert await typed.found("directeur", query) == []


async def test_in_the_bot_s_own_chat_a_result_asks_for_the_card(typed: Typed) -> None:
    (found,) = await typed.found("directeur", "lero")
    typed_line = found["input_message_content"]["message_text"]
    await typed.receive(message=command("directeur", typed_line) | {"via_bot": ME})
    assert "Mathys Leroy" in typed.api.asked("sendMessage")[-1]["text"]


@pytest.mark.parametrize("chat", ["sender", "private", "group", "supergroup", "channel"])
async def test_what_telegram_keeps_of_a_result_names_nobody(typed: Typed, chat: str) -> None:
    (found,) = await typed.found("directeur", "lero", chat=chat)
    account = await typed.house.desk.directory.by_login("mathys.leroy")
    assert account is not None
    kept = json.dumps({name: found.get(name) for name in ("id", "input_message_content", "reply_markup")}).lower()
    assert not any(word in kept for word in (account.id.lower(), "mathys", "leroy"))


async def test_the_same_account_keeps_its_name_for_one_person_and_has_another_for_another(typed: Typed) -> None:
    ids = [(await typed.found(key, "lero"))[0]["id"] for key in ("directeur", "directeur", "erun")]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize("line", ["/compte {}", "/code {}"])
async def test_what_stands_for_an_account_says_nothing_to_anybody_else(typed: Typed, line: str) -> None:
    (found,) = await typed.found("directeur", "lero")
    for key in ("erun", "directrice"):
        await typed.receive(message=command(key, line.format(found["id"])))
        assert "Leroy" not in typed.api.asked("sendMessage")[-1]["text"]


async def test_a_button_of_the_release_before_still_opens_the_card(typed: Typed) -> None:
    (found,) = await typed.found("directeur", "lero", chat="group")
    account = await typed.house.desk.directory.by_login("mathys.leroy")
    assert account is not None
    ((button,),) = found["reply_markup"]["inline_keyboard"]
    button["callback_data"] = button["callback_data"].replace(found["id"], account.id)
    await typed.receive(callback_query=pressed("directeur", found))
    assert "Mathys Leroy" in typed.api.asked("sendMessage")[-1]["text"]


async def test_an_erased_person_leaves_no_pointer(typed: Typed, sqlite_world: World) -> None:
    await typed.found("directeur", "lero")
    assert await sqlite_world.rows("pointers")
    await sqlite_world.act("directeur", own_data.erase)
    assert await sqlite_world.rows("pointers") == []


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
    assert typed.api.asked("answerCallbackQuery")[-1]["text"].startswith("Ce bouton est fait pour quelqu’un d’autre")


async def test_typing_does_not_use_up_what_a_person_may_say(typed: Typed) -> None:
    typed.limit(1)
    for query in ("l", "le", "ler"):
        await typed.look("directeur", query)
    await typed.receive(message=command("directeur", "/file"))
    assert "Demandes à traiter" in typed.api.asked("sendMessage")[-1]["text"]


async def test_a_flood_of_typing_is_answered_with_nothing(typed: Typed) -> None:
    typed.limit(2)
    assert [len(await typed.found("directeur", "lero")) for _ in range(4)] == [1, 1, 0, 0]
    assert typed.api.asked("sendMessage") == []
    assert await typed.found("erun", "lero")


@pytest.mark.parametrize("trouble", [Declined("unreachable"), Unavailable("away")])
async def test_an_ent_or_records_out_of_reach_are_answered_with_nothing(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    async def down(*_: Any) -> None:
        raise trouble

    monkeypatch.setattr(typed.house.desk.directory, "search", down)
    assert await typed.found("directeur", "lero") == []


async def test_a_failure_is_answered_with_nothing_and_kept_for_an_operator(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(typed.house.desk.directory, "search", broken)
    query = {"id": "1", "from": person("directeur"), "query": "lero", "offset": "", "chat_type": "sender"}
    assert await typed.handling(inline_query=query) is Handling.PARKED
    assert typed.api.asked("answerInlineQuery")[-1]["results"] == []
    assert typed.api.asked("sendMessage") == []


async def test_an_answer_that_comes_too_late_troubles_nobody(typed: Typed) -> None:
    typed.api.refuse("answerInlineQuery", 400, "Bad Request: query is too old and response timeout expired")
    await typed.look("directeur", "lero")
    assert await typed.found("directeur", "lero")


def pressed(key: str, result: Json) -> Json:
    """The update of a press of the button under a result that was sent to another chat."""
    ((button,),) = result["reply_markup"]["inline_keyboard"]
    message = {"inline_message_id": "AbC", "chat_instance": "1"}
    return {"id": "2", "from": person(key), "data": button["callback_data"], **message}


async def test_a_wait_that_telegram_asks_for_an_inline_answer_holds_everybody_for_as_long(
    typed: Typed, sqlite_world: World
) -> None:
    typed.limit(1000)
    typed.api.refuse("answerInlineQuery", 429, "Too Many Requests: retry after 60", retry_after=60)

    await typed.look("directeur", "lero")

    sqlite_world.now += timedelta(seconds=59)
    assert not await pacing.may(typed.house.desk, 99)
    sqlite_world.now += timedelta(seconds=2)
    assert await pacing.may(typed.house.desk, 99)
