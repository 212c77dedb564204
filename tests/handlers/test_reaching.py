"""Words, edits and commands as they come from Telegram: each reaches the right reader, or is refused in words."""

from __future__ import annotations

import json

import pytest

from bot import texts
from bot.workflows import nouns
from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone, exchange
from tests.world import World


@pytest.fixture
def world(sqlite_world: World) -> World:
    """The demo's world, on SQLite."""
    return sqlite_world


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


async def test_a_name_typed_hours_after_the_question_is_looked_up_once_it_is_said_that_it_is_one(
    typed: Typed, world: World
) -> None:
    phone = Phone(typed, "directeur")
    await phone.write("/compte")
    world.wait(hours=3)

    await phone.write("lea.martin")
    asked = typed.said()[-1]
    await phone.press(phone.button("Oui, c’est cela"))

    assert asked.startswith("Est-ce le nom du compte à montrer")
    assert "Léa Martin" in str(typed.api.asked("editMessageText")[-1])
    assert not await world.rows("drafts")


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


@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        ("/repondre 1 Voici", "/note 1 famille pénible", "une réponse dans la demande n°1, que le demandeur et"),
        ("/note 1 Vu", "/repondre 1 Vu", "une note interne de la demande n°1, que le demandeur ne lit pas"),
        ("/note 1 Vu", "/attente 1 Quelle classe ?", "une note interne de la demande n°1"),
        ("/attente 1 Quelle classe ?", "/note 1 Vu", "la question posée dans la demande n°1, que le demandeur peut"),
        ("/repondre 1 Voici", "/resoudre 1 Voici", "une réponse dans la demande n°1"),
        ("/repondre 1 Voici", "/clore 1", "une réponse dans la demande n°1"),
    ],
)
async def test_the_edit_of_a_command_into_another_says_what_stands_where(
    typed: Typed, world: World, before: str, after: str, stays: str
) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    number = await phone.write(before)
    said = await exchange(world, 1)
    mark = await world.mark()

    await phone.edit(number, after)

    assert typed.said()[-1].startswith(f"Le premier texte reste {stays}")
    assert "le nouveau n’est parti nulle part" in typed.said()[-1]
    assert await exchange(world, 1) == said
    assert await world.everybody_told(mark) == {}


@pytest.mark.parametrize("after", ["/note 2 Vu", "/clore 2", "/clore"])
async def test_an_edit_that_names_another_request_too_says_where_the_words_went(
    typed: Typed, world: World, after: str
) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    number = await phone.write("/repondre 1 Voici")

    await phone.edit(number, after)

    assert "déjà parti pour la demande n°1" in typed.said()[-1]


@pytest.mark.parametrize(("line", "runs"), [("/répondre 1 oui", "repondre"), ("/Catégorie 1 compte", "categorie")])
async def test_accents_do_not_hide_a_command(typed: Typed, world: World, line: str, runs: str) -> None:
    await world.file("eleve")

    await Phone(typed, "directeur").write(line)

    assert "Je ne connais pas" not in typed.said()[-1]
    assert runs


async def test_the_command_nearest_to_a_mistyped_one_is_offered(typed: Typed, world: World) -> None:
    await world.file("eleve")
    phone = Phone(typed, "directeur")
    await phone.write("/prendr 1")

    await phone.press(phone.button("/prendre 1"))

    assert (await world.request(1)).holder is not None


async def test_giving_up_an_erasure_says_that_nothing_was_changed(typed: Typed) -> None:
    phone = Phone(typed, "parent")
    await phone.write("/mesdonnees")
    await phone.press(phone.button("Effacer"))

    edited = typed.api.asked("editMessageText")[-1]
    keys = [key for row in json.loads(json.dumps(edited["reply_markup"]))["inline_keyboard"] for key in row]
    await phone.press(next(key["callback_data"] for key in keys if key["text"] == "Annuler"))

    assert "rien n’a été envoyé ni changé" in typed.api.asked("editMessageText")[-1]["text"]
