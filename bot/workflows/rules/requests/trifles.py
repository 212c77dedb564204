"""Words that sound of fear or harm and are about a mistake, a machine, a game or schoolwork. Pure."""

from __future__ import annotations

import re


def any_of(*cues: str) -> str:
    """A pattern that finds any of these cues."""
    return f"(?:{'|'.join(cues)})"


#: who or what may trouble a child without hurting them
THINGS = (
    *("ca", "cela", "ent", "ordi", "ordinateur", "tablette", "telephone", "page", "site", "application", "appli"),
    *("cahier", "exercice", "bouton", "je"),
)
_SCHOOLWORK = "(?:controle|examen|evaluation|eval|dictee|devoirs?|exercices?|notes?|interro|tests?|maths?|points?)"
_TYPED = "(?:message|texte|mot|code|nom|adresse|phrase|lettre|date|numero|identifiant|mdp|recherche|touche)s?"
#: words that sound of fear or harm and are about a mistake, a machine, a game or schoolwork
TRIFLES = re.compile(
    r"\b(?:pas|plus|jamais) (?:du tout |trop |vraiment )?peur\b"
    r"|\bpeur (?:de |d |que )(?:(?:me|m|le|la|les|l|mon|ma|mes|je|j|on|ca|s|se|tout|y|avoir|ai|pas|compte|code|soit"
    r"|sois|est|etre|va|ordi|ordinateur|tablette|mot|de|passe|ent|texte|session|message|fichier|photo|document"
    r"|travail|devoirs?|dossier) )*"
    r"(?:perd|oubli|tromp|rat|effac|cass|supprim|plant|bloqu|bug|march|fonctionn|envo|fait|faire (?:une|des|la|n))\w*"
    rf"|\bpeur (?:avec|pour|du|de|des) (?:(?:le|la|les|l|mon|ma|mes|son|sa|ses) )?{_SCHOOLWORK}\b"
    rf"|\b{any_of(*THINGS[2:-1])} (?:me |nous |m a |ma |m )?(?:a )?(?:fait|fais) (?:\w+ )?peur\b"
    rf"|\b(?:frapp?e|tap+e|touche)[rsz]? (?:un|le|la|les|des|mon|ma|mes) (?:\w+ )?"
    rf"(?:{_TYPED}|{any_of(*THINGS[2:-1])})\b"
    r"|\b(?:frapp?|tap+|tu|attaqu|pouss)\w* (?:\w+ )?(?:dans|sur|a) (?:(?:le|un|mon|ce) )?"
    r"(?:jeu|jeux|minecraft|roblox|fortnite|brawl)\b"
    r"|\b(?:formation|affiche|expose|journee|semaine|concours|exposition|prevention|sensibilisation|fiche)s?"
    r" (?:\w+ ){0,3}"
    r"(?:harcel|violence|maltrait|suicid)\w*(?: scolaires?)?|\bprotocole (?:de )?harcelement"
    r" (?:\w+ ){0,2}(?:blog|site|cahier)\b"
    r"|\bharcel\w* (?:de|par (?:des|les)) (?:notif\w*|mails?|pubs?|publicites?|spams?|alertes?)\b"
    r"|\bmenac\w* de (?:suspension|fermeture|blocage|suppression|desactivation|piratage)\b"
    r"|\b(?:ce|cet|cette|votre|vos|ces) (?:message|mot|histoire|article|film|texte|chanson|livre)s? me touche\w*"
    r"|\bme touche\w* (?:beaucoup |vraiment )?(?:ce|cet|cette|votre|vos|ces) \w+|\bcouteaux? suisses?\b"
    rf"|\bvole (?:mon|ma|mes) (?:{_TYPED}|compte|session|acces|profil|avatar)\b"
    r"|\b(?:livre|film|histoire|conte|album|video|jeu)x?s? (?:\w+ ){0,5}qui fai[st] (?:\w+ )?peur\b"
    r"|\b(?:pousse|envoie|bombarde)\w* (?:des|de|les|trop de) (?:\w+ )?(?:notif\w*|alertes?|mises? a jour)\b"
    r"|\b(?:page|image|ecran|fond|mur|liste)s? (?:\w+ )?(?:toute?s? )?nue?s?\b"
    rf"|\bmenac\w* d(?:e|un|une) (?:(?:mettre|donner|faire) )?(?:(?:un|une|des) )?(?:\w+ )?{_SCHOOLWORK}\b"
    r"|\bmal aux yeux\b|\bcoups? de (?:main|fil|pouce)\b"
)
