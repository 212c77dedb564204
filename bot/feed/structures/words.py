"""The columns and the kinds of a file of structures, as people name them in French and in English."""

from __future__ import annotations

from difflib import get_close_matches

from bot.folding import words
from bot.terms import Kind
from bot.terms.tree import SYNDICAT, VILLE

CODE = "code"
"""A column that holds a UAI, or another identifier where a structure has no UAI."""

_COLUMNS = {
    "uai": ("uai", "code uai", "no uai", "n uai", "numero uai", "rne", "code rne", "numero rne", "uai rne"),
    "id": ("id", "identifiant", "identifier"),
    CODE: ("code", "uai ou id", "uai or id", "uai id", "uai ou identifiant"),
    "name": (
        "name",
        "nom",
        "libelle",
        "intitule",
        "denomination",
        "structure",
        "nom de la structure",
        "nom structure",
    ),
    "kind": ("kind", "type", "genre", "nature", "categorie", "type de structure"),
    "parents": (
        *("parent", "parents", "structure parente", "structure mere", "rattachement", "rattachee a", "rattache a"),
        *("id parent", "parent id", "uai parent", "parent uai", "code parent", "superieur", "depend de", "above"),
    ),
    "zone": ("zone", "zone de vacances", "zone vacances", "zone scolaire", "holiday zone"),
    "commune": ("commune", "ville", "town", "city", "localite", "nom commune", "nom de la commune"),
}
_KINDS = {
    Kind.VENDOR.value: ("vendor", "editeur", "publisher"),
    Kind.RECTORAT.value: ("rectorat", "academie", "academy", "region academique"),
    Kind.DSDEN.value: ("dsden", "departement", "department", "direction academique", "inspection academique"),
    Kind.CIRCONSCRIPTION.value: ("circonscription", "circo", "ien", "district", "circonscription du 1er degre"),
    Kind.SCHOOL.value: (
        "school",
        "primary school",
        "nursery school",
        "eepu",
        "empu",
        "eppu",
        "rpi",
        "groupe scolaire",
    ),
    Kind.CLASS.value: ("class", "classe"),
    SYNDICAT: ("syndicat", "syndicat mixte", "mixed syndicate", "syndicate"),
    VILLE: ("ville", "commune", "mairie", "town", "city", "town hall"),
}
_NEAR = 0.75  #: how alike a mistyped heading must be
_SCHOOL = "ecole"  # and whatever follows: maternelle, élémentaire, primaire publique


def column(heading: str) -> str:
    """The field of that heading: one of `StructureRecord`, or `CODE`; empty where it is none."""
    told = " ".join(words(heading))
    return next((field for field, names in _COLUMNS.items() if told in names), "")


def perhaps(heading: str) -> str:
    """The heading that is nearly that one, which is none; empty where none is."""
    known = [name for names in _COLUMNS.values() for name in names]
    return next(iter(get_close_matches(" ".join(words(heading)), known, n=1, cutoff=_NEAR)), "")


def kind(typed: str) -> str:
    """The kind that a cell names, in any case, with or without accents, one or several; empty for none."""
    told = words(typed)
    if told and told[0].removesuffix("s") == _SCHOOL:
        return Kind.SCHOOL.value
    singular = " ".join(word.removesuffix("s") for word in told)
    spelt = {singular, " ".join(told), "".join(told)}  # the last one for letters with dots: E.E.PU
    return next((one for one, names in _KINDS.items() if spelt & {*names}), "")
