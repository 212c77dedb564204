"""The floor of the coverage: a lower figure fails, and a much higher one asks for a higher floor."""

from __future__ import annotations

from pathlib import Path

import pytest
from coverage import CoverageData

from tests import covered
from tests.house.source import ROOT

BELOW, RAISE = "test what you added", "fail_under in pyproject.toml to 91.5"


@pytest.mark.parametrize(("figure", "says"), [(89.9, BELOW), (90.0, ""), (91.4, ""), (91.6, RAISE)])
def test_a_figure_below_the_floor_or_well_above_it_is_complained_of(figure: float, says: str) -> None:
    said = covered.complaint(figure, 90)

    assert says in said
    assert bool(said) is bool(says)


def test_a_measurement_that_reached_nothing_fails_and_is_shown_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert covered.main([]) == 0
    assert "`make test` measures it" in capsys.readouterr().out

    (tmp_path / "bot").mkdir()
    code = tmp_path / "bot" / "gone.py"
    code.write_text("first = 1\nsecond = 2\n", "utf-8")
    data = CoverageData(".coverage")
    data.add_arcs({str(code): [(-1, 2)]})
    data.write()

    assert covered.main(["--hold"]) == 1
    assert ": 50.0 % (floor: " in capsys.readouterr().out
    code.unlink()
    assert covered.main([]) == 0
    assert ": 50.0 % (floor: " in capsys.readouterr().out
