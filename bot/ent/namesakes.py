"""Names by which people choose between structures: several of one name are told apart by their town or their code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.folding import fold, words
from bot.terms import Kind

_SPACES = ("ville", "commune", "mairie")  #: words before the name of a town in that of its space
_OF = ("de", "d", "du", "des")


@dataclass(frozen=True, slots=True)
class Named:
    """A structure, and what tells it from another one of its name."""

    id: str
    kind: Kind
    name: str
    town: str = ""
    uai: str = ""  #: its official code


def name_key(name: str) -> str:
    """The name as it is compared: without case, accents, hyphens and apostrophes."""
    return " ".join(words(name)) or fold(name)


def town_key(name: str) -> str:
    """The name of a town, or of its space, as it is compared: « Ville de Noyon » is « Noyon »."""
    found = words(name)
    at = 1 if found[:1] and found[0] in _SPACES else 0
    at += 1 if at and found[at : at + 1] and found[at] in _OF else 0
    return " ".join(found[at:] or found)


def told_apart(structures: Iterable[Named]) -> dict[str, str]:
    """The name to show of each structure, by identifier: no two of one kind read alike.

    A name that only one structure of its kind has stays as it is. The others have in brackets their town, or their
    code if the town is unknown or another one's too, or else their identifier. Names of classes stay as they are.
    """
    alike: dict[tuple[Kind, str], list[Named]] = defaultdict(list)
    for one in {one.id: one for one in structures}.values():
        alike[one.kind, one.id if one.kind is Kind.CLASS else name_key(one.name)].append(one)
    taken = set(alike)
    shown: dict[str, str] = {}
    for namesakes in alike.values():
        if len(namesakes) == 1:
            shown[namesakes[0].id] = namesakes[0].name
            continue
        towns = Counter(name_key(one.town) for one in namesakes)
        codes = Counter(name_key(one.uai) for one in namesakes)
        for one in namesakes:
            names = [*_names(one, towns, codes), f"{one.name} ({one.id})"]
            shown[one.id] = next((name for name in names if (one.kind, name_key(name)) not in taken), names[-1])
    return shown


def _names(one: Named, towns: Counter[str], codes: Counter[str]) -> Iterator[str]:
    """The names with the town and with the code, where it is known and no namesake's too."""
    for mark, found in ((one.town, towns), (one.uai, codes)):
        if mark and found[name_key(mark)] == 1:
            yield f"{one.name} ({mark})"
