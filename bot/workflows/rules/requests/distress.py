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
    *("fr+ap", "tap+e", "bat(?![ei])", "cogn", "gifl", "pousse", "mord", "pinc", "brul", "secou", "etrangl", "touch"),
    *("embet", "emmerd", "harcel", "mena[cs]", "insult", "moqu", "rack?ett?", "raquett?", "suit", "suivi", "viole"),
    *("bouscul", "griff", "attaqu", "tripot", "caress", "embrass", "poursui", "ennui", "exclu", "mechant", "kidnap"),
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
_KIN = _any(*("soeur", "mere", "cousine?", "maman", "frere", "pere", "papa", "copain", "copine", "amie?", "camarade"))
_FAMILY = _any("moi", "maman", "papa", rf"m(?:a|on|es) (?:\w+ )?{_KIN}s?")
_ADVERB = r"(?:(?:encore|deja|trop|toujours|souvent|meme|aussi|re|tous|toutes|bien|expres) ){0,2}"
#: "il m'a", also as a child writes it: "il ma", "ils mon"
_HAS_ME = rf"\bm ?(?:a|ont?|avait|avaient) {_ADVERB}"
_BLOWS = "(?:claque|baffe|gifle|balayette|beigne|fessee|croche (?:pied|patte))s?"
_STRANGER = _any(
    *("inconnue?", "monsieur", "dame", "homme", "adulte", "grand", "garcon", "quelqu un", "type", "voisin")
)
_PICTURES = "(?:photo|video|selfie|image)s?"

#: somebody does it to the child, or at home
_DONE = (
    rf"{_NO_THING}\b(?:me|m|nous) (?:a |ont |avait )?(?:deja |encore |trop )?{_HURT}",
    rf"{_HAS_ME}(?:tap+e|fr+app?e|pousse|insulte|mena[cs]+e|harcele|embete|battu|gifle|rackette|blesse|attaque)r?e?s?\b",
    rf"{_HAS_ME}(?:bouscule|griffe|mordu|crache|vole mon|vole mes|agresse|viole|enferme|humilie|poursuivi)r?e?s?\b",
    rf"\b(?:on|ils?|elles?|qui|{_STRANGER}) {_HAS_ME}(?:touche|caresse|embrasse)r?e?s?\b",
    rf"{_HAS_ME}fai[st]? (?:\w+ ){{0,2}}(?:mal|peur|pleurer|tomber)\b",
    rf"\b(?:une|des|deux|trois) {_BLOWS}\b",
    r"\bcoups? (?:de |d )?(?:pied|poing?|tete|couteau|baton|ceinture|boule|genou|latte)s?\b",
    rf"\bs(?:e|est) (?:fai[st]?|font|faire|faisai\w+) (?:\w+ )?{_HURT}|\bs est fait (?:\w+ )?{_HURT}",
    r"\b(?:parents?|ils|elles|maman|papa|mere|pere|freres?|soeurs?) (?:\w+ ){0,2}se "
    r"(?:bat|frap|tape|disput|hurl|cogn|cri|menac|insult)\w*",
    r"\bme traite(?:nt)? (?:mal|comme)\b",
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
_SCHOOLWORK = "(?:controle|examen|evaluation|eval|dictee|devoirs?|exercices?|notes?|interro|tests?|maths?|points?)"
_TYPED = "(?:message|texte|mot|code|nom|adresse|phrase|lettre|date|numero|identifiant|mdp|recherche|touche)s?"
#: words that sound of fear or harm and are about a mistake, a machine, a game or schoolwork
_TRIFLES = re.compile(
    r"\b(?:pas|plus|jamais) (?:du tout |trop |vraiment )?peur\b"
    r"|\bpeur (?:de |d |que )(?:(?:me|m|le|la|les|l|mon|ma|mes|je|j|on|ca|s|se|tout|y|avoir|ai|pas|compte|code|soit"
    r"|sois|est|etre|va|ordi|ordinateur|tablette|mot|de|passe|ent|texte|session) )*"
    r"(?:perd|oubli|tromp|rat|effac|cass|supprim|plant|bloqu|bug|march|fonctionn|envo|fait|faire (?:une|des|la|n))\w*"
    rf"|\bpeur (?:avec|pour|du|de|des) (?:(?:le|la|les|l|mon|ma|mes|son|sa|ses) )?{_SCHOOLWORK}\b"
    rf"|\b{_any(*_THINGS[2:-1])} (?:me |nous |m a |ma |m )?(?:a )?(?:fait|fais) (?:\w+ )?peur\b"
    rf"|\b(?:frapp?e|tap+e|touche)[rsz]? (?:un|le|la|les|des|mon|ma|mes) (?:\w+ )?"
    rf"(?:{_TYPED}|{_any(*_THINGS[2:-1])})\b"
    r"|\b(?:frapp?|tap+|tu|attaqu|pouss)\w* (?:\w+ )?(?:dans|sur|a) (?:(?:le|un|mon|ce) )?"
    r"(?:jeu|jeux|minecraft|roblox|fortnite|brawl)\b"
    r"|\bmal aux yeux\b|\bcoups? de (?:main|fil|pouce)\b"
)
#: what a child says of themselves
_SORROW = (
    r"\b(?:veux|vais|va|vont|veut|envie de) (?:me|te|se) tue",
    r"\b(?:mourir|suicid\w*|me tuer|te tuer|fugue\w*|m enfuir|en finir|(?:etre|serai[st]?) morte?)\b",
    r"\b(?:veux|voudrais|envie de|vais|aimerais) (?:\w+ )?disparaitre\b",
    r"\b(?:veux|envie de) (?:plus|pas) (?:de )?vivre\b|\bplus envie de (?:vivre|rien)\b",
    r"\bmarre (?:de|d) (?:(?:la|ma|cette|etre en) )?(?:vie|vivre)\b",
    r"\b(?:deteste|hais|aime plus|aime pas) (?:la|ma) vie\b",
    r"\bvie (?:est (?:nulle|pourrie|horrible)|sert a rien)\b|\bsert a rien (?:que|de) (?:je )?viv",
    r"\bje me (?:coupe|scarifie|mutile|blesse|deteste|hais|fais du mal|sens (?:tres |trop )?(?:seule?|mal))\b",
    r"\bpersonne (?:ne |n )?m aime\b|\bpersonne (?:ne |n )?(?:\w+ ){1,3}(?:avec|a|de) moi\b",
    r"\bpersonne (?:ne )?me parle\b",
    r"\bveu(?:t|x|lent) (?:plus|pas) (?:\w+ )?(?:jouer|parler|etre ami\w*) avec (?:moi|nous)\b",
    r"\bj ai (?:pas|plus|aucune?) (?:d |de )?(?:amie?s?|copains?|copines?)\b(?! (?:dans|sur) )",
    r"\bj ose (?:\w+ )?(?:plus|pas|meme) (?:\w+ ){0,2}(?:alle[rz]?|retourne\w*|veni\w*|parle\w*|sorti\w*|dire)\b",
    r"\b(?:suis|etre) (?:tres |trop |vraiment )?(?:triste|malheureu\w+|en danger)\b",
    r"\ben danger\b|\bau ?sec+our[st]?\b|\bsos\b",
    r"\bje pleure?s?\b|\bj ai (?:\w+ )?pleure\b|\bmal (?:au ventre|partout)\b",
    r"\bveux plus (?:\w+ )?(?:alle[rz]?|retourne[rz]?|revenir) (?:\w+ ){0,2}l?(?:ecole|classe|maison|cantine)\b",
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
    r"\b(?:hit|hitt|hurt|beat|threaten|touch|follow|bull|insult|kick|punch|slap|push|mock|teas|bother|hat)"
    r"(?:s|es|ies|y|e|ing|ying|ed|ied|en)? me\b|\bbull(?:y|ied|ies|ying)\b",
    r"\b(?:laugh|shout|yell|scream)(?:s|ing|ed)? at (?:me|us)\b|\b(?:mean|nasty|cruel|horrible) to (?:me|us)\b",
    r"\b(?:no ?one|nobody) (?:wants to )?(?:plays?|likes?|loves?|talks?)\b",
    r"\bmakes? me (?:cry|sad)\b|\bhate my life\b",
    r"\bdon ?t want to (?:live|go to school|be alive)\b",
    r"\bkill (?:myself|me)\b|\b(?:want to|going to|wanna) (?:die|disappear)\b|\bnaked\b",
    r"\basks? me (?:for )?(?:\w+ )?(?:photos?|pictures?|pics?)\b",
)
_HEARD = re.compile("|".join((*_DONE, *_FEAR, *_SORROW, *_WRONG, *_LURE, *_ENGLISH)))


#: what children write for the words on the right
_SPELT = {
    **dict.fromkeys(("veu", "ve"), "veux"),
    **dict.fromkeys(("jveu", "jveux", "jve"), "je veux"),
    **dict.fromkeys(("kelkun", "quelkun", "kelqu", "kelkin", "qqn", "qqun", "quelquun", "kelquun"), "quelqu un"),
    **dict.fromkeys(("chui", "chuis", "jsuis", "jsui", "jesuis"), "je suis"),
    "plu": "plus",
    "pa": "pas",
    "ki": "qui",
    "sui": "suis",
    "poin": "poing",
    "mi": "mis",
    "jose": "j ose",
    "jen": "j en",
    "jme": "je me",
    "jpleure": "je pleure",
    "pleur": "pleure",
    "jai": "j ai",
    "onme": "on me",
    "onma": "on ma",
    "ilme": "il me",
    "ilma": "il ma",
    "ilsme": "ils me",
    "ellema": "elle ma",
}
_RESPELT = (
    (re.compile(r"\bh?ar[sc]+[ea]l+|\bharcel+"), "harcel"),
    (re.compile(r"[ea][mn]b[ea]i?t(?=[te]|\b)"), "embet"),
    (re.compile(r"\bensult"), "insult"),
    (re.compile(r"\bmo(?:k|ck|c)(?=e|ent\b)"), "moqu"),
    # glued: "minsulte", "mefrappe", "mafrappé", "mharcèle"
    (
        re.compile(r"\bm(?=insult|embet|emmerd|humili|intimid|agress|enferm|attach|attaqu|etrangl|harcel|ennui)"),
        "m ",
    ),
    (re.compile(r"\b(m[ea])(?=(?:fr+ap|tape|insult|embet|harcel|menac|touche|pousse|frape))"), r"\1 "),
    (re.compile(r"\bont (?=me\b|m\b)"), "on "),
    (re.compile(r"\bsa (?=me\b|m\b)"), "ca "),
)


def frightened(text: str) -> bool:
    """Whether a child's words say that something or somebody frightens or hurts them, or that they are in danger.

    False for the fear of a mistake, such as that of losing a password.
    """
    return _HEARD.search(_TRIFLES.sub(" ", _spelt(text))) is not None


def _spelt(text: str) -> str:
    """The folded words of a text, with what children misspell or write as one word put right."""
    said = " ".join(_SPELT.get(word, word) for word in words(text))
    for wrong, right in _RESPELT:
        said = wrong.sub(right, said)
    return said
