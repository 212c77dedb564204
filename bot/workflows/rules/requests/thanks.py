"""Tells a polite ending from a complaint: "merci, ça marche" does not reopen a request. Pure.

The words are folded: without case, accents and punctuation.
"""

from __future__ import annotations

import re

from bot.folding import words

_MOST = 12  #: the most words of an ending
_STRANGE = 2  #: the most words of it that are in no list below, such as a name

#: each makes a message an ending by itself
_THANKFUL = frozenset(
    words("""
    merci mercis mersi mercii mrc remercie remercions remerciements thanks thank thx thks ty cheers regle
    reglee resolu resolue marche marchent remarche remarchent fonctionne fonctionnent refonctionne repare
    reparee debloque debloquee debloques corrige corrigee reussi revenu revenue solved fixed works working
    sorted worked soulagement bravo chapeau felicitations
    """)
)
#: each makes a message an ending where no strange word stands beside it
_AGREEING = frozenset(
    words("""
    oui ouais ouai ui yep yes yeah ok okay oki okey okk dac dacc accord entendu compris note noted parfait
    parfaite parfaitement super top nickel impeccable impec genial geniale cool excellent excellente great
    perfect bon bonne bien good fine nice alright tb chouette formidable merveilleux exact exactement
    volontiers recu absolument confirme confirmer confirmed vois impecable niquel nikel awesome wonderful
    brilliant lovely done bonjour bonsoir salut coucou hello hi revoir bientot bye
    """)
)
#: says nothing by itself
_FILLING = frozenset(
    words("""
    a ai ait ainsi aide aider aidee alors annee apres as au aussi aujourd hui autre aux avec avez avoir beau
    beaucoup bcp bcq belle c ca cela ce cest cet cette chaleureusement chapeau chere cher code comme compte
    connecter connecte connectee connexion cordialement cote coup d dans de deja depuis des dessus directeur
    directrice donc du efficace efficacite elle elles en enfant enfin ensemble ent entre entrer equipe est et
    etait ete etes eu eux facile faire fait fille fils fin fois fort gentil gentille gentillesse grace grand
    grande gros ici il ils infiniment j jai je jour journee l la le les leur lui m ma madame mademoiselle
    maintenant maitre maitresse marche mdp me meme merveille messieurs mesdames mieux mille mme mlle monsieur
    mon mr mail matin mot moi n navigateur nos notre nous nouveau nouvelle on ont pareil part passe patience
    peut peux pour pouvez prof professeur pu puis que quelle qui rapide rapidement rapidite reactivite reponse
    reponses rentre rentree ordre retour s sa sans se ses si sincerement soir soiree solution son sont suis
    sur t tellement temps tes tout toute tous toutes tres trop tu un une va vais vite voila vos votre vous
    vraiment week end weekend y vacances semaine suite continuation prenez soin plaisir service cordiales
    salutations ouf essayer essaye teste tester check vu the it all you your so much very for help helping my
    everything that is now again lot i can log in am was we are have had day evening nice too daughter kid
    logged lots many really quick fast answer response and to team sir madam im its
    """)
)
#: a message with one of these is a complaint, or asks for something
_COMPLAINING = frozenset(
    words("""
    pas pa po aps encore toujours mais probleme problemes pb pbs pblm souci soucis erreur erreurs non nan nope
    bloque bloquee bloques bloquees impossible impossibles jamais sauf cependant pourtant malheureusement
    helas pourquoi comment combien quand mal bug bugs bugue plante lent lente refuse refusee refuser faux
    fausse mauvais mauvaise incorrect incorrecte invalide expire expiree perdu perdue oublie oubliee question
    questions recommence recommencer rouvrir reouvrir rouvrez dommage nul nulle honte inadmissible scandaleux
    decu decue colere enerve enervee marre inquiet inquiete peur attends attend attendons attente besoin
    voudrais voudrait veux veut aimerais pourriez pourrais pouvez urgent aidez svp stp plait rappelez rappeler
    telephonez appelez faut manque disparu ferme fermee vide rate echec echoue inutile pire bizarre etrange
    reste restent blanc blanche noir marchait seulement difficile rien difficultes ennui ennuis galere
    faillite not cannot cant dont doesnt didnt isnt wont wasnt havent hasnt still but no never nothing however
    except unable error errors problem problems issue issues wrong broken failed fails failing please need
    want why how when what locked blocked lost missing worse again stuck unfortunately
    """)
)
_GREETINGS = frozenset(words("bonjour bonsoir salut coucou hello hi hey madame monsieur a tous"))
_CONTRACTED = r"\b(?:does|do|did|is|are|was|were|wo|would|could|ca|can|have|has|had|should)n? t\b"
_WORSE = re.compile(
    rf"{_CONTRACTED}|\bn(?:e)? (?:\w+ ){{1,3}}(?:plus|que)\b|\bmerci d avance\b"
    r"|\b(?:marche|fonctionne|connecte|ouvre|affiche|arrive|peux|peut|va) (?:\w+ )?plus\b|\bplus rien\b|\bque dalle\b"
    r"|\b(?:ca|sa|cela|elle|il|c) (?:marche|fonctionne|va) (?:moyen|bof)|\bpar contre\b|\bme redemande\b"
    r"|\bavez vous\b|\bdu nouveau\b|\bfois sur\b"
    # « merci de regarder » asks for something; « merci de votre aide » and « merci de m’avoir aidé » do not
    r"|\bmerci de (?:bien )?(?:ne )?(?:me |nous |m |le |la |les |l |y )?"
    r"(?!avoir|votre|notre|etre|leur)\w+(?:er|ir|re)\b"
)
_TROUBLE = r"(?:problemes?|soucis?|pbs?|pblm|erreurs?|bugs?|difficultes?|blocages?|problems?|issues?|errors?)"
_OVER = (
    r"(?:regle|resolu|corrige|repare|parti|disparu|fini|termine|resoudre|regler|solved|fixed|gone|sorted|solving"
    r"|fixing)e?s?"
)
#: polite or happy although it contains a word of a complaint
_FINE = re.compile(
    r"\b(?:(?:il )?(?:n )?(?:y )?(?:a )?"
    rf"(?:plus|pas|sans|aucune?|0|zero)(?: (?:de|d|aucune?|un|le moindre))? {_TROUBLE}"
    rf"|{_TROUBLE} (?:(?:est|sont|a|ete|etait|is|was|are|has|been|maintenant|bien|enfin|donc|deja|tout|all|now) )*"
    rf"{_OVER}"
    rf"|{_OVER} (?:(?:le|mon|ma|ce|notre|son|the|my|this|our|de) )?{_TROUBLE}"
    rf"|no (?:more )?(?:{_TROUBLE}|worries|thanks?(?: you)?)"
    r"|(?:non )+merci|(?:merci|thanks?(?: you)?) (?:bien |beaucoup )?(?:encore|again)"
    r"|encore (?:une fois )?(?:un |bien )?(?:grand |mille )?(?:merci|bravo)"
    r"|(?:y a )?pas (?:de quoi|mal|besoin)|rien a (?:redire|signaler|ajouter)"
    r"|n?(?:est|suis|sont|etes) plus bloquee?s?|toujours (?:aussi|tres)|comme toujours|(?:as )?always"
    r"|non (?:non )?(?:tout|c est|ca|cela) (?=bon|parfait|regle|ok|va|marche|fonctionne|est|super|nickel)"
    r"|^de rien|(?:ca|sa) y est|j y arrive"
    r"|(?:vous )?pouvez (?:la |le )?(?:fermer|clore|cloturer)(?: (?:la|ma) demande)?"
    r"|(?:ne )?(?:vous|t) (?:inquietez|inquiete) pas|plus d inquietude|ca marche mieux|plus besoin)\b"
)
_FACES = re.compile(r"(?<!\w)(?:[:;=]-?[)dp]+|<3+|\^\^|\\o/)(?!\w)", re.IGNORECASE)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2764]")
_SAD = re.compile("[👎❌❓❔🆘⁉]")  # a complaint beside any words
_SADDER = re.compile("[😡😠🤬😤😭😢😞😔☹🙁😟😕😩😫😖😣💔⛔🚫😱😨😰🤔😑😒🙄🤷]")  # a complaint without words
_REPEATED = re.compile(r"(.)\1{2,}")


def is_thanks(text: str) -> bool:
    """Whether a message only thanks, agrees, greets, or says that it works; emoji alone do, unless they are sad.

    False for a message that complains, asks for something, has more than twelve words, or is empty.
    """
    if "?" in text or _SAD.search(text):
        return False
    said = [_shortened(word) for word in words(_FACES.sub(" ", text))]
    if not said:
        return bool(_EMOJI.search(text) or _FACES.search(text)) and not _SADDER.search(text)
    if len(said) > _MOST:
        return False
    left, fine = _FINE.subn(" ", " ".join(said))
    rest = left.split()
    if _WORSE.search(left) or _COMPLAINING.intersection(rest):
        return False
    strange = [word for word in rest if word not in _KNOWN and not word.isdigit()]
    if fine or _THANKFUL.intersection(rest):
        return len(strange) <= _STRANGE
    return not strange and bool(_AGREEING.intersection(rest))


_KNOWN = _THANKFUL | _AGREEING | _FILLING


def _shortened(word: str) -> str:
    """The word without letters that were repeated for emphasis: `merci` for `merciiii`."""
    return _REPEATED.sub(r"\1", word)


def is_greeting(text: str) -> bool:
    """Whether a message only greets, and says nothing more."""
    said = set(words(text))
    return bool(said) and said <= _GREETINGS
