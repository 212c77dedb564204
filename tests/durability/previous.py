"""The previous release, to run together with this one: each release sets `PREVIOUS` to the one before it."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

PREVIOUS = "8bad69a68e030c88fe03d5707a9189447dcf0dd4"
_ROOT = Path(__file__).parents[2]


def has_history() -> bool:
    """Whether this is a git checkout; an archive does not contain the previous release."""
    return (_ROOT / ".git").exists()


def unpack(folder: Path) -> Path:
    """Unpacks the previous release into this folder and returns its path."""
    made = subprocess.run(["git", "archive", PREVIOUS], cwd=_ROOT, check=True, capture_output=True)
    with tarfile.open(fileobj=BytesIO(made.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder
