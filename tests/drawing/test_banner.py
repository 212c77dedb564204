"""Pictures of banners: read on any color, whatever is written."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.drawing import banner
from bot.drawing.banner import hues
from bot.terms.announcements import COLORS
from bot.terms.charts import Banner


def luminance(color: tuple[int, ...]) -> float:
    """The relative luminance of a color, as WCAG has it."""
    parts = [one / 255 for one in color]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("color", [*COLORS, "#000000", "#ffff00", "#ffffff", "mauve", "#12"])
def test_words_are_read_on_every_color(color: str) -> None:
    _, ground = hues(color)
    ink = luminance((0x14, 0x17, 0x1B))
    assert (luminance(ground) + 0.05) / (ink + 0.05) >= 7


@pytest.mark.parametrize("words", ["Venez !", "x" * 700, "Une ligne.\nUne autre.\n" * 40, "", "🎉 fête"])
def test_a_picture_has_room_for_what_is_written_and_an_end(words: str) -> None:
    made = Image.open(io.BytesIO(banner.draw(Banner("Bandeau", words, "blue", "École Jean-Moulin"))))
    assert made.width == 1080
    assert 100 < made.height < 1400
