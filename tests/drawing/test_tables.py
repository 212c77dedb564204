"""Tables as a phone shows them: each reach has a shape of its own, and what differs stands out without colour."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.drawing import tables
from bot.terms.charts import Cell, Matrix, Row

SIGNS = ("all", "class", "own", "some", "no")


def drawn(*cells: Cell, name: str = "Élèves") -> Image.Image:
    """The picture of a table with one line of these cells, without its colours."""
    heads = tuple((f"Colonne {at}", "teacher") for at in range(len(cells)))
    rows = (Row(name, "student", cells),)
    table = Matrix("Qui peut écrire à qui", "École", "Qui écrit à :", heads, rows, ("Légende",))
    return Image.open(io.BytesIO(tables.draw(table))).convert("L")


def test_each_reach_has_a_shape_of_its_own() -> None:
    shapes = {sign: drawn(Cell(sign, "")).tobytes() for sign in SIGNS}

    assert len(set(shapes.values())) == len(SIGNS)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_cell_that_differs_is_marked(sign: str) -> None:
    assert drawn(Cell(sign, "oui", marked=True)).tobytes() != drawn(Cell(sign, "oui")).tobytes()


def test_whatever_it_holds_telegram_takes_it() -> None:
    cells = tuple(Cell(sign, "un mot bien trop long pour sa case" * 3) for sign in SIGNS)
    picture = drawn(*cells, name="Un profil qui ne finit pas " * 9)

    assert sum(picture.size) <= 10_000
    assert max(picture.size) <= 20 * min(picture.size)


def test_a_table_without_columns_is_a_title() -> None:
    assert drawn().size[0] > 0
