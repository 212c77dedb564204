"""Names of people as they are typed: whether they can be names, which is which, and their capitals. Pure."""

from __future__ import annotations

import re
import unicodedata

from bot.terms import Refusal

LONGEST = 100  #: characters of a first or last name
_MOST_WORDS = 8  #: of both names together
_NAME = re.compile(r"[^\W\d_][^\W\d_ .'’ʼ-]*(?:[ .'’ʼ-]+[^\W\d_]+)*\.?")
_PARTS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "of", "von", "van"}
)  #: within a name, and before another


def cleaned(typed: str) -> str:
    """The words without needless spaces, each letter with its accent in one sign; refused where they are no name."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not name:
        raise Refusal("name-missing")
    if len(name) > LONGEST:
        raise Refusal("name-long", limit=LONGEST)
    if not _NAME.fullmatch(name):
        raise Refusal("name-signs")
    return name


def readings(typed: str) -> list[tuple[str, str]]:
    """Every first and last name that the words may be, in this order; one pair where there is no doubt.

    There is none about two words, nor where the last name alone is in capitals: « Marie Lou DUPONT ». Refused where
    the words are no names, or where one of the two is missing.
    """
    parts = cleaned(typed).split()
    if len(parts) < 2:
        raise Refusal("name-half", name=parts[0])
    if len(parts) > _MOST_WORDS:
        raise Refusal("name-long", limit=LONGEST)
    found = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    shouted = [(first, last) for first, last in found if last.isupper() and not _ends_in_capitals(first)]
    return shouted if len(shouted) == 1 and len(parts[-1]) > 1 else found


def capitals(name: str) -> str:
    """The name with the capitals that it is written with, where it has none at all; else as it is."""
    if name != name.lower():
        return name
    last = len(_PARTS.findall(name)) - 1
    seen = iter(range(last + 1))

    def write(match: re.Match[str]) -> str:
        small = match[0] in _SMALL and next(seen) < last
        return match[0] if small else match[0][:1].upper() + match[0][1:]

    return _PARTS.sub(write, name)


def proper(name: str) -> str:
    """The name with the capitals that it is written with, where all its letters are small ones, or all capitals."""
    return capitals(name.lower() if name.isupper() else name)


def _ends_in_capitals(first: str) -> bool:
    return first.split()[-1].isupper()
