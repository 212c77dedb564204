"""The buttons about a pupil below the age, as phones press them: they know when they were shown."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import update

from bot.ent.embedded.tables import ENT
from bot.handlers.buttons import decode, encode
from bot.terms import Button
from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone
from tests.world import TELEGRAM, World


def shown(typed: Typed, key: str, method: str = "editMessageText") -> dict[str, Any]:
    """What that persona was last sent, or what their message was last changed into."""
    return [one for one in typed.api.asked(method) if one["chat_id"] == TELEGRAM[key]][-1]


def button(said: dict[str, Any], action: str) -> str:
    """The data of the button with that action."""
    markup = said["reply_markup"]
    rows = (json.loads(markup) if isinstance(markup, str) else markup)["inline_keyboard"]
    return next(
        str(key["callback_data"]) for row in rows for key in row if key["callback_data"].startswith(f"{action}|")
    )


async def test_a_button_shown_before_a_colleagues_answer_changes_nothing_and_offers_the_choice_anew(
    typed: Typed, sqlite_world: World
) -> None:
    world, deputy, director = sqlite_world, Phone(typed, "adjoint"), Phone(typed, "directeur")
    child = (await world.person("eleve")).id
    await deputy.press(encode(Button("child", str(child), (await world.person("adjoint")).id)))
    no = button(shown(typed, "adjoint", "sendMessage"), "child_no")
    assert decode(no).target.startswith(f"{child}:")
    world.wait(minutes=1)
    await director.press(encode(Button("child", str(child), (await world.person("directeur")).id)))
    await director.press(button(shown(typed, "directeur", "sendMessage"), "child_back"))
    assert (await world.person("eleve")).waits
    await director.press(button(shown(typed, "directeur"), "child_yes"))
    await director.press(button(shown(typed, "directeur"), "child_paper"))
    assert not (await world.person("eleve")).waits

    await deputy.press(no)
    assert "Quelqu’un d’autre a répondu depuis" in shown(typed, "adjoint")["text"]
    assert not (await world.person("eleve")).waits
    await deputy.press(button(shown(typed, "adjoint"), "child_no"))
    assert (await world.person("eleve")).waits


@pytest.mark.parametrize("how", ["blocked", "deleted"])
async def test_a_parent_who_cannot_log_in_finds_their_child_and_takes_their_yes_back(
    typed: Typed, sqlite_world: World, how: str
) -> None:
    world, mother, table = sqlite_world, Phone(typed, "parent"), ENT.tables["ent_accounts"]
    show = encode(Button("child", str((await world.person("eleve")).id), (await world.person("parent")).id))
    await mother.press(show)
    yes = button(shown(typed, "parent", "sendMessage"), "child_yes")
    await mother.press(yes)
    values = {"blocked": True} if how == "blocked" else {"deleted_at": world.now}
    statement = update(table).where(table.c.id == "parent").values(values)
    await world.desk.records.run(lambda connection: connection.execute(statement))
    world.wait(minutes=3)

    await typed.receive(message=command("parent", "/charte"))
    assert button(shown(typed, "parent", "sendMessage"), "child") == show
    await mother.press(yes)
    assert typed.api.asked("answerCallbackQuery")[-1]["text"].startswith("Votre compte ENT est")
    assert not (await world.person("eleve")).waits
    await world.carry()  # that the account is barred, which answers wait for
    await mother.press(show)
    await mother.press(button(shown(typed, "parent", "sendMessage"), "child_back"))
    assert (await world.person("eleve")).waits
    assert "Cet élève ne peut pas écrire ici" in shown(typed, "parent")["text"]


async def test_a_pupil_who_waits_lists_their_call_for_help(typed: Typed, sqlite_world: World) -> None:
    world, child = sqlite_world, Phone(typed, "eleve")
    show = encode(Button("child", str((await world.person("eleve")).id), (await world.person("directeur")).id))
    await Phone(typed, "directeur").press(show)
    await Phone(typed, "directeur").press(button(shown(typed, "directeur", "sendMessage"), "child_back"))
    await child.write("/mesdemandes")
    assert "si quelque chose te fait peur" in shown(typed, "eleve", "sendMessage")["text"]
    await child.write("on me frappe, j’ai peur")
    await child.write("oui")
    [request] = await world.rows("requests")

    await child.write("/mesdemandes")
    assert f"n°{request['number']}" in shown(typed, "eleve", "sendMessage")["text"]
