"""A small ENT with its own tables, for schools without a directory to ask: the default, and the demo's."""

from __future__ import annotations

from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"  #: the migrations of its tables, a branch of their own
