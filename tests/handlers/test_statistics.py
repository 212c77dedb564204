"""The pictures that go with `/stats`, the words that come whatever becomes of them, and the spreadsheets."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from bot.drawing import bars
from bot.terms.charts import Chart
from bot.workflows.statistics import making
from tests.handlers.conftest import Typed, command
from tests.world import World


async def test_a_director_is_shown_two_pictures_and_all_of_them_in_words(sqlite_world: World, typed: Typed) -> None:
    await sqlite_world.file("eleve")

    await typed.receive(message=command("directeur", "/stats"))

    captions = [photo["caption"] for photo in typed.api.asked("sendPhoto")]
    assert captions == ["École Jean-Moulin", "Assistance · École Jean-Moulin"]
    [said] = typed.said()
    for words in ("Comptes activés", "visiteurs par semaine", "Messagerie", "1 demande", "Connexion, mot de passe"):
        assert words in said
    sent = [name for name, _ in typed.api.calls if name in ("sendPhoto", "sendMessage")]
    assert sent == ["sendPhoto", "sendPhoto", "sendMessage"]


async def test_the_words_come_where_no_picture_can_be_made(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_chart: Chart) -> bytes:
        raise OSError("no font")

    monkeypatch.setattr(bars, "draw", fails)

    await typed.receive(message=command("erun", "/stats trimestre"))

    assert typed.api.asked("sendPhoto") == []
    assert "École Louise-Michel" in typed.said()[-1]


@pytest.mark.parametrize("words", ["30/11/2026 01/11/2026", "01/01/2040", "31/02"])
async def test_a_period_that_is_none_is_one_sentence(typed: Typed, words: str) -> None:
    await typed.receive(message=command("directeur", f"/stats {words}"))

    assert typed.api.asked("sendPhoto") == []
    [said] = typed.said()
    assert " : " in said or "\u00a0: " in said
    assert said.count("\n") == 0


async def test_a_spreadsheet_arrives_that_another_program_opens(sqlite_world: World, typed: Typed) -> None:
    await sqlite_world.file("eleve", "connexion", "=1+1")

    await typed.receive(message=command("directeur", "/exporter demandes"))
    assert await making.EXPORTS.go_on(typed.house.desk) == 1

    [document] = typed.api.asked("sendDocument")
    [body] = [bytes(value) for value in document.values() if isinstance(value, bytes)]
    page: Any = openpyxl.load_workbook(io.BytesIO(body)).active
    assert [cell.value for cell in page[1]][:2] == ["N°", "Créé le"]
    assert (page["A2"].value, page["B2"].is_date, page["P2"].value, page["P2"].data_type) == (1, True, "=1+1", "s")
