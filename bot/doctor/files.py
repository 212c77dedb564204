"""Checks that the files with secrets and with people's data are their owner's alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bot.ent.finding import Finding
from bot.storage.sealing import BESIDE, open_to_others

_GROUP = stat.S_IRWXG
_OTHERS = stat.S_IRWXO


def database(file: Path | None) -> Finding | None:
    """Whether nobody else may read the database file, or those beside it; None where there is no such file."""
    if file is None or not file.exists():
        return None
    if wide := [one for one in (Path(f"{file}{end}") for end in BESIDE) if open_to_others(one)]:
        named = " ".join(map(str, wide))
        return Finding("data files", f"others may read {named}: chmod 600 {named}", fine=False)
    return Finding("data files", "its files are their owner's alone")


def secrets(files: list[Path]) -> Finding | None:
    """Whether nobody else may read the files that secrets come from; None where there is none."""
    if not (there := [file for file in files if file.exists()]):
        return None
    if wide := [file for file in there if _wide(file)]:
        named = " ".join(map(str, wide))
        return Finding("secrets", f"others may read {named}: chmod 600 {named}", fine=False)
    return Finding("secrets", "their files are their owner's alone")


def _wide(file: Path) -> bool:
    """Whether others may read or change it. A group may read a file of somebody else's: so the bot reads it."""
    seen = file.stat()
    allowed = 0 if seen.st_uid == os.geteuid() else stat.S_IRGRP
    return bool(seen.st_mode & (_GROUP | _OTHERS) & ~allowed)
