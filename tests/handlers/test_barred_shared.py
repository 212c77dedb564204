"""A barred account beside one that can log in: its data, its charter and its unlinking stay within reach."""

from __future__ import annotations

from typing import Any

import pytest

from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone
from tests.handlers.test_barred_data import barred
from tests.world import TELEGRAM, World

MOTHER = "aurelie.martin"


async def shared(world: World, how: str) -> None:
    """A mother’s account in the teacher’s chat; the ENT bars it."""
    await world.enrol(MOTHER, TELEGRAM["enseignant"])
    await barred(world, MOTHER, how)


def keys(typed: Typed) -> list[dict[str, Any]]:
    """The buttons of what was said or put in place last."""
    sent = [one for name, one in typed.api.calls if name in ("sendMessage", "editMessageText")][-1]
    return [key for row in (sent.get("reply_markup") or {}).get("inline_keyboard", []) for key in row]


def data(typed: Typed, words: str) -> str:
    """The data of the button among them whose label has these words."""
    return next(str(key["callback_data"]) for key in keys(typed) if words in key["text"])


@pytest.mark.parametrize("how", ["blocked", "deleted"])
async def test_its_data_and_charter_are_a_button_below_those_of_the_other(
    typed: Typed, sqlite_world: World, how: str
) -> None:
    world, phone = sqlite_world, Phone(typed, "enseignant")
    await shared(world, how)
    for line, words in (("/mesdonnees", "Effacer"), ("/charte", "charte")):
        await typed.receive(message=command("enseignant", line))
        await phone.press(data(typed, "Aurélie Martin"))
        said = typed.said()[-1]
        assert "Aurélie Martin" in said
        assert words in said + str(keys(typed))


@pytest.mark.parametrize("how", ["blocked", "deleted"])
async def test_it_can_be_unlinked_there_and_nothing_else_opens(typed: Typed, sqlite_world: World, how: str) -> None:
    world, phone = sqlite_world, Phone(typed, "enseignant")
    await shared(world, how)
    await typed.receive(message=command("enseignant", "/start"))
    await phone.press(data(typed, "Aurélie Martin"))
    words = {key["text"] for key in keys(typed)}
    assert {"/mesdonnees", "/charte"} <= words
    assert any("Nouvelle demande" in one for one in words) == (how == "blocked")
    assert (await world.person("enseignant")).speaking

    await phone.press(data(typed, "Délier"))
    await phone.press(data(typed, "Confirmer"))
    assert (await world.person(MOTHER)).telegram_id is None
    assert (await world.person("enseignant")).telegram_id == TELEGRAM["enseignant"]
