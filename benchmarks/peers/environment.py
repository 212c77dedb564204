"""Environments of the peers: each in a folder of its own, filled from the registries, never the project's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
_ROOT = HERE.parents[1] / ".bench"


class Absent(Exception):
    """A peer cannot be had here; the message says why."""


def python(peer: str) -> Path:
    """The Python of a peer's environment, made at the first call; raises `Absent`."""
    folder, wanted = _ROOT / peer, HERE / f"{peer}.txt"
    if not _is_made(folder, wanted):
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        _run([str(folder / "bin/python"), "-m", "pip", "install", "-q", "-r", str(wanted)])
        _mark(folder, wanted)
    return folder / "bin/python"


def node(peer: str) -> Path:
    """The folder of a peer that runs on Node, made at the first call; raises `Absent`."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise Absent("there is no Node here")
    folder, wanted = _ROOT / peer, HERE / f"{peer}.json"
    if not _is_made(folder, wanted):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(wanted, folder / "package.json")
        shutil.copy(HERE / f"{peer}-lock.json", folder / "package-lock.json")
        _run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)])
        _mark(folder, wanted)
    shutil.copy(HERE / f"{peer}.js", folder / "program.js")
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
