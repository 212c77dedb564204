"""Creates environments in separate folders, filled from the package registries: one for each peer, none of which the
project uses, and one with the bot as it is installed. Several processes may ask for the same one at once."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
_ROOT = HERE.parents[1]
_MADE = _ROOT / ".bench"


class Absent(Exception):
    """A peer cannot be installed here; the message says why."""


def python(peer: str) -> Path:
    """The Python of a peer's environment, created at the first call. Raises `Absent` if that fails.

    What it holds is pinned in `lock/` with hashes where tests use it too, else in a file beside this module.
    """
    locked = _ROOT / "lock" / f"{peer}.txt"
    return _installed(peer, locked if locked.exists() else HERE / f"{peer}.txt") / "bin/python"


@cache
def installed() -> Path:
    """The folder of an environment with only the present bot and what it needs. Raises `Absent` if that fails."""
    folder = _installed("palier", _ROOT / "lock/run.txt")
    shutil.rmtree(_ROOT / "build", ignore_errors=True)  # it may hold outdated modules
    into = [str(folder / "bin/python"), "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall"]
    _run([*into, "--no-build-isolation", str(_ROOT)])
    return folder


def node(peer: str) -> Path:
    """The folder of a peer that runs on Node, created at the first call. Raises `Absent` if that fails."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise Absent("there is no Node here")
    folder, wanted = _MADE / peer, HERE / f"{peer}.json"
    if not _is_made(folder, wanted):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(wanted, folder / "package.json")
        shutil.copy(HERE / f"{peer}-lock.json", folder / "package-lock.json")
        _run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)])
        _mark(folder, wanted)
    shutil.copy(HERE / f"{peer}.js", folder / "program.js")
    return folder


def _installed(name: str, wanted: Path) -> Path:
    folder = _MADE / name
    _MADE.mkdir(exist_ok=True)
    with (_MADE / f"{name}.lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        if not _is_made(folder, wanted):
            _run([sys.executable, "-m", "venv", "--clear", str(folder)])
            _run([str(folder / "bin/python"), "-m", "pip", "install", "-q", "-r", str(wanted)])
            _mark(folder, wanted)
    return folder


def _is_made(folder: Path, wanted: Path) -> bool:
    mark = folder / "made"
    return mark.exists() and mark.read_text() == wanted.read_text()


def _mark(folder: Path, wanted: Path) -> None:
    (folder / "made").write_text(wanted.read_text())


def _run(words: list[str]) -> None:
    try:
        subprocess.run(words, check=True, capture_output=True, text=True, timeout=600)
    except (subprocess.SubprocessError, OSError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        raise Absent(f"it could not be installed: {said[-1][:120] if said else error}") from error
