"""The previous release, to run together with this one: each release sets `PREVIOUS` to the one before it."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from bot.ent.embedded import VERSIONS
from bot.storage import migrations
from bot.storage.engine import open_records

PREVIOUS = "5dae62601d32bab87bb1eb3e8b8f8d2fea4e4ff1"
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


async def bring_back(url: str, folder: Path) -> None:
    """Takes the schema of a database, with all it holds, back to that of the release unpacked in this folder."""
    versions = (folder / "bot" / "storage" / "migrations" / "versions").glob("d*.py")
    newest = max(path.stem for path in versions).partition("_")[0]
    records = open_records(url)

    def downgrade(connection: Connection) -> None:
        config = migrations._config([VERSIONS])
        config.attributes["connection"] = connection
        command.downgrade(config, newest)

    try:
        await records.run(downgrade)
    finally:
        await records.close()
