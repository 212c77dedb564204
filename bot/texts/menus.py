"""The command menu: what a person may type, each with a few words."""

from __future__ import annotations

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


def commands(agent: bool, language: str) -> list[tuple[str, str]]:
    """The commands of a linked person, an agent's own first."""
    names = _AGENTS + _ADMINISTRATORS + _EVERYONE if agent else _EVERYONE
    return [(name, language_of(language).say(f"command-{name}")) for name in names]


def stranger_commands(language: str) -> list[tuple[str, str]]:
    """The commands of whoever has not linked an account yet."""
    return [("start", language_of(language).say("stranger-start"))]
