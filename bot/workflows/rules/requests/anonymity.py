"""Whether words may be shown to people of another family: only where they name nobody. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.folding import fold, tokens, words

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(words("d da de del des di du el l la le les van von"))
#: words, without accents, that people write with a capital letter although they name nobody
_NO_NAMES = frozenset(
    words(
        """
        a acces adml adresse alors application apres assistance au aucun aucune aux avant avec avez
        avons bien blog bon bonjour bonne bonsoir c ca cahier ce ceci cela ces cette chaque cher chere
        ci classe code comme comment compte connexion cordialement cp d dans de demande depuis des
        desole desolee donc du ecole ecran elle elles en encore enfant enfants ensuite ent entrer erreur
        erun espace est et eux fait famille faut fiche fille fils fin groupe hello ici identifiant il
        ils impossible internet j je jusqu l la le les leur lien lors lui m ma madame mademoiselle mail
        mais maitre maitresse merci mes message messagerie mlle mme mon monsieur mot motdepasse mr n
        navigateur ne nom non nos notre nous nouveau nouvelle ok on one ordinateur ou oui page par parce
        parent parents pas passe pendant personne peut photo plus portail pour pourquoi pouvez prenom
        probleme puis qu quand que quel quelle qui quoi rien s sa salut sans se semaine ses si site son
        sont sur svp t ta tablette telephone tes toi ton toujours tous tout toute tres tu un une
        utilisateur veuillez voici voila vos votre vous vu y
        """
    )
)


def names_nobody(text: str, names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether the text has no word of these names and logins, no mail address, and no name met in the other texts.

    A word that stands in the text and in another one counts as a name where either writes it with a capital letter.
    Words are compared without case and accents. False when in doubt.
    """
    said = set(words(text))
    if "@" in text or said & _parts(names):
        return False
    read = list(others)
    shared = said & {word for one in read for word in words(one)}
    capital = {fold(word) for one in (text, *read) for word in _WORD.findall(one) if word != word.lower()}
    return not (shared & capital) - _NO_NAMES


def _parts(names: Iterable[str]) -> set[str]:
    return {part for name in names for part in tokens(name)} - _PARTICLES
