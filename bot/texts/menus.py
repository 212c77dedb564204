"""The command menu: what a person may type, each with a few words."""

from __future__ import annotations

from collections.abc import Collection

from bot.terms import Level
from bot.texts.languages import language as language_of

_EVERYONE = (
    "start",
    "assistance",
    "mesdemandes",
    "demande",
    "repondre",
    "rouvrir",
    "clore",
    "aide",
    "charte",
    "langue",
    "mesdonnees",
    "annuler",
)
_AGENTS = (
    "file",
    "prendre",
    "relacher",
    "confier",
    "note",
    "attente",
    "escalader",
    "renvoyer",
    "resoudre",
    "fusionner",
)
_ADMINISTRATORS = (
    "code",
    "compte",
    "comptes",
    "bloquer",
    "debloquer",
    "signalements",
    "blocage",
    "deblocage",
    "historique",
)


_ABOVE = frozenset({"code", "compte", "comptes", "signalements"})  #: of which, above the school


def commands(levels: Collection[int], language: str) -> list[tuple[str, str]]:
    """The commands of a linked person who answers at those levels, an agent's own first."""
    names = _AGENTS + _administering(levels) + _EVERYONE if levels else _EVERYONE
    return [(name, language_of(language).say(f"command-{name}")) for name in names]


def _administering(levels: Collection[int]) -> tuple[str, ...]:
    """What an agent does on accounts: a whole school is for its own administrators, its reports for the ERUN too."""
    if Level.SCHOOL in levels:
        return _ADMINISTRATORS
    above = _ABOVE if Level.CIRCONSCRIPTION in levels else _ABOVE - {"signalements"}
    return tuple(name for name in _ADMINISTRATORS if name in above)


def stranger_commands(language: str) -> list[tuple[str, str]]:
    """The commands of whoever has not linked an account yet."""
    return [("start", language_of(language).say("stranger-start"))]
