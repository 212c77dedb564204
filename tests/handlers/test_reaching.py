"""Words, edits and commands as they come from Telegram: each reaches the right reader, or is refused in words."""

from __future__ import annotations

from typing import Any

import pytest

from bot import texts
from bot.workflows import nouns
from tests.handlers.conftest import Json, Typed, command
from tests.world import TELEGRAM, World

Key = dict[str, Any]


class Phone:
    """A person's chat with the bot: numbers their messages, and remembers the buttons that they were shown."""

    def __init__(self, typed: Typed, key: str) -> None:
        self.typed = typed
        self.key = key
        self.number = 1000

    async def write(self, text: str, **more: Any) -> int:
        """Writes a message; returns its number."""
        self.number += 1
        message = command(self.key, text) | {"message_id": self.number, "entities": []} | more
        if "photo" in more:
            message.pop("text")
        await self.typed.receive(message=message)
        return self.number

    async def edit(self, number: int, text: str) -> None:
        """Changes a message."""
        message = command(self.key, text) | {"message_id": number, "entities": [], "edit_date": 2}
        await self.typed.receive(edited_message=message)

    async def press(self, data: str, number: int = 50) -> None:
        """Presses a button."""
        chat = {"id": TELEGRAM[self.key], "type": "private"}
        message: Json = {"message_id": number, "date": 1, "chat": chat}
        sender = command(self.key, "x")["from"]
        query = {"id": "2", "from": sender, "chat_instance": "1", "data": data, "message": message}
        await self.typed.receive(callback_query=query)

    def button(self, words: str) -> str:
        """The data of the newest button whose label ends with these words."""
        keys = [key for sent in self.typed.api.asked("sendMessage") for row in _rows(sent) for key in row]
        return next(str(key["callback_data"]) for key in reversed(keys) if key["text"].endswith(words))


def _rows(sent: Json) -> list[list[Key]]:
    rows: list[list[Key]] = (sent.get("reply_markup") or {}).get("inline_keyboard", [])
    return rows


@pytest.fixture
def world(sqlite_world: World) -> World:
    """The demo's world, on SQLite."""
    return sqlite_world


async def exchange(world: World, number: int) -> list[str]:
    """The words of the exchange after the first message."""
    return [message.text for message in (await world.exchange(number))[1:]]


async def test_words_after_another_command_are_not_the_answer_to_an_earlier_question(
    typed: Typed, world: World
) -> None:
    first, second = await world.file("eleve"), await world.file("parent")
    phone = Phone(typed, "directeur")
    await phone.write(f"/repondre {first}")
    await phone.write(f"/demande {second}")

    await phone.write("Votre code est prêt")

    assert await exchange(world, first) == await exchange(world, second) == []
    assert typed.said()[-1].endswith("Votre code est prêt</blockquote>")
    assert "n’a été envoyé" in (await closed(world))


async def closed(world: World) -> str:
    """The words in place of the question that was closed."""

    (row,) = [
        row for row in await world.rows("outbox", kind="refresh") if "closed" in row["payload"].get("about", "")
    ]
    person = await world.person("directeur")
    notice = await world.desk.look(nouns.draw, world.desk.policy, person, row["payload"]["about"])
    return texts.word(notice, "fr").text


async def test_words_right_after_the_question_are_its_answer(typed: Typed, world: World) -> None:
    number = await world.file("eleve")
    phone = Phone(typed, "directeur")
    await phone.write(f"/repondre {number}")

    await phone.write("Votre code est prêt")

    assert await exchange(world, number) == ["Votre code est prêt"]


async def test_words_after_a_button_of_another_card_are_not_the_answer_either(typed: Typed, world: World) -> None:
    first, second = await world.file("eleve"), await world.file("parent")
    phone, marc = Phone(typed, "directeur"), await world.person("directeur")
    await phone.press(f"answer|{first}|{marc.id}")
    await phone.press(f"take|{second}|{marc.id}")

    await phone.write("Votre code est prêt")

    assert await exchange(world, first) == await exchange(world, second) == []


async def test_a_confirmation_is_not_taken_after_another_command(typed: Typed, world: World) -> None:
    phone = Phone(typed, "directeur")
    await phone.write("/blocage parents")
    await phone.write("/file")

    await phone.write("parents")

    assert await world.rows("campaigns") == []


@pytest.mark.parametrize(
    "line",
    [
        *("/demande 1.", "/demande1", "/demande n1", "/demande n°1", "/demande N° 1 !", "/demande numéro 1"),
        *("/demande la demande n°1", "/demande #1", "/demande 1 svp", "/DEMANDE 1", "/demande n.1", "/demande (1)"),
    ],
)
async def test_numbers_are_read_as_people_type_them(typed: Typed, world: World, line: str) -> None:
    await world.file("eleve")
    mark = await world.mark()

    await Phone(typed, "eleve").write(line)

    assert await world.told("eleve", mark) == ["card:"]


@pytest.mark.parametrize(
    "line",
    [
        "/repondre 1 : bonjour",
        "/repondre 1: bonjour",
        "/repondre n°1, bonjour",
        "/repondre1 bonjour",
        "/repondre 1 - bonjour",
    ],
)
async def test_what_separates_a_number_from_words_is_not_part_of_them(typed: Typed, world: World, line: str) -> None:
    await world.file("eleve")

    await Phone(typed, "eleve").write(line)

    assert await exchange(world, 1) == ["bonjour"]


@pytest.mark.parametrize(
    "line", ["/fusionner 1 2", "/fusionner 1 et 2", "/fusionner n°1, n°2", "/fusionner 1 dans la 2"]
)
async def test_both_numbers_of_a_merge_are_read(typed: Typed, world: World, line: str) -> None:
    await world.file("eleve")
    await world.file("parent")

    await Phone(typed, "directeur").write(line)

    assert (await world.request(1)).merged_into == 2


@pytest.mark.parametrize("line", ["/demande une", "/demande 12abc", "/demande 1/2", "/demande 12345678901"])
async def test_what_is_no_number_is_refused(typed: Typed, line: str) -> None:
    await Phone(typed, "eleve").write(line)

    assert "n’est pas un numéro de demande" in typed.said()[-1]


async def test_an_edited_command_runs_again(typed: Typed, world: World) -> None:
    await world.file("eleve")
    await world.file("parent")
    phone = Phone(typed, "directeur")
    number = await phone.write("/demande 9")
    mark = await world.mark()

    await phone.edit(number, "/demande 2")

    assert await world.told("directeur", mark) == ["card:"]


async def test_the_edit_of_a_command_changes_the_words_it_sent(typed: Typed, world: World) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    number = await phone.write("/repondre 1 Demian")

    await phone.edit(number, "/repondre 1 Demain")

    assert await exchange(world, 1) == ["Demain"]


async def test_the_edit_of_a_command_to_another_request_says_where_its_words_went(typed: Typed, world: World) -> None:
    await world.file("eleve")
    await world.file("parent")
    phone = Phone(typed, "directeur")
    number = await phone.write("/repondre 1 Demain")

    await phone.edit(number, "/repondre 2 Après-demain")

    assert await exchange(world, 1) == ["Demain"]
    assert await exchange(world, 2) == []
    assert "déjà parti pour la demande n°1" in typed.said()[-1]


async def test_the_edit_of_words_that_are_in_no_request_is_answered(typed: Typed, world: World) -> None:
    phone = Phone(typed, "eleve")
    number = await phone.write("Bonjour")

    await phone.edit(number, "Bonjour à tous")

    assert "n’est dans aucune demande" in typed.said()[-1]


async def test_a_command_offered_for_words_runs_in_one_tap(typed: Typed, world: World) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    await phone.write("file libres")

    await phone.press(phone.button("/file libres"))

    assert "Demandes à prendre" in typed.said()[-1]
    assert await world.rows("drafts") == []


async def test_a_question_whose_message_was_edited_away_is_asked_in_a_new_one(typed: Typed, world: World) -> None:
    phone = Phone(typed, "eleve")
    await phone.write("/assistance")
    typed.api.refuse("editMessageText", 400, "Bad Request: message to edit not found")

    await phone.press(phone.button("Une page de l’ENT (messagerie, blog…)"))

    assert "Raconte le problème" in typed.said()[-1]


def picture(number: int, album: str = "") -> Json:
    """The fields of a message with a picture."""
    photo = [{"file_id": f"p{number}", "file_unique_id": f"u{number}", "width": 1, "height": 1, "file_size": 9}]
    return {"photo": photo} | ({"media_group_id": album} if album else {})


async def test_further_pictures_of_an_album_change_the_summary_where_it_stands(typed: Typed, world: World) -> None:
    phone = Phone(typed, "eleve")
    await phone.write("/assistance application")
    sent = len(typed.said())

    await phone.write("x", **picture(1, "a1"))
    await phone.write("x", **picture(2, "a1"))
    await phone.write("x", **picture(3, "a1"))

    assert len(typed.said()) == sent + 1
    assert "📎 1 fichier" in typed.said()[-1]
    assert "📎 3 fichiers" in typed.api.asked("editMessageText")[-1]["text"]


async def test_the_second_half_of_a_text_that_telegram_cut_goes_where_the_first_went(
    typed: Typed, world: World
) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    await phone.write(f"/note 1 {'Vu au téléphone. ' * 230}")

    await phone.write("Fin de la note.")

    assert [message.text[-16:] for message in await world.exchange(1)][1:] == ["Vu au téléphone.", "Fin de la note."]
    assert {message.voice.value for message in (await world.exchange(1))[1:]} == {"note"}


async def test_two_halves_offered_together_both_go_to_the_request(typed: Typed, world: World) -> None:
    await world.file("eleve")
    phone = Phone(typed, "eleve")
    await phone.write("a" * 4000)
    await phone.write("b" * 3000)

    await phone.press(phone.button("Répondre à la demande n°1"))

    assert await exchange(world, 1) == ["a" * 4000, "b" * 3000]


async def test_a_picture_added_by_an_edit_is_added_to_its_message(typed: Typed, world: World) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    number = await phone.write("/repondre 1 Regardez")

    chat = {"id": TELEGRAM["directeur"], "type": "private"}
    message = {
        "message_id": number,
        "date": 1,
        "edit_date": 2,
        "chat": chat,
        "from": command("directeur", "x")["from"],
    }
    await typed.receive(edited_message=message | picture(1) | {"caption": "/repondre 1 Regardez"})

    assert [len(message.files) for message in await world.exchange(1)] == [0, 1]
