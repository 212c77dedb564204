"""Compares how much of `bot` the last `make test` reached with the floor in pyproject.toml, which only rises.

With `--hold`, it reads the measurement just made and saves the figure; without, it shows the saved figure.
"""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

from coverage import Coverage

SLACK = 1.5  # points that the figure may lie above the floor, so that a run on a busy machine does not fall below
KEPT = Path(".covered")


def measured(file: Path) -> float:
    """The percentage of `bot` that the measurement in that file reached."""
    coverage = Coverage(data_file=file)
    coverage.load()
    return coverage.report(file=StringIO())


def floor() -> float:
    """The percentage that must be reached."""
    told = Coverage().get_option("report:fail_under")
    assert isinstance(told, float)
    return told


def complaint(figure: float, least: float) -> str:
    """What to do where the figure is below the floor, or too far above it; empty where all is well."""
    if figure < least:
        return "The tests reach less of `bot` than before: test what you added."
    if figure >= least + SLACK:
        better = int(figure * 2) / 2
        return f"The tests reach more of `bot` than before: raise fail_under in pyproject.toml to {better:g}."
    return ""


def main(words: list[str]) -> int:
    """Prints the figure; with `--hold`, returns status 1 where it is below the floor, or the floor must be raised."""
    hold = "--hold" in words
    if hold:
        KEPT.write_text(f"{measured(Path('.coverage')):.2f}", "utf-8")
    elif not KEPT.is_file():
        sys.stdout.write("Coverage of `bot`: `make test` measures it.\n")
        return 0
    figure, least = float(KEPT.read_text("utf-8")), floor()
    sys.stdout.write(f"Coverage of `bot` by the last `make test`: {figure:.1f} % (floor: {least:g} %)\n")
    wrong = complaint(figure, least) if hold else ""
    sys.stdout.write(f"{wrong}\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
