"""The release before this one, to run beside it: each release moves `PREVIOUS` to the one it follows."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

PREVIOUS = "8bad69a68e030c88fe03d5707a9189447dcf0dd4"
_ROOT = Path(__file__).parents[2]


def has_history() -> bool:
    """Whether this is a checkout, and not an archive, which brings no earlier release along."""
    return (_ROOT / ".git").exists()


def unpack(folder: Path) -> Path:
    """The previous release, laid into that folder."""
    made = subprocess.run(["git", "archive", PREVIOUS], cwd=_ROOT, check=True, capture_output=True)
    with tarfile.open(fileobj=BytesIO(made.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder
