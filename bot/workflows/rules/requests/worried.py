"""Hears an adult say that a child is hurt or in danger, and whether words name an adult of the school. Pure.

In doubt the answer is yes: what follows is a choice, which harms nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bot.folding import words
from bot.workflows.rules.requests.distress import frightened, heeded

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
            r"\b(?:la|le|les|l) (?:bat|bats|battait|battaient|battent|brutalise|maltraite)\b|\bbrulures?"
            r" (?:de|au|aux|sur)\b",
            r"\b(?:pere|oncle|frere|cousin|voisin|tonton|animateur|moniteur|maitre|professeur|copain|elle|il) "
            r"(?:le|la|les|l) (?:a )?touch\w*",
            r"\b(?:menac|agress|frapp|insult|bouscul)\w* (?:(?:les?|la|l|une?|des|nos|mon|ma|mes|ses|son|sa) )?"
            r"(?:directeur|directrice|maitre|maitresse|enseignant|professeur|prof|atsem|aesh|instit|camarade"
            r"|eleve|collegue)",
            r"\binformations? preoccupantes?\b|\b(?:procureur|crip|services? sociaux|enfance en danger)\b",
            r"\b(?:est|etait|ete|fait|sont|etaient) (?:\w+ )?(?:frapp|battu|gifl|cogn|maltrait|harcel|violee?"
            r"|abuse|menac|insult|etrangl|mord|griff|bouscul"
            r"|humili|rackett|agress)\w* (?:\w+ )?par\b(?! (?:un |des |le |les |l )?(?:virus|pirates?|serveur"
            r"|hackers?))",
            r"\b(?:abus|agression|attouchement|violence)s? (?:sexuel|intrafamilial|conjugal|physique"
            r"|psychologique)\w*",
            r"\b(?:rentre|revien|arriv)\w* (?:\w+ ){0,3}(?:avec|couverte?) (?:\w+ ){0,4}"
            r"(?:bleu|griffure|coup|blessure|morsure|hematome|trace)s?\b",
            r"\bmenac\w* (?:d |de )(?:\w+ )?(?:veni|tue|frapp|enlev|prend|brul|mouri|publi|diffus|saut|fugu)\w*",
            r"\b(?:crains?|craignons|inquiete?) pour (?:la|sa|leur) (?:vie|securite)\b"
            r"|\b(?:gestes?|attitudes?) deplacee?s?\b",
            r"\binceste\w*|\bpedophil\w*|\babuse\w* sexuellement\b|\bphobie (?:scolaire|de l ecole)\b",
            rf"(?<!de )(?<!du )\b{_CHILD} (?:a|ont|est|sont) (?:\w+ )?(?:disparue?s?|introuvables?)\b(?!"
            rf" (?:de|du|des|dans|sur|en) )",
            rf"\b{_CHILD} (?:\w+ ){{0,2}}pleure\w* (?:\w+ ){{0,4}}(?:matins?|soirs?|nuits?|jours|ecole)\b",
            r"\brefus\w* (?:\w+ )?(?:d |de |a )?(?:alle|retourne|veni|se rendre|s y rendre)\w*"
            r" (?:(?:a|en|au) )?(?:(?:la|l) )?"
            r"(?:ecole|classe|college|cantine)\b",
            r"\b(?:risee|souffre douleur|bouc emissaire|tete de turc)\b|\bs en pren\w* a (?:mon|ma|mes|un|une|mon)\b",
            r"\bs acharn\w* (?:sur|contre)\b|\brecoi\w* (?:\w+ )?menaces?\b|\bmenaces? (?:physique|verbale)s?\b",
            r"\brode\w* (?:autour|devant|pres|aux abords)\b|\bcontre (?:mon fils|ma fille|mon enfant)\b",
            r"\bsuicid\w*|\battouch\w*|\benfants? en danger\b",
            r"\b(?:hits?|hitting|bull(?:y|ies|ied|ying)|hurts?|beats?|threatens?) (?:\w+ )?(?:my|a|the) (?:\w+ )?"
            r"(?:son|daughter|child|children|kids?|pupils?)\b",
            r"\bmy (?:son|daughter|child|kid) (?:\w+ ){0,3}(?:bullied|beaten|hit|scared|afraid|frightened)\b",
        )
    )
)


def worried(text: str) -> bool:
    """Whether an adult's words say that a child, or they themselves, are hurt, threatened or in danger."""
    return frightened(text) or _HARM.search(heeded(text)) is not None


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
