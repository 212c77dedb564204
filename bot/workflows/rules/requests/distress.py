"""Hears a child say that something frightens or hurts them. Pure.

In doubt the answer is yes: the child then reads whom to call, which harms nobody. Words are compared folded: without
case, accents and punctuation.
"""

from __future__ import annotations

import re

from bot.folding import words


def _any(*cues: str) -> str:
    """A pattern that finds any of these cues."""
    return f"(?:{'|'.join(cues)})"


_HURT = _any(
    *("frap", "tape", "bat(?![ei])", "cogn", "gifl", "pousse", "mord", "pinc", "brul", "secou", "etrangl", "touch"),
    *("embet", "emmerd", "harcel", "menac", "insult", "moqu", "rack?ett?", "raquett?", "suit", "suivi", "viole"),
    *("humili", "tortur", "intimid", "rabaiss", "chantag", "agress", "enferm", "attach", "bless", "detest", "hurl"),
    *("crach", "maltrait", "rejett?e", "force a faire", "pique mon", "vole mon", "court apres", "tire les cheveux"),
    "crie(?:nt)? dessus",
    r"(?:fait|font) (?:\w+ ){0,2}(?:mal|peur|pleurer|chanter|tomber)",
    "veu(?:t|lent) du mal",
)
#: who or what may trouble a child without hurting them
_THINGS = (
    *("ca", "cela", "ent", "ordi", "ordinateur", "tablette", "telephone", "page", "site", "application", "appli"),
    *("cahier", "exercice", "bouton", "je"),
)
_NO_THING = "".join(rf"(?<!\b{thing} )" for thing in _THINGS)
_FAMILY = _any("moi", "maman", "papa", r"m(?:a|on) (?:\w+ )?(?:soeur|mere|cousine|maman|frere|pere|cousin|papa)")
_STRANGER = _any(
    *("inconnue?", "monsieur", "dame", "homme", "adulte", "grand", "garcon", "quelqu un", "type", "voisin")
)
_PICTURES = "(?:photo|video|selfie|image)s?"

#: somebody does it to the child, or at home
_DONE = (
    rf"{_NO_THING}\b(?:me|m|nous) (?:a |ont |avait )?(?:deja |encore |trop )?{_HURT}",
    r"\bm ?(?:a|ont?) (?:tape|frapp?e|pousse|insulte|menace|harcele|embete|battu|gifle|touche|rackette|blesse)e?s?\b",
    rf"\bje me (?:suis )?fai[st]? (?:\w+ )?{_HURT}",
    r"\b(?:suis|ai ete|etais) (?:\w+ )?"
    r"(?:battu|frapp?e|harcele|menace|insulte|agresse|humilie|viole|tape|rejete)e?s?\b",
    rf"\b(?:frapp?e|bat|tape|cogne)(?:nt|r)? (?:sur )?{_FAMILY}\b",
    r"\bca me fait (?:tres |trop )?(?:peur|mal|pleurer)\b(?! aux yeux)",
    r"\b(?:papa|maman|pere|mere|frere|oncle|il|elle) (?:est|sont) (?:\w+ )?violente?s?\b",
)
#: what frightens; the fear of a mistake is taken away before (`_TRIFLES`)
_FEAR = (
    r"\b(?:j|g|je) ?(?:ai |avais )?(?:\w+ ){0,3}peure?s?\b",
    r"\bjai (?:\w+ ){0,2}peure?\b",
    r"\b(?:a|ont|as) (?:\w+ )?peur de\b",
    r"\b(?:fait|fais|faire|font) (?:\w+ )?peur\b",
    r"\b(?:terrifi|terroris|effray|apeur|angoiss)e",
)
_TRIFLES = re.compile(
    r"\b(?:pas|plus|jamais) (?:du tout |trop |vraiment )?peur\b"
    r"|\bpeur (?:de |d |que )(?:(?:me|m|le|la|les|l|mon|ma|je|j|on|ca|s|se|tout|y|avoir|ai|pas) )*"
    r"(?:perd|oubli|tromp|rat|effac|cass|supprim|plant|bloqu|bug|march|fonctionn|envo|fait|faire (?:une|des|la|n))\w*"
)
#: what a child says of themselves
_SORROW = (
    r"\b(?:mourir|suicid\w*|me tuer|te tuer|fugue\w*|m enfuir|en finir|(?:etre|serai[st]?) morte?)\b",
    r"\b(?:veux|voudrais|envie de|vais|aimerais) (?:\w+ )?disparaitre\b",
    r"\b(?:veux|envie de) (?:plus|pas) (?:de )?vivre\b|\bplus envie de vivre\b",
    r"\bje me (?:coupe|scarifie|mutile|blesse|deteste|hais|fais du mal|sens (?:tres |trop )?(?:seule?|mal))\b",
    r"\bpersonne (?:ne )?m aime\b",
    r"\b(?:suis|etre) (?:tres |trop |vraiment )?(?:triste|malheureu\w+|en danger)\b|\ben danger\b|\bau secours\b",
    r"\bje pleure?s?\b|\bj ai (?:\w+ )?pleure\b|\bmal (?:au ventre|partout)\b",
    r"\bveux plus (?:\w+ )?(?:aller|retourner|revenir) (?:\w+ ){0,2}(?:ecole|classe|maison)\b",
)
#: what is wrong whoever does it
_WRONG = (
    r"\b(?:harcel|rackett?|raquett?er|maltrait|agress|deshabill|violenc)\w*|\bviole[er]?e?\b|\bchantage\b",
    r"\b(?:couteau|pistolet|zizi|sexe|nudes?)\b|\bt(?:out|oute|ous|outes) nue?s?\b|\bmoi nue?\b|\bphotos? nue?s?\b",
    r"\bmechante?s? (?:avec|envers) (?:moi|nous)\b|\b(?:moque|rigole|rie?)(?:nt)? de (?:moi|nous)\b",
    r"\bme (?:traite|traites|traitent) de\b",
    r"\bme dis?e?n?t? (?:que je suis|des (?:gros mots|insultes|mots mechants))\b",
    r"\benlever mes (?:habits|vetements)\b|\b(?:c est|notre|garder le|garder un) (?:un )?secret\b(?! de mon mot)",
    r"\b(?:dois|faut) (?:\w+ )?rien dire\b",
)
#: somebody asks a child for pictures, to meet, or just writes to them
_LURE = (
    rf"\b{_STRANGER} (?:\w+ ){{0,8}}(?:me|m) (?:a |ait )?(?:parle|ecri|contact|demand|suit|suivi|envo|propos)\w*",
    rf"{_NO_THING}\b(?:me|m) (?:a |ont )?demand\w* (?:\w+ ){{0,4}}(?:{_PICTURES}|adresse|ou j habite)\b",
    rf"\b{_PICTURES} (?:bizarre|genante|sale|degoutante|interdite)s?\b|\bveu(?:t|lent) (?:\w+ )?ma photo\b",
    r"\bveut (?:\w+ )?(?:me (?:voir|rencontrer)|que je (?:vienne|lui envoie))\b",
)
_ENGLISH = (
    r"\b(?:i m|im|i am|feel) (?:\w+ )?(?:scared|frightened|terrified)\b",
    r"\b(?:scared|afraid) of (?:him|her|them|my|a|the)\b",
    r"\b(?:hit|hurt|beat|threaten|touch|follow|bull|insult|kick)(?:s|es|ies|y)? me\b|\bbull(?:y|ied|ies|ying)\b",
    r"\bkill (?:myself|me)\b|\b(?:want|going) to (?:die|disappear)\b|\bnaked\b",
    r"\basks? me (?:for )?(?:\w+ )?(?:photos?|pictures?|pics?)\b",
)
_HEARD = re.compile("|".join((*_DONE, *_FEAR, *_SORROW, *_WRONG, *_LURE, *_ENGLISH)))


def frightened(text: str) -> bool:
    """Whether a child's words say that something or somebody frightens or hurts them, or that they are in danger.

    False for the fear of a mistake, such as that of losing a password.
    """
    return _HEARD.search(_TRIFLES.sub(" ", " ".join(words(text)))) is not None
