"""How much of `bot` the last `make test` ran through, beside the floor in pyproject.toml, which only rises."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

from coverage import Coverage

SLACK = 1.0  # points that the figure may lie above the floor, so that a run on a busy machine does not fall below


def measured(file: Path) -> tuple[float, float] | None:
    """The percentage that file tells and the floor; None where there is no such file yet."""
    if not file.is_file():
        return None
    coverage = Coverage(data_file=file)
    coverage.load()
    floor = coverage.get_option("report:fail_under")
    assert isinstance(floor, float)
    return coverage.report(file=StringIO()), floor


def complaint(figure: float, floor: float) -> str:
    """What is to be done about that figure beside that floor; empty where all is well."""
    if figure < floor:
        return "The tests reach less of `bot` than before: test what you added."
    if figure >= floor + SLACK:
        better = int(figure * 2) / 2
        return f"The tests reach more of `bot` than before: raise fail_under in pyproject.toml to {better:g}."
    return ""


def main(words: list[str]) -> int:
    """Tells the figure; with `--hold`, the status is 1 where the floor has to be kept or raised."""
    found = measured(Path(".coverage"))
    if found is None:
        sys.stdout.write("Coverage of `bot`: `make test` measures it.\n")
        return 0
    sys.stdout.write(f"Coverage of `bot` by the last `make test`: {found[0]:.1f} % (floor: {found[1]:g} %)\n")
    wrong = complaint(*found) if "--hold" in words else ""
    sys.stdout.write(f"{wrong}\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
