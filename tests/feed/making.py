"""Files as they come, made in code, and what is read of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.feed import Source, read
from bot.terms.feed import SchoolFeed

TODAY = date(2026, 11, 27)
SCHOOL = "0801234A"
ONDE = (
    *("Nom élève", "Nom d'usage élève", "Prénom élève", "Date naissance", "Sexe", "INE", "Adresse1", "Cp1"),
    *("Commune1", "Pays1", "Adresse2", "Cp2", "Commune2", "Pays2", " Cycle", "Niveau", "Libellé classe"),
    *("Identifiant classe", "Attestation fournie", "Autorisation associations", "Autorisation photo"),
    "Décision de passage",
)
CHILD = ("Nom d'usage enfant", "Nom de famille enfant", "Prénom enfant", "Classes enfants")
ADULTS = (
    *("Civilité Responsable", "Nom usage responsable", "Nom responsable", "Prénom responsable"),
    *("Adresse responsable", "CP responsable", "Commune responsable", "Pays", "Courriel"),
    *("Téléphone domicile", "Téléphone travail", "Numéro de poste", "Téléphone portable", *CHILD, *CHILD, *CHILD),
)
STAFF = (
    *("Civilité", "Nom usage", "Nom", "Prénom", "Adresse", "CP", "Commune", "Pays", "Courriel"),
    *("Téléphone domicile", "Téléphone portable", "Directeur", "Classe", "Classe"),
)
ZOE = {
    "Nom élève": "MARCHAND",
    "Prénom élève": "Zoé",
    "Date naissance": "2018-09-05",
    "Sexe": "F",
    "INE": "123456789AB",
    "Adresse1": "4 rue du Four",
    "Cp1": "80000",
    "Commune1": "AMIENS",
    "Pays1": "FRANCE",
    " Cycle": "CYCLE II",
    "Niveau": "CE2",
    "Libellé classe": "CE1-CE2 Mme Roux",
    "Identifiant classe": "4711",
}


def pupils(*rows: dict[str, str], columns: Sequence[str] = ONDE, quoted: bool = True) -> str:
    """A file of pupils as ONDE writes it: every cell that is not empty in quotation marks, no last line end."""
    cells = [[row.get(name, "") for name in columns] for row in rows]
    return "\r\n".join(";".join(_cell(cell, quoted) for cell in row) for row in (columns, *cells))


def table(columns: Sequence[str], *rows: Sequence[str]) -> str:
    """A file with bare cells, rows as short as they are given."""
    return "\n".join(";".join(row) for row in (columns, *rows))


def adult(last: str, first: str, *children: str, email: str = "", mobile: str = "") -> list[str]:
    """A row of a file of adults; `children` are the cells of their blocks."""
    return ["MME", "", last, first, "4 rue du Four", "80000", "AMIENS", "", email, "", "", "", mobile, *children]


def source(content: str | bytes, name: str = "eleves.csv", encoding: str = "cp1252", place: str = SCHOOL) -> Source:
    """A file of that content."""
    raw = content.encode(encoding) if isinstance(content, str) else content
    return Source(name, place, lambda: raw)


def fed(*contents: str | bytes, encoding: str = "cp1252") -> SchoolFeed:
    """What is read of a school with these files."""
    sources = [source(one, f"{number}.csv", encoding) for number, one in enumerate(contents)]
    (made,) = read(sources, TODAY)
    return made


def said(made: SchoolFeed) -> list[tuple[str, int, str]]:
    """Verdict, line and reason of each finding."""
    return [(one.verdict.value, one.spot.line, one.reason) for one in made.findings]


def _cell(cell: str, quoted: bool) -> str:
    return f'"{cell.replace(chr(34), 2 * chr(34))}"' if quoted and cell else cell
