"""Mail addresses, as people type them and files hold them."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+'-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_LONGEST = 254


def address(typed: str) -> str:
    """The mail address, its domain in lower case; empty for what is none."""
    found = typed.strip().removeprefix("mailto:")
    if len(found) > _LONGEST or not _ADDRESS.fullmatch(found):
        return ""
    local, _, domain = found.rpartition("@")
    return f"{local}@{domain.lower()}"
