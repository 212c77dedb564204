"""What comes in several updates, or changes afterwards: albums, long texts, edits that add a picture."""

from __future__ import annotations

import pytest

from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone, exchange, picture
from tests.world import TELEGRAM, World


@pytest.fixture
def world(sqlite_world: World) -> World:
    """The demo's world, on SQLite."""
    return sqlite_world


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


async def test_a_file_is_never_dropped_by_what_takes_only_words(typed: Typed, world: World) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    await phone.write("x", **picture(1), caption="/prendre 1")
    await phone.write("/code")
    await phone.write("x", **picture(2), caption="léa martin")

    assert (await world.request(1)).holder is None
    assert "ne prend pas de fichier" in typed.said()[-3]
    assert "répondre par des mots" in typed.said()[-1]


async def test_a_frightened_child_is_led_to_help_from_the_help(typed: Typed) -> None:
    await Phone(typed, "eleve").write("/aide on me frappe")

    assert "3018" in typed.said()[-1]
    assert "119" in typed.said()[-1]
