"""Charts as a phone shows them: written numbers, colours dark enough, and a size that Telegram takes."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.drawing import bars
from bot.drawing.bars import MOST, draw
from bot.terms.charts import Bar, Chart


def drawn(chart: Chart) -> Image.Image:
    """The picture that is made of the chart."""
    return Image.open(io.BytesIO(draw(chart))).convert("RGB")


def of(*members: Bar, title: str = "École Jean-Moulin") -> Chart:
    """A chart of these bars, in one group."""
    return Chart(title, "12 sur 40", (("Par profil", members),), "Palier")


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG has it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_longer_bar_has_more_of_its_colour() -> None:
    def full(share: float) -> int:
        raw = drawn(of(Bar("Élèves", share, "", "teacher"))).tobytes()
        return sum(raw[at] < 90 and raw[at + 1] > 100 and raw[at + 2] < 90 for at in range(0, len(raw), 3))

    assert full(0.0) < full(0.25) < full(0.5) < full(1.0)
    assert full(1.0) == full(7.0)  # what cannot be draws no bar beyond the picture


def test_whatever_it_holds_telegram_takes_it() -> None:
    many = tuple(
        Bar(f"Classe {n} d’un nom bien long qui ne finit pas " * 3, 0.5, "12 sur 40 (30 %)") for n in range(200)
    )
    picture = drawn(Chart("Établissement " * 40, "x" * 400, (("", many[:90]), ("Œuvre", many[90:])), "Palier"))

    assert sum(picture.size) <= 10_000
    assert max(picture.size) <= 20 * min(picture.size)
    assert picture.size == drawn(Chart("Établissement " * 40, "x", (("", many[:MOST]),), "Palier")).size


@pytest.mark.parametrize("hue", [*bars._HUES.values(), bars._USUAL, bars._INK, bars._SOFT])
def test_words_and_bars_stand_out_from_the_ground(hue: str) -> None:
    assert contrast(hue, bars._GROUND) >= 4.5


def test_every_letter_of_french_is_in_the_fonts() -> None:
    for bold in (False, True):
        font = bars.font(36, bold)
        nothing = bytes(font.getmask("\uffff"))
        lacking = [one for one in "éèêëàâäçùûüôöîïœæÉÈÊÀÂÇÔÎŒ«»’…–—·%°€" if bytes(font.getmask(one)) == nothing]
        assert lacking == []


def test_a_chart_without_bars_is_a_title() -> None:
    assert drawn(Chart("École", "Aucun compte", ())).size[0] > 0
