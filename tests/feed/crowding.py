"""Files of ONDE of a whole académie, invented: `python -m tests.feed.crowding FOLDER [SCHOOLS]`.

It writes `structures.csv`, for `palier structures`, and the folder `files`, for `palier import`: 250 pupils a school
with about 320 adults and ten teachers, of few names, so that namesakes are as many as in life.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from bot.terms import uai
from tests.feed.making import ADULTS, ONDE, STAFF

_NAMES = ("eleves", "responsables", "enseignants")
_PUPILS, _CLASSES = 250, 10
_SYLLABLES = ("ba", "do", "fe", "gar", "lin", "mo", "ne", "pi", "ra", "so", "tur", "va")
_ENDS = ("", "rd", "lle", "u", "n")
_LAST = [a + b + c + d for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES for d in _ENDS]
_FIRST = [a.capitalize() + b for a in _SYLLABLES for b in ("a", "o", "ine", "é", "ie")]

_Child = tuple[str, str, str]  #: family name, first name, class
_Parent = tuple[str, str, str, str]  #: title, family name, mail, first name


def school(number: int, chance: Random) -> tuple[list[Sequence[str]], list[Sequence[str]], list[Sequence[str]]]:
    """The rows of pupils, adults and staff of the school with that number."""
    pupils, adults = list[Sequence[str]](), list[Sequence[str]]()
    home, parents, brothers = "", list[_Parent](), list[_Child]()
    for at in range(_PUPILS):
        class_name = f"Classe {at * _CLASSES // _PUPILS + 1}"
        if not brothers or chance.random() < 0.75:  # a new family
            adults += _rows(parents, home, brothers)
            brothers, home = [], f"{chance.randint(1, 120)} rue {chance.choice(_LAST)}"
            last = chance.choice(_LAST).upper()
            reach = f"p{number}.{at}@example.org" if chance.random() < 0.5 else ""
            couple = ("M.", last, reach), ("MME", chance.choice(_LAST).upper(), "")
            parents = [(*one, chance.choice(_FIRST)) for one in couple[: 1 + (chance.random() < 0.7)]]
        child = parents[0][1], chance.choice(_FIRST), class_name
        brothers.append(child)
        born = f"{2016 + chance.randint(0, 6)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        values = {"Nom élève": child[0], "Prénom élève": child[1], "Date naissance": born, "Adresse1": home}
        values |= {"INE": f"{number * _PUPILS + at:09}AB", "Cp1": "60100", "Commune1": "CREIL", "Sexe": "F"}
        values |= {"Libellé classe": class_name, "Identifiant classe": f"{number}{class_name[-2:].strip()}"}
        pupils.append([values.get(column, "") for column in ONDE])
    adults += _rows(parents, home, brothers)
    staff: list[Sequence[str]] = [
        ["MME", "", chance.choice(_LAST).upper(), chance.choice(_FIRST), *[""] * 4, f"t{number}.{at}@example.org"]
        for at in range(_CLASSES)
    ]
    return pupils, adults, staff


def _rows(parents: Iterable[_Parent], home: str, children: Sequence[_Child]) -> list[list[str]]:
    cells = [cell for last, first, class_name in children[:3] for cell in ("", last, first, class_name)]
    rest = [""] * (12 - len(cells))
    return [
        [title, "", last, first, home, "60100", "CREIL", "", mail, "", "", "", "", *cells, *rest]
        for title, last, mail, first in parents
    ]


def write(folder: Path, schools: int) -> None:
    """Writes the files of so many schools into that new folder."""
    chance = Random(1)
    tree = [
        "uai;name;kind;parent",
        ";Éditeur;vendor;",
        ";Académie;rectorat;Éditeur",
        ";Département;dsden;Académie",
        ";Circo;circonscription;Département",
    ]
    for number in range(1, schools + 1):
        code = f"060{number:04}"
        code += uai.letter(f"{code}A")
        tree.append(f"{code};École {number};école;Circo")
        below = folder / "files" / code
        below.mkdir(parents=True)
        for name, columns, rows in zip(_NAMES, (ONDE, ADULTS, STAFF), school(number, chance), strict=True):
            lines = "\r\n".join(";".join(row) for row in (columns, *rows))
            (below / f"CSVExtraction-{name}.csv").write_text(lines, "cp1252", newline="")
    (folder / "structures.csv").write_text("\n".join(tree), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 400)
