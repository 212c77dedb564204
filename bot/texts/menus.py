"""The command menu: the commands that a person may type, each with a few words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

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
_ABOVE = frozenset({"code", "compte", "comptes", "signalements"})  #: of an administrator's, those above the school


def commands(names: Iterable[str], language: str) -> list[tuple[str, str]]:
    """Each command of those names with its words, in the order given; `KeyError` for one without `command-NAME`."""
    spoken = language_of(language)
    return [(name, spoken.say(f"command-{name}")) for name in names]


def stranger_commands(language: str) -> list[tuple[str, str]]:
    """The one command of a person who has not linked an account yet."""
    return [("start", language_of(language).say("stranger-start"))]


def names(levels: Collection[int]) -> tuple[str, ...]:
    """The commands of a linked person who answers at those levels: an agent's first, then everybody's."""
    return _AGENTS + _administering(levels) + _EVERYONE if levels else _EVERYONE


def _administering(levels: Collection[int]) -> tuple[str, ...]:
    """Acts on accounts: all for the school's own administrators; above it some; reports up to the circonscription."""
    if Level.SCHOOL in levels:
        return _ADMINISTRATORS
    above = _ABOVE if Level.CIRCONSCRIPTION in levels else _ABOVE - {"signalements"}
    return tuple(name for name in _ADMINISTRATORS if name in above)
