"""Puts right what children misspell or write as one word, as far as calls for help need it. Pure."""

from __future__ import annotations

import re

from bot.folding import words

#: what children write for the words on the right
_SPELT = {
    **dict.fromkeys(("veu", "ve"), "veux"),
    **dict.fromkeys(("jveu", "jveux", "jve"), "je veux"),
    **dict.fromkeys(("kelkun", "quelkun", "kelqu", "kelkin", "qqn", "qqun", "quelquun", "kelquun"), "quelqu un"),
    **dict.fromkeys(("chui", "chuis", "jsuis", "jsui", "jesuis"), "je suis"),
    "jpeux": "je peux",
    "jpeu": "je peux",
    "plu": "plus",
    "fe": "fait",
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
    (re.compile(r"\bcul+ot+e"), "culotte"),
    (re.compile(r"\bce (?=mo(?:qu|k|ck)|batt|tap|frap)"), "se "),
    (re.compile(r"\bmo(?:k|ck|c)(?=e|ent\b)"), "moqu"),
    # glued: "minsulte", "mefrappe", "mafrappé", "mharcèle"
    (
        re.compile(r"\bm(?=insult|embet|emmerd|humili|intimid|agress|enferm|attach|attaqu|etrangl|harcel|ennui)"),
        "m ",
    ),
    (re.compile(r"\b(m[ea])(?=(?:fr+ap|tape|insult|embet|harcel|menac|touche|pousse|frape))"), r"\1 "),
    (re.compile(r"\bveux p[uy]\b"), "veux plus"),
    (re.compile(r"\bp[uy] (?=envie?\b)"), "plus "),
    (re.compile(r"\bg (?=(?:d|de|des|un|plein|tro?p?|tres|envie?|mal|plus?)\b)"), "j ai "),
    (re.compile(r"\benvi\b"), "envie"),
    (re.compile(r"\bmour+ire?\b"), "mourir"),
    (re.compile(r"\b(?:la |une )?(?:trouille|frousse|petoche)\b"), "peur"),
    (re.compile(r"\bont (?=me\b|m\b)"), "on "),
    (re.compile(r"\bsa (?=me\b|m\b)"), "ca "),
)


def spelt(text: str) -> str:
    """The folded words of a text, with what children misspell or write as one word put right."""
    said = " ".join(_SPELT.get(word, word) for word in words(text))
    for wrong, right in _RESPELT:
        said = wrong.sub(right, said)
    return said
