"""The header of a file: which column has which meaning, and so what the file lists; never by place or file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from bot.feed.reasons import Unreadable
from bot.folding import fold
from bot.terms.feed import FeedKind

_REST = re.compile(r"[^a-z0-9]+")
_NAMED = 8  #: columns that a sentence names at most


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CHILD = {
    "child-used": _words("nomdusageenfant nomusageenfant"),
    "child-last": _words(
        "nomdefamilleenfant nomfamilleenfant nomenfant nomdelenfant nomdefamilledelenfant nomeleve"
        " nomdefamilleeleve nomfamilleeleve nomdeleleve nomdefamilledeleleve"
    ),
    "child-first": _words("prenomenfant prenomdelenfant prenomdeleleve prenomeleve"),
    "child-class": _words(
        "classesenfant classeenfant classesenfants classesdelenfant classedelenfant classeseleves classeseleve"
        " classeeleve classesdeleleve classedeleleve"
    ),
    "child-id": _words("childexternalid childid idenfant"),
}
_PERSON = {
    "last": _words("nom nomdefamille nomfamille nomdenaissance"),
    "used": _words("nomdusage nomusage"),
    "first": _words("prenom prenoms"),
    "id": _words("id externalid identifiantexterne"),
    "school": _words("uai codeuai numerouai uaiecole uaietablissement rne coderne"),
    "street": _words("adresse adresse1"),
    "postcode": _words("cp cp1 codepostal codepostal1"),
    "town": _words("commune commune1 ville ville1"),
    "country": _words("pays pays1"),
}
_PUPIL = {
    **_PERSON,
    "last": _PERSON["last"] | _words("nomeleve nomdeleleve nomdefamilleeleve nomfamilleeleve nomdefamilledeleleve"),
    "used": _PERSON["used"] | _words("nomdusageeleve nomusageeleve nomdusagedeleleve"),
    "first": _PERSON["first"] | _words("prenomeleve prenomdeleleve"),
    "birth": _words("datenaissance datedenaissance datenaiss neele ne nee datenaissanceeleve datedenaissanceeleve"),
    "gender": _words("sexe genre sexeeleve"),
    "ine": _words("ine numeroine noine nine identifiantnationaleleve identifiantnational ineeleve"),
    "class": _words("libelleclasse classe classes classeouregroupement"),
    "class-id": _words("identifiantclasse idclasse"),
    "group": _words("regroupements regroupement groupes groupe"),
    "year": _words("niveau niveauscolaire"),
    "state": _words("etat etatadmission etatdeladmission"),
}
_ADULT = {
    **_CHILD,
    "last": _PERSON["last"] | _words("nomresponsable nomdefamilleresponsable nomfamilleresponsable nomduresponsable"),
    "used": _PERSON["used"] | _words("nomusageresponsable nomdusageresponsable"),
    "first": _PERSON["first"] | _words("prenomresponsable prenomduresponsable"),
    "id": _PERSON["id"],
    "school": _PERSON["school"],
    "title": _words("civiliteresponsable civilite title"),
    "street": _PERSON["street"] | _words("adresseresponsable"),
    "postcode": _PERSON["postcode"] | _words("cpresponsable codepostalresponsable"),
    "town": _PERSON["town"] | _words("communeresponsable villeresponsable"),
    "country": _PERSON["country"] | _words("paysresponsable"),
    "email": _words("courriel courrielresponsable email mail mel adressemail adresseemail adressecourriel"),
    "home": _words("telephonedomicile telephone teldomicile tel homephone"),
    "work": _words("telephonetravail teltravail workphone"),
    "mobile": _words("telephoneportable telportable portable mobile telephonemobile"),
}
_STAFF = {
    **{meaning: names for meaning, names in _ADULT.items() if not meaning.startswith("child")},
    "birth": _PUPIL["birth"],
    "class": _words("classe classes"),
    "function": _words("fonction fonctions"),
    "director": _words("directeur directrice directeurdecole"),
}
_MEANINGS: Mapping[FeedKind, Mapping[str, frozenset[str]]] = {
    FeedKind.PUPILS: _PUPIL,
    FeedKind.ADULTS: _ADULT,
    FeedKind.STAFF: _STAFF,
}
_BY_NAME = {
    kind: {name: meaning for meaning, names in table.items() for name in names} for kind, table in _MEANINGS.items()
}
_IGNORED = _words(  # known, and of no use here
    "cycle adresse2 cp2 commune2 pays2 attestationfournie autorisationsassociations autorisationassociations"
    " autorisationsphotos autorisationphoto decisiondepassage dateinscription deuxiemeprenom troisiemeprenom"
    " communenaissance deptnaissance departementnaissance paysnaissance intervenant dispositifs dispositif regime"
    " filiere statut numerodeposte pcs communicationadresses datedenaissanceeleve datenaissanceeleve discipline"
    " disciplines matiereenseignee matieresenseignees professeurprincipal presencedevanteleves mef telephonetravail"
)
_OF_PUPILS = _words(
    "cycle attestationfournie autorisationsassociations autorisationassociations autorisationsphotos"
    " autorisationphoto decisiondepassage adresse1 adresse2 identifiantclasse libelleclasse nomeleve prenomeleve"
).union(*(_PUPIL[meaning] for meaning in ("ine", "group", "year", "class-id")))
_OF_STAFF = _words(
    "discipline disciplines matiereenseignee matieresenseignees professeurprincipal presencedevanteleves mef"
).union(_STAFF["function"], _STAFF["director"])
_REACHED = _STAFF["email"] | _STAFF["home"] | _STAFF["mobile"] | _STAFF["work"] | _STAFF["title"]
#: meanings of which a file never has two columns, however they are called
_SURE = _words("last first used birth ine class class-id id gender director function state")
_SEVERAL = {  # meanings of which a file may have several columns
    FeedKind.PUPILS: {"group"},
    FeedKind.ADULTS: set(_CHILD),
    FeedKind.STAFF: {"class"},
}


_SHOWN = {  # columns that are mistyped most, by their folded names
    "nomeleve": "Nom élève",
    "prenomeleve": "Prénom élève",
    "prenom": "Prénom",
    "datenaissance": "Date naissance",
    "datedenaissance": "Date de naissance",
    "libelleclasse": "Libellé classe",
    "classe": "Classe",
    "identifiantclasse": "Identifiant classe",
    "nomresponsable": "Nom responsable",
    "prenomresponsable": "Prénom responsable",
    "nomdefamilleenfant": "Nom de famille enfant",
    "prenomenfant": "Prénom enfant",
    "courriel": "Courriel",
    "telephoneportable": "Téléphone portable",
}
_NEAR = 0.8  #: how alike a mistyped name must be


@dataclass(frozen=True, slots=True)
class Header:
    """What a file lists, and where: the columns of each meaning, in their order."""

    kind: FeedKind
    cells: tuple[str, ...]  #: as they stand in the file
    width: int  #: up to its last column that has a name
    columns: Mapping[str, tuple[int, ...]]
    blocks: tuple[Mapping[str, int], ...] = ()  #: of a file of adults: the columns of each child
    unknown: tuple[str, ...] = ()  #: columns that nobody knows
    line: int = 1


def folded(cell: str) -> str:
    """A header's name without case, accents, spaces and signs: `libelleclasse` for ` Libellé classe*`."""
    return _REST.sub("", fold(cell))


def perhaps(cells: Sequence[str]) -> str:
    """What columns that nobody knows are perhaps meant to be, as the end of a sentence; empty for none."""
    guesses = ((shown(cell), _meant(folded(cell))) for cell in cells)
    return "".join(f"; is « {cell} » meant to be « {meant} »?" for cell, meant in guesses if meant)


def _meant(name: str) -> str:
    """The column of ONDE whose name is nearly that one; empty for a name that is known, and for any other."""
    near = [] if _is_known(name) else get_close_matches(name, _SHOWN, n=1, cutoff=_NEAR)
    return _SHOWN[near[0]] if near else ""


def known(cells: Sequence[str]) -> int:
    """How many of these names some file of the feed has."""
    return sum(map(_is_known, map(folded, cells)))


def _is_known(name: str) -> bool:
    return name in _IGNORED or any(name in table for table in _BY_NAME.values())


def read_header(cells: tuple[str, ...], line: int) -> Header:
    """The header made of those cells; raises `Unreadable` where no kind is sure, or a column stands there twice."""
    names = [folded(cell) for cell in cells]
    width = max((at for at, name in enumerate(names, 1) if name), default=0)
    names = names[:width]
    starred = {folded(cell) for cell in cells if "*" in cell}
    kind = _kind(frozenset(names) - {""}, bool(starred & _PUPIL["birth"]))
    if kind is None:
        raise Unreadable("kind-unknown", line, perhaps=perhaps(cells))
    if "" in names:
        raise Unreadable("unnamed-column", line, number=str(names.index("") + 1))
    table = _BY_NAME[kind]
    meanings = [table.get(name, "") for name in names]
    _check_doubles(kind, cells, names, meanings, line)
    columns: dict[str, tuple[int, ...]] = {}
    for at, meaning in enumerate(meanings):
        if meaning:
            columns[meaning] = (*columns.get(meaning, ()), at)
    missing = {"last": "family name", "first": "first name"}
    lacking = [word for meaning, word in missing.items() if meaning not in columns]
    if lacking:
        raise Unreadable("no-name-column", line, column=" and ".join(lacking), perhaps=perhaps(cells))
    strange = [cells[at] for at, name in enumerate(names) if not _is_known(name)]
    return Header(kind, cells, width, columns, _blocks(meanings), tuple(map(shown, strange[:_NAMED])), line)


def shown(cell: str) -> str:
    """The name of a column as a sentence names it: on one line, printable, and not long."""
    return "".join(c for c in " ".join(cell.split()) if c.isprintable())[:40]


def _kind(names: frozenset[str], birth_needed: bool) -> FeedKind | None:
    """What a file with these columns lists; None where that is not sure.

    Only the ENT editor's model of pupils marks the birth date as a cell that must not be empty.
    """
    adult, staff, pupil = (_BY_NAME[kind] for kind in (FeedKind.ADULTS, FeedKind.STAFF, FeedKind.PUPILS))
    own = {adult.get(name) for name in names}
    child = {meaning for meaning in own if meaning is not None and meaning in _CHILD}
    pupils_own = "first" not in own and names & _PUPIL["ine"]  # with a second column of names
    if child and ({"last", "first"} & own) and not pupils_own:
        return FeedKind.ADULTS
    if any("responsable" in name for name in names) and "last" in own:
        return FeedKind.ADULTS
    meanings = {pupil.get(name) for name in names}
    if not {"last", "first"} & meanings:
        return None
    if names & _OF_STAFF and not names & _OF_PUPILS:
        return FeedKind.STAFF
    if names & _OF_PUPILS and not names & _OF_STAFF:
        return FeedKind.PUPILS
    if names & (_OF_PUPILS | _OF_STAFF):
        return None
    if birth_needed:
        return FeedKind.PUPILS
    if names & _REACHED and "birth" in meanings and not names & _STAFF["title"]:
        return None  # children with their parents' phones, guests, staff?
    if names & _REACHED and {"last", "first"} <= {staff.get(name) for name in names}:
        # teachers, by their title and class; without both it may be any list of people: families, a mailing list
        teachers = names & _STAFF["title"] and names & _STAFF["class"] and "gender" not in meanings
        return FeedKind.STAFF if teachers else None
    return FeedKind.PUPILS if "birth" in meanings else None


def _check_doubles(
    kind: FeedKind, cells: Sequence[str], names: Sequence[str], meanings: Sequence[str], line: int
) -> None:
    """Raises `Unreadable` for two columns of one name, or of one meaning on which much depends."""
    may = _SEVERAL[kind]
    pairs = [(meaning, name) for meaning, name in zip(meanings, names, strict=True) if meaning not in may]
    kept = [meaning if meaning in _SURE else name for meaning, name in pairs]
    twice = next((key for key, times in Counter(kept).items() if times > 1), "")
    if twice:
        both = [shown(cells[at]) for at, name in enumerate(names) if twice in (meanings[at], name)]
        raise Unreadable("column-twice", line, column=" / ".join(dict.fromkeys(both)))


def _blocks(meanings: Sequence[str]) -> tuple[Mapping[str, int], ...]:
    """The columns of each child, where a block begins anew when one of its meanings comes again."""
    blocks: list[dict[str, int]] = []
    for at, meaning in enumerate(meanings):
        if meaning in _CHILD:
            if not blocks or meaning in blocks[-1]:
                blocks.append({})
            blocks[-1][meaning] = at
    return tuple(blocks)
