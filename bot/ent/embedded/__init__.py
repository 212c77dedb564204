"""A small ENT with its own tables, used by default and in the demo, where no real ENT is attached."""

from __future__ import annotations

from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"  #: the migrations of its tables, an Alembic branch of their own
