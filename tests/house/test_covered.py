"""The floor of the coverage holds from below, and follows from above."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from coverage import CoverageData

from tests.covered import complaint, measured
from tests.house.source import ROOT, text


@pytest.mark.parametrize(
    ("figure", "says"),
    [(89.9, "test what you added"), (90.0, ""), (90.9, ""), (91.6, "fail_under in pyproject.toml to 91.5")],
)
def test_a_figure_below_the_floor_or_well_above_it_is_complained_of(figure: float, says: str) -> None:
    said = complaint(figure, floor=90)

    assert says in said
    assert bool(said) is bool(says)


def test_without_a_measurement_there_is_no_figure(tmp_path: Path) -> None:
    assert measured(tmp_path / ".coverage") is None


def test_the_figure_is_of_that_measurement_and_the_floor_of_the_settings(tmp_path: Path) -> None:
    data = CoverageData(str(tmp_path / ".coverage"))
    data.add_arcs({str(ROOT / "bot" / "folding.py"): [(-1, 1)]})
    data.write()

    settings = tomllib.loads(text(Path("pyproject.toml")))
    floor = settings["tool"]["coverage"]["report"]["fail_under"]
    assert measured(tmp_path / ".coverage") == (0.0, floor)
