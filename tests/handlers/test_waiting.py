"""At the door, a pupil for whom nobody said yes does what is open to them, and nothing else; fear passes."""

from __future__ import annotations

import pytest

from bot.handlers.buttons import encode
from bot.terms import Button
from bot.workflows.rules.consent import marked
from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone
from tests.world import World


async def key(world: World, who: str, action: str) -> str:
    """The data of that person's button about the pupil Inès, as it is shown now."""
    child, person = await world.person("eleve"), await world.person(who)
    return encode(Button(action, f"{child.id}:{marked(world.now)}", person.id))


@pytest.fixture
async def mother(typed: Typed, sqlite_world: World) -> Phone:
    """The mother of Inès, who said no."""
    phone = Phone(typed, "parent")
    await phone.press(await key(sqlite_world, "parent", "child_no"))
    assert (await sqlite_world.person("eleve")).waits
    return phone


@pytest.mark.usefixtures("mother")
@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/start", "Inès Caron"),
        ("/charte", "Charte"),
        ("/langue", "Dans quelle langue"),
        ("/aide", ""),
        ("/mesdonnees", "Ce qui est gardé sur toi"),
        ("/annuler", "Il n’y a rien"),
    ],
)
async def test_what_is_open_before_a_yes_is_answered(typed: Typed, line: str, answer: str) -> None:
    await typed.receive(message=command("eleve", line))
    said = typed.said()[-1]
    assert answer in said
    assert not said.startswith("Il faut d’abord que ta famille et l’école soient d’accord")


@pytest.mark.parametrize(
    "line",
    [
        *("Je n’y arrive pas", "/assistance connexion Aide-moi", "/mesdemandes", "/demande 1", "/repondre 1 Merci"),
        *("/clore 1", "/comptes"),
    ],
)
async def test_anything_else_is_refused_in_one_sentence(typed: Typed, sqlite_world: World, line: str) -> None:
    await sqlite_world.file("eleve")
    await Phone(typed, "parent").press(await key(sqlite_world, "parent", "child_no"))
    before = await sqlite_world.rows("messages")
    await typed.receive(message=command("eleve", line))

    assert typed.said()[-1].startswith("Il faut d’abord que ta famille et l’école soient d’accord")
    assert await sqlite_world.rows("messages") == before
    assert [row["status"] for row in await sqlite_world.rows("requests")] == ["new"]


@pytest.mark.usefixtures("mother")
@pytest.mark.parametrize("line", ["Un grand me frappe", "/assistance connexion Un grand me frappe"])
async def test_fear_passes_the_door_and_reaches_the_school(typed: Typed, sqlite_world: World, line: str) -> None:
    pupil = Phone(typed, "eleve")
    await pupil.write(line)
    assert "119" in typed.said()[-1]
    await pupil.press(pupil.button("Le dire à l’école"))

    [request] = await sqlite_world.rows("requests")
    assert request["category"] == "danger"
    assert "card:filed" in await sqlite_world.told("directeur")
    await pupil.write("Je suis dans la cour")
    assert (await sqlite_world.exchange(request["number"]))[-1].text == "Je suis dans la cour"


async def test_the_yes_of_the_mother_opens_all(mother: Phone, typed: Typed, sqlite_world: World) -> None:
    await mother.press(await key(sqlite_world, "parent", "child_yes"))
    assert not (await sqlite_world.person("eleve")).waits
    await typed.receive(message=command("eleve", "/assistance connexion Je n’y arrive pas"))
    assert len(await sqlite_world.rows("requests")) == 1


@pytest.mark.usefixtures("mother")
@pytest.mark.parametrize("who", ["eleve", "parent2", "enseignant", "directrice"])
async def test_the_button_of_the_mother_does_nothing_for_others(typed: Typed, sqlite_world: World, who: str) -> None:
    await Phone(typed, who).press(await key(sqlite_world, "parent", "child_yes"))
    await Phone(typed, who).press(await key(sqlite_world, who, "child_paper"))
    assert (await sqlite_world.person("eleve")).waits
