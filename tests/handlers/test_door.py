"""The door: commands for other bots, groups, floods, and presses under messages that are gone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.web.reception import Handling
from bot.workflows.people import issuing
from tests.handlers.conftest import Json, Typed, command, person, process
from tests.world import TELEGRAM, World

GROUP = {"id": -100500, "type": "supergroup", "title": "La salle des maîtres"}
GOODBYE = {
    "fr": "Je ne parle qu’en privé\u00a0: écrivez-moi directement, je quitte cette conversation.",
    "en": "I only talk in private: write to me directly, I am leaving this conversation.",
}


def moved(chat: Json, old: str, new: str, language: str = "fr") -> Json:
    """The update of a change of what the bot is in a chat."""
    by = person("directeur") | {"language_code": language}
    return {
        "chat": chat,
        "from": by,
        "date": 1,
        "old_chat_member": {"status": old},
        "new_chat_member": {"status": new},
    }


def pressed(key: str, data: str, **message: object) -> Json:
    """The update of a press of a button under a message."""
    chat = {"id": TELEGRAM[key], "type": "private"}
    return {
        "id": "2",
        "from": person(key),
        "chat_instance": "1",
        "data": data,
        "message": {"message_id": 50, "date": 1, "chat": chat} | message,
    }


@pytest.mark.parametrize("name", ["/file", "/file@palier_bot", "/FILE@Palier_Bot libres"])
async def test_a_command_for_this_bot_is_answered(typed: Typed, name: str) -> None:
    await typed.receive(message=command("directeur", name))
    assert "Rien à traiter pour le moment" in typed.said()[-1]


@pytest.mark.parametrize("text", ["/file@another_bot", "/inconnue@another_bot 12"])
async def test_a_command_for_another_bot_is_not_answered(typed: Typed, text: str) -> None:
    await typed.receive(message=command("directeur", text))
    assert typed.api.calls[1:] == []


async def test_a_command_that_nobody_knows_is_refused(typed: Typed) -> None:
    await typed.receive(message=command("directeur", "/danser"))
    assert "Je ne connais pas cette commande" in typed.said()[-1]


async def test_a_command_may_be_the_caption_of_a_file(typed: Typed) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "file_size": 9}]
    content = command("directeur", "/assistance") | {"photo": photo}
    content["caption"] = content.pop("text")
    await typed.receive(message=content)
    assert "quel est le problème" in typed.said()[-1].lower()


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_group_is_told_once_that_the_bot_only_talks_in_private_and_left(
    typed: Typed, kind: str, language: str
) -> None:
    chat = GROUP | {"type": kind}
    await typed.receive(my_chat_member=moved(chat, "left", "member", language))
    await typed.receive(my_chat_member=moved(chat, "member", "administrator"))
    await typed.receive(my_chat_member=moved(chat, "administrator", "left"))
    assert typed.said() == [GOODBYE[language]]
    await typed.left(-100500)
    assert typed.api.asked("leaveChat") == [{"chat_id": GROUP["id"]}]


async def test_a_group_that_does_not_let_the_bot_write_is_left_too(typed: Typed) -> None:
    typed.api.refuse("sendMessage", 403, "Forbidden: bot can't send messages")
    await typed.receive(my_chat_member=moved(GROUP, "left", "restricted"))
    await typed.left(-100500)
    assert typed.api.asked("leaveChat") == [{"chat_id": GROUP["id"]}]


@pytest.mark.parametrize("text", ["Bonjour", "/file", "/file@palier_bot"])
async def test_nothing_that_is_said_in_a_group_is_read(typed: Typed, text: str) -> None:
    written = command("directeur", text) | {"chat": GROUP}
    await typed.receive(message=written)
    await typed.receive(edited_message=written | {"edit_date": 2})
    await typed.receive(callback_query=pressed("directeur", "queue||0", chat=GROUP))
    assert typed.api.calls[1:] == []


@pytest.mark.parametrize(
    "words", ["/start {}", "/start@palier_bot {}", "Le lien de Léa : https://t.me/palier_bot?start={}\nÀ garder"]
)
@pytest.mark.parametrize("kind", ["message", "edited_message"])
@pytest.mark.parametrize("where", ["text", "caption"])
async def test_a_token_written_in_a_group_links_nobody_any_more(
    typed: Typed, sqlite_world: World, words: str, kind: str, where: str
) -> None:
    _, token = await issuing.issue_token(sqlite_world.desk, "inconnu")
    written = command("directeur", words.format(token)) | {"chat": GROUP}
    written[where] = written.pop("text")
    await typed.receive(**{kind: written})
    assert typed.api.calls[1:] == []

    await typed.receive(message=command("inconnu", f"/start {token}"))

    assert "Ce lien ne sert plus" in typed.said()[-1]


async def test_who_blocks_the_bot_is_not_reachable_until_they_come_back_however_often(
    typed: Typed, sqlite_world: World
) -> None:
    typed.limit(1)
    chat = {"id": TELEGRAM["directeur"], "type": "private"}
    for old, new, reachable in (("member", "kicked", 0), ("kicked", "member", 1)) * 2:
        await typed.receive(my_chat_member=moved(chat, old, new))
        people = await sqlite_world.rows("people")
        assert [row["reachable"] for row in people if row["telegram_id"] == chat["id"]] == [reachable]
    assert typed.api.calls[1:] == []


async def test_words_commands_edits_and_presses_share_one_limit(typed: Typed) -> None:
    typed.limit(2)
    await typed.receive(message=command("directeur", "/file"))
    await typed.receive(callback_query=pressed("directeur", "queue||0"))
    before = len(typed.said())
    await typed.receive(message=command("directeur", "/file"))
    [told] = typed.said()[before:]
    assert told.startswith("C’est trop rapide pour moi\u00a0: il faut attendre cinq secondes")
    await typed.receive(edited_message=command("directeur", "Bonjour") | {"edit_date": 2})
    await typed.receive(callback_query=pressed("directeur", "queue||0"))
    assert len(typed.said()) == before + 1
    assert typed.api.asked("answerCallbackQuery")[-1]["text"].startswith("C’est trop rapide pour moi")


async def test_what_follows_a_press_takes_the_place_of_its_message(typed: Typed) -> None:
    await typed.receive(callback_query=pressed("directeur", "language|en|0"))
    assert [edit["message_id"] for edit in typed.api.asked("editMessageText")] == [50]
    assert typed.said() == []


async def test_what_follows_a_press_is_said_anew_where_its_message_is_no_longer_accessible(typed: Typed) -> None:
    await typed.receive(callback_query=pressed("directeur", "language|en|0", date=0))
    assert typed.api.asked("editMessageText") == []
    assert len(typed.said()) == 1


async def test_a_code_is_not_handed_on_from_a_message_that_is_no_longer_accessible(typed: Typed) -> None:
    await typed.receive(callback_query=pressed("directeur", "hand|1:0|0", date=0))
    assert "Ce bouton ne sert plus" in typed.api.asked("answerCallbackQuery")[-1]["text"]


async def test_a_press_that_is_too_old_to_be_answered_is_refused_in_a_message(typed: Typed) -> None:
    typed.api.refuse("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired")
    await typed.receive(callback_query=pressed("directeur", "nothing||0"))
    assert "Ce bouton ne sert plus" in typed.said()[-1]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"hologram": {}}, "Je ne sais pas lire ce genre de message"),
        ({"sticker": {}}, "Je ne peux pas transmettre un autocollant"),
        ({"location": {}, "venue": {}}, "Je ne peux pas transmettre un lieu"),
        ({"paid_media": {}, "caption": "/file"}, "Je ne peux pas transmettre un contenu payant"),
    ],
)
async def test_what_cannot_be_carried_is_refused_in_words(typed: Typed, content: Json, words: str) -> None:
    written = command("directeur", "x")
    del written["text"]
    await typed.receive(message=written | content)
    assert words in typed.said()[-1]


def member(number: int, album: str = "7", **more: object) -> Json:
    """The update of one photo of an album."""
    content = command("directeur", "x") | {"message_id": number, "media_group_id": album}
    del content["text"], content["entities"]
    return content | {"photo": [{"file_id": f"f{number}", "file_unique_id": f"u{number}", "file_size": 9} | more]}


@pytest.fixture
async def replica(sqlite_world: World) -> AsyncIterator[Typed]:
    """Another process of the same bot, on the same records."""
    async for other in process(sqlite_world):
        yield other


async def test_a_reason_is_given_once_for_a_whole_album_by_all_replicas(
    typed: Typed, replica: Typed, sqlite_world: World
) -> None:
    replica.updates = 100
    sqlite_world.desk.policy = replace(sqlite_world.desk.policy, files_limit=2)
    for number, bot in enumerate((typed, replica, typed, replica, typed), start=1):
        await bot.receive(message=member(number))
    for number, bot in enumerate((typed, replica, typed), start=6):
        await bot.receive(message=member(number, "8", file_size=30_000_000))

    refusals = await sqlite_world.rows("outbox", kind="refusal")
    assert [row["payload"]["reason"] for row in refusals] == ["too-many-files", "file-too-big"]
    assert [words for words in typed.said() + replica.said() if "trop" in words] == []


async def test_a_message_that_the_chat_itself_writes_is_not_answered(typed: Typed) -> None:
    written = command("directeur", "x")
    del written["text"]
    await typed.receive(message=written | {"pinned_message": command("directeur", "Bonjour")})
    assert typed.api.calls[1:] == []


@pytest.mark.parametrize("broken", [{"message_id": "7"}, {"from": {"id": "7"}}, {"photo": {}}, {"text": 7}])
async def test_an_update_that_is_not_as_the_bot_api_says_is_parked(typed: Typed, broken: Json) -> None:
    assert await typed.handling(message=command("directeur", "Bonjour") | broken) is Handling.PARKED
