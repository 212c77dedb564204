"""Hears a child say that something frightens or hurts them. Pure.

In doubt the answer is yes: the child then reads whom to call, which harms nobody. Words are compared folded: without
case, accents and punctuation.
"""

from __future__ import annotations

import re

from bot.workflows.rules.requests.spelling import spelt
from bot.workflows.rules.requests.trifles import THINGS, TRIFLES, any_of

_HURT = any_of(
    *("fr+ap", "tap+e", "bat(?![ei])", "cogn", "gifl", "pousse", "mord", "pinc", "brul", "secou", "etrangl", "touch"),
    *("embet", "emmerd", "harcel", "mena[cs]", "insult", "moqu", "rack?ett?", "raquett?", "suit", "suivi", "viole"),
    *("bouscul", "griff", "attaqu", "tripot", "caress", "embrass", "poursui", "ennui", "exclu", "mechant", "kidnap"),
    *("humili", "tortur", "intimid", "rabaiss", "chantag", "agress", "enferm", "attach", "bless", "detest", "hurl"),
    *(
        "crach",
        "maltrait",
        "rejett?e",
        "force a faire",
        "pique mon",
        r"vole(?:nt)? m(?:on|a|es)\b",
        "court apres",
        "tire les cheveux",
    ),
    "crie(?:nt)? dessus",
    r"(?:fait|font) (?:\w+ ){0,2}(?:mal|peur|pleurer|chanter|tomber)",
    "veu(?:t|lent) du mal",
)
_NO_THING = "".join(rf"(?<!\b{thing} )" for thing in THINGS)
_KIN = any_of(
    *("soeur", "mere", "cousine?", "maman", "frere", "pere", "papa", "copain", "copine", "amie?", "camarade")
)
_FAMILY = any_of("moi", "maman", "papa", rf"m(?:a|on|es) (?:\w+ )?{_KIN}s?")
_ADVERB = r"(?:(?:encore|deja|trop|toujours|souvent|meme|aussi|re|tous|toutes|bien|expres) ){0,2}"
#: "il m'a", also as a child writes it: "il ma", "ils mon"
_HAS_ME = rf"\bm ?(?:a|ont?|avait|avaient) {_ADVERB}"
_BLOWS = "(?:claque|baffe|gifle|balayette|beigne|fessee|croche (?:pied|patte))s?"
_HOME = any_of(
    *(
        "papa",
        "maman",
        "peres?",
        "meres?",
        "beau pere",
        "belle mere",
        "beau papa",
        "parents?",
        "oncle",
        "tonton",
        "papi",
    ),
    *("papy", "mamie", "conjoint", "mari", "compagnon", "compagne", "copain de maman", "ex"),
)
_LIMBS = "(?:bras|oreille|cheveux|poignet|doigt|joue|cou|gorge|nez|dent|jambe|main|peau)"
_CORNERS = "(?:toilette|wc|vestiaire|couloir|mur|coin|escalier|placard|sortie|bus|cave|chambre|portail|grille)"
_INSULTS = any_of(
    *("gros porc", "grosse vache", "porc", "cochon", "pute", "salope", "batard", "pd", "pede", "connard", "connasse"),
    *(
        "negre",
        "noir",
        "arabe",
        "juif",
        "bouffon",
        "fdp",
        "gouine",
        "tapette",
        "merde",
        "clochard",
        "mongol",
        "handicape",
    ),
)
_STRANGER = any_of(
    *("inconnue?", "monsieur", "dame", "homme", "adulte", "grand", "garcon", "quelqu un", "type", "voisin")
)
_PICTURES = "(?:photo|video|selfie|image)s?"

#: somebody does it to the child, or at home
_DONE = (
    rf"{_NO_THING}\b(?:me|m|nous) (?:a |ont |avait )?(?:deja |encore |trop )?{_HURT}",
    rf"{_HAS_ME}(?:tap+e|fr+app?e|pousse|insulte|mena[cs]+e|harcele|embete|battu|gifle|rackette|blesse"
    rf"|attaque)r?e?s?\b",
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
    rf"\b(?:frapp?e|bat|tape|cogne|tue|bute|etrangle|menace|secoue)(?:nt|r)? (?:sur )?{_FAMILY}\b",
    r"\bca me fait (?:tres |trop )?(?:peur|mal|pleurer)\b(?! aux yeux)",
    rf"\b(?:{_HOME}|frere|il|elle) (?:\w+ )?(?:est|sont) (?:\w+ )?violente?s?\b",
    rf"{_HAS_ME}(?:donn\w*|mis?|fichu|foutu) (?:\w+ ){{0,2}}coups?\b",
    rf"{_HAS_ME}(?:tord|tir|serr|pinc|arrach|cass|ecras|attrap)\w* (?:par )?(?:les?|la|l|un|mes|mon) {_LIMBS}s?\b",
    r"\bme (?:tord|tire|serre|pince|arrache|ecrase)(?:nt)? (?:les?|la|l|mes|mon) " rf"{_LIMBS}s?\b",
    r"\b(?:lui|leur|nous) (?:fai[st]|font) (?:\w+ )?(?:mal|peur)\b|\bbagarr\w* (?:avec|contre|entre)\b",
    r"\bm (?:a |ont )?film\w*|\bme film\w*|\bfilm\w* (?:\w+ ){0,2}(?:toilettes|vestiaires?|douche|nue?)\b",
    r"\b(?:ils?|elles?|on|qui|ont|quelqu un) (?:\w+ )?(?:envoy|post|publi|partag|diffus|montr)\w* (?:ma|mes)"
    r" (?:photo|video)s?\b",
    r"\b(?:bloque|enferme|punie?|prive)e?s? (?:\w+ ){0,2}dans (?:ma|sa) chambre\b|\bsans manger\b",
    r"\bl (?:a|ont) (?:\w+ )?(?:frappe|battu|gifle|viole|etrangle|agresse)\w*",
    r"\bme (?:lance|jette|balance)(?:nt)? (?:des|de la|les|leurs?)"
    r" (?:\w+ )?(?:caillou|pierre|boule|truc|objet|ballon)\w*",
    r"\b(?:me|m a|m ont|ma|mont) (?:prend|prennent|pris|pri|pique|vole|arrache)\w*"
    r" (?:\w+ )?(?:argent|gouter|sous|affaires"
    r"|blouson|casquette|bonnet|cartable)\b",
    rf"{_HAS_ME}(?:etrangle|plaque|coince|secoue|jete|pinc|brule|enleve|drogue|lance)r?e?s?\b",
    rf"\bm(?:e|a| a| ont)? (?:\w+ )?(?:bloqu|coinc|plaqu)\w* (?:dans|contre|derriere|a)"
    rf" (?:(?:les?|la|l|un) )?{_CORNERS}s?\b",
    r"\b(?:ils|elles|les grands|des grands|les autres) m attend\w*\b",
    r"\b(?:cass|pet|defonc|eclat)\w* (?:la |ma |ta |sa )(?:gueule|figure|tronche|bouche)\b",
    r"\bme (?:buter?|defoncer?|fracasser?|demonter|egorger|crever|kidnapper)\b|\bmenaces? de mort\b",
    r"\b(?:va|vont|vais|veut|veulent|allait|allaient) (?:me|te|nous) (?:tue|frapp?|tape|viol|agress)\w*",
    r"\btete dans les (?:toilettes|chiottes|wc|poubelles?)\b|\bcontre moi\b|\bpour se moquer\b",
    r"\btabass\w*|\bfaire du mal a\b|\bavec une arme\b"
    r"|\bmenac\w* de (?:venir|revenir|prendre|enlever|tuer|frapper)\b",
    r"\b(?:ils?|elles?|on|qui|ont) (?:\w+ )?(?:mis|met|mettent|poste\w*) (?:une?|des|les?|la)"
    r" (?:photo|video)s? de moi\b",
    rf"\b(?:appelle|surnomme|traite)(?:nt)? (?:\w+ ){{0,3}}{_INSULTS}s?\b|\bsale {_INSULTS}s?\b",
)
#: blows that show, hunger, drink, nights outside
_HARMED = (
    r"\b(?:j ai|a|ont|avec) (?:(?:des|de|d|plein|beaucoup|un|les|encore|du) )+(?:bleus?|hematomes?|ecchymoses?"
    r"|cocards?)\b"
    r"(?! (?:de travail|marine|ciel|clair|fonce|dans|sur (?:l|la|mon) (?:ecran|page|ordi)))",
    r"\bbleus? (?:\w+ ){0,2}(?:sur|aux?) (?:(?:les?|la|l|mes|mon|ma|ses|son|sa) )?(?:bras|jambes?|corps|dos"
    r"|visage|cuisse|ventre)",
    r"\b(?:traces?|marques?) de (?:coup|brulure|strangulation|morsure|violence|ceinture|doigt)s?\b|\becchymoses?\b",
    r"\bmarques? (?:au|sur|dans) (?:(?:les?|la|l|son|mon) )?(?:cou|bras|visage|dos|corps|joue)s?\b|\bhematomes?\b",
    rf"\b{_HOME} (?:\w+ ){{0,3}}(?:bourree?|ivres?|saoule?s?|soule?s?|alcoolique|drogue\w*|casse tout)\b",
    rf"\b{_HOME} (?:il |elle )?boi(?:t|vent)\b(?! (?:un|du|son|de|le|une) )",
    r"\blaiss\w* (?:toute?s? )?seule?s? (?:\w+ ){0,2}(?:nuit|soir|dehors|week end|maison)\b",
    r"\bdonne(?:nt)? (?:pas|plus|rien) (?:\w+ )?a manger\b|\bpas (?:le )?droit de manger\b"
    r"|\b(?:mange|dors) plus\b(?! (?:a la|chez|en))",
    r"\bm(?:e|a| a| ont)? (?:laiss|met|mis|enferm|jet|fout)\w* (?:\w+ )?(?:dehors|(?:a|dans) la cave|dans"
    r" (?:un|le) placard)\b",
    r"\bm(?:e|a| a| ont)? (?:fait|fais|font|forc\w*|oblig\w*) (?:a |de )?(?:\w+ )?(?:boire|fumer)\b",
)
#: what frightens; the fear of a mistake is taken away before (`TRIFLES`)
_FEAR = (
    r"\b(?:j|g|je) ?(?:ai |avais )?(?:\w+ ){0,3}peure?s?\b",
    r"\bjai (?:\w+ ){0,2}peure?\b",
    r"\b(?:a|ont|as) (?:\w+ )?peur de\b",
    r"\b(?:fait|fais|faire|font) (?:\w+ )?peur\b",
    r"\b(?:terrifi|terroris|effray|apeur|angoiss)e",
)
#: what a child says of themselves
_SORROW = (
    r"\b(?:veux|vais|va|vont|veut|envie de) (?:me|te|se) tue",
    r"\b(?:mourir(?! d (?:ennui|envie)| de (?:rire|faim|soif|chaud|chaleur|honte|froid))|suicid\w*|me tuer"
    r"|te tuer|fugue\w*|m enfuir|en finir(?! avec"
    r" (?:ce|cet|cette|ces|mon|le|les) )|(?:etre|serai[st]?) morte?)\b",
    r"\b(?:veux|voudrais|envie de|vais|aimerais) (?:\w+ )?disparaitre\b(?! (?:de|du|des) )",
    r"\b(?:veux|envie de) (?:plus|pas) (?:de )?vivre\b|\bplus envie de (?:vivre|rien)\b|\bpas envie de vivre\b",
    r"\bmarre (?:de|d) (?:(?:la|ma|cette|etre en) )?(?:vie|vivre)\b",
    r"\b(?:deteste|hais|aime plus|aime pas) (?:la|ma) vie\b",
    r"\bvie (?:est (?:nulle|pourrie|horrible)|sert a rien)\b|\bsert a rien (?:que|de) (?:je )?viv",
    r"\bje me (?:coupe|scarifie|mutile|blesse|deteste|hais|fai[st] (?:du )?mal|sens"
    r" (?:tres |trop )?(?:seule?|mal))\b",
    r"\bpersonne (?:ne |n )?m aime\b|\bpersonne (?:ne |n )?(?:\w+ ){1,4}(?:avec|a|de) moi\b",
    r"\bpersonne (?:ne )?me parle\b",
    r"\bveu(?:t|x|lent) (?:plus|pas) (?:\w+ )?(?:jouer|parler|etre ami\w*) avec (?:moi|nous)\b",
    r"\bj ai (?:pas|plus|aucune?) (?:d |de )?(?:amie?s?|copains?|copines?)\b(?! (?:dans|sur) )",
    r"\bj ose (?:\w+ )?(?:plus|pas|meme) (?:\w+ ){0,2}(?:alle[rz]?|retourne\w*|veni\w*|parle\w*|sorti\w*|dire)\b",
    r"\b(?:suis|etre) (?:tres |trop |vraiment )?(?:triste|malheureu\w+|en danger)\b",
    r"\ben danger\b|\bau ?sec+our[st]?\b|\bsos\b",
    r"\bje pleure?s?\b|\bj ai (?:\w+ )?pleure\b|\b(?:mal|boule) au ventre\b|\bmal partout\b"
    r"|\bfai[st] des cauchemars\b",
    r"\bveu(?:x|t|lent) (?:plus|pas) (?:\w+ )?(?:alle[rz]?|retourne[rz]?|reven\w*|veni[rt]?|rentre[rz]?) "
    r"(?:(?:a|en|au|dans) )?(?:(?:la|l|ma) )?(?:l?ecole|classe|maison|cantine|college|foyer)\b",
    r"\bveu(?:x|t|lent) (?:plus|pas) (?:\w+ )?(?:alle|retourne|rentre|vivre|veni|dormi)\w* chez "
    r"(?:moi|nous|lui|elle|mon|ma|mes|son|sa|papa|maman)\b",
    r"\b(?:partir|part|barrer?|enfui\w*|fuir|sauver?|tirer?) (?:\w+ )?de (?:(?:la|ma) maison|chez"
    r" (?:moi|nous|papa|maman|m\w+))\b",
    r"\bfugu\w*|\bm enfui\w*|\bjamais reven\w*",
    r"\b(?:scarif|automutil|mutil)\w*|\b(?:les|mes|ses) veines\b|\bme (?:tape|cogne) la tete\b",
    r"\bme (?:fais|fait|suis fait|taille|ouvre|coupe|grave) (?:\w+ )?(?:entaille|coupure|cicatrice|bras|poignet"
    r"|cuisse|peau)s?\b",
    r"\bme (?:brule|blesse|pique|coupe|frappe) (?:\w+ ){0,4}(?:expres|pour avoir mal|pour me calmer)\b",
    r"\b(?:me|m|se|s) (?:jete|jette|balance|lance)\w* (?:par|sous|du|d un|de la|dans le vide|dans la seine)\b",
    r"\b(?:me|se) (?:pendre|noyer|defenestrer|ouvrir les veines|foutre en l air)\b|\bse (?:tuer|suicider)\b(?! a )",
    r"\bpeu[xt]? plus (?:de )?(?:(?:la|cette|ma) )?(?:vie|vivre)\b|\bvie (?:ca |elle )?vaut (?:pas|plus|rien)\b",
    r"\bsupporte\w* (?:plus|pas) (?:\w+ )?(?:l ecole|la vie|ma vie|la maison)\b|\bpeu[xt]? plus supporter\b"
    r"|\bje tremble",
    r"\bm en aller (?:loin|de (?:chez|la maison))|\bpour toujours\b|\bpersonne (?:ne )?m"
    r" (?:invite|ecoute|evite|approche)|\bm evitent?\b",
    r"\b(?:pris|prendre|avale\w*|prends) (?:\w+ ){0,2}(?:medicament|cachet|comprime|javel|lessive)s?\b",
    r"\b(?:veux|vais|envie de|voudrais) (?:\w+ )?crev\w*|\b(?:plus|pas) exister\b|\bse fai[st] du mal\b",
    r"\bsuis (?:\w+ )?(?:coupe|entaille|brule)e? (?:les?|la|aux?) (?:bras|poignets?|cuisses?|jambes?|veines)\b"
    r"|\bune lame\b",
    r"\bme griffe (?:le|les|la|jusqu)\b|\bdormi (?:\w+ )?(?:dans la rue|dehors)\b|\bidees noires\b|\bm abandonne\w*",
    r"\b(?:parti|sauve|enfui)e? de (?:chez (?:moi|nous)|la maison)\b|\bquand je me"
    r" (?:change|lave|douche|deshabille)\b",
    r"\bobligee? a (?:\w+ )?(?:manger|boire)\b|\b(?:jete|lance|balance)\w* (?:\w+ ){1,3}sur moi\b",
    r"\b(?:mieux|tranquilles?|contents?|heureux) sans moi\b|\bje (?:sers?|vaux?) (?:a )?rien\b",
    r"\b(?:tout le monde|toute la classe|ils|elles) (?:\w+ )?me (?:deteste|hai[st]|rejette|evite|fui)\w*",
)
#: what is wrong whoever does it
_WRONG = (
    r"\b(?:harcel|rackett?|raquett?er|maltrait|agress|deshabill|violenc)\w*|\bviole[er]?e?\b|\bchantage\b",
    r"\b(?:zezette|kiki|quequette|foufoune|teub|bite|penis|vagin|seins|nichons|couilles)\b|\bviol\b",
    r"\b(?:main|doigt)s? (?:\w+ ){0,2}(?:dans|sous|sur) (?:ma|mon|mes|sa|son|ses|la|le|les) "
    r"(?:\w+ )?(?:culotte|pantalon|slip|jupe|jogging|short|fesses?|calecon|robe|cuisses?|pull|tee shirt)s?\b",
    r"\bdans mon lit\b|\b(?:entre|vient|rentre|venait) (?:\w+ )?dans ma chambre\b|\bsur la bouche\b"
    r"|\b(?:me|m a|nous) (?:fai[st]|font|faire) (?:faire )?(?:des|les) (?:chose|truc)s? "
    r"(?:bizarre|sale|degoutant|degueu|interdit|de grand|d adulte|pas (?:bien|normal)|que (?:j aime|je veux) pas)",
    r"\b(?:baiss|enlev|retir|arrach|descend)\w* (?:mon|ma|mes|ton|ta|son|sa|la|le) "
    r"(?:pantalon|culotte|slip|jupe|short|habits|vetements|robe|maillot)s?\b",
    r"\ben (?:culotte|slip|sous vetements?|soutif|soutien gorge)\b",
    r"\b(?:me|m) (?:a |ait |ont )?(?:demand|forc|oblig|di[st])\w* (?:a |de )(?:le |la |l |lui |me |m )?"
    r"(?:touch|embrass|lech|suc|caress|deshabill|masturb|couch)\w*",
    r"\b(?:couteau|pistolet|zizi|sexe|nudes?)\b|\bt(?:out|oute|ous|outes) nue?s?\b|\bmoi nue?\b"
    r"|\b(?:photo|video|filme)e?s? nue?s?\b",
    r"\bmechante?s? (?:avec|envers) (?:moi|nous)\b"
    r"|\b(?:moque[rsz]?|rigole[rsz]?|rire?|rie?)(?:nt)? de (?:moi|nous|mon|ma|mes)\b",
    r"\bme (?:traite|traites|traitent) de\b",
    r"\bme dis?e?n?t? (?:que je suis|des (?:gros mots|insultes|mots mechants))\b",
    r"\benlever mes (?:habits|vetements)\b|\b(?:c est|notre|garder le|garder un) (?:un )?secret\b(?! de mon mot)",
    r"\b(?:dois|faut) (?:\w+ )?rien dire\b",
)
#: somebody asks a child for pictures, to meet, or just writes to them
_LURE = (
    rf"\b{_STRANGER} (?:\w+ ){{0,8}}(?:me|m) (?:a |ait )?(?:parle|ecri|contact|demand|suit|suivi|envo|propos)\w*",
    rf"{_NO_THING}\b(?:me|m) (?:a |ont )?demand\w* (?:\w+ ){{0,4}}(?:{_PICTURES}|adresse|ou j habite)\b",
    rf"\b{_STRANGER} (?:\w+ )?sur (?:internet|snap\w*|insta\w*|roblox|discord|tiktok|fortnite|minecraft|un jeu)\b",
    rf"\b{_STRANGER} (?:\w+ )?(?:film|photographi|guett|observ)\w*",
    rf"\b{_STRANGER} (?:\w+ ){{0,6}}(?:de monter(?! (?:la|le|les|une?|l) )|monter dans|venir avec lui|des bonbons)",
    r"\b(?:me|m) (?:parl|ecri|contact)\w* (?:\w+ )?sur (?:\w+ ){0,3}(?:veut|veulent|demand)\w*",
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
_HEARD = re.compile("|".join((*_DONE, *_HARMED, *_FEAR, *_SORROW, *_WRONG, *_LURE, *_ENGLISH)))


def frightened(text: str) -> bool:
    """Whether a child's words say that something or somebody frightens or hurts them, or that they are in danger.

    False for the fear of a mistake, such as that of losing a password.
    """
    return _HEARD.search(heeded(text)) is not None


def heeded(text: str) -> str:
    """The folded words of a text, spelt as the rules have them, without those that only sound of fear or harm."""
    return TRIFLES.sub(" ", spelt(text))
