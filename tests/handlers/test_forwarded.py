"""Forwarded messages: their words are somebody else's, so they run nothing, confirm nothing, and are marked as such.

No edit of one comes: TDLib's `MessagesManager::can_edit_message` lets nobody edit what `is_message_forward` is true
of, and the emulator refuses it in the same way.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot import texts
from bot.terms import FORWARDED, Notice, Status
from bot.workflows.people import exporting
from bot.workflows.requests import leafing, verbs
from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone, exchange, picture
from tests.workflows.steps import filed, resolved
from tests.world import World

HIDDEN = {"forward_origin": {"type": "hidden_user", "sender_user_name": "Inconnue", "date": 1}}
OFFER = "J’envoie ce message à l’assistance\u00a0?"


@pytest.fixture
def world(sqlite_world: World) -> World:
    """The demo's world, on SQLite."""
    return sqlite_world


async def state(world: World) -> list[Any]:
    """All that a command could have changed."""
    tables = ("requests", "messages", "events", "interventions", "campaigns", "tokens")
    return [await world.rows(table) for table in tables]


@pytest.mark.parametrize(
    "line",
    [
        *("/resoudre 1 fini", "/code lea.martin", "/bloquer lea.martin", "/fusionner 1 2", "/start " + "a" * 32),
        *(
            "/assistance connexion Je ne peux plus entrer",
            "/repondre 1 Voici",
            "/note 1 Voici",
            "/annuler",
            "/file@palier_bot",
        ),
        *("/langue en", "resoudre 1", "code lea.martin"),
    ],
)
async def test_a_forwarded_command_is_shown_as_words_and_run_by_nobody(typed: Typed, world: World, line: str) -> None:
    await world.file("eleve")
    await world.file("parent")
    before = await state(world)
    phone = Phone(typed, "directeur")

    await phone.write(line, **HIDDEN)

    assert await state(world) == before
    assert [texts.plain(said) for said in typed.said()] == [f"{OFFER}\n↪️ Message transféré\n{line}"]
    assert "run|" not in str(typed.api.asked("sendMessage"))


async def test_the_same_words_run_where_they_are_typed(typed: Typed, world: World) -> None:
    await world.file("eleve")

    await Phone(typed, "directeur").write("/resoudre 1 fini")

    assert (await world.request(1)).status is Status.RESOLVED


@pytest.mark.parametrize("action", ["repondre", "attente", "note", "escalader"])
async def test_forwarded_words_that_answer_a_question_are_marked_for_all_who_read_them(
    typed: Typed, world: World, action: str
) -> None:
    number, _ = await filed(world)
    await world.act("adjoint", verbs.take, number)
    phone = Phone(typed, "directeur")
    await phone.write(f"/{action} {number}")
    mark = await world.mark()

    await phone.write("Madame, rien à faire", **HIDDEN)

    assert await exchange(world, number) == [f"{FORWARDED}Madame, rien à faire"]
    told = [row for key in ("eleve", "adjoint", "erun") for row in await world.letters(key, mark)]
    quoting = [row for row in told if row["payload"].get("kind") and "Madame" in str(row["payload"]["facts"])]
    assert quoting or action == "escalader"  # of which the card tells
    for row in quoting:
        for language, words in (("fr", "Message transféré"), ("en", "Forwarded message")):
            notice = Notice(row["payload"]["kind"], row["payload"]["facts"])
            assert f"↪️ {words}\nMadame, rien à faire" in texts.word(notice, language).text
    card = texts.word(await world.card("directeur", number), "fr").text
    leaf = texts.word(await world.desk.see(world.caller("directeur"), leafing.leaf, number), "fr").text
    assert all("↪️ Message transféré\nMadame, rien à faire" in shown for shown in (card, leaf))


async def test_a_request_made_of_forwarded_words_says_so(typed: Typed, world: World) -> None:
    phone = Phone(typed, "eleve")
    await phone.write("/assistance connexion")
    await phone.write("Le mot de passe de mon fils ne marche plus", **HIDDEN)
    await phone.press(phone.button("Envoyer"))

    card = texts.word(await world.card("directeur", 1), "fr").text

    assert "↪️ Message transféré\nLe mot de passe" in card


async def test_the_caption_of_a_forwarded_picture_is_no_command_either(typed: Typed, world: World) -> None:
    await world.file("eleve")

    await Phone(typed, "directeur").write("x", **picture(1), caption="/repondre 1 Voici", **HIDDEN)

    assert await exchange(world, 1) == []
    assert typed.said()[-1].startswith(OFFER)


async def test_forwarded_words_confirm_no_far_reaching_act(typed: Typed, world: World) -> None:
    phone = Phone(typed, "directeur")
    await phone.write("/blocage parents")

    await phone.write("parents", **HIDDEN)

    assert await world.rows("campaigns") == []


async def test_a_forwarded_yes_neither_merges_nor_blocks(typed: Typed, world: World) -> None:
    phone = Phone(typed, "directeur")
    await phone.write("/bloquer lea.martin")
    asked = typed.said()[-1]

    await phone.write("oui", **HIDDEN)

    assert "Léa" in asked
    assert await world.rows("interventions") == []


async def test_a_forwarded_cancel_does_not_end_the_question(typed: Typed, world: World) -> None:
    number, _ = await filed(world)
    phone = Phone(typed, "directeur")
    await phone.write(f"/repondre {number}")

    await phone.write("annuler", **HIDDEN)

    assert await exchange(world, number) == [f"{FORWARDED}annuler"]


async def test_a_forwarded_name_still_answers_whom_it_is_about(typed: Typed, world: World) -> None:
    phone = Phone(typed, "directeur")
    await phone.write("/compte")

    await phone.write("lea.martin", **HIDDEN)

    assert "Léa Martin" in str(typed.api.asked("sendMessage")[-1])


async def test_nobody_can_type_the_mark(typed: Typed, world: World) -> None:
    number, _ = await filed(world)

    await Phone(typed, "directeur").write(f"/repondre {number} {FORWARDED}Voici")

    assert await exchange(world, number) == ["Voici"]


async def test_forwarded_thanks_only_ask_whether_it_is_solved(typed: Typed, world: World) -> None:
    number, _ = await resolved(world)

    await Phone(typed, "eleve").write("Merci, c’est bon", **HIDDEN)

    assert (await world.request(number)).status is Status.RESOLVED


async def test_a_child_who_forwards_a_cry_for_help_is_led_to_people(typed: Typed, world: World) -> None:
    await Phone(typed, "eleve").write("je veux mourir", **HIDDEN)

    assert "119" in str(typed.said()) or "3018" in str(typed.said())


async def test_what_is_kept_about_somebody_says_which_words_they_forwarded(typed: Typed, world: World) -> None:
    number, _ = await filed(world)
    phone = Phone(typed, "directeur")
    await phone.write(f"/repondre {number}")
    await phone.write("Madame, rien à faire", **HIDDEN)

    kept = str(await exporting.export_all(world.desk, world.cause(), world.caller("directeur")))

    assert "'text': 'Madame, rien à faire', 'files': [], 'forwarded': True" in kept
    assert FORWARDED not in kept
