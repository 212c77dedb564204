"""The picture that goes with `/adoption`: it comes before the words, which come whatever becomes of it."""

from __future__ import annotations

import pytest

from bot.drawing import bars
from bot.terms.charts import Chart
from tests.handlers.conftest import Typed, command


async def test_a_director_is_shown_a_picture_and_all_of_it_in_words(typed: Typed) -> None:
    await typed.receive(message=command("directeur", "/adoption"))

    [photo] = typed.api.asked("sendPhoto")
    assert photo["caption"] == "École Jean-Moulin"
    assert any(b"\x89PNG" in bytes(value) for value in photo.values() if isinstance(value, bytes))
    [said] = typed.said()
    assert "Équipe enseignante" in said
    assert "CM2" in said
    assert [name for name, _ in typed.api.calls if name in ("sendPhoto", "sendMessage")] == [
        "sendPhoto",
        "sendMessage",
    ]


@pytest.mark.parametrize(("status", "words"), [(400, "Bad Request: PHOTO_INVALID"), (500, "Internal")])
async def test_the_words_come_where_telegram_refuses_the_picture(typed: Typed, status: int, words: str) -> None:
    typed.api.refuse("sendPhoto", status, words)

    await typed.receive(message=command("erun", "/adoption"))

    assert "avec une direction reliée" in typed.said()[-1]


@pytest.mark.parametrize("error", [OSError("no font"), ValueError("too large")])
async def test_the_words_come_where_no_picture_can_be_made(
    typed: Typed, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_chart: Chart) -> bytes:
        raise error

    monkeypatch.setattr(bars, "draw", fails)

    await typed.receive(message=command("danei", "/adoption"))

    assert typed.api.asked("sendPhoto") == []
    assert "Familles" in typed.said()[-1]


async def test_an_erun_sees_every_school_of_the_page_in_the_picture(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = list[Chart]()
    draw = bars.draw

    def noted(chart: Chart) -> bytes:
        drawn.append(chart)
        return draw(chart)

    monkeypatch.setattr(bars, "draw", noted)

    await typed.receive(message=command("erun", "/adoption"))

    [chart] = drawn
    names = [bar.name for _, members in chart.groups for bar in members]
    assert names == ["1. École Jean-Moulin", "2. École Louise-Michel"]
