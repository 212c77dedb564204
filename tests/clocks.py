"""The clock of the machine that a process runs on, which a test sets while the process runs, by libfaketime."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

from tests.programs import required


class MachineClock:
    """A clock that goes on evenly, some seconds ahead of the real one or behind it; `set` makes it jump.

    The clock that nobody can set, which measures durations, is left alone.
    """

    def __init__(self, folder: Path, ahead: float = 0.0) -> None:
        self._file = folder / "clock"
        self.set(ahead)

    def set(self, ahead: float) -> None:
        """Sets it so many seconds ahead of the real time; negative for behind."""
        written = self._file.with_suffix(".new")
        written.write_text(f"{ahead:+.0f}s\n")
        written.replace(self._file)

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables of a process whose clock it is."""
        return {
            "LD_PRELOAD": _library(),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }


@cache
def _library() -> str:
    """The library that the program `faketime` loads into the programs that it runs."""
    shown = subprocess.run([required("faketime"), "-f", "+0", "env"], capture_output=True, text=True, check=True)
    [found] = [line.partition("=")[2] for line in shown.stdout.splitlines() if line.startswith("LD_PRELOAD=")]
    return found
