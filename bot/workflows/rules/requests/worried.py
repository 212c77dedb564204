"""Hears an adult say that a child is hurt or in danger, and whether words name an adult of the school. Pure.

In doubt the answer is yes: what follows is a choice, which harms nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bot.folding import words
from bot.workflows.rules.requests.distress import frightened

_CHILD = (
    r"(?:mon|ma|mes|un|une|des|les|l|le|la|nos|notre|ce|cet|cette|son|sa|leur) (?:\w+ )?"
    r"(?:fils|filles?|enfants?|petite?s?|garcons?|eleves?|gamine?s?|gosses?|niece|neveu|frere|soeur|camarades?)"
)
_HURTS = (
    r"(?:fr+ap|tape|tapai|battu|bat |gifl|cogn|cogne|harcel|mena[cs]|insult|rackett?|maltrait|agress|humili|brutalis"
    r"|viol[ea]|mord|moqu|enferm|tripot|touche|embet|pousse|attrap|crie|hurl|secou|bouscul)"
)
_HARM = re.compile(
    "|".join(
        (
            rf"\b{_HURTS}\w* (?:(?!le |la |les |l |du |de )\w+ ){{0,2}}{_CHILD}\b",
            rf"\b{_CHILD} (?:\w+ ){{0,3}}(?:est|sont|ete|etait|fait|font) (?:\w+ )?{_HURTS}",
            r"\b(?:le|la|les|lui|l) (?:a |ont )?(?:deja |encore |souvent )?"
            r"(?:frapp|gifl|battu|harcel|menac|insult|rackett|maltrait|agress|viole|humili)\w*",
            rf"\b{_CHILD} (?:\w+ ){{0,3}}(?:a|ont|avait) (?:\w+ )?peur\b",
            r"\bfait (?:du )?mal a \w+ (?:fils|fille|enfants?|eleves?)\b",
            rf"\b{_CHILD} (?:\w+ ){{0,4}}(?:veut|voulait|parle de|envie de) (?:\w+ )?(?:mourir|disparaitre)\b",
            r"\bsuicid\w*|\battouch\w*|\benfants? en danger\b",
            r"\b(?:hits?|hitting|bull(?:y|ies|ied|ying)|hurts?|beats?|threatens?) (?:\w+ )?(?:my|a|the) (?:\w+ )?"
            r"(?:son|daughter|child|children|kids?|pupils?)\b",
            r"\bmy (?:son|daughter|child|kid) (?:\w+ ){0,3}(?:bullied|beaten|hit|scared|afraid|frightened)\b",
        )
    )
)


def worried(text: str) -> bool:
    """Whether an adult's words say that a child, or they themselves, are hurt, threatened or in danger."""
    return frightened(text) or _HARM.search(" ".join(words(text))) is not None


def read_adults(named: Iterable[str]) -> frozenset[str]:
    """The words of the operator's list as `names_adult` compares them; raises `ValueError` where one is empty."""
    found = frozenset(_plain(word).strip() for word in named)
    if "" in found:
        raise ValueError("a word that names an adult of the school is empty")
    return found


def names_adult(text: str, adults: Collection[str]) -> bool:
    """Whether the text has one of these words, as `read_adults` returns them, in the singular or the plural."""
    said = _plain(text)
    return any(f" {word} " in said for word in adults)


def _plain(text: str) -> str:
    """The folded words of a text, without the « s » of plurals, each with a space on both sides."""
    said = [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words(text)]
    return f" {' '.join(said)} "
