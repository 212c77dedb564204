"""What names and logins are kept by in the embedded ENT."""

from __future__ import annotations

import re

from bot.folding import words

_APOSTROPHES = re.compile("['’ʼ]")


def tokens(name: str) -> set[str]:
    """Every word a name is found by: N’Diaye by `n`, `diaye` and, as many type it, `ndiaye`."""
    return {*words(name), *words(_APOSTROPHES.sub("", name))}


def login_key(text: str) -> str:
    """The login somebody typed as it is kept: in lower case, without what no database can hold."""
    return storable(text.strip().lower())


def storable(text: str) -> str:
    """The text without what no database can hold."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
