"""Reads profiles and days in what people type; `dates` reads the days. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.folding import fold, words
from bot.terms import Profile, Refusal
from bot.workflows.rules.dates import day_before as day_before
from bot.workflows.rules.dates import days_in as days_in

_WORDS = {
    Profile.STUDENT: ("eleve", "etudiant", "enfant", "student", "pupil"),
    Profile.RELATIVE: ("parent", "famille", "responsable", "representant", "relative", "family", "familie"),
    Profile.TEACHER: ("enseignant", "enseignante", "professeur", "prof", "maitre", "maitresse", "teacher"),
    Profile.PERSONNEL: ("personnel", "personnelle", "staff"),
    Profile.GUEST: ("invite", "invitee", "guest"),
}
_NAMED = {word: profile for profile, several in _WORDS.items() for word in several}
WORDS = frozenset(_NAMED)
"""The words for profiles, without case, accents and plural."""
_OF = {"d", "de", "des", "l", "les", "of", "the"}  #: between "parents" and "élèves", they make one profile of both
_LEGAL = {"legal", "legaux", "legale", "legales"}
_LITTLE = _OF | _LEGAL | {"tous", "toutes", "du", "au", "a", "le", "la", "et", "jusqu", "puis", "s", "e", "es"}
_LITTLE |= {"partir", "pour", "pendant", "entre", "compte", "comptes", "profil", "profils", "ecole", "ecoles"}
_LITTLE |= {"all", "from", "to", "until", "till", "on", "and", "school", "account", "accounts", "profile", "profiles"}
_AT_ONCE = re.compile(r"\b(?:maintenant|tout de suite|immediatement|now|at once)\b")


def profile(typed: str) -> Profile | None:
    """The one profile that the words name, in the singular or the plural; None for anything else."""
    try:
        return named(typed)
    except Refusal:
        return None


def named(typed: str) -> Profile | None:
    """The profile that was typed, in the singular or the plural; None where nothing was typed.

    "Parents d’élèves" are parents. Refused where the words name no profile, or several.
    """
    said = [word for word in _without_children(words(typed)) if word not in _LITTLE]
    found = {_known(word) for word in said}
    if not found:
        return None
    profile = found.pop()
    if profile is None or found:
        raise Refusal("unknown-profile", name=typed.strip())
    return profile


def apart(said: Sequence[str]) -> tuple[list[Profile], list[str]]:
    """The profiles that some of these folded words name, each once; and the other words, in their order."""
    kept = _without_children(said)
    named = (_known(word) for word in kept)
    left = [one for one in kept if _known(one) is None and one not in _LEGAL]
    return list(dict.fromkeys(one for one in named if one is not None)), left


def at_once(typed: str) -> tuple[bool, str]:
    """Whether the words say that something is to be done at once; and the other words."""
    left = _AT_ONCE.sub(" ", fold(typed))
    return left != fold(typed), left


def _known(word: str) -> Profile | None:
    return _NAMED.get(word.removesuffix("s"))


def _without_children(said: Sequence[str]) -> list[str]:
    """The words without the pupils of "parents d’élèves", or of "responsables des élèves"."""
    left: list[str] = []
    whose = False  # whether a word for parents stands before, with nothing but small words in between
    for index, word in enumerate(said):
        if whose and _known(word) is Profile.STUDENT and said[index - 1] in _OF:
            continue
        whose = _known(word) is Profile.RELATIVE or (whose and word in _OF | _LEGAL)
        left.append(word)
    return left
