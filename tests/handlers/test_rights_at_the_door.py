"""At the door, rights are those of the ENT: nobody acts, reads or searches with one that they lost minutes ago."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, update

from bot.ent.embedded.tables import ENT
from bot.handlers.buttons import encode
from bot.terms import Button
from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone
from tests.world import World


async def block(world: World, key: str, blocked: bool = True) -> None:
    """Blocks an account in the ENT, behind the bot's back; three minutes go by."""
    table = ENT.tables["ent_accounts"]

    def write(connection: Connection) -> None:
        connection.execute(update(table).where(table.c.id == key).values(blocked=blocked))

    await world.desk.records.run(write)
    world.wait(minutes=3)


@pytest.mark.parametrize(
    "line",
    ["/code Caron", "/bloquer Caron", "/comptes", "/file", "/demande 1", "/note 1 Vu", "/historique"],
)
async def test_a_director_blocked_between_two_commands_does_nothing_more(
    typed: Typed, sqlite_world: World, line: str
) -> None:
    await sqlite_world.file("eleve")
    await typed.receive(message=command("directeur", "/file"))
    await block(sqlite_world, "directeur")

    await typed.receive(message=command("directeur", line))

    assert typed.said()[-1].startswith("Votre compte ENT est bloqué")
    assert not (await sqlite_world.rows("interventions"))


async def test_a_director_blocked_in_the_ent_finds_nobody_inline(typed: Typed, sqlite_world: World) -> None:
    assert await typed.found("directeur", "lero")
    await block(sqlite_world, "directeur")

    assert await typed.found("directeur", "lero") == []


async def test_a_function_removed_between_two_buttons_stops_the_second(typed: Typed, sqlite_world: World) -> None:
    number = await sqlite_world.file("eleve")
    phone = Phone(typed, "adjoint")
    adjoint = await sqlite_world.person("adjoint")
    await phone.press(encode(Button("take", str(number), adjoint.id)))
    await sqlite_world.appoint("adjoint")
    sqlite_world.wait(minutes=3)

    await phone.press(encode(Button("release", str(number), adjoint.id)))

    assert (await sqlite_world.request(number)).holder is None
    assert (await sqlite_world.person("adjoint")).roles == ()


async def test_a_blocked_pupil_asks_why_and_can_do_nothing_else(typed: Typed, sqlite_world: World) -> None:
    old = await sqlite_world.file("eleve", text="Un secret")
    await block(sqlite_world, "eleve")

    for line in (f"/demande {old}", "/mesdonnees", "/fil"):
        await typed.receive(message=command("eleve", line))
    assert not any("secret" in said for said in typed.said())
    await typed.receive(message=command("eleve", "/assistance compte Pourquoi suis-je bloqué ?"))

    rows = await sqlite_world.rows("requests")
    assert [row["number"] for row in rows] == [old, old + 1]


async def test_a_blocked_pupils_call_for_help_is_heard(typed: Typed, sqlite_world: World) -> None:
    await block(sqlite_world, "eleve")

    await Phone(typed, "eleve").write("on me frappe, j’ai peur")

    assert "119" in typed.said()[-1]
