"""The kinds of personnel whom the ERUN attaches, and those for whom the director makes an account by hand. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.folding import visible, words
from bot.terms import Refusal
from bot.workflows.rules import spelling

Kinds = Mapping[str, str]
"""By the key of a kind, such as `PES`, where its personnel are attached administratively; in the order of buttons."""

_KEY = re.compile(r"[A-Z][A-Z-]{1,14}")
_LONGEST_NAME = 100  #: characters
_MOST_WORDS = 2  # of a key
#: words for those whose account no feed brings, or ONDE alone, without their plural (guide, chapters 2.B and 2.C)
_BY_HAND = {"parent", "eleve", "enfant", "famille", "responsable", "tuteur", "foyer", "atsem", "elco", "invite"}


def read_kinds(table: Mapping[str, Any]) -> Kinds:
    """The kinds in the operator's table; raises `ValueError` where a key is none, is there twice, or has no base."""
    found: dict[str, str] = {}
    for line in table["kind"]:
        key, base = line["key"], line["base"]
        if not _KEY.fullmatch(key) or key in found or not base.strip():
            raise ValueError(
                f"attachment.toml: a kind needs a key of its own, in capitals, and a base: {dict(line)!r}"
            )
        found[key] = base
    return found


def kind_of(kinds: Kinds, typed: str) -> tuple[str, str]:
    """The kind that the first words name, and the words after them; an empty kind where they name none.

    Refused where they name somebody for whom the director makes an account by hand.
    """
    parts = typed.split()
    for taken in range(min(_MOST_WORDS, len(parts)), 0, -1):
        key = "-".join(words(" ".join(parts[:taken]))).upper()
        if key in kinds:
            return key, " ".join(parts[taken:])
    if _BY_HAND & {word.removesuffix("s") for word in words(parts[0] if parts else "")}:
        raise Refusal("made-by-hand")
    return "", typed


def doubtful(kinds: Kinds, typed: str) -> tuple[str, str, str] | None:
    """The first words where they are near a kind and are none, the kind that may be meant, and the words after them.

    The kind is empty for somebody whose account is made by hand. None where nothing is to be asked: a kind stands
    there as it is, or what may well be a name.
    """
    parts = typed.split()
    for taken in range(min(_MOST_WORDS, len(parts)), 0, -1):
        said, rest = " ".join(parts[:taken]), " ".join(parts[taken:])
        if "-".join(words(said)).upper() in kinds:
            return None
        for key in kinds:
            wanted = key.lower().split("-")
            if len(wanted) == taken and all(
                "".join(words(part)) == one or spelling.meant(part, [one])
                for part, one in zip(parts[:taken], wanted, strict=True)
            ):
                return said, key, rest
    one = parts[0].removesuffix("s") if parts else ""
    return (parts[0], "", " ".join(parts[1:])) if spelling.meant(one, _BY_HAND) else None


def full_name(typed: str) -> str:
    """The typed first and last name on one line; refused where it is one word alone, or no name."""
    name = visible(typed)
    if len(words(name)) < _MOST_WORDS or any(sign.isdigit() for sign in name) or len(name) > _LONGEST_NAME:
        raise Refusal("full-name-needed")
    return name


def same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, in whatever order, case or accents."""
    return sorted(words(one)) == sorted(words(other))
